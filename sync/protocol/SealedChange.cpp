// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// The sealed body of a change. Its bytes are hashed into a chain, so it has no defaults and no room for additions:
// whatever a decoder does not know makes the whole body Corrupt. A new layout gets a new format number.

namespace satchel {

namespace {

using namespace wire;

constexpr int format = 1;
constexpr int formatWithOrigin = 2; // the same, uncertain and bulk always there, then the origin

std::vector<const FieldChange*> byFieldNumber(const Operation& operation)
{
    std::vector<const FieldChange*> sorted;
    for (const FieldChange& field : operation.fields)
        sorted.push_back(&field);
    std::sort(sorted.begin(), sorted.end(), [&](const FieldChange* a, const FieldChange* b) {
        return operation.entity->fields[a->field].number < operation.entity->fields[b->field].number;
    });
    return sorted;
}

void writeOperation(Writer& writer, const Operation& operation)
{
    const bool deletes = operation.kind == OperationKind::Delete;
    writer.array(deletes ? 4 : 5);
    writer.integer(static_cast<int>(operation.kind));
    writer.integer(operation.entity->number);
    writer.bytes(operation.id.view());
    writer.integer(operation.seenRev);
    if (deletes)
        return;
    if (!writesFields(operation.kind))
        return writer.bytes(operation.other.view());
    writer.map(operation.fields.size());
    for (const FieldChange* field : byFieldNumber(operation)) {
        writer.integer(operation.entity->fields[field->field].number);
        if (operation.kind == OperationKind::Update) {
            writer.array(2);
            writeValue(writer, field->before);
        }
        writeValue(writer, field->after);
    }
}

void readFieldChanges(Reader& reader, Operation& operation)
{
    for (std::size_t left = reader.map(); left > 0 && reader.good(); --left) {
        const auto position = operation.entity->indexOfNumber(readInt(reader));
        if (!position)
            return reader.fail();
        FieldChange field{.field = *position, .before = {}, .after = {}};
        if (operation.kind == OperationKind::Update) {
            if (reader.array() != 2)
                return reader.fail();
            field.before = readValue(reader);
        }
        field.after = readValue(reader);
        operation.fields.push_back(std::move(field));
    }
}

bool readOperation(Reader& reader, Operation& operation)
{
    const std::size_t count = reader.array();
    const std::int64_t kind = reader.integer();
    operation.kind = static_cast<OperationKind>(kind);
    operation.entity = schema::entityNumbered(readInt(reader));
    operation.id = readId(reader);
    operation.seenRev = reader.integer();
    const bool deletes = operation.kind == OperationKind::Delete;
    if (kind < 1 || kind > 5 || count != (deletes ? 4U : 5U) || operation.entity == nullptr || operation.id.isNull() ||
        operation.seenRev < 0)
        reader.fail();
    else if (!deletes && !writesFields(operation.kind))
        operation.other = readId(reader);
    else if (!deletes)
        readFieldChanges(reader, operation);
    return true;
}

void readBulkPart(Reader& reader, Change& change, bool mayBeNone)
{
    const std::size_t parts = reader.array();
    if (parts == 0 && mayBeNone)
        return;
    if (parts != 3)
        return reader.fail();
    change.bulk.bulk = readId(reader);
    change.bulk.part = reader.integer();
    change.bulk.parts = reader.integer();
    const bool possible = !change.bulk.bulk.isNull() && change.bulk.part >= 0 && change.bulk.part < change.bulk.parts &&
                          change.bulk.parts <= protocol::maxBulkParts && change.number > change.bulk.part;
    if (!possible)
        reader.fail();
}

} // namespace

Bytes encodeChange(const Change& change)
{
    Writer writer;
    const bool isPart = !change.bulk.bulk.isNull();
    const bool hasOrigin = change.origin != Bytes16{};
    writer.array(hasOrigin ? 8 : isPart ? 7 : change.timeIsUncertain ? 6 : 5);
    writer.integer(hasOrigin ? formatWithOrigin : format);
    writer.integer(change.number);
    writer.integer(change.editedAt);
    writer.integer(change.seenCheckpoint);
    writer.array(change.operations.size());
    for (const Operation& operation : change.operations)
        writeOperation(writer, operation);
    if (change.timeIsUncertain || isPart || hasOrigin)
        writer.integer(change.timeIsUncertain ? 1 : 0);
    if (isPart) {
        writer.array(3);
        writer.bytes(change.bulk.bulk.view());
        writer.integer(change.bulk.part);
        writer.integer(change.bulk.parts);
    } else if (hasOrigin) {
        writer.array(0);
    }
    if (hasOrigin)
        writer.bytes(view(change.origin));
    return writer.take();
}

Result<Change> decodeChange(std::string_view body)
{
    if (body.size() > protocol::maxChangeBytes)
        return Error{ErrorKind::TooLarge, "This change is larger than 1 MiB and cannot be sent as one."};
    std::int64_t layout = 0;
    std::size_t operations = 0;
    Result<Change> change = decode<Change>(body, [&](Reader& reader, Change& read) {
        const std::size_t count = reader.array();
        layout = reader.integer();
        read.number = reader.integer();
        read.editedAt = reader.integer();
        read.seenCheckpoint = reader.integer();
        const bool hasOrigin = layout == formatWithOrigin;
        if (count < 5 || (hasOrigin ? count != 8 : count > 7 || layout != format) || read.number < 1 ||
            read.seenCheckpoint < 0)
            return reader.fail();
        Reader ahead = reader;
        operations = ahead.array();
        if (operations > protocol::maxOperations)
            return reader.fail();
        readList(reader, read.operations, [&](Operation& operation) { return readOperation(reader, operation); });
        if (count == 5)
            return;
        const std::int64_t uncertain = reader.integer();
        read.timeIsUncertain = uncertain == 1;
        if (uncertain < (count == 6 ? 1 : 0) || uncertain > 1)
            return reader.fail();
        if (count >= 7)
            readBulkPart(reader, read, hasOrigin);
        if (!hasOrigin)
            return;
        read.origin = bytes16(reader.bytes()).value_or(Bytes16{});
        if (read.origin == Bytes16{})
            reader.fail();
    });
    if (!change && layout > formatWithOrigin)
        return Error{ErrorKind::TooNew, "This change was made by a newer program."};
    if (!change && operations > protocol::maxOperations)
        return Error{ErrorKind::TooLarge, "This change has more than 1,000 operations and cannot be sent as one."};
    return change;
}

Bytes16 chainId(std::string_view secret, std::int64_t number, const Bytes16& previous, std::string_view body)
{
    Bytes message;
    message.reserve(8 + previous.size() + body.size());
    for (int shift = 56; shift >= 0; shift -= 8)
        message.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xff));
    message += view(previous);
    message += body;
    return blake2b128(secret, message);
}

} // namespace satchel
