// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/DetailPlan.h"

namespace satchel::ui {

/// The 360-degree page of an account: who it is, its people with their role in the decision, sites, open to-dos, leads,
/// and one timeline of every contact by anyone.
[[nodiscard]] DetailPlan accountPlan();

} // namespace satchel::ui
