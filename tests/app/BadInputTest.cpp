// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUuid>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Whatever is typed wrong, missing, full, damaged or strange gets one clear sentence and exit 1, and changes nothing.
class BadInputTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SmallCompany> m_company;
    Profile m_ana;

    /// Everything that a profile shows.
    static QJsonObject everything(const Profile& profile)
    {
        QJsonObject all = profile.json({"status"});
        all.remove(u"last_sync"_s);
        all[u"inbox"_s] = profile.inbox();
        for (const char* entity : {"territory", "user", "account", "account_team", "contact", "lead", "activity",
                                   "task", "product", "price_list", "price_entry"})
            all[QString::fromUtf8(entity) + u" rows"_s] = profile.all(entity);
        all[u"history"_s] = profile.json({"history", "contact", profile.all("contact").at(0)[u"id"].toString()});
        return all;
    }
    /// Works on the profile under circumstances in which writing fails at some point: either it is done, or it is
    /// refused with a sentence and nothing has changed.
    void doneOrRefused(const Profile& profile, const Words& words, const Circumstances& under, const QByteArray& what)
    {
        const QJsonObject before = everything(profile);
        const Ran ran = profile.run(words, under);
        QVERIFY2(ran.code == 0 || (ran.code == 1 && ran.oneSentence()),
                 (what + ": " + words.join(u' ').toUtf8() + "\n" + ran.all()).constData());
        if (ran.code != 0)
            QVERIFY2(everything(profile) == before, what.constData());
    }
    /// The status of the server's answer; 0 if it hung up without one.
    int post(const QByteArray& head, const QByteArray& body)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_company->server.port());
        if (!socket.waitForConnected())
            return -1;
        socket.write(head + body);
        QByteArray answer;
        while (!answer.contains("\r\n") && socket.waitForReadyRead(20'000))
            answer += socket.readAll();
        return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
    }
    int post(const QByteArray& path, const QByteArray& token, const QByteArray& body)
    {
        return post("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/cbor\r\n" +
                        (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") +
                        "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n",
                    body);
    }
    qint64 peakMemory() const ///< of the server, in bytes
    {
        for (const QByteArray& line : contentOf(u"/proc/%1/status"_s.arg(m_company->server.process())).split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ')[0].toLongLong() * 1024;
        return 0;
    }
    /// satchelctl login at something that is no Satchel server, which says `reply` to everybody.
    Ran loginAt(const QByteArray& reply, bool hangUp)
    {
        QTcpServer stranger;
        stranger.listen(QHostAddress::LocalHost);
        connect(&stranger, &QTcpServer::newConnection, &stranger, [&] {
            QTcpSocket* socket = stranger.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [=] {
                socket->readAll();
                socket->write(reply);
                if (hangUp)
                    socket->disconnectFromHost();
            });
        });
        const auto program = launch(satchelctl(), {"--profile", m_company->path("stranger"), "login",
                                                   u"http://127.0.0.1:%1"_s.arg(stranger.serverPort()), "ana"});
        (void)QTest::qWaitFor([&] { return program->state() == QProcess::NotRunning; }, 60'000);
        return finish(*program);
    }
    static void setVersion(const QString& database, char version) ///< PRAGMA user_version, as a newer program leaves it
    {
        QFile file(database);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(62) && file.write(QByteArray(1, version)) == 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_company = std::make_unique<SmallCompany>();
        m_ana = m_company->laptop("ana");
        m_ana.add("task", {"title=Waits to be sent"});
        writeFile(m_company->path("good.csv"), "email,last_name\nnew@example.com,New\n");
        writeFile(m_company->path("garbage.csv"),
                  QByteArray::fromHex("00ff00fe1f8b0800000000000003") + QByteArray(4000, '\xC3'));
    }

    void whatIsTypedWrongIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        const QByteArray nobody = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const auto row = [](const char* name, const Words& words) { QTest::newRow(name) << QStringList(words); };
        row("an unknown entity to list", {"list", "unicorn"});
        row("an unknown entity to show", {"show", "unicorn", nobody});
        row("an unknown entity to add", {"add", "unicorn", "name=x"});
        row("an unknown entity's schema", {"schema", "unicorn"});
        row("an unknown entity to export", {"export", "unicorn", m_company->path("x.csv")});
        row("an unknown entity to import", {"import", m_company->path("good.csv"), "--as", "unicorn"});
        row("an unknown field to add", {"add", "contact", "last_name=x", "wings=2"});
        row("an unknown field to filter by", {"list", "contact", "--where", "wings=2"});
        row("an unknown field to order by", {"list", "contact", "--order", "wings"});
        row("an unknown id", {"show", "contact", nobody});
        row("an unknown id to change", {"set", "contact", nobody, "phone=1"});
        row("an unknown id to delete", {"delete", "contact", nobody});
        row("an unknown id's history", {"history", "contact", nobody});
        row("no id at all", {"show", "contact", "; DROP TABLE contact"});
        row("an empty id", {"show", "contact", ""});
        row("a required field left out", {"add", "contact", "phone=1"});
        row("an unknown inbox item to take", {"inbox", "take", nobody, "a"});
        row("an unknown inbox item to dismiss", {"inbox", "dismiss", nobody});
        row("a filter that is no number", {"list", "account", "--where", "employees>many"});
        row("a filter that is no date", {"list", "task", "--where", "due<tomorrow"});
        row("a cursor that nobody gave", {"list", "contact", "--after", "x'; --"});
        row("a page of nothing", {"list", "contact", "--limit=-1"});
        row("a file to import that is not there", {"import", m_company->path("nothing.csv"), "--as", "contact"});
        row("a folder to import", {"import", m_company->folder.path(), "--as", "contact"});
        row("a file to import that is no text", {"import", m_company->path("garbage.csv"), "--as", "contact"});
        row("a column to map that is not there",
            {"import", m_company->path("good.csv"), "--as", "contact", "--map", "Wings=phone"});
        row("a field to map that is not there",
            {"import", m_company->path("good.csv"), "--as", "contact", "--map", "email=wings"});
        row("a key that is not there", {"import", m_company->path("good.csv"), "--as", "contact", "--key", "wings"});
        row("a folder to export to that is not there", {"export", "contact", m_company->path("no/such/folder/x.csv")});
        row("a server's address that is none", {"login", "nonsense", "ana"});
        row("a server where nobody listens", {"login", "http://127.0.0.1:1", "ana"});
        row("another scheme", {"login", "ftp://127.0.0.1/", "ana"});
    }
    void whatIsTypedWrongIsRefusedAndChangesNothing()
    {
        QFETCH(QStringList, words);
        const QJsonObject before = everything(m_ana);
        m_ana.refused(1, words);
        QCOMPARE(everything(m_ana), before);
        QVERIFY(!QFile::exists(m_company->path("x.csv")));
    }

    /// What the command line itself does not understand, before any record is looked at.
    void whatIsNoCommandIsRefusedAndChangesNothing()
    {
        const QJsonObject before = everything(m_ana);
        m_ana.refused(2, {"sing"});
        m_ana.refused(2, {"list"});
        m_ana.refused(2, {"list", "lead", "--loudly"});
        for (const char* condition : {"status", "=new", "status!new", "status<>new", "annual_revenue>=5", "score<=5"})
            m_ana.refused(2, {"list", "lead", "--where", condition});
        m_ana.refused(2, {"import", m_company->path("good.csv"), "--as", "contact", "--map", "email"});
        QCOMPARE(everything(m_ana), before);
    }

    void aMalformedValueIsRefusedWithAllThatCameWithIt_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("value");
        const auto rows = [](const char* entity, const QByteArrayList& values) {
            for (const QByteArray& value : values)
                QTest::newRow((entity + QByteArray(" ") + value.left(60)).constData())
                    << QString::fromUtf8(entity) << QString::fromUtf8(value);
        };
        rows("contact", {"last_name=",
                         "last_name=" + QByteArray(101, 'x'),
                         "notes=" + QByteArray(100'001, 'x'),
                         "timeline=" + QByteArray(2'001, 'x'),
                         "birthday=2026-02-30",
                         "birthday=22.11.2026",
                         "birthday=2026-13-01",
                         "decision_role=king",
                         "account=Nobody Inc.",
                         "account=" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces),
                         "owner=nobody",
                         "email=not an address",
                         "tags=[\"a\"",
                         "tags=[1]",
                         "tags=[\"" + QByteArray(61, 'x') + "\"]",
                         R"(address=["Ulm"])",
                         R"(address={"planet":"Mars"})",
                         R"(address={"city":5})",
                         "wings=2",
                         "id=" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces)});
        rows("account", {"employees=many", "employees=1.5", "employees=99999999999999999999", "annual_revenue=12.30",
                         "annual_revenue=12,30 EUR", "annual_revenue=12.30 EURO", "annual_revenue=EUR",
                         "annual_revenue=1e9 EUR", "annual_revenue=99999999999999999999999 EUR",
                         "parent=" + m_company->id("Acme").toUtf8() + "x", "national=true"});
        rows("task", {"done=maybe", "priority=urgent", "due=soon", "assignee="});
        rows("activity", {"starts=yesterday", "starts=2026-11-22T25:00:00Z", "starts=2026-11-22", "kind=dance"});
    }
    void aMalformedValueIsRefusedWithAllThatCameWithIt()
    {
        QFETCH(QString, entity);
        QFETCH(QString, value);
        const QMap<QString, Words> good{{u"contact"_s, {"last_name=Good", "phone=77"}},
                                        {u"account"_s, {"name=Good", "phone=77"}},
                                        {u"task"_s, {"title=Good", "notes=77"}},
                                        {u"activity"_s, {"subject=Good", "notes=77"}}};
        const QByteArray name = entity.toUtf8();
        const QString id = m_ana.add(name.constData(), good[entity]);
        const QJsonObject before = everything(m_ana);
        m_ana.refused(1, {"set", entity, id, good[entity][1].replace(u"77"_s, u"88"_s), value});
        if (!value.startsWith(u"assignee="_s) && !value.startsWith(u"last_name="_s))
            m_ana.refused(1, Words(Words{"add", entity} + good[entity] + Words{value}));
        QCOMPARE(everything(m_ana), before);
    }

    void textThatIsNotUtf8IsRefused()
    {
        const QString id = m_company->id("Ruiz");
        const QJsonObject before = everything(m_ana);
        for (const char* bytes : {"\\377", "\\300\\257", "\\355\\240\\200", "a\\342\\202"}) {
            const QString script = u"exec \"$0\" --profile \"$1\" set contact \"$2\" \"notes=$(printf '%1')\""_s.arg(
                QString::fromUtf8(bytes));
            const Ran ran = run(u"/bin/sh"_s, {"-c", script, satchelctl(), m_ana.folder(), id});
            QVERIFY2(ran.code == 1 && ran.oneSentence(), ran.all().constData());
        }
        QCOMPARE(everything(m_ana), before);
    }

    void aProfileThatWasNeverSignedInIsRefusedAndNotMade()
    {
        const Profile nobody = m_company->unused("never");
        for (const Words& words : {Words{"status"}, Words{"list", "contact"}, Words{"sync"}, Words{"verify"},
                                   Words{"add", "contact", "last_name=x"}, Words{"inbox"}})
            nobody.refused(1, words);
        QVERIFY(!QFile::exists(nobody.file(u"replica.sqlite"_s)));
        Profile(m_company->path("good.csv")).refused(1, {"status"});
        Profile(m_company->path("good.csv")).refused(1, {"login", m_company->server.url(), "ana"});
    }

    void aServerThatIsNoSatchelServerIsRefused_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("a web page") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>no</html>");
        QTest::newRow("an empty answer") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("an answer cut off")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 5000\r\n\r\nabc");
        QTest::newRow("no HTTP") << QByteArray("220 mail.example.com ESMTP\r\n");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("a failure") << QByteArray("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("a redirect") << QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("a number of gigabytes")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 3\r\n\r\n\x5a\xff\xff");
    }
    void aServerThatIsNoSatchelServerIsRefused()
    {
        QFETCH(QByteArray, reply);
        const Ran ran = loginAt(reply, true);
        QVERIFY2(ran.code == 1 && ran.oneSentence() && ran.out.isEmpty(), ran.all().constData());
    }

    void aFileThatIsNoDatabaseIsSetAsideAndTheWorkGoesOn()
    {
        const Profile broken = m_company->laptop("ana", "broken");
        const QByteArray good = contentOf(broken.file(u"replica.sqlite"_s));
        for (const QByteArray& content :
             {QByteArray("This is my shopping list, which is not a database at all.\n").repeated(100),
              QByteArray(8192, '\0'), good.left(100), "SQLite format 3" + QByteArray(5000, '\xAA')}) {
            for (const char* extra : {"replica.sqlite-wal", "replica.sqlite-shm"})
                QFile::remove(broken.file(QString::fromUtf8(extra)));
            writeFile(broken.file(u"replica.sqlite"_s), content);
            const Ran status = broken.run({"status"});
            QVERIFY2(status.code == 0, status.all().constData());
            QVERIFY2(status.err.contains("damaged"), status.all().constData()); // said in words
            const QDir folder(QFileInfo(broken.file(u"replica.sqlite"_s)).path());
            bool kept = false;
            for (const QString& name : folder.entryList({u"replica.sqlite.damaged-*"_s}))
                kept = kept || contentOf(folder.filePath(name)) == content;
            QVERIFY(kept);
            QVERIFY(broken.verified());
        }
    }

    void dataOfANewerProgramIsRefusedWithWords()
    {
        const Profile newer = m_company->laptop("ana", "newer");
        setVersion(newer.file(u"replica.sqlite"_s), 99);
        const QByteArray content = contentOf(newer.file(u"replica.sqlite"_s));
        for (const Words& words :
             {Words{"status"}, Words{"list", "contact"}, Words{"add", "contact", "last_name=x"}, Words{"sync"}})
            QVERIFY(newer.refused(1, words).contains("newer"));
        QCOMPARE(contentOf(newer.file(u"replica.sqlite"_s)), content);
    }

    void aFullDiskIsSaidAndCostsNothing_data()
    {
        QTest::addColumn<Words>("words");
        QTest::newRow("set") << Words{"set", "contact", m_company->id("Ruiz"), "timeline=x"};
        QTest::newRow("add") << Words{"add", "contact", "last_name=Full"};
        QTest::newRow("import") << Words{"import", m_company->path("good.csv"), "--as", "contact"};
        QTest::newRow("export") << Words{"export", "contact", m_company->path("full.csv")};
    }
    void aFullDiskIsSaidAndCostsNothing()
    {
        QFETCH(Words, words);
        for (const rlim_t size : {0, 10, 512, 4'096, 20'000, 33'000, 40'000})
            doneOrRefused(m_ana, words, {.largestFile = size},
                          "no file over " + QByteArray::number(static_cast<int>(size)));
        if (const QString strace = installed("strace"); !strace.isEmpty())
            for (const char* fault :
                 {"pwrite64:error=ENOSPC:when=1+", "pwrite64:error=ENOSPC:when=3+", "write:error=ENOSPC:when=1",
                  "fdatasync:error=EIO:when=1+", "fdatasync:error=EIO:when=2+", "ftruncate:error=ENOSPC:when=1"})
                doneOrRefused(
                    m_ana, words,
                    {.wrapper = {strace, "-D", "-f", "-qq", "-o", "/dev/null", "-e", "inject=" + QByteArray(fault)}},
                    fault);
        else
            qWarning("strace is not installed here: only a limit of the file size was tried");
        m_ana.set("contact", m_company->id("Ruiz"), {"timeline=there is room again"});
    }

    void aDiskThatFillsDuringASyncLosesNothing()
    {
        const Profile full = m_company->laptop("ana", "full");
        for (const rlim_t size : {0, 512, 4'096, 33'000, 60'000}) {
            const QString id = full.add("contact", {"last_name=Full", "account=Acme"});
            const Ran ran = full.run({"sync"}, {.largestFile = size});
            QVERIFY2(ran.code == 0 || (ran.code == 1 && ran.oneSentence()), ran.all().constData());
            QVERIFY(full.has("contact", id));
            full.sync();
            QVERIFY(full.has("contact", id));
            const Profile fresh = m_company->unused(("fresh" + QByteArray::number(static_cast<int>(size))).constData());
            fresh.refused(1, {"login", m_company->server.url(), "ana"}, {.largestFile = size});
            fresh.login(m_company->server.url(), "ana"); // what was begun does not stand in the way
            QVERIFY(fresh.has("contact", id));
        }
        QVERIFY(full.verified());
    }

    void aServersDiskThatIsFullLosesNothing()
    {
        RunningServer& server = m_company->server;
        const QString id = m_ana.add("contact", {"last_name=Server is full", "account=Acme"});
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start({.largestFile = 40'000}));
        for (int i = 0; i < 3; ++i) {
            const Ran ran = m_ana.run({"sync"});
            QVERIFY2(ran.code == 1 && ran.oneSentence(), ran.all().constData());
            QVERIFY(m_ana.has("contact", id));
        }
        server.stop();
        QVERIFY(server.start());
        m_ana.sync();
        QCOMPARE(m_ana.waiting(), 0);
        m_company->boss.sync();
        QVERIFY(m_company->boss.has("contact", id));
        QVERIFY(m_ana.verified() && m_company->boss.verified());
    }

    void aReadOnlyDiskIsSaid()
    {
        const Words readOnly{
            "unshare",     "-m", "sh", "-c", R"(mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@")",
            m_ana.folder()};
        if (run(u"unshare"_s, Words(readOnly.mid(1) + Words{"true"})).code != 0)
            QSKIP("a folder cannot be made read-only here (it takes root and unshare)");
        const QJsonObject before = everything(m_ana);
        const Circumstances under{.wrapper = readOnly};
        m_ana.refused(1, {"set", "contact", m_company->id("Ruiz"), "phone=1"}, under);
        m_ana.refused(1, {"sync"}, under);
        QCOMPARE(everything(m_ana), before);
    }

    void randomBytesToEveryEndpointAreRefusedAndChangeNothing()
    {
        m_ana.sync();
        m_company->boss.sync();
        const QJsonObject before = everything(m_company->boss);
        const QByteArray token = contentOf(m_ana.file(u"token"_s)).trimmed();
        QRandomGenerator random(20261122);
        for (const char* path : {"/v1/login", "/v1/logout", "/v1/push", "/v1/pull", "/v1/nothing", "/"}) {
            for (int i = 0; i < 60; ++i) {
                QByteArray body(random.bounded(300), '\0');
                for (char& byte : body)
                    byte = static_cast<char>(random.bounded(256));
                if (i % 3 == 1 && !body.isEmpty())
                    body[0] = static_cast<char>(0xA0 + random.bounded(24)); // looks like a map
                if (i % 10 == 9)
                    body = QByteArray(100'000, "\x81\x9f\xa1\xd8"[random.bounded(4)]); // nested without end
                const int status =
                    post(path, i % 2 == 0 && qstrcmp(path, "/v1/logout") != 0 ? token : QByteArray(), body);
                QVERIFY2(
                    (status >= 400 && status < 500) || (qstrcmp(path, "/v1/logout") == 0 && status < 500),
                    (path + QByteArray(" ") + QByteArray::number(status) + " " + body.left(100).toHex()).constData());
            }
        }
        for (int i = 0; i < 40; ++i) { // not even HTTP
            QByteArray noise(random.bounded(2'000) + 4, '\0');
            for (char& byte : noise)
                byte = static_cast<char>(random.bounded(256));
            const int status = post(noise + "\r\n\r\n", QByteArray());
            QVERIFY2(status == 0 || (status >= 400 && status < 500), QByteArray::number(status).constData());
        }
        QVERIFY(m_company->server.running());
        QVERIFY(m_ana.verified());
        m_company->boss.sync();
        QCOMPARE(everything(m_company->boss), before);
    }

    void aHugeBodyIsRefusedBeforeItIsRead()
    {
        const qint64 before = peakMemory();
        QVERIFY(before > 0);
        for (const char* path : {"/v1/login", "/v1/push", "/v1/pull"})
            QCOMPARE(post("POST " + QByteArray(path) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000000\r\n\r\n",
                          QByteArray(1 << 20, 'x')),
                     413);
        QVERIFY(post("GET / HTTP/1.1\r\nX: " + QByteArray(4 << 20, 'x') + "\r\n\r\n", {}) < 500);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_company->server.port());
        QVERIFY(socket.waitForConnected());
        socket.write("POST /v1/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "100000\r\n" + QByteArray(0x100000, 'x') + "\r\n";
        int chunks = 0;
        while (chunks < 200 && socket.state() == QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0) {
            socket.write(chunk);
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5'000)) {
            }
            ++chunks;
        }
        QVERIFY2(chunks < 200, "a body without end is read to the end");
        QVERIFY2(peakMemory() - before < 64 << 20, QByteArray::number(peakMemory() - before).constData());
        m_ana.sync();
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "BadInputTest.moc"
