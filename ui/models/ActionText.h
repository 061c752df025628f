// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Action.h"

#include <string>
#include <vector>

namespace satchel::ui {

/// An action as text (JSON, entities and fields by their names, which never change), so that it can be kept from one
/// start of the program to the next. Pure; any thread. What an open editor had seen is not kept: an action that is kept
/// carries what it expects.

[[nodiscard]] std::string writeAction(const Action& action);
/// Invalid for what this program cannot carry out: a kind, entity or field it does not know.
[[nodiscard]] Result<Action> readAction(const std::string& text);
/// Every record the text speaks of: those it changes, and those that what it brings back refers to.
[[nodiscard]] std::vector<Id> mentionedBy(const Action& action);

} // namespace satchel::ui
