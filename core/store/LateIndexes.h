// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

#include <vector>

namespace satchel {

/// The indexes of a replica's rows and memberships, taken away while a first sync fills the tables and made anew
/// afterwards: sorting once costs less than keeping them up row by row. Inside the caller's transaction, so that nobody
/// ever sees the tables without them; no statement may be under way at either call.
class LateIndexes {
public:
    explicit LateIndexes(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status takeAway();
    [[nodiscard]] Status putBack();

private:
    sqlite::Connection& m_connection;
    std::vector<std::string> m_taken; ///< their CREATE INDEX
};

} // namespace satchel
