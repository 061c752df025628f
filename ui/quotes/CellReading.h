// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Quotes.h"
#include "ui/quotes/QuoteSheet.h"

namespace satchel::ui {

/// What a person types into a cell of a quote, as the change of its line. Invalid with a sentence for what cannot be
/// read in his locale. Pure. An empty discount is none; an empty unit price goes back to the list's.
[[nodiscard]] Result<sales::LineChange> readCell(QuoteColumn column, const QString& text, const std::string& currency);
/// A percentage with or without its sign; 0 for an empty text.
[[nodiscard]] Result<Decimal> readPercent(const QString& text);
/// An amount in the currency; 0 for an empty text.
[[nodiscard]] Result<Decimal> readAmount(const QString& text, const std::string& currency);

/// "5 pump", "5x pump", "2,5 P-1": a quantity in front of what is looked for.
struct TypedProduct {
    QString text;
    std::optional<Decimal> quantity = {};
};
/// "5pum" is also understood where `codes` do not begin with digits, so the whole text is kept to be tried first.
[[nodiscard]] TypedProduct readProduct(const QString& text);

} // namespace satchel::ui
