// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Segment.h"

#include <algorithm>
#include <limits>
#include <zstd.h>

namespace satchel {

namespace {

using segment::Layout;
using Kind = SegmentCell::Kind;

// Bytes that are taken from their beginning; bad for good once something is not there.
class Input {
public:
    explicit Input(std::string_view bytes) : m_rest(bytes) {}

    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    void fail()
    {
        m_good = false;
        m_rest = {};
    }

    std::string_view take(std::uint64_t size)
    {
        if (size > m_rest.size()) {
            fail();
            return {};
        }
        const std::string_view taken = m_rest.substr(0, static_cast<std::size_t>(size));
        m_rest.remove_prefix(taken.size());
        return taken;
    }

    unsigned byte() { return m_rest.empty() ? (fail(), 0U) : static_cast<unsigned char>(take(1)[0]); }

    std::uint64_t number()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const unsigned next = byte();
            if (shift == 63 && next > 1)
                break;
            number |= static_cast<std::uint64_t>(next & 0x7fU) << shift;
            if (next < 0x80) {
                if (next == 0 && shift > 0) // one number, one spelling
                    break;
                return number;
            }
        }
        fail();
        return 0;
    }

    std::int64_t signedNumber()
    {
        const std::uint64_t folded = number();
        return static_cast<std::int64_t>(folded >> 1 ^ (0 - (folded & 1)));
    }

private:
    std::string_view m_rest;
    bool m_good = true;
};

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

using Cells = std::vector<SegmentCell>;

class Body {
public:
    Body(std::string_view bytes, const SegmentNumbers& numbers) : m_input(bytes), m_numbers(numbers) {}

    bool read(SegmentTable& table)
    {
        if (!readHead(table))
            return false;
        // What ids point into must not move: room for every cell that can hold one, but never beyond what came.
        for (std::uint64_t columns = m_columns; columns > 0; --columns)
            if (!readColumn(table))
                return false;
        return m_input.atEnd() && (table.kind != SegmentKind::Rows ||
                                   (table.ids.size() == m_count && table.revs.size() == m_count && m_rooted));
    }

private:
    bool readHead(SegmentTable& table)
    {
        const std::uint64_t layout = m_input.number();
        const std::uint64_t kind = m_input.number();
        const std::uint64_t entity = m_input.number();
        const std::uint64_t count = m_input.number();
        const std::uint64_t first = m_input.number();
        const std::uint64_t told = m_input.number();
        if (!m_input.good() || layout != 1 || kind < 1 || kind > 3 || count == 0 || count > protocol::maxSegmentRows ||
            first != m_numbers.size() || told > m_input.left() / 16 ||
            entity > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
            return false;
        table.kind = static_cast<SegmentKind>(kind);
        table.count = m_count = static_cast<std::size_t>(count);
        m_kind = table.kind;
        m_entity = schema::entityNumbered(static_cast<int>(entity));
        table.entity = m_kind == SegmentKind::Rows ? m_entity : nullptr;
        m_parents.resize(m_entity == nullptr ? 0 : m_entity->scope.parents.size());
        m_told = m_input.take(told * 16);
        m_columns = m_input.number();
        return m_input.good() && m_columns <= protocol::maxSegmentColumns;
    }

    bool readColumn(SegmentTable& table)
    {
        const std::uint64_t column = m_input.number();
        const unsigned layout = m_input.byte();
        const std::uint64_t size = m_input.number();
        Input bytes(m_input.take(size));
        if (!m_input.good() || column > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
            return false;
        const int number = static_cast<int>(column);
        if (m_kind == SegmentKind::Rows && number == segment::idColumn)
            return layout == static_cast<unsigned>(Layout::Ids) && readIds(bytes, table);
        if (m_kind == SegmentKind::Rows && number == segment::rootColumn)
            return layout == static_cast<unsigned>(Layout::Roots) && readRoots(bytes, table);
        if (m_kind == SegmentKind::Rows && (table.ids.empty() || m_rooted))
            return false; // ids come first, roots last
        Cells cells(m_count);
        const bool good = [&] {
            switch (static_cast<Layout>(layout)) {
            case Layout::Empty: return true;
            case Layout::Integers: return readIntegers(bytes, table, cells);
            case Layout::Texts: return readTexts(bytes, cells);
            case Layout::Choices: return readChoices(bytes, cells);
            case Layout::References: return readReferences(bytes, table, number, cells);
            case Layout::Values: return readValues(bytes, table, cells);
            default: return false;
            }
        }();
        if (!good || !bytes.good() || !bytes.atEnd())
            return false;
        return keep(table, number, std::move(cells));
    }

    bool keep(SegmentTable& table, int column, Cells cells)
    {
        if (m_kind == SegmentKind::Rows && column == segment::revColumn) {
            if (!table.revs.empty())
                return false;
            for (const SegmentCell& cell : cells) {
                if (cell.kind != Kind::Integer)
                    return false;
                table.revs.push_back(cell.number);
            }
            return true;
        }
        const int name = m_kind == SegmentKind::Rows ? column - segment::firstField : column;
        if (!table.columns.empty() && table.columns.back().first >= name)
            return false;
        table.columns.emplace_back(name, std::move(cells));
        return true;
    }

    bool readIds(Input& bytes, SegmentTable& table)
    {
        const std::string_view planes = bytes.take(16 * m_count);
        if (!bytes.good() || !bytes.atEnd() || !table.ids.empty())
            return false;
        table.ids.resize(m_count);
        for (std::size_t plane = 0; plane < 16; ++plane)
            for (std::size_t i = 0; i < m_count; ++i)
                table.ids[i].bytes[plane] = static_cast<unsigned char>(planes[plane * m_count + i]);
        return true;
    }

    // Rows of this set in front of the segment, then the segment's own, then those told in its head.
    std::optional<Id> idNumbered(const SegmentTable& table, std::uint64_t number) const
    {
        if (number < m_numbers.size())
            return m_numbers.id(static_cast<std::size_t>(number));
        number -= m_numbers.size();
        if (number < table.ids.size())
            return table.ids[static_cast<std::size_t>(number)];
        number -= table.ids.size();
        return number < m_told.size() / 16 ? Id::fromBytes(m_told.substr(static_cast<std::size_t>(number) * 16, 16))
                                           : std::nullopt;
    }

    // Hands out the numbers and ids of `count` references.
    template <typename Take>
    bool eachReference(Input& bytes, const SegmentTable& table, std::size_t count, const Take& take)
    {
        std::int64_t number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            number = sum(number, bytes.signedNumber());
            const auto id = number < 0 ? std::nullopt : idNumbered(table, static_cast<std::uint64_t>(number));
            if (!id || !bytes.good())
                return false;
            take(static_cast<std::size_t>(number), *id);
        }
        return true;
    }

    bool readPresence(Input& bytes)
    {
        m_set.clear();
        const unsigned form = bytes.byte();
        if (!bytes.good() || form > 1)
            return false;
        const std::string_view bits = form == 1 ? bytes.take((m_count + 7) / 8) : std::string_view();
        if (!bytes.good())
            return false;
        for (std::size_t i = 0; i < m_count; ++i)
            if (form == 0 || (static_cast<unsigned char>(bits[i / 8]) >> (i % 8) & 1U) != 0)
                m_set.push_back(static_cast<std::uint32_t>(i));
        return form == 0 || m_set.size() < m_count;
    }

    bool readIntegers(Input& bytes, const SegmentTable& table, Cells& cells)
    {
        if (!readPresence(bytes))
            return false;
        const std::uint64_t baseColumn = bytes.number();
        const std::uint64_t divisor = bytes.number();
        const Cells* base = nullptr;
        if (baseColumn != 0) {
            const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& each) {
                return static_cast<std::uint64_t>(
                           each.first + (m_kind == SegmentKind::Rows ? segment::firstField : 0)) == baseColumn;
            });
            if (found == table.columns.end())
                return baseColumn == segment::revColumn && m_kind == SegmentKind::Rows && !table.revs.empty()
                           ? fillIntegers(bytes, divisor, cells, [&](std::size_t i) { return table.revs[i]; })
                           : false;
            base = &found->second;
        }
        if (base == nullptr) {
            std::int64_t before = 0;
            return fillIntegers(
                bytes, divisor, cells, [&, last = &before](std::size_t) { return *last; }, &before);
        }
        return fillIntegers(bytes, divisor, cells,
                            [&](std::size_t i) { return (*base)[i].kind == Kind::Integer ? (*base)[i].number : 0; });
    }

    template <typename Base>
    bool fillIntegers(Input& bytes, std::uint64_t divisor, Cells& cells, const Base& base,
                      std::int64_t* before = nullptr)
    {
        if (divisor == 0)
            return false;
        for (const std::uint32_t i : m_set) {
            const auto step = static_cast<std::uint64_t>(bytes.signedNumber()) * divisor;
            cells[i].kind = Kind::Integer;
            cells[i].number = sum(base(i), static_cast<std::int64_t>(step));
            if (before != nullptr)
                *before = cells[i].number;
        }
        return bytes.good();
    }

    // `count` lengths, then as many texts.
    bool readTextList(Input& bytes, std::size_t count, std::vector<std::string_view>& texts)
    {
        if (count > bytes.left())
            return false;
        std::vector<std::uint64_t> sizes(count);
        for (std::uint64_t& size : sizes)
            size = bytes.number();
        texts.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            texts[i] = bytes.take(sizes[i]);
            if (texts[i].empty() || !isStorableText(texts[i]))
                return false;
        }
        return bytes.good();
    }

    static void setText(SegmentCell& cell, std::string_view text)
    {
        cell = {Kind::Text, static_cast<std::int64_t>(text.size()), text.data()};
    }

    bool readTexts(Input& bytes, Cells& cells)
    {
        std::vector<std::string_view> texts;
        if (!readPresence(bytes) || !readTextList(bytes, m_set.size(), texts))
            return false;
        for (std::size_t i = 0; i < m_set.size(); ++i)
            setText(cells[m_set[i]], texts[i]);
        return true;
    }

    bool readChoices(Input& bytes, Cells& cells)
    {
        if (!readPresence(bytes))
            return false;
        const std::uint64_t count = bytes.number();
        std::vector<std::string_view> texts;
        if (count > bytes.left() || !readTextList(bytes, static_cast<std::size_t>(count), texts))
            return false;
        for (const std::uint32_t i : m_set) {
            std::size_t number = bytes.byte();
            if (count > 256)
                number |= static_cast<std::size_t>(bytes.byte()) << 8;
            if (number >= texts.size())
                return false;
            setText(cells[i], texts[number]);
        }
        return true;
    }

    // Ids of a column get a home of their own in the table, which never moves afterwards.
    void setIds(SegmentTable& table, Cells& cells, const std::vector<std::uint32_t>& rows, std::vector<Id> ids)
    {
        table.told.push_back(std::move(ids));
        for (std::size_t i = 0; i < rows.size(); ++i)
            cells[rows[i]] = {Kind::Id, 16, table.told.back()[i].view().data()};
    }

    bool readReferences(Input& bytes, SegmentTable& table, int column, Cells& cells)
    {
        if (!readPresence(bytes))
            return false;
        std::vector<Id> ids;
        std::vector<std::uint32_t> numbers;
        ids.reserve(m_set.size());
        numbers.reserve(m_set.size());
        if (!eachReference(bytes, table, m_set.size(), [&](std::size_t number, const Id& id) {
                ids.push_back(id);
                numbers.push_back(static_cast<std::uint32_t>(number));
            }))
            return false;
        rememberParents(column, numbers);
        setIds(table, cells, m_set, std::move(ids));
        return true;
    }

    // The rows hanging on a parent take its root for theirs.
    void rememberParents(int column, const std::vector<std::uint32_t>& numbers)
    {
        if (m_kind != SegmentKind::Rows || m_entity == nullptr)
            return;
        const auto field = m_entity->indexOfNumber(column - segment::firstField);
        const auto& parents = m_entity->scope.parents;
        for (std::size_t rank = 0; field && rank < parents.size(); ++rank) {
            if (parents[rank] != m_entity->fields[*field].name)
                continue;
            m_parents[rank].assign(m_count, none);
            for (std::size_t i = 0; i < m_set.size(); ++i)
                m_parents[rank][m_set[i]] = numbers[i];
        }
    }

    Id guessedRoot(const SegmentTable& table, std::size_t row) const
    {
        for (const auto& numbers : m_parents)
            if (!numbers.empty() && numbers[row] != none)
                return numbers[row] < m_numbers.size() ? m_numbers.root(numbers[row])
                                                       : idNumbered(table, numbers[row]).value_or(Id{});
        return {};
    }

    bool readRoots(Input& bytes, SegmentTable& table)
    {
        const std::string_view forms = bytes.take(m_count);
        if (!bytes.good() || table.ids.empty() || m_rooted)
            return false;
        m_rooted = true;
        table.roots.resize(m_count);
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < m_count; ++i) {
            if (forms[i] == 0)
                table.roots[i] = table.ids[i];
            else if (forms[i] == 1)
                table.roots[i] = guessedRoot(table, i);
            else if (forms[i] == 2)
                others.push_back(i);
            else
                return false;
        }
        std::size_t next = 0;
        return eachReference(bytes, table, others.size(),
                             [&](std::size_t, const Id& id) { table.roots[others[next++]] = id; }) &&
               bytes.atEnd();
    }

    bool readValues(Input& bytes, SegmentTable& table, Cells& cells)
    {
        const std::string_view kinds = bytes.take(m_count);
        if (!bytes.good())
            return false;
        std::vector<std::uint32_t> rows[4];
        for (std::size_t i = 0; i < m_count; ++i) {
            if (static_cast<unsigned char>(kinds[i]) > 3)
                return false;
            rows[static_cast<unsigned char>(kinds[i])].push_back(static_cast<std::uint32_t>(i));
        }
        for (const std::uint32_t i : rows[1])
            cells[i] = {Kind::Integer, bytes.signedNumber(), nullptr};
        std::vector<std::string_view> texts;
        if (!readTextList(bytes, rows[2].size(), texts))
            return false;
        for (std::size_t i = 0; i < texts.size(); ++i)
            setText(cells[rows[2][i]], texts[i]);
        std::vector<Id> ids;
        if (!eachReference(bytes, table, rows[3].size(), [&](std::size_t, const Id& id) { ids.push_back(id); }))
            return false;
        setIds(table, cells, rows[3], std::move(ids));
        return true;
    }

    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    Input m_input;
    const SegmentNumbers& m_numbers;
    SegmentKind m_kind = SegmentKind::Rows;
    const Entity* m_entity = nullptr;
    std::size_t m_count = 0;
    std::uint64_t m_columns = 0;
    std::string_view m_told;
    std::vector<std::uint32_t> m_set;                  ///< rows of the present column that have a value
    std::vector<std::vector<std::uint32_t>> m_parents; ///< by rank of the parent: numbers by row
    bool m_rooted = false;
};

Error damaged()
{
    return {ErrorKind::Corrupt, "A piece of the download is damaged."};
}

} // namespace

Value SegmentCell::value() const
{
    switch (kind) {
    case Kind::Integer: return number;
    case Kind::Text: return std::string(text());
    case Kind::Id: return id();
    default: return {};
    }
}

HistoryEntry SegmentTable::entry(std::size_t row) const
{
    const auto cell = [&](segment::HistoryColumn column) { return columns[column].second[row]; };
    return {.row = {static_cast<int>(cell(segment::Entity).number), cell(segment::Row).id()},
            .seq = cell(segment::Seq).number,
            .field = static_cast<int>(cell(segment::Field).number),
            .from = cell(segment::From).value(),
            .to = cell(segment::To).value(),
            .user = cell(segment::User).id(),
            .device = std::string(cell(segment::Device).text()),
            .at = cell(segment::At).number,
            .rule = std::string(cell(segment::RuleName).text())};
}

RowKey SegmentTable::member(std::size_t row) const
{
    return {static_cast<int>(columns[segment::MemberEntity].second[row].number),
            columns[segment::MemberRow].second[row].id()};
}

Result<SegmentTable> SegmentReader::read(std::string_view segment)
{
    const unsigned long long size = ZSTD_getFrameContentSize(segment.data(), segment.size());
    if (segment.size() > protocol::maxSegmentBytes || size == ZSTD_CONTENTSIZE_ERROR ||
        size == ZSTD_CONTENTSIZE_UNKNOWN || size > protocol::maxSegmentContent ||
        ZSTD_findFrameCompressedSize(segment.data(), segment.size()) != segment.size())
        return damaged();
    SegmentTable table;
    table.content = std::make_unique<char[]>(static_cast<std::size_t>(size));
    if (ZSTD_decompress(table.content.get(), static_cast<std::size_t>(size), segment.data(), segment.size()) != size)
        return damaged();
    Body body(std::string_view(table.content.get(), static_cast<std::size_t>(size)), m_numbers);
    if (!body.read(table) || !isWhole(table))
        return damaged();
    for (std::size_t i = 0; i < table.ids.size(); ++i)
        m_numbers.add(table.ids[i], table.roots[i], false);
    return table;
}

// History and memberships have exactly these columns, each of its kind.
bool SegmentReader::isWhole(const SegmentTable& table)
{
    using K = SegmentCell::Kind;
    if (table.kind == SegmentKind::Rows)
        return true;
    const auto is = [&](int column, std::initializer_list<K> kinds) {
        return static_cast<std::size_t>(column) < table.columns.size() &&
               table.columns[static_cast<std::size_t>(column)].first == column &&
               std::all_of(table.columns[static_cast<std::size_t>(column)].second.begin(),
                           table.columns[static_cast<std::size_t>(column)].second.end(), [&](const SegmentCell& cell) {
                               return std::find(kinds.begin(), kinds.end(), cell.kind) != kinds.end();
                           });
    };
    if (table.kind == SegmentKind::Members)
        return is(segment::MemberEntity, {K::Integer}) && is(segment::MemberRow, {K::Id});
    return is(segment::Entity, {K::Integer}) && is(segment::Row, {K::Id}) && is(segment::Seq, {K::Integer}) &&
           is(segment::Field, {K::Integer}) && is(segment::From, {K::Null, K::Integer, K::Text, K::Id}) &&
           is(segment::To, {K::Null, K::Integer, K::Text, K::Id}) && is(segment::User, {K::Id}) &&
           is(segment::Device, {K::Null, K::Text}) && is(segment::At, {K::Integer}) &&
           is(segment::RuleName, {K::Null, K::Text});
}

} // namespace satchel
