// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/WakeCall.h"

#include "sync/protocol/Cbor.h"

namespace satchel {

Bytes encode(const WakeCall& message)
{
    cbor::Writer writer;
    writer.map(1);
    writer.integer(0);
    writer.integer(message.checkpoint);
    return writer.take();
}

Result<WakeCall> decodeWakeCall(std::string_view bytes)
{
    SATCHEL_ASSIGN(auto reader, cbor::Reader::open(bytes));
    WakeCall message;
    const std::size_t keys = reader.map();
    for (std::size_t i = 0; i < keys && reader.good(); ++i) {
        if (reader.integer() == 0)
            message.checkpoint = reader.integer();
        else
            reader.skip();
    }
    if (!reader.good())
        return Error{ErrorKind::Corrupt, "The wake-up call is not a well-formed message."};
    return message;
}

} // namespace satchel
