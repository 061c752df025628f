// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"

#include <optional>
#include <string>
#include <vector>

namespace satchel {

enum class Comparison { Equal, NotEqual, Less, Greater, Contains };

/// One condition on a field. Null equals Null only; Less and Greater never hold for Null. Money compares by amount,
/// texts bytewise; Contains looks for the text of `value` in the field's text, without regard to case and accents.
struct Filter {
    std::size_t field = 0;
    Comparison comparison = Comparison::Equal;
    Value value;
};

/// What to list. Without `orderBy` the order is by label (accents and case folded), or with `search` by relevance class
/// and then arrival; always with the row as the last key, so that pages never overlap.
struct Query {
    const Entity* entity = nullptr;
    std::string search;                 ///< words (prefixes, any script, accents ignored) or phone digits in any format
    std::vector<Filter> filters;        ///< all must hold
    std::optional<std::size_t> orderBy; ///< position of a field
    bool descending = false;
    int limit = 50;
    std::string after; ///< `next` of the page before, or empty
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
};

} // namespace satchel
