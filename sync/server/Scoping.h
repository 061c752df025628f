// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/Access.h"
#include "sync/server/EntityTables.h"

#include <set>

namespace satchel::server {

/// Where rows belong by what stands in them (the ScopePath of their entity), and which scopes a user has. Computed from
/// the tables, never remembered beyond one change. A view of a connection.
class Scoping {
public:
    explicit Scoping(Database& database) : m_database(database), m_tables(database) {}

    /// The root of a row's aggregate: the root of its first parent that exists, else itself.
    [[nodiscard]] Result<Id> rootOf(const Record& record);
    [[nodiscard]] Result<Id> rootOf(const Entity& entity, const Id& id);
    /// The scopes the row itself is a member of; empty for a row that only follows its root.
    [[nodiscard]] Result<std::set<Scope>> membershipsOf(const Record& record);
    /// The scopes in which the row is seen now: its root's memberships and its own, as stored, that carry its entity.
    /// Those of the row asked for last are kept, for one change asks for them several times, until
    /// membershipsChanged().
    [[nodiscard]] Result<std::set<Scope>> storedScopes(const Entity& entity, const Id& id, const Id& root);
    void membershipsChanged() { m_last.reset(); }
    /// The scopes of which the row itself is a member, as stored.
    [[nodiscard]] Result<std::set<Scope>> membershipsIn(const Id& row);
    /// Table member was written to for this row.
    void moved(const Id& row);
    /// Of these rows, those whose members the transaction's memory has not got; what is asked to know them; and the
    /// answer being put there. Within a write transaction.
    [[nodiscard]] std::vector<Id> unknown(const std::set<Id>& rows) const;
    [[nodiscard]] static std::vector<Database::Question> membersOf(const std::vector<Id>& rows);
    /// `answers` from `at` on are those.
    void keepMembers(const std::vector<Id>& rows, const std::vector<std::vector<Row>>& answers, std::size_t at);

    [[nodiscard]] Result<std::set<Scope>> scopesOf(const Id& user, Role role);

private:
    [[nodiscard]] Result<std::vector<Record>> lineOf(const Record& record);
    [[nodiscard]] Result<std::set<Id>> nodesOf(const Id& user, bool withSubtree);
    [[nodiscard]] Result<std::set<Id>> allNodes();

    struct Stored {
        int entity = 0;
        Id id;
        Id root;
        std::set<Scope> scopes;
    };

    Database& m_database;
    EntityTables m_tables;
    std::optional<Stored> m_last;
};

} // namespace satchel::server
