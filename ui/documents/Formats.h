// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/rules/pricing/Document.h"
#include "ui/documents/Words.h"

#include <QLocale>

#include <vector>

namespace satchel::documents {

/// Numbers, dates and addresses as the customer writes them. Digits, grouping and decimal sign are those of the
/// document's language, whatever language its words are in; an amount is exact, whatever its size.
class Formats {
public:
    Formats(const std::string& language, std::string currency, const Words& words);

    [[nodiscard]] std::string number(const Decimal& value, int places = 0) const;
    /// A position or a page: digits without grouping.
    [[nodiscard]] std::string count(std::int64_t value) const;
    /// At least the currency's own decimals, up to four where there are more.
    [[nodiscard]] std::string amount(const Decimal& value) const { return number(value, m_places); }
    /// With the currency's code on the side where the locale has it.
    [[nodiscard]] std::string money(const Decimal& value) const;
    [[nodiscard]] std::string percent(const Decimal& value) const;
    /// YYYY-MM-DD in words; anything else as it is.
    [[nodiscard]] std::string date(const std::string& iso) const;
    [[nodiscard]] int currencyPlaces() const { return m_places; }
    [[nodiscard]] const std::string& currency() const { return m_currency; }

private:
    QLocale m_locale; ///< of numbers
    QLocale m_dates;  ///< of month names: that of the words
    const Words& m_words;
    std::string m_currency;
    int m_places;
    bool m_codeFirst;
};

/// An address in the order of its country, one line each. The country is named if it is not `home` (both as typed: a
/// name or a two-letter code).
[[nodiscard]] std::vector<std::string> addressLines(const pricing::Document::Address& address, const std::string& home);

} // namespace satchel::documents
