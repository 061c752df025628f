// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Pieces.h"

#include <map>
#include <tuple>

// Rows with their stamps and history, as they travel and as they are stored: [authors, rows, other lines]. Each author
// stands once and is named by his place; what counts up (rev, time) is written as the difference to what stands before.
// PROTOCOL.md, "Rows".

namespace satchel::wire {

namespace {

/// How much of a row is in its element, and where its history is.
enum class Shape : std::int64_t {
    Whole = 0,        ///< fields left out are empty
    Part = 1,         ///< fields left out are as they were
    PartWithTrace = 2 ///< the same, and its history follows from fields and stamps
};

struct Author {
    Id user;
    Id incarnation;
    std::string device;
};

// Differences are taken modulo 2^64, so that no pair of numbers is without one.
std::int64_t difference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// The table of authors while a message is written.
class Authors {
public:
    std::size_t of(const Stamp& stamp)
    {
        const auto [known, isNew] =
            m_places.try_emplace(std::tuple(stamp.user, stamp.device, stamp.deviceName), m_authors.size());
        if (isNew)
            add({stamp.user, stamp.device, stamp.deviceName});
        return known->second;
    }
    /// A line of history names no incarnation: any author of this name will do.
    std::size_t of(const HistoryEntry& entry)
    {
        const auto known = m_byName.find(std::pair(entry.user, entry.device));
        return known == m_byName.end()
                   ? of(Stamp{.user = entry.user, .device = {}, .deviceName = entry.device, .change = {}})
                   : known->second;
    }
    void write(Writer& writer) const
    {
        writer.array(m_authors.size());
        for (const Author& author : m_authors) {
            writer.array(3);
            writer.bytes(author.user.view());
            if (author.incarnation.isNull())
                writer.null();
            else
                writer.bytes(author.incarnation.view());
            writer.text(author.device);
        }
    }

private:
    void add(Author author)
    {
        m_byName.try_emplace(std::pair(author.user, author.device), m_authors.size());
        m_authors.push_back(std::move(author));
    }

    std::vector<Author> m_authors;
    std::map<std::tuple<Id, Id, std::string>, std::size_t> m_places;
    std::map<std::pair<Id, std::string>, std::size_t> m_byName;
};

/// Where the differences stand while a list of rows is written or read.
struct Chain {
    std::int64_t rev = 0;
    Milliseconds at = 0;
};

// A row's fields that got their value by one change share a stamp.
struct SharedStamp {
    const Stamp* stamp = nullptr;
    std::vector<int> fields;
};

std::vector<SharedStamp> shared(const RowUpsert& row)
{
    std::vector<SharedStamp> all;
    for (const auto* each : byNumber(*row.entity, row.stamps)) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const SharedStamp& s) { return *s.stamp == each->second; });
        SharedStamp& place = same == all.end() ? all.emplace_back(SharedStamp{&each->second, {}}) : *same;
        place.fields.push_back(row.entity->fields[each->first].number);
    }
    return all;
}

void writeStamps(Writer& writer, const RowUpsert& row, Authors& authors, Chain& chain)
{
    const auto stamps = shared(row);
    writer.array(stamps.size());
    for (const SharedStamp& each : stamps) {
        writer.array(4);
        writer.integer(difference(row.rev, each.stamp->rev));
        writer.integer(difference(each.stamp->at, std::exchange(chain.at, each.stamp->at)));
        writer.integer(static_cast<std::int64_t>(authors.of(*each.stamp)));
        writer.array(each.fields.size());
        for (const int number : each.fields)
            writer.integer(number);
    }
}

void writeRowFields(Writer& writer, const RowUpsert& row)
{
    // In a whole row what is left out is empty, so an empty field costs nothing.
    const auto travels = [&](const auto& field) { return !row.whole || !field.second.isNull(); };
    std::vector<std::pair<int, const Value*>> all; // those only newer programs know at their places among the others
    for (const auto* field : byNumber(*row.entity, row.fields))
        if (travels(*field))
            all.emplace_back(row.entity->fields[field->first].number, &field->second);
    for (const auto& field : row.unknown)
        if (travels(field))
            all.emplace_back(field.first, &field.second);
    if (!row.unknown.empty())
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    writer.map(all.size());
    for (const auto& [number, value] : all) {
        writer.integer(number);
        writeValue(writer, *value);
    }
}

// What a line says beside the row and the transaction it belongs to.
void writeLine(Writer& writer, const HistoryEntry& entry, Authors& authors, Chain& chain)
{
    writer.integer(entry.field);
    writeValue(writer, entry.from);
    writeValue(writer, entry.to);
    writer.integer(static_cast<std::int64_t>(authors.of(entry)));
    writer.integer(difference(entry.at, std::exchange(chain.at, entry.at)));
    writer.text(entry.rule);
}

using Lines = std::vector<const HistoryEntry*>;

void writeRow(Writer& writer, const RowUpsert& row, const Lines& lines, Authors& authors, Chain& chain)
{
    writer.array(8);
    writer.integer(row.entity->number);
    writer.bytes(row.id.view());
    writer.integer(difference(row.rev, std::exchange(chain.rev, row.rev)));
    const bool told = row.whole ? row.root != row.id : !row.root.isNull();
    if (told)
        writer.bytes(row.root.view());
    else
        writer.null();
    writer.integer(static_cast<std::int64_t>(row.whole   ? Shape::Whole
                                             : row.trace ? Shape::PartWithTrace
                                                         : Shape::Part));
    writeRowFields(writer, row);
    writeStamps(writer, row, authors, chain);
    writer.array(lines.size());
    for (const HistoryEntry* line : lines) {
        writer.array(7);
        writer.integer(difference(row.rev, line->seq));
        writeLine(writer, *line, authors, chain);
    }
}

void writeOtherLine(Writer& writer, const HistoryEntry& entry, Authors& authors, Chain& chain)
{
    writer.array(9);
    writer.integer(entry.row.entity);
    writer.bytes(entry.row.id.view());
    writer.integer(difference(entry.seq, std::exchange(chain.rev, entry.seq)));
    writeLine(writer, entry, authors, chain);
}

// ---- Reading --------------------------------------------------------------------------------------------------------

class Reading {
public:
    Reading(Reader& reader, std::vector<RowUpsert>& rows, std::vector<HistoryEntry>& entries)
        : m_reader(reader), m_rows(rows), m_entries(entries)
    {}

    void run()
    {
        readTuple(m_reader, 3, [&] {
            readList(m_reader, m_authors, [&](Author& author) {
                readTuple(m_reader, 3, [&] {
                    author.user = readId(m_reader);
                    author.incarnation = m_reader.null() ? Id{} : readId(m_reader);
                    author.device = m_reader.text();
                });
                return true;
            });
            readList(m_reader, m_rows, [&](RowUpsert& row) { return readRow(row); });
            m_chain = {};
            readList(m_reader, m_entries, [&](HistoryEntry& entry) { return readOtherLine(entry); });
        });
    }

private:
    const Author& author()
    {
        static const Author nobody;
        const std::int64_t place = m_reader.integer();
        if (place >= 0 && static_cast<std::uint64_t>(place) < m_authors.size())
            return m_authors[static_cast<std::size_t>(place)];
        m_reader.fail();
        return nobody;
    }

    Milliseconds time() { return m_chain.at = sum(m_chain.at, m_reader.integer()); }

    // False for a row of an entity that only newer programs know; the differences behind it count all the same.
    bool readRow(RowUpsert& row)
    {
        readTuple(m_reader, 8, [&] {
            const int number = readInt(m_reader);
            row.entity = schema::entityNumbered(number);
            row.id = readId(m_reader);
            row.rev = m_chain.rev = sum(m_chain.rev, m_reader.integer());
            const bool told = !m_reader.null();
            if (told)
                row.root = readId(m_reader);
            const std::int64_t shape = m_reader.integer();
            if (shape < 0 || shape > 2)
                m_reader.fail();
            row.whole = shape == static_cast<std::int64_t>(Shape::Whole);
            row.trace = shape == static_cast<std::int64_t>(Shape::PartWithTrace);
            if (row.whole && !told)
                row.root = row.id;
            if (row.entity != nullptr)
                readRowFields(row);
            else
                m_reader.skip();
            readStamps(row);
            readLines(row);
        });
        return row.entity != nullptr;
    }

    void readRowFields(RowUpsert& row)
    {
        for (std::size_t left = m_reader.map(); left > 0 && m_reader.good(); --left) {
            const int number = readInt(m_reader);
            Value value = readValue(m_reader);
            if (number < 1) // kept and written again, it would stand in another place
                return m_reader.fail();
            if (const auto position = row.entity->indexOfNumber(number))
                row.fields.emplace_back(*position, std::move(value));
            else
                row.unknown.emplace_back(number, std::move(value));
        }
    }

    void readStamps(RowUpsert& row)
    {
        for (std::size_t left = m_reader.array(); left > 0 && m_reader.good(); --left)
            readTuple(m_reader, 4, [&] {
                Stamp stamp;
                stamp.rev = difference(row.rev, m_reader.integer());
                stamp.at = time();
                const Author& who = author();
                stamp.user = who.user;
                stamp.device = who.incarnation;
                stamp.deviceName = who.device;
                for (std::size_t fields = m_reader.array(); fields > 0 && m_reader.good(); --fields) {
                    const int number = readInt(m_reader);
                    const auto position = row.entity != nullptr ? row.entity->indexOfNumber(number) : std::nullopt;
                    if (position)
                        row.stamps.emplace_back(*position, stamp);
                }
            });
        std::sort(row.stamps.begin(), row.stamps.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    void readLine(HistoryEntry& entry)
    {
        entry.field = readInt(m_reader);
        entry.from = readValue(m_reader);
        entry.to = readValue(m_reader);
        const Author& who = author();
        entry.user = who.user;
        entry.device = who.device;
        entry.at = time();
        entry.rule = m_reader.text();
    }

    void readLines(const RowUpsert& row)
    {
        readList(m_reader, m_entries, [&](HistoryEntry& entry) {
            readTuple(m_reader, 7, [&] {
                entry.seq = difference(row.rev, m_reader.integer());
                readLine(entry);
            });
            if (row.entity != nullptr)
                entry.row = {row.entity->number, row.id};
            return row.entity != nullptr;
        });
    }

    bool readOtherLine(HistoryEntry& entry)
    {
        readTuple(m_reader, 9, [&] {
            entry.row.entity = readInt(m_reader);
            entry.row.id = readId(m_reader);
            entry.seq = m_chain.rev = sum(m_chain.rev, m_reader.integer());
            readLine(entry);
        });
        return schema::entityNumbered(entry.row.entity) != nullptr;
    }

    Reader& m_reader;
    std::vector<RowUpsert>& m_rows;
    std::vector<HistoryEntry>& m_entries;
    std::vector<Author> m_authors;
    Chain m_chain;
};

} // namespace

void writeRows(Writer& writer, std::span<const RowUpsert> rows, std::span<const HistoryEntry> entries)
{
    std::map<RowKey, Lines> ofRows; // those of rows that travel too stand with them
    if (!entries.empty())
        for (const RowUpsert& row : rows)
            ofRows.try_emplace({row.entity->number, row.id});
    Lines others;
    for (const HistoryEntry& entry : entries) {
        const auto row = ofRows.find(entry.row);
        (row == ofRows.end() ? others : row->second).push_back(&entry);
    }
    Authors authors;
    for (const RowUpsert& row : rows)
        for (const auto* stamp : byNumber(*row.entity, row.stamps))
            static_cast<void>(authors.of(stamp->second));
    for (const HistoryEntry& entry : entries)
        static_cast<void>(authors.of(entry));

    writer.array(3);
    authors.write(writer);
    Chain chain;
    writer.array(rows.size());
    for (const RowUpsert& row : rows) {
        const auto lines = ofRows.find({row.entity->number, row.id});
        writeRow(writer, row, lines == ofRows.end() ? Lines() : std::exchange(lines->second, {}), authors, chain);
    }
    chain = {};
    writer.array(others.size());
    for (const HistoryEntry* entry : others)
        writeOtherLine(writer, *entry, authors, chain);
}

void readRows(Reader& reader, std::vector<RowUpsert>& rows, std::vector<HistoryEntry>& entries)
{
    Reading(reader, rows, entries).run();
}

} // namespace satchel::wire
