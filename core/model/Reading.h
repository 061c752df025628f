// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/model/Record.h"

namespace satchel {

/// What stands in a field of a record, as the declared type means it (Field.h). Pure; any thread. What cannot be read
/// as that (a newer program's) reads as if it were empty.

[[nodiscard]] Decimal decimalOf(const Record& record, std::string_view field); ///< 0 if it is empty
[[nodiscard]] bool isSet(const Record& record, std::string_view field);        ///< a Boolean
[[nodiscard]] std::optional<Money> moneyOf(const Record& record, std::string_view field);
[[nodiscard]] std::optional<Decimal> amountOf(const Record& record, std::string_view field); ///< of a Money
[[nodiscard]] std::vector<std::string> textsOf(const Record& record, std::string_view field);
[[nodiscard]] std::vector<Id> idsOf(const Record& record, std::string_view field); ///< a ReferenceList
/// One member of a Group; "" if it is empty.
[[nodiscard]] std::string memberOf(const Record& record, std::string_view field, std::string_view member);

} // namespace satchel
