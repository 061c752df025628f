// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/RowCount.h"
#include "core/store/SearchFill.h"
#include "sync/protocol/Segment.h"

#include <functional>

namespace satchel {

/// Where in the file of a download a piece stands.
struct SegmentPlace {
    Bytes address; ///< of what must be there
    std::int64_t offset = 0;
    std::int64_t bytes = 0;
};

/// The downloaded pieces of one scope.
struct SegmentPieces {
    Scope scope;
    std::string file;
    std::vector<SegmentPlace> places; ///< in order
};

/// Fills an empty replica file, that nobody else uses, with segments: rows first, indexes and search afterwards. Pieces
/// are read, checked and made ready on a thread of its own while the one before is inserted; while the indexes are made
/// another thread reads the rows back and counts them. Whatever goes wrong, the file is good for nothing afterwards and
/// is made anew.
class SegmentLoader {
public:
    /// One piece, checked against its address and read; Corrupt if it is not what it should be.
    [[nodiscard]] static Result<SegmentTable> read(SegmentReader& reader, const std::string& file,
                                                   const SegmentPlace& place);
    /// The same as a page of a pull.
    [[nodiscard]] static Result<PullReply> readPage(SegmentReader& reader, const std::string& file,
                                                    const SegmentPlace& place, const Scope& scope);

    /// `indexes`: the statements that make those which the file does not have yet. `path`: of the connection's
    /// database, for the thread that counts.
    SegmentLoader(sqlite::Connection& connection, std::vector<std::string> indexes, std::string path, Bytes digestKey)
        : m_connection(connection),
          m_indexes(std::move(indexes)),
          m_path(std::move(path)),
          m_digestKey(std::move(digestKey))
    {}

    /// Corrupt names no piece: `damaged` then holds the address of the one to fetch again.
    [[nodiscard]] Status load(const std::vector<SegmentPieces>& sets);
    Bytes damaged;
    /// The digests of what was loaded; nothing where they could not be counted beside the rest.
    std::optional<RowCount> counted;

    /// Rows inserted so far; false stops with Busy. Called on the caller's thread.
    std::function<bool(std::int64_t rows)> onProgress;

private:
    struct Piece;
    class Preparing;
    class Counting;
    [[nodiscard]] Status insertAll(Preparing& preparing);
    [[nodiscard]] Status insertRows(const Piece& piece);
    [[nodiscard]] Status insertHistory(const SegmentTable& table);
    [[nodiscard]] Status insertMembers(const SegmentTable& table, const Scope& scope);
    [[nodiscard]] Status makeIndexes(Preparing& preparing, SearchFill& search);
    [[nodiscard]] Status settleDoubles();

    sqlite::Connection& m_connection;
    std::vector<std::string> m_indexes;
    std::string m_path;
    Bytes m_digestKey;
    std::int64_t m_rows = 0;
    /// Rows that came a second time, with the number their search entry has.
    std::vector<std::pair<Record, std::int64_t>> m_doubles;
};

} // namespace satchel
