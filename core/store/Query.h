// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"

#include <optional>
#include <string>
#include <vector>

namespace satchel {

enum class Comparison {
    Equal,
    NotEqual,
    Less,
    Greater,
    Contains,
    Lacks,   ///< does not contain; holds for Null
    Same,    ///< the same text without regard to case and accents
    NotSame, ///< holds for Null
    AtMost,
    AtLeast,
    DealtSince,   ///< something was logged or planned with the record at or after an instant; no field is looked at
    NotDealtSince ///< nothing was
};

/// Where a condition or an order looks: the position of a field, or one part of a Group field.
[[nodiscard]] constexpr std::size_t partOf(std::size_t field, std::size_t part)
{
    return field | (part + 1) << 16U;
}
[[nodiscard]] constexpr std::size_t fieldAt(std::size_t place)
{
    return place & 0xFFFFU;
}
/// The name of the part; "" where the place is a whole field.
[[nodiscard]] const std::string& partAt(const Entity& entity, std::size_t place);
[[nodiscard]] std::size_t placeOf(const Entity& entity, std::size_t field, std::string_view part);

/// One condition on a field or a part of one. Null equals Null only; Less and Greater never hold for Null. Money
/// compares by amount, texts bytewise (but Same); Contains looks for the text of `value` in the field's text, without
/// regard to case and accents.
struct Filter {
    std::size_t field = 0; ///< a place: see above
    Comparison comparison = Comparison::Equal;
    Value value;
};

/// What to list. Without `orderBy` the order is by label (accents and case folded), or with `search` by relevance class
/// and then arrival; references go by what they are called, texts without an index without regard to case. The row is
/// always the last key, so that pages never overlap.
struct Query {
    const Entity* entity = nullptr;
    std::string search;                 ///< words (prefixes, any script, accents ignored) or phone digits in any format
    bool wholeWords = false;            ///< `search` names words and no prefixes
    std::vector<Filter> filters;        ///< all must hold
    std::optional<std::size_t> orderBy; ///< a place
    bool descending = false;
    int limit = 50;
    std::string after; ///< `next` of the page before, or empty

    /// Whether an index gives this order; without one each page looks at every row that the filters leave.
    [[nodiscard]] bool isOrderedFast() const;
};

/// More rows than this are only listed in an order that an index gives.
inline constexpr std::int64_t mostSortedRows = 200'000;

/// Rows of a query that have the same value in a field, for lists with headings.
struct RowGroup {
    Value key;
    std::int64_t rows = 0;
};

struct Page {
    std::vector<Record> rows;
    std::string next; ///< empty: no more rows
};

/// A record found by the one search box over everything.
struct Hit {
    RowKey key;
    std::string label;
    std::string context; ///< the account it belongs to, or its town, for telling namesakes apart
    Value when = {};     ///< of an activity the instant, of a to-do the day
};

} // namespace satchel
