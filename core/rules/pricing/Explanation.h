// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace satchel::pricing {

/// One step on the way to a price: what happened, with what. Kept with a quote's line as JSON ([["list","EUR-Retail",
/// "7"],["break","20"],...]), so that windows can put it into the user's language; sentence() puts it into English.
/// | code      | arguments                                              |
/// | list      | code of the list, number of the revision ("" for none) |
/// | agreement | name                                                   |
/// | break     | quantity from which on                                 |
/// | graduated | number of parts                                        |
/// | percent   | percentage, code of the base list                      |
/// | rounded   | what it was rounded to: a step, or "x.99"              |
/// | minimum   | the price                                              |
/// | converted | from amount and currency, to amount and currency, date |
/// | net_of    | tax percentage that was taken out                      |
/// | with_tax  | tax percentage that was put in                         |
/// | promotion | name, what it does ("-5 %", "-2.00 EUR", "10 + 1")     |
/// | part      | name of the bundle                                     |
/// | free      | name of the promotion                                  |
/// | by_hand   | the list's price, "" if there was none                 |
struct Step {
    std::string code;
    std::vector<std::string> arguments = {};
    bool operator==(const Step&) const = default;
};

/// Canonical JSON of steps, at most 2,000 code points (the last steps are left out where it would be more); "" for
/// none.
[[nodiscard]] std::string writeSteps(const std::vector<Step>& steps);
[[nodiscard]] Result<std::vector<Step>> readSteps(std::string_view json);
/// "EUR-Retail r7, 20 or more, Spring -5 %, rounded to 0.05".
[[nodiscard]] std::string sentence(const std::vector<Step>& steps);

} // namespace satchel::pricing
