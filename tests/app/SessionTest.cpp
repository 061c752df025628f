// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QElapsedTimer>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Who is let in and for how long, what works without a server, who may use a profile at the same time, and who on this
/// machine may read its files.
class SessionTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SmallCompany> m_company;
    Profile m_ana;
    const Circumstances m_noPassword{.password = std::nullopt};

    RunningServer& server() { return m_company->server; }
    QByteArray server(const Words& words, const QByteArray& password = "demo")
    {
        const Ran ran = server().command(words, {.password = password});
        if (ran.code != 0)
            QTest::qFail(ran.all().constData(), __FILE__, __LINE__);
        return ran.out;
    }
    static bool holdsAConnection(qint64 process)
    {
        const QDir descriptors(u"/proc/%1/fd"_s.arg(process));
        for (const QFileInfo& entry : descriptors.entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot))
            if (entry.symLinkTarget().contains(u"socket:"_s))
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_company = std::make_unique<SmallCompany>();
        m_ana = m_company->laptop("ana");
    }

    void theServerEndsWithZeroWhenToldToAndServesTheSameCompanyAgain()
    {
        QCOMPARE(server().stop(), 0);
        QVERIFY(server().start());
        QVERIFY(m_ana.verified());
    }

    void whenTheMachineGoesDownTheDesktopClosesItsRecords()
    {
        const Profile laptop = m_company->laptop("ana");
        const QString mark = laptop.file(u"open"_s);
        const auto program = launch(QStringLiteral(SATCHEL_BINARY_DIR "/satchel"), {"--profile", laptop.folder()});
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(mark), QByteArray("1"), 60'000); // the records are open
        program->terminate();
        QVERIFY(program->waitForFinished(60'000));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        QCOMPARE(contentOf(mark), QByteArray()); // nobody needs to look whether they are whole
    }

    void everythingButLoginSyncAndVerifyWorksWithoutAServer()
    {
        QCOMPARE(server().stop(), 0);
        const QString file = m_company->path("offline.csv");
        const QString id = m_ana.add("contact", {"last_name=Offline", "account=Acme", "phone=1"});
        m_ana.set("contact", id, {"phone=2"});
        QCOMPARE(m_ana.show("contact", id)[u"phone"].toString(), u"2"_s);
        m_ana.json({"status"});
        m_ana.json({"schema", "contact"});
        QCOMPARE(m_ana.json({"list", "contact", "--search", "Offline"})[u"rows"].toArray().size(), 1);
        QVERIFY(!m_ana.json({"history", "contact", id})[u"rows"].toArray().isEmpty());
        m_ana.json({"inbox"});
        m_ana.json({"export", "contact", file});
        m_ana.json({"import", file, "--as", "contact"});
        m_ana.json({"delete", "contact", id});
        const int waiting = m_ana.waiting();
        QVERIFY(waiting >= 3);
        for (const Words& words : {Words{"sync"}, Words{"verify"}, Words{"login", server().url(), "ana"}})
            m_ana.refused(1, words);
        m_company->unused("nobody").refused(1, {"login", server().url(), "ana"});
        QCOMPARE(m_ana.waiting(), waiting);
        QVERIFY(server().start());
        QCOMPARE(m_ana.sync()[u"pushed"].toInt(), waiting);
        QCOMPARE(m_ana.waiting(), 0);
    }

    void theTokenIsReadableByItsOwnerOnly()
    {
        struct stat about {};
        QCOMPARE(::stat(QFile::encodeName(m_ana.file(u"token"_s)).constData(), &about), 0);
        QCOMPARE(about.st_mode & 07777, 0600u);
    }

    void aTokenThatIsGoneOrNotAcceptedIsRenewedFromThePassword()
    {
        for (const bool gone : {true, false}) {
            const auto spoil = [&] {
                if (gone)
                    QFile::remove(m_ana.file(u"token"_s));
                else
                    writeFile(m_ana.file(u"token"_s), QByteArray(64, '0'));
            };
            spoil();
            m_ana.refused(1, {"sync"}, m_noPassword);
            m_ana.refused(1, {"sync"}, {.password = "wrong"});
            m_ana.json({"list", "contact"}, m_noPassword);
            spoil();
            m_ana.sync();
            m_ana.json({"sync"}, m_noPassword); // the new one was kept
            m_ana.json({"verify"}, m_noPassword);
        }
        QVERIFY(openToOthers(m_ana.folder()).isEmpty());
    }

    void aWrongPasswordAnUnknownUserAndNoPasswordAreRefused()
    {
        const Profile fresh = m_company->unused("fresh");
        const QByteArray wrong = fresh.refused(1, {"login", server().url(), "ana"}, {.password = "wrong"});
        QCOMPARE(fresh.refused(1, {"login", server().url(), "nobody"}), wrong); // which of the two is nobody's business
        fresh.refused(1, {"login", server().url(), "ana"}, m_noPassword);
        fresh.refused(1, {"login", server().url(), "ana"}, {.password = ""});
        QVERIFY(fresh.run({"status"}).code == 1);
        fresh.login(server().url(), "ana"); // nothing of this stands in the way of signing in
    }

    void anotherUserOnAUsedProfileIsRefused()
    {
        const QStringList contacts = m_ana.ids("contact");
        m_ana.refused(1, {"login", server().url(), "ben"});
        QCOMPARE(m_ana.ids("contact"), contacts);
        QCOMPARE(m_ana.json({"status"})[u"user"].toString(), u"ana"_s);
        m_ana.login(server().url(), "ana");
        QVERIFY(m_ana.verified());
    }

    void aSecondProgramOnOneProfileWaitsFiveSecondsAndGivesUp()
    {
        ::kill(static_cast<pid_t>(server().process()), SIGSTOP); // so that the first program does not come to an end
        const auto first = launch(satchelctl(), {"--profile", m_ana.folder(), "sync"});
        QTRY_VERIFY_WITH_TIMEOUT(holdsAConnection(first->processId()), 10'000);
        QElapsedTimer timer;
        timer.start();
        m_ana.refused(1, {"set", "contact", m_company->id("Ruiz"), "phone=1"});
        const qint64 waited = timer.elapsed();
        ::kill(static_cast<pid_t>(server().process()), SIGCONT);
        QCOMPARE(finish(*first).code, 0);
        QVERIFY2(waited >= 4'900 && waited < 10'000, qPrintable(QString::number(waited)));
        m_ana.set("contact", m_company->id("Ruiz"), {"phone=1"});
    }

    void manyProgramsOnOneProfileTakeTurns()
    {
        const QString id = m_ana.add("contact", {"last_name=Turns", "account=Acme"});
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 8; ++i)
            programs.push_back(launch(satchelctl(), {"--profile", m_ana.folder(), "set", "contact", id,
                                                     "timeline=entry " + QByteArray::number(i)}));
        for (const auto& program : programs)
            QCOMPARE(finish(*program).code, 0);
        QCOMPARE(m_ana.show("contact", id)[u"timeline"].toArray().size(), 8);
        QCOMPARE(m_ana.sync()[u"rejected"].toInt(), 0);
        QVERIFY(m_ana.verified());
    }

    void aRevokedLaptopIsShutOut()
    {
        const Profile lost = m_company->laptop("ben", "lost");
        QByteArrayList devices;
        for (const QByteArray& line : server({"device", "list"}).split('\n'))
            if (line.contains("ben"))
                devices << line.split('\t')[0];
        QVERIFY(!devices.isEmpty());
        lost.json({"sync"}, m_noPassword);
        for (const QByteArray& device : devices)
            server({"device", "revoke", device});
        QVERIFY(lost.refused(1, {"sync"}, m_noPassword).contains("shut out by an administrator"));
        QVERIFY(!QFile::exists(lost.file(u"replica.sqlite"_s)) && !QFile::exists(lost.file(u"token"_s)));
        QVERIFY(lost.refused(1, {"verify"}, m_noPassword).contains("Nobody has logged in"));
        QCOMPARE(server().command({"device", "revoke", "01a20172-e451-70f7-99bc-a8bf957af15c"}).code, 1);
        m_ana.json({"sync"}, m_noPassword); // nobody else is
    }

    void usersAreAddedGivenPasswordsAndDisabled()
    {
        server({"user", "add", "nils", "--role", "salesperson", "--territory", "North", "--territory", "South"},
               "first");
        QVERIFY(server({"user", "list"}).contains("nils\tsalesperson"));
        const Profile nils = m_company->unused("nils");
        nils.refused(1, {"login", server().url(), "nils"}, {.password = "demo"});
        nils.login(server().url(), "nils", "first");
        QVERIFY(nils.has("account", m_company->id("Acme")) && nils.has("account", m_company->id("Zeta")));

        server({"user", "password", "nils"}, "second");
        QFile::remove(nils.file(u"token"_s));
        nils.refused(1, {"sync"}, {.password = "first"});
        nils.json({"sync"}, {.password = "second"});

        server({"user", "disable", "nils"});
        nils.refused(1, {"sync"}, {.password = "second"});
        m_company->unused("nils again").refused(1, {"login", server().url(), "nils"}, {.password = "second"});
        nils.json({"list", "account"}, m_noPassword);
        m_ana.sync();
        QVERIFY(m_ana.verified());
    }

    void theServersCommandsRefuseWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("words");
        const QList<Words> all{{"user", "add", "ana", "--role", "salesperson"},
                               {"user", "add", "x", "--role", "king"},
                               {"user", "add", "x", "--role", "salesperson", "--territory", "Atlantis"},
                               {"user", "password", "nobody"},
                               {"user", "disable", "nobody"},
                               {"device", "revoke", "nonsense"},
                               {"init", "--admin", "other"},
                               {"demo"}};
        for (const Words& words : all)
            QTest::newRow(qPrintable(words.join(u' '))) << QStringList(words);
    }
    void theServersCommandsRefuseWhatMakesNoSense()
    {
        QFETCH(QStringList, words);
        const QByteArray users = server({"user", "list"});
        const Ran ran = server().command(words);
        QVERIFY2(ran.code == 1 && ran.oneSentence(), ran.all().constData());
        QCOMPARE(server({"user", "list"}), users);
    }

    void nothingIsReadableByOthersEvenUnderAnOpenUmask()
    {
        const Circumstances open{.umask = 0};
        RunningServer other(m_company->path("open server"));
        QCOMPARE(other.command({"init", "--admin", "boss"}, open).code, 0);
        QVERIFY(other.start(open));
        const Profile boss = m_company->unused("open profile");
        boss.json({"login", other.url(), "boss"}, open);
        const QString id = boss.json({"add", "account", "name=Open"}, open)[u"id"].toString();
        const auto checked = [&] { return openToOthers(other.data()) + openToOthers(boss.folder()); };
        QCOMPARE(checked(), QStringList());
        boss.json({"set", "account", id, "timeline=x"}, open);
        boss.json({"sync"}, open);
        const QString exported = boss.file(u"accounts.csv"_s);
        boss.json({"export", "account", exported}, open);
        writeFile(boss.file(u"wrong.csv"_s), "name,employees\nA,many\n");
        QFile::setPermissions(boss.file(u"wrong.csv"_s), QFile::ReadOwner | QFile::WriteOwner);
        const QString rejects =
            boss.json({"import", boss.file(u"wrong.csv"_s), "--as", "account", "--key", "name"}, open)[u"rejects_file"]
                .toString();
        QVERIFY(QFile::exists(rejects));
        QCOMPARE(checked(), QStringList());
        QCOMPARE(other.command({"user", "add", "x", "--role", "marketing"}, open).code, 0);
        QCOMPARE(checked(), QStringList());
        other.kill();
        QVERIFY(other.start(open));
        QCOMPARE(boss.json({"verify"}, open)[u"equal"].toBool(), true);
        QCOMPARE(checked(), QStringList());
    }

    void aServerCommandBesideARunningServerTakesNothingFromIt()
    {
        // Each of these opens and closes the database that the server has open too.
        for (int i = 0; i < 3; ++i) {
            server({"user", "add", "beside" + QByteArray::number(i), "--role", "marketing"});
            m_company->boss.add("territory", {"name=Beside " + QByteArray::number(i)});
            QCOMPARE(m_company->boss.sync()[u"rejected"].toInt(), 0);
        }
        server().kill();
        QVERIFY(server().start());
        QVERIFY(m_company->boss.verified());
        const QByteArray users = server({"user", "list"});
        QVERIFY(users.contains("beside0") && users.contains("beside2"));
        QCOMPARE(m_company->boss.json({"list", "territory", "--search", "Beside"})[u"rows"].toArray().size(), 3);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"
