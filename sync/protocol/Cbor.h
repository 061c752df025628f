// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

namespace satchel::cbor {

/// Deterministic CBOR (RFC 8949, 4.2.1), cut down to what Satchel's messages need: integers that fit in 64 bits
/// signed, text without U+0000, byte strings, arrays, maps, false, true and null. One value has exactly one spelling,
/// so that bytes can be compared, hashed and sealed. Plain values, used on any thread; sync/PROTOCOL.md, "Bytes".

/// How deep arrays and maps may be nested.
inline constexpr int maxDepth = 16;

/// What comes next in a Reader. End: nothing more in here.
enum class Kind { Integer, Bytes, Text, Array, Map, Boolean, Null, End };

/// Whether `input` is exactly one item of the profile above; Corrupt with the reason and the offset if not. The whole
/// strictness stands in this one function; it recurses at most maxDepth deep and allocates nothing.
[[nodiscard]] Status check(std::string_view input);

/// Appends items to a byte string. Counts and the order of map keys are the caller's business (check() tells).
class Writer {
public:
    void null() { m_bytes.push_back('\xf6'); }
    void boolean(bool value) { m_bytes.push_back(value ? '\xf5' : '\xf4'); }
    void integer(std::int64_t value);
    void text(std::string_view value);
    void bytes(std::string_view value);
    void array(std::size_t count);
    void map(std::size_t count);

    /// A map of at most 23 entries whose number is not known beforehand: beginMap() ... endMap(where, count).
    [[nodiscard]] std::size_t beginMap();
    void endMap(std::size_t where, std::size_t count);

    [[nodiscard]] Bytes take() { return std::move(m_bytes); }
    /// What is written so far; clear() begins anew in the same memory.
    [[nodiscard]] std::string_view written() const { return m_bytes; }
    void clear() { m_bytes.clear(); }

private:
    void head(unsigned major, std::uint64_t argument);
    Bytes m_bytes;
};

/// Reads a checked item piece by piece; what it hands out are views into the input. A piece of another kind than asked
/// for makes the reader bad for good: everything after it is 0 or empty, so that a decoder may ask once at its end.
class Reader {
public:
    [[nodiscard]] static Result<Reader> open(std::string_view input);

    [[nodiscard]] bool good() const { return m_good; }
    void fail() { m_good = false; }
    [[nodiscard]] std::size_t remaining() const { return m_input.size() - m_at; }

    [[nodiscard]] Kind next() const;
    /// Consumes a null if one comes next.
    [[nodiscard]] bool null();
    [[nodiscard]] bool boolean();
    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::string_view bytes();
    /// The number of elements that follow.
    [[nodiscard]] std::size_t array();
    /// The number of key-value pairs that follow.
    [[nodiscard]] std::size_t map();
    /// Passes over one item of any kind.
    void skip();

private:
    explicit Reader(std::string_view input) : m_input(input) {}
    [[nodiscard]] std::uint64_t take(Kind wanted);
    [[nodiscard]] std::string_view takeString(Kind wanted);

    std::string_view m_input;
    std::size_t m_at = 0;
    bool m_good = true;
};

} // namespace satchel::cbor
