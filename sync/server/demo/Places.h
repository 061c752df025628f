// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/demo/Random.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace satchel::server::demo {

/// Where the demo company sells: its territory tree, the towns in it, and how addresses and phone numbers are written
/// there. Constant tables, readable from every thread.

enum class Country : std::uint8_t { Germany, Poland, Spain, Japan };

/// A town: postcodes start with `postcode`, landlines with `area` (without the trunk zero).
struct Town {
    std::string_view name;
    std::string_view postcode;
    std::string_view area;
    std::string_view region;
};

/// A node of the tree; `parent` is the position of the node above it, itself for the world. Leaves have towns, and
/// `weight` says how many of a thousand accounts lie there.
struct Node {
    std::string_view name;
    std::string_view code;
    std::size_t parent = 0;
    Country country = Country::Germany;
    std::span<const Town> towns = {};
    unsigned weight = 0;
};

/// Parents before children.
[[nodiscard]] std::span<const Node> nodes();
/// Position of the node with this code.
[[nodiscard]] std::size_t nodeCoded(std::string_view code);

[[nodiscard]] std::string_view countryCode(Country country);
[[nodiscard]] std::string_view languageOf(Country country);
/// Hours its winter time is ahead of UTC.
[[nodiscard]] int hoursAhead(Country country);

[[nodiscard]] std::string street(Country country, Random& random);
[[nodiscard]] std::string postcode(Country country, const Town& town, Random& random);
[[nodiscard]] std::string landline(Country country, const Town& town, Random& random);
[[nodiscard]] std::string mobile(Country country, Random& random);
/// In the form of the country's VAT numbers.
[[nodiscard]] std::string vatNumber(Country country, Random& random);

} // namespace satchel::server::demo
