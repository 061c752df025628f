// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Formats.h"
#include "ui/documents/Text.h"

#include <QDate>

#include <algorithm>
#include <utility>

namespace satchel::documents {

namespace {

QString digitsOf(const QLocale& locale, const std::string& digits)
{
    const QString zero = locale.zeroDigit();
    QString made;
    for (const char digit : digits)
        made +=
            zero.size() == 1 ? QString(QChar(ushort(zero[0].unicode() + (digit - '0')))) : QString(QLatin1Char(digit));
    return made;
}

QLocale localeOf(const std::string& language)
{
    const QLocale locale(QString::fromStdString(language).replace(u'-', u'_'));
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

} // namespace

Formats::Formats(const std::string& language, std::string currency, const Words& words)
    : m_locale(localeOf(language)),
      m_dates(localeOf(language)),
      m_words(words),
      m_currency(std::move(currency)),
      m_places(currencyDecimals(m_currency)),
      m_codeFirst(m_locale.toCurrencyString(1, QStringLiteral("XXX")).startsWith(QLatin1String("XXX")))
{
    if (const QLocale own = localeOf(words.language); own.language() != m_locale.language())
        m_dates = own;
}

std::string Formats::number(const Decimal& value, int places) const
{
    std::string text = value.toString(places);
    const bool negative = text.starts_with('-');
    if (negative)
        text.erase(0, 1);
    const auto dot = text.find('.');
    const QString whole = QString::fromStdString(text.substr(0, dot));
    QString made = m_locale.toString(whole.toLongLong());
    if (dot != std::string::npos)
        made += m_locale.decimalPoint() + digitsOf(m_locale, text.substr(dot + 1));
    return ((negative ? m_locale.negativeSign() : QString()) + made).toStdString();
}

std::string Formats::count(std::int64_t value) const
{
    return digitsOf(m_locale, std::to_string(value)).toStdString();
}

std::string Formats::money(const Decimal& value) const
{
    constexpr const char* noBreakSpace = "\u00a0";
    return m_codeFirst ? m_currency + noBreakSpace + amount(value) : amount(value) + noBreakSpace + m_currency;
}

std::string Formats::percent(const Decimal& value) const
{
    return m_words.with("percent", number(value));
}

std::string Formats::date(const std::string& iso) const
{
    const QDate date = QDate::fromString(QString::fromStdString(iso), Qt::ISODate);
    if (!date.isValid())
        return oneLine(iso);
    return m_dates.toString(date, QString::fromStdString(m_words["date"])).toStdString();
}

namespace {

// A two-letter code, or a name that Qt knows, as a code; else the text itself.
std::string countryCode(const std::string& country)
{
    const std::string text = oneLine(country);
    const QString name = QString::fromStdString(text);
    if (text.size() == 2)
        return name.toUpper().toStdString();
    for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = QLocale::Territory(i);
        if (QLocale::territoryToString(territory).compare(name, Qt::CaseInsensitive) == 0)
            return QLocale::territoryToCode(territory).toStdString();
    }
    return text;
}

// In English and capitals, as letters abroad are addressed.
std::string countryName(const std::string& country)
{
    const auto territory = QLocale::codeToTerritory(QString::fromStdString(country));
    const QString name = country.size() == 2 && territory != QLocale::AnyTerritory
                             ? QLocale::territoryToString(territory)
                             : QString::fromStdString(country);
    return name.toUpper().toStdString();
}

bool isAmong(const std::string& country, std::initializer_list<const char*> countries)
{
    return std::find(countries.begin(), countries.end(), country) != countries.end();
}

std::vector<std::string> cityLines(const pricing::Document::Address& address, const std::string& country)
{
    const std::string postcode = oneLine(address.postcode), city = oneLine(address.city),
                      region = oneLine(address.region);
    if (isAmong(country, {"US", "CA", "AU"}))
        return {joined({city, joined({region, postcode}, " ")}, country == "AU" ? " " : ", ")};
    if (isAmong(country, {"GB", "IE"}))
        return {city, region, postcode};
    if (isAmong(country, {"IN", "CN", "KR", "BR", "MX", "TH", "MY", "ID", "AE", "SA", "EG"}))
        return {joined({city, postcode}, " "), region};
    if (isAmong(country, {"IT", "ES"}) && region != city)
        return {joined({postcode, city, region.empty() ? "" : "(" + region + ")"}, " ")};
    return {joined({postcode, city}, " ")};
}

} // namespace

std::vector<std::string> addressLines(const pricing::Document::Address& address, const std::string& home)
{
    const std::string country = countryCode(address.country);
    std::vector<std::string> lines;
    const auto add = [&lines](const std::string& text) {
        if (!text.empty())
            lines.push_back(text);
    };
    const auto addStreet = [&] {
        const std::string street = plain(address.street);
        for (std::size_t from = 0; from <= street.size();) {
            const auto end = std::min(street.find('\n', from), street.size());
            add(oneLine(street.substr(from, end - from)));
            from = end + 1;
        }
    };
    if (country == "JP") { // from the large to the small
        add(address.postcode.empty() ? "" : "\u3012" + oneLine(address.postcode));
        add(oneLine(address.region + address.city));
        addStreet();
    } else {
        addStreet();
        for (const std::string& line : cityLines(address, country))
            add(line);
    }
    if (!country.empty() && country != countryCode(home) && !lines.empty())
        add(countryName(country));
    return lines;
}

} // namespace satchel::documents
