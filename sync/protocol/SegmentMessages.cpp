// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/SegmentMessages.h"

#include "sync/protocol/Pieces.h"

namespace satchel {

namespace {

using namespace wire;

Bytes readAddress(Reader& reader)
{
    const std::string_view bytes = reader.bytes();
    if (bytes.size() != 32)
        reader.fail();
    return Bytes(bytes);
}

void writeSet(Writer& writer, const SegmentSet& set)
{
    writer.array(3);
    writer.bytes(set.scope.toBytes());
    writer.integer(set.seq);
    writer.array(set.segments.size());
    for (const SegmentInfo& info : set.segments) {
        writer.array(3);
        writer.bytes(info.address);
        writer.integer(info.bytes);
        writer.integer(info.rows);
    }
}

bool readSet(Reader& reader, SegmentSet& set)
{
    std::optional<Scope> scope;
    readTuple(reader, 3, [&] {
        scope = readScope(reader);
        set.seq = reader.integer();
        readList(reader, set.segments, [&](SegmentInfo& info) {
            readTuple(reader, 3, [&] {
                info.address = readAddress(reader);
                info.bytes = reader.integer();
                info.rows = reader.integer();
            });
            return true;
        });
    });
    set.scope = scope.value_or(Scope{});
    return scope.has_value();
}

} // namespace

Bytes encode(const SegmentPlanRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.schemaVersion);
        map.list(2, message.scopes, [](Writer& to, const Scope& scope) { to.bytes(scope.toBytes()); });
    }
    return writer.take();
}

Result<SegmentPlanRequest> decodeSegmentPlanRequest(std::string_view bytes)
{
    return decode<SegmentPlanRequest>(bytes, [](Reader& reader, SegmentPlanRequest& message) {
        message.schemaVersion = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.schemaVersion = readInt(reader); return true;
            case 2:
                readList(reader, message.scopes, [&](Scope& scope) {
                    const auto read = readScope(reader);
                    scope = read.value_or(Scope{});
                    return read.has_value();
                });
                return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const SegmentPlan& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.serverTime);
        map.list(2, message.sets, writeSet);
    }
    return writer.take();
}

Result<SegmentPlan> decodeSegmentPlan(std::string_view bytes)
{
    return decode<SegmentPlan>(bytes, [](Reader& reader, SegmentPlan& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.serverTime = reader.integer(); return true;
            case 2: readList(reader, message.sets, [&](SegmentSet& set) { return readSet(reader, set); }); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const SegmentFetch& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.list(1, message.addresses, [](Writer& to, const Bytes& address) { to.bytes(address); });
        map.integer(2, message.maxBytes);
    }
    return writer.take();
}

Result<SegmentFetch> decodeSegmentFetch(std::string_view bytes)
{
    auto request = decode<SegmentFetch>(bytes, [](Reader& reader, SegmentFetch& message) {
        message.maxBytes = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1:
                readList(reader, message.addresses, [&](Bytes& address) {
                    address = readAddress(reader);
                    return true;
                });
                return true;
            case 2: message.maxBytes = reader.integer(); return true;
            default: return false;
            }
        });
    });
    if (request && request->addresses.size() > protocol::maxSegmentsAsked)
        return Error{ErrorKind::TooLarge, "One request may ask for at most 256 segments."};
    return request;
}

Bytes encode(const SegmentReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.list(0, message.segments, [](Writer& to, const Bytes& segment) { to.bytes(segment); });
    }
    return writer.take();
}

Result<SegmentReply> decodeSegmentReply(std::string_view bytes)
{
    return decode<SegmentReply>(bytes, [](Reader& reader, SegmentReply& message) {
        readMap(reader, [&](std::int64_t key) {
            if (key != 0)
                return false;
            readList(reader, message.segments, [&](Bytes& segment) {
                segment = reader.bytes();
                return true;
            });
            return true;
        });
    });
}

} // namespace satchel
