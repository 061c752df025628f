// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Words.h"

#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "ui/language/Language.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/PhoneNumber.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/WordTables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <span>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

QString lookUp(std::span<const NamedWord> table, const char* context, const std::string& name)
{
    for (const NamedWord& entry : table)
        if (entry.name == name)
            return QCoreApplication::translate(context, entry.word);
    QString plain = toQString(name); // of a newer server: shown as it is
    plain.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!plain.isEmpty())
        plain[0] = plain[0].toUpper();
    return plain;
}

QString decimalWord(const std::string& plain, const QLocale& locale)
{
    const qsizetype dot = static_cast<qsizetype>(plain.find('.'));
    const QString whole = toQString(plain.substr(0, plain.find('.')));
    QString text = locale.toString(whole.toLongLong());
    if (whole == QLatin1String("-0"))
        text = locale.negativeSign() + locale.zeroDigit();
    if (dot < 0)
        return text;
    text += locale.decimalPoint();
    for (const char digit : plain.substr(static_cast<std::size_t>(dot) + 1))
        text += QChar(locale.zeroDigit().at(0).unicode() + (digit - '0')); // in the script of the whole part
    return text;
}

QString listWord(const Field& field, const Value& value, const LabelOf& labelOf)
{
    const auto elements = readList(value.text());
    if (!elements.ok())
        return {};
    QStringList parts;
    for (const std::string& element : *elements) {
        const auto id = field.type == FieldType::ReferenceList ? Id::parse(element) : std::nullopt;
        parts << (id ? labelOf(field.references, *id) : toQString(element));
    }
    return parts.join(QStringLiteral(", "));
}

QString groupWord(const Value& value)
{
    const auto members = readGroup(value.text());
    if (!members.ok())
        return {};
    QString street, town, rest;
    for (const auto& [name, text] : *members) {
        const QString part = toQString(text);
        if (name == "street")
            street = part;
        else if (name == "postcode" || name == "city")
            town += (town.isEmpty() ? QString() : QStringLiteral(" ")) + part;
        else
            rest += (rest.isEmpty() ? QString() : QStringLiteral(", ")) + part;
    }
    QStringList lines;
    for (const QString& line : {street, town, rest})
        if (!line.isEmpty())
            lines << line;
    return lines.join(QStringLiteral(", "));
}

} // namespace

QString entityWord(const Entity& entity)
{
    return lookUp(entityWords, "entityWords", entity.name);
}

QString entitiesWord(const Entity& entity)
{
    return lookUp(entitiesWords, "entitiesWords", entity.name);
}

QString fieldWord(const Field& field)
{
    return lookUp(fieldWords, "fieldWords", field.name);
}

QString memberWord(const std::string& member)
{
    return lookUp(memberWords, "memberWords", member);
}

QString choiceWord(const std::string& choice)
{
    return lookUp(choiceWords, "choiceWords", choice);
}

QString ruleWord(const std::string& rule)
{
    return lookUp(ruleWords, "ruleWords", rule);
}

QString inSentence(const QString& word)
{
    const bool abbreviation = word.size() > 1 && word[1].isUpper(); // "VAT number"
    return abbreviation || spokenLanguage() == QLatin1String("de") ? word : word.left(1).toLower() + word.mid(1);
}

QString roleWord(Role role)
{
    return choiceWord(std::string(roleName(role)));
}

QString phoneWord(const QString& phone)
{
    const QString grouped = groupedPhone(phone);
    if (QLocale().textDirection() != Qt::RightToLeft || grouped.isEmpty())
        return grouped;
    return QChar(0x2066) + grouped + QChar(0x2069);
}

// What the server has found in a quote, a sentence a line.
static QString flagsWord(const QString& flags)
{
    QStringList lines = flags.split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = sentenceWord(line);
    return lines.join(QLatin1Char('\n'));
}

QString valueWord(const Field& field, const Value& value, const LabelOf& labelOf)
{
    const QLocale locale;
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Text: return field.phone ? phoneWord(toQString(value.text())) : toQString(value.text());
    case FieldType::Notes: return field.name == "flags" ? flagsWord(toQString(value.text())) : toQString(value.text());
    case FieldType::Choice: return choiceWord(value.text());
    case FieldType::Boolean: return value.integer() != 0 ? tr("Yes") : tr("No");
    case FieldType::Integer: return locale.toString(static_cast<qlonglong>(value.integer()));
    case FieldType::Decimal: return decimalWord(Decimal{value.integer()}.toString(), locale);
    case FieldType::Money: {
        const auto money = Money::parse(value.text());
        if (!money)
            return toQString(value.text());
        return decimalWord(money->amount.toString(currencyDecimals(money->currency)), locale) + QChar(0xA0) +
               toQString(money->currency);
    }
    case FieldType::Date: {
        const QDate date = QDate::fromString(toQString(value.text()), Qt::ISODate);
        return date.isValid() ? locale.toString(date, dayFormat()) : toQString(value.text());
    }
    case FieldType::Instant: {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(value.integer());
        return locale.toString(moment.date(), dayFormat()) + QLatin1Char(' ') +
               locale.toString(moment.time(), QLocale::ShortFormat);
    }
    case FieldType::Reference: return labelOf(field.references, value.id());
    case FieldType::TextList:
    case FieldType::ReferenceList: return listWord(field, value, labelOf);
    case FieldType::Group: return groupWord(value);
    case FieldType::Timeline: {
        const auto entries = readTimeline(value.text());
        if (!entries.ok())
            return {};
        return entries->size() == 1
                   ? oneLine(toQString(entries->front().text))
                   : QCoreApplication::translate("Words", "%Ln entries", nullptr, static_cast<int>(entries->size()));
    }
    }
    return {};
}

QString dateWord(const std::string& date, std::int64_t now)
{
    const QDate day = QDate::fromString(toQString(date), Qt::ISODate);
    if (!day.isValid())
        return toQString(date);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const qint64 away = today.daysTo(day);
    const QLocale locale;
    if (away == 0)
        return tr("today");
    if (away == 1)
        return tr("tomorrow");
    if (away == -1)
        return tr("yesterday");
    if (away > 1 && away < 7)
        return locale.toString(day, QStringLiteral("dddd"));
    const QString inThisYear =
        QCoreApplication::translate("Words", "d MMM", "a day of this year: the order of day and month");
    return locale.toString(day, day.year() == today.year() ? inThisYear : dayFormat());
}

QString timeWord(std::int64_t instant, std::int64_t now)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(instant);
    const QString clock = QLocale().toString(moment.time(), QLocale::ShortFormat);
    const QString day = dateWord(fromQString(moment.date().toString(Qt::ISODate)), now);
    return moment.date() == QDateTime::fromMSecsSinceEpoch(now).date() ? clock : day + QStringLiteral(", ") + clock;
}

QString agoWord(std::int64_t instant, std::int64_t now)
{
    const std::int64_t seconds = (now - instant) / 1000;
    if (seconds < 45)
        return tr("just now");
    if (seconds < 90 * 60)
        return tr("%1 min ago").arg((seconds + 30) / 60);
    if (seconds < 36 * 3600)
        return tr("%1 h ago").arg((seconds + 1800) / 3600);
    return dateWord(localDay(instant), now);
}

QString exactTime(std::int64_t instant)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(instant), QLocale::LongFormat);
}

QString dayFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    return format.contains(QLatin1String("yyyy")) ? format : format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
}

QString numberWord(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

std::string localDay(std::int64_t instant, int addDays)
{
    return fromQString(QDateTime::fromMSecsSinceEpoch(instant).date().addDays(addDays).toString(Qt::ISODate));
}

std::int64_t startOfLocalDay(std::int64_t instant, int addDays)
{
    return QDateTime::fromMSecsSinceEpoch(instant).date().addDays(addDays).startOfDay().toMSecsSinceEpoch();
}

} // namespace satchel::ui
