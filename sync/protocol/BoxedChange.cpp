// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/BoxedChange.h"

#include "sync/protocol/Pieces.h"

#include <array>
#include <sodium.h>

namespace satchel {

namespace {

using namespace wire;

constexpr int boxedFormat = 3; // those before it are a sealed body's (SealedChange.cpp)

const unsigned char* boxBytes(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* boxBytes(Bytes& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

struct BoxKeys {
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};
    explicit BoxKeys(std::string_view seed) { crypto_box_seed_keypair(open.data(), secret.data(), boxBytes(seed)); }
    ~BoxKeys() { sodium_memzero(secret.data(), secret.size()); }
    BoxKeys(const BoxKeys&) = delete;
    BoxKeys& operator=(const BoxKeys&) = delete;
};

} // namespace

Bytes encodeBoxed(const BoxedChange& change)
{
    Writer writer;
    const bool anew = change.origin != Bytes16{};
    writer.array(anew ? 4 : 3);
    writer.integer(boxedFormat);
    writer.integer(change.number);
    writer.bytes(change.box);
    if (anew)
        writer.bytes(view(change.origin));
    return writer.take();
}

bool isBoxed(std::string_view body)
{
    return body.size() > 2 && (body[0] == '\x83' || body[0] == '\x84') && body[1] == boxedFormat;
}

Result<BoxedChange> decodeBoxed(std::string_view body)
{
    return decode<BoxedChange>(body, [](Reader& reader, BoxedChange& read) {
        const std::size_t count = reader.array();
        if (count < 3 || count > 4 || reader.integer() != boxedFormat)
            return reader.fail();
        read.number = reader.integer();
        read.box = reader.bytes();
        if (count == 4)
            read.origin = bytes16(reader.bytes()).value_or(Bytes16{});
        if (read.number < 1 || (count == 4 && read.origin == Bytes16{}))
            reader.fail();
    });
}

Bytes boxKeyOf(std::string_view secret)
{
    if (secret.size() != crypto_box_SEEDBYTES)
        return {};
    const BoxKeys keys(secret);
    return {reinterpret_cast<const char*>(keys.open.data()), keys.open.size()};
}

// crypto_box_seal() with the chance passed in: the same file is written from the same seed.
std::optional<Bytes> putIntoBox(std::string_view key, std::string_view chance, std::string_view body)
{
    if (key.size() != crypto_box_PUBLICKEYBYTES || chance.size() != crypto_box_SEEDBYTES)
        return std::nullopt;
    const BoxKeys once(chance);
    std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, once.open.data(), once.open.size());
    crypto_generichash_update(&state, boxBytes(key), key.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    Bytes box(reinterpret_cast<const char*>(once.open.data()), once.open.size());
    box.resize(box.size() + crypto_box_MACBYTES + body.size());
    if (crypto_box_easy(boxBytes(box) + once.open.size(), boxBytes(body), body.size(), nonce.data(), boxBytes(key),
                        once.secret.data()) != 0)
        return std::nullopt;
    return box;
}

std::optional<Bytes> openBox(std::string_view secret, std::string_view box)
{
    if (secret.size() != crypto_box_SEEDBYTES || box.size() < crypto_box_SEALBYTES)
        return std::nullopt;
    const BoxKeys keys(secret);
    Bytes body(box.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(boxBytes(body), boxBytes(box), box.size(), keys.open.data(), keys.secret.data()) != 0)
        return std::nullopt;
    return body;
}

} // namespace satchel
