// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "sync/protocol/Messages.h"

#include <memory>
#include <span>
#include <unordered_map>

namespace satchel {

/// Segments: the rows of a scope in immutable compressed pieces, column by column. The segments of one set are written
/// and read in order, for ids that a set has told already travel as row numbers. Byte for byte in sync/PROTOCOL.md,
/// "Segments". Plain objects, each used on one thread at a time.

namespace protocol {
inline constexpr std::size_t maxSegmentRows = 20000;
inline constexpr std::size_t maxSegmentColumns = 100;
inline constexpr std::size_t maxSegmentBytes = 8U << 20;    ///< compressed
inline constexpr std::size_t maxSegmentContent = 32U << 20; ///< uncompressed
} // namespace protocol

/// The name of a segment: BLAKE2b-256 of its bytes.
[[nodiscard]] Bytes segmentAddress(std::string_view segment);

enum class SegmentKind : std::uint8_t { Rows = 1, History = 2, Members = 3 };

/// Where ids get their numbers while the segments of one set go by, at either end.
class SegmentNumbers {
public:
    /// `findable`: find() is asked for it later (only the writing end does).
    void add(const Id& id, const Id& root, bool findable);
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] const Id& id(std::size_t number) const { return m_ids[number]; }
    [[nodiscard]] const Id& root(std::size_t number) const { return m_roots[number]; }
    /// The number of a row; nothing if this set has not told it.
    [[nodiscard]] std::optional<std::size_t> find(const Id& id) const;
    /// The id itself if the set has not told it: what the root of a row hanging on it is taken to be.
    [[nodiscard]] const Id& rootOf(const Id& id) const;

private:
    std::vector<Id> m_ids;
    std::vector<Id> m_roots;
    std::unordered_map<Id, std::size_t> m_numbers;
};

/// Makes the segments of one set. Each call answers one segment, of at most maxSegmentRows rows.
class SegmentWriter {
public:
    /// Rows of one entity. Entities come in their declared order, and rows in an order that keeps together what belongs
    /// together (arranged()).
    [[nodiscard]] Bytes rows(const Entity& entity, std::span<const Record> records);
    [[nodiscard]] Bytes history(std::span<const HistoryEntry> entries);
    [[nodiscard]] Bytes members(std::span<const RowKey> rows);

    /// A row by what its place depends on.
    struct Place {
        Id id;
        std::vector<Id> references; ///< the values of its references, see below
    };
    /// The references that count, by position.
    [[nodiscard]] static std::vector<std::size_t> references(const Entity& entity);
    /// Puts rows of one entity in the order in which they compress best: by what they refer to, then by id.
    void arrange(std::vector<Place>& rows) const;
    /// The same for memberships.
    void arrange(std::vector<RowKey>& rows) const;

private:
    SegmentNumbers m_numbers;
};

/// One cell of a column that was read. Text and ids point into their table.
struct SegmentCell {
    enum class Kind : std::uint8_t { Null, Integer, Text, Id };
    Kind kind = Kind::Null;
    std::int64_t number = 0; ///< the integer; of a text its length
    const char* bytes = nullptr;

    [[nodiscard]] std::string_view text() const { return {bytes, static_cast<std::size_t>(number)}; }
    [[nodiscard]] Id id() const { return Id::fromBytes({bytes, 16}).value_or(Id{}); }
    [[nodiscard]] Value value() const;
};

/// What one segment says, column by column. Moves, but is not copied: cells point into it.
struct SegmentTable {
    SegmentKind kind = SegmentKind::Rows;
    const Entity* entity = nullptr; ///< of rows; null: only newer programs know it
    std::size_t count = 0;
    std::vector<Id> ids;            ///< rows
    std::vector<std::int64_t> revs; ///< rows
    std::vector<Id> roots;          ///< rows
    /// By number of the field, in its order (rows); or as history and memberships have them below.
    std::vector<std::pair<int, std::vector<SegmentCell>>> columns;

    SegmentTable() = default;
    SegmentTable(SegmentTable&&) = default;
    SegmentTable& operator=(SegmentTable&&) = default;
    SegmentTable(const SegmentTable&) = delete;

    [[nodiscard]] HistoryEntry entry(std::size_t row) const;
    [[nodiscard]] RowKey member(std::size_t row) const;

    std::unique_ptr<char[]> content;   ///< what texts point into
    std::vector<std::vector<Id>> told; ///< what ids point into
};

/// Reads the segments of one set. Corrupt for whatever is not exactly as PROTOCOL.md has it; nothing is allocated that
/// the limits above do not allow.
class SegmentReader {
public:
    [[nodiscard]] Result<SegmentTable> read(std::string_view segment);

private:
    [[nodiscard]] static bool isWhole(const SegmentTable& table);

    SegmentNumbers m_numbers;
};

namespace segment {

/// How a column is laid out. The numbers travel.
enum class Layout : std::uint8_t {
    Empty = 0,      ///< nothing in any row
    Integers = 1,   ///< differences, to the value before or to another column
    Texts = 2,      ///< lengths, then the texts
    Choices = 3,    ///< a list of texts, then which
    Ids = 4,        ///< 16 planes of one byte a row
    References = 5, ///< numbers of rows, as differences
    Roots = 6,      ///< itself, that of the parent, or a reference
    Values = 7      ///< a kind a row, then as that kind
};

/// Columns of every kind of segment, and those of history and memberships.
inline constexpr int idColumn = 0;
inline constexpr int revColumn = 1;
inline constexpr int rootColumn = 2;
inline constexpr int firstField = 2; ///< field 1 is column 3
enum HistoryColumn { Entity = 0, Row, Seq, Field, From, To, User, Device, At, RuleName };
enum MemberColumn { MemberEntity = 0, MemberRow };

} // namespace segment

} // namespace satchel
