// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Cbor.h"
#include "sync/protocol/Messages.h"

#include <algorithm>
#include <span>

namespace satchel::wire {

/// What messages are made of, to CBOR and back: for the .cpp files of this room only. Readers never fail by
/// themselves; they make the cbor::Reader bad, and whoever opened it asks at the end.

using cbor::Kind;
using cbor::Reader;
using cbor::Writer;

[[nodiscard]] inline Error corrupt(std::string message)
{
    return Error{ErrorKind::Corrupt, std::move(message)};
}

/// Writes a message: a map from small integers to its fields, in rising order, those at their default left out.
class MapWriter {
public:
    explicit MapWriter(Writer& writer) : m_writer(writer), m_where(writer.beginMap()) {}
    ~MapWriter() { m_writer.endMap(m_where, m_count); }
    MapWriter(const MapWriter&) = delete;
    MapWriter& operator=(const MapWriter&) = delete;

    /// Names the field whose value the caller writes next.
    Writer& key(int number)
    {
        m_writer.integer(number);
        ++m_count;
        return m_writer;
    }
    void integer(int number, std::int64_t value)
    {
        if (value != 0)
            key(number).integer(value);
    }
    void truth(int number, bool value)
    {
        if (value)
            key(number).boolean(true);
    }
    void text(int number, std::string_view value)
    {
        if (!value.empty())
            key(number).text(value);
    }
    void bytes(int number, std::string_view value)
    {
        if (!value.empty())
            key(number).bytes(value);
    }
    void bytes16(int number, const Bytes16& value)
    {
        if (value != Bytes16{})
            key(number).bytes(view(value));
    }
    template <typename List, typename Write>
    void list(int number, const List& elements, Write write)
    {
        if (elements.empty())
            return;
        key(number).array(elements.size());
        for (const auto& element : elements)
            write(m_writer, element);
    }

private:
    Writer& m_writer;
    std::size_t m_where;
    std::size_t m_count = 0;
};

/// Reads a message: calls field(key) for each entry, which reads the value and returns true, or returns false for a
/// key it does not know; what a newer peer added is passed over.
template <typename Field>
void readMap(Reader& reader, Field field)
{
    for (std::size_t left = reader.map(); left > 0 && reader.good(); --left) {
        if (reader.next() != Kind::Integer) {
            reader.skip();
            reader.skip();
        } else if (!field(reader.integer())) {
            reader.skip();
        }
    }
}

/// Reads a list: read(element) returns false for an element that is to be passed over.
template <typename Element, typename Read>
void readList(Reader& reader, std::vector<Element>& list, Read read)
{
    for (std::size_t left = reader.array(); left > 0 && reader.good(); --left) {
        Element element;
        if (read(element) && reader.good())
            list.push_back(std::move(element));
    }
}

/// Reads an array of at least `least` elements by `read`, and passes over those a newer peer put at its end.
template <typename Read>
void readTuple(Reader& reader, std::size_t least, Read read)
{
    const std::size_t count = reader.array();
    if (count < least)
        return reader.fail();
    read();
    for (std::size_t left = count - least; left > 0 && reader.good(); --left)
        reader.skip();
}

/// Pairs of (position in entity.fields, what) in the order of the fields' numbers.
template <typename What>
std::vector<const std::pair<std::size_t, What>*> byNumber(const Entity& entity,
                                                          const std::vector<std::pair<std::size_t, What>>& fields)
{
    std::vector<const std::pair<std::size_t, What>*> sorted;
    sorted.reserve(fields.size());
    for (const auto& field : fields)
        sorted.push_back(&field);
    std::sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) {
        return entity.fields[a->first].number < entity.fields[b->first].number;
    });
    return sorted;
}

/// Reads a whole input as one T.
template <typename T, typename Read>
Result<T> decode(std::string_view bytes, Read read)
{
    SATCHEL_ASSIGN(Reader reader, Reader::open(bytes));
    T message{};
    read(reader, message);
    if (!reader.good())
        return corrupt("The bytes are well-formed, but not the message that was expected.");
    return message;
}

void writeValue(Writer& writer, const Value& value);
[[nodiscard]] Value readValue(Reader& reader);
/// Exactly 16 bytes.
[[nodiscard]] Bytes16 readBytes16(Reader& reader);
[[nodiscard]] Id readId(Reader& reader);
/// An integer that fits an int.
[[nodiscard]] int readInt(Reader& reader);
/// One of the declared roles.
[[nodiscard]] Role readRole(Reader& reader);
/// Nothing for a kind of scope that only newer programs know.
[[nodiscard]] std::optional<Scope> readScope(Reader& reader);

/// Rows with their stamps, and lines of history of these and of other rows (RowsCodec.cpp).
void writeRows(Writer& writer, std::span<const RowUpsert> rows, std::span<const HistoryEntry> entries);
/// Rows and lines of entities that only newer programs know are passed over.
void readRows(Reader& reader, std::vector<RowUpsert>& rows, std::vector<HistoryEntry>& entries);

void writeOutcome(Writer& writer, const Outcome& outcome);
void readOutcome(Reader& reader, Outcome& outcome);

} // namespace satchel::wire
