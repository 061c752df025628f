// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "sync/server/Database.h"

#include <map>
#include <set>

namespace satchel::simulation {

using Rows = std::map<RowKey, Record>;

/// All rows of the server that are not deleted, as they stand in its tables.
[[nodiscard]] Rows readRows(server::Database& database);

/// Who may see which rows, told from sync/PROTOCOL.md section 5 over the plain rows, without memberships or logs.
class Projection {
public:
    explicit Projection(const Rows& rows);

    [[nodiscard]] std::set<RowKey> visibleTo(const Id& user) const;

private:
    [[nodiscard]] const Record* find(const char* entity, const Value& id) const;
    [[nodiscard]] const Record* rootOf(const Record& row) const;
    [[nodiscard]] bool isOneOf(const Record& row, std::initializer_list<const char*> names) const;
    /// The accounts from this one upwards, itself first.
    [[nodiscard]] std::vector<const Record*> lineOf(const Record& account) const;
    [[nodiscard]] Id territoryOf(const Record& root) const;
    [[nodiscard]] std::set<Id> nodesOf(const Record& user) const;

    const Rows& m_rows;
    std::set<std::pair<Id, Id>> m_team; ///< account, user
    std::set<Id> m_teams;               ///< accounts that have one
};

} // namespace satchel::simulation
