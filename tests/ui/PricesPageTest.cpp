// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PricesPage.h"
#include "core/base/Files.h"
#include "core/exchange/Import.h"
#include "core/sales/PriceLists.h"
#include "tests/core/sales/Shop.h"
#include "tests/support/window/OpenDesk.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/QuoteHand.h"
#include "ui/prices/PriceJobs.h"
#include "ui/prices/PriceModel.h"
#include "ui/prices/ReceiptsPanel.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>

using namespace satchel;
using namespace satchel::test;

/// Price lists in the window: an administrator brings one in, a salesperson sees what is new.
class PricesPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAdministratorSeesTheBadRowMendsItAndPublishes();
    void whatIsChosenOtherwiseIsLookedAtBeforeItIsPublished();
    void aHeaderThatSaysNothingIsMappedOnceAndRemembered();
    void aFileThatIsNoPriceListIsRefusedWithASentence();
    void aSalespersonSeesWhatIsNewAndTheQuotesItTouches();
    void whoDoesNotAdministerCannotPublish();
    void goingBackIsOneMoreRevision();
    void aProductIsFoundAndItsPriceExplained();
    void aPriceIsShownAsOfAnotherDay();
    void columnsInWhichNothingStandsLeaveTheirRoom();
    void clashingPromotionsAreNamed();
    void everyControlHasAName();
    void aPriceFileOfAnotherCompanyIsTaken();
    void whoHasARevisionIsAskedOfTheServer();
};

namespace {

// The prices page of a shop's laptop, with whatever it does in the background done.
struct PricesWindow {
    explicit PricesWindow(Shop& shop) : open(shop.profile.folder, shop.profile.clock)
    {
        press(Qt::Key_7, Qt::ControlModifier);
    }
    [[nodiscard]] ui::PricesPage& page()
    {
        return *qobject_cast<ui::PricesPage*>(open.window().page(QStringLiteral("prices")));
    }
    void idle()
    {
        for (int i = 0; i < 3; ++i) { // a file is read, then looked at, then shown
            page().jobs().finish();
            open.settle();
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        open.press(key, modifiers);
        idle();
    }
    void type(const QString& text) { open.type(text); }
    void import(const QString& file)
    {
        press(Qt::Key_5, Qt::AltModifier);
        open.press(Qt::Key_A, Qt::ControlModifier);
        type(file);
        press(Qt::Key_Return);
    }
    /// The cells of a table or the rows of a list, as they are shown.
    QStringList rows(const QString& name)
    {
        QStringList all;
        const auto* view = open.named<QAbstractItemView>(name);
        for (int row = 0; view != nullptr && row < view->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < view->model()->columnCount(); ++column)
                cells << view->model()->index(row, column).data().toString().replace(QChar(0xA0), QLatin1Char(' '));
            all << cells.join(QLatin1Char('|'));
        }
        return all;
    }
    bool says(const QString& part)
    {
        const auto labels = open.window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().replace(QChar(0xA0), QLatin1Char(' ')).contains(part);
        });
    }

    OpenWindow open;
};

QString fileOf(Shop& shop, const char* name, const char* text)
{
    const QString path = shop.profile.directory.filePath(QString::fromLatin1(name));
    must(writeFile(path.toStdString(), text));
    return path;
}

sales::PriceListRecords listOf(Shop& shop)
{
    ReplicaRecords records(shop.profile.replica->connection());
    return must(sales::readPriceList(records, shop.list));
}

std::string firstPrice(Shop& shop, const Id& product)
{
    ReplicaRecords records(shop.profile.replica->connection());
    const auto list = listOf(shop);
    const auto prices = must(sales::readPrices(records, list, list.newest()->id, product));
    return prices.empty() ? "none" : prices.front().price.toString(2);
}

/// Asks the true server in this process, through the laptop's own engine.
class ServerAtHand final : public ui::SyncGateway {
public:
    explicit ServerAtHand(Laptop& laptop) : m_laptop(laptop) {}
    void syncNow() override {}
    void cancel() override {}
    void giveCredentials(const QString&) override {}
    void editsWaiting() override {}
    void askReceipts(const Id& revision) override
    {
        const auto reply = m_laptop.engine().receipts(revision);
        if (!reply.ok()) {
            Q_EMIT receiptsRefused(QString::fromStdString(reply.error().message));
            return;
        }
        QList<ui::DeviceReceipt> devices;
        for (const ReceiptsReply::Device& device : reply->devices)
            devices << ui::DeviceReceipt{device.user, QString::fromStdString(device.name), device.lastSeen,
                                         device.received};
        Q_EMIT receiptsCame(revision, devices);
    }

private:
    Laptop& m_laptop;
};

void becomeSalesperson(Shop& shop)
{
    auto me = *must(shop.profile.replica->identity());
    me.role = Role::Salesperson;
    must(shop.profile.replica->setIdentity(me));
}

} // namespace

void PricesPageTest::anAdministratorSeesTheBadRowMendsItAndPublishes()
{
    Shop shop;
    const QString path = fileOf(shop, "spring.csv", "code,price\nP-1,11.00\nX-9,5.00\nH-1,2.00\nS-1,50.00\n");
    PricesWindow window(shop);
    window.import(path);
    QCOMPARE(window.rows(QStringLiteral("Rows that cannot be taken")),
             QStringList{QStringLiteral("3|There is no product \"X-9\".|X-9 | 5.00")});
    QVERIFY(window.says(QStringLiteral("Nothing was taken: one of 4 rows cannot be a price.")));
    QVERIFY(window.open.named<QPushButton>(QStringLiteral("Publish")) == nullptr);
    QVERIFY(!sales::readDraft(shop.profile.folder, listOf(shop)).ok());
    window.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(must(readFile(path.toStdString() + ".rejects.csv")).find("X-9") != std::string::npos);

    must(writeFile(path.toStdString(), "code,price\nP-1,11.00\nH-1,2.00\nS-1,50.00\n"));
    window.import(path);
    QCOMPARE(window.rows(QStringLiteral("What is different")),
             QStringList{QStringLiteral("P-1|Pump|Up|10.00 EUR; 9.00 EUR from 20|11.00 EUR|+10 %")});
    window.type(QStringLiteral("2026-12-01"));
    window.press(Qt::Key_Tab);
    window.type(QStringLiteral("Steel is dearer"));
    window.press(Qt::Key_Return, Qt::ControlModifier);
    const auto list = listOf(shop);
    QCOMPARE(list.newest()->value("number").integer(), std::int64_t{2});
    QCOMPARE(list.newest()->value("effective_from").text(), std::string("2026-12-01"));
    QCOMPARE(list.newest()->value("notes").text(), std::string("Steel is dearer"));
    QCOMPARE(firstPrice(shop, shop.pump), std::string("11.00"));
    QCOMPARE(firstPrice(shop, shop.hose), std::string("2.00"));
    QCOMPARE(window.rows(QStringLiteral("Revisions")), (QStringList{QStringLiteral("r2"), QStringLiteral("r1")}));
}

void PricesPageTest::whatIsChosenOtherwiseIsLookedAtBeforeItIsPublished()
{
    Shop shop;
    PricesWindow window(shop);
    window.import(fileOf(shop, "two.csv", "code,price,other\nP-1,11.00,12.00\n"));
    QVERIFY(window.says(QStringLiteral("2 products end"))); // the file is the whole list
    QCOMPARE(window.rows(QStringLiteral("What is different")).size(), 3);
    auto* keeps = window.open.named<QCheckBox>(QStringLiteral("Products the file does not name keep their prices"));
    keeps->setFocus();
    // Publishing at once would publish what was there before the box was ticked.
    QTest::keyClick(keeps, Qt::Key_Space);
    QTest::keyClick(keeps, Qt::Key_Return, Qt::ControlModifier);
    window.idle();
    QCOMPARE(listOf(shop).revisions.size(), std::size_t{1});
    QVERIFY(!window.says(QStringLiteral("products end")));
    QVERIFY(keeps->hasFocus());
    QCOMPARE(window.rows(QStringLiteral("What is different")),
             QStringList{QStringLiteral("P-1|Pump|Up|10.00 EUR; 9.00 EUR from 20|11.00 EUR|+10 %")});

    const auto choose = [&](const char* column, const char* meaning) {
        auto* box = window.open.named<QComboBox>(QStringLiteral("Meaning of ") + QString::fromLatin1(column));
        box->setFocus();
        box->setCurrentIndex(box->findText(QString::fromLatin1(meaning)));
        window.idle();
    };
    choose("price", "Not used");
    choose("other", "Price");
    QVERIFY(window.open.named<QPushButton>(QStringLiteral("Publish")) == nullptr);
    window.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(window.rows(QStringLiteral("What is different")),
             QStringList{QStringLiteral("P-1|Pump|Up|10.00 EUR; 9.00 EUR from 20|12.00 EUR|+20 %")});
    QCOMPARE(listOf(shop).revisions.size(), std::size_t{1});
    window.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(listOf(shop).revisions.size(), std::size_t{2});
    QCOMPARE(firstPrice(shop, shop.pump), std::string("12.00"));
    QCOMPARE(firstPrice(shop, shop.hose), std::string("2.00"));
}

void PricesPageTest::aHeaderThatSaysNothingIsMappedOnceAndRemembered()
{
    Shop shop;
    const QString path = fileOf(shop, "odd.csv", "A,B,price\nP-1,7.00,99\nH-1,2.00,99\nS-1,50.00,99\n");
    {
        PricesWindow window(shop);
        window.import(path);
        QVERIFY(window.says(QStringLiteral("Say on the left which column has the product and which the price")));
        const auto choose = [&](const char* column, const char* meaning) {
            auto* box = window.open.named<QComboBox>(QStringLiteral("Meaning of ") + QString::fromLatin1(column));
            box->setFocus();
            box->setCurrentIndex(box->findText(QString::fromLatin1(meaning)));
        };
        choose("A", "Product (code or name)");
        choose("B", "Price");
        choose("price", "Not used");
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(window.rows(QStringLiteral("What is different")).size(), 1);
        const auto* meaning = window.open.named<QComboBox>(QStringLiteral("Meaning of A"));
        QVERIFY(meaning->width() >= meaning->sizeHint().width()); // "Product (code or name)" is not cut
        window.open.window().remember();
    }
    PricesWindow again(shop);
    again.import(path);
    QCOMPARE(again.rows(QStringLiteral("What is different")),
             QStringList{QStringLiteral("P-1|Pump|Down|10.00 EUR; 9.00 EUR from 20|7.00 EUR|-30 %")});
}

void PricesPageTest::aFileThatIsNoPriceListIsRefusedWithASentence()
{
    Shop shop;
    PricesWindow window(shop);
    window.import(fileOf(shop, "broken.xlsx", "PK\x03\x04 and then nothing"));
    const auto* page = window.open.window().currentPage();
    const auto labels = page->findChildren<QLabel*>();
    const bool said = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->property("kind").toString() == QLatin1String("danger") &&
               label->text().endsWith(QLatin1Char('.'));
    });
    QVERIFY(said);
    QVERIFY(window.open.named<QPushButton>(QStringLiteral("Publish")) == nullptr);
    QCOMPARE(listOf(shop).revisions.size(), std::size_t{1});
}

void PricesPageTest::aSalespersonSeesWhatIsNewAndTheQuotesItTouches()
{
    Shop shop;
    const Id quote = shop.begin();
    shop.line(quote, shop.pump, "24");
    becomeSalesperson(shop);
    {
        PricesWindow window(shop); // the first look: nothing is new
        QVERIFY(window.open.named<QPushButton>(QStringLiteral("See what is new")) == nullptr);
        window.open.window().remember();
    }
    {
        auto me = *must(shop.profile.replica->identity());
        me.role = Role::Administrator;
        must(shop.profile.replica->setIdentity(me));
        shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}});
        shop.publish(3, "2026-12-01", {{shop.hose, "2.50 EUR"}});
        becomeSalesperson(shop);
    }
    PricesWindow window(shop);
    QVERIFY(window.says(QStringLiteral("r3 is new; you last looked at r1.")));
    window.press(Qt::Key_W);
    QCOMPARE(window.rows(QStringLiteral("What is different")),
             (QStringList{QStringLiteral("H-1|Hose|Up|2.00 EUR|2.50 EUR|+25 %"),
                          QStringLiteral("P-1|Pump|Up|10.00 EUR; 9.00 EUR from 20|12.00 EUR|+20 %")}));
    const QStringList quotes = window.rows(QStringLiteral("Open quotes these changes touch"));
    QCOMPARE(quotes.size(), 1);
    QVERIFY(quotes[0].contains(QStringLiteral("Acme")) && quotes[0].contains(QStringLiteral("1 line")));
    QVERIFY(window.open.named<QPushButton>(QStringLiteral("See what is new")) == nullptr); // looked at
    QList<RowKey> opened;
    QObject::connect(&window.page(), &ui::Page::openRequested, &window.page(),
                     [&](const RowKey& row) { opened << row; });
    window.open.named<QListWidget>(QStringLiteral("Open quotes these changes touch"))->setFocus();
    window.press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0].id == quote);
}

void PricesPageTest::whoDoesNotAdministerCannotPublish()
{
    Shop shop;
    shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}});
    becomeSalesperson(shop);
    PricesWindow window(shop);
    QCOMPARE(window.open.named<QTabBar>(QStringLiteral("Views of the price list"))->count(), 4);
    QVERIFY(window.page().primaryAction().isEmpty());
    window.press(Qt::Key_2, Qt::AltModifier);
    window.press(Qt::Key_Down);
    window.press(Qt::Key_B);
    window.press(Qt::Key_Return, Qt::ControlModifier);
    for (const char* name : {"Publish", "Go back to this one", "Who has it", "Import prices"})
        QVERIFY2(window.open.named<QPushButton>(QString::fromLatin1(name)) == nullptr, name);
    QCOMPARE(listOf(shop).revisions.size(), std::size_t{2});
}

void PricesPageTest::goingBackIsOneMoreRevision()
{
    Shop shop;
    shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}});
    PricesWindow window(shop);
    window.press(Qt::Key_2, Qt::AltModifier);
    window.press(Qt::Key_Down);
    window.press(Qt::Key_B);
    QCOMPARE(window.rows(QStringLiteral("What is different")),
             QStringList{QStringLiteral("P-1|Pump|Down|12.00 EUR|10.00 EUR; 9.00 EUR from 20|-16.67 %")});
    window.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(listOf(shop).newest()->value("number").integer(), std::int64_t{3});
    QCOMPARE(firstPrice(shop, shop.pump), std::string("10.00"));
    const auto* timeline = window.open.named<QAbstractItemView>(QStringLiteral("Revisions"));
    QVERIFY(timeline->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("went back to r1")));
    QVERIFY(
        timeline->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Rolled back")));
}

void PricesPageTest::aProductIsFoundAndItsPriceExplained()
{
    Shop shop;
    PricesWindow window(shop);
    QCOMPARE(window.rows(QStringLiteral("Prices")).size(), 3);
    window.press(Qt::Key_Slash);
    window.type(QStringLiteral("pum"));
    window.idle();
    QCOMPARE(window.rows(QStringLiteral("Prices")),
             QStringList{QStringLiteral("P-1|Pump|pc|10.00 EUR|20 or more: 9.00 EUR||||")});
    window.press(Qt::Key_Return);
    window.press(Qt::Key_Return);
    QVERIFY(window.says(QStringLiteral("10.00 EUR each")));
    auto* quantity = window.open.named<QLineEdit>(QStringLiteral("Quantity"));
    quantity->setFocus();
    quantity->selectAll();
    window.type(QStringLiteral("24"));
    window.press(Qt::Key_Return);
    QVERIFY(window.says(QStringLiteral("9.00 EUR each")));
    QVERIFY(window.says(QStringLiteral("The price for 20 or more")));
    QVERIFY(window.says(QStringLiteral("EUR-Retail r1 gives the price")));
}

void PricesPageTest::aPriceIsShownAsOfAnotherDay()
{
    Shop shop;
    shop.publish(2, "2026-12-01", {{shop.pump, "12.00 EUR"}});
    PricesWindow window(shop);
    QVERIFY(window.says(QStringLiteral("3 products · r1")));
    window.press(Qt::Key_D);
    window.type(QStringLiteral("2026-12-24"));
    window.press(Qt::Key_Return);
    QVERIFY(window.says(QStringLiteral("3 products · r2")));
    QCOMPARE(window.rows(QStringLiteral("Prices")).last(), QStringLiteral("S-1|Service|pc|50.00 EUR|||||"));
    QCOMPARE(window.rows(QStringLiteral("Prices")).at(1), QStringLiteral("P-1|Pump|pc|12.00 EUR|||||"));
}

void PricesPageTest::columnsInWhichNothingStandsLeaveTheirRoom()
{
    Shop shop;
    PricesWindow window(shop);
    window.open.window().resize(1280, 720);
    window.idle();
    auto* table = window.open.named<QTableView>(QStringLiteral("Prices"));
    using Column = ui::PriceModel::Column;
    const auto fits = [&](int column, const QString& text) {
        return table->fontMetrics().horizontalAdvance(text) + 8 <= table->columnWidth(column);
    };
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    for (const Column column : {Column::Minimum, Column::ValidFrom, Column::ValidTo, Column::Formula})
        QVERIFY(table->isColumnHidden(column));
    QVERIFY(table->columnWidth(Column::Breaks) > 400);
    QCOMPARE(table->horizontalHeader()->length(), table->viewport()->width());

    window.import(fileOf(shop, "dated.csv",
                         "code,price,min_quantity,valid_from,valid_to\nP-1,11.00,1,2026-01-01,2029-12-28\n"
                         "P-1,9.50,10,2026-01-01,2029-12-28\nP-1,9.00,50,2026-01-01,2029-12-28\n"));
    window.press(Qt::Key_Return, Qt::ControlModifier);
    window.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!table->isColumnHidden(Column::ValidFrom) && !table->isColumnHidden(Column::ValidTo));
    QVERIFY(table->isColumnHidden(Column::Formula));
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    for (const Column column : {Column::ValidFrom, Column::ValidTo, Column::Breaks})
        QVERIFY(fits(column, table->model()->index(0, column).data().toString()));
}

void PricesPageTest::clashingPromotionsAreNamed()
{
    Shop shop;
    shop.promote("Spring", "percent", {{"percent", Shop::of("5")}, {"priority", std::int64_t{10}}});
    shop.promote("Easter", "percent", {{"percent", Shop::of("7")}, {"priority", std::int64_t{10}}});
    PricesWindow window(shop);
    window.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(window.rows(QStringLiteral("Promotions")),
             (QStringList{QStringLiteral("Easter · 7 % off · priority 10"),
                          QStringLiteral("Spring · 5 % off · priority 10")}));
    window.press(Qt::Key_C, Qt::AltModifier);
    const QStringList clashes = window.rows(QStringLiteral("Clashes"));
    QCOMPARE(clashes.size(), 1);
    QVERIFY(clashes[0].contains(QStringLiteral("clash for Acme")));
    QVERIFY(clashes[0].contains(QStringLiteral("same priority")));
}

void PricesPageTest::everyControlHasAName()
{
    Shop shop;
    shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}});
    PricesWindow window(shop);
    window.import(fileOf(shop, "good.csv", "code,price\nP-1,13.00\n"));
    QStringList nameless;
    const auto widgets = window.page().findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->accessibleName().isEmpty() &&
            !widget->objectName().startsWith(QLatin1String("qt_")))
            nameless << QString::fromLatin1(widget->metaObject()->className());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void PricesPageTest::aPriceFileOfAnotherCompanyIsTaken()
{
    const std::string path = SATCHEL_SHARED_DATA "/crm-northwind/Products.csv";
    const auto file = readFile(path);
    if (!file.ok())
        QSKIP("the shared data are not there");
    Shop shop;
    QCOMPARE(must(importCsv(*shop.profile.replica, *file,
                            {.entity = &schema::entity("product"),
                             .columns = {{"ProductName", "name"}, {"QuantityPerUnit", "unit"}},
                             .key = {"name"}}))
                 .created,
             77);
    PricesWindow window(shop);
    window.import(QString::fromStdString(path));
    QVERIFY(window.says(QStringLiteral("77")));
    const QStringList different = window.rows(QStringLiteral("What is different"));
    QVERIFY2(different.size() >= 77, qPrintable(different.join(QLatin1Char('\n'))));
    QVERIFY(std::any_of(different.begin(), different.end(), [](const QString& row) {
        return row.contains(QStringLiteral("Côte de Blaye")) && row.contains(QStringLiteral("263.50 EUR"));
    }));
    window.press(Qt::Key_Return, Qt::ControlModifier);
    const auto list = listOf(shop);
    QCOMPARE(list.newest()->value("number").integer(), std::int64_t{2});
    const auto chai = must(shop.profile.replica->resolve(schema::entity("product"), "Chai"));
    QCOMPARE(firstPrice(shop, chai), std::string("18.00"));
    QCOMPARE(firstPrice(shop, shop.pump), std::string("none")); // the file is the whole list
}

void PricesPageTest::whoHasARevisionIsAskedOfTheServer()
{
    Company company;
    Laptop& admin = company.laptop("admin");
    Laptop& ana = company.laptop("ana");
    const Id revision = company.clock().newId();
    must(admin.replica().commit(
        QuoteHand(admin.replica()).publishing(company.priceList, 1, {}, {{company.product, "13.00 EUR"}}, revision)));
    admin.sync();
    ServerAtHand gateway(admin);
    OpenDesk desk(admin.folder(), company.clock());
    auto* panel = new ui::ReceiptsPanel(desk.desk(), gateway, nullptr);
    desk.show(panel);
    panel->ask(revision, QStringLiteral("r1"));
    desk.settle();
    auto* devices = desk.named<QListWidget>(QStringLiteral("Devices"));
    QVERIFY(devices != nullptr);
    const auto lines = [&] {
        QStringList all;
        for (int i = 0; i < devices->count(); ++i)
            all << devices->item(i)->text();
        return all.filter(QStringLiteral("ana"), Qt::CaseInsensitive).join(QLatin1Char('\n'));
    };
    QVERIFY2(lines().contains(QStringLiteral("does not have it yet")), qPrintable(lines()));
    ana.sync();
    ana.sync(); // what was only sent does not count
    panel->ask(revision, QStringLiteral("r1"));
    desk.settle();
    QVERIFY2(lines().contains(QStringLiteral("has it")), qPrintable(lines()));
    QVERIFY(desk.says<QLabel>(QStringLiteral("devices have r1.")));
}

QTEST_MAIN(PricesPageTest)
#include "PricesPageTest.moc"
