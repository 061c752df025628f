// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

/// What the fuzz targets share. Each is one program (tests/fuzz/NAMEFuzz.cpp) that libFuzzer feeds with bytes, built
/// with AddressSanitizer and UndefinedBehaviorSanitizer by `./dev fuzz`; corpus/NAME holds what it begins with and
/// every input that ever failed.
namespace satchel::fuzz {

/// The input in a block of exactly its size: a byte read beyond the end is seen.
class Exact {
public:
    Exact(const std::uint8_t* data, std::size_t size) : m_size(size), m_bytes(new char[size > 0 ? size : 1])
    {
        for (std::size_t i = 0; i < size; ++i)
            m_bytes[i] = static_cast<char>(data[i]);
        if (size == 0)
            m_bytes.reset(new char[0]);
    }
    [[nodiscard]] std::string_view view() const { return {m_bytes.get(), m_size}; }

private:
    std::size_t m_size;
    std::unique_ptr<char[]> m_bytes;
};

/// What must be so for every input.
inline void must(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "This must hold and does not: %s\n", what);
    std::abort();
}

/// The input cut at the first so many bytes 0xFF (which no text has), the last part with the rest.
inline std::vector<std::string_view> parts(std::string_view input, std::size_t count)
{
    std::vector<std::string_view> made;
    while (made.size() + 1 < count) {
        const std::size_t at = input.find('\xff');
        made.push_back(input.substr(0, at));
        input = at == std::string_view::npos ? std::string_view() : input.substr(at + 1);
    }
    made.push_back(input);
    return made;
}

} // namespace satchel::fuzz
