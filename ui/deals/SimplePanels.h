// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "ui/deals/DealPanel.h"

namespace satchel::ui {

/// The steps that need no more than a sentence, and a line where something has to be said. Owned by the bar.

[[nodiscard]] DealPanel* makeWithdrawPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
/// The customer's no, with his reason.
[[nodiscard]] DealPanel* makeDeclinePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
[[nodiscard]] DealPanel* makeExpirePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
/// The next revision, which is opened.
[[nodiscard]] DealPanel* makeRevisePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);

} // namespace satchel::ui
