// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/LogLine.h"

#include <QTest>

using namespace satchel;

/// One line tells what happened and what is to be done. It is Wednesday, 25 November 2026, half past ten in Berlin.
class LogLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineIsUnderstood_data();
    void aLineIsUnderstood();
    void theSpansAreThoseOfTheText();
    void onTheDayItselfAWeekdayCouldBeTwo();
    void theDayIsTheOneWhereThePersonIs();
    void aNameInTheLineIsAPerson_data();
    void aNameInTheLineIsAPerson();
    void aDayAloneIsRead();
};

namespace {

constexpr const char* now = "2026-11-25T09:30:00Z";
constexpr const char* zone = "Europe/Berlin";

std::string clockOf(int minute)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return " " + two(minute / 60) + ":" + two(minute % 60);
}

const char* nameOf(LogLine::Doubt doubt)
{
    switch (doubt) {
    case LogLine::Doubt::None: return "";
    case LogLine::Doubt::NoDate: return "no date";
    case LogLine::Doubt::Past: return "past";
    case LogLine::Doubt::SeveralDays: return "several days";
    case LogLine::Doubt::TwoMeanings: return "two meanings";
    case LogLine::Doubt::NoSuchDay: return "no such day";
    case LogLine::Doubt::NotAsked: return "not asked";
    }
    return "?";
}

// "call, was 2026-11-24 14:30, due 2026-12-01 15:00: send brochure, doubt past"
std::string summary(const LogLine& line)
{
    std::string text = line.kind.empty() ? "?" : line.kind;
    if (!line.day.empty() || line.minute)
        text += (line.planned ? ", planned " : ", was ") + line.day + (line.minute ? clockOf(*line.minute) : "");
    if (!line.due.empty())
        text += ", due " + line.due + (line.dueMinute ? clockOf(*line.dueMinute) : "");
    if (!line.what.empty())
        text += ": " + line.what;
    if (line.doubt != LogLine::Doubt::None)
        text += std::string(", doubt ") + nameOf(line.doubt);
    return text;
}

LogLine read(const char* text, const char* language)
{
    return readLogLine(text, language, *parseInstant(now), zone);
}

struct Case {
    const char* language;
    const char* text;
    const char* meaning;
};

const Case cases[] = {
    // what happened
    {"en", "called Ana, wants price for 40, back Tue", "call, due 2026-12-01"},
    {"en", "Called Ana", "call"},
    {"en", "phoned her, no answer", "call"},
    {"en", "I called Ana", "call"},
    {"en", "visited the plant", "visit"},
    {"en", "met Ana and Ben", "meeting"},
    {"en", "mailed the brochure", "mail"},
    {"en", "e-mailed the brochure", "mail"},
    {"en", "emailed the brochure", "mail"},
    {"en", "note: likes the blue one", "note"},
    {"en", "call with Ana", "call"},
    {"en", "Meeting about the new line", "meeting"},
    {"en", "wants a call", "?"},
    {"en", "asked by mail for 40 pumps", "?"},
    {"en", "did not call", "?"},
    {"en", "Ana didn't call", "?"},
    {"en", "likes the blue one", "?"},
    {"en", "", "?"},
    {"de", "Ana angerufen", "call"},
    {"de", "mit Ana telefoniert, will Preis für 40", "call"},
    {"de", "Ana besucht", "visit"},
    {"de", "Ana nicht angerufen", "?"},
    {"de", "Frau Ruiz getroffen", "meeting"},
    {"de", "Prospekt gemailt", "mail"},
    {"de", "Telefonat mit Ana", "call"},
    {"de", "Notiz: mag das blaue", "note"},
    // when it was
    {"en", "called Ana yesterday", "call, was 2026-11-24"},
    {"en", "visited Ana yesterday at 14:30", "visit, was 2026-11-24 14:30"},
    {"en", "called Ana this morning", "call, was 2026-11-25"},
    {"en", "called Ana at 9:15", "call, was  09:15"},
    {"en", "called Ana at 9am", "call, was  09:00"},
    {"en", "called Ana at 3pm", "call"}, // it is not yet 3
    {"en", "met Ana last Friday", "meeting, was 2026-11-20"},
    {"en", "met Ana 3 days ago", "meeting, was 2026-11-22"},
    {"en", "met Ana on 15 November", "meeting, was 2026-11-15"},
    {"en", "met Ana on Monday", "meeting, doubt two meanings"},
    {"de", "Ana gestern besucht", "visit, was 2026-11-24"},
    {"de", "vorgestern mit Ana telefoniert", "call, was 2026-11-23"},
    {"de", "heute morgen mit Ana telefoniert", "call, was 2026-11-25"},
    {"de", "vor 2 Wochen Ana besucht", "visit, was 2026-11-11"},
    {"de", "Ana letzten Freitag getroffen", "meeting, was 2026-11-20"},
    // when to come back
    {"en", "back today 4pm", "?, due 2026-11-25 16:00"},
    {"en", "back tomorrow", "?, due 2026-11-26"},
    // what is to come
    {"en", "tomorrow 10am visit to Ana", "visit, planned 2026-11-26 10:00"},
    {"en", "visit to Ana tomorrow at 10am", "visit, planned 2026-11-26 10:00"},
    {"en", "tomorrow at 9am call Ana", "call, planned 2026-11-26 09:00"},
    {"en", "meeting with Ana and Ben on 3 December", "meeting, planned 2026-12-03"},
    {"en", "call with Ana about the visit tomorrow 9am", "call, doubt not asked"}, // nobody called at 9 today
    {"en", "visited Ana, delivery tomorrow at 9am", "visit, doubt not asked"},
    {"en", "Ana wants it tomorrow 9am", "?, doubt not asked"},
    {"en", "visit Ana today", "visit, was 2026-11-25"},
    {"de", "morgen 10 Uhr Besuch bei Teresa", "visit, planned 2026-11-26 10:00"},
    {"de", "Besuch bei Teresa morgen um 10 Uhr", "visit, planned 2026-11-26 10:00"},
    {"de", "Übermorgen um 9 Uhr Teresa anrufen", "call, planned 2026-11-27 09:00"},
    {"de", "am 3.12. um 14 Uhr Besprechung mit Teresa", "meeting, planned 2026-12-03 14:00"},
    {"de", "Termin bei Teresa in 2 Wochen", "meeting, planned 2026-12-09"},
    {"de", "Telefonat mit Ana wegen Lieferung morgen 9 Uhr", "call, doubt not asked"},
    {"de", "Teresa will morgen 9 Uhr die Preise", "?, doubt not asked"},
    {"de", "Ana angerufen, morgen 10 Uhr zurückrufen", "call, due 2026-11-26 10:00"},
    {"en", "call back tomorrow morning", "?, due 2026-11-26"},
    {"en", "back the day after tomorrow", "?, due 2026-11-27"},
    {"en", "back Friday", "?, due 2026-11-27"},
    {"en", "called Ana back Fri", "call, due 2026-11-27"},
    {"en", "called Ana and back on Mon", "call, due 2026-11-30"},
    {"en", "called Ana; follow up next week", "call, due 2026-11-30"},
    {"en", "follow-up next week Thursday", "?, due 2026-12-03"},
    {"en", "back Thursday next week", "?, due 2026-12-03"},
    {"en", "back next Monday", "?, due 2026-11-30"},
    {"en", "back this Friday", "?, due 2026-11-27"},
    {"en", "back in the week after next", "?, due 2026-12-07"},
    {"en", "follow up in 3 days", "?, due 2026-11-28"},
    {"en", "follow up in two weeks", "?, due 2026-12-09"},
    {"en", "back in a week", "?, due 2026-12-02"},
    {"en", "back in a month", "?, due 2026-12-25"},
    {"en", "back in 3 working days", "?, due 2026-11-30"},
    {"en", "back in 2 hours", "?, due 2026-11-25 12:30"},
    {"en", "back at 3pm", "?, due 2026-11-25 15:00"},
    {"en", "back Tue 3:30 pm", "?, due 2026-12-01 15:30"},
    {"en", "back Tue at 14:30", "?, due 2026-12-01 14:30"},
    {"en", "back Tue noon", "?, due 2026-12-01 12:00"},
    {"en", "back Tue at 3", "?, due 2026-12-01"}, // 3 in the night or in the afternoon: the day is certain
    {"en", "back 15 March", "?, due 2027-03-15"},
    {"en", "back on the 15th of March", "?, due 2027-03-15"},
    {"en", "back March 15 2028", "?, due 2028-03-15"},
    {"en", "back 15 March 2028", "?, due 2028-03-15"},
    {"en", "back on the 3rd", "?, due 2026-12-03"},
    {"en", "back 2026-12-24", "?, due 2026-12-24"},
    {"en", "back 15.3.", "?, due 2027-03-15"},
    {"en", "back 24/12", "?, due 2026-12-24"},
    {"en", "back 12/24", "?, due 2026-12-24"},
    {"en", "back Tuesday, 1 December", "?, due 2026-12-01"},
    {"en", "back end of the month", "?, due 2026-11-30"},
    {"en", "called Ana, remind me Friday to send the brochure", "call, due 2026-11-27: send the brochure"},
    {"en", "called Ana, wants it by March, follow up Tue about tax", "call, due 2026-12-01: tax"},
    {"en", "todo send offer Fri", "?, due 2026-11-27: send offer"},
    {"de", "Wiedervorlage Dienstag", "?, due 2026-12-01"},
    {"de", "Wiedervorlage: Di", "?, due 2026-12-01"},
    {"de", "Ana angerufen, zurückrufen do", "call, due 2026-11-26"},
    {"de", "Ana angerufen, am Dienstag zurückrufen", "call, due 2026-12-01"},
    {"de", "Ana angerufen, morgen zurückrufen", "call, due 2026-11-26"},
    {"de", "Ana angerufen, übermorgen um 15 Uhr zurückrufen", "call, due 2026-11-27 15:00"},
    {"de", "zurückrufen morgen früh", "?, due 2026-11-26"},
    {"de", "zurückrufen heute 15 Uhr", "?, due 2026-11-25 15:00"},
    {"de", "Rückruf Fr 8 Uhr 30", "?, due 2026-11-27 08:30"},
    {"de", "Rückruf Fr. 15.30 Uhr", "?, due 2026-11-27 15:30"},
    {"de", "Wiedervorlage nächste Woche", "?, due 2026-11-30"},
    {"de", "Wiedervorlage nächste Woche Donnerstag", "?, due 2026-12-03"},
    {"de", "Wiedervorlage übernächste Woche", "?, due 2026-12-07"},
    {"de", "Wiedervorlage in 2 Wochen", "?, due 2026-12-09"},
    {"de", "Wiedervorlage in einer Woche", "?, due 2026-12-02"},
    {"de", "Wiedervorlage in 3 Tagen", "?, due 2026-11-28"},
    {"de", "Wiedervorlage in einem Monat", "?, due 2026-12-25"},
    {"de", "Wiedervorlage 15.3.", "?, due 2027-03-15"},
    {"de", "Wiedervorlage am 15. März", "?, due 2027-03-15"},
    {"de", "Wiedervorlage 15.03.27", "?, due 2027-03-15"},
    {"de", "Wiedervorlage 3/4", "?, due 2027-04-03"},
    {"de", "Wiedervorlage KW 50", "?, due 2026-12-07"},
    {"de", "Wiedervorlage Ende nächster Woche", "?, due 2026-12-04"},
    {"de", "Ana angerufen, Freitag erinnern an Muster", "call, due 2026-11-27: Muster"},
    {"de", "Ana angerufen, Angebot bis Freitag", "call, due 2026-11-27: Angebot"},
    {"de", "mit Ana telefoniert, bis Fr Angebot schicken", "call, due 2026-11-27: Angebot schicken"},
    {"de", "nächste Woche wieder anrufen", "?, due 2026-11-30"},
    // the other language
    {"en", "Ana angerufen, Wiedervorlage Di", "call, due 2026-12-01"},
    {"de", "called Ana, back Tue", "call, due 2026-12-01"},
    {"fr", "called Ana, back Tue", "call, due 2026-12-01"},
    // in doubt nothing is to be done, and the line says why
    {"en", "called Ana, back yesterday", "call, doubt past"},
    {"en", "Ana came back yesterday", "?, was 2026-11-24"},
    {"en", "called Ana, follow up yesterday", "call, doubt past"},
    {"en", "called Ana, follow up 15.10.", "call, doubt past"},
    {"en", "called Ana, back at 9am", "call, doubt past"},
    {"en", "called Ana, follow up soon", "call, doubt no date"},
    {"en", "called Ana, follow up", "call, doubt no date"},
    {"en", "called Ana, back soon", "call, doubt no date"},
    {"en", "Ana sent the sample back", "?"},
    {"en", "called back, wants price for 40", "call"},
    {"en", "called Ana, back Tue or Fri", "call, doubt several days"},
    {"en", "called Ana, back Tue, remind Fri", "call, doubt several days"},
    {"en", "called Ana, back Monday 1 December", "call, doubt several days"},
    {"en", "called Ana, back next Friday", "call, doubt two meanings"}, // in two days, or in nine
    {"en", "called Ana, back Wed", "call, doubt two meanings"},         // today, or in a week
    {"en", "called Ana, back 3/4", "call, doubt two meanings"},
    {"en", "called Ana, back 31 Feb", "call, doubt no such day"},
    {"en", "called Ana, wants delivery on Friday", "call, doubt not asked"},
    {"en", "called Ana, wants delivery in 2 weeks", "call, doubt not asked"},
    {"en", "called Ana, wants delivery Friday, back Tue", "call, due 2026-12-01"},
    {"en", "sat down with Ana, did the maths", "?"},
    {"en", "called Ana, 15.3 kg each", "call"},
    {"en", "called Ana, they may take 15", "call"},
    {"de", "Ana angerufen, Wiedervorlage 30.2.", "call, doubt no such day"},
    {"de", "Ana angerufen, Wiedervorlage gestern", "call, doubt past"},
    {"de", "Ana angerufen, Wiedervorlage", "call, doubt no date"},
    {"de", "Ana angerufen, nächsten Freitag zurückrufen", "call, doubt two meanings"},
    {"de", "Ana angerufen, will 20 bis 30 Stück", "call"},
    {"de", "guten Morgen gewünscht", "?"},
    {"de", "Ana angerufen, will so viel, wie da ist", "call"},
    {"de", "Ana angerufen, Lieferung am Freitag", "call, doubt not asked"},
};

} // namespace

void LogLineTest::aLineIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("meaning");
    for (const Case& each : cases)
        QTest::addRow("%s: %s", each.language, each.text)
            << QByteArray(each.language) << QByteArray(each.text) << QByteArray(each.meaning);
}

void LogLineTest::aLineIsUnderstood()
{
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, meaning);
    QCOMPARE(QByteArray::fromStdString(summary(read(text.constData(), language.constData()))), meaning);
}

void LogLineTest::theSpansAreThoseOfTheText()
{
    const std::string text = "Ana gestern angerufen, möchte 40, am Dienstag zurückrufen";
    const LogLine line = read(text.c_str(), "de");
    const auto part = [&](const LogLine::Span& span) { return text.substr(span.begin, span.end - span.begin); };
    QCOMPARE(part(line.kindAt), std::string("angerufen"));
    QCOMPARE(part(line.whenAt), std::string("gestern"));
    QCOMPARE(part(line.dueAt), std::string("am Dienstag zurückrufen"));
    QCOMPARE(line.rest, std::string("Ana gestern angerufen, möchte 40"));
    QCOMPARE(read("called Ana, wants price for 40, back Tue", "en").rest, std::string("Ana, wants price for 40"));
    const LogLine doubtful = read("called Ana, back next Friday", "en");
    QCOMPARE(doubtful.doubtAt, (LogLine::Span{12, 28}));
}

void LogLineTest::onTheDayItselfAWeekdayCouldBeTwo()
{
    const auto due = [](const char* text, const char* instant) {
        return readLogLine(text, "en", *parseInstant(instant), zone).due;
    };
    QCOMPARE(due("back Tue", "2026-11-30T09:00:00Z"), std::string("2026-12-01")); // Monday
    QCOMPARE(due("back Tue", "2026-12-01T09:00:00Z"), std::string());             // Tuesday
    QCOMPARE(due("back next Tue", "2026-12-01T09:00:00Z"), std::string("2026-12-08"));
    QCOMPARE(due("back Tue", "2026-12-02T09:00:00Z"), std::string("2026-12-08"));
    QCOMPARE(due("back next Tue", "2026-12-06T09:00:00Z"), std::string("2026-12-08")); // Sunday: both readings agree
}

void LogLineTest::theDayIsTheOneWhereThePersonIs()
{
    const Milliseconds late = *parseInstant("2026-11-25T23:30:00Z");
    QCOMPARE(readLogLine("back tomorrow", "en", late, "Europe/Berlin").due, std::string("2026-11-27"));
    QCOMPARE(readLogLine("back tomorrow", "en", late, "America/Chicago").due, std::string("2026-11-26"));
}

void LogLineTest::aNameInTheLineIsAPerson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("person");
    QTest::newRow("first name") << QByteArray("called ben, no answer") << 1;
    QTest::newRow("last name") << QByteArray("met Frau Müller") << 2;
    QTest::newRow("both names") << QByteArray("called Ana Ruiz") << 0;
    QTest::newRow("two people") << QByteArray("called Ana and Ben") << -1;
    QTest::newRow("two of one name") << QByteArray("called Ana") << -1;
    QTest::newRow("nobody") << QByteArray("called, no answer") << -1;
    QTest::newRow("a month") << QByteArray("they may take 40") << -1;
    QTest::newRow("a name that is a month") << QByteArray("called May") << 4;
}

void LogLineTest::aNameInTheLineIsAPerson()
{
    QFETCH(QByteArray, text);
    QFETCH(int, person);
    const std::vector<std::string> names = {"Ana Ruiz", "Ben Ode", "Eva Müller", "Ana Sol", "May Lin"};
    const auto named = personNamedIn(text.toStdString(), names);
    QCOMPARE(named ? static_cast<int>(*named) : -1, person);
}

void LogLineTest::aDayAloneIsRead()
{
    const auto day = [](const char* text) {
        return QByteArray::fromStdString(readDay(text, "en", *parseInstant(now), zone).value_or("none"));
    };
    QCOMPARE(day("fri"), QByteArray("2026-11-27"));
    QCOMPARE(day("in 2 weeks"), QByteArray("2026-12-09"));
    QCOMPARE(day("15.3."), QByteArray("2027-03-15"));
    QCOMPARE(day("today"), QByteArray("2026-11-25"));
    QCOMPARE(day("yesterday"), QByteArray("none"));
    QCOMPARE(day("wed"), QByteArray("none"));
    QCOMPARE(day("fri maybe"), QByteArray("none"));
    QCOMPARE(day(""), QByteArray("none"));
}

QTEST_GUILESS_MAIN(LogLineTest)
#include "LogLineTest.moc"
