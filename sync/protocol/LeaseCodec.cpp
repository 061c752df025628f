// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// Ranges of numbers. The keys are frozen; PROTOCOL.md lists them.

namespace satchel {

using namespace wire;

Bytes encode(const LeaseRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.bytes16(1, message.incarnation.bytes);
        map.bytes(2, message.machine);
        map.text(3, message.series);
        map.integer(4, message.count);
        map.integer(5, message.highest);
    }
    return writer.take();
}

Result<LeaseRequest> decodeLeaseRequest(std::string_view bytes)
{
    return decode<LeaseRequest>(bytes, [](Reader& reader, LeaseRequest& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.incarnation = readId(reader); return true;
            case 2: message.machine = Bytes(view(readBytes16(reader))); return true;
            case 3: message.series = reader.text(); return true;
            case 4: message.count = reader.integer(); return true;
            case 5: message.highest = reader.integer(); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const LeaseReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, message.first);
        map.integer(1, message.last);
    }
    return writer.take();
}

Result<LeaseReply> decodeLeaseReply(std::string_view bytes)
{
    return decode<LeaseReply>(bytes, [](Reader& reader, LeaseReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.first = reader.integer(); return true;
            case 1: message.last = reader.integer(); return true;
            default: return false;
            }
        });
    });
}

} // namespace satchel
