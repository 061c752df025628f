// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/DealStory.h"
#include "tests/support/window/OpenWindow.h"
#include "ui/orders/OrderView.h"
#include "ui/records/ListPane.h"
#include "ui/shell/Page.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Sheet.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

using namespace satchel;
using namespace satchel::test;

/// Orders in the window: the list, the order itself, what is exported, what an account bought.
class OrdersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestOrderStandsFirstAndTellsWhatWasOrdered();
    void whatIsListedIsExported();
    void anAccountShowsWhatItBought();
    void withoutOrdersThePageSaysHowOneIsMade();
};

namespace {

struct Orders {
    Orders()
    {
        spring =
            story.admin.add("promotion", {{"name", "Spring"}, {"code", "SPR"}, {"kind", "percent"}, {"percent", "5"}});
        story.admin.sync();
        ana.sync();
        first = order("24", "8.55 EUR", true);
        second = order("2", "50.00 EUR", false);
    }
    Id order(const char* quantity, const char* price, bool promoted)
    {
        const auto written = story.write(ana, {{.quantity = quantity, .list = price}});
        if (promoted)
            ana.set("quote_line", written.lines[0], {{"promotion", spring.toString()}});
        must(sales::Deals(ana.replica()).handOver(written.quote));
        const Id made = must(sales::Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz"}));
        story.company.clock().advance(HandEnvironment::day);
        return made;
    }
    [[nodiscard]] QString number(const Id& id) { return QString::fromStdString(ana.value("order", id, "number")); }

    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    Id spring, first, second;
};

bool says(OpenWindow& open, const QString& text)
{
    for (const QLabel* label : open.window().findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

} // namespace

void OrdersTest::theNewestOrderStandsFirstAndTellsWhatWasOrdered()
{
    Orders orders;
    OpenWindow open(orders.ana.folder(), orders.story.company.clock());
    open.press(Qt::Key_6, Qt::ControlModifier);
    auto* list = open.window().currentPage()->findChild<ui::ListPane*>();
    QVERIFY(list != nullptr);
    QCOMPARE(list->model().rowCount(), 2);
    QCOMPARE(list->current()->id, orders.second);
    QVERIFY(says(open, QStringLiteral("to pay 119.00")));
    open.press(Qt::Key_Down);
    auto* lines = open.named<ui::Sheet>(QStringLiteral("Lines of the order"));
    QVERIFY(lines != nullptr);
    QCOMPARE(lines->rowCount(), 1);
    QVERIFY(lines->item(0, 1)->text().startsWith(QStringLiteral("24")));
    QVERIFY(lines->item(0, 2)->text().startsWith(QStringLiteral("8.55")));
    QCOMPARE(lines->item(0, 4)->text(), QStringLiteral("Spring"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->title(), orders.number(orders.first));
    QVERIFY(says(open, QStringLiteral("How its status went")));
    QVERIFY(says(open, QStringLiteral("Ana Seller")));
    open.press(Qt::Key_Escape);
    QVERIFY(!open.window().currentPage()->isOpened());
}

void OrdersTest::whatIsListedIsExported()
{
    Orders orders;
    OpenWindow open(orders.ana.folder(), orders.story.company.clock());
    open.press(Qt::Key_6, Qt::ControlModifier);
    open.press(Qt::Key_Slash);
    open.type(orders.number(orders.first));
    QCOMPARE(open.window().currentPage()->findChild<ui::ListPane*>()->model().rowCount(), 1);
    const auto picture = [](const QIcon& icon) { return icon.pixmap(16).toImage(); };
    QVERIFY(picture(open.named<QPushButton>(QStringLiteral("Export"))->icon()) != // nothing is added here
            picture(ui::icon(QStringLiteral("plus"), ui::Tint::OnAccent)));
    open.press(Qt::Key_Down);
    open.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(says(open, QStringLiteral("Wrote 1 orders with 1 lines.")));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Satchel"));
    QFile file(folder.filePath(QStringLiteral("Orders 2026-11-24.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(orders.number(orders.first)));
    QVERIFY(!text.contains(orders.number(orders.second)));
    file.remove();
}

void OrdersTest::anAccountShowsWhatItBought()
{
    Orders orders;
    OpenWindow open(orders.ana.folder(), orders.story.company.clock());
    open.window().open({schema::entity("account").number, orders.story.company.acme});
    open.settle();
    QPushButton* bought = nullptr;
    for (QPushButton* button : open.window().findChildren<QPushButton*>())
        if (button->isVisible() && button->accessibleName().contains(QStringLiteral("by Spring")))
            bought = button;
    QVERIFY(bought != nullptr);
    QVERIFY(bought->accessibleName().startsWith(QStringLiteral("24 × Pump, 8.55")));
    bought->setFocus();
    open.press(Qt::Key_Space);
    QCOMPARE(open.window().currentPage()->title(), orders.number(orders.first));
}

void OrdersTest::withoutOrdersThePageSaysHowOneIsMade()
{
    DealStory story;
    Laptop& ana = story.company.laptop("ana");
    OpenWindow open(ana.folder(), story.company.clock());
    open.press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(says(open, QStringLiteral("An order is made when a customer accepts a quote")));
    QVERIFY(open.named<QPushButton>(QStringLiteral("Approvals")) == nullptr); // nothing to decide for a salesperson
}

QTEST_MAIN(OrdersTest)
#include "OrdersTest.moc"
