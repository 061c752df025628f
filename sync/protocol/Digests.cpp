// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Digests.h"

#include "sync/protocol/Pieces.h"

#include <tuple>

namespace satchel {

namespace {

void appendBigEndian(Bytes& bytes, std::uint64_t value, int size)
{
    for (int shift = 8 * size - 8; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift & 0xff));
}

} // namespace

Bytes rowImage(const Record& record)
{
    const Entity& entity = *record.entity;
    std::vector<std::pair<int, const Value*>> filled;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!record.values[i].isNull())
            filled.emplace_back(entity.fields[i].number, &record.values[i]);
    for (const auto& [number, value] : record.unknown)
        filled.emplace_back(number, &value);
    std::sort(filled.begin(), filled.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    cbor::Writer writer;
    writer.array(4);
    writer.integer(entity.number);
    writer.bytes(record.id.view());
    writer.integer(record.rev);
    writer.map(filled.size());
    for (const auto& [number, value] : filled) {
        writer.integer(number);
        wire::writeValue(writer, *value);
    }
    return writer.take();
}

Bytes16 rowHash(std::string_view digestKey, const Record& record)
{
    return blake2b128(digestKey, rowImage(record));
}

Bytes16 addHash(const Bytes16& sum, const Bytes16& hash)
{
    Bytes16 result{};
    unsigned carry = 0;
    for (std::size_t i = result.size(); i-- > 0;) {
        carry += static_cast<unsigned>(sum[i]) + hash[i];
        result[i] = static_cast<unsigned char>(carry & 0xffU);
        carry >>= 8;
    }
    return result;
}

Bytes16 subtractHash(const Bytes16& sum, const Bytes16& hash)
{
    Bytes16 result{};
    unsigned borrow = 0;
    for (std::size_t i = result.size(); i-- > 0;) {
        const unsigned difference = 0x100U + sum[i] - hash[i] - borrow;
        result[i] = static_cast<unsigned char>(difference & 0xffU);
        borrow = difference < 0x100U ? 1 : 0;
    }
    return result;
}

Bytes16 combinedDigest(std::vector<Digest> digests)
{
    std::erase_if(digests, [](const Digest& digest) { return digest.rows == 0; });
    std::sort(digests.begin(), digests.end(), [](const Digest& a, const Digest& b) {
        return std::tie(a.scope, a.entity) < std::tie(b.scope, b.entity);
    });
    Bytes message;
    message.reserve(digests.size() * 45);
    for (const Digest& digest : digests) {
        message += digest.scope.toBytes();
        appendBigEndian(message, static_cast<std::uint64_t>(digest.entity), 4);
        appendBigEndian(message, static_cast<std::uint64_t>(digest.rows), 8);
        message += view(digest.sum);
    }
    return blake2b128({}, message);
}

Bytes16 scopesHash(const std::set<Scope>& scopes)
{
    Bytes message;
    message.reserve(scopes.size() * 17);
    for (const Scope& scope : scopes)
        message += scope.toBytes();
    return blake2b128({}, message);
}

} // namespace satchel
