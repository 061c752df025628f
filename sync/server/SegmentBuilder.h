// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/SegmentMessages.h"
#include "sync/server/Ledger.h"

#include <set>

namespace satchel::server {

/// The segments of one scope, with their bytes.
struct BuiltSet {
    SegmentSet set;
    std::vector<Bytes> bodies; ///< one for each of set.segments
};

/// Reads what a scope holds and makes segments of it: rows table by table, their history, and the scope's memberships.
/// Lives inside one read transaction; everything is as of its snapshot.
class SegmentBuilder {
public:
    explicit SegmentBuilder(Database& database) : m_database(database) {}

    /// `told`: scopes whose rows come otherwise; a row that is in one of them too is left out.
    [[nodiscard]] Result<BuiltSet> build(const Scope& scope, const std::set<Scope>& told, std::int64_t seq);

private:
    [[nodiscard]] Result<std::vector<Record>> rowsOf(const Entity& entity, const Scope& scope,
                                                     const std::set<Scope>& told);
    [[nodiscard]] Status addHistory(const Entity& entity, std::vector<Id> ids, std::vector<HistoryEntry>& entries);
    [[nodiscard]] Result<std::vector<RowKey>> membersOf(const Scope& scope);

    Database& m_database;
};

} // namespace satchel::server
