// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

namespace satchel {

/// The replica's few facts about itself: a named value each. A view of a connection.
class Meta {
public:
    explicit Meta(sqlite::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::int64_t> integer(std::string_view key);
    [[nodiscard]] Result<std::string> text(std::string_view key); ///< text or bytes; "" if absent
    [[nodiscard]] Status set(std::string_view key, std::int64_t value);
    [[nodiscard]] Status setText(std::string_view key, std::string_view value);
    [[nodiscard]] Status setBytes(std::string_view key, std::string_view value);

private:
    sqlite::Connection& m_connection;
};

} // namespace satchel
