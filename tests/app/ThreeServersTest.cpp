// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresCluster.h"
#include "tests/support/programs/SmallCompany.h"

#include <array>
#include <csignal>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Three servers over one PostgreSQL, and six laptops that push and pull through them at once, while a server is killed
/// or frozen at some statement (before, inside and after the transaction that holds the lock), PostgreSQL crashes, or
/// its data becomes older than it was. Told on a counter and an append field, where an edit that was lost or came twice
/// is seen. SATCHEL_FULL_SWEEP goes through every statement.
class ThreeServersTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PostgresCluster> m_cluster;
    std::unique_ptr<SmallCompany> m_company; ///< has the first server
    std::array<std::unique_ptr<RunningServer>, 2> m_others;
    QList<Profile> m_laptops;
    QString m_strace, m_lead;
    QStringList m_attempted;
    int m_first = 0; ///< statements (messages to PostgreSQL) that a server makes until it listens
    int m_last = 0;  ///< and until after a round
    int m_points = 0, m_met = 0;

    RunningServer& server() { return m_company->server; }

    void append(const Profile& laptop)
    {
        const QString text = u"entry %1."_s.arg(m_attempted.size() + 1);
        m_attempted << text;
        const int touches = laptop.show("lead", m_lead)[u"touches"].toInt();
        laptop.set("lead", m_lead, {"timeline=" + text.toUtf8(), "touches=" + QByteArray::number(touches + 1)});
    }
    void newLead()
    {
        m_attempted.clear();
        m_lead = m_laptops[0].add("lead", {"name=Crowded", "territory=North", "owner=ines", "touches=0"});
        everybodySyncs();
        everybodySyncs();
    }
    std::vector<std::unique_ptr<QProcess>> rounds() const
    {
        std::vector<std::unique_ptr<QProcess>> rounds;
        for (const Profile& laptop : m_laptops)
            rounds.push_back(launch(satchelctl(), {"--profile", laptop.folder(), "sync"}));
        return rounds;
    }
    /// All at once; which is allowed to fail, in words.
    static void end(std::vector<std::unique_ptr<QProcess>> rounds, const char* where)
    {
        for (const auto& round : rounds) {
            const Ran ran = finish(*round);
            if (ran.code != 0 && !(ran.code == 1 && ran.oneSentence()))
                QTest::qFail((where + QByteArray(": ") + ran.all()).constData(), __FILE__, __LINE__);
        }
    }
    void everybodySyncs() const { end(rounds(), "an undisturbed round"); }

    /// After at most three rounds of each.
    void everybodyAgrees(const QByteArray& where)
    {
        for (int round = 0; round < 3; ++round)
            everybodySyncs();
        QStringList first;
        for (const Profile& laptop : m_laptops) {
            const QJsonObject lead = laptop.show("lead", m_lead);
            QStringList texts;
            for (const QJsonValue& entry : lead[u"timeline"].toArray())
                texts << entry[u"text"].toString();
            if (first.isEmpty())
                first = texts;
            const QByteArray seen = where + ", " + laptop.folder().toUtf8() + ": " + texts.join(u' ').toUtf8();
            for (const QString& text : m_attempted)
                QVERIFY2(texts.count(text) == 1, (seen + "; of which not once " + text.toUtf8()).constData());
            QVERIFY2(texts == first && texts.size() == m_attempted.size(), seen.constData());
            QVERIFY2(lead[u"touches"].toInt() == m_attempted.size(),
                     (seen + "; counted " + QByteArray::number(lead[u"touches"].toInt())).constData());
            QVERIFY2(laptop.waiting() == 0, seen.constData());
        }
    }
    void everythingAddsUp(const QByteArray& where)
    {
        everybodyAgrees(where);
        for (const Profile& laptop : m_laptops)
            QVERIFY2(laptop.verified(), (where + ", " + laptop.folder().toUtf8()).constData());
        const Ran counted = server().command({"verify"});
        QVERIFY2(counted.code == 0 && counted.out.isEmpty(), (where + ": " + counted.all()).constData());
    }
    [[nodiscard]] bool isFrozen() const
    {
        const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(m_company->server.process()));
        return stat.mid(stat.lastIndexOf(')') + 2, 1).toUpper() == "T";
    }
    Circumstances at(const QByteArray& signal, int statement) const
    {
        return {.wrapper = {m_strace, "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=sendto", "-e",
                            "inject=sendto:signal=" + signal + ":when=" + QByteArray::number(statement)}};
    }
    void statements(int few)
    {
        QTest::addColumn<int>("statement");
        const bool all = qEnvironmentVariableIsSet("SATCHEL_FULL_SWEEP");
        const int many = std::max(1, m_last - m_first);
        for (int i = 0; i < (all ? many : few); ++i)
            QTest::addRow("statement %d", i) << m_first + 1 + (all ? i : i * many / few);
    }
    /// The first server meets the signal at this statement while all six sync; `then` is what happens when it has.
    void disturb(const QByteArray& signal, int statement, const std::function<void()>& then)
    {
        if (m_points++ % 5 == 0)
            newLead();
        QCOMPARE(server().stop(), 0);
        const bool started = server().tryToStart(at(signal, statement));
        for (const Profile& laptop : m_laptops)
            append(laptop);
        auto under = rounds();
        const auto met = [&] { return !server().running() || isFrozen(); };
        const auto over = [&] {
            return std::all_of(under.begin(), under.end(),
                               [](const auto& round) { return round->state() == QProcess::NotRunning; });
        };
        if (started && !QTest::qWaitFor([&] { return met() || over(); }, 30'000))
            qInfo("nothing was met at statement %d", statement);
        m_met += met() ? 1 : 0;
        then();
        end(std::move(under), "a disturbed round");
        if (server().running())
            server().kill();
        QVERIFY(server().start());
        everybodyAgrees(signal + " at statement " + QByteArray::number(statement));
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::string whyNot;
        m_cluster = PostgresCluster::start(whyNot);
        if (!m_cluster)
            QSKIP(whyNot.c_str());
        const QString database = QString::fromStdString(m_cluster->makeDatabase());
        m_company = std::make_unique<SmallCompany>(database);
        QStringList urls{server().url()};
        for (const char* name : {"second", "third"}) {
            auto& other = m_others[static_cast<std::size_t>(urls.size() - 1)];
            other = std::make_unique<RunningServer>(m_company->path(name), database);
            QVERIFY(other->start());
            urls << other->url();
        }
        for (int i = 0; i < 6; ++i) {
            const Profile laptop = m_company->unused(("laptop-" + std::to_string(i)).c_str());
            laptop.login(urls[i % 3], i < 3 ? "boss" : "ines");
            m_laptops << laptop;
        }
        newLead();
    }
    void cleanupTestCase() { qInfo("%d points, of which %d were met", m_points, m_met); }

    void sixLaptopsThroughThreeServersAddUp()
    {
        for (int round = 0; round < 3; ++round) {
            for (const Profile& laptop : m_laptops)
                append(laptop);
            everybodySyncs();
        }
        everythingAddsUp("undisturbed");
    }

    void howManyStatementsARoundTakes()
    {
        m_strace = installed("strace");
        if (m_strace.isEmpty() || run(m_strace, {"-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"}).code != 0)
            QSKIP("strace is not installed here or may not trace, so nothing is stopped at a statement");
        const QString log = m_company->path("statements");
        QCOMPARE(server().stop(), 0);
        QVERIFY(server().start({.wrapper = {m_strace, "-D", "-f", "-qq", "-o", log, "-e", "trace=sendto"}}));
        const auto counted = [&] { return static_cast<int>(contentOf(log).count("sendto(")); };
        m_first = counted();
        for (const Profile& laptop : m_laptops)
            append(laptop);
        everybodySyncs();
        m_last = counted();
        qInfo("%d messages to PostgreSQL until it listens, %d in a round", m_first, m_last - m_first);
        QVERIFY(m_last > m_first);
    }

    void aServerThatIsKilledAtAnyStatementLosesNothing_data() { statements(6); }
    void aServerThatIsKilledAtAnyStatementLosesNothing()
    {
        QFETCH(int, statement);
        if (m_strace.isEmpty())
            QSKIP("strace is not installed here");
        disturb("SIGKILL", statement, [] {});
    }
    void aServerThatFreezesAtAnyStatementAndIsKilledHoldsNobodyUp_data() { statements(4); }
    void aServerThatFreezesAtAnyStatementAndIsKilledHoldsNobodyUp()
    {
        QFETCH(int, statement);
        if (m_strace.isEmpty())
            QSKIP("strace is not installed here");
        disturb("SIGSTOP", statement, [this] { server().kill(); });
    }
    void aCrashOfPostgresAtAnyStatementLosesNothing_data() { statements(4); }
    void aCrashOfPostgresAtAnyStatementLosesNothing()
    {
        QFETCH(int, statement);
        if (m_strace.isEmpty())
            QSKIP("strace is not installed here");
        disturb("SIGSTOP", statement, [this] {
            m_cluster->crash();
            QVERIFY(m_cluster->startAgain());
            ::kill(static_cast<pid_t>(server().process()), SIGCONT);
        });
    }

    void anOlderCopyOfTheDataGetsBackWhatTheLaptopsHave()
    {
        newLead();
        for (const Profile& laptop : m_laptops)
            append(laptop);
        everybodySyncs();
        QVERIFY(m_cluster->keepCopy());
        for (int round = 0; round < 2; ++round) {
            for (const Profile& laptop : m_laptops)
                append(laptop);
            everybodySyncs();
        }
        everybodyAgrees("before the copy is put back");
        QVERIFY(m_cluster->putBackCopy());
        everythingAddsUp("with the older copy");
        for (const Profile& laptop : m_laptops)
            append(laptop);
        everythingAddsUp("after it");
    }
};

QTEST_GUILESS_MAIN(ThreeServersTest)
#include "ThreeServersTest.moc"
