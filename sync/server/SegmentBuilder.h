// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Segment.h"
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
/// Of the rows it never has more in hand than one segment takes. Lives inside one read transaction; everything is as of
/// its snapshot.
class SegmentBuilder {
public:
    explicit SegmentBuilder(Database& database) : m_database(database) {}

    /// `told`: scopes whose rows come otherwise; a row that is in one of them too is left out.
    [[nodiscard]] Result<BuiltSet> build(const Scope& scope, const std::set<Scope>& told, std::int64_t seq);

private:
    /// Who the rows of a kind are, in the order in which they are written.
    [[nodiscard]] Result<std::vector<Id>> idsOf(const Entity& entity, const Scope& scope, const std::set<Scope>& told);
    [[nodiscard]] Status addRows(const Entity& entity, const std::vector<Id>& ids);
    [[nodiscard]] Result<std::vector<Record>> load(const Entity& entity, std::span<const Id> ids);
    /// Of these rows, kind by kind.
    [[nodiscard]] Status addHistory(std::vector<std::pair<const Entity*, std::vector<Id>>> rows);
    [[nodiscard]] Result<std::vector<RowKey>> membersOf(const Scope& scope);
    void add(Bytes body, std::size_t rows);

    Database& m_database;
    SegmentWriter m_writer;
    BuiltSet m_built;
};

} // namespace satchel::server
