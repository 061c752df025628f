// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"

#include <string>
#include <string_view>

namespace satchel {

/// Raised when the folding below changes what is indexed; a replica of an older version rebuilds its index.
inline constexpr int searchVersion = 1;

/// Case, accents and compatibility forms taken away: "Łódź" and "LODZ" fold to "lodz". Valid UTF-8 in and out.
[[nodiscard]] std::string foldText(std::string_view text);

/// What the search index holds for a row: its words (folded, each Han or Kana character a word of its own, because
/// these scripts do not put spaces), and its phone numbers in the forms in which digits are looked for.
struct SearchText {
    std::string words;
    std::string digits;
    bool operator==(const SearchText&) const = default;
};
[[nodiscard]] SearchText searchText(const Record& record);

/// How the index is asked for words. It gives the rows of a whole word one by one, but of a beginning it must gather
/// those of all words that begin so; of a single letter these are very many. LongBeginnings leaves single letters out
/// where there are longer words.
enum class SearchBy { Beginnings, LongBeginnings, WholeWords };
/// The FTS5 query for what a person typed: all its words; three digits or more in any format also as the beginning or
/// the end of a phone number, with or without its country code. "" if there is nothing to look for.
[[nodiscard]] std::string searchQuery(std::string_view typed, SearchBy by = SearchBy::Beginnings);

/// What rows are ordered by: the folded label, at most 80 code points.
[[nodiscard]] std::string sortKey(const Record& record);

} // namespace satchel
