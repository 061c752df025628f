// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/DealStory.h"
#include "tests/core/sales/Shop.h"
#include "tests/support/window/OpenDesk.h"
#include "tests/support/window/OpenWindow.h"
#include "ui/deals/DealBar.h"
#include "ui/deals/PaperPane.h"
#include "ui/deals/PaperView.h"
#include "ui/deals/SignaturePad.h"
#include "ui/fields/Amounts.h"
#include "ui/language/Language.h"
#include "ui/quotes/QuoteEditor.h"
#include "ui/quotes/QuoteFoot.h"
#include "ui/quotes/QuoteGrid.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/quotes/QuotesPage.h"
#include "ui/quotes/WhyPanel.h"
#include "ui/theme/Colors.h"
#include "ui/today/AgendaView.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Words.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

using namespace satchel;
using namespace satchel::test;

/// Stands in for the programs that open files.
class Programs : public QObject {
    Q_OBJECT
public:
    Programs() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Programs() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened << url.toLocalFile(); }
};

namespace {

constexpr auto alt = Qt::AltModifier;
constexpr auto ctrl = Qt::ControlModifier;

/// A quote on somebody's desk, with its bar.
struct Bench : OpenDesk {
    Bench(const std::string& folder, Environment& environment, const Id& quote)
        : OpenDesk(folder, environment), bar(new ui::DealBar(desk(), &window()))
    {
        QObject::connect(bar, &ui::DealBar::notice, bar, [this](const QString& said, bool) { notices << said; });
        QObject::connect(bar, &ui::DealBar::openRequested, bar, [this](const RowKey& row) { opened.push_back(row); });
        QObject::connect(&desk().writer, &ui::ReplicaWriter::committed, bar, &ui::DealBar::refresh);
        bar->show(quote);
        show(bar);
    }
    bool offers(const char* step) { return named<QPushButton>(QString::fromLatin1(step)) != nullptr; }
    bool tells(const char* text) { return says<QLabel>(QString::fromUtf8(text)); }

    ui::DealBar* bar;
    QStringList notices;
    std::vector<RowKey> opened;
};

/// A quote in the whole window.
struct Place : OpenWindow {
    Place(const std::string& folder, Environment& environment, const Id& quote) : OpenWindow(folder, environment)
    {
        window().resize(1280, 720);
        show(quote);
    }
    void show(const Id& quote)
    {
        window().open({schema::entity("quote").number, quote});
        (void)QTest::qWaitFor([&] { return editor().shownId() == quote && editor().model().rowCount() > 0; });
        settle();
    }
    ui::QuotesPage& page() { return *qobject_cast<ui::QuotesPage*>(window().page(QStringLiteral("quote"))); }
    ui::QuoteEditor& editor() { return page().editor(); }
    QWidget* panel() { return window().findChild<ui::DealPanel*>(); }
    QString cell(int row, ui::QuoteColumn column)
    {
        return editor().model().index(row, static_cast<int>(column)).data().toString();
    }
    bool tells(const QString& text)
    {
        const auto labels = window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* each) { return each->isVisible() && each->text().contains(text); });
    }
    /// Like a person at the grid: Enter and Tab go on.
    void typeInGrid(const QString& text)
    {
        for (const QChar c : text)
            if (c == QLatin1Char('\n'))
                press(Qt::Key_Return);
            else if (c == QLatin1Char('\t'))
                press(Qt::Key_Tab);
            else
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
};

/// What in a part of the window has less room than it needs.
QStringList squeezed(const QWidget& part)
{
    QStringList complaints;
    for (const QWidget* each : part.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->inherits("QHeaderView"))
            continue;
        const int least =
            each->hasHeightForWidth() ? each->heightForWidth(each->width()) : each->minimumSizeHint().height();
        const QWidget* around = each->parentWidget();
        const bool scrolled = around->parentWidget() != nullptr && around->parentWidget()->inherits("QScrollArea");
        const QString name = QStringLiteral("%1 %2").arg(
            QString::fromLatin1(each->metaObject()->className()),
            each->property("text").toString().isEmpty() ? each->accessibleName() : each->property("text").toString());
        if (each->layout() == nullptr && each->height() < least)
            complaints << QStringLiteral("%1: %2 high instead of %3").arg(name).arg(each->height()).arg(least);
        if (!scrolled && !around->inherits("QAbstractItemView") && each->geometry().bottom() > around->rect().bottom())
            complaints << QStringLiteral("%1 reaches out of what it is in").arg(name);
    }
    return complaints;
}

std::string status(Laptop& laptop, const Id& quote)
{
    return laptop.value("quote", quote, "status");
}

int approvalsOfToday(OpenWindow& window)
{
    window.window().go(QStringLiteral("today"));
    window.settle();
    const auto* model = window.window().findChild<ui::AgendaView*>()->model();
    int found = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        found += model->index(row, 0).data().toString().startsWith(QStringLiteral("Approve ")) ? 1 : 0;
    return found;
}

void draw(QWidget& pad, const QList<QPoint>& points)
{
    const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, QPointF(at), QPointF(pad.mapToGlobal(at)), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&pad, &event);
    };
    send(QEvent::MouseButtonPress, points.first(), Qt::LeftButton, Qt::LeftButton);
    for (const QPoint& point : points)
        send(QEvent::MouseMove, point, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, points.last(), Qt::LeftButton, Qt::NoButton);
}

/// A quote that gives more away than its author may, for which approval has been asked.
auto askedFor(DealStory& story, Laptop& author)
{
    const auto written = story.write(author, {{.discount = "20"}});
    must(sales::Deals(author.replica()).submit(written.quote, "Please"));
    author.sync();
    return written;
}

} // namespace

/// What becomes of a quote, as people do it: on their own laptops, by keyboard.
class DealsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overHisAuthorityHeAsksHisManagerApprovesAfterASyncAndTheQuoteGoesOut();
    void whoMayDecideInHerPlaceSeesItInHisDay();
    void aRefusalComesBackWithItsAnswer();
    void aRequestCanBeTakenBack();
    void theCustomerAcceptsWithAnOptionAndASignature();
    void theCustomerDeclinesWithAReason();
    void aQuoteWhoseDayHasPassedIsClosed();
    void pricesOfNowAreTakenOverLineByLineAndCanBeUndone();
    void theNextRevisionIsMadeAndComparedWithTheFormer();
    void thePaperFollowsTheQuoteAndKeepsItsPlace();
    void whatCanBeDoneWithThePaperStandsInOneRow();
    void escClosesWhatWasOpened();
    void aLineThatIsNotInTheQuoteHoldsItBack();
    void whatIsTypedIsCorrectedBeforeApprovalIsAskedFor();
    void aDiscountThatWasNotTakenHoldsItBackToo();
    void enterPressesTheButtonThatHasTheKeyboard();
    void theAnswerIsTypedAndEnterApproves();
    void theDayOfTheYesIsTheOneTheWindowCounts();
    void nothingInAPanelIsSqueezed_data();
    void nothingInAPanelIsSqueezed();
};

void DealsTest::overHisAuthorityHeAsksHisManagerApprovesAfterASyncAndTheQuoteGoesOut()
{
    Programs programs;
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Laptop& dora = story.company.laptop("dora");
    const auto written = story.write(ana, {{.discount = "20"}});
    {
        Bench bench(ana.folder(), story.company.clock(), written.quote);
        QVERIFY(bench.tells("It goes beyond what you may give"));
        QVERIFY(!bench.offers("Hand over"));
        bench.press(Qt::Key_A, alt);
        QVERIFY(bench.tells("20 % below the list price; the limit is 10 %."));
        QCOMPARE(bench.named<QComboBox>(QStringLiteral("Who decides"))->currentText(), QStringLiteral("Dora Chief"));
        bench.type(QStringLiteral("An old customer"));
        bench.press(Qt::Key_Return, ctrl);
        QCOMPARE(status(ana, written.quote), "in_approval");
        QVERIFY(bench.tells("Waits for the approval of Dora Chief"));
        QVERIFY(!bench.offers("Hand over"));
    }
    ana.sync();
    dora.sync();
    {
        OpenWindow window(dora.folder(), story.company.clock());
        auto* place = window.named<QPushButton>(QStringLiteral("Approvals, 1 waiting"));
        QVERIFY(place != nullptr);
        QCOMPARE(approvalsOfToday(window), 1);
        window.press(Qt::Key_A, ctrl | Qt::ShiftModifier);
        QCOMPARE(window.named<QListView>(QStringLiteral("Approvals"))->model()->rowCount(), 1);
        window.press(Qt::Key_A);
        QVERIFY(window.named<QPushButton>(QStringLiteral("Approvals, 1 waiting")) == nullptr);
    }
    QCOMPARE(status(dora, written.quote), "draft");
    dora.sync();
    ana.sync();
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    QVERIFY(bench.tells("approved as it is by Dora Chief"));
    bench.press(Qt::Key_H, alt);
    QVERIFY(bench.tells("Acme gets an offer of 95.20"));
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, written.quote), "sent");
    const std::string number = ana.value("quote", written.quote, "number");
    QVERIFY(number.starts_with("Q-"));
    QVERIFY(bench.tells("is handed over. The mail draft is open in your mail program."));
    QCOMPARE(programs.opened.size(), 1);
    QVERIFY(programs.opened.first().endsWith(QStringLiteral("Quote %1.eml").arg(QString::fromStdString(number))));
    const QString folder = QFileInfo(programs.opened.first()).path();
    for (const char* ending : {"pdf", "xlsx", "eml"})
        QVERIFY(QFileInfo(QStringLiteral("%1/Quote %2.%3")
                              .arg(folder, QString::fromStdString(number), QString::fromLatin1(ending)))
                    .size() > 500);
    QVERIFY(bench.named<QPushButton>(QStringLiteral("Open Quote %1.pdf").arg(QString::fromStdString(number))) !=
            nullptr);
}

void DealsTest::whoMayDecideInHerPlaceSeesItInHisDay()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Laptop& ben = story.company.laptop("ben");
    const auto written = askedFor(story, ana);
    story.admin.add("deputy", {{"user", story.company.id("dora").toString()},
                               {"deputy", story.company.id("ben").toString()},
                               {"valid_from", "2026-11-01"},
                               {"valid_to", "2026-12-31"}});
    story.admin.sync();
    ben.sync();
    {
        OpenWindow window(ben.folder(), story.company.clock());
        QVERIFY(window.named<QPushButton>(QStringLiteral("Approvals, 1 waiting")) != nullptr);
        QCOMPARE(approvalsOfToday(window), 1);
    }
    {
        OpenWindow window(story.admin.folder(), story.company.clock());
        QVERIFY(window.named<QPushButton>(QStringLiteral("Approvals, 1 waiting")) != nullptr);
        QCOMPARE(approvalsOfToday(window), 1);
        window.press(Qt::Key_B, ctrl); // the rail shows icons alone: the number stands in a dot over its own
        const QImage place = window.named<QPushButton>(QStringLiteral("Approvals, 1 waiting"))->grab().toImage();
        int dot = 0;
        for (int y = 0; y < 16; ++y)
            for (int x = place.width() / 2; x < place.width(); ++x)
                dot += place.pixelColor(x, y) == ui::lightColors().accent ? 1 : 0;
        QVERIFY2(dot > 60, qPrintable(QString::number(dot)));
    }
    OpenWindow hers(ana.folder(), story.company.clock()); // who asked has nothing to decide
    QCOMPARE(approvalsOfToday(hers), 0);
}

void DealsTest::aRefusalComesBackWithItsAnswer()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Laptop& dora = story.company.laptop("dora");
    const auto written = askedFor(story, ana);
    dora.sync();
    {
        OpenWindow window(dora.folder(), story.company.clock());
        window.press(Qt::Key_A, ctrl | Qt::ShiftModifier);
        window.press(Qt::Key_R);
        window.type(QStringLiteral("Fifteen at most"));
        window.press(Qt::Key_Return);
    }
    QCOMPARE(status(dora, written.quote), "draft");
    dora.sync();
    ana.sync();
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    QVERIFY(bench.tells("Draft, refused by Dora Chief: Fifteen at most"));
    QVERIFY(bench.offers("Ask for approval"));
}

void DealsTest::aRequestCanBeTakenBack()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{.discount = "20"}});
    must(sales::Deals(ana.replica()).submit(written.quote));
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.press(Qt::Key_W, alt);
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, written.quote), "draft");
    QVERIFY(bench.offers("Ask for approval"));
    QVERIFY(!bench.offers("Take the request back"));
}

void DealsTest::theCustomerAcceptsWithAnOptionAndASignature()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.handedOver(ana, {{.quantity = "2"}, {.role = "optional"}, {.role = "optional"}});
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.press(Qt::Key_Y, alt);
    QCOMPARE(bench.named<QLineEdit>(QStringLiteral("Accepted by"))->text(), QStringLiteral("Ana Ruiz"));
    QVERIFY(bench.tells("The order comes to 238.00"));
    bench.type(QStringLiteral("Bo Lee"));
    const auto boxes = bench.window().findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), 2);
    boxes[0]->click();
    bench.settle();
    QVERIFY(bench.tells("The order comes to 357.00"));
    bench.named<QLineEdit>(QStringLiteral("Order number"))->setText(QStringLiteral("PO 77"));
    auto* pad = bench.window().findChild<ui::SignaturePad*>();
    draw(*pad, {{40, 40}, {80, 90}, {120, 40}});
    QCOMPARE(QString::fromStdString(pad->path()).section(QLatin1Char(' '), 0, 1), QStringLiteral("M100 100"));
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, written.quote), "accepted");
    QCOMPARE(ana.value("quote", written.quote, "accepted_by"), "Bo Lee");
    QVERIFY(ana.value("quote", written.quote, "signature").starts_with("M100 100"));
    QCOMPARE(ana.value("quote_line", written.lines[1], "chosen"), "true");
    QVERIFY(bench.tells("Accepted by Bo Lee on"));
    QCOMPARE(ana.count("order"), 1);
    bench.press(Qt::Key_Space); // the link to it has the keyboard
    QCOMPARE(bench.opened.size(), std::size_t{1});
    QCOMPARE(ana.value("order", bench.opened[0].id, "gross"), "357.00 EUR");
    QCOMPARE(ana.value("order", bench.opened[0].id, "reference"), "PO 77");
}

void DealsTest::theCustomerDeclinesWithAReason()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.handedOver(ana, {{}});
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.press(Qt::Key_N, alt);
    bench.press(Qt::Key_Return);
    QCOMPARE(status(ana, written.quote), "sent");
    QVERIFY(bench.tells("Say why the customer does not want it."));
    bench.type(QStringLiteral("Too expensive"));
    bench.press(Qt::Key_Return);
    QCOMPARE(status(ana, written.quote), "rejected");
    QVERIFY(bench.tells("Too expensive"));
    QVERIFY(!bench.offers("Accepted"));
    QVERIFY(bench.offers("Next revision"));
}

void DealsTest::aQuoteWhoseDayHasPassedIsClosed()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.handedOver(ana, {{}});
    {
        Bench bench(ana.folder(), story.company.clock(), written.quote);
        QVERIFY(!bench.offers("Close as expired"));
    }
    story.company.clock().advance(40 * HandEnvironment::day);
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    QVERIFY(bench.tells("but its last day was"));
    bench.press(Qt::Key_X, alt);
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, written.quote), "expired");
    QVERIFY(bench.tells("Closed as expired on"));
}

void DealsTest::pricesOfNowAreTakenOverLineByLineAndCanBeUndone()
{
    Shop shop;
    const Id quote = shop.begin();
    const Id pump = shop.line(quote, shop.pump, "3");
    const Id hose = shop.line(quote, shop.hose, "5");
    shop.publish(2, "2026-11-01", {{shop.pump, "11.00 EUR"}, {shop.hose, "2.50 EUR"}});
    const auto price = [&](const Id& line) { return shop.profile.value("quote_line", line, "list_price").text(); };
    Bench bench(shop.profile.folder, shop.profile.clock, quote);
    bench.press(Qt::Key_R, alt);
    auto* sheet = bench.named<ui::Sheet>(QStringLiteral("Lines that would change"));
    QVERIFY(sheet != nullptr);
    QCOMPARE(sheet->rowCount(), 2);
    QVERIFY(sheet->item(0, 3)->text().startsWith(QStringLiteral("11.00")));
    QVERIFY(sheet->item(0, 4)->text().contains(QStringLiteral("EUR-Retail r2")));
    QVERIFY(bench.offers("Take over all 2"));
    bench.press(Qt::Key_Space); // the first is left as it was offered
    QVERIFY(bench.offers("Take over 1 of 2"));
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(price(pump), "10.00 EUR");
    QCOMPARE(price(hose), "2.50 EUR");
    bench.desk().undo.undo();
    bench.settle();
    QCOMPARE(price(hose), "2.00 EUR");
    bench.press(Qt::Key_R, alt);
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(price(pump), "11.00 EUR");
    QCOMPARE(price(hose), "2.50 EUR");
    bench.press(Qt::Key_R, alt);
    QVERIFY(bench.tells("nothing would change"));
}

void DealsTest::theNextRevisionIsMadeAndComparedWithTheFormer()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.handedOver(ana, {{.quantity = "2"}, {.quantity = "1"}});
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.press(Qt::Key_V, alt);
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(bench.opened.size(), std::size_t{1});
    const Id next = bench.opened[0].id;
    QCOMPARE(status(ana, next), "draft");
    const auto lines = DealStory::document(ana, next).lines;
    ana.set("quote_line", lines[0].id, {{"quantity", "3"}});
    ana.remove("quote_line", lines[1].id);
    bench.bar->show(next);
    bench.settle();
    bench.press(Qt::Key_D, alt);
    auto* sheet = bench.named<ui::Sheet>(QStringLiteral("Differences"));
    QVERIFY(sheet != nullptr);
    QStringList rows;
    for (int row = 0; row < sheet->rowCount(); ++row)
        rows << sheet->item(row, 0)->text() + QLatin1Char('|') + sheet->item(row, 3)->text();
    const QString all = rows.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("~ Changed|Quantity: 3, was 2")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("− Removed|")), qPrintable(all));
}

void DealsTest::thePaperFollowsTheQuoteAndKeepsItsPlace()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    std::vector<DealStory::Line> lines(
        19, {.quantity = "2", .description = "Pump with a long description\nand more\nand more\nof it"});
    const auto written = story.write(ana, lines);
    OpenDesk desk(ana.folder(), story.company.clock());
    auto* pane = new ui::PaperPane(desk.desk(), &desk.window());
    pane->show(written.quote);
    desk.show(pane);
    ui::PaperView& view = pane->view();
    QVERIFY(view.pages() > 1);
    QVERIFY(qAbs(view.image(0).width() - qRound(595.276 * view.scale())) <= 1); // A4, sharp at this scale
    QVERIFY(desk.says<QLabel>(QStringLiteral("1 / %1").arg(view.pages())));
    view.setFocus();
    desk.press(Qt::Key_Plus);
    desk.press(Qt::Key_End);
    QCOMPARE(view.current(), view.pages() - 1);
    QVERIFY(!view.fitsWidth());
    const QImage before = view.image(view.current());
    QVERIFY(!before.isNull());
    const double scale = view.scale();
    const int at = view.current();

    ana.set("quote", written.quote, {{"terms", "Paid within ten days."}});
    pane->refresh();
    QTRY_VERIFY(view.image(at) != before);
    QCOMPARE(view.scale(), scale);
    QCOMPARE(view.current(), at);
}

void DealsTest::whatCanBeDoneWithThePaperStandsInOneRow()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{}});
    OpenDesk desk(ana.folder(), story.company.clock());
    auto* pane = new ui::PaperPane(desk.desk(), &desk.window());
    pane->show(written.quote);
    desk.show(pane);
    pane->setFixedWidth(300); // it has 390 beside the lines in English, less where words are longer
    desk.settle();
    std::vector<int> middles;
    for (const QAbstractButton* button : pane->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        middles.push_back(button->mapTo(pane, button->rect().center()).y());
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), "each has a name");
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
    for (const QLabel* label : pane->findChildren<QLabel*>())
        if (label->isVisible() && label->text() == QStringLiteral("1 / 1"))
            middles.push_back(label->mapTo(pane, label->rect().center()).y());
    QCOMPARE(middles.size(), std::size_t{7}); // three kinds of file, three of zoom, and the page
    const auto [top, bottom] = std::minmax_element(middles.begin(), middles.end());
    QVERIFY2(*bottom - *top <= 1, qPrintable(QStringLiteral("from %1 to %2").arg(*top).arg(*bottom)));
}

void DealsTest::escClosesWhatWasOpened()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{}});
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.press(Qt::Key_H, alt);
    QVERIFY(bench.named<QFrame>(QStringLiteral("Hand over to the customer")) != nullptr);
    bench.press(Qt::Key_Escape);
    QVERIFY(bench.named<QFrame>(QStringLiteral("Hand over to the customer")) == nullptr);
    QCOMPARE(QApplication::focusWidget(), bench.named<QPushButton>(QStringLiteral("Hand over")));
    QCOMPARE(status(ana, written.quote), "draft");
}

void DealsTest::aLineThatIsNotInTheQuoteHoldsItBack()
{
    Programs programs;
    Shop shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "5");
    Place place(shop.profile.folder, shop.profile.clock, quote);
    place.editor().grid().goToEntry();
    place.editor().grid().setFocus();
    place.typeInGrid(QStringLiteral("hxb\n12\t5\n"));
    place.press(Qt::Key_H, alt);
    QVERIFY(place.tells(QStringLiteral("Typed, but not in the quote yet")));
    QVERIFY(place.tells(QStringLiteral("New line, product: No product fits \"hxb\"")));
    place.press(Qt::Key_Return, ctrl);
    QVERIFY(shop.profile.value("quote", quote, "status").text() != "sent");
    place.press(Qt::Key_Return); // "Go there" has the keyboard
    QVERIFY(place.panel() == nullptr || !place.panel()->isVisible());
    QVERIFY(place.editor().grid().hasFocus());
    const int row = place.editor().grid().currentIndex().row();
    QCOMPARE(place.cell(row, ui::QuoteColumn::Code), QStringLiteral("hxb"));
    QCOMPARE(place.cell(row, ui::QuoteColumn::Quantity), QStringLiteral("12"));
    QCOMPARE(place.cell(row, ui::QuoteColumn::Discount), QStringLiteral("5"));
    place.type(QStringLiteral("hos"));
    place.press(Qt::Key_Return);
    QCOMPARE(shop.text(quote), "1 5 Pump 10.00 | 2 12 Hose 1.90");
    place.press(Qt::Key_H, alt);
    QVERIFY(!place.tells(QStringLiteral("Typed, but not in the quote yet")));
    place.press(Qt::Key_Return, ctrl);
    QCOMPARE(shop.profile.value("quote", quote, "status").text(), "sent");
}

void DealsTest::whatIsTypedIsCorrectedBeforeApprovalIsAskedFor()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{.discount = "20"}});
    Place place(ana.folder(), story.company.clock(), written.quote);
    place.editor().grid().goTo(written.lines[0], ui::QuoteColumn::Quantity);
    place.editor().grid().setFocus();
    place.typeInGrid(QStringLiteral("many"));
    place.press(Qt::Key_A, alt); // without Enter: it is taken out of the cell as it is
    QVERIFY(place.tells(QStringLiteral("Line 1, quantity: ")));
    place.press(Qt::Key_Return, ctrl);
    QVERIFY(status(ana, written.quote) != "in_approval");
    place.named<QPushButton>(QStringLiteral("Ask"))->setFocus();
    place.press(Qt::Key_Escape); // closes the panel
    QCOMPARE(place.cell(0, ui::QuoteColumn::Quantity), QStringLiteral("many"));
    place.editor().grid().goTo(written.lines[0], ui::QuoteColumn::Quantity);
    place.editor().grid().setFocus();
    place.press(Qt::Key_Escape);           // takes it out
    place.typeInGrid(QStringLiteral("1")); // as it is already: nothing of it waits
    place.press(Qt::Key_A, alt);
    QVERIFY(!place.tells(QStringLiteral("Still being saved")));
    QVERIFY(!place.tells(QStringLiteral("Line 1, quantity: ")));
    place.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, written.quote), "in_approval");
}

void DealsTest::aDiscountThatWasNotTakenHoldsItBackToo()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{}});
    const auto other = story.write(ana, {{}});
    Place place(ana.folder(), story.company.clock(), written.quote);
    auto* percent = place.named<QLineEdit>(QStringLiteral("Discount of the whole quote in percent"));
    percent->setFocus();
    place.type(QStringLiteral("lots"));
    place.press(Qt::Key_H, alt);
    QVERIFY(place.tells(QStringLiteral("Discount of the whole quote: ")));
    place.press(Qt::Key_Return, ctrl);
    QVERIFY(status(ana, written.quote) != "sent");
    place.press(Qt::Key_Return); // goes there
    QVERIFY(percent->hasFocus());
    QCOMPARE(percent->text(), QStringLiteral("lots"));
    place.show(other.quote);
    QCOMPARE(percent->text(), QString()); // it was typed into the first
    place.press(Qt::Key_H, alt);
    QVERIFY(!place.tells(QStringLiteral("Typed, but not in the quote yet")));
}

void DealsTest::enterPressesTheButtonThatHasTheKeyboard()
{
    Programs programs;
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const auto written = story.write(ana, {{}});
    Bench bench(ana.folder(), story.company.clock(), written.quote);
    bench.named<QPushButton>(QStringLiteral("Hand over"))->setFocus();
    bench.press(Qt::Key_Return);
    QVERIFY(bench.named<QFrame>(QStringLiteral("Hand over to the customer")) != nullptr);
    QVERIFY(status(ana, written.quote) != "sent");
    QKeyEvent heldDown(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QApplication::sendEvent(QApplication::focusWidget(), &heldDown);
    bench.settle();
    QVERIFY(status(ana, written.quote) != "sent");
    bench.press(Qt::Key_Return);
    QCOMPARE(status(ana, written.quote), "sent");
}

void DealsTest::theAnswerIsTypedAndEnterApproves()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Laptop& dora = story.company.laptop("dora");
    const auto written = askedFor(story, ana);
    dora.sync();
    OpenWindow window(dora.folder(), story.company.clock());
    window.press(Qt::Key_A, ctrl | Qt::ShiftModifier);
    window.named<QLineEdit>(QStringLiteral("Answer"))->setFocus();
    window.type(QStringLiteral("Once"));
    window.press(Qt::Key_Return); // to "Approve"
    QCOMPARE(status(dora, written.quote), "in_approval");
    window.press(Qt::Key_Return); // presses it, and does not open the quote
    QCOMPARE(status(dora, written.quote), "draft");
    QCOMPARE(window.window().currentPage()->id(), QStringLiteral("approvals"));
}

void DealsTest::theDayOfTheYesIsTheOneTheWindowCounts()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    story.admin.add("company", {{"name", "Far away"}, {"currency", "EUR"}, {"time_zone", "Pacific/Kiritimati"}});
    story.admin.sync();
    ana.sync();
    const auto yes = story.handedOver(ana, {{}});
    const auto no = story.handedOver(ana, {{}});
    story.company.clock().advance(HandEnvironment::hour); // there it is tomorrow
    const std::string today = ui::localDay(story.company.clock().now());
    QVERIFY(must(sales::stepsFor(ana.replica(), yes.quote)).today > today);
    Bench bench(ana.folder(), story.company.clock(), yes.quote);
    bench.press(Qt::Key_Y, alt);
    QCOMPARE(bench.named<QLineEdit>(QStringLiteral("On"))->text(), ui::dayWord(today));
    bench.press(Qt::Key_Return, ctrl);
    QCOMPARE(status(ana, yes.quote), "accepted");
    QCOMPARE(ana.value("quote", yes.quote, "closed_on"), today);
    QVERIFY(bench.tells(qPrintable(QStringLiteral("on %1").arg(ui::dayWord(today)))));
    bench.bar->show(no.quote);
    bench.settle();
    bench.press(Qt::Key_N, alt);
    bench.type(QStringLiteral("Too expensive"));
    bench.press(Qt::Key_Return);
    QCOMPARE(ana.value("quote", no.quote, "closed_on"), today);
}

void DealsTest::nothingInAPanelIsSqueezed_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void DealsTest::nothingInAPanelIsSqueezed()
{
    QFETCH(QString, language);
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    const std::vector<DealStory::Line> over(10, {.discount = "20", .description = "A pump with quite a long name"});
    const auto asked = story.write(ana, over);
    const auto draft = story.write(ana, {{.description = "A pump with quite a long name"}});
    const auto sent = story.handedOver(ana, {{}, {.role = "optional"}, {.role = "optional"}, {.role = "optional"}});
    const Id next = must(sales::Deals(ana.replica()).revise(sent.quote));
    auto* application = qobject_cast<QApplication*>(qApp);
    ui::speak(*application, language);
    QStringList complaints;
    struct Story {
        Id quote;
        Qt::Key key;
    };
    for (const auto& [quote, key] :
         {Story{asked.quote, Qt::Key_A}, Story{draft.quote, Qt::Key_H}, Story{draft.quote, Qt::Key_R},
          Story{sent.quote, Qt::Key_Y}, Story{sent.quote, Qt::Key_N}, Story{sent.quote, Qt::Key_D},
          Story{next, Qt::Key_V}, Story{next, Qt::Key_D}}) {
        Place place(ana.folder(), story.company.clock(), quote);
        for (const bool besideTheList : {false, true}) {
            if (besideTheList)
                (void)place.page().back();
            place.settle();
            if (!besideTheList && quote == asked.quote) {
                place.editor().setWhyWanted(true);
                place.settle();
                auto* why = place.window().findChild<ui::WhyPanel*>();
                QVERIFY(why->isVisible());
                complaints << squeezed(*why);
            }
            place.editor().setFocus();
            place.press(key, alt);
            QWidget* panel = place.panel();
            if (panel == nullptr)
                continue;
            for (const QString& complaint : squeezed(*panel))
                complaints << QStringLiteral("Alt+%1%2: %3").arg(QChar(key)).arg(besideTheList).arg(complaint);
            QVERIFY(!place.editor().grid().isVisible());
            QVERIFY(panel->mapTo(&place.window(), panel->rect().bottomLeft()).y() < place.window().height());
            place.press(Qt::Key_Escape);
            QVERIFY(place.editor().grid().isVisible());
        }
    }
    ui::speak(*application, QStringLiteral("en"));
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
}

QTEST_MAIN(DealsTest)
#include "DealsTest.moc"
