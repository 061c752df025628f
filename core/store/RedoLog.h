// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <string>
#include <vector>

namespace satchel {

/// A second copy, outside the database, of sealed changes the server has not answered: PROFILE/redo.log. A record is
/// appended and fsynced before its transaction commits, so that a write-ahead log that was cut short (which SQLite
/// cannot notice) loses nothing a person typed. Whoever writes holds the database's write lock.
/// Record: 4 bytes length of the body, 8 bytes number (both big-endian), 16 bytes BLAKE2b-128(key = incarnation,
/// number || body), body. Reading stops at the first record that does not check.
class RedoLog {
public:
    explicit RedoLog(const std::string& folder) : m_path(folder + "/redo.log") {}

    struct Entry {
        std::int64_t number = 0;
        Bytes body;
    };
    /// Appends the entries and makes them durable; answers the length the file had before.
    [[nodiscard]] Result<std::int64_t> append(const Id& incarnation, const std::vector<Entry>& entries);
    /// Takes back what was appended behind `length`.
    void cutBack(std::int64_t length);
    /// All whole records of this incarnation; a torn tail is cut off, so that later records follow whole ones.
    [[nodiscard]] Result<std::vector<Entry>> recover(const Id& incarnation);

private:
    std::string m_path;
};

} // namespace satchel
