// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Password.h"
#include "app/ctl/ProgressLine.h"
#include "app/ctl/Session.h"
#include "core/store/Incidents.h"
#include "sync/client/Engine.h"
#include "sync/client/HttpConversation.h"

#include <QCoreApplication>

#include <filesystem>
#include <unistd.h>

namespace satchel::ctl {

namespace {

// The engine with its conversation, for one command; Qt Network wants an application object while it speaks.
class Connected {
public:
    static Result<std::unique_ptr<Connected>> open(const std::string& server, Session& session)
    {
        std::unique_ptr<Connected> connected(new Connected(session));
        SATCHEL_ASSIGN(connected->m_conversation, HttpConversation::open(server));
        connected->m_engine = std::make_unique<Engine>(session.replica(), *connected->m_conversation);
        connected->m_progress = std::make_unique<ProgressLine>(*connected->m_engine);
        return connected;
    }

    Status login(const std::string& server, const std::string& login, const std::string& password)
    {
        char name[256] = "laptop";
        ::gethostname(name, sizeof name - 1);
        SATCHEL_TRY(m_engine->login(server, login, password, name));
        return writeFile(tokenFile(), m_engine->token());
    }

    // Does `work` with the token of the last log-in, and once more after renewing one that is no longer good.
    template <typename T>
    Result<T> withToken(const std::function<Result<T>(Engine&)>& work)
    {
        const auto kept = readFile(tokenFile());
        const std::string token = kept ? kept->substr(0, kept->find_first_of(" \r\n")) : std::string();
        if (!token.empty()) { // as it is sent in a header, a file touched by hand must not add lines to it
            m_engine->setToken(token);
            auto done = work(*m_engine);
            if (done || done.error().kind != ErrorKind::Unauthorized)
                return done;
        }
        const auto password = passwordFromEnvironment();
        if (!password)
            return Error{ErrorKind::Unauthorized, "The log-in has expired; set SATCHEL_PASSWORD, or log in again."};
        const ReplicaIdentity& identity = *m_session.identity();
        SATCHEL_TRY(login(identity.server, identity.login, *password));
        return work(*m_engine);
    }

    Engine& engine() { return *m_engine; }

private:
    explicit Connected(Session& session) : m_session(session)
    {
        if (QCoreApplication::instance() == nullptr)
            m_application.emplace(m_count, m_texts);
    }
    [[nodiscard]] std::string tokenFile() const { return m_session.folder() + "/token"; }

    Session& m_session;
    int m_count = 1;
    char m_name[11] = "satchelctl";
    char* m_texts[2] = {m_name, nullptr};
    std::optional<QCoreApplication> m_application; ///< unless there is one already
    std::unique_ptr<HttpConversation> m_conversation;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ProgressLine> m_progress;
};

Json lastSync(Milliseconds at)
{
    return at == 0 ? Json(nullptr) : Json(formatInstant(at));
}

Json identityJson(const ReplicaIdentity& identity)
{
    return {{"user", identity.login}, {"role", roleName(identity.role)}, {"server", identity.server}};
}

std::int64_t allRows(const ReplicaStatus& status)
{
    std::int64_t rows = 0;
    for (const auto& [entity, count] : status.rows)
        rows += count;
    return rows;
}

Result<Reply> loginWith(const Arguments& arguments, Session& session)
{
    if (session.identity() && session.identity()->login != arguments.login)
        return Error{ErrorKind::Conflict, "The profile " + session.folder() + " belongs to " +
                                              session.identity()->login + "; use another one for " + arguments.login +
                                              "."};
    std::string server = arguments.url;
    while (server.ends_with('/'))
        server.pop_back();
    SATCHEL_ASSIGN(auto connected, Connected::open(server, session));
    SATCHEL_ASSIGN(const std::string password, askPassword(arguments.login));
    SATCHEL_TRY(connected->login(server, arguments.login, password));
    SATCHEL_TRY(connected->engine().sync());
    SATCHEL_TRY(session.refreshIdentity());
    SATCHEL_ASSIGN(const ReplicaStatus status, session.replica().status());
    Json json = identityJson(*session.identity());
    json["rows"] = allRows(status);
    return plainReply(std::move(json));
}

} // namespace

Result<Reply> login(const Arguments& arguments, Environment& environment)
{
    std::error_code code;
    const bool isNew = !std::filesystem::exists(arguments.profile, code);
    bool keep = !isNew;
    Result<Reply> reply = [&]() -> Result<Reply> {
        SATCHEL_ASSIGN(Session session, Session::openForLogin(arguments.profile, environment));
        auto made = loginWith(arguments, session);
        SATCHEL_TRY(session.refreshIdentity());
        keep = keep || session.identity().has_value();
        return made;
    }();
    if (!keep) // a log-in that failed leaves no empty profile behind
        std::filesystem::remove_all(arguments.profile, code);
    return reply;
}

Result<Reply> sync(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const SyncReport report,
                   connected->withToken<SyncReport>([](Engine& engine) { return engine.sync(); }));
    return plainReply({{"pushed", report.pushed},
                       {"pulled", report.pulled},
                       {"merged", report.merged},
                       {"rejected", report.rejected},
                       {"conflicts", report.conflicts},
                       {"repaired", report.repaired},
                       {"sent_bytes", report.sentBytes},
                       {"received_bytes", report.receivedBytes},
                       {"ms", report.milliseconds},
                       {"checkpoint", report.checkpoint},
                       {"digest", report.digest}});
}

Result<Reply> verify(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const VerifyReport report,
                   connected->withToken<VerifyReport>([](Engine& engine) { return engine.verify(); }));
    Reply reply = plainReply(
        {{"equal", report.equal}, {"tables", report.tables}, {"rows", report.rows}, {"repaired", report.repaired}});
    if (!report.equal)
        reply.complaint = "This replica differed from the server's; " + std::to_string(report.repaired) +
                          (report.repaired == 1 ? " row was" : " rows were") +
                          " fetched anew, and it agrees now. satchelctl incidents says which.";
    return reply;
}

Result<Reply> status(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(const ReplicaStatus status, session.replica().status());
    Json json = identityJson(*session.identity());
    json["last_sync"] = lastSync(status.lastSync);
    json["waiting"] = status.waiting;
    json["deferred"] = status.deferred;
    json["inbox"] = status.inbox;
    json["checkpoint"] = status.checkpoint;
    SATCHEL_ASSIGN(const auto troubles, incidents(session.replica()));
    json["incidents"] = troubles.size();
    json["rows"] = Json::object();
    for (const auto& [entity, count] : status.rows)
        json["rows"][entity] = count;
    return plainReply(std::move(json));
}

} // namespace satchel::ctl
