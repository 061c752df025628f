// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/Orders.h"
#include "sync/server/Alerts.h"
#include "sync/server/OrderCourier.h"
#include "sync/server/OrderExport.h"
#include "tests/support/Engines.h"
#include "tests/sync/server/Receiver.h"

#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace satchel;
using namespace satchel::test;
using server::Delivery;
using server::HttpPost;
using server::OrderCourier;
namespace deliveries = server::deliveries;

namespace {

using Json = nlohmann::ordered_json;

/// Waits for nobody for long.
HttpPost::Limits impatient()
{
    return {.all = std::chrono::milliseconds(300), .farewell = std::chrono::milliseconds(100)};
}

void configure(Company& company, const std::string& url)
{
    must(server::webhook::set(company.database(), url, webhookSecret, company.clock().now()));
}

/// The courier's rounds until nothing is due; what each attempt failed with, "" for delivered.
std::vector<std::string> deliver(server::Database& database, Environment& environment)
{
    HttpPost post(impatient());
    std::vector<std::string> attempts;
    while (const auto attempt = must(OrderCourier::deliverNext(database, environment, post)))
        attempts.push_back(attempt->error);
    return attempts;
}
std::vector<std::string> deliver(Company& company)
{
    return deliver(company.database(), company.clock());
}

std::vector<std::string> states(Company& company)
{
    std::vector<std::string> found;
    for (const Delivery& delivery : must(deliveries::list(company.database(), std::nullopt)))
        found.push_back(delivery.number + ' ' + delivery.event + ' ' + server::stateName(delivery.state));
    return found;
}

using Texts = std::vector<std::string>;

/// What a receiver computes, by somebody else's code.
std::string hmacByQt(const std::string& body)
{
    const QByteArray code = QMessageAuthenticationCode::hash(
        QByteArray::fromStdString(body), QByteArray::fromStdString(webhookSecret), QCryptographicHash::Sha256);
    return "sha256=" + code.toHex().toStdString();
}

std::string hmacByOpenssl(const std::string& body)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-r"),
                                              QStringLiteral("-hmac"), QString::fromStdString(webhookSecret)});
    process.write(QByteArray::fromStdString(body));
    process.closeWriteChannel();
    process.waitForFinished();
    return "sha256=" + process.readAllStandardOutput().left(64).toStdString();
}

} // namespace

/// Orders leave the server: each exactly as it was made, at least once, to nobody but the one who is configured.
class OrdersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void anOrderIsRecordedWithAllOfItsLines_data() { m_engines.rows(); }
    void anOrderIsRecordedWithAllOfItsLines()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Sold sold = sell(company, ana, "O-1");
        ana.line().losesReplies = 1; // she sends it twice
        (void)ana.trySync();
        ana.sync();
        QVERIFY(ana.agreesWithServer());
        const auto all = must(deliveries::list(company.database(), std::nullopt));
        QCOMPARE(all.size(), 1U);
        QCOMPARE(all[0].event, "order.created");
        QCOMPARE(all[0].number, "O-1");
        const Json body = Json::parse(all[0].body);
        QCOMPARE(body["delivery"].get<std::string>(), all[0].id.toString());
        const Json& order = body["order"];
        QCOMPARE(order["id"].get<std::string>(), sold.order.toString());
        QCOMPARE(order["account"]["number"].get<std::string>(), "A-1");
        QCOMPARE(order["contact"]["last_name"].get<std::string>(), "Ruiz");
        QCOMPARE(order["owner"]["login"].get<std::string>(), "ana");
        QCOMPARE(order["gross"].get<std::string>(), "49.86");
        QVERIFY(order["quote"].is_null());
        QCOMPARE(order["lines"].size(), 2U);
        QCOMPARE(order["lines"][0]["product"]["code"].get<std::string>(), "P-1");
        QCOMPARE(order["lines"][0]["quantity"].get<std::string>(), "3");
        QCOMPARE(order["lines"][0]["unit_price"].get<std::string>(), "12.30");
        QCOMPARE(order["lines"][1]["description"].get<std::string>(), "Manual,\n2nd edition");
    }

    void aRefusedOrderGoesNowhere_data() { m_engines.rows(); }
    void aRefusedOrderGoesNowhere()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        Laptop& dora = company.laptop("dora");
        dora.set("account", company.acme,
                 {{"territory", company.south.toString()}, {"owner", "carl"}}); // not ana's now
        dora.sync();
        (void)ana.trySync();
        QCOMPARE(states(company), Texts());
    }

    void nothingIsLostBeforeAWebhookIsConfigured_data() { m_engines.rows(); }
    void nothingIsLostBeforeAWebhookIsConfigured()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        QCOMPARE(deliver(company), Texts());
        Receiver receiver;
        configure(company, receiver.url());
        QCOMPARE(deliver(company), Texts{""});
        QCOMPARE(deliver(company), Texts());
        QCOMPARE(states(company), Texts{"O-1 order.created delivered"});
        const auto received = receiver.received();
        QCOMPARE(received.size(), 1U);
        const Delivery delivery = must(deliveries::list(company.database(), std::nullopt))[0];
        QVERIFY(received[0].head.starts_with("POST /orders?from=satchel HTTP/1.1\r\n"));
        QCOMPARE(received[0].header("Content-Type"), "application/json");
        QCOMPARE(received[0].header("X-Satchel-Event"), "order.created");
        QCOMPARE(received[0].header("X-Satchel-Delivery"), delivery.id.toString());
        QCOMPARE(received[0].body, delivery.body);
        QCOMPARE(received[0].header("X-Satchel-Signature"), hmacByQt(received[0].body));
        QCOMPARE(received[0].header("X-Satchel-Signature"), hmacByOpenssl(received[0].body));
    }

    void whatIsNotAnsweredWithSuccessComesAgain_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<std::string>("error");
        const auto row = [](const char* name, const std::string& answer, const char* error) {
            QTest::newRow(name) << false << answer << std::string(error);
        };
        row("500", Receiver::status(500), "The receiver answered 500.");
        row("404", Receiver::status(404), "The receiver answered 404.");
        row("a redirect", Receiver::status(302, "Location: /elsewhere\r\n"), "The receiver answered 302.");
        row("garbage", "220 mail.example.com ESMTP\r\n\r\n", "The receiver's answer is not HTTP, or too long.");
        row("too long", "HTTP/1.1 200 OK\r\nX: " + std::string(70000, 'x') + "\r\n\r\n",
            "The receiver's answer is not HTTP, or too long.");
        row("hangs up", "", "The receiver closed the connection without an answer.");
        row("silence", Receiver::silence, "The receiver did not answer in time.");
    }
    void whatIsNotAnsweredWithSuccessComesAgain()
    {
        QFETCH(std::string, answer);
        QFETCH(std::string, error);
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers(answer);
        configure(company, receiver.url());
        QCOMPARE(deliver(company), Texts{error});
        QCOMPARE(must(deliveries::list(company.database(), std::nullopt))[0].error, error);
        receiver.answers(Receiver::status(204));
        QCOMPARE(deliver(company), Texts()); // not yet
        company.clock().advance(deliveries::shortestPause + HandEnvironment::second);
        QCOMPARE(deliver(company), Texts{""});
        const auto received = receiver.received();
        QCOMPARE(received.size(), 2U); // and no third one to where the redirect pointed
        QCOMPARE(received[0].body, received[1].body);
        QCOMPARE(received[0].header("X-Satchel-Delivery"), received[1].header("X-Satchel-Delivery"));
    }

    void aLongAnswerIsCutOffAndCounts()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + std::string(300000, 'x'));
        configure(company, receiver.url());
        QCOMPARE(deliver(company), Texts{""});
    }

    void nobodyThere()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        std::string url;
        {
            const Receiver gone;
            url = gone.url();
        }
        configure(company, url);
        QCOMPARE(deliver(company), Texts{"The receiver cannot be reached."});
    }

    void whatIsRefusedForThreeDaysIsDeadUntilSomebodySendsItAgain_data() { m_engines.rows(); }
    void whatIsRefusedForThreeDaysIsDeadUntilSomebodySendsItAgain()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers(Receiver::status(503));
        configure(company, receiver.url());
        const Milliseconds begun = company.clock().now();
        const auto current = [&] { return must(deliveries::list(company.database(), std::nullopt))[0]; };
        Milliseconds limit = deliveries::shortestPause;
        std::vector<Milliseconds> pauses;
        while (current().state == Delivery::State::Waiting) {
            QVERIFY(must(server::alerts::list(company.database(), false)).empty());
            QCOMPARE(deliver(company), Texts{"The receiver answered 503."});
            const Delivery delivery = current();
            if (delivery.state != Delivery::State::Waiting)
                break;
            const Milliseconds pause = delivery.due - company.clock().now();
            QVERIFY(pause > 0 && pause <= limit + HandEnvironment::second);
            pauses.push_back(pause);
            limit = std::min(2 * limit, deliveries::longestPause);
            company.clock().setNow(delivery.due - 1);
            QCOMPARE(deliver(company), Texts());
            company.clock().setNow(delivery.due);
        }
        const Delivery dead = current();
        QCOMPARE(dead.state, Delivery::State::Dead);
        QVERIFY(dead.attempts >= 15 && dead.attempts < 60);
        QVERIFY(company.clock().now() - begun >= deliveries::patience);
        QVERIFY(company.clock().now() - begun <= deliveries::patience + deliveries::longestPause + 1000);
        QVERIFY(std::adjacent_find(pauses.begin(), pauses.end()) == pauses.end()); // by chance, each another
        const auto alerts = must(server::alerts::list(company.database(), false));
        QCOMPARE(alerts.size(), 1U);
        QCOMPARE(alerts[0].kind, "orders");
        QVERIFY(alerts[0].text.find("O-1") != std::string::npos);
        QVERIFY(alerts[0].text.find("503") != std::string::npos);
        company.clock().advance(HandEnvironment::day);
        QCOMPARE(deliver(company), Texts());

        receiver.answers(Receiver::status(200));
        QCOMPARE(must(deliveries::resendDead(company.database(), company.clock().now())), 1);
        QVERIFY(must(server::alerts::list(company.database(), false)).empty());
        QCOMPARE(deliver(company), Texts{""});
        QCOMPARE(states(company), Texts{"O-1 order.created delivered"});
        must(deliveries::resend(company.database(), dead.id, company.clock().now())); // they have lost it over there
        QCOMPARE(deliver(company), Texts{""});
        QVERIFY(!deliveries::resend(company.database(), company.clock().newId(), 0).ok());
    }

    void ofOneOrderTheLaterEventWaitsForTheEarlier_data() { m_engines.rows(); }
    void ofOneOrderTheLaterEventWaitsForTheEarlier()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Sold first = sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers(Receiver::status(500));
        configure(company, receiver.url());
        QCOMPARE(deliver(company).size(), 1U);
        ana.set("order", first.order, {{"reference", "PO 8"}});
        sell(company, ana, "O-2");
        ana.sync();
        QCOMPARE(states(company),
                 (Texts{"O-1 order.created waiting", "O-1 order.changed waiting", "O-2 order.created waiting"}));
        receiver.answers(Receiver::status(200));
        must(company.database().query("UPDATE webhook_delivery SET due=$1 WHERE attempts>0",
                                      {server::Cell(company.clock().now() + 1000)}));
        QCOMPARE(deliver(company), Texts{""}); // O-2 has nothing to do with it
        company.clock().advance(HandEnvironment::second);
        QCOMPARE(deliver(company), (Texts{"", ""}));
        Texts order;
        for (const Received& each : receiver.received())
            order.push_back(each.header("X-Satchel-Event") + ' ' +
                            Json::parse(each.body)["order"]["reference"].get<std::string>());
        QCOMPARE(order,
                 (Texts{"order.created PO 7", "order.created PO 7", "order.created PO 7", "order.changed PO 8"}));
    }

    void behindADeadEventTheLaterOnesWaitUntilItIsForgotten_data() { m_engines.rows(); }
    void behindADeadEventTheLaterOnesWaitUntilItIsForgotten()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Sold sold = sell(company, ana, "O-1");
        ana.sync();
        must(company.database().query("UPDATE webhook_delivery SET state='dead'"));
        ana.set("order", sold.order, {{"notes", "Ring before you come."}});
        ana.sync();
        Receiver receiver;
        configure(company, receiver.url());
        QCOMPARE(deliver(company), Texts());
        must(deliveries::forget(company.database(), must(deliveries::list(company.database(), std::nullopt))[0].id,
                                company.clock().now()));
        QCOMPARE(deliver(company), Texts{""});
        QCOMPARE(states(company), (Texts{"O-1 order.created unwanted", "O-1 order.changed delivered"}));
    }

    void ofTwoServersOneSendsIt_data() { m_engines.rows(); }
    void ofTwoServersOneSendsIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        configure(company, receiver.url());
        const auto other = must(company.factory().connect());
        Texts theOthers{"not asked"};
        receiver.answers([&](const Received&) { // while the first is sending
            theOthers = deliver(*other, company.clock());
            return Receiver::status(200);
        });
        QCOMPARE(deliver(company), Texts{""});
        QCOMPARE(theOthers, Texts());
        QCOMPARE(receiver.received().size(), 1U);
    }

    void severalServersShareTheWork_data() { m_engines.rows(); }
    void severalServersShareTheWork()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        for (int i = 0; i < 30; ++i)
            sell(company, ana, ("O-" + std::to_string(i)).c_str());
        ana.sync();
        Receiver receiver;
        configure(company, receiver.url());
        std::vector<std::thread> servers;
        std::vector<std::unique_ptr<server::Database>> connections;
        for (int i = 0; i < 4; ++i) {
            connections.push_back(must(company.factory().connect()));
            servers.emplace_back([&, i] { (void)deliver(*connections[static_cast<std::size_t>(i)], company.clock()); });
        }
        for (std::thread& each : servers)
            each.join();
        const auto received = receiver.received();
        std::set<std::string> different;
        for (const Received& each : received)
            different.insert(each.header("X-Satchel-Delivery"));
        QCOMPARE(received.size(), 30U);
        QCOMPARE(different.size(), 30U);
    }

    void whoDiesBeforeNotingTheAnswerSendsItAgain_data() { m_engines.rows(); }
    void whoDiesBeforeNotingTheAnswerSendsItAgain()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        configure(company, receiver.url());
        company.clock().failing = [](std::string_view place, std::string_view) {
            return place == "webhook answered" ? Status(Error{ErrorKind::Internal, "It died."}) : Status(Ok{});
        };
        HttpPost post;
        QVERIFY(!OrderCourier::deliverNext(company.database(), company.clock(), post).ok());
        company.clock().failing = nullptr;
        QCOMPARE(states(company), Texts{"O-1 order.created waiting"});
        QCOMPARE(deliver(company), Texts()); // somebody may still be at it
        company.clock().advance(deliveries::lease);
        QCOMPARE(deliver(company), Texts{""});
        const auto received = receiver.received();
        QCOMPARE(received.size(), 2U);
        QCOMPARE(received[0].body, received[1].body);
        QCOMPARE(received[0].header("X-Satchel-Delivery"), received[1].header("X-Satchel-Delivery"));
    }

    void aClockThatIsSetBackHoldsNothingUp_data() { m_engines.rows(); }
    void aClockThatIsSetBackHoldsNothingUp()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers(Receiver::status(500));
        configure(company, receiver.url());
        company.clock().advance(400 * HandEnvironment::day);
        QCOMPARE(deliver(company).size(), 1U);
        company.clock().advance(-400 * HandEnvironment::day);
        receiver.answers(Receiver::status(200));
        QCOMPARE(deliver(company), Texts{""});
    }

    void whatNobodyWantsIsNotSent_data() { m_engines.rows(); }
    void whatNobodyWantsIsNotSent()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        company.clock().advance(HandEnvironment::day);
        const Milliseconds beginning = company.clock().now();
        sell(company, ana, "O-2");
        ana.sync();
        QCOMPARE(must(deliveries::forgetBefore(company.database(), beginning, company.clock().now())), 1);
        Receiver receiver;
        configure(company, receiver.url());
        QCOMPARE(deliver(company), Texts{""});
        QCOMPARE(states(company), (Texts{"O-1 order.created unwanted", "O-2 order.created delivered"}));
        must(deliveries::deleteSettled(company.database(), company.clock().now() + 1));
        QCOMPARE(states(company), Texts());
    }

    void aRestoredServerRestsAndThenSendsTheSameDelivery_data() { m_engines.rows(); }
    void aRestoredServerRestsAndThenSendsTheSameDelivery()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Receiver receiver;
        configure(company, receiver.url());
        const std::string backup = company.backUp();
        sell(company, ana, "O-1");
        ana.sync();
        QCOMPARE(deliver(company), Texts{""});
        company.putBack(backup, true);
        ana.signIn();
        ana.sync(); // gives back what the backup does not have
        QCOMPARE(states(company), Texts{"O-1 order.created waiting"});
        QCOMPARE(deliver(company), Texts());
        bool told = false;
        for (const server::Alert& alert : must(server::alerts::list(company.database(), false)))
            told |= alert.kind == "orders";
        QVERIFY(told);
        must(server::webhook::set(company.database(), receiver.url(), {}, company.clock().now()));
        QCOMPARE(deliver(company), Texts{""});
        const auto received = receiver.received();
        QCOMPARE(received.size(), 2U);
        QCOMPARE(received[0].header("X-Satchel-Delivery"), received[1].header("X-Satchel-Delivery"));
    }

    void theCsvHasEveryLineAndNoFormula_data() { m_engines.rows(); }
    void theCsvHasEveryLineAndNoFormula()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Milliseconds begun = company.clock().now();
        sell(company, ana, "O-1", "=HYPERLINK(\"http://x\")");
        ana.sync();
        company.clock().advance(HandEnvironment::day);
        sell(company, ana, "O-2", "a \"big\", red one");
        ana.sync();
        std::int64_t orders = 0;
        const auto all =
            must(server::exportOrders(company.database(), begun, begun + 9 * HandEnvironment::day, orders));
        QCOMPARE(orders, 2);
        QCOMPARE(std::count(all.begin(), all.end(), '\r'), 5); // a head and four lines
        QVERIFY(all.starts_with("order,ordered_on,received,"));
        QVERIFY(all.find("\"'=HYPERLINK(\"\"http://x\"\")\"") != std::string::npos);
        QVERIFY(all.find("\"a \"\"big\"\", red one\"") != std::string::npos);
        QVERIFY(all.find(",1,P-1,\"Pump, blue\",ACME-77,3,piece,12.30,36.90,19,,,,,2026-12-01\r\n") !=
                std::string::npos);
        QVERIFY(all.find(",2,,\"Manual,\n2nd edition\",,1,,5.00,5.00,19,,,,,\r\n") != std::string::npos);
        const auto today = must(server::exportOrders(company.database(), begun + HandEnvironment::day,
                                                     begun + 9 * HandEnvironment::day, orders));
        QCOMPARE(orders, 1);
        QVERIFY(today.find("O-1") == std::string::npos);
        const auto yesterday =
            must(server::exportOrders(company.database(), begun, begun + HandEnvironment::day, orders));
        QVERIFY(yesterday.find("O-2") == std::string::npos);
    }

    void aRunningCourierDelivers()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Receiver receiver;
        configure(company, receiver.url());
        const OrderCourier courier(company.factory(), company.clock(), OrderCourier::Log::Nothing);
        sell(company, ana, "O-1");
        ana.sync();
        QTRY_COMPARE_WITH_TIMEOUT(states(company), Texts{"O-1 order.created delivered"}, 30000);
    }

    void aCourierThatWaitsForAnAnswerStillStops()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        sell(company, ana, "O-1");
        ana.sync();
        Receiver receiver;
        receiver.answers(Receiver::silence);
        configure(company, receiver.url());
        {
            const OrderCourier courier(company.factory(), company.clock(), OrderCourier::Log::Nothing);
            QTRY_COMPARE_WITH_TIMEOUT(receiver.received().size(), 1U, 30000);
        } // would take half a minute
        QCOMPARE(must(deliveries::list(company.database(), std::nullopt))[0].error, "The server is stopping.");
    }

private:
    Engines m_engines;
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "OrdersTest.moc"
