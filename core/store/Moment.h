// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

#include <optional>

namespace satchel {

/// One moment of a replica while it lives, so that all that is read fits together; it also spares SQLite its lock for
/// each of a thousand small reads. Nothing can be written until it is gone. Inside somebody else's transaction it does
/// nothing.
class Moment {
public:
    explicit Moment(sqlite::Connection& connection)
    {
        if (connection.inTransaction())
            return;
        if (auto begun = sqlite::Transaction::begin(connection, sqlite::Transaction::Kind::Deferred); begun.ok())
            m_transaction.emplace(std::move(begun).value());
    }

private:
    std::optional<sqlite::Transaction> m_transaction; ///< without one each read is by itself
};

} // namespace satchel
