// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

#include <set>

namespace satchel {

/// Rows that left this laptop stand for a while yet in two places: the search index notes only that their words are
/// gone and drops them when it next merges, and the write-ahead log keeps the pages as they were. What is owed is
/// written down with the rows' removal, so that it is made good even if the program ends between. For one connection,
/// on its thread.
class Scrub {
public:
    explicit Scrub(sqlite::Connection& connection) : m_connection(connection) {}

    /// Rows of these entities (numbers) went, or lost what may no longer be read. Inside the transaction that does it.
    [[nodiscard]] Status owe(const std::set<int>& entities);
    /// Makes good what is owed, outside of any transaction. Where another connection still reads what was there, it
    /// stays owed until the next time.
    [[nodiscard]] Status pay();

private:
    sqlite::Connection& m_connection;
};

} // namespace satchel
