// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

namespace satchel::ui {

/// How each kind of record looks in a list; they run on the reader's thread.
[[nodiscard]] RowMaker rowMakerFor(const Entity& entity, Milliseconds now);
[[nodiscard]] QString iconFor(const Entity& entity);
[[nodiscard]] QString activityIcon(const std::string& kind);

} // namespace satchel::ui
