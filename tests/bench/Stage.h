// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Engine.h"
#include "sync/client/HttpConversation.h"
#include "tests/bench/Measure.h"

#include <QProcess>
#include <QTemporaryDir>

namespace satchel::bench {

/// What a measurement is asked for.
struct Request {
    int runs = 5;             ///< of what takes long
    int samples = 300;        ///< of what takes a moment
    int scale = 10;           ///< of the company that is searched
    int seconds = 30;         ///< that laptops which have nothing to say go on syncing
    int rows = 30'000;        ///< of the price list that is published
    std::string company = {}; ///< folder where the window's profile is kept for the next time; "": made anew
    std::string part = {};    ///< of the window: what is measured; "": all
};

/// A laptop with the true replica, engine and HTTP conversation in a folder of its own.
class BenchLaptop {
public:
    /// Opens and signs in; does not sync yet.
    BenchLaptop(const std::string& url, const std::string& login);

    [[nodiscard]] Replica& replica() { return *m_replica; }
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] std::string file(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

private:
    QTemporaryDir m_folder;
    SystemEnvironment m_environment;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<HttpConversation> m_line;
    std::unique_ptr<Engine> m_engine;
};

/// satchel-server as a process with the demo company, on a free port; made when it is first asked for.
class Stage {
public:
    /// `database`: URL of an empty PostgreSQL database; without one the server uses SQLite. `scale`: of the company.
    /// `kept`: folder where the SQLite server's data are kept for the next time; "": made anew.
    explicit Stage(const std::string& database = {}, int scale = 1, const std::string& kept = {});
    /// Another server on the same PostgreSQL database.
    explicit Stage(const Stage& other);
    ~Stage();

    [[nodiscard]] const std::string& url() const { return m_url; }
    /// The first demo user with this role.
    [[nodiscard]] const std::string& login(const std::string& role) const { return m_logins.at(role); }
    [[nodiscard]] std::string folder() const { return m_data.toStdString(); }
    [[nodiscard]] std::int64_t process() const { return m_server.processId(); }
    /// Of PostgreSQL; "" for SQLite.
    [[nodiscard]] const std::string& databaseUrl() const { return m_databaseUrl; }
    [[nodiscard]] std::string database() const { return folder() + "/server.sqlite"; }

private:
    void serve();
    [[nodiscard]] QStringList where() const;

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("data"));
    QProcess m_server;
    std::string m_databaseUrl;
    std::string m_url;
    std::map<std::string, std::string> m_logins;
};

/// The measurements: each adds its lines.
void measureFirstSync(Stage& stage, const Request& request, Report& report);
/// The same for the company `request.scale` times as large.
void measureLargeFirstSync(const Request& request, Report& report);
void measureThousandEdits(Stage& stage, const Request& request, Report& report);
void measureOneEdit(Stage& stage, const Request& request, Report& report);
void measureCommit(Stage& stage, const Request& request, Report& report);
/// A laptop that comes back and finds nothing new.
void measureReconnect(Stage& stage, const Request& request, Report& report);
/// Laptops that are on, by the ten thousand.
void measureIdle(const Request& request, Report& report);
/// What the server's memory comes to under strangers' and under heavy requests.
void measureHostile(const Request& request, Report& report);
/// A price list of very many entries, published while others work.
void measureBulk(const Request& request, Report& report);
void measureCrowdEdits(const Request& request, Report& report);
void measureSearch(const Request& request, Report& report);
void measureVerify(const Request& request, Report& report);
void measurePricing(const Request& request, Report& report);
/// The same on a laptop, from its rows and back.
void measureQuotes(const Request& request, Report& report);
/// The window: start, search, scrolling, an account, a long quote, memory, and what comes in meanwhile.
void measureWindow(const Request& request, Report& report);
void measureIncoming(const Request& request, Report& report);

} // namespace satchel::bench
