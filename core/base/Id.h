// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <compare>
#include <functional>

namespace satchel {

/// A UUID (RFC 9562), 16 bytes, compared bytewise. Rows get version 7 ids, made anywhere without asking anybody; the
/// all-zero id means "none".
struct Id {
    Bytes16 bytes{};

    auto operator<=>(const Id&) const = default;
    [[nodiscard]] bool isNull() const { return *this == Id{}; }
    [[nodiscard]] std::string_view view() const { return satchel::view(bytes); }

    /// The usual 36 characters, lower case.
    [[nodiscard]] std::string toString() const;
    /// Reads the 36-character form (either case); nothing for anything else.
    [[nodiscard]] static std::optional<Id> parse(std::string_view text);
    /// Nothing unless exactly 16 bytes.
    [[nodiscard]] static std::optional<Id> fromBytes(std::string_view bytes);
    /// A version 7 id from a time in ms since 1970 and 10 random bytes (only 74 bits of them are used).
    [[nodiscard]] static Id make(std::int64_t milliseconds, std::string_view random);
    /// A version 8 id that is the same wherever it is computed: BLAKE2b-128 of `name` under `key`.
    [[nodiscard]] static Id derived(std::string_view key, std::string_view name);
};

} // namespace satchel

template <>
struct std::hash<satchel::Id> {
    std::size_t operator()(const satchel::Id& id) const noexcept { return std::hash<std::string_view>{}(id.view()); }
};
