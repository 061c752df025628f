// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::ui {

/// What D and S do to a row of the agenda, as edits. Pure. Empty where a row cannot be done or put off (an approval, a
/// lead's deadline).
[[nodiscard]] std::vector<Edit> doneEdits(const Record& item, Milliseconds now);
/// Puts it off to a day YYYY-MM-DD; an activity keeps its time of day.
[[nodiscard]] std::vector<Edit> snoozeEdits(const Record& item, const std::string& day);

} // namespace satchel::ui
