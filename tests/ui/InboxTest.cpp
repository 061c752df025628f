// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "ui/inbox/InboxEntry.h"
#include "ui/shell/Page.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace satchel;
using namespace satchel::test;

/// Two people changed the same thing; the window explains it and lets one swap it.
class InboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConflictReadsAsASentence();
    void usingMineTakesTwoKeys();
    void severalAreAnsweredAtOnceAndCtrlZTakesAllOfItBack();
    void whatWasRefusedIsEditedWhereItStandsAndSentAgain();
    void whatWasRefusedCanBeCopiedAndDiscarded();
    void aNewRecordThatWasRefusedAndSentAnewIsAnswered();
    void twoThatMayBeOneAreSetSideBySide();
};

namespace {

// Ana and Ben both set the phone of Ana Ruiz while offline; Ben's edit is later.
void disagree(Company& company, Laptop& ana, Laptop& ben)
{
    ana.set("contact", company.anaRuiz, {{"phone", "111"}});
    company.clock().advance(HandEnvironment::day);
    ben.set("contact", company.anaRuiz, {{"phone", "222"}});
    company.clock().advance(HandEnvironment::day);
    ana.sync();
    ben.sync();
    ana.sync();
}

// Ana may only read for a while, does not know it yet, and sets a phone; then she may write again.
void refuse(Company& company, Laptop& ana)
{
    Laptop& admin = company.laptop("admin");
    admin.set("user", company.id("ana"), {{"role", "marketing"}});
    admin.sync();
    ana.set("contact", company.anaRuiz, {{"phone", "+34 600 9"}});
    ana.sync();
    admin.set("user", company.id("ana"), {{"role", "salesperson"}});
    admin.sync();
    ana.sync();
}

} // namespace

void InboxTest::aConflictReadsAsASentence()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& ben = company.laptop("ben");
    disagree(company, ana, ben);
    const auto entries = ui::loadInbox(ana.replica(), company.id("ana"), company.clock().now());
    QCOMPARE(entries.size(), std::size_t{1});
    const QString name = entries[0].b.mine ? entries[0].a.who : entries[0].b.who;
    QVERIFY(entries[0].sentence.startsWith(QStringLiteral("You set the phone of Ana Ruiz to \"111\" on ")));
    QVERIFY(entries[0].sentence.contains(QStringLiteral("; %1 set it to \"222\" yesterday at ").arg(name)));
    QVERIFY(entries[0].sentence.endsWith(QStringLiteral("%1's is kept.").arg(name.section(QLatin1Char(' '), 0, 0))));
    QVERIFY(entries[0].canSwap);
}

void InboxTest::usingMineTakesTwoKeys()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& ben = company.laptop("ben");
    disagree(company, ana, ben);
    {
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_I, Qt::ControlModifier);
        open.press(Qt::Key_U);
    }
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("111"));
    ana.sync();
    ben.sync();
    QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), std::string("111"));
}

void InboxTest::severalAreAnsweredAtOnceAndCtrlZTakesAllOfItBack()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& ben = company.laptop("ben");
    ana.set("contact", company.boLee, {{"phone", "333"}});
    company.clock().advance(HandEnvironment::day);
    ben.set("contact", company.boLee, {{"phone", "444"}});
    disagree(company, ana, ben);
    QCOMPARE(ana.inbox().size(), std::size_t{2});
    {
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_I, Qt::ControlModifier);
        open.press(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(open.named<QPushButton>(QStringLiteral("Use the other values")) != nullptr);
        open.press(Qt::Key_U);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("111"));
        QCOMPARE(ana.value("contact", company.boLee, "phone"), std::string("333"));
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("222"));
        QCOMPARE(ana.value("contact", company.boLee, "phone"), std::string("444"));
    }
    ana.sync();
    for (const InboxItem& item : ana.inbox())
        QCOMPARE(item.state, std::string("open"));
    QCOMPARE(ana.waiting(), 0);
    QVERIFY(ana.agreesWithServer());
}

void InboxTest::whatWasRefusedIsEditedWhereItStandsAndSentAgain()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& ben = company.laptop("ben");
    refuse(company, ana);
    {
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_I, Qt::ControlModifier);
        open.press(Qt::Key_E);
        auto* edit = open.named<QLineEdit>(QStringLiteral("Phone"));
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->text(), QStringLiteral("+34 600 9")); // what she had typed
        edit->end(false);
        open.type(QStringLiteral("9"));
        Q_EMIT open.gateway().checkpointPublished(); // a sync meanwhile does not close it
        open.settle();
        QVERIFY(open.named<QLineEdit>(QStringLiteral("Phone")) == edit);
        open.press(Qt::Key_Return);
        QVERIFY(open.named<QLineEdit>(QStringLiteral("Phone")) == nullptr);
    }
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("+34 600 99"));
    ana.sync();
    ben.sync();
    QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), std::string("+34 600 99"));
    QCOMPARE(ana.inbox()[0].state, std::string("taken"));
    QVERIFY(ana.agreesWithServer());
}

void InboxTest::whatWasRefusedCanBeCopiedAndDiscarded()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    refuse(company, ana);
    const std::string before = ana.value("contact", company.anaRuiz, "phone");
    OpenWindow open(ana.folder(), company.clock());
    open.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(open.named<QPushButton>(QStringLiteral("Discard")) != nullptr);
    open.press(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("+34 600 9"));
    open.press(Qt::Key_K);
    QCOMPARE(ana.inbox()[0].state, std::string("dismissed"));
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), before);
}

void InboxTest::aNewRecordThatWasRefusedAndSentAnewIsAnswered()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& admin = company.laptop("admin");
    admin.set("user", company.id("ana"), {{"role", "marketing"}});
    admin.sync();
    ana.add("contact", {{"last_name", "Nuevo"}, {"account", "Acme"}, {"phone", "1"}});
    ana.sync();
    admin.set("user", company.id("ana"), {{"role", "salesperson"}});
    admin.sync();
    ana.sync();
    QCOMPARE(ana.inbox()[0].state, std::string("rejected"));
    {
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_I, Qt::ControlModifier);
        open.press(Qt::Key_E);
        auto* edit = open.named<QLineEdit>(QStringLiteral("Last name"));
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->text(), QStringLiteral("Nuevo"));
        open.press(Qt::Key_Return);
        QCOMPARE(ana.labels("contact", "Nuevo").size(), std::size_t{1});
        QCOMPARE(ana.inbox()[0].state, std::string("taken")); // no discarding by hand
        open.press(Qt::Key_Z, Qt::ControlModifier);           // one step back: the record goes, the question is open
        QVERIFY(ana.labels("contact", "Nuevo").empty());
        QCOMPARE(ana.inbox()[0].state, std::string("rejected"));
    }
    ana.sync();
    QVERIFY(ana.agreesWithServer());
}

void InboxTest::twoThatMayBeOneAreSetSideBySide()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    ana.set("contact", company.anaRuiz, {{"email", "ruiz@acme.example"}});
    ana.sync();
    const Id second = ana.add("contact", {{"last_name", "Ruiz"}, {"account", "Acme"}, {"email", "ruiz@acme.example"}});
    ana.sync();
    QCOMPARE(ana.inbox()[0].rule, std::string("duplicate"));
    {
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(open.named<QPushButton>(QStringLiteral("Compare the two")) != nullptr);
        open.press(Qt::Key_Return);
        open.settle();
        QCOMPARE(open.window().currentPage()->id(), QStringLiteral("duplicates"));
        auto* table = open.named<QTableView>(QStringLiteral("What is kept"));
        QVERIFY(table != nullptr && table->hasFocus());
        open.press(Qt::Key_Return); // merges them
        QVERIFY(ana.has("contact", second) != ana.has("contact", company.anaRuiz));
        QCOMPARE(ana.inbox()[0].state, std::string("dismissed")); // nothing is asked any more
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(ana.has("contact", second) && ana.has("contact", company.anaRuiz));
        QCOMPARE(ana.inbox()[0].state, std::string("open"));
    }
    ana.sync();
    QVERIFY(ana.agreesWithServer());
}

QTEST_MAIN(InboxTest)
#include "InboxTest.moc"
