// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Outbox.h"
#include "core/store/RedoLog.h"
#include "core/store/Replica.h"
#include "sync/server/Database.h"
#include "sync/server/Recount.h"
#include "sync/server/ServerSchema.h"
#include "tests/support/HandEnvironment.h"
#include "tests/support/programs/MortalDisk.h"
#include "tests/support/programs/SmallCompany.h"

#include <set>
#include <thread>

using namespace satchel;
using namespace satchel::test;
using namespace Qt::StringLiterals;

// A hundred thousand states take longer than the five minutes that Qt Test gives a function.
static const bool patient = qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

/// The power goes at any instant of a true run, of a laptop and of its server: what was written is replayed with all
/// that was not yet on the disk there, not there, there in parts or torn, and opened by the true code. Every edit that
/// was acknowledged is there once, with its row and its outbox entry; none is there by half. That this would be noticed
/// is shown on the same run with programs that do not wait for the disk. SATCHEL_POWERLOSS_STATES is how many states.
class PowerLossTest : public QObject {
    Q_OBJECT

private:
    /// What a state is held against: edits are numbered from 1.
    struct Moment {
        int acknowledged = 0; ///< edits that had been said to be made, or taken
        int attempted = 0;    ///< edits that may be there
        int settledLeast = 0; ///< edits that the server has answered, at least and at most
        int settledMost = 0;
    };
    struct Run {
        QString folder;                             ///< as it was before
        std::vector<std::pair<Deed, Moment>> deeds; ///< and what was true when it happened
    };
    struct Tally {
        int states = 0, lost = 0, twice = 0, half = 0, corrupt = 0, other = 0;
        QString first; ///< what was found first

        [[nodiscard]] int wrong() const { return lost + twice + half + corrupt + other; }
        void add(const Tally& more)
        {
            states += more.states, lost += more.lost, twice += more.twice, half += more.half;
            corrupt += more.corrupt, other += more.other;
            first = first.isEmpty() ? more.first : first;
        }
        [[nodiscard]] QString text() const
        {
            return u"%1 states: %2 lost, %3 twice, %4 half, %5 corrupt, %6 otherwise wrong%7"_s.arg(states)
                .arg(lost)
                .arg(twice)
                .arg(half)
                .arg(corrupt)
                .arg(other)
                .arg(first.isEmpty() ? first : u"; first: "_s + first);
        }
    };
    using Check = std::function<QString(const std::string& folder, const Moment& moment)>;

    QTemporaryDir m_folder;
    QString m_strace;
    std::unique_ptr<SmallCompany> m_company;
    Profile m_ana;
    QString m_contact;
    int m_edits = 0;   ///< of this contact
    int m_settled = 0; ///< of them answered by the server
    int m_runs = 0;
    const QStringList m_notContent{u"reserve"_s, u"lock"_s, u"replica.sqlite-shm"_s, u"server.sqlite-shm"_s,
                                   u"server.lock"_s};

    static QString entry(int number) { return u"entry %1."_s.arg(number, 3, 10, QChar(u'0')); }
    QString copyOf(const QString& folder)
    {
        const QString copy = m_folder.filePath(u"before-%1"_s.arg(++m_runs));
        QDir().mkpath(copy);
        for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
            QFile::copy(folder + u'/' + name, copy + u'/' + name);
        return copy;
    }
    /// For strace's program: in which mode SQLite writes; careful as always if that is empty.
    static Words waiting(const QByteArray& mode)
    {
        return {"-E", QByteArray("LD_PRELOAD=" SATCHEL_CARELESS), "-E",
                "SATCHEL_CARELESS=" + (mode.isEmpty() ? "FULL" : mode)};
    }
    void newContact()
    {
        m_contact = m_ana.add("contact", {"last_name=Power", "account=Acme"});
        m_ana.sync();
        m_edits = m_settled = 0;
    }

    // Two fields of one row at a time, so that half an edit would be seen.
    Ran edit(const Circumstances& under = {})
    {
        ++m_edits;
        return m_ana.run(
            {"set", "contact", m_contact, "timeline=" + entry(m_edits).toUtf8(), "phone=" + entry(m_edits).toUtf8()},
            under);
    }
    /// One command on ana's laptop, and what it did to her disk.
    void record(Run& run, bool isSync, const QByteArray& mode)
    {
        const QString log = m_folder.filePath(u"log"_s);
        const Circumstances under{.wrapper = recordedInto(log, waiting(mode))};
        Moment moment{m_edits, m_edits, m_settled, isSync ? m_edits : m_settled};
        const Ran ran = isSync ? m_ana.run({"sync", "--json"}, under) : edit(under);
        if (ran.code != 0)
            QTest::qFail(ran.all().constData(), __FILE__, __LINE__);
        moment.attempted = m_edits;
        std::vector<Deed> deeds = deedsIn(log, m_ana.folder());
        // An edit is made when its commit has returned, a round when the program says so.
        const auto said = std::find_if(deeds.rbegin(), deeds.rend(), [isSync](const Deed& deed) {
            return deed.kind == Deed::Kind::Said && deed.bytes.empty() != isSync;
        });
        if (said == deeds.rend())
            QTest::qFail("nothing was said", __FILE__, __LINE__);
        for (Deed& deed : deeds) {
            if (said != deeds.rend() && &deed == &*said) {
                moment.acknowledged = m_edits;
                moment.settledLeast = moment.settledMost;
            }
            run.deeds.emplace_back(std::move(deed), moment);
        }
        m_settled = moment.settledLeast;
    }
    Run runOfALaptop(const QByteArray& mode)
    {
        newContact();
        Run run{.folder = copyOf(m_ana.folder())};
        for (const int edits : {3, 1, 4, 2}) {
            for (int i = 0; i < edits && !QTest::currentTestFailed(); ++i)
                record(run, false, mode);
            if (edits != 2) // what is last is not sent
                record(run, true, mode);
        }
        m_ana.sync();
        return run;
    }
    Run runOfTheServer(const QByteArray& mode)
    {
        newContact();
        RunningServer& server = m_company->server;
        if (server.stop() != 0)
            QTest::qFail("the server did not end well", __FILE__, __LINE__);
        Run run{.folder = copyOf(server.data())};
        const QString log = m_folder.filePath(u"log"_s);
        QFile::remove(log);
        Words wrapper = recordedInto(log, waiting(mode) + Words{"-D"});
        server.start({.wrapper = wrapper});
        std::vector<int> pushed; // edits after each push
        for (const int edits : {1, 3, 1, 5, 2}) {
            for (int i = 0; i < edits; ++i)
                edit();
            m_ana.sync();
            m_company->boss.sync(); // reads of others in between
            pushed.push_back(m_edits);
        }
        const qint64 process = server.process();
        server.stop();
        const QByteArray end = QByteArray::number(process) + " +++ exited";
        // Short numbers of processes are padded with blanks.
        if (!QTest::qWaitFor([&] { return contentOf(log).right(4000).simplified().contains(end); }, 20'000))
            qInfo("The recording of the server has no end: %s", contentOf(log).right(300).constData());
        server.start();
        std::size_t answered = 0;
        for (Deed& deed : deedsIn(log, server.data())) {
            if (deed.kind == Deed::Kind::Answered && answered < pushed.size())
                ++answered;
            const int known = answered == 0 ? 0 : pushed[answered - 1];
            run.deeds.emplace_back(std::move(deed), Moment{known, pushed[std::min(answered, pushed.size() - 1)], 0, 0});
        }
        if (answered != pushed.size())
            QTest::qFail("the recording does not have every push", __FILE__, __LINE__);
        return run;
    }

    /// What of the edits is not as it must be in the fields of the row; `seen` becomes how many are there.
    static QString wrongWith(const std::string& timeline, const std::string& phone, const Moment& moment, int& seen)
    {
        seen = 0;
        QString last;
        for (int i = 1; i <= moment.attempted; ++i) {
            const auto times = QString::fromStdString(timeline).count(entry(i));
            if (times > 1)
                return u"twice: "_s + entry(i);
            if (times == 0 && i <= moment.acknowledged)
                return u"lost: "_s + entry(i);
            if (times == 1 && ++seen != i)
                return u"half: there is no edit before "_s + entry(i);
            if (times == 1)
                last = entry(i);
        }
        return QString::fromStdString(phone) == last ? QString()
                                                     : u"half: the phone is "_s + QString::fromStdString(phone);
    }
    QString wrongOfLaptop(const std::string& folder, const Moment& moment) const
    {
        HandEnvironment environment;
        auto opened = Replica::open(folder, environment);
        if (!opened)
            return u"corrupt: "_s + QString::fromStdString(opened.error().message);
        Replica& replica = **opened;
        if (!replica.notice().empty())
            return u"corrupt: "_s + QString::fromStdString(replica.notice());
        auto integrity = replica.connection().prepare("PRAGMA integrity_check");
        if (!integrity || !integrity->step() || integrity->text(0) != "ok")
            return u"corrupt: integrity_check"_s;
        auto row = replica.connection().prepare("SELECT timeline, phone FROM contact WHERE id=?1");
        if (!row || !row->bind(1, *Id::parse(m_contact.toStdString())).step())
            return moment.acknowledged > 0 ? u"lost: the contact"_s : u"other: the contact"_s;
        int seen = 0;
        const QString wrong = wrongWith(std::string(row->text(0)), std::string(row->text(1)), moment, seen);
        if (!wrong.isEmpty())
            return wrong;
        const auto status = replica.status();
        const auto identity = replica.identity();
        if (!status || !identity || !*identity)
            return u"other: no status or identity"_s;
        const auto settled = seen - status->waiting;
        if (settled != moment.settledLeast && settled != moment.settledMost)
            return u"half: %1 edits, of which %2 wait"_s.arg(seen).arg(status->waiting);
        // Each change that waits has its second copy, unless the server has answered it or is about to.
        const auto redo = RedoLog(folder).read((*identity)->incarnation);
        const auto waiting = Outbox(replica).next(0, 1'000'000);
        if (!redo || !waiting || !redo->whole || static_cast<int>(waiting->bodies.size()) != status->waiting)
            return u"other: the redo file cannot be read as a whole"_s;
        std::set<std::int64_t> copies;
        for (const RedoLog::Entry& each : redo->entries)
            copies.insert(each.number);
        for (std::size_t i = 0; i < waiting->bodies.size(); ++i)
            if (const auto number = waiting->firstNumber + static_cast<std::int64_t>(i);
                !copies.contains(number) && number >= redo->next && moment.settledLeast == moment.settledMost)
                return u"other: a change that waits is not in the redo file"_s;
        return {};
    }
    QString wrongOfServer(const std::string& folder, const Moment& moment, std::int64_t outcomesBefore) const
    {
        HandEnvironment environment;
        auto factory = server::openDatabase(folder, {});
        if (!factory)
            return u"corrupt: "_s + QString::fromStdString(factory.error().message);
        auto database = (*factory)->connect();
        if (!database || !server::migrateServer(**database).ok())
            return u"corrupt: it does not open"_s;
        const auto integrity = (*database)->query("PRAGMA integrity_check");
        if (!integrity || integrity->size() != 1 || server::textOf(integrity->front()[0]) != "ok")
            return u"corrupt: integrity_check"_s;
        const auto row = (*database)->query("SELECT f_timeline, f_phone FROM e_contact WHERE id=$1",
                                            {server::cell(*Id::parse(m_contact.toStdString()))});
        if (!row || row->size() != 1)
            return u"lost: the contact"_s;
        int seen = 0;
        const QString wrong = wrongWith(server::textOf(row->front()[0]), server::textOf(row->front()[1]), moment, seen);
        if (!wrong.isEmpty())
            return wrong;
        const auto facts = (*database)->query("SELECT (SELECT count(*) FROM outcome), "
                                              "(SELECT seq FROM clock), (SELECT max(seq) FROM checkpoint)");
        if (!facts || server::integerOf(facts->front()[0]) != outcomesBefore + seen)
            return u"half: %1 edits and %2 answers"_s.arg(seen).arg(
                facts ? server::integerOf(facts->front()[0]) - outcomesBefore : -1);
        if (facts->front()[1] != facts->front()[2])
            return u"half: a checkpoint and the clock differ"_s;
        const auto recount = server::recountDigests(**database, environment);
        if (!recount || !recount->wrong.empty())
            return u"other: a digest is wrong"_s;
        return {};
    }
    static std::int64_t outcomesIn(const QString& folder)
    {
        const auto factory = server::openDatabase(folder.toStdString(), {});
        const auto rows = factory ? (*(*factory)->connect())->query("SELECT count(*) FROM outcome")
                                  : Result<std::vector<server::Row>>(factory.error());
        return rows ? server::integerOf(rows->front()[0]) : -1;
    }

    /// One worker of several: takes every `workers`th state.
    Tally replay(const Run& run, int wanted, const Check& check, unsigned worker, unsigned workers) const
    {
        Tally tally;
        const QString memory = u"/dev/shm"_s;
        QTemporaryDir room((QFileInfo(memory).isWritable() ? memory : m_folder.path()) +
                           u"/satchel-powerloss.XXXXXX"_s);
        const std::string state = room.filePath(u"state"_s).toStdString();
        MortalDisk disk(run.folder, m_notContent);
        const double each = static_cast<double>(wanted) / static_cast<double>(run.deeds.size());
        double due = 0;
        for (unsigned number = 0; const auto& [deed, moment] : run.deeds) {
            disk.happen(deed);
            for (due += each; due >= 1; due -= 1, ++number) {
                if (number % workers != worker)
                    continue;
                std::mt19937_64 dice(number); // NOLINT: the same states every time
                const auto keeps = static_cast<MortalDisk::Keeps>(number % 8 < 2 ? number % 8 : 2 + dice() % 2);
                disk.leave(state, keeps, dice);
                const QString wrong = check(state, moment);
                ++tally.states;
                if (wrong.isEmpty())
                    continue;
                tally.lost += wrong.startsWith(u"lost") ? 1 : 0;
                tally.twice += wrong.startsWith(u"twice") ? 1 : 0;
                tally.half += wrong.startsWith(u"half") ? 1 : 0;
                tally.corrupt += wrong.startsWith(u"corrupt") ? 1 : 0;
                tally.other += wrong.startsWith(u"other") ? 1 : 0;
                if (tally.first.isEmpty())
                    tally.first = u"state %1: %2"_s.arg(number).arg(wrong);
            }
        }
        return tally;
    }
    Tally replay(const Run& run, int wanted, const Check& check) const
    {
        const unsigned workers = wanted > 10'000 ? std::max(1U, std::thread::hardware_concurrency()) : 1;
        std::vector<Tally> tallies(workers);
        std::vector<std::thread> threads;
        for (unsigned worker = 0; worker < workers; ++worker)
            threads.emplace_back([&, worker] { tallies[worker] = replay(run, wanted, check, worker, workers); });
        for (std::thread& thread : threads)
            thread.join();
        Tally all;
        for (const Tally& tally : tallies)
            all.add(tally);
        return all;
    }
    static int wantedStates()
    {
        const int wanted = qEnvironmentVariableIntValue("SATCHEL_POWERLOSS_STATES");
        return wanted > 0 ? wanted / 2 : 1000;
    }
    Tally laptopStates(const QByteArray& mode, int wanted)
    {
        const Run run = runOfALaptop(mode);
        const Tally tally = replay(run, wanted, [this](const std::string& folder, const Moment& moment) {
            return wrongOfLaptop(folder, moment);
        });
        qInfo("laptop%s: %zu deeds, %s", mode.isEmpty() ? "" : (" at " + mode).constData(), run.deeds.size(),
              qPrintable(tally.text()));
        return tally;
    }
    Tally serverStates(const QByteArray& mode, int wanted)
    {
        const Run run = runOfTheServer(mode);
        const std::int64_t before = outcomesIn(run.folder);
        const Tally tally = replay(run, wanted, [this, before](const std::string& folder, const Moment& moment) {
            return wrongOfServer(folder, moment, before);
        });
        qInfo("server%s: %zu deeds, %s", mode.isEmpty() ? "" : (" at " + mode).constData(), run.deeds.size(),
              qPrintable(tally.text()));
        return tally;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_strace = installed("strace");
        if (m_strace.isEmpty())
            QSKIP("strace is not installed here, so no run was recorded");
        if (test::run(m_strace, {"-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"}).code != 0)
            QSKIP("strace may not trace here, so no run was recorded");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a program with sanitizers takes nothing preloaded, so no run was recorded");
#endif
        m_company = std::make_unique<SmallCompany>();
        m_ana = m_company->laptop("ana");
    }

    void aLaptopLosesNothingItAcknowledgedWhenThePowerGoes()
    {
        const Tally tally = laptopStates({}, wantedStates());
        QVERIFY2(tally.wrong() == 0 && tally.states > 0 && patient, qPrintable(tally.text()));
    }
    void theServerLosesNothingItAcknowledgedWhenThePowerGoes()
    {
        const Tally tally = serverStates({}, wantedStates());
        QVERIFY2(tally.wrong() == 0 && tally.states > 0, qPrintable(tally.text()));
    }
    void aLaptopThatDoesNotWaitForItsDiskIsSeenToLose_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("synchronous=NORMAL, no redo file") << QByteArray("NORMAL");
        QTest::newRow("synchronous=OFF, no redo file") << QByteArray("OFF");
    }
    void aLaptopThatDoesNotWaitForItsDiskIsSeenToLose()
    {
        QFETCH(QByteArray, mode);
        QVERIFY(laptopStates(mode, 300).lost > 0);
    }
    void aServerThatDoesNotWaitForItsDiskIsSeenToLose()
    {
        QVERIFY(serverStates("OFF", 300).lost > 0);
    }
};

QTEST_GUILESS_MAIN(PowerLossTest)
#include "PowerLossTest.moc"
