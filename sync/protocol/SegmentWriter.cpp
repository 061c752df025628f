// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Segment.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <sodium.h>
#include <tuple>
#include <zstd.h>

namespace satchel {

namespace {

using segment::Layout;

// A segment is packed once and fetched by everybody who has the scope.
constexpr int level = 12;
constexpr std::size_t mostChoices = 65536;

void appendNumber(Bytes& bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(static_cast<char>(number | 0x80));
    bytes.push_back(static_cast<char>(number));
}

void appendSigned(Bytes& bytes, std::int64_t number)
{
    appendNumber(bytes, static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63));
}

// Two's complement wraps, so that every difference of two integers fits.
std::int64_t difference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::uint64_t size(std::int64_t number)
{
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// Which rows have a value: 0 all; 1 and a bit a row.
template <typename IsSet>
void appendPresence(Bytes& bytes, std::size_t count, const IsSet& isSet)
{
    Bytes bits((count + 7) / 8, '\0');
    bool all = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (isSet(i))
            bits[i / 8] = static_cast<char>(static_cast<unsigned char>(bits[i / 8]) | 1U << (i % 8));
        else
            all = false;
    }
    bytes.push_back(all ? '\0' : '\1');
    if (!all)
        bytes += bits;
}

class Columns {
public:
    Columns(const SegmentNumbers& numbers, std::size_t count) : m_numbers(numbers), m_count(count) {}

    // `at` answers the value of a row.
    template <typename At>
    void values(int column, const At& at)
    {
        std::size_t integers = 0;
        std::size_t texts = 0;
        std::size_t ids = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            const Value& value = at(i);
            integers += value.isInteger() ? 1 : 0;
            texts += value.isText() ? 1 : 0;
            ids += value.isId() ? 1 : 0;
        }
        if (integers + texts + ids == 0)
            return begin(column, Layout::Empty, {});
        if (texts + ids == 0)
            return integersOf(column, at);
        if (integers + ids == 0)
            return textsOf(column, at);
        if (integers + texts == 0)
            return begin(column, Layout::References, references(at));
        begin(column, Layout::Values, mixed(at));
    }

    void ids(int column, std::span<const Record> records)
    {
        Bytes planes;
        planes.reserve(16 * records.size());
        for (std::size_t plane = 0; plane < 16; ++plane)
            for (const Record& record : records)
                planes.push_back(static_cast<char>(record.id.bytes[plane]));
        begin(column, Layout::Ids, planes);
    }

    template <typename Guess>
    void roots(int column, std::span<const Record> records, const Guess& guess)
    {
        Bytes bytes;
        std::vector<Value> told;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const Record& record = records[i];
            const bool guessed = record.root == guess(i);
            bytes.push_back(record.root == record.id ? '\0' : guessed ? '\1' : '\2');
            if (record.root != record.id && !guessed)
                told.emplace_back(record.root);
        }
        appendReferences(bytes, told.size(), [&](std::size_t i) -> const Value& { return told[i]; });
        begin(column, Layout::Roots, bytes);
    }

    [[nodiscard]] Bytes finish(SegmentKind kind, int entity, std::size_t first) const
    {
        Bytes body;
        appendNumber(body, 1); // layout of what follows
        appendNumber(body, static_cast<std::uint64_t>(kind));
        appendNumber(body, static_cast<std::uint64_t>(entity));
        appendNumber(body, m_count);
        appendNumber(body, first);
        appendNumber(body, m_told.size());
        for (const Id& id : m_told)
            body += id.view();
        appendNumber(body, m_columns);
        body += m_bytes;
        Bytes packed(ZSTD_compressBound(body.size()), '\0');
        packed.resize(ZSTD_compress(packed.data(), packed.size(), body.data(), body.size(), level));
        return packed;
    }

private:
    void begin(int column, Layout layout, const Bytes& bytes)
    {
        ++m_columns;
        appendNumber(m_bytes, static_cast<std::uint64_t>(column));
        m_bytes.push_back(static_cast<char>(layout));
        appendNumber(m_bytes, bytes.size());
        m_bytes += bytes;
    }

    // The differences to the values before (base null) or to another column, divided by what they have in common.
    template <typename At>
    Bytes differences(const At& at, const std::vector<std::int64_t>* base, int baseColumn) const
    {
        std::vector<std::int64_t> steps;
        std::uint64_t divisor = 0;
        std::int64_t before = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            const Value& value = at(i);
            if (!value.isInteger())
                continue;
            steps.push_back(difference(value.integer(), base == nullptr ? before : (*base)[i]));
            before = value.integer();
            divisor = std::gcd(divisor, size(steps.back()));
        }
        if (divisor == 0 || divisor > static_cast<std::uint64_t>(INT64_MAX))
            divisor = 1;
        Bytes bytes;
        appendPresence(bytes, m_count, [&](std::size_t i) { return at(i).isInteger(); });
        appendNumber(bytes, static_cast<std::uint64_t>(baseColumn));
        appendNumber(bytes, divisor);
        for (const std::int64_t step : steps)
            appendSigned(bytes, step / static_cast<std::int64_t>(divisor));
        return bytes;
    }

    template <typename At>
    void integersOf(int column, const At& at)
    {
        Bytes best = differences(at, nullptr, 0);
        for (const auto& [baseColumn, base] : m_integers)
            if (Bytes other = differences(at, &base, baseColumn); other.size() < best.size())
                best = std::move(other);
        std::vector<std::int64_t> mine(m_count);
        for (std::size_t i = 0; i < m_count; ++i)
            mine[i] = at(i).integer(); // 0 where there is none
        if (column > 0)                // 0 stands for the value before
            m_integers.emplace_back(column, std::move(mine));
        begin(column, Layout::Integers, best);
    }

    template <typename At>
    void textsOf(int column, const At& at)
    {
        std::map<std::string_view, std::size_t> choices;
        std::size_t set = 0;
        for (std::size_t i = 0; i < m_count; ++i)
            if (const Value& value = at(i); value.isText()) {
                ++set;
                choices.emplace(value.text(), 0);
            }
        Bytes bytes;
        appendPresence(bytes, m_count, [&](std::size_t i) { return at(i).isText(); });
        const auto append = [&](const auto& each) {
            Bytes texts;
            each([&](std::string_view text) {
                appendNumber(bytes, text.size());
                texts += text;
            });
            bytes += texts;
        };
        if (choices.size() * 3 > set || choices.size() > mostChoices) {
            append([&](const auto& take) {
                for (std::size_t i = 0; i < m_count; ++i)
                    if (at(i).isText())
                        take(at(i).text());
            });
            return begin(column, Layout::Texts, bytes);
        }
        appendNumber(bytes, choices.size());
        std::size_t next = 0;
        append([&](const auto& take) {
            for (auto& [text, number] : choices) {
                number = next++;
                take(text);
            }
        });
        for (std::size_t i = 0; i < m_count; ++i) {
            if (!at(i).isText())
                continue;
            const std::size_t number = choices.at(at(i).text());
            bytes.push_back(static_cast<char>(number & 0xff));
            if (choices.size() > 256)
                bytes.push_back(static_cast<char>(number >> 8));
        }
        begin(column, Layout::Choices, bytes);
    }

    std::size_t numberOf(const Id& id)
    {
        if (const auto number = m_numbers.find(id))
            return *number;
        const auto [place, fresh] = m_toldNumbers.emplace(id, m_told.size());
        if (fresh)
            m_told.push_back(id);
        return m_numbers.size() + place->second;
    }

    template <typename At>
    void appendReferences(Bytes& bytes, std::size_t count, const At& at)
    {
        std::int64_t before = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!at(i).isId())
                continue;
            const auto number = static_cast<std::int64_t>(numberOf(at(i).id()));
            appendSigned(bytes, number - before);
            before = number;
        }
    }

    template <typename At>
    Bytes references(const At& at)
    {
        Bytes bytes;
        appendPresence(bytes, m_count, [&](std::size_t i) { return at(i).isId(); });
        appendReferences(bytes, m_count, at);
        return bytes;
    }

    template <typename At>
    Bytes mixed(const At& at)
    {
        Bytes bytes;
        for (std::size_t i = 0; i < m_count; ++i)
            bytes.push_back(static_cast<char>(at(i).isInteger() ? 1 : at(i).isText() ? 2 : at(i).isId() ? 3 : 0));
        for (std::size_t i = 0; i < m_count; ++i)
            if (at(i).isInteger())
                appendSigned(bytes, at(i).integer());
        for (std::size_t i = 0; i < m_count; ++i)
            if (at(i).isText())
                appendNumber(bytes, at(i).text().size());
        for (std::size_t i = 0; i < m_count; ++i)
            if (at(i).isText())
                bytes += at(i).text();
        appendReferences(bytes, m_count, at);
        return bytes;
    }

    const SegmentNumbers& m_numbers;
    std::size_t m_count;
    std::size_t m_columns = 0;
    Bytes m_bytes;
    std::vector<std::pair<int, std::vector<std::int64_t>>> m_integers; ///< columns that others may refer to
    std::vector<Id> m_told;                                            ///< ids that are no rows of the set
    std::unordered_map<Id, std::size_t> m_toldNumbers;
};

// The first parent that is set; null if there is none.
Id parentOf(const Record& record)
{
    for (const std::string& parent : record.entity->scope.parents)
        if (const Value& reference = record.value(parent); reference.isId())
            return reference.id();
    return {};
}

} // namespace

Bytes segmentAddress(std::string_view segment)
{
    Bytes address(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(address.data()), address.size(),
                       reinterpret_cast<const unsigned char*>(segment.data()), segment.size(), nullptr, 0);
    return address;
}

void SegmentNumbers::add(const Id& id, const Id& root, bool findable)
{
    if (findable)
        m_numbers.emplace(id, m_ids.size());
    m_ids.push_back(id);
    m_roots.push_back(root);
}

std::optional<std::size_t> SegmentNumbers::find(const Id& id) const
{
    const auto found = m_numbers.find(id);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

const Id& SegmentNumbers::rootOf(const Id& id) const
{
    const auto number = find(id);
    return number ? m_roots[*number] : id;
}

Bytes SegmentWriter::rows(const Entity& entity, std::span<const Record> records)
{
    const std::size_t first = m_numbers.size();
    // Guesses are made before the rows themselves have numbers, so that the reader, who goes in the same order, makes
    // the same ones.
    std::vector<Id> guesses;
    for (const Record& record : records) {
        const Id parent = parentOf(record);
        guesses.push_back(parent.isNull() ? Id{} : m_numbers.rootOf(parent));
    }
    for (const Record& record : records)
        m_numbers.add(record.id, record.root, true);
    Columns columns(m_numbers, records.size());
    columns.ids(segment::idColumn, records);
    std::vector<Value> revs;
    for (const Record& record : records)
        revs.emplace_back(record.rev);
    columns.values(segment::revColumn, [&](std::size_t i) -> const Value& { return revs[i]; });
    std::vector<std::size_t> fields(entity.fields.size());
    std::iota(fields.begin(), fields.end(), 0);
    std::sort(fields.begin(), fields.end(),
              [&](std::size_t a, std::size_t b) { return entity.fields[a].number < entity.fields[b].number; });
    for (const std::size_t field : fields)
        columns.values(segment::firstField + entity.fields[field].number,
                       [&](std::size_t i) -> const Value& { return records[i].values[field]; });
    columns.roots(segment::rootColumn, records, [&](std::size_t i) { return guesses[i]; });
    return columns.finish(SegmentKind::Rows, entity.number, first);
}

Bytes SegmentWriter::history(std::span<const HistoryEntry> entries)
{
    Columns columns(m_numbers, entries.size());
    std::vector<Value> values(entries.size());
    const auto add = [&](int column, const auto& valueOf) {
        for (std::size_t i = 0; i < entries.size(); ++i)
            values[i] = valueOf(entries[i]);
        columns.values(column, [&](std::size_t i) -> const Value& { return values[i]; });
    };
    const auto text = [](const std::string& of) { return of.empty() ? Value() : Value(of); };
    using Entry = const HistoryEntry&;
    add(segment::Entity, [](Entry entry) { return Value(std::int64_t{entry.row.entity}); });
    add(segment::Row, [](Entry entry) { return Value(entry.row.id); });
    add(segment::Seq, [](Entry entry) { return Value(entry.seq); });
    add(segment::Field, [](Entry entry) { return Value(std::int64_t{entry.field}); });
    add(segment::From, [](Entry entry) { return entry.from; });
    add(segment::To, [](Entry entry) { return entry.to; });
    add(segment::User, [](Entry entry) { return Value(entry.user); });
    add(segment::Device, [&](Entry entry) { return text(entry.device); });
    add(segment::At, [](Entry entry) { return Value(entry.at); });
    add(segment::RuleName, [&](Entry entry) { return text(entry.rule); });
    return columns.finish(SegmentKind::History, 0, m_numbers.size());
}

Bytes SegmentWriter::members(std::span<const RowKey> rows)
{
    Columns columns(m_numbers, rows.size());
    std::vector<Value> values(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        values[i] = std::int64_t{rows[i].entity};
    columns.values(segment::MemberEntity, [&](std::size_t i) -> const Value& { return values[i]; });
    for (std::size_t i = 0; i < rows.size(); ++i)
        values[i] = rows[i].id;
    columns.values(segment::MemberRow, [&](std::size_t i) -> const Value& { return values[i]; });
    return columns.finish(SegmentKind::Members, 0, m_numbers.size());
}

std::vector<std::size_t> SegmentWriter::references(const Entity& entity)
{
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].type == FieldType::Reference && entity.fields[i].references != entity.name)
            fields.push_back(i);
    return fields;
}

void SegmentWriter::arrange(std::vector<Place>& rows) const
{
    // By the numbers of the rows they refer to. Strangers come last, in the order of their ids.
    using Key = std::pair<std::size_t, Id>;
    std::vector<std::pair<std::vector<Key>, std::size_t>> keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        keys[i].first.reserve(rows[i].references.size() + 1);
        for (const Id& id : rows[i].references) {
            const auto number = m_numbers.find(id);
            keys[i].first.emplace_back(number ? *number : m_numbers.size(), number ? Id{} : id);
        }
        keys[i].first.emplace_back(0, rows[i].id);
        keys[i].second = i;
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Place> sorted;
    sorted.reserve(rows.size());
    for (const auto& [key, i] : keys)
        sorted.push_back(std::move(rows[i]));
    rows = std::move(sorted);
}

void SegmentWriter::arrange(std::vector<RowKey>& rows) const
{
    const auto place = [&](const RowKey& key) {
        const auto number = m_numbers.find(key.id);
        return std::tuple(key.entity, number ? *number : m_numbers.size(), key.id);
    };
    std::sort(rows.begin(), rows.end(), [&](const RowKey& a, const RowKey& b) { return place(a) < place(b); });
}

} // namespace satchel
