// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

#include <array>

namespace satchel {

namespace {

using namespace wire;

struct Code {
    ErrorKind kind;
    std::string_view name; // travels: frozen
    int status;
};

constexpr std::array codes = {
    Code{ErrorKind::Invalid, "invalid", 400},     Code{ErrorKind::NotFound, "not_found", 404},
    Code{ErrorKind::Forbidden, "forbidden", 403}, Code{ErrorKind::Unauthorized, "unauthorized", 401},
    Code{ErrorKind::Conflict, "conflict", 409},   Code{ErrorKind::OtherHistory, "other_history", 409},
    Code{ErrorKind::Forked, "forked", 409},       Code{ErrorKind::StartOver, "start_over", 410},
    Code{ErrorKind::Busy, "busy", 503},           Code{ErrorKind::Unreachable, "unreachable", 500},
    Code{ErrorKind::Corrupt, "corrupt", 500},     Code{ErrorKind::Full, "full", 507},
    Code{ErrorKind::TooNew, "too_new", 426},      Code{ErrorKind::TooLarge, "too_large", 413},
    Code{ErrorKind::Internal, "internal", 500},
};

const Code& codeOf(ErrorKind kind)
{
    const auto* found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.kind == kind; });
    return found == codes.end() ? codes.back() : *found;
}

ErrorKind kindNamed(std::string_view name)
{
    const auto* found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.name == name; });
    return found == codes.end() ? ErrorKind::Internal : found->kind;
}

// What went wrong inside of the server is for its log; a stranger is told nothing about it.
constexpr const char* internalMessage = "Something went wrong in the server. Its log says what; trying later may help.";

} // namespace

Bytes encode(const Error& error)
{
    const bool internal = error.kind == ErrorKind::Internal;
    Writer writer;
    {
        MapWriter map(writer);
        map.text(0, codeOf(error.kind).name);
        map.text(1, internal ? internalMessage : error.message);
        map.text(2, internal ? std::string_view() : error.field);
    }
    return writer.take();
}

Error decodeError(std::string_view bytes)
{
    struct Body {
        std::string code;
        std::string message;
        std::string field;
    };
    Result<Body> body = decode<Body>(bytes, [](Reader& reader, Body& read) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: read.code = reader.text(); return true;
            case 1: read.message = reader.text(); return true;
            case 2: read.field = reader.text(); return true;
            default: return false;
            }
        });
    });
    if (!body || body->code.empty())
        return Error{ErrorKind::Unreachable, "The answer did not come from a Satchel server; is the address right?"};
    if (body->message.empty())
        body->message = "The server refused this without saying why.";
    return Error{kindNamed(body->code), body->message, body->field};
}

int httpStatus(ErrorKind kind)
{
    return codeOf(kind).status;
}

} // namespace satchel
