// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/HistoryLines.h"
#include "sync/server/OwnChanges.h"
#include "sync/server/Scoping.h"

namespace satchel::server {

class Turn;

/// The last page of a pull: what the logs of the laptop's scopes say has happened since its checkpoint, as rows, parts
/// of rows, rows that are gone, memberships and history. Rows that only the laptop itself has changed are left out:
/// its answered changes tell it what it needs. Lives inside one read transaction.
class LogPage {
public:
    struct About {
        std::int64_t checkpoint = 0;                ///< of the laptop
        Id incarnation;                             ///< of the laptop
        const std::map<Scope, std::int64_t>& known; ///< scopes it has, and where each stands
        const std::set<Scope>& fresh;               ///< scopes whose rows came with the pages before
        std::int64_t freshSince = 0;                ///< from where on their logs count
        const std::set<Scope>& published;           ///< those the checkpoint will cover
    };
    LogPage(Database& database, const About& about, const OwnChanges& own, Turn* turn)
        : m_database(database), m_tables(database), m_scoping(database), m_about(about), m_own(own), m_turn(turn)
    {}

    [[nodiscard]] Status fill(PullReply& reply);

private:
    /// What the logs say of one row, gathered over scopes.
    struct Mention {
        bool entered = false;
        bool onlyOwn = true;   ///< nothing happened to it but the laptop's own changes
        bool deleted = false;  ///< it was in one of these scopes when it was deleted
        std::set<Scope> moved; ///< scopes in which it entered or left
    };
    using Mentions = std::map<RowKey, Mention>;
    [[nodiscard]] Result<Mentions> readLogs();
    void note(const Scope& scope, bool isFresh, const Row& line, Mentions& mentions) const;

    /// What is stored of the rows a batch of mentions is about.
    struct Batch {
        std::map<Id, EntityTables::Stored> rows;
        std::map<Id, std::set<Scope>> members; ///< of the rows and of their roots
        std::map<Id, std::vector<HistoryEntry>> history;
    };
    [[nodiscard]] Result<Batch> load(const Entity& entity, const std::vector<Id>& ids);
    [[nodiscard]] Status answer(const RowKey& key, const Mention& mention, Batch& batch, PullReply& reply);
    [[nodiscard]] Status addEntered(const RowKey& key, const Record& record, const std::set<Scope>& scopes,
                                    bool withAggregate, PullReply& reply);
    [[nodiscard]] Status addWhole(const RowKey& key, PullReply& reply);
    void addPart(const EntityTables::Stored& stored, const std::vector<HistoryEntry>& history, PullReply& reply);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    const About& m_about;
    const OwnChanges& m_own;
    Turn* m_turn;
    std::set<RowKey> m_whole; ///< rows that are in the reply as wholes
    std::vector<RowUpsert> m_parts;
};

/// A row as it travels whole.
[[nodiscard]] RowUpsert wholeRowOf(Record record);

} // namespace satchel::server
