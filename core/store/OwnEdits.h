// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Overlay.h"
#include "core/store/Replica.h"

#include <map>
#include <set>

namespace satchel {

/// Answered changes while a checkpoint is published: rows that only they have changed do not come back from the
/// server. Their new base images are what the operations make of the old ones, with the values the answers name; their
/// local lines of history get the place the server gave them. Lives for one publish, inside its transaction.
class OwnEdits {
public:
    OwnEdits(sqlite::Connection& connection, Overlay& overlay, const ReplicaIdentity& identity)
        : m_connection(connection), m_overlay(overlay), m_identity(identity)
    {}

    /// Rows that a page of the pull (from 1 on) has brought, or taken: their images are known. All of them come first.
    void delivered(const RowKey& key, std::size_t page) { m_delivered.emplace_back(key, page); }
    /// The last page that did; 0: none.
    [[nodiscard]] std::size_t deliveredBy(const RowKey& key);
    [[nodiscard]] bool wasDelivered(const RowKey& key, std::size_t page);
    /// One answer, in the order of numbers, while the change still counts as pending.
    [[nodiscard]] Status take(const Outcome& outcome);
    /// The same of an answer that leaves nothing behind: the local lines of history go.
    [[nodiscard]] Status dismiss(std::int64_t number);
    /// Writes the images, after the answered changes have left the overlay.
    [[nodiscard]] Status finish();

    /// The rows whose images were made here, and of them those with other changes still waiting, which are to be folded
    /// anew. After finish().
    [[nodiscard]] const std::set<RowKey>& made() const { return m_made; }
    [[nodiscard]] const std::set<RowKey>& waiting() const { return m_waiting; }

private:
    void sortDelivered();
    [[nodiscard]] Result<RowUpsert*> imageOf(const Operation& operation);
    [[nodiscard]] Status placeHistory(const Outcome& outcome, Milliseconds at, bool asWritten,
                                      const std::vector<HistoryEntry>& lines);

    sqlite::Connection& m_connection;
    Overlay& m_overlay;
    const ReplicaIdentity& m_identity;
    std::vector<std::pair<RowKey, std::size_t>> m_delivered;
    bool m_sorted = false;
    std::map<RowKey, RowUpsert> m_images; ///< made and not yet written
    std::set<RowKey> m_made;
    std::set<RowKey> m_waiting;
};

} // namespace satchel
