// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/store/IdentityFile.h"
#include "core/store/Meta.h"
#include "core/store/RedoLog.h"
#include "core/store/Reserve.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <unistd.h>

using namespace satchel;
using namespace satchel::test;
namespace fs = std::filesystem;

/// What happens to a laptop's files, and what becomes of what its user typed. Every story ends with the replica open,
/// or with one sentence. With SATCHEL_ALL_POSITIONS a byte is flipped at every 97th place instead of at a sample of
/// them.
class DamageTest : public QObject {
    Q_OBJECT

    using Files = std::map<std::string, std::string>;

    // ana has synced, and then worked without a network: some of it new, some on records of the server.
    struct Story {
        Company company;
        Laptop& ana = company.laptop("ana");
        Id added;
        std::vector<std::string> bodies;

        Story()
        {
            for (int i = 0; i < 30; ++i)
                ana.add("contact", {{"last_name", "Before " + std::to_string(i)}, {"account", "Acme"}});
            ana.sync();
            ana.line().offline = true;
            ana.set("contact", company.anaRuiz, {{"phone", "+34 91 222 22 22"}});
            added = ana.add("contact", {{"last_name", "Typed offline"}, {"account", "Acme"}, {"notes", "precious"}});
            ana.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
            ana.set("account", company.acme, {{"tags", "paints"}});
            bodies = waitingBodies(ana.replica());
        }
    };

    static std::vector<std::string> waitingBodies(Replica& replica)
    {
        std::vector<std::string> bodies;
        auto statement =
            must(replica.connection().prepare("SELECT body FROM outbox WHERE answered IS NULL ORDER BY number"));
        while (must(statement.step()))
            bodies.emplace_back(statement.blob(0));
        return bodies;
    }
    static Files filesOf(const std::string& folder)
    {
        Files files;
        for (const auto& entry : fs::directory_iterator(folder))
            if (const std::string name = entry.path().filename().string();
                entry.is_regular_file() && name != "replica.sqlite-shm")
                files[name] = must(readFile(entry.path().string()));
        return files;
    }
    /// As a program leaves them that has ended well.
    static Files closedFiles(Laptop& laptop)
    {
        must(laptop.replica().connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        Files files = filesOf(laptop.folder());
        files.erase("replica.sqlite-wal");
        files["open"] = "";
        return files;
    }
    std::string lay(const Files& files)
    {
        const std::string folder = m_folder.filePath(QStringLiteral("profile%1").arg(++m_profiles)).toStdString();
        fs::create_directory(folder);
        for (const auto& [name, bytes] : files)
            must(writeFile(folder + "/" + name, bytes));
        return folder;
    }
    static std::vector<std::string> namesIn(const std::string& folder, const std::string& part)
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder))
            if (const std::string name = entry.path().filename().string(); name.find(part) != std::string::npos)
                names.push_back(name);
        return names;
    }
    static bool isSentence(const std::string& text)
    {
        return text.size() > 20 && std::isupper(static_cast<unsigned char>(text.front())) && text.back() == '.';
    }
    /// Looks at everything and edits; damage may be met or not. What fails says so.
    static void work(Replica& replica, const Id& contact, QString& trouble)
    {
        const auto look = [&trouble](const auto& result) {
            if (!result.ok() && !isSentence(result.error().message))
                trouble = QString::fromStdString(result.error().message);
        };
        for (const Entity& entity : schema::entities()) {
            look(replica.list({.entity = &entity, .limit = 500}));
            look(replica.list({.entity = &entity, .search = "before", .limit = 500}));
        }
        look(replica.searchEverything("ruiz", 20));
        look(replica.inbox());
        look(replica.status());
        look(replica.history({schema::entity("contact").number, contact}));
        const Entity& entity = schema::entity("contact");
        look(replica.commit(
            {{.entity = &entity, .id = contact, .values = {{*entity.indexOf("department"), Value("Sales")}}}}));
    }
    static bool contains(const std::vector<std::string>& all, const std::vector<std::string>& some)
    {
        return std::all_of(some.begin(), some.end(), [&all](const std::string& each) {
            return std::find(all.begin(), all.end(), each) != all.end();
        });
    }

    QTemporaryDir m_folder;
    int m_profiles = 0;

    /// One byte is another: the program works on, or says what happened, and no edit is lost.
    void flip(Story& story, const Files& files, const std::string& name, std::size_t at, int& rescued)
    {
        Files damaged = files;
        damaged[name][at] = static_cast<char>(damaged[name][at] ^ 0x55);
        const std::string folder = lay(damaged);
        const QString where = QStringLiteral("%1, byte %2").arg(QString::fromStdString(name)).arg(at);
        QString trouble;
        for (int start = 1; start <= 2; ++start) {
            const auto opened = Replica::open(folder, story.company.clock());
            QVERIFY2(opened.ok(),
                     qPrintable(where + QStringLiteral(": ") +
                                (opened.ok() ? QString() : QString::fromStdString(opened.error().message))));
            rescued += (*opened)->notice().empty() ? 0 : 1;
            work(**opened, story.added, trouble);
            QVERIFY2(trouble.isEmpty(), qPrintable(where + QStringLiteral(": ") + trouble));
        }
        auto opened = Replica::open(folder, story.company.clock());
        QVERIFY2(opened.ok(), qPrintable(where));
        QVERIFY2(contains(waitingBodies(**opened), story.bodies),
                 qPrintable(where + QStringLiteral(": an edit is lost")));
        const auto record = (*opened)->find(schema::entity("contact"), story.added);
        QVERIFY2(record && *record && (*record)->value("notes").text() == "precious", qPrintable(where));
        opened = Error{};
        fs::remove_all(folder);
    }
    void flipThrough(const std::string& name, std::size_t sample)
    {
        Story story;
        const Files files = closedFiles(story.ana);
        const std::size_t length = files.at(name).size();
        const std::size_t places = (length + 96) / 97;
        const std::size_t step =
            qEnvironmentVariableIsSet("SATCHEL_ALL_POSITIONS") ? 1 : std::max<std::size_t>(1, places / sample);
        int rescued = 0;
        int tried = 0;
        if (qEnvironmentVariableIsSet("SATCHEL_POSITION")) // one that failed
            return flip(story, files, name, qEnvironmentVariable("SATCHEL_POSITION").toULongLong(), rescued);
        for (std::size_t place = 0; place < places && !QTest::currentTestFailed(); place += step, ++tried)
            flip(story, files, name, place * 97, rescued);
        qInfo("%d bytes were flipped, %d rescues", tried, rescued);
    }

private Q_SLOTS:
    void aFlippedByteInTheDatabaseLosesNoEdit() { flipThrough("replica.sqlite", 60); }
    void aFlippedByteInTheRedoFileLosesNoEdit() { flipThrough("redo.log", 1000); }
    void aFlippedByteInTheIdentityFileLosesNoEdit() { flipThrough("identity", 1000); }

    void aDamagedReplicaIsRebuiltAndTheNextSyncFetchesTheRest()
    {
        Story story;
        const Files files = closedFiles(story.ana);
        Laptop& ben = story.company.laptop("ben");
        story.ana.close();
        std::string bytes = files.at("replica.sqlite");
        for (std::size_t i = bytes.size() * 7 / 8; i < bytes.size() - 4096; ++i)
            bytes[i] = '\x5a';
        must(writeFile(story.ana.folder() + "/replica.sqlite", bytes));
        must(writeFile(story.ana.folder() + "/open", "1"));
        story.ana.open();
        const std::string notice = story.ana.replica().notice();
        qInfo("%s", notice.c_str());
        QVERIFY(isSentence(notice));
        QVERIFY(notice.find("4 unsent changes") != std::string::npos);
        QVERIFY(notice.find(".damaged-") != std::string::npos);
        QCOMPARE(must(readFile(story.ana.folder() + "/replica.sqlite.damaged-2026-11-22")), bytes);
        QCOMPARE(story.ana.waiting(), 4);
        QCOMPARE(story.ana.value("contact", story.added, "notes"), std::string("precious"));
        story.ana.line().offline = false;
        story.ana.sync();
        QCOMPARE(story.ana.waiting(), 0);
        QVERIFY(story.ana.agreesWithServer());
        ben.sync();
        QCOMPARE(ben.value("contact", story.added, "notes"), std::string("precious"));
        QCOMPARE(ben.value("contact", story.company.anaRuiz, "phone"), std::string("+34 91 222 22 22"));
        story.ana.reopen();
        QVERIFY(story.ana.replica().notice().empty());
    }

    void aChangeThatWasSentBeforeTheDamageCountsOnce()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id lead = ana.add("lead", {{"name", "Leo"}, {"territory", "North"}, {"touches", "1"}});
        ana.sync();
        ana.set("lead", lead, {{"touches", "2"}});
        ana.line().losesReplies = 1; // the server has it
        QVERIFY(!ana.trySync().ok());
        ana.close();
        must(writeFile(ana.folder() + "/replica.sqlite", "gone"));
        ana.open();
        QCOMPARE(ana.waiting(), 1);
        ana.sync();
        QCOMPARE(ana.value("lead", lead, "touches"), std::string("2"));
        ana.set("lead", lead, {{"touches", "3"}});
        ana.sync();
        QCOMPARE(ana.value("lead", lead, "touches"), std::string("3"));
        QVERIFY(ana.agreesWithServer());
        QCOMPARE(ana.waiting(), 0);
    }

    void aReplicaWhoseFileIsGoneComesBackWithItsEdits()
    {
        Story story;
        story.ana.close();
        fs::remove(story.ana.folder() + "/replica.sqlite");
        story.ana.open();
        QVERIFY(story.ana.replica().notice().find("4 unsent changes") != std::string::npos);
        QCOMPARE(waitingBodies(story.ana.replica()), story.bodies);
        story.ana.line().offline = false;
        story.ana.sync();
        QVERIFY(story.ana.agreesWithServer());
        QCOMPARE(story.ana.value("contact", story.added, "notes"), std::string("precious"));
        QCOMPARE(story.ana.count("contact"), 33);
    }

    void aFileThatNobodyKnowsIsLeftAsItIs()
    {
        Files files;
        files["replica.sqlite"] = "This is a letter to my aunt, and has been for years. It is no database.";
        const std::string folder = lay(files);
        HandEnvironment clock;
        const auto opened = Replica::open(folder, clock);
        QVERIFY(!opened.ok());
        QVERIFY(isSentence(opened.error().message));
        QCOMPARE(must(readFile(folder + "/replica.sqlite")), files["replica.sqlite"]);
    }

    void aWriteAheadLogCutAnywhereLosesNoEdit()
    {
        Story story;
        const Files files = filesOf(story.ana.folder());
        const std::size_t length = files.at("replica.sqlite-wal").size();
        QVERIFY(length > 4096);
        const std::size_t step =
            qEnvironmentVariableIsSet("SATCHEL_ALL_POSITIONS") ? 512 : std::max<std::size_t>(512, length / 40);
        for (std::size_t cut = 0; cut <= length; cut += step) {
            Files cutOff = files;
            cutOff["replica.sqlite-wal"].resize(cut);
            const std::string folder = lay(cutOff);
            auto opened = Replica::open(folder, story.company.clock());
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
            QVERIFY2(contains(waitingBodies(**opened), story.bodies), std::to_string(cut).c_str());
            QCOMPARE(must(must((*opened)->find(schema::entity("contact"), story.added)).has_value() ? Result<int>(1)
                                                                                                    : Result<int>(0)),
                     1);
            opened = Error{};
            fs::remove_all(folder);
        }
    }

    void aMissingWriteAheadLogLosesNoEdit()
    {
        Story story;
        Files files = filesOf(story.ana.folder());
        files.erase("replica.sqlite-wal");
        const std::string folder = lay(files);
        const auto opened = Replica::open(folder, story.company.clock());
        QVERIFY(opened.ok());
        QVERIFY(contains(waitingBodies(**opened), story.bodies));
    }

    void theLogOfAnotherDatabaseShowsNobodyElsesRecords()
    {
        Story story;
        Laptop& carl = story.company.laptop("carl");
        carl.add("contact", {{"last_name", "Canary of the South"}, {"account", "Zeta"}});
        Files files = closedFiles(story.ana);
        files["replica.sqlite-wal"] = filesOf(carl.folder()).at("replica.sqlite-wal");
        QVERIFY(files["replica.sqlite-wal"].size() > 4096);
        for (const char* mark : {"", "1"}) {
            files["open"] = mark;
            const std::string folder = lay(files);
            auto opened = Replica::open(folder, story.company.clock());
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
            QCOMPARE(must((*opened)->identity())->login, std::string("ana"));
            QVERIFY(contains(waitingBodies(**opened), story.bodies));
            QVERIFY(must((*opened)->searchEverything("canary", 10)).empty());
            QVERIFY(must((*opened)->find(schema::entity("contact"), story.added)).has_value());
            opened = Error{};
            for (const auto& [name, bytes] : filesOf(folder))
                QVERIFY2(name.find("damaged") != std::string::npos || bytes.find("Canary") == std::string::npos,
                         name.c_str());
        }
    }

    void anOldLogOfTheSameDatabaseLosesNoEdit()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.add("contact", {{"last_name", "Old"}, {"account", "Acme"}});
        const std::string old = filesOf(ana.folder()).at("replica.sqlite-wal");
        for (int i = 0; i < 20; ++i)
            ana.add("contact", {{"last_name", "New " + std::to_string(i)}, {"account", "Acme"}});
        const auto bodies = waitingBodies(ana.replica());
        Files files = closedFiles(ana);
        files["replica.sqlite-wal"] = old;
        const auto opened = Replica::open(lay(files), company.clock());
        QVERIFY(opened.ok());
        QVERIFY(contains(waitingBodies(**opened), bodies));
    }

    void aRollbackJournalThatLiesAboutIsIgnored()
    {
        Story story;
        Files files = closedFiles(story.ana);
        std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8); // SQLite's magic: a journal that wants to be played
        journal += std::string("\0\0\0\1\0\0\0\0\0\0\0\1\0\0\2\0\0\0\x10\0", 20);
        journal.resize(512 + 4 + 4096 + 4, 'x');
        files["replica.sqlite-journal"] = journal;
        const std::string folder = lay(files);
        const auto opened = Replica::open(folder, story.company.clock());
        QVERIFY(opened.ok());
        QVERIFY((*opened)->notice().empty());
        QVERIFY(contains(waitingBodies(**opened), story.bodies));
        QCOMPARE(namesIn(folder, "-journal").size(), 1U);
        QVERIFY(namesIn(folder, "-journal").front().find("damaged") != std::string::npos);
    }

    void aDatabaseThatWentBackUsesNoNumberTwice()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        Files old = closedFiles(ana);
        const Id answered = ana.add("contact", {{"last_name", "Answered"}, {"account", "Acme"}});
        ana.sync();
        const Id waits = ana.add("contact", {{"last_name", "Waits"}, {"account", "Acme"}});
        ana.close();
        must(writeFile(ana.folder() + "/replica.sqlite", old.at("replica.sqlite")));
        ana.open();
        QVERIFY(isSentence(ana.replica().notice()));
        QCOMPARE(ana.waiting(), 1);
        const Id later = ana.add("contact", {{"last_name", "Later"}, {"account", "Acme"}});
        ana.sync();
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
        ben.sync();
        for (const Id& id : {answered, waits, later})
            QVERIFY(ben.has("contact", id));
        QCOMPARE(ben.count("contact"), 5);
    }

    void damageMetAtWorkIsMendedByTheNextStart()
    {
        Story story;
        Files files = closedFiles(story.ana);
        std::string& bytes = files["replica.sqlite"];
        const auto root =
            must(story.ana.replica().connection().integer("SELECT rootpage FROM sqlite_schema WHERE name='contact'"));
        bytes[static_cast<std::size_t>(root - 1) * 4096] = '\x77'; // no kind of page
        const std::string folder = lay(files);
        QString trouble;
        {
            auto first = must(Replica::open(folder, story.company.clock()));
            auto second = must(Replica::open(folder, story.company.clock()));
            work(*first, story.added, trouble);
            QVERIFY(first->isDamaged());
            first.reset();
            QVERIFY(second->notice().empty());
        }
        auto opened = must(Replica::open(folder, story.company.clock()));
        QVERIFY(!opened->notice().empty());
        QVERIFY(contains(waitingBodies(*opened), story.bodies));
        opened.reset();
        QVERIFY(must(Replica::open(folder, story.company.clock()))->notice().empty());
    }

    void aFullDiskTakesNothingAndSaysSo()
    {
        Story story;
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto limit = [&before](rlim_t bytes) {
            const rlimit now{bytes, before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &now);
        };
        const auto size = fs::file_size(story.ana.folder() + "/redo.log");
        int refused = 0;
        for (const std::size_t room : {0U, 40U, 400U, 1000U, 3000U, 6000U, 20000U, 60000U}) {
            const auto waiting = waitingBodies(story.ana.replica());
            limit(size + room);
            const Status done =
                story.ana.tryEdit(OperationKind::Update, "contact", story.added,
                                  {{"notes", "precious, and as long as a letter " + std::to_string(room)}});
            limit(before.rlim_cur);
            if (!done.ok()) {
                ++refused;
                QCOMPARE(done.error().kind, ErrorKind::Full);
                QVERIFY(isSentence(done.error().message));
                QVERIFY(waitingBodies(story.ana.replica()) == waiting);
            }
            story.ana.reopen();
            QCOMPARE(waitingBodies(story.ana.replica()).size(), waiting.size() + (done.ok() ? 1U : 0U));
        }
        QVERIFY(refused >= 2);
        story.ana.set("contact", story.added, {{"notes", "saved after all"}});
        QCOMPARE(story.ana.value("contact", story.added, "notes"), std::string("saved after all"));
    }

    void theReserveIsGivenUpForWhatWasTyped()
    {
        Story story;
        holdReserve(story.ana.folder());
        QCOMPARE(fileLength(story.ana.folder() + "/reserve").value_or(0), reservedBytes);
        const auto room = roomForPublishing(story.ana.folder());
        QVERIFY(room > 0);
        QVERIFY(giveUpReserve(story.ana.folder()));
        QVERIFY(!fileLength(story.ana.folder() + "/reserve"));
        QVERIFY(!giveUpReserve(story.ana.folder()));
    }

    void aProfileThatCannotBeWrittenIsForLooking()
    {
        Story story;
        Files files = closedFiles(story.ana);
        QTemporaryDir open(QStringLiteral("/tmp/satchel-looking-XXXXXX")); // where others may come, too
        const std::string folder = open.filePath(QStringLiteral("profile")).toStdString();
        fs::rename(lay(files), folder);
        fs::permissions(open.path().toStdString(), fs::perms(0755));
        for (const auto& entry : fs::directory_iterator(folder))
            fs::permissions(entry.path(), fs::perms(0444));
        fs::permissions(folder, fs::perms(0555));
        const bool isRoot = geteuid() == 0;
        if (isRoot)
            QVERIFY(seteuid(65534) == 0);
        {
            auto opened = Replica::open(folder, story.company.clock());
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
            Replica& replica = **opened;
            QVERIFY(replica.isReadOnly());
            QVERIFY(isSentence(replica.notice()));
            QVERIFY(must(replica.find(schema::entity("contact"), story.added)).has_value());
            QVERIFY(!must(replica.searchEverything("typed", 10)).empty());
            const Entity& entity = schema::entity("contact");
            const auto done = replica.commit(
                {{.entity = &entity, .id = story.added, .values = {{*entity.indexOf("notes"), Value("x")}}}});
            QVERIFY(!done.ok());
            QVERIFY(isSentence(done.error().message));
            QVERIFY(lockProfile(folder, 0).ok());
        }
        const auto elsewhere = Replica::open(folder + "/new", story.company.clock());
        if (isRoot)
            QVERIFY(seteuid(0) == 0);
        QVERIFY(!elsewhere.ok());
        QVERIFY(isSentence(elsewhere.error().message));
        fs::permissions(folder, fs::perms(0700));
        QVERIFY(filesOf(folder) == files);
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "DamageTest.moc"
