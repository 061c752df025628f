// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Likeness.h"
#include "core/store/Neighbours.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// Records of one kind that may be the same customer.
struct Twin {
    Record record;
    std::vector<Alike> by; ///< why, the strongest reason first
};
struct TwinPair {
    Record first;
    Record second;
    std::vector<Alike> by;
};

/// The records that may be the same as this one (which need not be stored: it may still be typed), the likeliest first.
/// A handful of looks into the search index, however many records there are.
[[nodiscard]] Result<std::vector<Twin>> twinsOf(Replica& replica, const Record& record);

/// Looks for twins among all records of a kind, stretch by stretch: first along the indexes, where those with the same
/// mark, mail or name stand beside each other, then record by record for what only a search finds. A value that
/// remembers how far it is; each step is short, so that the thread stays free for other questions.
class TwinHunt {
public:
    explicit TwinHunt(const Entity& entity);

    /// The pairs of the next stretch; a pair may come again for another reason.
    [[nodiscard]] Result<std::vector<TwinPair>> step(Replica& replica);
    [[nodiscard]] bool isDone() const { return m_stage > m_indexes.size(); }
    [[nodiscard]] const Entity& entity() const { return *m_entity; }

private:
    [[nodiscard]] Status stepAlong(Replica& replica, std::vector<TwinPair>& pairs);
    [[nodiscard]] Status stepThrough(Replica& replica, std::vector<TwinPair>& pairs);
    [[nodiscard]] std::string keyOf(const Value& value) const;

    const Entity* m_entity;
    std::vector<std::optional<std::size_t>> m_indexes; ///< nothing: by label
    std::size_t m_stage = 0;                           ///< which index; behind the last one: record by record
    std::optional<Neighbours::Entry> m_at;
    std::vector<Neighbours::Entry> m_last; ///< the entries before, to compare with
    std::int64_t m_row = 0;
};

/// How many records of a kind refer to this one, kinds without any left out.
struct Hanging {
    const Entity* entity = nullptr;
    std::int64_t count = 0;
};
[[nodiscard]] Result<std::vector<Hanging>> hangingOn(Replica& replica, const RowKey& row);

} // namespace satchel::sales
