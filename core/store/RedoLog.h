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
/// cannot notice), or a damaged database, loses nothing a person typed. Whoever writes holds the database's write lock.
///
/// Record: 4 bytes "SRL1", 4 bytes length of the body, 8 bytes number (both big-endian), 16 bytes chain id of the
/// change before, 16 bytes BLAKE2b-128(key = incarnation, all of these || body), body. A record without a body says
/// that the changes before its number are answered, so that a database that went back is noticed and no number is used
/// twice. A record that does not check is stepped over, and those behind it are still read.
class RedoLog {
public:
    explicit RedoLog(const std::string& folder) : m_path(folder + "/redo.log") {}

    struct Entry {
        std::int64_t number = 0;
        Bytes16 previous{}; ///< chain id of the change before
        Bytes body;
    };
    struct Contents {
        /// The changes in the order of their numbers; of one number, the record written last.
        std::vector<Entry> entries;
        /// All numbers below this one are answered; 0 if nothing is said.
        std::int64_t next = 0;
        Bytes16 previous{}; ///< chain id of the change before `next`
        bool whole = true;  ///< whether nothing had to be stepped over
    };
    /// Appends the entries and makes them durable; answers the length the file had before.
    [[nodiscard]] Result<std::int64_t> append(const Id& incarnation, const std::vector<Entry>& entries);
    /// Takes back what was appended behind `length`.
    void cutBack(std::int64_t length);
    /// What this incarnation has written and can still be read. A torn tail (the last write of a program that was
    /// killed) is cut off.
    [[nodiscard]] Result<Contents> read(const Id& incarnation);
    /// Everything below `next` is answered: what stands in the file is forgotten but for this. Nothing happens to a
    /// file that has no changes.
    [[nodiscard]] Status forget(const Id& incarnation, std::int64_t next, const Bytes16& previous);
    /// Replaces the whole file, durably.
    [[nodiscard]] Status rewrite(const Id& incarnation, const Contents& contents);

private:
    std::string m_path;
};

} // namespace satchel
