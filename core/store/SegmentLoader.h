// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SearchFill.h"
#include "sync/protocol/Segment.h"

#include <functional>

namespace satchel {

/// The downloaded pieces of one scope, as files.
struct SegmentFiles {
    Scope scope;
    std::vector<std::string> paths; ///< in order; each is named by its address
};

/// Fills an empty replica file, that nobody else uses, with segments: rows first, indexes and search afterwards. Pieces
/// are read, checked and made ready on a thread of its own while the one before is inserted. Whatever goes wrong, the
/// file is good for nothing afterwards and is made anew.
class SegmentLoader {
public:
    /// One file, checked against its name and read; Corrupt if it is not what it should be.
    [[nodiscard]] static Result<SegmentTable> read(SegmentReader& reader, const std::string& path);
    /// The same as a page of a pull.
    [[nodiscard]] static Result<PullReply> readPage(SegmentReader& reader, const std::string& path, const Scope& scope);

    explicit SegmentLoader(sqlite::Connection& connection) : m_connection(connection) {}

    /// Corrupt names no file: `damaged` then holds the path of the one to fetch again.
    [[nodiscard]] Status load(const std::vector<SegmentFiles>& sets);
    std::string damaged;

    /// Rows inserted so far; false stops with Busy. Called on the caller's thread.
    std::function<bool(std::int64_t rows)> onProgress;

private:
    struct Piece;
    class Preparing;
    [[nodiscard]] Status insertRows(const Piece& piece);
    [[nodiscard]] Status insertHistory(const SegmentTable& table);
    [[nodiscard]] Status insertMembers(const SegmentTable& table, const Scope& scope);
    [[nodiscard]] Status settleDoubles();

    sqlite::Connection& m_connection;
    std::int64_t m_rows = 0;
    /// Rows that came a second time, with the number their search entry has.
    std::vector<std::pair<Record, std::int64_t>> m_doubles;
};

} // namespace satchel
