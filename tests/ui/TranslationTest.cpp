// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/DealStory.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/fields/Reading.h"
#include "ui/language/Language.h"
#include "ui/language/Sentences.h"
#include "ui/quotes/QuoteSheet.h"
#include "ui/records/RowMakers.h"
#include "ui/shell/Page.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace satchel;
using namespace satchel::test;

namespace {

struct Answer {
    int code;
    QString text;
};

Answer update(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = QStringLiteral(SATCHEL_SOURCE_DIR "/resources/translations/update");
    process.start(QStringLiteral("python3"), QStringList{program} + arguments);
    if (!process.waitForFinished(120'000))
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

void write(const QString& path, const char* text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

// Installed before all others, so it is asked only for what they have no words for.
class Untranslated final : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        if (*context != 'Q') // Qt's own words, where its translations are not installed
            asked << QStringLiteral("%1: %2").arg(QString::fromUtf8(context), QString::fromUtf8(text));
        return {};
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    mutable QStringList asked;
};

QApplication& application()
{
    return *qobject_cast<QApplication*>(QCoreApplication::instance());
}

} // namespace

/// German beside English: nothing is missing, nothing is lost, and the windows say it.
class TranslationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void everySentenceOfTheWindowsIsInGerman();
    void whatIsMissingOrLostIsNoticed();
    void theWholeWindowSpeaksGerman();
    void numbersAgreeWithTheirNouns();
    void whatCoreRefusesIsSaidInGerman();
    void whatAQuoteWarnsOfIsSaidInGerman();
    void daysAndAmountsAreThoseOfTheLocale();
    void aLanguageIsChosenInTheSearchBoxAndRemembered();
};

void TranslationTest::cleanup()
{
    ui::speak(application(), QStringLiteral("en"));
    QLocale::setDefault(QLocale::c());
}

void TranslationTest::everySentenceOfTheWindowsIsInGerman()
{
    const Answer answer = update({QStringLiteral("--check")});
    QVERIFY2(answer.code == 0,
             qPrintable(QStringLiteral("./dev translations says what to do about this:\n") + answer.text));
}

void TranslationTest::whatIsMissingOrLostIsNoticed()
{
    QTemporaryDir tree;
    const QString words = tree.filePath(QStringLiteral("words"));
    write(tree.filePath(QStringLiteral("ui/Page.cpp")), R"source(
QString tr(const char* text) { return QCoreApplication::translate("Page", text); }
void page() {
    const auto word = [](const char* text) { return QCoreApplication::translate("Word", text); };
    use(tr("Send it to %1"), word("By the lambda"), many ? tr("One " "and two") : QString()); // tr("not this")
    use(tr(late ? "Too late" : "In time"), tr("%Ln days", nullptr, days), tr("Press N for more"));
}
)source");
    write(words + QStringLiteral("/satchel_de.ts"),
          R"words(<TS version="2.1" language="de"><context><name>Satchel</name>
<message><source>Send it to %1</source><translation>Senden</translation></message>
<message><source>Press N for more</source><translation>Mehr mit M</translation></message>
<message><source>In time</source><translation type="unfinished">Recht</translation></message>
</context></TS>)words");
    write(tree.filePath(QStringLiteral("core/sales/Watch.cpp")), R"source(
void look() {
    say(line.id, "minimum", called(line.id) + " is sold at " + money(price) + ", below the least. Raise it.");
    say({}, "over", over ? "It ended on " + last + ". Reprice it." : "It no longer runs. Reprice it.");
    objections.push_back("Nobody may buy " + name + ".");
    return Reason("This is more than you may give. " + text);
}
)source");
    const Answer answer = update(
        {QStringLiteral("--check"), QStringLiteral("--root"), tree.path(), QStringLiteral("--translations"), words});
    QCOMPARE(answer.code, 1);
    for (const char* missing :
         {"By the lambda", "One and two", "Too late", "In time", "%Ln days",
          "%1 is sold at %2, below the least. Raise it.", "It ended on %1. Reprice it.",
          "It no longer runs. Reprice it.", "Nobody may buy %1.", "This is more than you may give. %1"})
        QVERIFY2(answer.text.contains(QStringLiteral("en: %1\n").arg(QString::fromLatin1(missing))), missing);
    QVERIFY(!answer.text.contains(QStringLiteral("not this")));
    QVERIFY(answer.text.contains(QStringLiteral("a place (%1) is lost or new: \"Send it to %1\"")));
    QVERIFY(answer.text.contains(QStringLiteral("the key N is lost")));
    QVERIFY(answer.text.contains(QStringLiteral("12 sentences, 10 missing, 2 wrong")));
}

void TranslationTest::theWholeWindowSpeaksGerman()
{
    Profile profile;
    const Id account = profile.add("account", {{"name", Value("Acme")}});
    profile.add("contact", {{"last_name", Value("Ruiz")}, {"account", Value(account)}});
    profile.add("lead", {{"name", Value("Kurz")}, {"company", Value("Zeta")}});
    Untranslated untranslated;
    QCoreApplication::installTranslator(&untranslated);
    ui::speak(application(), QStringLiteral("de"));
    {
        OpenWindow open(profile.folder, profile.clock);
        for (const ui::Page* page : open.window().pages()) {
            open.window().go(page->id());
            open.settle();
        }
        open.window().go(QStringLiteral("account"));
        open.settle();
        QVERIFY(open.named<QPushButton>(QStringLiteral("Kunde anlegen")) != nullptr);
        QVERIFY(open.named<QPushButton>(QStringLiteral("Heute")) != nullptr);
        QVERIFY(open.named<QWidget>(QStringLiteral("Ansprechpartner")) != nullptr);
        open.window().open({schema::entity("account").number, account});
        open.settle();
        QVERIFY(open.value(QStringLiteral("Betreuer")) != nullptr);
        for (const Qt::Key key : {Qt::Key_F1, Qt::Key_Escape, Qt::Key_N, Qt::Key_Escape})
            open.press(key);
        open.press(Qt::Key_H, Qt::ControlModifier);
        open.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(open.named<QWidget>(QStringLiteral("3 Änderungen warten")) != nullptr);
    }
    untranslated.asked.removeDuplicates();
    QVERIFY2(untranslated.asked.isEmpty(), qPrintable(untranslated.asked.join(QLatin1Char('\n'))));
}

void TranslationTest::numbersAgreeWithTheirNouns()
{
    const auto waiting = [](int count) {
        return QCoreApplication::translate("SyncState", "%Ln changes waiting", nullptr, count);
    };
    ui::speak(application(), QStringLiteral("de"));
    QCOMPARE(waiting(1), QStringLiteral("1 Änderung wartet"));
    QCOMPARE(waiting(1200), QStringLiteral("1.200 Änderungen warten"));
    ui::speak(application(), QStringLiteral("en"));
    QCOMPARE(waiting(1), QStringLiteral("1 change waiting"));
    QCOMPARE(waiting(2), QStringLiteral("2 changes waiting"));
    ui::speak(application(), QStringLiteral("fr")); // its formats, in English words
    QCOMPARE(waiting(1), QStringLiteral("1 change waiting"));
}

void TranslationTest::whatCoreRefusesIsSaidInGerman()
{
    Profile profile;
    const auto refusal = [&](const char* field, const char* text) {
        const auto result = ui::readTyped(schema::entity("contact"), *schema::entity("contact").field(field),
                                          QString::fromUtf8(text), {}, profile.clock.now());
        return result.ok() ? QString() : ui::toQString(result.error().message);
    };
    QVERIFY(refusal("email", "ana").startsWith(QStringLiteral("The e")));
    ui::speak(application(), QStringLiteral("de"));
    QCOMPARE(
        refusal("email", "ana"),
        QStringLiteral("E-Mail (Ansprechpartner) muss aussehen wie name@example.com; bei \"ana\" ist das nicht so."));
    QCOMPARE(refusal("email", ""), QString());
    const auto said = [](const char* sentence) { return ui::sentenceWord(QString::fromUtf8(sentence)); };
    QCOMPARE(said("The quote was valid until 2026-11-22 and cannot be accepted on 2026-11-24; make the next revision."),
             QStringLiteral(
                 "Das Angebot galt bis %1 und kann am %2 nicht mehr angenommen werden; machen Sie die nächste Fassung.")
                 .arg(QLocale().toString(QDate(2026, 11, 22), ui::dayFormat()),
                      QLocale().toString(QDate(2026, 11, 24), ui::dayFormat())));
    QCOMPARE(said("The quote is valid until 2026-11-22 only; give it a later day first."),
             QStringLiteral("Das Angebot gilt nur bis %1; geben Sie ihm zuerst einen späteren Tag.")
                 .arg(QLocale().toString(QDate(2026, 11, 22), ui::dayFormat())));
    // A sentence within a sentence, and a name with a % in it.
    QCOMPARE(said("Zoë %2 may not allow this. A price is not negative."),
             QStringLiteral("Zoë %2 darf das nicht freigeben. Ein Preis ist nicht negativ."));
    QCOMPARE(said("Nobody has written this."), QStringLiteral("Nobody has written this."));

    // An answer of the replica's thread arrives translated, whoever asked.
    OpenWindow open(profile.folder, profile.clock);
    QString heard;
    open.desk().writer.answerInbox(profile.clock.newId(), 0, &open.window(),
                                   [&](const Status& status) { heard = ui::toQString(status.error().message); });
    open.settle();
    QCOMPARE(heard, QStringLiteral("Das steht nicht mehr im Eingang."));
}

// A quote beyond what Ana may give, with a line that no list has a price for: as its editor, the panel before asking
// and the manager's approval say it.
void TranslationTest::whatAQuoteWarnsOfIsSaidInGerman()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(
        ana, {{.quantity = "3", .list = "432.55 EUR", .discount = "29.9995"}, {.list = "", .description = "Hose"}},
        {{"valid_until", "2026-11-21"}});
    ui::speak(application(), QStringLiteral("de"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QStringList notes;
    for (const ui::QuoteNote& note : ui::readQuoteNotes(ana.replica(), written.quote))
        notes << note.text;
    const QString over =
        QStringLiteral("Position 1, \"Pump\": 30\u00a0% unter dem Listenpreis; die Grenze ist 10\u00a0%.");
    QVERIFY2(notes.contains(over + QStringLiteral(" Bitten Sie um Freigabe.")),
             qPrintable(notes.join(QLatin1Char('\n'))));
    QVERIFY2(notes.contains(QStringLiteral("Position 2 hat keinen Preis: Keine Liste dieses Kunden hat einen in EUR. "
                                           "Setzen Sie ihn von Hand oder wählen Sie eine andere Liste.")),
             qPrintable(notes.join(QLatin1Char('\n'))));
    QVERIFY(notes.contains(QStringLiteral("Das Angebot galt bis 21.11.2026. Geben Sie ihm einen späteren Tag oder "
                                          "erneuern Sie die Preise für heute.")));
    // What the server has found stands in the quote, a sentence a line.
    const Field& flags = *schema::entity("quote").field("flags");
    QCOMPARE(ui::valueWord(flags,
                           Value("Line 2 is given away, and no promotion gives it.\n"
                                 "Line 3 is taxed with 7 %; the rate is 19 %."),
                           {}),
             QStringLiteral("Position 2 wird verschenkt, und keine Aktion gibt das her.\n"
                            "Position 3 wird mit 7\u00a0% besteuert; der Satz ist 19\u00a0%."));
    const QStringList english = notes.filter(QStringLiteral(" the "));
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));

    // Why it cannot be changed any more.
    const Id sent = story.write(ana, {{}}).quote;
    must(sales::Deals(ana.replica()).handOver(sent));
    const QString readOnly = ui::readQuoteSheet(ana.replica(), sent).readOnly;
    QVERIFY2(readOnly.startsWith(QStringLiteral("Das Angebot \"")) &&
                 readOnly.endsWith(QStringLiteral(
                     "\" ist beim Kunden und lässt sich nicht mehr ändern; machen Sie eine neue Fassung daraus.")),
             qPrintable(readOnly));

    // What a list says of a product it has no price for, and several reasons in one text.
    const auto said = [](const char* sentence) { return ui::sentenceWord(QString::fromUtf8(sentence)); };
    QCOMPARE(said("EUR Retail has no price of the product that is valid on 2026-11-22"),
             QStringLiteral("EUR Retail hat keinen Preis für den Artikel, der am 22.11.2026 gilt"));
    QCOMPARE(said("This is more than you may give. Line 2, \"Hose: 3 m\": it is sold below the product's floor price."),
             QStringLiteral("Das ist mehr, als Sie geben dürfen. Position 2, \"Hose: 3 m\": Der Preis liegt unter der "
                            "Untergrenze des Artikels."));
    QCOMPARE(
        ui::reasonsWord(QStringLiteral("Line 1, \"Pump\": 12.5 % below the list price; the limit is 10 %. Line 2, "
                                       "\"Hose\": it is sold below the product's floor price. And 3 more.")),
        QStringLiteral("Position 1, \"Pump\": 12,5\u00a0% unter dem Listenpreis; die Grenze ist 10\u00a0%. Position "
                       "2, \"Hose\": Der Preis liegt unter der Untergrenze des Artikels. Und 3 weitere."));
    QCOMPARE(said("The file with your records was damaged, so Satchel has built a new one. Kept: 812 records and no "
                  "unsent change; the next sync fetches the rest."),
             QStringLiteral("Die Datei mit Ihren Einträgen war beschädigt, deshalb hat Satchel eine neue angelegt. "
                            "Erhalten: 812 Einträge und keine nicht gesendete Änderung; der nächste Abgleich holt den "
                            "Rest."));
}

void TranslationTest::daysAndAmountsAreThoseOfTheLocale()
{
    ui::speak(application(), QStringLiteral("de"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const Milliseconds now = *parseInstant("2026-11-22T12:00:00Z");
    const Entity& contact = schema::entity("contact");
    const Entity& task = schema::entity("task");
    const auto read = [&](const Entity& entity, const char* field, const char* text) {
        const auto result = ui::readTyped(entity, *entity.field(field), QString::fromUtf8(text), {}, now);
        return result.ok() ? ui::fromQString(ui::typedForm(*entity.field(field), *result)) : result.error().message;
    };
    // What an editor begins with is what the person would write, and is read back as the same.
    QCOMPARE(read(contact, "birthday", "24.12.1955"), std::string("24.12.1955"));
    QCOMPARE(read(task, "due", "morgen"), std::string("23.11.2026"));
    QCOMPARE(read(task, "due", "übermorgen"), std::string("24.11.2026"));
    QCOMPARE(read(task, "due", "di"), std::string("24.11.2026"));
    QCOMPARE(read(task, "due", "Freitag"), std::string("27.11.2026"));
    QCOMPARE(read(schema::entity("activity"), "starts", "24.10.2026 10:30"), std::string("24.10.2026 10:30"));
    QCOMPARE(read(schema::entity("account"), "annual_revenue", "1.250,5"), std::string("1250,50 EUR"));

    QCOMPARE(ui::valueWord(*contact.field("birthday"), Value("1955-12-24"), {}), QStringLiteral("24.12.1955"));
    QCOMPARE(ui::dateWord("2026-12-03", now), QStringLiteral("3. Dez."));
    QCOMPARE(ui::dateWord("2026-11-23", now), QStringLiteral("morgen"));
    QCOMPARE(ui::agoWord(now - 120'000, now), QStringLiteral("vor 2 Min."));
    QCOMPARE(ui::withKey(QStringLiteral("Abgleichen"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)),
             QStringLiteral("Abgleichen (Strg+Umschalt+R)"));
    QCOMPARE(ui::keysInWords(QStringLiteral("Delete, Ctrl+Delete")), QStringLiteral("Entf, Strg+Entf"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(ui::valueWord(*contact.field("birthday"), Value("1955-12-24"), {}), QStringLiteral("12/24/1955"));
}

void TranslationTest::aLanguageIsChosenInTheSearchBoxAndRemembered()
{
    Profile profile;
    profile.add("account", {{"name", Value("Acme")}});
    OpenWindow open(profile.folder, profile.clock);
    QSignalSpy chosen(&open.window(), &ui::MainWindow::languageChosen);
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("deutsch"));
    open.press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("de"));
    const QSettings settings(ui::MainWindow::settingsFileIn(QString::fromStdString(profile.folder)),
                             QSettings::IniFormat);
    QCOMPARE(settings.value(QStringLiteral("language")).toString(), QStringLiteral("de"));
}

QTEST_MAIN(TranslationTest)
#include "TranslationTest.moc"
