// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <csignal>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// kill -9 of laptop and server at every write, sync to disk and send that they make, one run for each. Told on an
/// append field, where an edit that was lost or came twice is seen: every edit that was acknowledged is there exactly
/// once, every other at most once, on both laptops, and the digests agree. With SATCHEL_FULL_SWEEP no sweep is cut
/// short.
class KillSweepTest : public QObject {
    Q_OBJECT

private:
    static constexpr int longestSweep = 60; ///< kill points of one sweep, unless the full one is asked for
    std::unique_ptr<SmallCompany> m_company;
    Profile m_ana, m_ben;
    QString m_strace;
    QString m_contact;
    int m_number = 0;
    int m_killed = 0;
    QStringList m_acknowledged; ///< texts of edits that a program said were made
    QStringList m_attempted;    ///< all of them

    /// The K-th such system call is answered with SIGKILL. The tracer is the grandchild, so that what we start, wait
    /// for and end is the program itself.
    Circumstances killedAt(const QByteArray& call, int k) const
    {
        return {.wrapper = {m_strace, "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                            "inject=" + call + ":signal=SIGKILL:when=" + QByteArray::number(k)}};
    }
    Ran append(const Profile& laptop, const Circumstances& under = {})
    {
        const QString text = u"entry %1"_s.arg(++m_number);
        m_attempted << text;
        const Ran ran = laptop.run({"set", "contact", m_contact, "timeline=" + text.toUtf8()}, under);
        if (ran.code == 0)
            m_acknowledged << text;
        return ran;
    }
    QStringList timeline(const Profile& laptop) const
    {
        QStringList texts;
        for (const QJsonValue& entry : laptop.show("contact", m_contact)[u"timeline"].toArray())
            texts << entry[u"text"].toString();
        return texts;
    }
    /// What is wrong with a timeline; "" if nothing is.
    QString wrongWith(const QStringList& texts) const
    {
        for (const QString& text : m_attempted) {
            const auto times = texts.count(text);
            if (times > 1)
                return text + u" was applied twice"_s;
            if (times == 0 && m_acknowledged.contains(text))
                return text + u" was acknowledged and is lost"_s;
        }
        return texts.size() <= m_attempted.size() ? QString() : u"there is an entry that nobody wrote"_s;
    }
    /// Now and then, because with a growing timeline the writes of a round would grow as fast as they are counted.
    void newContact()
    {
        if (!m_contact.isEmpty())
            everybodyAgrees("before the next contact");
        m_contact = m_ana.add("contact", {"last_name=Sweep", "account=Acme"});
        m_acknowledged.clear();
        m_attempted.clear();
        m_ana.sync();
        m_ben.sync();
    }
    void everybodyAgrees(const QByteArray& where)
    {
        m_ana.sync();
        m_ben.sync();
        m_ana.sync();
        const QStringList texts = timeline(m_ana);
        QVERIFY2(wrongWith(texts).isEmpty(), (where + ": " + wrongWith(texts).toUtf8()).constData());
        QCOMPARE(timeline(m_ben), texts);
        QCOMPARE(m_ana.waiting(), 0);
        QVERIFY(m_ana.verified());
        QVERIFY(m_ben.verified());
    }
    static void calls(const QByteArrayList& names)
    {
        QTest::addColumn<QByteArray>("call");
        for (const QByteArray& name : names)
            QTest::newRow(name.constData()) << name;
    }
    /// Runs `round` (which returns whether a signal ended it) for K = 1, 2, ... until the program makes no K-th such
    /// call.
    template <typename Round>
    void sweep(const QByteArray& call, const Round& round)
    {
        const int end = qEnvironmentVariableIsSet("SATCHEL_FULL_SWEEP") ? 1'000'000 : longestSweep;
        for (int k = 1; k <= end; ++k) {
            if (k % 10 == 1)
                newContact();
            if (!round(killedAt(call, k)) || QTest::currentTestFailed())
                break;
            ++m_killed;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_strace = installed("strace");
        if (m_strace.isEmpty())
            QSKIP("strace is not installed here, so nothing was killed");
        if (run(m_strace, {"-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"}).code != 0)
            QSKIP("strace may not trace here, so nothing was killed");
        m_company = std::make_unique<SmallCompany>();
        m_ana = m_company->laptop("ana");
        m_ben = m_company->laptop("ben");
    }
    void cleanupTestCase() { qInfo("%d programs were killed", m_killed); }

    void anEditSurvivesAKillOfTheLaptopAtAnyWrite_data()
    {
        calls({"write", "pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "rename"});
    }
    void anEditSurvivesAKillOfTheLaptopAtAnyWrite()
    {
        QFETCH(QByteArray, call);
        sweep(call, [&](const Circumstances& kill) {
            const bool killed = append(m_ana, kill).code == 128 + SIGKILL;
            const QString wrong = wrongWith(timeline(m_ana)); // reopened, still offline
            if (!wrong.isEmpty())
                QTest::qFail(qPrintable(kill.wrapper.last() + u": "_s + wrong), __FILE__, __LINE__);
            return killed;
        });
        everybodyAgrees("after the sweep of " + call);
    }

    void aRoundSurvivesAKillOfTheLaptopAtAnyWrite_data()
    {
        calls({"pwrite64", "fdatasync", "write", "fsync", "ftruncate", "sendto", "sendmsg", "unlink"});
    }
    void aRoundSurvivesAKillOfTheLaptopAtAnyWrite()
    {
        QFETCH(QByteArray, call);
        sweep(call, [&](const Circumstances& kill) {
            append(m_ben);
            m_ben.sync();
            append(m_ana);
            const bool killed = m_ana.run({"sync"}, kill).code == 128 + SIGKILL;
            if (timeline(m_ana).count(m_acknowledged.last()) != 1) // reopened, whether it was answered or not
                QTest::qFail(qPrintable(kill.wrapper.last() + u": the edit made here is not seen once"_s), __FILE__,
                             __LINE__);
            m_ana.sync();
            const QString wrong = wrongWith(timeline(m_ana));
            if (!wrong.isEmpty())
                QTest::qFail(qPrintable(kill.wrapper.last() + u": "_s + wrong), __FILE__, __LINE__);
            return killed;
        });
        everybodyAgrees("after the sweep of " + call);
    }

    void aRoundSurvivesAKillOfTheServerAtAnyWrite_data()
    {
        calls({"pwrite64", "fdatasync", "sendmsg", "sendto", "write", "ftruncate", "unlink"});
    }
    void aRoundSurvivesAKillOfTheServerAtAnyWrite()
    {
        QFETCH(QByteArray, call);
        RunningServer& server = m_company->server;
        sweep(call, [&](const Circumstances& kill) {
            if (server.stop() != 0)
                QTest::qFail("the server did not end well", __FILE__, __LINE__);
            append(m_ana);
            append(m_ben);
            if (server.tryToStart(kill)) {
                m_ana.run({"sync"});
                m_ben.run({"sync"});
            }
            const bool killed = server.stop() != 0;
            if (!server.start())
                return false;
            m_ana.sync();
            m_ben.sync();
            const QString wrong = wrongWith(timeline(m_ben));
            if (!wrong.isEmpty())
                QTest::qFail(qPrintable(kill.wrapper.last() + u": "_s + wrong), __FILE__, __LINE__);
            return killed;
        });
        everybodyAgrees("after the sweep of " + call);
    }
};

QTEST_GUILESS_MAIN(KillSweepTest)
#include "KillSweepTest.moc"
