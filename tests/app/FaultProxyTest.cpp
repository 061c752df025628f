// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/FaultProxy.h"
#include "tests/support/programs/SmallCompany.h"

#include <csignal>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Everything a network does to a round between the true programs: nobody answers, the line is cut at any byte, what
/// was sent comes twice or much later, one direction is dead, nothing moves any more. Told on an append field with two
/// laptops of one person: afterwards at most three undisturbed rounds bring everything to where it belongs, once.
/// SATCHEL_FULL_SWEEP cuts at every byte of both directions.
class FaultProxyTest : public QObject {
    Q_OBJECT

private:
    using Kind = WireFault::Kind;
    std::unique_ptr<SmallCompany> m_company;
    std::unique_ptr<FaultProxy> m_wire;
    Profile m_near, m_far; ///< ana's two laptops; the first is behind the wire
    QString m_contact;
    QStringList m_attempted;
    FaultProxy::Count m_length; ///< of a round
    int m_cases = 0, m_happened = 0, m_lost = 0, m_twice = 0, m_stuck = 0, m_divergent = 0;

    void append(const Profile& laptop)
    {
        const QString text = u"entry %1."_s.arg(m_attempted.size() + 1);
        m_attempted << text;
        laptop.set("contact", m_contact, {"timeline=" + text.toUtf8()});
    }
    QStringList timeline(const Profile& laptop) const
    {
        QStringList texts;
        for (const QJsonValue& entry : laptop.show("contact", m_contact)[u"timeline"].toArray())
            texts << entry[u"text"].toString();
        return texts;
    }
    void newContact()
    {
        m_attempted.clear();
        m_contact = m_far.add("contact", {"last_name=Wire", "account=Acme"});
        m_far.sync();
        m_near.sync();
    }
    void isAsItMust(const QByteArray& about, bool thoroughly)
    {
        const QStringList texts = timeline(m_near);
        for (const QString& text : m_attempted) {
            m_lost += texts.contains(text) ? 0 : 1;
            m_twice += texts.count(text) > 1 ? 1 : 0;
        }
        bool same = timeline(m_far) == texts && texts.size() == m_attempted.size();
        if (thoroughly && same) {
            same = m_near.verified() && m_far.verified();
            for (const char* entity : {"account", "contact", "activity", "task", "lead"})
                same = same && m_near.all(entity) == m_far.all(entity);
        }
        m_divergent += same ? 0 : 1;
        QVERIFY2(m_lost == 0 && m_twice == 0 && m_stuck == 0 && m_divergent == 0,
                 (about + ": " + figures().toUtf8() + "\nwritten " + m_attempted.join(u' ').toUtf8() + "\nfound " +
                  texts.join(u' ').toUtf8() + "\nelsewhere " + timeline(m_far).join(u' ').toUtf8())
                     .constData());
    }
    [[nodiscard]] QString figures() const
    {
        return u"%1 faults (%2 met), %3 lost, %4 twice, %5 stuck, %6 divergent"_s.arg(m_cases)
            .arg(m_happened)
            .arg(m_lost)
            .arg(m_twice)
            .arg(m_stuck)
            .arg(m_divergent);
    }
    /// One round with the fault, and what must be true afterwards.
    void disturb(WireFault fault)
    {
        const QByteArray about = "fault " + QByteArray::number(static_cast<int>(fault.kind)) +
                                 (fault.toServer ? " to the server at " : " to the laptop at ") +
                                 QByteArray::number(fault.at);
        if (m_cases++ % 10 == 0)
            newContact();
        append(m_near);
        append(m_far);
        m_far.sync();
        m_wire->arm(fault);
        auto round = launch(satchelctl(), {"--profile", m_near.folder(), "sync"});
        if (fault.kind == Kind::Stall || fault.kind == Kind::OneWay) {
            // Its patience is a minute, the person's is not.
            if (!QTest::qWaitFor([&] { return m_wire->count().happened || round->state() == QProcess::NotRunning; },
                                 20'000))
                qInfo("%s: the fault was not met", about.constData());
            round->waitForFinished(200);
            if (round->state() != QProcess::NotRunning)
                round->kill();
            finish(*round);
        } else {
            const Ran ran = finish(*round);
            QVERIFY2(ran.code == 0 || (ran.code == 1 && ran.oneSentence()), (about + ": " + ran.all()).constData());
        }
        m_happened += m_wire->count().happened ? 1 : 0;
        m_wire->arm({});
        int rounds = 0;
        do
            m_near.run({"sync"});
        while (m_near.waiting() > 0 && ++rounds < 3);
        m_stuck += rounds < 3 ? 0 : 1;
        if (fault.kind == Kind::HoldBack) { // long after everything is settled
            append(m_near);
            m_wire->release();
            QTest::qWait(50); // it arrives by itself: nobody is told
            m_near.sync();
            append(m_near);
            m_near.sync();
        }
        m_far.sync();
        m_near.sync();
        m_far.sync();
        isAsItMust(about, m_cases % 8 == 0);
    }
    /// `few` places in a direction, or every one.
    void places(bool toServer, int few)
    {
        const auto length = toServer ? m_length.toServer : m_length.toLaptop;
        const bool all = qEnvironmentVariableIsSet("SATCHEL_FULL_SWEEP");
        for (std::int64_t i = 0; i < (all ? length : few); ++i)
            QTest::addRow("%s, %lld", toServer ? "to the server" : "to the laptop", static_cast<long long>(i))
                << toServer << (all ? i : i * length / few + (i * 37) % std::max<std::int64_t>(1, length / few));
    }
    static void columns()
    {
        QTest::addColumn<bool>("toServer");
        QTest::addColumn<std::int64_t>("at");
    }
    void disturb(Kind kind)
    {
        QFETCH(bool, toServer);
        QFETCH(std::int64_t, at);
        disturb({.kind = kind, .toServer = toServer, .at = at});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_company = std::make_unique<SmallCompany>();
        m_wire = std::make_unique<FaultProxy>(m_company->server.port());
        m_near = m_company->unused("near");
        m_near.login(u"http://127.0.0.1:%1"_s.arg(m_wire->port()), "ana");
        m_far = m_company->laptop("ana", "far");
        newContact();
        append(m_near);
        append(m_far);
        m_far.sync();
        m_wire->arm({});
        m_near.sync();
        m_length = m_wire->count();
        m_far.sync();
        isAsItMust("without a fault", true);
        QVERIFY(m_length.toServer > 300 && m_length.toLaptop > 300);
    }
    void cleanupTestCase() { qInfo("%s", qPrintable(figures())); }

    void aServerThatIsNotThereIsTriedAgain() { disturb({.kind = Kind::Refuse}); }
    void aLineThatIsCutLosesNothing_data()
    {
        columns();
        places(true, 7);
        places(false, 7);
    }
    void aLineThatIsCutLosesNothing() { disturb(Kind::Cut); }
    void aLineOnWhichNothingMovesLosesNothing_data()
    {
        columns();
        places(true, 2);
        places(false, 2);
    }
    void aLineOnWhichNothingMovesLosesNothing() { disturb(Kind::Stall); }
    void aLineThatIsDeadInOneDirectionLosesNothing_data() { aLineOnWhichNothingMovesLosesNothing_data(); }
    void aLineThatIsDeadInOneDirectionLosesNothing() { disturb(Kind::OneWay); }
    void aRequestThatComesTwiceCountsOnce_data()
    {
        columns();
        places(true, 4);
    }
    void aRequestThatComesTwiceCountsOnce() { disturb(Kind::Double); }
    void aRequestThatComesMuchLaterCountsOnce_data() { aRequestThatComesTwiceCountsOnce_data(); }
    void aRequestThatComesMuchLaterCountsOnce() { disturb(Kind::HoldBack); }
};

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "FaultProxyTest.moc"
