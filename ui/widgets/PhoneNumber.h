// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace satchel::ui {

/// A phone number, grouped as its country writes it: with the country where it was typed with one ("0034626440543":
/// "+34 626 44 05 43"), else as within the country of the locale. What is no number of any country, or more than a
/// number ("ask for Ana"), stays as it was typed. For showing alone. Pure; any thread.
[[nodiscard]] QString groupedPhone(const QString& typed);

} // namespace satchel::ui
