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
    std::unique_ptr<QProcess> m_tracer; ///< of the first server, while it is disturbed
    QString m_strace, m_lead;
    QStringList m_attempted;
    int m_statements = 0; ///< messages to PostgreSQL in a round, of the thread that sends most: strace counts by thread
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
    /// Waits for all. They may fail, in one line of words (the server's, which may name PostgreSQL).
    static void end(std::vector<std::unique_ptr<QProcess>> rounds, const char* where)
    {
        for (const auto& round : rounds) {
            const Ran ran = finish(*round);
            if (ran.code != 0 && !(ran.code == 1 && ran.err.count('\n') == 1))
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
    /// Traces the first server's messages to PostgreSQL from now on; nothing if that is not possible here.
    [[nodiscard]] std::unique_ptr<QProcess> trace(const Words& more) const
    {
        Words words{"-f", "-p", QByteArray::number(m_company->server.process()), "-e", "trace=sendto"};
        words << more;
        auto tracer = launch(m_strace, words);
        QByteArray said;
        const auto attached = [&] { return (said += tracer->readAllStandardError()).contains(" attached"); };
        if (QTest::qWaitFor([&] { return attached() || tracer->state() == QProcess::NotRunning; }, 20'000) &&
            said.contains(" attached"))
            return tracer;
        return nullptr;
    }
    static void leaveAlone(QProcess& tracer)
    {
        tracer.terminate();
        finish(tracer);
    }
    void statements(int few)
    {
        QTest::addColumn<int>("statement");
        const bool all = qEnvironmentVariableIsSet("SATCHEL_FULL_SWEEP");
        const int many = std::max(1, m_statements);
        for (int i = 0; i < (all ? many : few); ++i)
            QTest::addRow("%d", i) << 1 + (all ? i : i * many / few);
    }
    /// The first server meets the signal at this statement while all six sync; `then` is what happens when it has.
    void disturb(const QByteArray& signal, int statement, const std::function<void()>& then)
    {
        if (m_points++ % 5 == 0)
            newLead();
        for (const Profile& laptop : m_laptops)
            append(laptop);
        m_tracer = trace(
            {"-o", "/dev/null", "-e", "inject=sendto:signal=" + signal + ":when=" + QByteArray::number(statement)});
        QVERIFY(m_tracer);
        auto under = rounds();
        int looks = 0; // under a tracer every thread stops for moments
        const auto met = [&] { return !server().running() || (looks = isFrozen() ? looks + 1 : 0) > 4; };
        const auto over = [&] {
            return std::all_of(under.begin(), under.end(),
                               [](const auto& round) { return round->state() == QProcess::NotRunning; });
        };
        if (!QTest::qWaitFor([&] { return met() || over(); }, 30'000))
            qInfo("nothing was met at statement %d", statement);
        m_met += !server().running() || isFrozen() ? 1 : 0;
        then();
        end(std::move(under), "a disturbed round");
        if (server().running())
            server().kill();
        leaveAlone(*m_tracer);
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
        if (m_strace.isEmpty() ||
            run(m_strace, {"-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"}).code != 0)
            QSKIP("strace is not installed here or may not trace, so nothing is stopped at a statement");
        const QString log = m_company->path("statements");
        const auto tracer = trace({"-o", log});
        if (!tracer) {
            m_strace.clear();
            QSKIP("strace may not look at a running program here, so nothing is stopped at a statement");
        }
        for (const Profile& laptop : m_laptops)
            append(laptop);
        everybodySyncs();
        leaveAlone(*tracer);
        QMap<QByteArray, int> byThread;
        for (const QByteArray& line : contentOf(log).split('\n'))
            if (line.contains("sendto("))
                m_statements = std::max(m_statements, ++byThread[line.left(line.indexOf(' '))]);
        qInfo("%d threads, at most %d messages to PostgreSQL", static_cast<int>(byThread.size()), m_statements);
        QVERIFY(m_statements > 0);
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
            leaveAlone(*m_tracer); // each thread would come to its own such statement
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
