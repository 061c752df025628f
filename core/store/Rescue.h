// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Salvage.h"
#include "core/store/UseMark.h"

namespace satchel {

/// Builds a new replica beside a damaged one: identity, unsent changes (from the outbox and the redo file, under their
/// numbers), answered ones, history and every record that can be read; the next sync then fetches everything anew. The
/// damaged files are set aside as replica.sqlite.damaged-DATE and never touched again. Used by Replica::open while it
/// alone holds the profile.
class Rescue {
public:
    Rescue(std::string folder, Environment& environment);

    /// Looks at the files as the last program left them (see UseMark), and rescues what is damaged. Answers what
    /// happened, in words for people; "" if all is well.
    [[nodiscard]] Result<std::string> examine(const UseMark& mark);
    /// Whether the tables are not as they were made.
    [[nodiscard]] bool isSuspect();
    /// Rescues without asking: the file was found damaged. Corrupt, and everything left as it is, if nothing is known
    /// of whose profile this was.
    [[nodiscard]] Result<std::string> run();

private:
    struct Source {
        std::unique_ptr<sqlite::Connection> connection;
        Salvage salvage;
    };
    struct Kept {
        std::int64_t records = 0;
        std::int64_t changes = 0;
        std::int64_t lost = 0; ///< changes that could not be read
        bool doubtful = false; ///< something could not be read that may have been a change
    };

    [[nodiscard]] std::string beside(const char* suffix) const { return m_file + suffix; }
    [[nodiscard]] bool isProfile() const;
    [[nodiscard]] bool isFine(const UseMark& mark);
    [[nodiscard]] Result<bool> finishInterrupted();
    [[nodiscard]] Status setAside(const std::string& from, const std::string& to) const;
    [[nodiscard]] Status swap(const std::string& date);
    void openSources();
    [[nodiscard]] std::optional<ReplicaIdentity> chooseIdentity();
    void dropStrangers(const ReplicaIdentity& identity);
    [[nodiscard]] Status build(Replica& replica, const ReplicaIdentity& identity);
    [[nodiscard]] Status copyFacts(sqlite::Connection& to);
    [[nodiscard]] Status copyRows(sqlite::Connection& to);
    [[nodiscard]] Status copyTables(sqlite::Connection& to);
    [[nodiscard]] Status copyTable(sqlite::Connection& to, const std::string& table, bool hasRowid);
    [[nodiscard]] Status mendOutbox(sqlite::Connection& to, const ReplicaIdentity& identity);
    [[nodiscard]] Status overlay(sqlite::Connection& to, const ReplicaIdentity& identity);
    [[nodiscard]] std::string sentence(bool missing, const std::string& damaged) const;

    std::string m_folder;
    std::string m_file; ///< the replica
    Environment& m_environment;
    std::vector<Source> m_sources; ///< the most trusted first
    Kept m_kept;
};

} // namespace satchel
