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

void writeStamp(Writer& writer, int number, const Stamp& stamp)
{
    writer.array(7);
    writer.integer(number);
    writer.integer(stamp.rev);
    writer.integer(stamp.at);
    writer.bytes(stamp.user.view());
    writer.bytes(stamp.device.view());
    writer.text(stamp.deviceName);
    writer.bytes(view(stamp.change));
}

// The number of the field, whose stamp is in `stamp`.
int readStamp(Reader& reader, Stamp& stamp)
{
    int number = 0;
    readTuple(reader, 7, [&] {
        number = readInt(reader);
        stamp.rev = reader.integer();
        stamp.at = reader.integer();
        stamp.user = readId(reader);
        stamp.device = readId(reader);
        stamp.deviceName = reader.text();
        stamp.change = readBytes16(reader);
    });
    return number;
}

void writeRowFields(Writer& writer, const RowUpsert& row)
{
    // In a whole row what is left out is empty, so an empty field costs nothing.
    const auto travels = [&](const auto& field) { return !row.whole || !field.second.isNull(); };
    writer.map(static_cast<std::size_t>(std::count_if(row.fields.begin(), row.fields.end(), travels)));
    for (const auto* field : byNumber(*row.entity, row.fields)) {
        if (!travels(*field))
            continue;
        writer.integer(row.entity->fields[field->first].number);
        writeValue(writer, field->second);
    }
}

void readRowFields(Reader& reader, RowUpsert& row)
{
    for (std::size_t left = reader.map(); left > 0 && reader.good(); --left) {
        const int number = readInt(reader);
        Value value = readValue(reader);
        if (const auto position = row.entity->indexOfNumber(number))
            row.fields.emplace_back(*position, std::move(value));
    }
}

void readStamps(Reader& reader, RowUpsert& row)
{
    if (reader.null())
        return;
    readList(reader, row.stamps, [&](std::pair<std::size_t, Stamp>& entry) {
        const auto position = row.entity->indexOfNumber(readStamp(reader, entry.second));
        entry.first = position.value_or(0);
        return position.has_value();
    });
}

} // namespace

void writeRow(Writer& writer, const RowUpsert& row)
{
    writer.array(7);
    writer.integer(row.entity->number);
    writer.bytes(row.id.view());
    writer.integer(row.rev);
    if (row.root == row.id)
        writer.null();
    else
        writer.bytes(row.root.view());
    writer.boolean(row.whole);
    writeRowFields(writer, row);
    if (row.stamps.empty())
        return writer.null();
    writer.array(row.stamps.size());
    for (const auto* stamp : byNumber(*row.entity, row.stamps))
        writeStamp(writer, row.entity->fields[stamp->first].number, stamp->second);
}

bool readRow(Reader& reader, RowUpsert& row)
{
    readTuple(reader, 7, [&] {
        row.entity = schema::entityNumbered(readInt(reader));
        if (row.entity == nullptr) {
            for (int i = 0; i < 6; ++i)
                reader.skip();
            return;
        }
        row.id = readId(reader);
        row.rev = reader.integer();
        row.root = reader.null() ? row.id : readId(reader);
        row.whole = reader.boolean();
        readRowFields(reader, row);
        readStamps(reader, row);
    });
    return row.entity != nullptr;
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
        default: return false;
        }
    });
    if (!judged) // an outcome that does not say what happened must not count as "applied"
        reader.fail();
}

} // namespace satchel::wire
