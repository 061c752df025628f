// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

namespace satchel {

/// Bodies of requests and answers as zstd (RFC 8878), with or without one of the compiled-in dictionaries. Each thread
/// keeps its contexts for small ones. Functions of bytes, on any thread; sync/PROTOCOL.md, "Carrier".
namespace compression {

inline constexpr int noDictionary = 0;
/// The newest dictionary; a number never gets other bytes.
inline constexpr int newestDictionary = 1;
/// What is shorter travels as it is.
inline constexpr std::size_t leastBytes = 256;
/// What a frame may ask its reader to remember: 2^21 bytes, however much it says it holds.
inline constexpr int largestWindow = 21;
/// What a thread keeps a context for: 2^17 bytes.
inline constexpr int littleWindow = 17;

/// The bytes of a dictionary; "" for one that this program does not know.
[[nodiscard]] std::string_view dictionary(int number);

/// zstd at level 3 with a checksum. `dictionary`: known, or none.
[[nodiscard]] Bytes compress(std::string_view bytes, int dictionary);

/// TooLarge as soon as more than `limit` bytes come out (what the frame says of its size is not believed, and no more
/// than `limit` bytes are ever held) or if the frame asks for a larger window, Corrupt for what is not exactly one
/// whole frame, Invalid for a dictionary that is not known.
[[nodiscard]] Result<Bytes> decompress(std::string_view bytes, int dictionary, std::size_t limit,
                                       int window = largestWindow);

} // namespace compression

/// A body as it travels, with what its headers say of it.
struct PackedBody {
    Bytes bytes;
    bool zstd = false;                          ///< Content-Encoding: zstd
    int dictionary = compression::noDictionary; ///< Satchel-Dictionary
};

/// Packs a body for a reader that knows the dictionaries up to `known`; as it is, where that is shorter.
[[nodiscard]] PackedBody pack(Bytes body, int known);
[[nodiscard]] Result<Bytes> unpack(PackedBody body, std::size_t limit);

} // namespace satchel
