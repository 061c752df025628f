// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

namespace satchel::ui {

/// How each kind of record looks in a list; they run on the reader's thread.
/// `within`: the list stands on the page of an account (or contact, lead), whose name need not be repeated.
[[nodiscard]] RowMaker rowMakerFor(const Entity& entity, Milliseconds now, const std::string& within = {});
/// Nobody has answered a new lead, and its deadline has passed.
[[nodiscard]] bool isOverdueLead(const Record& lead, Milliseconds now);
[[nodiscard]] QString iconFor(const Entity& entity);
[[nodiscard]] QString activityIcon(const std::string& kind);

} // namespace satchel::ui
