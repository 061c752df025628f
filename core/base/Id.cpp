// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"

#include <algorithm>

namespace satchel {

namespace {

Id stamped(Bytes16 bytes, unsigned version)
{
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | (version << 4));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    return Id{bytes};
}

} // namespace

std::string Id::toString() const
{
    std::string hex = toHex(view());
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        hex.insert(at, 1, '-');
    return hex;
}

std::optional<Id> Id::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    std::string hex;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-'))
            return std::nullopt;
        if (!dash)
            hex.push_back(text[i]);
    }
    const auto bytes = fromHex(hex);
    return bytes ? fromBytes(*bytes) : std::nullopt;
}

std::optional<Id> Id::fromBytes(std::string_view bytes)
{
    const auto sixteen = bytes16(bytes);
    return sixteen ? std::optional<Id>(Id{*sixteen}) : std::nullopt;
}

Id Id::make(std::int64_t milliseconds, std::string_view random)
{
    Bytes16 bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>((milliseconds >> (8 * (5 - i))) & 0xFF);
    for (std::size_t i = 0; i < 10 && i < random.size(); ++i)
        bytes[6 + i] = static_cast<unsigned char>(random[i]);
    return stamped(bytes, 7);
}

Id Id::derived(std::string_view key, std::string_view name)
{
    return stamped(blake2b128(key, name), 8);
}

} // namespace satchel
