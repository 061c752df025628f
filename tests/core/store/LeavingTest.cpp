// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Leaving.h"

#include "core/base/Files.h"
#include "core/store/Withdrawal.h"
#include "tests/support/world/Profile.h"

#include <QDir>
#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// A laptop that was shut out: nothing of the company stays on it, and nothing of what was typed on it is lost.
class LeavingTest : public QObject {
    Q_OBJECT

    static QStringList left(const Profile& story)
    {
        return QDir(QString::fromStdString(story.folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void whatWasTypedIsKeptAndEverythingElseGoes()
    {
        Profile story;
        const Id acme = story.add("account", {{"name", Value("Acme")}});
        const Id ana = story.add("contact", {{"last_name", Value("Ruiz")}, {"account", Value(acme)}});
        story.set("contact", ana, {{"phone", Value("111")}});
        story.set("contact", ana, {{"phone", Value("=cmd|' /C calc'!A0")}});
        const auto waiting = must(story.replica->outbox());
        story.set("contact", ana, {{"notes", Value("taken back")}});
        must(withdrawChange(*story.replica, must(story.replica->outbox()).back().number));
        story.replica.reset();
        must(writeFile(story.folder + "/token", "secret"));
        must(makePrivateFolder(story.folder + "/papers"));
        must(writeFile(story.folder + "/papers/quote.pdf", "%PDF"));

        Leaving leaving(story.folder, story.clock);
        QVERIFY(!leaving.isDue());
        const Leaving::Done done = must(leaving.leave());
        QCOMPARE(done.unsent, static_cast<std::int64_t>(waiting.size()));
        QCOMPARE(left(story), (QStringList{QStringLiteral("not-sent.csv"), QStringLiteral("shut-out")}));
        const std::string text = must(readFile(done.file));
        QVERIFY(text.find("added,contact,Ruiz,account,Acme") != std::string::npos);
        QVERIFY(text.find("changed,contact,Ruiz,phone,111") != std::string::npos);
        QVERIFY(text.find(",'=cmd|") != std::string::npos); // no spreadsheet runs it
        QVERIFY(text.find("taken back") == std::string::npos);
        leaving.forget();
        QVERIFY(!leaving.isDue());
    }

    void whatIsCutOffAnywhereEndsWithTheNextStart()
    {
        Profile story;
        story.add("account", {{"name", Value("Acme")}});
        story.replica.reset();
        Leaving leaving(story.folder, story.clock);
        // The mark alone; then the file is there and the mark says so, and the records were half gone.
        must(writeFile(story.folder + "/shut-out", ""));
        QVERIFY(leaving.isDue());
        const Leaving::Done first = must(leaving.leave());
        QCOMPARE(first.unsent, 1);
        must(writeFile(story.folder + "/replica.sqlite-wal", "half of it"));
        const Leaving::Done again = must(Leaving(story.folder, story.clock).leave());
        QCOMPARE(again.unsent, 1);
        QCOMPARE(again.file, first.file);
        QCOMPARE(left(story), (QStringList{QStringLiteral("not-sent.csv"), QStringLiteral("shut-out")}));
    }

    void theFileOfAnEarlierTimeIsNotTouched()
    {
        Profile story;
        must(writeFile(story.folder + "/not-sent.csv", "of last year"));
        story.add("account", {{"name", Value("Acme")}});
        story.replica.reset();
        const Leaving::Done done = must(Leaving(story.folder, story.clock).leave());
        QVERIFY(done.file.ends_with("/not-sent-2.csv"));
        QCOMPARE(must(readFile(story.folder + "/not-sent.csv")), std::string("of last year"));
    }

    void aReplicaNobodyCanReadGoesAllTheSame()
    {
        Profile story;
        story.replica.reset();
        QDir(QString::fromStdString(story.folder)).removeRecursively();
        must(makePrivateFolder(story.folder));
        must(writeFile(story.folder + "/replica.sqlite", std::string(8192, 'x')));
        const Leaving::Done done = must(Leaving(story.folder, story.clock).leave());
        QCOMPARE(done.unsent, 0);
        QCOMPARE(left(story), QStringList{QStringLiteral("shut-out")});
    }
};

QTEST_GUILESS_MAIN(LeavingTest)
#include "LeavingTest.moc"
