// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Words.h"
#include "core/schema/Schema.h"
#include "ui/fields/Reading.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/WordTables.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace satchel;
using namespace satchel::ui;

/// Text, values and the declaration in a person's words.
class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textKeepsEveryByteBothWays();
    void everyNameOfTheDeclarationHasAWord();
    void moneyAndNumbersAreReadAndShownInTheLocale();
    void datesAreReadAsPeopleWriteThem();
    void aPhoneNumberReadsAsItIsDialled();
};

void WordsTest::textKeepsEveryByteBothWays()
{
    const std::string texts[] = {"",
                                 "plain",
                                 "\xEF\xBB\xBFwith a mark",
                                 "a\xC2\xA0"
                                 "b",
                                 "\xF0\x9F\x8E\x92",
                                 "\xE2\x80\xA8line",
                                 "\r\n\t\x01"};
    for (const std::string& text : texts)
        QCOMPARE(fromQString(toQString(text)), text);
}

void WordsTest::everyNameOfTheDeclarationHasAWord()
{
    const auto has = [](const auto& table, const std::string& name) {
        return std::any_of(std::begin(table), std::end(table),
                           [&](const NamedWord& word) { return word.name == name; });
    };
    QStringList missing;
    for (const Entity& entity : schema::entities()) {
        if (!has(entityWords, entity.name) || !has(entitiesWords, entity.name))
            missing << toQString(entity.name);
        if (entity.internal)
            continue;
        for (const Field& field : entity.fields) {
            if (!has(fieldWords, field.name))
                missing << toQString(entity.name + "." + field.name);
            for (const std::string& choice : field.choices)
                if (!has(choiceWords, choice))
                    missing << toQString(entity.name + "." + field.name + "=" + choice);
            for (const std::string& member : field.members)
                if (!has(memberWords, member))
                    missing << toQString(entity.name + "." + field.name + "." + member);
        }
    }
    QCOMPARE(missing, QStringList());
}

void WordsTest::moneyAndNumbersAreReadAndShownInTheLocale()
{
    const Entity& lead = schema::entity("lead");
    const Field& value = *lead.field("value");
    const auto read = [&](const char* text) {
        const auto result = readTyped(lead, value, QString::fromUtf8(text), Value("1.00 EUR"), 0);
        return result.ok() ? result->text() : std::string("refused");
    };
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(read("1.234,50"), std::string("1234.50 EUR"));
    QCOMPARE(read("1.234 USD"), std::string("1234.00 USD"));
    QCOMPARE(read("12,5 €"), std::string("12.50 EUR"));
    QCOMPARE(read("viel"), std::string("refused"));
    QCOMPARE(valueWord(value, Value("1234.50 EUR"), {}), QStringLiteral("1.234,50\u00A0EUR"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(read("1,234.50"), std::string("1234.50 EUR"));
    QCOMPARE(read("12.5"), std::string("12.50 EUR"));
    QCOMPARE(valueWord(value, Value("1234.50 EUR"), {}), QStringLiteral("1,234.50\u00A0EUR"));
    QLocale::setDefault(QLocale::c());
}

void WordsTest::datesAreReadAsPeopleWriteThem()
{
    const Entity& task = schema::entity("task");
    const Field& due = *task.field("due");
    const Milliseconds now = *parseInstant("2026-11-22T12:00:00Z");
    const auto read = [&](const char* text) {
        const auto result = readTyped(task, due, QString::fromUtf8(text), {}, now);
        return result.ok() ? result->text() : std::string("refused");
    };
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(read("tomorrow"), std::string("2026-11-23"));
    QCOMPARE(read("+3"), std::string("2026-11-25"));
    QCOMPARE(read("24.12."), std::string("2026-12-24"));
    QCOMPARE(read("3.1."), std::string("2027-01-03"));
    QCOMPARE(read("24.12.2026"), std::string("2026-12-24"));
    QCOMPARE(read("2026-12-24"), std::string("2026-12-24"));
    QCOMPARE(read("31.2.2026"), std::string("refused"));
    QCOMPARE(read(""), std::string());
    QLocale::setDefault(QLocale::c());
}

void WordsTest::aPhoneNumberReadsAsItIsDialled()
{
    const QString phone = QStringLiteral("+34 (96) 835-66-78");
    const QString grouped = QStringLiteral("+34 968 35 66 78");
    QCOMPARE(ui::phoneWord(phone), grouped);
    QCOMPARE(ui::phoneWord(QStringLiteral("0034968356678")), grouped);
    QCOMPARE(ui::phoneWord(QStringLiteral("+34 62 664 41 80")), QStringLiteral("+34 626 64 41 80"));
    QCOMPARE(ui::phoneWord(QStringLiteral("+49 30 1234567")), QStringLiteral("+49 30 1234567"));
    // Without its country a number stays as it was typed: in a German window it would get a zero that is none of it.
    for (const char* locale : {"es_ES", "de_DE"}) {
        QLocale::setDefault(QLocale(QString::fromLatin1(locale)));
        for (const char* typed : {"(96) 835-66-78", "639 871 821", "246 033 725"})
            QCOMPARE(ui::phoneWord(QString::fromLatin1(typed)), QString::fromLatin1(typed));
    }
    // What is no number of any country, or more than a number, is nobody's to rewrite.
    for (const char* typed : {"12", "reception, ask for Ana", "639871821 ext. 4", "+34 1", "555-PUMP"})
        QCOMPARE(ui::phoneWord(QString::fromLatin1(typed)), QString::fromLatin1(typed));
    QLocale::setDefault(QLocale(QStringLiteral("ar_EG")));
    QCOMPARE(ui::phoneWord(phone), QChar(0x2066) + grouped + QChar(0x2069));
    QVERIFY(ui::phoneWord({}).isEmpty());
    QLocale::setDefault(QLocale::c());
}

QTEST_MAIN(WordsTest)
#include "WordsTest.moc"
