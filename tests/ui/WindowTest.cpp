// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/models/RecordListModel.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordPage.h"
#include "ui/records/RowMakers.h"
#include "ui/shell/Pages.h"
#include "ui/shell/SignInWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace satchel;
using namespace satchel::test;

/// The window as a whole: lists of any size, panels instead of dialogs, names for screen readers.
class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aListPagesThroughTenThousandRowsAndSearchNarrowsIt();
    void theWindowIsNeverModal();
    void everythingThatTakesTheFocusHasAName();
    void theSearchBoxFindsPeopleAndActions();
    void anybodyIsFoundAmongAllThatWasDone();
    void actionsAndHelpAreFoundByTheirWords();
    void somethingIsBegunForACustomerFromTheSearchBox();
    void withoutASignalTheRailSaysWhatWaits();
    void aStartShowsOnePageAndMakesTheOthersBehindIt();
    void aPageNobodyWentToKeepsItsPlace();
};

void WindowTest::aListPagesThroughTenThousandRowsAndSearchNarrowsIt()
{
    Profile profile;
    std::vector<std::vector<Edit>> actions;
    for (int i = 0; i < 10'000; ++i) {
        const std::string number = std::to_string(100'000 + i);
        actions.push_back({Profile::edit(OperationKind::Create, "contact", {},
                                         {{"first_name", Value("P" + number)}, {"last_name", Value("Row")}})});
    }
    must(profile.replica->commitAll(actions));
    OpenWindow open(profile.folder, profile.clock);
    open.window().go(QStringLiteral("contact"));
    open.settle();
    const auto& list = qobject_cast<ui::RecordPage*>(open.window().currentPage())->list();
    const ui::RecordListModel& model = list.model();
    QCOMPARE(model.rowCount(), 10'000);
    QVERIFY(model.row(9'999) == nullptr); // only what is looked at is loaded
    const auto titleAt = [&](int row) {
        static_cast<void>(model.data(model.index(row, 0), Qt::DisplayRole));
        open.settle();
        return model.data(model.index(row, 0), Qt::DisplayRole).toString();
    };
    QCOMPARE(titleAt(0), QStringLiteral("P100000 Row"));
    QCOMPARE(titleAt(9'999), QStringLiteral("P109999 Row"));
    QCOMPARE(titleAt(9'850), QStringLiteral("P109850 Row"));
    QCOMPARE(titleAt(150), QStringLiteral("P100150 Row"));

    open.press(Qt::Key_Slash);
    open.type(QStringLiteral("P1050"));
    QCOMPARE(model.rowCount(), 100);
    open.type(QStringLiteral("07"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(titleAt(0), QStringLiteral("P105007 Row"));
}

void WindowTest::theWindowIsNeverModal()
{
    Profile profile;
    profile.add("account", {{"name", Value("Acme")}});
    OpenWindow open(profile.folder, profile.clock);
    const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {{Qt::Key_F1, Qt::NoModifier},
                                                              {Qt::Key_2, Qt::ControlModifier},
                                                              {Qt::Key_N, Qt::NoModifier},
                                                              {Qt::Key_Escape, Qt::NoModifier},
                                                              {Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier},
                                                              {Qt::Key_H, Qt::ControlModifier},
                                                              {Qt::Key_R, Qt::ControlModifier},
                                                              {Qt::Key_Z, Qt::ControlModifier},
                                                              {Qt::Key_K, Qt::ControlModifier},
                                                              {Qt::Key_Escape, Qt::NoModifier},
                                                              {Qt::Key_Delete, Qt::NoModifier}};
    for (const auto& [key, modifiers] : keys) {
        open.press(key, modifiers);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(open.window().isEnabled());
    }
    Q_EMIT open.gateway().failed(QStringLiteral("The password is needed."), true, false);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(open.named<QLineEdit>(QStringLiteral("Password of ana")) != nullptr);
}

void WindowTest::everythingThatTakesTheFocusHasAName()
{
    Profile profile;
    const Id account = profile.add("account", {{"name", Value("Acme")}});
    profile.add("contact", {{"last_name", Value("Ruiz")}, {"account", Value(account)}});
    OpenWindow open(profile.folder, profile.clock);
    ui::SignInWindow signIn({}, {});
    QStringList nameless;
    const auto walk = [&nameless](const QWidget& root, const QString& where) {
        for (const QWidget* widget : root.findChildren<QWidget*>())
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->accessibleName().isEmpty() &&
                !widget->objectName().startsWith(QLatin1String("qt_")))
                nameless << QStringLiteral("%1: %2 in %3")
                                .arg(where, QString::fromLatin1(widget->metaObject()->className()),
                                     QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    };
    for (const char* page : {"today", "account", "contact", "lead", "inbox"}) {
        open.window().go(QString::fromLatin1(page));
        open.settle();
        walk(open.window(), QString::fromLatin1(page));
    }
    open.window().open({schema::entity("account").number, account});
    open.settle();
    open.press(Qt::Key_Return); // the name is edited
    walk(open.window(), QStringLiteral("editing"));
    walk(signIn, QStringLiteral("sign in"));
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void WindowTest::theSearchBoxFindsPeopleAndActions()
{
    Profile profile;
    const Id contact = profile.add(
        "contact",
        {{"first_name", Value("Łukasz")}, {"last_name", Value("Żurek")}, {"mobile", Value("+48 600 700 800")}});
    OpenWindow open(profile.folder, profile.clock);
    for (const char* words : {"zur", "700800", "lukasz z"}) { // three letters, digits, another alphabet's keyboard
        open.window().go(QStringLiteral("today"));
        open.press(Qt::Key_K, Qt::ControlModifier);
        open.type(QString::fromLatin1(words));
        open.press(Qt::Key_Return);
        QCOMPARE(open.window().currentPage()->currentRecord()->id, contact);
    }
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("go to leads"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("lead"));
}

namespace {

/// Ctrl+K and the words; what the results say.
QStringList searchFor(OpenWindow& open, const QString& words)
{
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(words);
    QStringList titles;
    const auto* results = open.named<QListWidget>(QStringLiteral("Search results"));
    for (int row = 0; results != nullptr && row < results->count(); ++row)
        titles << results->item(row)->text();
    return titles;
}

} // namespace

void WindowTest::anybodyIsFoundAmongAllThatWasDone()
{
    Profile profile;
    const Id acme = profile.add("account", {{"name", Value("Acme")}});
    for (int i = 0; i < 30; ++i)
        profile.add("activity", {{"subject", Value("Zurück an Absender")},
                                 {"account", Value(acme)},
                                 {"starts", Value(std::int64_t{1'795'000'000'000} - i * std::int64_t{86'400'000})}});
    const Id contact = profile.add("contact", {{"first_name", Value("Łukasz")}, {"last_name", Value("Żurek")}});
    OpenWindow open(profile.folder, profile.clock);
    const QStringList titles = searchFor(open, QStringLiteral("zur"));
    QCOMPARE(titles.size(), 4); // and no more than three of what was done
    QCOMPARE(titles.first(), QStringLiteral("Łukasz Żurek"));
    const auto* results = open.named<QListWidget>(QStringLiteral("Search results"));
    QStringList contexts;
    for (int row = 1; row < results->count(); ++row)
        contexts << results->item(row)->data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(contexts.first().contains(QStringLiteral("Acme · ")), qPrintable(contexts.first()));
    QCOMPARE(contexts.removeDuplicates(), 0); // by their days
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->currentRecord()->id, contact);
}

void WindowTest::actionsAndHelpAreFoundByTheirWords()
{
    Profile profile;
    for (const char* name : {"Newcastle Quality", "New Quay Pumps"})
        profile.add("account", {{"name", Value(name)}});
    OpenWindow open(profile.folder, profile.clock);
    QCOMPARE(searchFor(open, QStringLiteral("new q")).first(), QStringLiteral("New quote"));
    QCOMPARE(searchFor(open, QStringLiteral("newc")).first(), QStringLiteral("Newcastle Quality"));
    QVERIFY(searchFor(open, QStringLiteral("leads go")).contains(QStringLiteral("Go to Leads")));
    const QStringList marks = searchFor(open, QStringLiteral("marked change"));
    QVERIFY2(marks.contains(QStringLiteral("List: change what is marked")), qPrintable(marks.join(QLatin1Char('|'))));
    QCOMPARE(searchFor(open, QStringLiteral("help")).first(), QStringLiteral("Help"));
    open.press(Qt::Key_Return);
    QVERIFY(open.named<QWidget>(QStringLiteral("All keys")) != nullptr);
}

void WindowTest::somethingIsBegunForACustomerFromTheSearchBox()
{
    Profile profile(Role::Administrator);
    profile.add("company", {{"name", Value("Satchel Pumps")}, {"currency", Value("EUR")}, {"country", Value("ES")}});
    profile.add("account", {{"name", Value("Lacteos La Encina")}, {"notes", Value("Buys plastic.")}});
    const Id plasticos = profile.add("account", {{"name", Value("Plasticos Calvo")}});
    const Id york = profile.add("account", {{"name", Value("New York Pumps")}});
    OpenWindow open(profile.folder, profile.clock);
    const QStringList yorks = searchFor(open, QStringLiteral("new york"));
    QCOMPARE(yorks.first(), QStringLiteral("New York Pumps")); // the customer and not something for him
    QVERIFY(yorks.contains(QStringLiteral("New quote for New York Pumps")));
    QVERIFY(yorks.contains(QStringLiteral("New to-do for New York Pumps")));
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->currentRecord()->id, york);
    QCOMPARE(searchFor(open, QStringLiteral("quote plas")).first(), QStringLiteral("New quote for Plasticos Calvo"));
    QCOMPARE(searchFor(open, QStringLiteral("new quote for plas")).first(),
             QStringLiteral("New quote for Plasticos Calvo"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("quote"));
    const auto quote = open.window().currentPage()->currentRecord();
    QVERIFY(quote.has_value());
    const auto made = must(profile.replica->find(schema::entity("quote"), quote->id));
    QCOMPARE(made->value("account").id(), plasticos);
    const auto* title = qobject_cast<QLabel*>(open.value(QStringLiteral("Title")));
    QVERIFY(title != nullptr);
    QCOMPARE(title->text(), QStringLiteral("Title")); // what to write there, and no dash of that size
}

void WindowTest::withoutASignalTheRailSaysWhatWaits()
{
    Profile profile;
    profile.add("account", {{"name", Value("Acme")}});
    profile.add("account", {{"name", Value("Zeta")}});
    OpenWindow open(profile.folder, profile.clock);
    open.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(open.named<QWidget>(QStringLiteral("Offline, 2 changes waiting")) != nullptr);
}

void WindowTest::aStartShowsOnePageAndMakesTheOthersBehindIt()
{
    Profile profile;
    OpenWindow open(profile.folder, profile.clock, nullptr, false);
    QCOMPARE(open.window().findChildren<ui::Page*>().size(), 1);
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("today"));
    open.press(Qt::Key_6, Qt::ControlModifier); // nobody has been there
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("order"));
    const auto cards = ui::pageCards(open.desk(), open.gateway());
    QTRY_COMPARE_WITH_TIMEOUT(open.window().findChildren<ui::Page*>().size(), static_cast<qsizetype>(cards.size()),
                              60'000); // one after the other, each when the one before has read
    open.window().go(QStringLiteral("today"));
    for (const ui::PageCard& card : cards) { // what the rail says is what the page says
        const ui::Page* page = open.window().page(card.id);
        QVERIFY2(page != nullptr, qPrintable(card.id));
        QCOMPARE(page->iconName(), card.iconName);
        QCOMPARE(page->key(), card.key);
        QCOMPARE(page->entity(), card.entity);
        if (card.id != QLatin1String("today")) // which says the date as soon as it knows it
            QCOMPARE(page->title(), card.title);
    }
}

void WindowTest::aPageNobodyWentToKeepsItsPlace()
{
    Profile profile;
    const Id acme = profile.add("account", {{"name", Value("Acme")}});
    {
        OpenWindow open(profile.folder, profile.clock);
        open.window().open({schema::entity("account").number, acme});
        open.settle();
        open.window().go(QStringLiteral("today"));
        open.window().close();
    }
    {
        OpenWindow open(profile.folder, profile.clock, nullptr, false);
        QCOMPARE(open.window().findChildren<ui::Page*>().size(), 1);
        open.window().close(); // before the accounts' page was made
    }
    OpenWindow again(profile.folder, profile.clock);
    QVERIFY(again.window().page(QStringLiteral("account"))->isOpened());
    QCOMPARE(again.window().page(QStringLiteral("account"))->currentRecord()->id, acme);
}

QTEST_MAIN(WindowTest)
#include "WindowTest.moc"
