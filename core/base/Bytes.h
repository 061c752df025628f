// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace satchel {

/// Raw bytes travel in std::string; these helpers show them to people and read them back.
using Bytes = std::string;

/// Lower-case hexadecimal of `bytes`.
[[nodiscard]] std::string toHex(std::string_view bytes);
/// The bytes that `hex` (even length, either case) stands for; nothing if it is not hexadecimal.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view hex);

/// 16 bytes: a BLAKE2b-128 (RFC 7693) digest, a key, a salt.
using Bytes16 = std::array<unsigned char, 16>;
[[nodiscard]] inline std::string_view view(const Bytes16& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
/// Nothing unless `bytes` has exactly 16 bytes.
[[nodiscard]] std::optional<Bytes16> bytes16(std::string_view bytes);

/// BLAKE2b-128 of `message`, keyed with `key` (0 to 64 bytes).
[[nodiscard]] Bytes16 blake2b128(std::string_view key, std::string_view message);
/// `size` bytes from the operating system's generator.
[[nodiscard]] Bytes randomBytes(std::size_t size);

/// Whether `text` is what Satchel stores as text: valid UTF-8 (RFC 3629: no surrogates, no overlong forms) without
/// U+0000.
[[nodiscard]] bool isStorableText(std::string_view text);
/// The number of code points of valid UTF-8.
[[nodiscard]] std::size_t codePoints(std::string_view text);

} // namespace satchel
