// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// Who has received a price list. The keys are frozen; PROTOCOL.md lists them.

namespace satchel {

using namespace wire;

Bytes encode(const ReceiptsRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.revision.bytes);
    }
    return writer.take();
}

Result<ReceiptsRequest> decodeReceiptsRequest(std::string_view bytes)
{
    return decode<ReceiptsRequest>(bytes, [](Reader& reader, ReceiptsRequest& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.revision = readId(reader); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const ReceiptsReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.list(0, message.devices, [](Writer& to, const ReceiptsReply::Device& device) {
            to.array(5);
            to.bytes(device.user.view());
            to.bytes(device.device.view());
            to.text(device.name);
            to.integer(device.lastSeen);
            to.boolean(device.received);
        });
    }
    return writer.take();
}

Result<ReceiptsReply> decodeReceiptsReply(std::string_view bytes)
{
    return decode<ReceiptsReply>(bytes, [](Reader& reader, ReceiptsReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0:
                wire::readList(reader, message.devices, [&](ReceiptsReply::Device& device) {
                    readTuple(reader, 5, [&] {
                        device.user = readId(reader);
                        device.device = readId(reader);
                        device.name = reader.text();
                        device.lastSeen = reader.integer();
                        device.received = reader.boolean();
                    });
                    return true;
                });
                return true;
            default: return false;
            }
        });
    });
}

} // namespace satchel
