// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// What is said when histories differ. The keys are frozen; PROTOCOL.md lists them.

namespace satchel {

namespace {

using namespace wire;

constexpr std::size_t mostProofs = 256;
constexpr std::size_t mostPending = 100000;

// A list of [number, 16 bytes].
template <typename Take>
void readNumbered(Reader& reader, std::size_t most, Take take)
{
    const std::size_t count = reader.array();
    if (count > most)
        return reader.fail();
    for (std::size_t left = count; left > 0 && reader.good(); --left)
        readTuple(reader, 2, [&] {
            const std::int64_t number = reader.integer();
            take(number, readBytes16(reader));
        });
}

} // namespace

Bytes encode(const HealRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.bytes16(1, message.incarnation.bytes);
        map.list(2, message.checkpoints, [](Writer& to, const CheckpointProof& proof) {
            to.array(2);
            to.integer(proof.seq);
            to.bytes(view(proof.salt));
        });
    }
    return writer.take();
}

Result<HealRequest> decodeHealRequest(std::string_view bytes)
{
    return decode<HealRequest>(bytes, [](Reader& reader, HealRequest& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.incarnation = readId(reader); return true;
            case 2:
                readNumbered(reader, mostProofs, [&](std::int64_t seq, const Bytes16& salt) {
                    message.checkpoints.push_back({seq, salt});
                });
                return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const HealReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.branch);
        map.integer(2, message.lastNumber);
        map.truth(3, message.recovering);
    }
    return writer.take();
}

Result<HealReply> decodeHealReply(std::string_view bytes)
{
    return decode<HealReply>(bytes, [](Reader& reader, HealReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.branch = reader.integer(); return true;
            case 2: message.lastNumber = reader.integer(); return true;
            case 3: message.recovering = reader.boolean(); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const RenewRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.incarnation.bytes);
        map.bytes16(1, message.newIncarnation.bytes);
        map.bytes(2, message.secret);
        map.integer(3, message.firstNumber);
        map.list(4, message.pending, [](Writer& to, const std::pair<std::int64_t, Bytes16>& each) {
            to.array(2);
            to.integer(each.first);
            to.bytes(view(each.second));
        });
    }
    return writer.take();
}

Result<RenewRequest> decodeRenewRequest(std::string_view bytes)
{
    return decode<RenewRequest>(bytes, [](Reader& reader, RenewRequest& message) {
        message.firstNumber = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.incarnation = readId(reader); return true;
            case 1: message.newIncarnation = readId(reader); return true;
            case 2: message.secret = reader.bytes(); return true;
            case 3: message.firstNumber = reader.integer(); return true;
            case 4:
                readNumbered(reader, mostPending,
                             [&](std::int64_t number, const Bytes16& id) { message.pending.emplace_back(number, id); });
                return true;
            default: return false;
            }
        });
        if (message.secret.size() != 32 || message.firstNumber < 1)
            reader.fail();
    });
}

Bytes encode(const RenewReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.list(0, message.known, [](Writer& to, std::int64_t number) { to.integer(number); });
    }
    return writer.take();
}

Result<RenewReply> decodeRenewReply(std::string_view bytes)
{
    return decode<RenewReply>(bytes, [](Reader& reader, RenewReply& message) {
        readMap(reader, [&](std::int64_t key) {
            if (key != 0)
                return false;
            readList(reader, message.known, [&](std::int64_t& number) {
                number = reader.integer();
                return true;
            });
            return true;
        });
    });
}

Bytes encode(const HeldRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.incarnation.bytes);
        map.list(1, message.rows, [](Writer& to, const RowUpsert& row) { to.bytes(encodeRow(row)); });
    }
    return writer.take();
}

Result<HeldRequest> decodeHeldRequest(std::string_view bytes)
{
    return decode<HeldRequest>(bytes, [](Reader& reader, HeldRequest& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.incarnation = readId(reader); return true;
            case 1:
                readList(reader, message.rows, [&](RowUpsert& row) {
                    auto read = decodeRow(reader.bytes());
                    if (read.ok())
                        row = std::move(*read);
                    return read.ok();
                });
                return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const HeldReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.list(0, message.kept, [](Writer& to, const RowKey& key) {
            to.array(2);
            to.integer(key.entity);
            to.bytes(key.id.view());
        });
    }
    return writer.take();
}

Result<HeldReply> decodeHeldReply(std::string_view bytes)
{
    return decode<HeldReply>(bytes, [](Reader& reader, HeldReply& message) {
        readMap(reader, [&](std::int64_t key) {
            if (key != 0)
                return false;
            readList(reader, message.kept, [&](RowKey& row) {
                readTuple(reader, 2, [&] {
                    row.entity = readInt(reader);
                    row.id = readId(reader);
                });
                return true;
            });
            return true;
        });
    });
}

} // namespace satchel
