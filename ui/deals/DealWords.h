// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/base/Result.h"
#include "core/model/Record.h"
#include "ui/fields/Amounts.h"

#include <QString>

namespace satchel::ui {

/// Quantities and names of quotes as people read them. Pure; any thread.

/// Of a field that holds money; "" for nothing.
[[nodiscard]] QString moneyWord(const Record& record, const char* field);
/// "3 pc".
[[nodiscard]] QString quantityWord(const Decimal& quantity, const std::string& unit);
/// "Q-000123, revision 2", or a draft's title.
[[nodiscard]] QString quoteWord(const Record& quote);
[[nodiscard]] QString sentenceOf(const Error& error);

} // namespace satchel::ui
