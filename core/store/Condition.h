// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/Query.h"

#include <functional>

namespace satchel {

/// One condition as a person says it, and as a saved list keeps it: about a field, a part of one, or what was done with
/// the record; with days and persons that mean another value tomorrow, or on a colleague's laptop. A plain value; the
/// functions are pure, any thread.
struct Condition {
    enum class Test {
        Is,
        IsNot,
        Contains,
        Lacks,
        Empty,
        Filled,
        Less,
        AtMost,
        More,
        AtLeast,
        IsMe, ///< a reference to a user: whoever looks
        IsNotMe,
        OlderThan,   ///< a day or instant more than `days` days ago
        WithinLast,  ///< today or in the `days` days before
        WithinNext,  ///< today or in the `days` days after
        LaterThan,   ///< more than `days` days ahead
        DealtWithin, ///< something was logged or planned with the record in the last `days` days, or later; no field
        NotDealt     ///< nothing was
    };
    std::size_t field = 0;
    std::string member = {}; ///< of a Group field
    Test test = Test::Is;
    Value value = {};
    int days = 0;

    bool operator==(const Condition&) const = default;
};

[[nodiscard]] bool needsValue(Condition::Test test);
[[nodiscard]] bool needsDays(Condition::Test test);
[[nodiscard]] bool looksAtField(Condition::Test test);
inline constexpr int mostConditionDays = 36'500;

/// The tests a field can be put to; `member` for a part of a Group. Empty for what cannot be asked (a Timeline).
[[nodiscard]] std::vector<Condition::Test> testsFor(const Field& field, const std::string& member);

/// Who asks, and what day it is where he is.
struct AskedBy {
    Id me;
    std::function<std::string(int addDays)> day;     ///< YYYY-MM-DD, that many days from today
    std::function<Milliseconds(int addDays)> begins; ///< the instant that day begins
};
/// What the store is to look for.
[[nodiscard]] std::vector<Filter> filtersOf(const Entity& entity, const std::vector<Condition>& conditions,
                                            const AskedBy& asked);

/// A list somebody has made and named: its conditions and its order.
struct ListBody {
    std::vector<Condition> conditions = {};
    std::optional<std::size_t> orderBy = {}; ///< a place (Query.h)
    bool descending = false;

    bool operator==(const ListBody&) const = default;
};
/// As JSON with names of fields and tests, so that programs of other versions read it: saved_list.body.
[[nodiscard]] std::string writeListBody(const Entity& entity, const ListBody& body);
/// TooNew for fields or tests this program does not know (a list that showed more than it says would mislead), Corrupt
/// for what is no such JSON.
[[nodiscard]] Result<ListBody> readListBody(const Entity& entity, std::string_view json);

} // namespace satchel
