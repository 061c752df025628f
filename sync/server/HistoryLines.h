// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Reading the server's table of field history. The columns, up to FROM history, and a row of them as a line.
inline constexpr const char* historyColumns =
    "SELECT entity, row_id, seq, field, old_value, new_value, user_id, device_name, edited, rule FROM history ";
[[nodiscard]] HistoryEntry readHistory(const Row& row);

/// The lines of these rows after `since`, row by row in their order.
[[nodiscard]] Result<std::map<Id, std::vector<HistoryEntry>>> historyOf(Database& database, const Entity& entity,
                                                                        const std::vector<Id>& ids, std::int64_t since);

} // namespace satchel::server
