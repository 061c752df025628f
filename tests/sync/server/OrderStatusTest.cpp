// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderStatus.h"
#include "core/schema/ValueText.h"
#include "sync/server/Deliveries.h"
#include "sync/server/HttpFace.h"
#include "sync/server/Ledger.h"
#include "sync/server/Webhook.h"
#include "tests/support/Engines.h"
#include "tests/sync/server/Orders.h"

#include <QTcpSocket>
#include <QTest>
#include <thread>

using namespace satchel;
using namespace satchel::test;
using server::HttpAnswer;
using server::HttpQuestion;

namespace {

constexpr const char* confirmed =
    R"({"order":"O-1","status":"confirmed","text":"In your hands on Tuesday","number":"SAP-77","at":"2026-11-22T10:00:00Z"})";

/// A company whose server takes statuses, and an order of ana's in it.
class Shop {
public:
    explicit Shop(const std::string& database, bool configured = true)
        : company(database), ana(company.laptop("ana")), sold(sell(company, ana, "O-1"))
    {
        ana.sync();
        company.clock().advance(HandEnvironment::hour);
        if (configured)
            must(server::webhook::set(company.database(), "http://localhost:1/", webhookSecret, 0));
    }

    HttpAnswer post(const std::string& body, const std::string& signature, const std::string& number = "O-1",
                    const std::string& method = "POST", const std::string& encoding = {})
    {
        HttpQuestion question;
        question.method = method;
        question.target = "/orders/" + number + "/status";
        question.body = body;
        question.remote = "203.0.113.7";
        question.encoding = encoding;
        question.signature = signature;
        return m_face.answer(question);
    }
    int signedPost(const std::string& body, const std::string& number = "O-1")
    {
        const HttpAnswer answer = post(body, server::webhook::signature(webhookSecret, body), number);
        if (answer.contentType != "application/json" ||
            !answer.body.starts_with(answer.status == 200 ? "{\"order\"" : "{\"error\""))
            return -answer.status;
        return answer.status;
    }
    std::string stored(const char* field)
    {
        server::EntityTables tables(company.database());
        const auto record = must(tables.find(schema::entity("order"), sold.order));
        return formatValue(*record->entity->field(field), record->value(field));
    }
    /// Counts everything that was ever changed.
    std::int64_t seq() { return must(server::readClock(company.database())).seq; }

    Company company;
    Laptop& ana;
    Sold sold;

private:
    server::HttpFace m_face{company.factory(), company.identities(), company.clock(), server::HttpFace::Log::Nothing};
};

std::string with(const std::string& status, const std::string& at, const std::string& more = {})
{
    return "{\"order\":\"O-1\",\"status\":\"" + status + "\",\"at\":\"" + at + '"' + more + '}';
}

/// One more key for it.
std::string key(const std::string& name, const std::string& text)
{
    return ",\"" + name + "\":\"" + text + '"';
}

/// Statuses without one of their keys, or with one that is no text.
const std::string noTime = R"({"order":"O-1","status":"shipped"})";
const std::string aNumber = R"({"order":"O-1","status":7,"at":"2026-11-22T10:00:00Z"})";
const std::string ofNobody = R"({"order":"O-9","status":"shipped","at":"2026-11-22T10:00:00Z"})";
const std::string taken = R"({"order":"O-1","status":"confirmed"})";
const std::string keysOfItsOwn = R"(,"text":null,"warehouse":{"n":1})";

} // namespace

/// What the system that delivers orders says of them: believed if it is signed, and taken once.
class OrderStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void theStatusReachesTheLaptop_data() { m_engines.rows(); }
    void theStatusReachesTheLaptop()
    {
        Shop shop(m_engines.database());
        Laptop& dora = shop.company.laptop("dora");
        shop.ana.set("order", shop.sold.order, {{"notes", "Ring twice"}}); // not yet sent
        QCOMPARE(shop.signedPost(confirmed), 200);
        shop.ana.sync();
        dora.sync();
        for (Laptop* laptop : {&shop.ana, &dora}) {
            QCOMPARE(laptop->value("order", shop.sold.order, "status"), "confirmed");
            QCOMPARE(laptop->value("order", shop.sold.order, "status_text"), "In your hands on Tuesday");
            QCOMPARE(laptop->value("order", shop.sold.order, "status_at"), "2026-11-22T10:00:00Z");
            QCOMPARE(laptop->value("order", shop.sold.order, "remote_number"), "SAP-77");
            QVERIFY(laptop->agreesWithServer());
        }
        dora.sync();
        QCOMPARE(dora.value("order", shop.sold.order, "notes"), "Ring twice");
        QVERIFY(shop.ana.inbox().empty());
        int lines = 0;
        for (const HistoryEntry& entry : shop.ana.history("order", shop.sold.order))
            lines += entry.device == "Order system" ? 1 : 0;
        QCOMPARE(lines, 4);
        // What came from outside does not go back there.
        QCOMPARE(must(server::deliveries::list(shop.company.database(), std::nullopt)).size(), 2U);
    }

    void itComesThroughTheListener()
    {
        Shop shop({});
        server::HttpFace face(shop.company.factory(), shop.company.identities(), shop.company.clock(),
                              server::HttpFace::Log::Nothing);
        const auto listener = must(server::Listener::open(
            "127.0.0.1", 0, [&](const HttpQuestion& question) { return face.answer(question); }, 1));
        std::thread thread([&] { listener->run(); });
        const auto say = [&](const std::string& header) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), listener->port());
            const std::string body = confirmed;
            socket.write(QByteArray::fromStdString(
                "POST /orders/O%2D1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body));
            while (socket.waitForReadyRead(10000))
                continue;
            return socket.readAll().toStdString();
        };
        const std::string refused = say("");
        QVERIFY(refused.starts_with("HTTP/1.1 401"));
        QCOMPARE(shop.stored("status"), "new");
        const std::string answered =
            say("x-satchel-signature: " + server::webhook::signature(webhookSecret, confirmed) + "\r\n");
        QVERIFY(answered.starts_with("HTTP/1.1 200"));
        QVERIFY(answered.ends_with(taken));
        QCOMPARE(shop.stored("status"), "confirmed");
        listener->stop();
        thread.join();
    }

    void whatIsNotSignedChangesNothing_data() { m_engines.rows(); }
    void whatIsNotSignedChangesNothing()
    {
        Shop shop(m_engines.database());
        const std::int64_t before = shop.seq();
        const std::string right = server::webhook::signature(webhookSecret, confirmed);
        std::string changed = right;
        changed.back() = changed.back() == '0' ? '1' : '0';
        const std::vector<std::string> forgeries = {
            "",
            "sha256=",
            right.substr(7),
            "sha1=" + right.substr(7),
            right + "00",
            right.substr(0, 40),
            changed,
            server::webhook::signature("another secret of somebody", confirmed),
            server::webhook::signature({}, confirmed),
            server::webhook::signature(webhookSecret, std::string(confirmed) + ' ')};
        for (const std::string& forged : forgeries) {
            shop.company.clock().advance(HandEnvironment::hour); // each gets a hearing
            const HttpAnswer answer = shop.post(confirmed, forged);
            QCOMPARE(answer.status, 401);
            QCOMPARE(shop.post(confirmed, forged, "unknown").status == 404, false); // nothing is told to strangers
        }
        std::string body = confirmed;
        body.replace(body.find("confirmed"), 9, "cancelled");
        shop.company.clock().advance(HandEnvironment::hour);
        QCOMPARE(shop.post(body, right).status, 401);
        QCOMPARE(shop.seq(), before);
        QCOMPARE(shop.stored("status"), "new");
        QCOMPARE(shop.stored("remote_number"), "");
    }

    void withoutASecretThereIsNothing()
    {
        Shop shop({}, false);
        QCOMPARE(shop.post(confirmed, server::webhook::signature({}, confirmed)).status, 404);
        QCOMPARE(shop.stored("status"), "new");
    }

    void whoKeepsForgingWaitsAndNobodyElseDoes_data() { m_engines.rows(); }
    void whoKeepsForgingWaitsAndNobodyElseDoes()
    {
        Shop shop(m_engines.database());
        std::vector<int> answers;
        for (int i = 0; i < 8; ++i)
            answers.push_back(shop.post(confirmed, "sha256=00").status);
        QCOMPARE(answers, (std::vector<int>{401, 401, 401, 401, 401, 429, 429, 429}));
        QCOMPARE(shop.signedPost(confirmed), 200); // the true one may come by the same proxy
        shop.company.clock().advance(2 * HandEnvironment::second);
        QCOMPARE(shop.post(confirmed, "sha256=00").status, 401);
    }

    void theSameMessageIsTakenOnceAndAnOlderOneNever_data() { m_engines.rows(); }
    void theSameMessageIsTakenOnceAndAnOlderOneNever()
    {
        Shop shop(m_engines.database());
        QCOMPARE(shop.signedPost(confirmed), 200);
        const std::int64_t after = shop.seq();
        QCOMPARE(shop.signedPost(confirmed), 200);
        QCOMPARE(shop.seq(), after);
        QCOMPARE(shop.signedPost(with("shipped", "2026-11-22T10:10:00Z")), 200);
        QCOMPARE(shop.stored("status"), "shipped");
        QCOMPARE(shop.stored("status_text"), "");         // belonged to the other status
        QCOMPARE(shop.stored("remote_number"), "SAP-77"); // belongs to the order
        const std::int64_t shipped = shop.seq();
        QCOMPARE(shop.signedPost(confirmed), 409); // somebody plays it once more
        QCOMPARE(shop.signedPost(with("delivered", "2026-11-22T10:10:00Z")), 409);
        QCOMPARE(shop.signedPost(with("delivered", "2026-11-22T11:09:59+01:00")), 409); // 10:09:59 here
        QCOMPARE(shop.seq(), shipped);
        QCOMPARE(shop.stored("status"), "shipped");
    }

    void whatIsWrongIsSaid_data() { m_engines.rows(); }
    void whatIsWrongIsSaid()
    {
        Shop shop(m_engines.database());
        const std::int64_t before = shop.seq();
        const std::string at = "2026-11-22T10:00:00Z";
        QCOMPARE(shop.signedPost(with("lost", at)), 422);
        QCOMPARE(shop.signedPost(with("", at)), 422);
        QCOMPARE(shop.signedPost(with("shipped", "yesterday")), 422);
        QCOMPARE(shop.signedPost(noTime), 422);
        QCOMPARE(shop.signedPost(with("shipped", "2026-11-23T10:00:00Z")), 422); // not yet
        QCOMPARE(shop.signedPost(aNumber), 422);
        QCOMPARE(shop.signedPost(with("shipped", at, key("text", std::string(501, 'x')))), 422);
        QCOMPARE(shop.signedPost(with("shipped", at), "O-2"), 422); // signed for another order
        QCOMPARE(shop.signedPost("{}", "O-1"), 422);
        QCOMPARE(shop.signedPost("[1, 2]"), 400);
        QCOMPARE(shop.signedPost("{\"order\": "), 400);
        QCOMPARE(shop.signedPost("{\"order\": \"\xFF\"}"), 400);
        QCOMPARE(shop.signedPost(std::string(40000, '[')), 400);
        QCOMPARE(shop.signedPost(std::string(65537, ' ')), 413);
        QCOMPARE(shop.signedPost(ofNobody, "O-9"), 404);
        QCOMPARE(shop.signedPost(with("shipped", at), "O%2"), 422);
        const std::string signature = server::webhook::signature(webhookSecret, confirmed);
        QCOMPARE(shop.post(confirmed, signature, "O-1", "GET").status, 405);
        QCOMPARE(shop.post(confirmed, signature, "O-1", "POST", "zstd").status, 415);
        QCOMPARE(shop.seq(), before);
        QCOMPARE(shop.signedPost(with("shipped", at, keysOfItsOwn)), 200); // keys of its own
    }

    void ofTwoOrdersWithOneNumberTheIdSaysWhich_data() { m_engines.rows(); }
    void ofTwoOrdersWithOneNumberTheIdSaysWhich()
    {
        Shop shop(m_engines.database());
        const Sold twin = sell(shop.company, shop.ana, "O-1");
        shop.ana.sync();
        QCOMPARE(must(server::deliveries::list(shop.company.database(), std::nullopt)).size(), 2U);
        QCOMPARE(shop.signedPost(confirmed), 409);
        QCOMPARE(shop.signedPost(with("shipped", "2026-11-22T10:00:00Z", key("id", "no id"))), 409);
        QCOMPARE(shop.signedPost(with("shipped", "2026-11-22T10:00:00Z", key("id", twin.order.toString()))), 200);
        QCOMPARE(shop.stored("status"), "new");
        shop.ana.sync();
        QCOMPARE(shop.ana.value("order", twin.order, "status"), "shipped");
    }

private:
    Engines m_engines;
};

QTEST_GUILESS_MAIN(OrderStatusTest)
#include "OrderStatusTest.moc"
