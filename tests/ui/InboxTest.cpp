// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "ui/inbox/InboxEntry.h"

using namespace satchel;
using namespace satchel::test;

/// Two people changed the same thing; the window explains it and lets one swap it.
class InboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConflictReadsAsASentence();
    void usingMineTakesTwoKeys();
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

QTEST_MAIN(InboxTest)
#include "InboxTest.moc"
