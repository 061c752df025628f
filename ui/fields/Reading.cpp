// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/Reading.h"

#include "core/base/Decimal.h"
#include "core/schema/Validation.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Reading", text);
}

Error wrong(const Field& field, const QString& sentence)
{
    return invalid(fromQString(sentence), field.name);
}

// "1.234,50" of the locale, or "1234.50", as a Decimal; no floating point in between.
std::optional<Decimal> readNumber(const QString& text)
{
    const QLocale locale;
    QString plain = text;
    plain.remove(QChar(0xA0))
        .remove(QChar(0x202F))
        .remove(QLatin1Char(' '))
        .remove(QChar(0x2019))
        .remove(QLatin1Char('\''));
    const QString group = locale.groupSeparator(), point = locale.decimalPoint();
    static const QRegularExpression canonical(QStringLiteral("^[+-]?\\d+(\\.\\d{1,4})?$"));
    const bool looksLocal = plain.contains(point) || !canonical.match(plain).hasMatch();
    // "1.234" is a thousand where the dot groups, unless what follows cannot be a group.
    static const QRegularExpression grouped(QStringLiteral("^[+-]?\\d{1,3}([.,]\\d{3})+$"));
    if (looksLocal || (group == QLatin1String(".") && grouped.match(plain).hasMatch())) {
        plain.remove(group);
        plain.replace(point, QStringLiteral("."));
    }
    if (plain.startsWith(QLatin1Char('+')))
        plain.remove(0, 1);
    return Decimal::parse(fromQString(plain));
}

QDate readDate(const QString& text, Milliseconds now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QString word = text.trimmed().toLower();
    if (word == tr("today").toLower() || word == QLatin1String("0"))
        return today;
    if (word == tr("tomorrow").toLower())
        return today.addDays(1);
    if (word == tr("yesterday").toLower())
        return today.addDays(-1);
    if (word == tr("day after tomorrow").toLower())
        return today.addDays(2);
    static const QRegularExpression away(QStringLiteral("^([+-]\\d{1,4})$"));
    if (const auto match = away.match(word); match.hasMatch())
        return today.addDays(match.captured(1).toInt());
    const QLocale locale;
    const auto plain = [](QString name) { return name.remove(QLatin1Char('.')).toLower(); }; // "Di." is typed as "di"
    for (int i = 1; i <= 7; ++i)
        for (const auto length : {QLocale::LongFormat, QLocale::ShortFormat})
            if (plain(word) == plain(locale.dayName(today.addDays(i).dayOfWeek(), length)))
                return today.addDays(i);
    for (const QString& format : {QStringLiteral("yyyy-MM-dd"), dayFormat(), locale.dateFormat(QLocale::ShortFormat),
                                  locale.dateFormat(QLocale::LongFormat), QStringLiteral("d.M.yyyy"),
                                  QStringLiteral("d/M/yyyy"), QStringLiteral("d MMM yyyy")})
        if (QDate date = locale.toDate(text.trimmed(), format); date.isValid())
            return date.year() < 1970 && !format.contains(QStringLiteral("yyyy")) ? date.addYears(100) : date;
    for (const QString& format :
         {QStringLiteral("d.M."), QStringLiteral("d.M"), QStringLiteral("d MMM"), QStringLiteral("d/M")})
        if (const QDate date = locale.toDate(text.trimmed(), format); date.isValid()) {
            const QDate soon(today.year(), date.month(), date.day());
            return soon.isValid() && soon < today.addDays(-180) ? soon.addYears(1) : soon;
        }
    return {};
}

QDateTime readInstant(const QString& text, Milliseconds now)
{
    static const QRegularExpression clock(QStringLiteral("^(.*?)(?:[ ,]*|(?<=\\d)T)(\\d{1,2}):(\\d{2})\\s*([ap]m)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = clock.match(text.trimmed());
    QTime time(9, 0);
    QString day = text;
    if (match.hasMatch()) {
        int hour = match.captured(2).toInt();
        if (!match.captured(4).isEmpty())
            hour = hour % 12 + (match.captured(4).startsWith(QLatin1Char('p'), Qt::CaseInsensitive) ? 12 : 0);
        time = QTime(hour, match.captured(3).toInt());
        day = match.captured(1);
    }
    const QDate date = day.trimmed().isEmpty() ? QDateTime::fromMSecsSinceEpoch(now).date() : readDate(day, now);
    QDateTime moment(date, time);
    if (date.isValid() && time.isValid() && !moment.isValid()) // the hour that summer time leaves out
        moment = QDateTime(date, time.addSecs(3600));
    return moment;
}

Result<Value> readMoney(const Field& field, const QString& text, const Value& current)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([A-Za-z]{3}|[€$£])?\\s*([-+\\d., \\x{A0}\\x{202F}'’]+?)\\s*([A-Za-z]{3}|[€$£])?\\s*$"));
    const auto match = form.match(text);
    const auto amount = match.hasMatch() ? readNumber(match.captured(2)) : std::nullopt;
    if (!amount)
        return wrong(field, tr("This is not an amount. Write it like %1.")
                                .arg(QLocale().toString(1250.5, 'f', 2) + QStringLiteral(" EUR")));
    QString currency = (match.captured(1) + match.captured(3)).toUpper();
    currency.replace(QStringLiteral("€"), QStringLiteral("EUR"))
        .replace(QStringLiteral("$"), QStringLiteral("USD"))
        .replace(QStringLiteral("£"), QStringLiteral("GBP"));
    if (currency.isEmpty()) {
        const auto before = Money::parse(current.text());
        currency = before ? toQString(before->currency) : QStringLiteral("EUR");
    }
    return Value(Money{*amount, fromQString(currency)}.toString());
}

Result<Value> readPlain(const Field& field, const QString& text, const Value& current, Milliseconds now)
{
    switch (field.type) {
    case FieldType::Integer: {
        const auto number = readNumber(text);
        if (!number || number->units % Decimal::scale != 0)
            return wrong(field, tr("This is not a whole number."));
        return Value(number->units / Decimal::scale);
    }
    case FieldType::Decimal: {
        const auto number = readNumber(text);
        return number ? Result<Value>(Value(number->units)) : wrong(field, tr("This is not a number."));
    }
    case FieldType::Money: return readMoney(field, text, current);
    case FieldType::Date: {
        const QDate date = readDate(text, now);
        if (!date.isValid())
            return wrong(field, tr("This is not a date. Write it like %1, or \"tomorrow\", or +3 for in three days.")
                                    .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(now).date(), dayFormat())));
        return Value(fromQString(date.toString(Qt::ISODate)));
    }
    case FieldType::Instant: {
        const QDateTime moment = readInstant(text, now);
        if (!moment.isValid())
            return wrong(field, tr("This is not a date and time. Write it like \"tomorrow 10:30\"."));
        return Value(std::int64_t{moment.toMSecsSinceEpoch()});
    }
    default: return Value(fromQString(text));
    }
}

} // namespace

Result<Value> readTyped(const Entity& entity, const Field& field, const QString& text, const Value& current,
                        Milliseconds now)
{
    if (text.isEmpty() ||
        (field.type != FieldType::Text && field.type != FieldType::Notes && text.trimmed().isEmpty())) {
        if (field.required)
            return wrong(field, tr("%1 cannot be empty.").arg(fieldWord(field)));
        return Value();
    }
    SATCHEL_ASSIGN(Value value, readPlain(field, text, current, now));
    SATCHEL_TRY(inTheirLanguage(validateValue(entity, field, value)));
    return value;
}

QString typedForm(const Field& field, const Value& value)
{
    const QLocale locale;
    switch (field.type) {
    case FieldType::Integer: return value.isNull() ? QString() : QString::number(value.integer());
    case FieldType::Decimal: {
        QString text = value.isNull() ? QString() : toQString(Decimal{value.integer()}.toString());
        return text.replace(QLatin1Char('.'), locale.decimalPoint());
    }
    case FieldType::Money: {
        QString text = toQString(value.text());
        return text.replace(QLatin1Char('.'), locale.decimalPoint());
    }
    case FieldType::Date: {
        const QDate date = QDate::fromString(toQString(value.text()), Qt::ISODate);
        return date.isValid() ? locale.toString(date, dayFormat()) : toQString(value.text());
    }
    case FieldType::Instant: {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(value.integer());
        return value.isNull()
                   ? QString()
                   : locale.toString(moment.date(), dayFormat()) + moment.time().toString(QStringLiteral(" HH:mm"));
    }
    default: return toQString(value.text());
    }
}

} // namespace satchel::ui
