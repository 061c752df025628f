// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Session.h"
#include "core/base/Decimal.h"

namespace satchel::ctl {

/// The quote that `text` means: an id, a number (its newest revision), "Q-000123/2" (that revision), or a title that
/// only one quote has.
[[nodiscard]] Result<Id> quoteNamed(const std::string& text, Session& session);

/// "12.5", or with a currency "12.50 EUR" where it must be that one; what a person writes for an amount.
[[nodiscard]] Result<Decimal> amountFrom(const std::string& text, const std::string& currency);
/// "12.5".
[[nodiscard]] Result<Decimal> decimalFrom(const std::string& text, const std::string& what);

} // namespace satchel::ctl
