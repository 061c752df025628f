// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuotesPage.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Deals.h"
#include "core/sales/ProductSearch.h"
#include "tests/core/sales/Shop.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/FullDisk.h"
#include "ui/deals/PaperPane.h"
#include "ui/language/Language.h"
#include "ui/quotes/QuoteBar.h"
#include "ui/quotes/QuoteEditor.h"
#include "ui/quotes/QuoteFoot.h"
#include "ui/quotes/QuoteGrid.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/quotes/WhyPanel.h"
#include "ui/records/ListPane.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>

using namespace satchel;
using namespace satchel::test;
using ui::QuoteColumn;

/// Writing quotes with the keyboard, in the real window.
class QuotesPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tenKnownProductsTakeSixtyKeystrokes();
    void aBadValueStaysInItsCellAndChangesNothing();
    void aProductTheCustomerMayNotHaveSaysSo();
    void aCodeIsTypedWithoutItsHyphens();
    void theCustomerOfANewQuoteIsCalledAsTyped();
    void undoTakesOneStepBack();
    void aDiscountForTheSelectionIsOneStep();
    void groupsOptionsTextsAndMoves();
    void thePartsOfABundleAreChosenByKeyboard();
    void rowsOfASpreadsheetAreAllTakenOrNone();
    void aQuoteThatWasSentSaysWhyItCannotBeChanged();
    void placeSurvivesARestart();
    void anEditOfALongQuoteTouchesOnlyItsRow();
    void theNewTotalIsThereBeforeTheDiskHasIt();
    void whatTheDiskRefusesIsTakenBackButNotWhatWasTyped();
    void besideTheListNothingIsCutInAnyLanguage_data();
    void besideTheListNothingIsCutInAnyLanguage();
    void theListGivesWayToTheReasonsAndComesBack();
    void aPriceIsRoundedForTheColumnAndExactInTheTip();
    void mirroredTotalsStandBelowOneAnother();
    void aQuoteThatRanOutSaysSoInTheListToo();
};

namespace {

/// A shop with its window, and a count of the keys that are pressed.
struct Counter : Shop {
    Counter() : open(profile.folder, profile.clock) {}

    ui::QuotesPage& page() { return *qobject_cast<ui::QuotesPage*>(open.window().page(QStringLiteral("quote"))); }
    ui::QuoteGrid& grid() { return page().editor().grid(); }
    const ui::QuoteModel& model() { return page().editor().model(); }
    Id quote() { return page().editor().shownId(); }

    static QWidget* target() { return QApplication::focusWidget(); }
    /// One after the other without waiting, as a fast typist does.
    void keys(const QString& text)
    {
        for (const QChar c : text) {
            ++pressed;
            if (c == QLatin1Char('\n'))
                QTest::keyClick(target(), Qt::Key_Return);
            else if (c == QLatin1Char('\t'))
                QTest::keyClick(target(), Qt::Key_Tab);
            else
                QTest::keyClick(target(), c.toLatin1());
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++pressed;
        open.press(key, modifiers);
    }
    void show(const Id& quote)
    {
        open.window().open({schema::entity("quote").number, quote});
        (void)QTest::qWaitFor([&] { return this->quote() == quote && model().rowCount() > 0; });
        open.settle();
    }
    void goTo(int row, QuoteColumn column)
    {
        grid().setFocus();
        grid().goTo(model().row(row).id, column);
    }
    QString cell(int row, QuoteColumn column) { return model().index(row, static_cast<int>(column)).data().toString(); }

    OpenWindow open;
    int pressed = 0;
};

/// The window opens on what was there before it, so these come first.
struct Catalogue {
    Catalogue()
    {
        constexpr const char* names[] = {"Adapter", "Bearing", "Coupling", "Diaphragm", "Elbow",
                                         "Flange",  "Gasket",  "Housing",  "Impeller",  "Joint"};
        std::vector<Shop::Price> prices;
        for (const char* name : names) {
            const Id made = counter.product(("X-" + std::string(name)).c_str(), name, "parts");
            prices.push_back({made, "1.00 EUR"});
        }
        counter.publish(2, "2026-02-01", prices);
    }
    Counter counter;
};

} // namespace

void QuotesPageTest::tenKnownProductsTakeSixtyKeystrokes()
{
    Catalogue catalogue;
    Counter& shop = catalogue.counter;
    shop.press(Qt::Key_5, Qt::ControlModifier);
    shop.press(Qt::Key_N);
    shop.keys(QStringLiteral("acm\n"));
    shop.open.settle();
    QVERIFY(shop.page().isOpened());
    // Letters, Enter, quantity, Enter; or the quantity in front.
    shop.keys(QStringLiteral("ada\n2\nbea\n3\ncou\n4\ndia\n5\n6elb\n7fla\n8gas\n9hou\n2imp\n3joi\n"));
    shop.open.settle();
    QVERIFY2(shop.pressed <= 60, qPrintable(QString::number(shop.pressed)));
    QCOMPARE(shop.text(shop.quote()),
             "1 2 Adapter 1.00 | 2 3 Bearing 1.00 | 3 4 Coupling 1.00 | 4 5 Diaphragm 1.00 | 5 6 Elbow 1.00 | "
             "6 7 Flange 1.00 | 7 8 Gasket 1.00 | 8 9 Housing 1.00 | 9 2 Impeller 1.00 | 10 3 Joint 1.00");
    QCOMPARE(shop.model().rowCount(), 11);
    QCOMPARE(shop.cell(1, QuoteColumn::Net), QStringLiteral("3.00"));
    QVERIFY(shop.grid().currentIndex().row() == shop.model().entryRow());
    // Quantity, Tab, discount.
    shop.keys(QStringLiteral("ada\n4\t50\n"));
    shop.open.settle();
    QCOMPARE(shop.document(shop.quote()).lines.back().net.toString(2), "2.00");
}

void QuotesPageTest::aBadValueStaysInItsCellAndChangesNothing()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    shop.show(quote);
    shop.goTo(0, QuoteColumn::Quantity);
    shop.keys(QStringLiteral("many\n"));
    shop.open.settle();
    QCOMPARE(shop.cell(0, QuoteColumn::Quantity), QStringLiteral("many"));
    QVERIFY(shop.model().typed(0, QuoteColumn::Quantity)->wrong.contains(QStringLiteral("not a number")));
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 10.00");
    shop.goTo(0, QuoteColumn::Discount);
    shop.keys(QStringLiteral("120\n")); // can be read, and is refused
    shop.open.settle();
    QCOMPARE(shop.cell(0, QuoteColumn::Discount), QStringLiteral("120"));
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 10.00");
    shop.goTo(0, QuoteColumn::Discount);
    shop.press(Qt::Key_Escape);
    shop.goTo(0, QuoteColumn::Quantity);
    shop.press(Qt::Key_Escape);
    QVERIFY(shop.page().isOpened());
    QCOMPARE(shop.cell(0, QuoteColumn::Quantity), QStringLiteral("5"));
    QVERIFY(!shop.model().firstWrong().has_value());
}

void QuotesPageTest::aProductTheCustomerMayNotHaveSaysSo()
{
    Counter shop;
    shop.add("entitlement", {{"account", shop.acme}, {"kind", "deny"}, {"product", shop.hose}});
    const Id quote = shop.begin();
    shop.show(quote);
    const auto matches = must(sales::productsLike(*shop.profile.replica, shop.acme, "hos", 8));
    QCOMPARE(matches.size(), 1U);
    QVERIFY(!matches.front().objection.empty());
    shop.goTo(0, QuoteColumn::Code);
    shop.keys(QStringLiteral("hos\n3\n"));
    shop.open.settle();
    QTRY_COMPARE(shop.text(quote), "");
    QCOMPARE(shop.model().typed(0, QuoteColumn::Code)->wrong, QString::fromStdString(matches.front().objection));
    // Another product in the same cell: what was typed beside it is still there.
    shop.goTo(0, QuoteColumn::Code);
    shop.keys(QStringLiteral("pum\n"));
    shop.open.settle();
    QTRY_COMPARE(shop.text(quote), "1 3 Pump 10.00");
}

void QuotesPageTest::aCodeIsTypedWithoutItsHyphens()
{
    Counter shop;
    const Id exchanger = shop.product("HX-B040", "Heat exchanger", "pumps");
    shop.product("HX-A040", "Heat exchanger, small", "pumps");
    auto& replica = *shop.profile.replica;
    for (const char* typed : {"hxb", "HXB040", "hx b", "hx-b"}) {
        const auto matches = must(sales::productsLike(replica, shop.acme, typed, 8));
        QVERIFY2(matches.size() == 1U && matches.front().product == exchanger, typed);
    }
    QCOMPARE(must(sales::productsLike(replica, shop.acme, "hx", 8)).size(), 2U);
    QVERIFY(must(sales::productsLike(replica, shop.acme, "xb0", 8)).empty());
    shop.profile.set("product", exchanger, {{"active", Value(std::int64_t{0})}});
    QVERIFY(must(sales::productsLike(replica, shop.acme, "hxb", 8)).empty());
}

void QuotesPageTest::theCustomerOfANewQuoteIsCalledAsTyped()
{
    Counter shop;
    shop.add("account", {{"name", "Lacteos La Encina"}, {"notes", "Buys plastic."}});
    const Id plasticos = shop.add("account", {{"name", "Plasticos Calvo"}, {"number", "A-17"}});
    const Id short17 = shop.add("account", {{"name", "Zeta"}, {"number", "17"}});
    shop.open.window().go(QStringLiteral("quote"));
    const auto customerOf = [&shop](const char* typed) {
        shop.open.press(Qt::Key_Escape);
        shop.open.press(Qt::Key_N);
        shop.open.type(QString::fromLatin1(typed));
        shop.open.press(Qt::Key_Return);
        return must(shop.profile.replica->find(schema::entity("quote"), shop.quote()))->value("account").id();
    };
    QCOMPARE(customerOf("pl"), plasticos);
    QCOMPARE(customerOf("17"), short17);
    QCOMPARE(customerOf("A-17"), plasticos);
}

void QuotesPageTest::undoTakesOneStepBack()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    shop.show(quote);
    shop.goTo(0, QuoteColumn::Quantity);
    shop.keys(QStringLiteral("30\n"));
    shop.open.settle();
    QTRY_COMPARE(shop.text(quote), "1 30 Pump 9.00");
    shop.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 10.00");
    QCOMPARE(shop.cell(0, QuoteColumn::Quantity), QStringLiteral("5"));
    shop.goTo(0, QuoteColumn::UnitPrice);
    shop.keys(QStringLiteral("8.50\n"));
    shop.open.settle();
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 8.50");
    QVERIFY(shop.model().row(0).byHand);
    shop.goTo(0, QuoteColumn::UnitPrice);
    shop.press(Qt::Key_Delete); // takes the whole line out
    QTRY_COMPARE(shop.text(quote), "");
    shop.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 8.50");
}

void QuotesPageTest::aDiscountForTheSelectionIsOneStep()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "1");
    shop.line(quote, shop.hose, "1");
    shop.line(quote, shop.service, "1");
    shop.show(quote);
    shop.goTo(0, QuoteColumn::Discount);
    shop.press(Qt::Key_Down, Qt::ShiftModifier);
    shop.keys(QStringLiteral("50\n"));
    shop.open.settle();
    QTRY_COMPARE(shop.text(quote), "1 1 Pump 5.00 | 2 1 Hose 1.00 | 3 1 Service 50.00");
    shop.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 1 Pump 10.00 | 2 1 Hose 2.00 | 3 1 Service 50.00");
}

void QuotesPageTest::groupsOptionsTextsAndMoves()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "1");
    shop.line(quote, shop.hose, "1");
    shop.show(quote);
    shop.goTo(1, QuoteColumn::Quantity);
    shop.press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(shop.text(quote), "1 1 Hose 2.00 | 2 1 Pump 10.00");
    QCOMPARE(shop.grid().currentIndex().row(), 0); // it went along
    shop.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 1 Hose 2.00 offered | 2 1 Pump 10.00");
    QCOMPARE(shop.model().row(0).mark, QStringLiteral("Option"));
    shop.press(Qt::Key_Space);
    QTRY_COMPARE(shop.text(quote), "1 1 Hose 2.00 taken | 2 1 Pump 10.00");
    shop.goTo(1, QuoteColumn::Quantity);
    shop.press(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 1 Hose 2.00 taken | 2 1 Pump 10.00 | 3 1 Pump 10.00");
    shop.goTo(2, QuoteColumn::Quantity);
    shop.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(shop.text(quote), "1 1 Hose 2.00 taken | 2 1 Pump 10.00 | 3 1 Pump 10.00 offered");
    shop.press(Qt::Key_T, Qt::ControlModifier);
    shop.keys(QStringLiteral("As you asked\n"));
    shop.open.settle();
    QVERIFY(shop.text(quote).ends_with("T1 As you asked"));
    shop.grid().goToEntry();
    shop.press(Qt::Key_G, Qt::ControlModifier);
    shop.keys(QStringLiteral("Extras\n"));
    shop.open.settle();
    QCOMPARE(must(shop.profile.replica->list({.entity = &schema::entity("quote_group")})).rows[0].label(), "Extras");
    shop.keys(QStringLiteral("ser\n2\n"));
    shop.open.settle();
    QVERIFY2(shop.text(quote).ends_with("4.1 2 Service 50.00"), shop.text(quote).c_str());
}

void QuotesPageTest::thePartsOfABundleAreChosenByKeyboard()
{
    Counter shop;
    const Id bundle = shop.product("B-1", "Station", "parts", "bundle");
    const Id pump = shop.pump, weak = shop.product("P-2", "Weak drive", "parts");
    const Id strong = shop.product("P-3", "Strong drive", "parts"), hose = shop.hose;
    const Id drives = shop.add(
        "option_group", {{"bundle", bundle}, {"name", "Drive"}, {"least", std::int64_t{1}}, {"most", std::int64_t{1}}});
    const auto part = [&](const Id& product, const char* kind, const char* position, const Id& group = {}) {
        shop.add("bundle_part", {{"bundle", bundle},
                                 {"product", product},
                                 {"kind", kind},
                                 {"priced", "included"},
                                 {"quantity", Shop::of("1")},
                                 {"option_group", group.isNull() ? Value() : Value(group)},
                                 {"position", position}});
    };
    part(pump, "fixed", "a");
    part(hose, "standard", "b");
    part(weak, "option", "c", drives);
    part(strong, "option", "d", drives);
    shop.publish(2, "2026-02-01", {{bundle, "100.00 EUR"}});
    const Id quote = shop.begin();
    shop.line(quote, bundle, "2");
    shop.show(quote);
    shop.goTo(2, QuoteColumn::Quantity); // also from one of the parts
    shop.pressed = 0;
    shop.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* list = shop.open.named<QListWidget>(QStringLiteral("Parts of Station"));
    QVERIFY(list != nullptr && list->hasFocus());
    QCOMPARE(list->item(0)->text(), QStringLiteral("Pump"));
    QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled)); // always in it
    const auto says = [&](const QString& words) {
        const auto labels = shop.open.window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    };
    QVERIFY(says(QStringLiteral("Drive"))); // one of the drives has to be chosen, it says
    shop.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shop.open.named<QListWidget>(QStringLiteral("Parts of Station")) == list); // not without one
    shop.press(Qt::Key_Space);                                                         // no hose
    shop.press(Qt::Key_End);
    shop.press(Qt::Key_Space); // the strong drive
    shop.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shop.text(quote), "1 2 Station 100.00 | 1.1 2 Pump 0.00 | 1.2 2 Strong drive 0.00");
    QVERIFY(shop.grid().hasFocus());
    QVERIFY2(shop.pressed <= 6, qPrintable(QString::number(shop.pressed)));
    shop.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shop.text(quote), "1 2 Station 100.00 | 1.1 2 Pump 0.00 | 1.2 2 Hose 0.00");
}

void QuotesPageTest::rowsOfASpreadsheetAreAllTakenOrNone()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.show(quote);
    shop.grid().setFocus();
    QApplication::clipboard()->setText(QStringLiteral("P-1\t3\nZ-9\t1\nH-1\t4\n"));
    shop.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "");
    auto* rows = shop.open.named<QPlainTextEdit>(QStringLiteral("Pasted rows"));
    QVERIFY(rows != nullptr);
    QVERIFY(rows->hasFocus());
    QStringList sentences;
    for (const QLabel* label : shop.page().findChildren<QLabel*>())
        if (label->isVisible() && label->text().startsWith(QStringLiteral("Row 2: ")))
            sentences << label->text();
    QCOMPARE(sentences.size(), 1);
    rows->setPlainText(rows->toPlainText().replace(QStringLiteral("Z-9"), QStringLiteral("S-1")));
    shop.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "1 3 Pump 10.00 | 2 1 Service 50.00 | 3 4 Hose 2.00");
    QVERIFY(!rows->isVisible());
    shop.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shop.text(quote), "");
}

void QuotesPageTest::aQuoteThatWasSentSaysWhyItCannotBeChanged()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    must(sales::Deals(*shop.profile.replica).handOver(quote));
    shop.show(quote);
    QVERIFY(!shop.model().isEditable());
    QCOMPARE(shop.model().entryRow(), -1);
    shop.goTo(0, QuoteColumn::Quantity);
    shop.keys(QStringLiteral("7\n"));
    shop.press(Qt::Key_Delete);
    QTRY_COMPARE(shop.text(quote), "1 5 Pump 10.00");
}

void QuotesPageTest::placeSurvivesARestart()
{
    Shop shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    {
        OpenWindow open(shop.profile.folder, shop.profile.clock);
        open.window().open({schema::entity("quote").number, quote});
        open.settle();
        open.window().close();
    }
    OpenWindow again(shop.profile.folder, shop.profile.clock);
    const auto* page = qobject_cast<ui::QuotesPage*>(again.window().currentPage());
    QVERIFY(page != nullptr);
    QVERIFY(page->isOpened());
    QCOMPARE(page->editor().shownId(), quote);
    QCOMPARE(page->editor().model().rowCount(), 2);
}

void QuotesPageTest::anEditOfALongQuoteTouchesOnlyItsRow()
{
    Counter shop;
    const Id quote = shop.begin();
    const std::vector<sales::NewLine> lines(500, {.product = shop.pump});
    must(shop.quotes().addLines(quote, lines));
    shop.show(quote);
    shop.goTo(250, QuoteColumn::Quantity);
    int resets = 0;
    QSet<int> touched;
    connect(&shop.model(), &QAbstractItemModel::modelReset, this, [&] { ++resets; });
    connect(&shop.model(), &QAbstractItemModel::rowsRemoved, this, [&] { ++resets; });
    connect(&shop.model(), &QAbstractItemModel::dataChanged, this,
            [&](const QModelIndex& first, const QModelIndex& last) {
                for (int row = first.row(); row <= last.row(); ++row)
                    touched << row;
            });
    QElapsedTimer watch;
    watch.start();
    shop.keys(QStringLiteral("7\n"));
    QTRY_COMPARE_WITH_TIMEOUT(shop.cell(250, QuoteColumn::Net), QStringLiteral("70.00"), 20'000);
    shop.grid().viewport()->repaint();
    qInfo("an edit of a 500-line quote was painted after %lld ms", static_cast<long long>(watch.elapsed()));
    shop.open.settle();
    QCOMPARE(resets, 0);
    QCOMPARE(touched, QSet<int>{250});
    QCOMPARE(shop.grid().currentIndex().row(), 251);
}

void QuotesPageTest::theNewTotalIsThereBeforeTheDiskHasIt()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    shop.line(quote, shop.hose, "1");
    shop.show(quote);
    const auto* foot = shop.page().editor().findChild<ui::QuoteFoot*>();
    QStringList whenWritten;
    connect(&shop.open.desk().writer, &ui::ReplicaWriter::committed, this,
            [&] { whenWritten << shop.cell(0, QuoteColumn::Net) << foot->totalWord(); });
    shop.goTo(0, QuoteColumn::Quantity);
    shop.keys(QStringLiteral("7\n"));
    QTRY_COMPARE(whenWritten.size(), 2);
    QCOMPARE(whenWritten[0], QStringLiteral("70.00"));
    QCOMPARE(whenWritten[1], foot->totalWord());
    shop.open.settle();
    QCOMPARE(shop.cell(0, QuoteColumn::Net), QStringLiteral("70.00"));
    QCOMPARE(whenWritten[1], foot->totalWord());
    QCOMPARE(shop.text(quote), "1 7 Pump 10.00 | 2 1 Hose 2.00");
    // Typed again and again, faster than the disk: the last word stands, and none of the former comes back.
    QStringList seen;
    connect(&shop.model(), &QAbstractItemModel::dataChanged, this,
            [&] { seen << shop.cell(0, QuoteColumn::Quantity); });
    for (const char* typed : {"8\n", "9\n", "11\n"}) {
        shop.goTo(0, QuoteColumn::Quantity);
        shop.keys(QString::fromLatin1(typed));
    }
    shop.open.settle();
    QCOMPARE(shop.text(quote), "1 11 Pump 10.00 | 2 1 Hose 2.00");
    QCOMPARE(shop.cell(0, QuoteColumn::Quantity), QStringLiteral("11"));
    QVERIFY2(seen.lastIndexOf(QStringLiteral("9")) < seen.indexOf(QStringLiteral("11")), qPrintable(seen.join(u' ')));
}

void QuotesPageTest::whatTheDiskRefusesIsTakenBackButNotWhatWasTyped()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    shop.show(quote);
    const auto* foot = shop.page().editor().findChild<ui::QuoteFoot*>();
    const QString total = foot->totalWord();
    {
        const FullDisk full;
        shop.goTo(0, QuoteColumn::Quantity);
        shop.keys(QStringLiteral("7\n"));
        shop.open.settle();
    }
    QTRY_VERIFY(shop.model().typed(0, QuoteColumn::Quantity) != nullptr);
    QVERIFY(!shop.model().typed(0, QuoteColumn::Quantity)->wrong.isEmpty());
    QCOMPARE(shop.cell(0, QuoteColumn::Quantity), QStringLiteral("7"));
    QTRY_COMPARE(shop.cell(0, QuoteColumn::Net), QStringLiteral("50.00"));
    QCOMPARE(foot->totalWord(), total);
    QCOMPARE(shop.text(quote), "1 5 Pump 10.00");
}

namespace {

/// A quote of two lines beside the list, in the window as it comes up on a small laptop.
struct Beside : Counter {
    explicit Beside(QSize size = {1280, 720})
    {
        const Id quote = begin();
        line(quote, pump, "5");
        line(quote, hose, "3");
        open.window().resize(size);
        show(quote);
        page().refresh();
        open.press(Qt::Key_Escape);
        page().list().select(quote);
        open.settle();
    }
    bool isListShown() { return page().list().isVisible(); }
    QWidget* paper() { return page().editor().findChild<ui::PaperPane*>(); }
    QWidget* why() { return page().editor().findChild<ui::WhyPanel*>(); }
    QPushButton* button(int at) { return page().editor().findChild<ui::QuoteBar*>()->findChildren<QPushButton*>()[at]; }
    /// What is wrong with how it lies there; "" if nothing.
    QString cut()
    {
        const auto* bar = page().editor().findChild<ui::QuoteBar*>();
        for (const QPushButton* each : bar->findChildren<QPushButton*>()) {
            if (!each->isVisible() || !bar->rect().contains(each->geometry()))
                return QStringLiteral("%1 is outside").arg(each->text());
            if (each->width() < each->sizeHint().width() || each->height() < each->sizeHint().height())
                return QStringLiteral("%1 is cut").arg(each->text());
        }
        for (const QuoteColumn column : {QuoteColumn::Quantity, QuoteColumn::UnitPrice, QuoteColumn::Net}) {
            const int at = static_cast<int>(column);
            const int end = grid().columnViewportPosition(at) + grid().columnWidth(at);
            if (grid().isColumnHidden(at) || end > grid().viewport()->width())
                return QStringLiteral("column %1 is out of sight").arg(at);
        }
        return {};
    }
};

constexpr int whyButton = 9;
constexpr int paperButton = 10;

} // namespace

void QuotesPageTest::besideTheListNothingIsCutInAnyLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void QuotesPageTest::besideTheListNothingIsCutInAnyLanguage()
{
    QFETCH(QString, language);
    auto& application = *qobject_cast<QApplication*>(qApp);
    const auto back = qScopeGuard([&] { ui::speak(application, QStringLiteral("en")); });
    ui::speak(application, language);
    Beside shop;
    QVERIFY(shop.isListShown());
    QCOMPARE(shop.cut(), QString());
    shop.button(whyButton)->click();
    shop.open.settle();
    QVERIFY(shop.why()->isVisible() && shop.why()->width() >= shop.why()->minimumSizeHint().width());
    QCOMPARE(shop.cut(), QString());
    shop.button(paperButton)->click();
    shop.open.settle();
    QVERIFY(!shop.why()->isVisible()); // there is no room for both
    QVERIFY2(shop.paper()->width() >= 380, qPrintable(QString::number(shop.paper()->width())));
    QCOMPARE(shop.cut(), QString());
}

void QuotesPageTest::theListGivesWayToTheReasonsAndComesBack()
{
    Beside shop;
    shop.button(whyButton)->click();
    QVERIFY(shop.why()->isVisible());
    QVERIFY(!shop.isListShown());
    shop.button(whyButton)->click();
    QVERIFY(!shop.why()->isVisible());
    QVERIFY(shop.isListShown());
    shop.grid().setFocus();
    shop.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(shop.paper()->isVisible());
    QVERIFY(!shop.isListShown());
    shop.grid().setFocus();
    shop.press(Qt::Key_Escape); // back to the list, which wants its room
    QVERIFY(shop.isListShown());
    QVERIFY(!shop.paper()->isVisible());
    QVERIFY(shop.page().list().isAncestorOf(QApplication::focusWidget()));
    shop.press(Qt::Key_Return); // over the whole page the paper is there again
    QVERIFY(shop.page().isOpened());
    QVERIFY(shop.paper()->isVisible());
    shop.press(Qt::Key_Escape);
    shop.open.window().resize(1800, 900); // where there is room for all of it, all of it is there
    shop.open.settle();
    QVERIFY(shop.isListShown());
    QVERIFY(shop.paper()->isVisible());
}

void QuotesPageTest::aPriceIsRoundedForTheColumnAndExactInTheTip()
{
    Counter shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "10");
    shop.show(quote);
    const auto heading = [&] {
        return shop.model().headerData(static_cast<int>(QuoteColumn::UnitPrice), Qt::Horizontal, Qt::DisplayRole);
    };
    QCOMPARE(heading().toString(), QStringLiteral("Price"));
    shop.goTo(0, QuoteColumn::UnitPrice);
    shop.keys(QStringLiteral("441.3800\n"));
    shop.open.settle();
    shop.goTo(0, QuoteColumn::Discount);
    shop.keys(QStringLiteral("1.99\n"));
    shop.open.settle();
    QTRY_COMPARE(heading().toString(), QStringLiteral("Net price")); // what is left is not what it was taken off
    QCOMPARE(shop.cell(0, QuoteColumn::UnitPrice), QStringLiteral("432.60"));
    const QString tip =
        shop.model().index(0, static_cast<int>(QuoteColumn::UnitPrice)).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("432.5965")), qPrintable(tip));
}

void QuotesPageTest::mirroredTotalsStandBelowOneAnother()
{
    auto& application = *qobject_cast<QApplication*>(qApp);
    const auto back = qScopeGuard([&] { application.setLayoutDirection(Qt::LeftToRight); });
    application.setLayoutDirection(Qt::RightToLeft);
    Beside shop;
    QSet<int> ends;
    const auto* foot = shop.page().editor().findChild<ui::QuoteFoot*>();
    for (const QLabel* label : foot->findChildren<QLabel*>())
        if (label->isVisible() && label->text().endsWith(QStringLiteral("EUR"))) {
            QVERIFY(label->alignment().testFlag(Qt::AlignRight) && label->alignment().testFlag(Qt::AlignAbsolute));
            ends << label->geometry().right();
        }
    QCOMPARE(ends.size(), 1);
}

void QuotesPageTest::aQuoteThatRanOutSaysSoInTheListToo()
{
    Shop shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    must(sales::Deals(*shop.profile.replica).handOver(quote));
    shop.profile.clock.advance(60 * 24 * 3600 * HandEnvironment::second);
    OpenWindow open(shop.profile.folder, shop.profile.clock);
    open.window().go(QStringLiteral("quote"));
    open.settle();
    const auto* page = qobject_cast<ui::QuotesPage*>(open.window().currentPage());
    const auto row = page->list().model().index(0, 0).data(ui::RecordListModel::RowRole).value<ui::RecordRow>();
    QCOMPARE(row.pillValue, QStringLiteral("expired"));
}

QTEST_MAIN(QuotesPageTest)
#include "QuotesPageTest.moc"
