// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/sqlite/Connection.h"

#include <optional>

namespace satchel {

/// What stands in fields of a row that only newer programs know: a newer server sends it, this laptop keeps it, counts
/// it in digests and gives it to the program that comes after it. A view of a connection, as short-lived as Rows; the
/// caller's transaction.
class UnknownFields {
public:
    explicit UnknownFields(sqlite::Connection& connection) : m_connection(connection) {}

    /// Whether there is any at all: hardly ever, so that it costs next to nothing.
    [[nodiscard]] Result<bool> any();
    /// Fills record.unknown.
    [[nodiscard]] Status load(Record& record);
    /// Makes record.unknown what is kept for its row.
    [[nodiscard]] Status store(const Record& record);
    [[nodiscard]] Status forget(const RowKey& key);

    /// After an update of the program: values of fields that it knows now go into their columns, with search index and
    /// all. A transaction of its own, if there is anything to do.
    [[nodiscard]] static Status adopt(sqlite::Connection& connection);

private:
    sqlite::Connection& m_connection;
    bool m_any = false;
};

} // namespace satchel
