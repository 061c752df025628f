// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Condition.h"

#include <QString>

namespace satchel::ui {

/// Conditions in words. Pure.

/// "is", "contains", "older than": between the field and what it is compared with.
[[nodiscard]] QString testWord(Condition::Test test);
/// "Address: City".
[[nodiscard]] QString conditionPlaceWord(const Entity& entity, std::size_t field, const std::string& member);
/// What is asked where no field is: what was done with the record.
[[nodiscard]] QString dealingsWord();
[[nodiscard]] bool hasDealings(const Entity& entity);
/// The day and the person for the conditions of this laptop.
[[nodiscard]] AskedBy askedHere(const Id& me, Milliseconds now);
/// The filters of a fixed choice of a list as conditions, where they can be said as such.
[[nodiscard]] std::vector<Condition> conditionsOf(const Entity& entity, const std::vector<Filter>& filters,
                                                  const Id& me);

} // namespace satchel::ui
