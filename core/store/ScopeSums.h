// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Overlay.h"
#include "core/store/RowHash.h"

#include <map>
#include <set>
#include <unordered_map>

namespace satchel {

/// The digests of a replica while a checkpoint is published: before anything about a row or its memberships changes,
/// the row is touched, which takes out what it stood for; when all is applied, those that are still here are counted
/// again. Only base images count, never what pending changes make of them. Lives for one publish, on its connection.
class ScopeSums {
public:
    ScopeSums(sqlite::Connection& connection, Overlay& overlay, const Bytes& digestKey)
        : m_connection(connection), m_rows(connection), m_overlay(overlay), m_digestKey(digestKey), m_hash(digestKey)
    {}

    /// Reads the stored sums; or forgets them, when all rows will be counted anew.
    [[nodiscard]] Status start(bool fromNothing);
    [[nodiscard]] Status touch(const RowKey& key);
    /// The same for a row that is about to be replaced: what stands in its table, if that is the server's image of it.
    [[nodiscard]] Result<std::optional<Rows::Stored>> touchStored(const RowKey& key);
    [[nodiscard]] Status touchAggregate(const RowKey& root);
    [[nodiscard]] Status touchTable(const Entity& entity);
    /// A row that goes, with its aggregate if it is the head of one.
    [[nodiscard]] Status touchGone(const RowKey& key);
    [[nodiscard]] Status touchPending();
    /// The rows touched, and the scopes they were in.
    struct Place {
        bool known = false;
        Id root;
        std::vector<Scope> scopes;
    };
    [[nodiscard]] const std::map<RowKey, Place>& touched() const { return m_touched; }
    /// Must be said of every membership that changes: where a row was is not where it is, then.
    void membershipsMoved() { m_moved = true; }
    /// Counts a touched row again, as it is read back from its table; false if it is here, but in no scope any more.
    [[nodiscard]] Result<bool> countAgain(const RowKey& key);
    /// Counts everything in one go; answers the rows that are in no scope.
    [[nodiscard]] Result<std::vector<RowKey>> countAll();
    /// The same where somebody has counted it already.
    void start(const std::map<std::pair<Scope, int>, Digest>& counted);
    [[nodiscard]] Status write();

    /// The digests as kept, scope by scope and table by table.
    [[nodiscard]] Result<std::vector<Digest>> stored();
    /// The digests counted anew from the base images of all rows; and how many rows those are.
    [[nodiscard]] Result<std::pair<std::vector<Digest>, std::int64_t>> recount();
    /// The scopes a row is in, by its root's memberships and its own.
    [[nodiscard]] Result<std::vector<Scope>> scopesOf(const RowKey& key, const Id& root);
    /// The scopes that are published here, each at its seq.
    [[nodiscard]] Result<std::map<Scope, std::int64_t>> scopes();
    /// Those beside these.
    [[nodiscard]] Result<std::set<Scope>> scopesBeside(const std::vector<Scope>& known);
    /// Seen rows and bases of pending ones.
    [[nodiscard]] Result<std::vector<Id>> allRows(const Entity& entity);

private:
    [[nodiscard]] Result<std::optional<Rows::Sum>> sumOf(const RowKey& key);
    [[nodiscard]] Status addMemberships(const Id& row, std::vector<Scope>& scopes);
    [[nodiscard]] Status takeOut(const RowKey& key, const std::optional<Rows::Sum>& sum);
    void count(const RowKey& key, const Bytes16& hash, const std::vector<Scope>& scopes, bool add);

    sqlite::Connection& m_connection;
    Rows m_rows;
    Overlay& m_overlay;
    Bytes m_digestKey;
    RowHash m_hash;
    std::map<RowKey, Place> m_touched;
    std::map<std::pair<Scope, int>, Digest> m_sums;
    std::set<std::pair<Scope, int>> m_changed; ///< which of them are to be written
    bool m_moved = false;
    std::unordered_map<Id, std::vector<Scope>> m_ofRoot; ///< memberships of heads of aggregates, while none has moved
    bool m_fromNothing = false;                          ///< nothing is taken out, everything will be counted
};

} // namespace satchel
