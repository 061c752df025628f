// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// Comparing by key ranges, where digests disagree. The keys are frozen; PROTOCOL.md lists them.

namespace satchel {

namespace {

using namespace wire;

void writeId(Writer& writer, const Id& id)
{
    if (id.isNull())
        writer.null();
    else
        writer.bytes(id.view());
}

Id readIdOrNull(Reader& reader)
{
    return reader.null() ? Id{} : readId(reader);
}

void writeRange(Writer& writer, const KeyRange& range)
{
    writer.array(4);
    writer.bytes(range.scope.toBytes());
    writer.integer(range.entity);
    writeId(writer, range.from);
    writeId(writer, range.until);
}

bool readRange(Reader& reader, KeyRange& range)
{
    readTuple(reader, 4, [&] {
        const auto scope = readScope(reader);
        if (!scope)
            reader.fail(); // an answer must stand at the place of its question
        range.scope = scope.value_or(Scope{});
        range.entity = readInt(reader);
        range.from = readIdOrNull(reader);
        range.until = readIdOrNull(reader);
    });
    return true;
}

void writeWanted(Writer& writer, const RowKey& key)
{
    writer.array(2);
    writer.integer(key.entity);
    writer.bytes(key.id.view());
}

bool readWanted(Reader& reader, RowKey& key)
{
    readTuple(reader, 2, [&] {
        key.entity = readInt(reader);
        key.id = readId(reader);
    });
    return true;
}

// Few rows: id and hash of each, one behind the other, in one byte string. Parts: a list of [from, rows, sum].
void writeSums(Writer& writer, const RangeSums& sums)
{
    if (!sums.divided) {
        Bytes rows;
        rows.reserve(sums.rows.size() * 32);
        for (const RowSum& row : sums.rows) {
            rows += row.id.view();
            rows += view(row.hash);
        }
        return writer.bytes(rows);
    }
    writer.array(sums.parts.size());
    for (const RangeSums::Part& part : sums.parts) {
        writer.array(3);
        writeId(writer, part.from);
        writer.integer(part.rows);
        writer.bytes(view(part.sum));
    }
}

bool readSums(Reader& reader, RangeSums& sums)
{
    if (reader.next() == Kind::Bytes) {
        const std::string_view rows = reader.bytes();
        if (rows.size() % 32 != 0)
            reader.fail();
        for (std::size_t at = 0; reader.good() && at < rows.size(); at += 32)
            sums.rows.push_back({*Id::fromBytes(rows.substr(at, 16)), *bytes16(rows.substr(at + 16, 16))});
        return true;
    }
    sums.divided = true;
    readList(reader, sums.parts, [&](RangeSums::Part& part) {
        readTuple(reader, 3, [&] {
            part.from = readIdOrNull(reader);
            part.rows = reader.integer();
            part.sum = readBytes16(reader);
        });
        return true;
    });
    return true;
}

} // namespace

Bytes encode(const CompareRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.schemaVersion);
        map.bytes16(2, message.incarnation.bytes);
        map.integer(3, message.checkpoint);
        map.bytes16(4, message.salt);
        map.list(5, message.ranges, writeRange);
        map.list(6, message.rows, writeWanted);
    }
    return writer.take();
}

Result<CompareRequest> decodeCompareRequest(std::string_view bytes)
{
    return decode<CompareRequest>(bytes, [](Reader& reader, CompareRequest& message) {
        message.schemaVersion = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.schemaVersion = readInt(reader); return true;
            case 2: message.incarnation = readId(reader); return true;
            case 3: message.checkpoint = reader.integer(); return true;
            case 4: message.salt = readBytes16(reader); return true;
            case 5:
                readList(reader, message.ranges, [&](KeyRange& range) { return readRange(reader, range); });
                return true;
            case 6: readList(reader, message.rows, [&](RowKey& row) { return readWanted(reader, row); }); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const CompareReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, message.serverTime);
        map.truth(1, message.movedOn);
        Bytes moved;
        for (const Id& id : message.moved)
            moved += id.view();
        map.bytes(2, moved);
        map.list(3, message.ranges, writeSums);
        map.integer(4, message.looked);
        if (message.looked > 0)
            map.bytes(5, encode(message.found));
    }
    return writer.take();
}

Result<CompareReply> decodeCompareReply(std::string_view bytes)
{
    return decode<CompareReply>(bytes, [](Reader& reader, CompareReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.serverTime = reader.integer(); return true;
            case 1: message.movedOn = reader.boolean(); return true;
            case 2: {
                const std::string_view moved = reader.bytes();
                if (moved.size() % 16 != 0)
                    reader.fail();
                for (std::size_t at = 0; reader.good() && at < moved.size(); at += 16)
                    message.moved.push_back(*Id::fromBytes(moved.substr(at, 16)));
                return true;
            }
            case 3:
                readList(reader, message.ranges, [&](RangeSums& sums) { return readSums(reader, sums); });
                return true;
            case 4: message.looked = reader.integer(); return true;
            case 5: {
                auto found = decodePullReply(reader.bytes());
                if (!found.ok())
                    return reader.fail(), true;
                message.found = std::move(*found);
                return true;
            }
            default: return false;
            }
        });
    });
}

} // namespace satchel
