// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Engine.h"
#include "tests/support/HandEnvironment.h"
#include "tests/support/world/LoopbackConversation.h"

#include <memory>

namespace satchel::test {

/// A person's laptop in a test: the true replica in a folder of its own, the true engine, and words in which stories
/// are told. A call that should succeed and does not ends the test program with what went wrong.
class Laptop {
public:
    Laptop(std::string folder, std::string login, server::Service& service, HandEnvironment& clock);

    /// The same laptop a second time: its files as they stand in `folder`, signed in by the token.
    Laptop(std::string folder, std::string login, std::string token, server::Service& service, HandEnvironment& clock);

    // --- what the person does
    /// fields are written as at the command line: {{"phone", "+49 170 1"}}.
    using Fields = std::vector<std::pair<std::string, std::string>>;
    Id add(const std::string& entity, const Fields& fields);
    void set(const std::string& entity, const Id& id, const Fields& fields);
    void remove(const std::string& entity, const Id& id);
    [[nodiscard]] Status tryEdit(OperationKind kind, const std::string& entity, const Id& id, const Fields& fields);
    SyncReport sync();
    [[nodiscard]] Result<SyncReport> trySync() { return m_engine->sync(); }
    /// Closes the replica and opens it again, as after a restart.
    void reopen();
    /// The two halves of it, for what happens in between.
    void close();
    void open();
    /// With the password, after the server has forgotten the token.
    void signIn();
    /// Copies the profile, as a backup program would while Satchel is closed; and puts it back.
    void copyFilesTo(const std::string& folder);
    void putBackFilesFrom(const std::string& folder);

    // --- what he sees
    [[nodiscard]] bool has(const std::string& entity, const Id& id);
    /// As formatValue writes it; "(absent)" for a row that is not on this laptop.
    [[nodiscard]] std::string value(const std::string& entity, const Id& id, const std::string& field);
    [[nodiscard]] std::int64_t count(const std::string& entity);
    [[nodiscard]] std::vector<std::string> labels(const std::string& entity, const std::string& search);
    [[nodiscard]] std::vector<InboxItem> inbox();
    [[nodiscard]] std::vector<HistoryEntry> history(const std::string& entity, const Id& id);
    [[nodiscard]] std::int64_t waiting();
    /// Recounts every digest from the rows and compares with the server's.
    [[nodiscard]] bool agreesWithServer();

    [[nodiscard]] Replica& replica() { return *m_replica; }
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] LoopbackConversation& line() { return m_line; }
    [[nodiscard]] const std::string& login() const { return m_login; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }

private:
    std::string m_folder;
    std::string m_login;
    std::string m_token;
    HandEnvironment& m_clock;
    LoopbackConversation m_line;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Engine> m_engine;
};

} // namespace satchel::test
