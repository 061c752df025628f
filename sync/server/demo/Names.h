// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/demo/Places.h"

namespace satchel::server::demo {

/// Plausible people and companies, made of Satchel's own word lists. Constant tables, readable from every thread.

/// Whose names: the four countries' and those of people who came from elsewhere.
enum class People : std::uint8_t { German, Polish, Spanish, Japanese, Greek, Ukrainian, Arab, Hebrew };

struct Person {
    bool woman = false;
    std::string first;
    std::string last;
    std::string mailName; ///< "ana.ferrer", lower-case ASCII
};

[[nodiscard]] People peopleOf(Country country);
[[nodiscard]] std::string_view languageOf(People people);
[[nodiscard]] Person makePerson(People people, Random& random);
/// Mostly somebody of the country, now and then somebody whose name is written in another script.
[[nodiscard]] People somePeople(Country country, Random& random);

struct CompanyName {
    std::string name;
    std::string mailName; ///< "brandt-haustechnik", lower-case ASCII
    std::string_view industry;
};

[[nodiscard]] CompanyName makeCompany(Country country, const Town& town, Random& random);
/// What a company calls its site in a town: "Brandt Haustechnik GmbH, Werk Ulm".
[[nodiscard]] std::string siteName(Country country, std::string_view company, const Town& town, Random& random);

/// Lower-case ASCII letters, digits and hyphens; Latin letters with marks become plain ones, anything else a hyphen.
[[nodiscard]] std::string asciiName(std::string_view text);

} // namespace satchel::server::demo
