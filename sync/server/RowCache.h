// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/merge/Merge.h"
#include "sync/server/Database.h"

#include <map>

namespace satchel::server {

/// The rows, stamps and memberships that the write transaction under way has read or written: nothing is asked twice,
/// and what a whole group of changes will need can be read in one go. Belongs to a connection while a transaction
/// lasts; what one has committed the next can go on with, if nobody else has written meanwhile (Remembered). Whoever
/// writes to the tables e_..., stamp or member tells it.
class RowCache {
public:
    struct Entry {
        bool exists = false;
        MergeRow row; ///< without stamps until `stamped`
        std::int64_t rooted = 0;
        bool stamped = false;
    };

    /// Null if it is not known.
    [[nodiscard]] Entry* find(const RowKey& key);
    Entry& keep(const RowKey& key, Entry entry);
    /// The row is being written: if this is undone, it has to be read again.
    void written(const RowKey& key) { m_written.push_back(key); }
    void forget(const RowKey& key) { m_rows.erase(key); }

    [[nodiscard]] const std::set<Scope>* scopesOf(const Id& row) const;
    const std::set<Scope>& keepScopes(const Id& row, std::set<Scope> scopes);
    void forgetScopes(const Id& row);

    /// Forgets all it knows: a large action must not fill it.
    void shed();
    /// All of it is committed.
    void settle();
    [[nodiscard]] std::size_t size() const { return m_rows.size() + m_scopes.size(); }

    // What the connection calls with its savepoints.
    void mark() { m_marks.emplace_back(m_written.size(), m_moved.size()); }
    void undo();
    void release();

private:
    std::map<RowKey, Entry> m_rows;
    std::map<Id, std::set<Scope>> m_scopes;
    std::vector<RowKey> m_written;
    std::vector<Id> m_moved;
    std::vector<std::pair<std::size_t, std::size_t>> m_marks;
    bool m_shed = false; ///< what was written before is not known any more: undoing forgets everything
};

} // namespace satchel::server
