// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace satchel::ui {

struct Colors;

/// The complete style sheet in these colours. Widgets choose a variant with the property "kind" (kind() in
/// ui/widgets/Kit.h): a control that is styled here is styled with all its sub-controls and states.
[[nodiscard]] QString styleSheet(const Colors& colors);

} // namespace satchel::ui
