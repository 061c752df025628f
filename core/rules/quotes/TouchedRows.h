// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/Guard.h"

#include <set>

namespace satchel::quotes {

/// The guarded rows of one change while it is carried out, as they were before it; and, once all of it is, whether the
/// rules object. An action of hundreds of thousands of prices comes in parts: what can be looked at with its part is
/// looked at then and not kept. A plain value of whoever carries the change out, on its thread.
class TouchedRows {
public:
    /// Whether remember() is still owed before the row is written.
    [[nodiscard]] bool wants(const Entity& entity, const Id& id) const
    {
        return isGuarded(entity) && !m_known.contains({entity.number, id});
    }
    void remember(const Entity& entity, const Id& id, std::optional<Record> before);
    /// A part of the change is carried out, and another follows.
    [[nodiscard]] Result<std::optional<Objection>> partDone(const Author& author, RecordSource& now);
    /// All of it is.
    [[nodiscard]] Result<std::optional<Objection>> objection(const Author& author, RecordSource& now);
    /// Those that are kept: all but single prices and the like of earlier parts.
    [[nodiscard]] const std::vector<Touched>& rows() const { return m_rows; }
    void clear();

private:
    std::vector<Touched> m_rows;
    std::set<RowKey> m_known; ///< that are in m_rows
    PriceKeys m_prices;       ///< of earlier parts
};

} // namespace satchel::quotes
