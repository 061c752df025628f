// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Webhook.h"
#include "sync/server/HttpPost.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/sync/server/Receiver.h"

#include <QProcess>
#include <QTest>

using namespace satchel;
using namespace satchel::test;
namespace webhook = server::webhook;

namespace {

std::string taken(const std::string& url)
{
    const auto address = webhook::addressOf(url);
    return address.ok()
               ? (address->secure ? "tls " : "plain ") + address->host + ' ' + address->port + ' ' + address->target
               : "refused";
}

void openssl(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

} // namespace

/// Where orders go: what address is taken, what is signed how, and who is trusted at the other end.
class WebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void onlyTlsLeavesThisMachine()
    {
        QCOMPARE(taken("https://orders.example.com/satchel?key=1"), "tls orders.example.com 443 /satchel?key=1");
        QCOMPARE(taken("https://orders.example.com"), "tls orders.example.com 443 /");
        QCOMPARE(taken("https://orders.example.com:8443?x"), "tls orders.example.com 8443 /?x");
        QCOMPARE(taken("https://[2001:db8::1]:8443/x"), "tls 2001:db8::1 8443 /x");
        QCOMPARE(taken("http://localhost:8080/x"), "plain localhost 8080 /x");
        QCOMPARE(taken("http://127.0.0.1/x"), "plain 127.0.0.1 80 /x");
        QCOMPARE(taken("http://[::1]:81/x"), "plain ::1 81 /x");
        for (const char* url : {"http://orders.example.com/",
                                "http://localhost.example.com/",
                                "http://127.0.0.1.example.com/",
                                "https://user:word@orders.example.com/",
                                "https://localhost@orders.example.com/",
                                "ftp://localhost/",
                                "https://",
                                "https:///x",
                                "https://x:0/",
                                "https://x:70000/",
                                "https://x:80x/",
                                "https://x /",
                                "https://x/\r\nHost: y",
                                "https://b\xC3\xBC.example.com/",
                                "https://x/#y",
                                "http://[localhost]/",
                                "https://::1/",
                                "https://x:/",
                                "",
                                "orders.example.com",
                                "http://127.0.0.1\\@orders.example.com/"})
            QCOMPARE(taken(url), "refused");
    }

    void theSignatureIsTheOneOfTheStandard()
    {
        // RFC 4231, test case 2, and a key longer than a block (test case 6).
        QCOMPARE(webhook::signature("Jefe", "what do ya want for nothing?"),
                 "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        QCOMPARE(webhook::signature(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
                 "sha256=60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        QVERIFY(webhook::isSigned("Jefe", "what do ya want for nothing?",
                                  "sha256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"));
        QVERIFY(!webhook::isSigned({}, "", webhook::signature({}, "")));
    }

    void itIsKeptInTheDatabase_data() { m_engines.rows(); }
    void itIsKeptInTheDatabase()
    {
        Company company(m_engines.database());
        server::Database& database = company.database();
        QVERIFY(!webhook::set(database, "https://a.example.com/", {}, 0).ok()); // no secret yet
        QVERIFY(!webhook::set(database, "https://a.example.com/", "too short", 0).ok());
        QVERIFY(!webhook::set(database, "http://a.example.com/", "long enough, this one", 0).ok());
        QCOMPARE(must(webhook::read(database)).url, "");
        must(webhook::set(database, "https://a.example.com/", "long enough, this one", 0));
        must(webhook::set(database, "https://b.example.com/", {}, 0));
        const auto other = must(company.factory().connect());
        QCOMPARE(must(webhook::read(*other)).url, "https://b.example.com/");
        QCOMPARE(must(webhook::read(*other)).secret, "long enough, this one");
        must(webhook::off(database));
        QCOMPARE(must(webhook::read(*other)).url, "");
        QCOMPARE(must(webhook::read(*other)).secret, "");
    }

    void onlyATrustedCertificateOfTheRightNameIsTalkedTo()
    {
        const QTemporaryDir folder;
        const auto file = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        const auto make = [&](const char* name, const QString& names) {
            openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                     QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                     QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                     QStringLiteral("/CN=receiver"), QStringLiteral("-addext"),
                     QStringLiteral("subjectAltName=") + names, QStringLiteral("-keyout"),
                     file(name) + QStringLiteral(".key"), QStringLiteral("-out"), file(name)});
        };
        make("right", QStringLiteral("DNS:localhost,IP:127.0.0.1"));
        make("wrong", QStringLiteral("DNS:elsewhere.example.com"));
        const auto post = [](const Receiver& receiver, const std::string& host) {
            server::HttpPost poster;
            const auto answer =
                poster.send(must(webhook::addressOf(receiver.url(host))), {{"X-Some", "thing"}}, "body");
            return answer.ok() ? std::to_string(*answer) : answer.error().message;
        };
        const std::string distrust = "The receiver does not speak TLS, or its certificate is not trusted here.";
        const Receiver right(file("right").toStdString(), file("right.key").toStdString());
        const Receiver wrong(file("wrong").toStdString(), file("wrong.key").toStdString());
        const Receiver plain;
        const QByteArray before = qgetenv("SSL_CERT_FILE");
        QCOMPARE(post(right, "localhost"), distrust); // the system does not know it
        qputenv("SSL_CERT_FILE", file("right").toUtf8());
        QCOMPARE(post(right, "localhost"), "200");
        QCOMPARE(post(right, "127.0.0.1"), "200");
        QCOMPARE(right.received().size(), 2U);
        QCOMPARE(right.received()[0].body, "body");
        QCOMPARE(right.received()[0].header("X-Some"), "thing");
        qputenv("SSL_CERT_FILE", file("wrong").toUtf8());
        QCOMPARE(post(wrong, "localhost"), distrust); // trusted, but somebody else
        QCOMPARE(wrong.received().size(), 0U);
        server::HttpPost poster({.all = std::chrono::milliseconds(300)}); // for it will not answer
        server::WebhookAddress address = must(webhook::addressOf(plain.url()));
        address.secure = true;
        address.host = "localhost";
        const auto answer = poster.send(address, {}, "body");
        QVERIFY(!answer.ok());
        QVERIFY(plain.received().empty());
        before.isNull() ? qunsetenv("SSL_CERT_FILE") : qputenv("SSL_CERT_FILE", before);
    }

private:
    Engines m_engines;
};

QTEST_GUILESS_MAIN(WebhookTest)
#include "WebhookTest.moc"
