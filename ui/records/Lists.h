// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/records/DetailPlan.h"
#include "ui/records/ListPane.h"

namespace satchel::ui {

/// Lists that several pages share, and the choices above the list of each kind.
[[nodiscard]] RelatedList openTasks(const std::string& link);
[[nodiscard]] RelatedList openLeads(const std::string& link);
/// What is being worked on, the one that closes next first.
[[nodiscard]] RelatedList openDeals(const std::string& link);
[[nodiscard]] std::vector<ListChoice> choicesFor(const Entity& entity, const Id& me);

} // namespace satchel::ui
