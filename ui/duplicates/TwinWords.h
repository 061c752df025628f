// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Merging.h"
#include "core/sales/Twins.h"

#include <QString>

namespace satchel::ui {

/// Why two records may be the same, and what belongs to one, in a person's words. Pure; any thread.
[[nodiscard]] QString alikeWords(const std::vector<sales::Alike>& by);          ///< "Same e-mail, same name"
[[nodiscard]] QString hangingWords(const std::vector<sales::Hanging>& hanging); ///< "To-dos: 2, Quotes: 1"

} // namespace satchel::ui
