// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Overlay.h"

#include <map>
#include <set>

namespace satchel {

/// The digests of a replica while a checkpoint is published: before anything about a row or its memberships changes,
/// the row is touched, which takes out what it stood for; when all is applied, those that are still here are counted
/// again. Only base images count, never what pending changes make of them. Lives for one publish, on its connection.
class ScopeSums {
public:
    ScopeSums(sqlite::Connection& connection, Overlay& overlay, const Bytes& digestKey)
        : m_connection(connection), m_rows(connection), m_overlay(overlay), m_digestKey(digestKey)
    {}

    /// Reads the stored sums; or forgets them, when all rows will be counted anew.
    [[nodiscard]] Status start(bool fromNothing);
    [[nodiscard]] Status touch(const RowKey& key);
    [[nodiscard]] Status touchAggregate(const RowKey& root);
    [[nodiscard]] Status touchPending();
    [[nodiscard]] const std::set<RowKey>& touched() const { return m_touched; }
    /// Adds a row's image to the sums of its scopes (or takes it out).
    void count(const RowUpsert& image, const std::vector<Scope>& scopes, bool add);
    /// Counts everything in one go; answers the rows that are in no scope.
    [[nodiscard]] Result<std::vector<RowKey>> countAll();
    [[nodiscard]] Status write();

    /// The digests as kept, scope by scope and table by table.
    [[nodiscard]] Result<std::vector<Digest>> stored();
    /// The digests counted anew from the base images of all rows; and how many rows those are.
    [[nodiscard]] Result<std::pair<std::vector<Digest>, std::int64_t>> recount();
    /// The scopes a row is in, by its root's memberships and its own.
    [[nodiscard]] Result<std::vector<Scope>> scopesOf(const RowKey& key, const Id& root);
    /// Seen rows and bases of pending ones.
    [[nodiscard]] Result<std::vector<Id>> allRows(const Entity& entity);

private:
    [[nodiscard]] Status contribute(const RowKey& key, bool add);

    sqlite::Connection& m_connection;
    Rows m_rows;
    Overlay& m_overlay;
    Bytes m_digestKey;
    std::set<RowKey> m_touched;
    std::map<std::pair<Scope, int>, Digest> m_sums;
    bool m_fromNothing = false; ///< nothing is taken out, everything will be counted
};

} // namespace satchel
