// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/EntityTables.h"

#include "sync/protocol/Messages.h"

#include <functional>
#include <map>
#include <set>

namespace satchel::server {

/// The answered changes of the laptop that asks, since its checkpoint, and what it will make of them by itself. A row
/// that only they have changed is not sent back: foresees() says whether the laptop arrives at exactly what stands
/// here. Lives for one page.
class OwnChanges {
public:
    /// One answer with the body it answers; in the order of their numbers. Only what it has done to `wanted` rows is
    /// kept.
    void add(const Outcome& outcome, std::string_view body, const std::function<bool(const RowKey&)>& wanted);

    /// Whether the change numbered `seq` in commit order is the laptop's, and wrote to this row by an operation of it.
    [[nodiscard]] bool wrote(const RowKey& key, std::int64_t seq) const;
    /// The seq at which such a change created the row; 0 if none did.
    [[nodiscard]] std::int64_t created(const RowKey& key) const;
    /// `history`: the row's lines since the checkpoint `since`. Asked only where every log line is of a change that
    /// wrote() the row.
    [[nodiscard]] bool foresees(const RowKey& key, const EntityTables::Stored& stored,
                                const std::vector<HistoryEntry>& history, std::int64_t since,
                                const Id& incarnation) const;

private:
    /// What the laptop will have of a row, as far as its operations say.
    struct Foreseen {
        Record record;
        std::set<std::size_t> fields;
        std::map<std::int64_t, Milliseconds> edits; ///< by seq: when they count as made
        std::int64_t created = 0;
        bool certain = true;
    };
    [[nodiscard]] static bool sameStamps(const Foreseen& mine, const MergeRow& row, std::int64_t since,
                                         const Id& incarnation);

    std::map<RowKey, Foreseen> m_rows;
};

} // namespace satchel::server
