// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/DetailPlan.h"

namespace satchel::ui {

/// A person: how to reach him, his role in the decision, open to-dos and the timeline.
[[nodiscard]] DetailPlan contactPlan();

} // namespace satchel::ui
