// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string>

namespace satchel::ui {

/// The steps on the way to a line's price (core/rules/pricing/Explanation.h) in a person's words, one sentence each;
/// `why` as it stands with the line. What a newer program wrote is shown as core says it. Pure.
[[nodiscard]] QStringList priceSteps(const std::string& why);

} // namespace satchel::ui
