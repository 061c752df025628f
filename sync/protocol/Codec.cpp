// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"

#include "sync/protocol/Pieces.h"

// The requests and replies. The keys are frozen: a number never gets another meaning. PROTOCOL.md lists them.

namespace satchel {

namespace {

using namespace wire;

// A byte string that is either absent or of exactly this size.
Bytes readSized(Reader& reader, std::size_t size)
{
    const std::string_view bytes = reader.bytes();
    if (bytes.size() != size)
        reader.fail();
    return Bytes(bytes);
}

Error tooLarge(std::string message)
{
    return Error{ErrorKind::TooLarge, std::move(message)};
}

} // namespace

Bytes encode(const LoginRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, message.protocolVersion);
        map.integer(1, message.schemaVersion);
        map.text(2, message.program);
        map.text(3, message.login);
        map.text(4, message.password);
        if (message.device)
            map.key(5).bytes(message.device->view());
        map.text(6, message.deviceName);
        map.bytes16(7, message.incarnation.bytes);
        map.bytes(8, message.secret);
    }
    return writer.take();
}

Result<LoginRequest> decodeLoginRequest(std::string_view bytes)
{
    return decode<LoginRequest>(bytes, [](Reader& reader, LoginRequest& message) {
        message.protocolVersion = message.schemaVersion = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.protocolVersion = readInt(reader); return true;
            case 1: message.schemaVersion = readInt(reader); return true;
            case 2: message.program = reader.text(); return true;
            case 3: message.login = reader.text(); return true;
            case 4: message.password = reader.text(); return true;
            case 5: message.device = readId(reader); return true;
            case 6: message.deviceName = reader.text(); return true;
            case 7: message.incarnation = readId(reader); return true;
            case 8: message.secret = readSized(reader, 32); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const LoginReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.text(0, message.token);
        map.integer(1, message.expiresAt);
        map.integer(2, message.serverTime);
        map.bytes16(3, message.user.bytes);
        map.integer(4, static_cast<int>(message.role));
        map.bytes16(5, message.device.bytes);
        map.bytes16(6, message.history.bytes);
        map.bytes(7, message.digestKey);
        map.integer(8, message.lastNumber);
        map.bytes(9, message.boxKey);
    }
    return writer.take();
}

Result<LoginReply> decodeLoginReply(std::string_view bytes)
{
    return decode<LoginReply>(bytes, [](Reader& reader, LoginReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.token = reader.text(); return true;
            case 1: message.expiresAt = reader.integer(); return true;
            case 2: message.serverTime = reader.integer(); return true;
            case 3: message.user = readId(reader); return true;
            case 4: message.role = readRole(reader); return true;
            case 5: message.device = readId(reader); return true;
            case 6: message.history = readId(reader); return true;
            case 7: message.digestKey = readSized(reader, 16); return true;
            case 8: message.lastNumber = reader.integer(); return true;
            case 9: message.boxKey = readSized(reader, 32); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const PushRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.bytes16(1, message.incarnation.bytes);
        map.bytes16(2, message.previous);
        map.list(3, message.changes, [](Writer& to, const Bytes& body) { to.bytes(body); });
        map.bytes(4, message.session);
        map.list(5, message.withdrawn, [](Writer& to, std::int64_t number) { to.integer(number); });
        map.integer(6, message.schemaVersion);
    }
    return writer.take();
}

Result<PushRequest> decodePushRequest(std::string_view bytes)
{
    if (bytes.size() > protocol::maxPushBytes)
        return tooLarge("One upload may have at most 8 MiB.");
    Result<PushRequest> request = decode<PushRequest>(bytes, [](Reader& reader, PushRequest& message) {
        message.schemaVersion = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.incarnation = readId(reader); return true;
            case 2: message.previous = readBytes16(reader); return true;
            case 3:
                readList(reader, message.changes, [&](Bytes& body) {
                    body = reader.bytes();
                    return true;
                });
                return true;
            case 4: message.session = readSized(reader, 8); return true;
            case 5:
                readList(reader, message.withdrawn, [&](std::int64_t& number) {
                    number = reader.integer();
                    return true;
                });
                return true;
            case 6: message.schemaVersion = readInt(reader); return true;
            default: return false;
            }
        });
    });
    if (request && request->changes.size() > protocol::maxPushChanges)
        return tooLarge("One upload may have at most 10,000 changes.");
    return request;
}

Bytes encode(const PushReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, message.lastNumber);
        map.integer(1, message.serverTime);
    }
    return writer.take();
}

Result<PushReply> decodePushReply(std::string_view bytes)
{
    return decode<PushReply>(bytes, [](Reader& reader, PushReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.lastNumber = reader.integer(); return true;
            case 1: message.serverTime = reader.integer(); return true;
            default: return false;
            }
        });
    });
}

Bytes encodeOutcome(const Outcome& outcome)
{
    Writer writer;
    writeOutcome(writer, outcome);
    return writer.take();
}

Result<Outcome> decodeOutcome(std::string_view bytes)
{
    return decode<Outcome>(bytes, readOutcome);
}

Bytes encodeRow(const RowUpsert& row)
{
    Writer writer;
    writeRows(writer, std::span(&row, 1), {});
    return writer.take();
}

Result<RowUpsert> decodeRow(std::string_view bytes)
{
    return decode<RowUpsert>(bytes, [](Reader& reader, RowUpsert& row) {
        std::vector<RowUpsert> rows;
        std::vector<HistoryEntry> entries;
        readRows(reader, rows, entries);
        if (rows.size() == 1)
            row = std::move(rows.front());
        else
            reader.fail();
    });
}

} // namespace satchel
