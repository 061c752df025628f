// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/demo/Places.h"

namespace satchel::server::demo {

/// What people of the demo company write: subjects, to-dos, notes, titles, in the language of the country or in
/// English. "{}" in a sentence stands for a product family in its language. Constant tables, readable everywhere.
struct Phrases {
    std::string_view language;
    std::span<const std::string_view> families; ///< one for each product family, as it stands in a sentence
    std::span<const std::string_view> calls;
    std::span<const std::string_view> mails;
    std::span<const std::string_view> visits;
    std::span<const std::string_view> meetings;
    std::span<const std::string_view> remarks;
    std::span<const std::string_view> outcomes; ///< the last one is of calls only
    std::span<const std::string_view> todos;
    std::span<const std::string_view> notes;
    std::span<const std::string_view> titles;      ///< eight, of the same jobs in every language
    std::span<const std::string_view> departments; ///< six, likewise
    std::string_view madam;
    std::string_view sir;
};

[[nodiscard]] const Phrases& phrasesOf(Country country);
[[nodiscard]] const Phrases& english();
/// The country's own language two times of three.
[[nodiscard]] const Phrases& somePhrases(Country country, Random& random);
/// One of the sentences, with a product family in its place.
[[nodiscard]] std::string sentence(const Phrases& phrases, std::span<const std::string_view> from, Random& random);

} // namespace satchel::server::demo
