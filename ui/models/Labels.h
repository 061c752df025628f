// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Words.h"

#include "core/store/Replica.h"

namespace satchel::ui {

/// Labels looked up in a replica, for showing values; to be used on the replica's own thread. Remembers what it found,
/// so make one for a page of rows, not for longer.
[[nodiscard]] LabelOf labelsOf(Replica& replica);

} // namespace satchel::ui
