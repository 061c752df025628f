// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"

namespace satchel::pricing {

/// For whom, on what and in which order promotions are.

/// Active, and for this customer, whatever the day.
[[nodiscard]] bool isFor(const Promotion& promotion, const Customer& customer);
[[nodiscard]] bool isOn(const Promotion& promotion, const Product& product);
/// By priority, code, id.
[[nodiscard]] bool comesBefore(const Promotion* a, const Promotion* b);

} // namespace satchel::pricing
