// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Pieces.h"

#include <limits>

namespace satchel::wire {

void writeValue(Writer& writer, const Value& value)
{
    if (value.isInteger())
        writer.integer(value.integer());
    else if (value.isText())
        writer.text(value.text());
    else if (value.isId())
        writer.bytes(value.id().view());
    else
        writer.null();
}

Value readValue(Reader& reader)
{
    switch (reader.next()) {
    case Kind::Integer: return reader.integer();
    case Kind::Text: return std::string(reader.text());
    case Kind::Bytes: return readId(reader);
    default:
        if (!reader.null())
            reader.fail();
        return {};
    }
}

Bytes16 readBytes16(Reader& reader)
{
    const auto bytes = bytes16(reader.bytes());
    if (!bytes)
        reader.fail();
    return bytes.value_or(Bytes16{});
}

Id readId(Reader& reader)
{
    return Id{readBytes16(reader)};
}

int readInt(Reader& reader)
{
    const std::int64_t value = reader.integer();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        reader.fail();
        return 0;
    }
    return static_cast<int>(value);
}

Role readRole(Reader& reader)
{
    const std::int64_t number = reader.integer();
    if (number < 0 || number >= static_cast<std::int64_t>(allRoles().size()))
        reader.fail();
    return static_cast<Role>(number);
}

std::optional<Scope> readScope(Reader& reader)
{
    const std::string_view bytes = reader.bytes();
    if (bytes.size() != 17)
        reader.fail();
    return Scope::fromBytes(bytes);
}

namespace {

using Difference = std::pair<RowKey, std::vector<std::pair<int, Value>>>;

void writeDifference(Writer& writer, const Difference& difference)
{
    writer.array(3);
    writer.integer(difference.first.entity);
    writer.bytes(difference.first.id.view());
    std::vector<std::pair<int, Value>> fields = difference.second;
    std::sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    writer.map(fields.size());
    for (const auto& [number, value] : fields) {
        writer.integer(number);
        writeValue(writer, value);
    }
}

bool readDifference(Reader& reader, Difference& difference)
{
    readTuple(reader, 3, [&] {
        difference.first.entity = readInt(reader);
        difference.first.id = readId(reader);
        for (std::size_t left = reader.map(); left > 0 && reader.good(); --left) {
            const int number = readInt(reader);
            if (number < 0)
                reader.fail();
            difference.second.emplace_back(number, readValue(reader));
        }
    });
    return true;
}

OutcomeStatus readOutcomeStatus(Reader& reader)
{
    const std::int64_t status = reader.integer();
    if (status < 1 || status > 6)
        reader.fail();
    return static_cast<OutcomeStatus>(status);
}

} // namespace

void writeOutcome(Writer& writer, const Outcome& outcome)
{
    MapWriter map(writer);
    map.bytes16(0, outcome.incarnation.bytes);
    map.integer(1, outcome.number);
    map.integer(2, static_cast<int>(outcome.status));
    map.integer(3, outcome.seq);
    map.text(4, outcome.code);
    map.text(5, outcome.text);
    map.list(6, outcome.fields, [](Writer& to, const std::string& field) { to.text(field); });
    map.list(7, outcome.different, writeDifference);
    map.list(8, outcome.untouched, [](Writer& to, const RowKey& row) {
        to.array(2);
        to.integer(row.entity);
        to.bytes(row.id.view());
    });
    map.integer(9, outcome.edited);
}

void readOutcome(Reader& reader, Outcome& outcome)
{
    bool judged = false;
    readMap(reader, [&](std::int64_t key) {
        switch (key) {
        case 0: outcome.incarnation = readId(reader); return true;
        case 1: outcome.number = reader.integer(); return true;
        case 2:
            outcome.status = readOutcomeStatus(reader);
            judged = true;
            return true;
        case 3: outcome.seq = reader.integer(); return true;
        case 4: outcome.code = reader.text(); return true;
        case 5: outcome.text = reader.text(); return true;
        case 6:
            readList(reader, outcome.fields, [&](std::string& field) {
                field = reader.text();
                return true;
            });
            return true;
        case 7:
            readList(reader, outcome.different, [&](Difference& d) { return readDifference(reader, d); });
            return true;
        case 8:
            readList(reader, outcome.untouched, [&](RowKey& row) {
                readTuple(reader, 2, [&] {
                    row.entity = readInt(reader);
                    row.id = readId(reader);
                });
                return true;
            });
            return true;
        case 9: outcome.edited = reader.integer(); return true;
        default: return false;
        }
    });
    if (!judged) // an outcome that does not say what happened must not count as "applied"
        reader.fail();
}

} // namespace satchel::wire
