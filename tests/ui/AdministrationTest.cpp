// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "ui/administration/AdminGateway.h"
#include "ui/prices/RecordChooser.h"
#include "ui/shell/Page.h"
#include "ui/widgets/Sheet.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>

using namespace satchel;
using namespace satchel::test;

namespace {

/// The administration's way to the true server in this process, through the laptop's own engine.
class ServerAtHand final : public ui::AdminGateway {
public:
    explicit ServerAtHand(Laptop& laptop) : m_laptop(laptop) {}
    bool offline = false;

    void askOverview() override
    {
        const auto overview = m_laptop.engine().overview();
        later([this, overview] {
            if (!offline && overview.ok())
                Q_EMIT overviewCame(*overview);
            else
                Q_EMIT overviewRefused(QStringLiteral("The server cannot be reached."));
        });
    }
    void perform(int ticket, const AdminDeed& deed) override
    {
        if (offline) {
            later([this, ticket] { Q_EMIT refused(ticket, QStringLiteral("The server cannot be reached.")); });
            return;
        }
        must(m_laptop.trySync());
        const auto done = m_laptop.engine().administer(deed);
        later([this, ticket, done] {
            if (done.ok())
                Q_EMIT performed(ticket, *done);
            else
                Q_EMIT refused(ticket, QString::fromStdString(done.error().message));
            askOverview();
        });
    }
    void changePassword(const QString& present, const QString& chosen) override
    {
        const Status done =
            m_laptop.engine().changePassword({.present = present.toStdString(), .chosen = chosen.toStdString()});
        later([this, done] {
            if (done.ok())
                Q_EMIT passwordChanged();
            else
                Q_EMIT passwordRefused(QString::fromStdString(done.error().message));
        });
    }

private:
    void later(std::function<void()> what) { QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection); }

    Laptop& m_laptop;
};

struct Desk {
    explicit Desk(Company& theCompany) : company(theCompany), open(admin.folder(), company.clock(), &server)
    {
        open.press(Qt::Key_0, Qt::ControlModifier);
    }
    [[nodiscard]] ui::Sheet* sheet(const char* name) { return open.named<ui::Sheet>(QString::fromUtf8(name)); }
    /// Puts the selection on the row that has this text in it.
    void choose(ui::Sheet* sheet, const QString& text)
    {
        for (int row = 0; row < sheet->rowCount(); ++row)
            for (int column = 0; column < sheet->columnCount(); ++column)
                if (sheet->item(row, column)->text() == text)
                    sheet->setCurrentCell(row, 0);
        sheet->setFocus();
    }
    [[nodiscard]] QStringList column(ui::Sheet* sheet, int column)
    {
        QStringList texts;
        for (int row = 0; row < sheet->rowCount(); ++row)
            texts << sheet->item(row, column)->text().trimmed();
        return texts;
    }
    [[nodiscard]] bool says(const QString& text)
    {
        for (const QLabel* label : open.window().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }
    /// With a password of his own, or with a given one that he has to change first.
    [[nodiscard]] bool maySignIn(const std::string& login, const std::string& password)
    {
        const auto reply = company.service().login({.program = "test",
                                                    .login = login,
                                                    .password = password,
                                                    .device = std::nullopt,
                                                    .deviceName = "desk",
                                                    .incarnation = company.clock().newId(),
                                                    .secret = company.clock().random(32)});
        return reply.ok() || administering::wantsNewPassword(reply.error());
    }

    Company& company;
    Laptop& admin = company.laptop("admin");
    ServerAtHand server{admin};
    OpenWindow open;
};

} // namespace

/// The administrator's page: colleagues, territories, giving away, devices, alerts.
class AdministrationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyAdministratorsAreLedThere();
    void aNewColleagueHasAPasswordAfterANameAndTwoKeys();
    void somebodyIsLockedAndTheUndoLetsHimIn();
    void theTreeOfTerritoriesIsDrawnByKeyboard();
    void whatMovesIsShownFirstThenItIsOneDeedThatCanBeUndone();
    void aLostLaptopIsShutOut();
    void whereNothingIsToBeDoneThatIsSaidInTheMiddle();
    void heldDeletionsAreCarriedOut();
    void withoutTheServerTheLastKnownIsShownAndSaidToBeOld();
    void anybodyChangesHisOwnPassword();
};

void AdministrationTest::onlyAdministratorsAreLedThere()
{
    Company company;
    Laptop& dora = company.laptop("dora");
    OpenWindow open(dora.folder(), company.clock());
    QVERIFY(open.window().page(QStringLiteral("administration")) == nullptr);
    QVERIFY(open.named<QPushButton>(QStringLiteral("Administration")) == nullptr);
}

void AdministrationTest::aNewColleagueHasAPasswordAfterANameAndTwoKeys()
{
    Company company;
    Desk desk(company);
    QCOMPARE(desk.open.window().currentPage()->title(), QStringLiteral("Administration"));
    QVERIFY(desk.open.named<QPushButton>(QStringLiteral("New colleague")) != nullptr); // and no second button for it
    QVERIFY(desk.open.named<QPushButton>(QStringLiteral("New")) == nullptr);
    desk.open.press(Qt::Key_N);
    desk.open.type(QStringLiteral("Bert Brot"));
    desk.open.press(Qt::Key_Tab); // the login is made of the name
    QCOMPARE(desk.open.named<QLineEdit>(QStringLiteral("Login"))->text(), QStringLiteral("bert"));
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    // At once the question for a first password; left empty, the server makes one.
    QVERIFY(desk.says(QStringLiteral("Bert Brot cannot sign in yet")));
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    desk.open.settle();
    auto* shown = desk.open.named<QLineEdit>(QStringLiteral("Password of Bert Brot"));
    QVERIFY(shown != nullptr);
    QVERIFY(desk.maySignIn("bert", shown->text().toStdString()));
    desk.open.press(Qt::Key_Escape);
    QVERIFY(desk.open.named<QLineEdit>(QStringLiteral("Password of Bert Brot")) == nullptr); // shown once
    QVERIFY(desk.column(desk.sheet("Colleagues"), 1).contains(QStringLiteral("bert")));
    // A login twice is refused with a sentence, and what was typed stays.
    desk.open.press(Qt::Key_N);
    desk.open.type(QStringLiteral("Bert Zwei"));
    desk.open.press(Qt::Key_Tab);
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.says(QStringLiteral("There is already a colleague with the login")));
    QCOMPARE(desk.open.named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("Bert Zwei"));
}

void AdministrationTest::somebodyIsLockedAndTheUndoLetsHimIn()
{
    Company company;
    Laptop& carl = company.laptop("carl");
    Desk desk(company);
    auto* people = desk.sheet("Colleagues");
    desk.choose(people, QStringLiteral("carl"));
    desk.open.press(Qt::Key_L);
    QVERIFY(desk.column(people, 5).contains(QStringLiteral("Locked")));
    desk.admin.sync();
    QCOMPARE(carl.trySync().error().kind, ErrorKind::Unauthorized);
    desk.open.press(Qt::Key_Z, Qt::ControlModifier);
    desk.admin.sync();
    carl.signIn();
    carl.sync();
    // Nobody shuts himself out.
    desk.choose(people, QStringLiteral("admin"));
    desk.open.press(Qt::Key_L);
    desk.admin.sync();
    QVERIFY(desk.admin.trySync().ok());
}

void AdministrationTest::theTreeOfTerritoriesIsDrawnByKeyboard()
{
    Company company;
    Desk desk(company);
    desk.open.press(Qt::Key_2, Qt::AltModifier);
    auto* tree = desk.sheet("Territories");
    QCOMPARE(desk.column(tree, 0),
             QStringList({QStringLiteral("World"), QStringLiteral("North"), QStringLiteral("South")}));
    desk.choose(tree, QStringLiteral("World"));
    desk.open.press(Qt::Key_N);
    desk.open.type(QStringLiteral("East"));
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.column(tree, 0).contains(QStringLiteral("East")));
    // Move it below South.
    for (int row = 0; row < tree->rowCount(); ++row)
        if (tree->item(row, 0)->text().trimmed() == QStringLiteral("East"))
            tree->setCurrentCell(row, 0);
    tree->setFocus();
    desk.open.press(Qt::Key_M);
    desk.open.type(QStringLiteral("South"));
    auto* parent = desk.open.named<QComboBox>(QStringLiteral("Lies in"));
    QVERIFY(parent != nullptr && parent->hasFocus());
    QCOMPARE(parent->currentText(), QStringLiteral("South · World"));
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    const Id east = must(desk.admin.replica().resolve(schema::entity("territory"), "East"));
    QCOMPARE(desk.admin.value("territory", east, "parent"), company.south.toString());
    tree->setFocus();
    // South has accounts, and East below it.
    for (int row = 0; row < tree->rowCount(); ++row)
        if (tree->item(row, 0)->text().trimmed() == QStringLiteral("South"))
            tree->setCurrentCell(row, 0);
    desk.open.press(Qt::Key_Delete);
    QVERIFY(desk.column(tree, 0).contains(QStringLiteral("South")));
    for (int row = 0; row < tree->rowCount(); ++row)
        if (tree->item(row, 0)->text().trimmed() == QStringLiteral("East"))
            tree->setCurrentCell(row, 0);
    desk.open.press(Qt::Key_Delete);
    QVERIFY(!desk.column(tree, 0).contains(QStringLiteral("East")));
    desk.open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.column(tree, 0).contains(QStringLiteral("East")));
}

void AdministrationTest::whatMovesIsShownFirstThenItIsOneDeedThatCanBeUndone()
{
    Company company;
    company.laptop("carl");
    Desk desk(company);
    desk.choose(desk.sheet("Colleagues"), QStringLiteral("carl"));
    desk.open.press(Qt::Key_G);
    desk.open.type(QStringLiteral("Dora"));
    desk.open.press(Qt::Key_Return);
    desk.open.settle();
    QVERIFY(desk.says(QStringLiteral("Moves: 1 account")));
    auto* people = desk.sheet("Whom it concerns");
    QVERIFY(people != nullptr);
    QVERIFY(desk.column(people, 0).contains(QStringLiteral("Carl Seller")));
    QVERIFY(desk.column(people, 3).filter(QStringLiteral("since his last sync")).size() == 1);
    QCOMPARE(desk.admin.value("account", company.zeta, "owner"), company.id("carl").toString());
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.admin.value("account", company.zeta, "owner"), company.id("dora").toString());
    desk.open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.admin.value("account", company.zeta, "owner"), company.id("carl").toString());
}

void AdministrationTest::aLostLaptopIsShutOut()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    company.clock().advance(40 * HandEnvironment::day);
    Desk desk(company);
    desk.open.press(Qt::Key_4, Qt::AltModifier);
    auto* devices = desk.sheet("Devices");
    desk.choose(devices, QStringLiteral("Ana Seller"));
    QVERIFY(desk.column(devices, 4).contains(QStringLiteral("Not here for over 30 days")));
    ana.signIn();
    desk.open.press(Qt::Key_X);
    QVERIFY(desk.says(QStringLiteral("What was written on it and not sent stays there, in a file.")));
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    desk.open.settle();
    QCOMPARE(ana.trySync().error().kind, ErrorKind::Forbidden);
    QVERIFY(desk.column(devices, 4).contains(QStringLiteral("Shut out")));
    desk.choose(devices, QStringLiteral("Ana Seller"));
    desk.open.press(Qt::Key_A);
    desk.open.settle();
    ana.signIn();
    ana.sync();
}

void AdministrationTest::whereNothingIsToBeDoneThatIsSaidInTheMiddle()
{
    Company company;
    Desk desk(company);
    desk.open.press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(desk.says(QStringLiteral("Nothing wants your attention.")));
    auto* alerts = desk.sheet("Alerts");
    QVERIFY(alerts->hasFocus() && !alerts->horizontalHeader()->isVisible());
    desk.open.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(desk.sheet("Colleagues")->hasFocus());
}

void AdministrationTest::heldDeletionsAreCarriedOut()
{
    Company company;
    Laptop& dora = company.laptop("dora");
    std::vector<Id> leads;
    for (int i = 0; i < 60; ++i)
        leads.push_back(
            dora.add("lead", {{"name", "Lead " + std::to_string(i)}, {"territory", company.north.toString()}}));
    dora.sync();
    for (const Id& lead : leads)
        dora.remove("lead", lead);
    dora.sync();
    Desk desk(company);
    QVERIFY(desk.open.named<QPushButton>(QStringLiteral("Administration, 1 waiting")) != nullptr);
    desk.open.press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(desk.says(QStringLiteral("The deletions wait for you")));
    desk.open.press(Qt::Key_R);
    desk.open.settle();
    QVERIFY(desk.says(QStringLiteral("can be brought back")));
    desk.admin.sync();
    QCOMPARE(desk.admin.count("lead"), 0);
    desk.open.press(Qt::Key_H); // what was done
    QVERIFY(!desk.column(desk.sheet("Alerts"), 2).filter(QStringLiteral("released deletions")).isEmpty());
}

void AdministrationTest::withoutTheServerTheLastKnownIsShownAndSaidToBeOld()
{
    Company company;
    company.laptop("ana");
    Desk desk(company);
    desk.open.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(desk.sheet("Devices")->rowCount(), 2);
    desk.server.offline = true;
    desk.open.press(Qt::Key_5, Qt::AltModifier);
    desk.open.press(Qt::Key_4, Qt::AltModifier);
    desk.open.settle();
    QVERIFY(desk.says(QStringLiteral("cannot be reached now")));
    QCOMPARE(desk.sheet("Devices")->rowCount(), 2);
    desk.choose(desk.sheet("Devices"), QStringLiteral("Ana Seller"));
    desk.open.press(Qt::Key_X);
    desk.open.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.says(QStringLiteral("The server cannot be reached.")));
}

void AdministrationTest::anybodyChangesHisOwnPassword()
{
    Company company;
    Desk desk(company);
    desk.open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    desk.open.type(QStringLiteral("wrong"));
    desk.open.press(Qt::Key_Tab);
    desk.open.type(QStringLiteral("a better one"));
    desk.open.press(Qt::Key_Tab);
    desk.open.type(QStringLiteral("a better two"));
    desk.open.press(Qt::Key_Return);
    QVERIFY(desk.says(QStringLiteral("The two new ones are not the same.")));
    desk.open.named<QLineEdit>(QStringLiteral("New password once more"))->setText(QStringLiteral("a better one"));
    desk.open.press(Qt::Key_Return);
    desk.open.settle();
    QVERIFY(desk.says(QStringLiteral("The present password is wrong.")));
    desk.open.named<QLineEdit>(QStringLiteral("Present password"))->setText(QStringLiteral("demo"));
    desk.open.press(Qt::Key_Return);
    desk.open.settle();
    QVERIFY(desk.maySignIn("admin", "a better one"));
    QVERIFY(!desk.maySignIn("admin", "demo"));
}

QTEST_MAIN(AdministrationTest)
#include "AdministrationTest.moc"
