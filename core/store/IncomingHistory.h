// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "core/sqlite/Connection.h"
#include "sync/protocol/Messages.h"

#include <set>
#include <tuple>

namespace satchel {

/// The lines of history that a checkpoint brings, written once however often they come: beside their rows, or as what
/// follows from the stamps of a row's part. Lives for one publish, inside its transaction.
class IncomingHistory {
public:
    explicit IncomingHistory(sqlite::Connection& connection) : m_connection(connection) {}

    /// Comes first. `checkpoint`: the one that is left behind; `everything`: as of Publisher::publish().
    [[nodiscard]] Status begin(std::int64_t checkpoint, bool everything);
    [[nodiscard]] Status add(const HistoryEntry& entry);
    /// Each field of the part was written once since the checkpoint, and its stamp says by whom and when. `before`: the
    /// row as it was.
    [[nodiscard]] Status addTrace(const RowUpsert& part, const Record& before);

private:
    sqlite::Connection& m_connection;
    std::int64_t m_known = 0; ///< up to which seq there may be lines already
    std::set<std::tuple<RowKey, std::int64_t, int, std::string>> m_lines; ///< after that, written now
};

/// Adds a line to the replica's table of history.
[[nodiscard]] Status insertHistory(sqlite::Connection& connection, const HistoryEntry& entry);

} // namespace satchel
