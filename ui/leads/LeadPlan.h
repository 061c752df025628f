// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/DetailPlan.h"

namespace satchel::ui {

/// A lead: where it came from, what it wants, until when somebody must answer, and what was done.
[[nodiscard]] DetailPlan leadPlan();

} // namespace satchel::ui
