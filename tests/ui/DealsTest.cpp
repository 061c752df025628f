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
#include "ui/widgets/Sheet.h"

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

std::string status(Laptop& laptop, const Id& quote)
{
    return laptop.value("quote", quote, "status");
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

} // namespace

/// What becomes of a quote, as people do it: on their own laptops, by keyboard.
class DealsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overHisAuthorityHeAsksHisManagerApprovesAfterASyncAndTheQuoteGoesOut();
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

void DealsTest::aRefusalComesBackWithItsAnswer()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Laptop& dora = story.company.laptop("dora");
    const auto written = story.write(ana, {{.discount = "20"}});
    must(sales::Deals(ana.replica()).submit(written.quote, "Please"));
    ana.sync();
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

QTEST_MAIN(DealsTest)
#include "DealsTest.moc"
