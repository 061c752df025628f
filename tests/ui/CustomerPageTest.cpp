// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/charts/BarChart.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordDetail.h"
#include "ui/records/RecordPage.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QUrl>

using namespace satchel;
using namespace satchel::test;

/// Everything about a customer on one page, and the ways to reach him.
class CustomerPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSitesAreATreeThatOpensByKey();
    void whatHeBoughtIsAChartThatCanBeHeard();
    void aPersonsRoleIsChosenWhereHeStands();
    void openDealsStandOnThePage();
    void aCallIsOfferedToTheLog();
    void aLetterBeginsWithTheName();
    void noIsOneKeyAndNothingIsLogged();
    void whatAnAddressHoldsIsNothingMoreThanAnAddress();
    void nothingIsCutOffBesideTheList();
    void pictures();

public Q_SLOTS:
    void openUrl(const QUrl& url) { m_urls << url; }

private:
    QList<QUrl> m_urls;
};

namespace {

struct CustomerStory : Profile {
    explicit CustomerStory(Role role = Role::Administrator) : Profile(role)
    {
        acme = add("account",
                   {{"name", Value("Acme Pumps")}, {"status", Value("customer")}, {"phone", Value("+34 91 000 0001")}});
        north = add("account", {{"name", Value("Acme North")}, {"parent", Value(acme)}});
        port = add("account", {{"name", Value("Acme Port")}, {"parent", Value(north)}});
        ana = add("contact", {{"first_name", Value("Ana")},
                              {"last_name", Value("Ruiz")},
                              {"account", Value(acme)},
                              {"mobile", Value("+34 600 123 456")},
                              {"email", Value("ana@acme.example")}});
        add("opportunity",
            {{"name", Value("Pumps for the port")}, {"account", Value(acme)}, {"value", Value("12000.00 EUR")}});
    }
    // As the server gives it: a laptop makes orders of quotes only.
    void ordered(const Id& account, const char* day, const char* net)
    {
        const Entity& entity = schema::entity("order");
        const std::string id(clock.newId().view());
        auto statement =
            must(replica->connection().prepare("INSERT INTO \"" + entity.name +
                                               "\"(id, rev, root, sort, number, account, ordered_on, currency, net) "
                                               "VALUES(?1, 1, ?2, '', ?3, ?2, ?4, 'EUR', ?5)"));
        statement.bind(1, *Id::fromBytes(id)).bind(2, account).bindText(3, day).bindText(4, day).bindText(5, net);
        must(statement.run());
    }
    Id acme;
    Id north;
    Id port;
    Id ana;
};

void openAccount(OpenWindow& open, const Id& account)
{
    open.window().open({schema::entity("account").number, account});
    open.settle();
}

} // namespace

void CustomerPageTest::theSitesAreATreeThatOpensByKey()
{
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.north);
    auto* tree = open.named<QTreeWidget>(QStringLiteral("Sites"));
    QVERIFY(tree != nullptr);
    QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("Acme Pumps"));
    QCOMPARE(tree->currentItem()->text(0), QStringLiteral("Acme North"));
    QCOMPARE(tree->currentItem()->child(0)->text(0), QStringLiteral("Acme Port"));
    tree->setFocus();
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->currentRecord()->id, story.port);
}

void CustomerPageTest::whatHeBoughtIsAChartThatCanBeHeard()
{
    CustomerStory story;
    story.ordered(story.acme, "2025-03-01", "1000.00 EUR");
    story.ordered(story.port, "2026-04-01", "2500.50 EUR"); // a site
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.acme);
    auto* chart = open.window().findChild<ui::BarChart*>();
    QVERIFY(chart != nullptr && chart->isVisible());
    QVERIFY2(chart->accessibleName().simplified().contains(QStringLiteral("2025: 1,000.00 EUR")),
             qPrintable(chart->accessibleName()));
    QVERIFY(chart->accessibleName().simplified().contains(QStringLiteral("2026: 2,500.50 EUR")));
    openAccount(open, story.north); // its own sites only
    QVERIFY(chart->accessibleName().simplified().contains(QStringLiteral("2026")));
    QVERIFY(!chart->accessibleName().simplified().contains(QStringLiteral("2025")));
}

void CustomerPageTest::aPersonsRoleIsChosenWhereHeStands()
{
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.acme);
    QAbstractButton* row = nullptr;
    for (auto* button : open.window().findChildren<QAbstractButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Ana Ruiz")) && button->isVisible())
            row = button;
    QVERIFY(row != nullptr);
    row->setFocus();
    open.press(Qt::Key_R);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    open.settle();
    QCOMPARE(story.value("contact", story.ana, "decision_role"), Value("decision_maker"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(story.value("contact", story.ana, "decision_role").isNull());
}

void CustomerPageTest::openDealsStandOnThePage()
{
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.acme);
    bool found = false;
    for (auto* button : open.window().findChildren<QAbstractButton*>())
        found |= button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Pumps for the port"));
    QVERIFY(found);
}

void CustomerPageTest::aCallIsOfferedToTheLog()
{
    QDesktopServices::setUrlHandler(QStringLiteral("tel"), this, "openUrl");
    m_urls.clear();
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.ana});
    open.settle();
    open.press(Qt::Key_P);
    QDesktopServices::unsetUrlHandler(QStringLiteral("tel"));
    QCOMPARE(m_urls.size(), 1);
    QCOMPARE(m_urls[0].toString(), QStringLiteral("tel:+34600123456"));
    open.press(Qt::Key_Space); // back from the telephone: the button that logs it has the keyboard
    open.type(QStringLiteral("wants price"));
    open.press(Qt::Key_Return);
    const auto logged =
        must(story.replica->list({.entity = &schema::entity("activity"), .search = {}, .after = {}})).rows;
    QCOMPARE(logged.size(), std::size_t{1});
    QCOMPARE(logged[0].value("kind"), Value("call"));
    QCOMPARE(logged[0].value("contact"), Value(story.ana));
    QVERIFY(logged[0].value("subject").text().find("wants price") != std::string::npos);
}

void CustomerPageTest::aLetterBeginsWithTheName()
{
    QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "openUrl");
    m_urls.clear();
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.ana});
    open.settle();
    open.press(Qt::Key_W);
    QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    QCOMPARE(m_urls.size(), 1);
    QCOMPARE(m_urls[0].path(), QStringLiteral("ana@acme.example"));
    QVERIFY(QUrl::fromPercentEncoding(m_urls[0].query(QUrl::FullyEncoded).toLatin1())
                .startsWith(QStringLiteral("body=Dear Ana Ruiz,")));
    QVERIFY(open.named<QPushButton>(QStringLiteral("Log it")) != nullptr);
}

void CustomerPageTest::noIsOneKeyAndNothingIsLogged()
{
    QDesktopServices::setUrlHandler(QStringLiteral("tel"), this, "openUrl");
    CustomerStory story;
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.acme);
    open.press(Qt::Key_P);
    QDesktopServices::unsetUrlHandler(QStringLiteral("tel"));
    QVERIFY(open.named<QPushButton>(QStringLiteral("Not now")) != nullptr);
    QTest::mouseClick(open.named<QPushButton>(QStringLiteral("Not now")), Qt::LeftButton);
    open.settle();
    QVERIFY(open.named<QPushButton>(QStringLiteral("Not now")) == nullptr);
    QVERIFY(must(story.replica->list({.entity = &schema::entity("activity"), .search = {}, .after = {}})).rows.empty());
}

void CustomerPageTest::whatAnAddressHoldsIsNothingMoreThanAnAddress()
{
    QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "openUrl");
    m_urls.clear();
    CustomerStory story;
    const Id odd = story.add("contact", {{"first_name", Value("Eve & bcc=all@acme.example")},
                                         {"last_name", Value("X?subject=1")},
                                         {"email", Value("eve?cc=boss@acme.example")}});
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, odd});
    open.settle();
    open.press(Qt::Key_W);
    QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    QCOMPARE(m_urls.size(), 1);
    const QString letter = QString::fromLatin1(m_urls[0].toEncoded());
    QCOMPARE(letter.count(QLatin1Char('?')), 1); // the one we made
    QCOMPARE(letter.count(QLatin1Char('&')), 0);
    QVERIFY(!letter.contains(QStringLiteral("cc=boss")) || letter.indexOf(QStringLiteral("%3Fcc=boss")) > 0);
}

void CustomerPageTest::nothingIsCutOffBesideTheList()
{
    CustomerStory story;
    story.set("contact", story.ana,
              {{"phone", Value("+34 973 765 241")}, {"email", Value("ana.ruiz.contracting.department@acme.example")}});
    OpenWindow open(story.folder, story.clock);
    open.window().go(QStringLiteral("contact"));
    open.settle();
    auto* page = qobject_cast<ui::RecordPage*>(open.window().currentPage());
    QVERIFY(page->detail().isVisible() && page->list().isVisible());
    const auto* scroll = page->detail().findChild<QScrollArea*>();
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
             qPrintable(QStringLiteral("%1 > %2").arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
}

void CustomerPageTest::pictures()
{
    const QString folder = qEnvironmentVariable("SATCHEL_TEST_PICTURES");
    if (folder.isEmpty())
        QSKIP("SATCHEL_TEST_PICTURES names no folder");
    CustomerStory story;
    story.ordered(story.acme, "2023-03-01", "11000.00 EUR");
    story.ordered(story.acme, "2025-03-01", "41000.00 EUR");
    story.ordered(story.port, "2026-04-01", "25000.50 EUR");
    OpenWindow open(story.folder, story.clock);
    openAccount(open, story.acme);
    open.window().resize(1280, 1500);
    open.settle();
    open.window().grab().save(folder + QStringLiteral("/account.png"));
    open.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    open.settle();
    open.window().grab().save(folder + QStringLiteral("/account-dark.png"));
}

QTEST_MAIN(CustomerPageTest)
#include "CustomerPageTest.moc"
