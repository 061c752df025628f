// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace satchel::ui {

/// A phone number that was typed with its country, grouped as that writes it ("0034626440543": "+34 626 44 05 43").
/// Whatever else, a number without its country too, stays as it was typed. For showing alone. Pure; any thread.
[[nodiscard]] QString groupedPhone(const QString& typed);

} // namespace satchel::ui
