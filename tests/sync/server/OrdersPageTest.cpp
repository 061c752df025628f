// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/orders/OrderRows.h"
#include "sync/server/Deliveries.h"
#include "sync/server/OrderCourier.h"
#include "sync/server/OrderPapers.h"
#include "sync/server/OrderStatus.h"
#include "sync/server/Webhook.h"

#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace satchel;
using namespace satchel::server;
using Json = nlohmann::ordered_json;

namespace {

const std::string secret = "correct horse battery staple";

Id id(int last)
{
    return *Id::parse("01997b3c-0000-7000-8000-0000000000" + std::to_string(last));
}

Record record(const char* entity, int last, const std::vector<std::pair<const char*, Value>>& values)
{
    Record made(schema::entity(entity), id(last));
    for (const auto& [field, value] : values)
        made.set(field, value);
    return made;
}

/// The order of the page's example.
OrderPapers papers()
{
    OrderPapers made{.order = record("order", 10,
                                     {{"number", "O-2026-0017"},
                                      {"account", id(20)},
                                      {"contact", id(21)},
                                      {"quote", id(22)},
                                      {"owner", id(23)},
                                      {"ordered_on", "2026-11-22"},
                                      {"currency", "EUR"},
                                      {"net", "41.90 EUR"},
                                      {"tax", "7.96 EUR"},
                                      {"gross", "49.86 EUR"},
                                      {"reference", "PO 4711"},
                                      {"status", "new"}}),
                     .lines = {record("order_line", 11,
                                      {{"order", id(10)},
                                       {"position", "i"},
                                       {"product", id(24)},
                                       {"description", "Pump, blue"},
                                       {"part_number", "ACME-77"},
                                       {"quantity", std::int64_t{30000}},
                                       {"unit", "piece"},
                                       {"unit_price", "12.30 EUR"},
                                       {"net", "36.90 EUR"},
                                       {"tax_percent", std::int64_t{190000}},
                                       {"promotion", id(25)},
                                       {"ship_to", id(26)},
                                       {"delivery_date", "2026-12-01"}}),
                               record("order_line", 12,
                                      {{"order", id(10)},
                                       {"position", "n"},
                                       {"description", "Manual"},
                                       {"quantity", std::int64_t{15000}},
                                       {"unit_price", "3.3333 EUR"},
                                       {"net", "5.00 EUR"},
                                       {"tax_percent", std::int64_t{190000}}})}};
    const char* address = R"({"street":"Calle Mayor 1","postcode":"28001","city":"Madrid","country":"ES"})";
    for (const Record& each :
         {record("account", 20, {{"number", "A-1"}, {"name", "Acme"}, {"address", address}, {"vat_id", "ESB12345678"}}),
          record("contact", 21, {{"first_name", "Ana"}, {"last_name", "Ruiz"}, {"email", "ana.ruiz@acme.example.com"}}),
          record("quote", 22, {{"number", "Q-2026-0042"}, {"revision", std::int64_t{2}}}),
          record("user", 23, {{"login", "ana"}, {"name", "Ana Seller"}, {"email", "ana@example.com"}}),
          record("product", 24, {{"code", "P-1"}, {"name", "Pump"}}), record("promotion", 25, {{"code", "SPRING"}}),
          record("account", 26, {{"number", "A-1-S"}, {"name", "Acme South"}})})
        made.mentioned.emplace(each.id, each);
    return made;
}

std::string page()
{
    QFile file(QStringLiteral(SATCHEL_SOURCE_DIR "/sync/server/ORDERS.md"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The blocks of the page that are marked as JSON.
std::vector<std::string> examples()
{
    const std::string text = page();
    std::vector<std::string> found;
    for (std::size_t at = text.find("```json\n"); at != std::string::npos; at = text.find("```json\n", at + 1))
        found.push_back(text.substr(at + 8, text.find("\n```", at) - at - 8));
    return found;
}

} // namespace

/// ORDERS.md is held to the code: its examples are what is sent and what is taken, its tables have all there is.
class OrdersPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExampleIsWhatIsSent()
    {
        const std::string body =
            orderBody({.delivery = id(30), .name = "order.created", .at = 1'795'339'800'000}, papers());
        const Json example = Json::parse(examples().at(0), nullptr, false);
        QCOMPARE(example.dump(), body);
        const std::string signature = webhook::signature(secret, body);
        QVERIFY2(page().find("X-Satchel-Signature: " + signature) != std::string::npos, signature.c_str());
        QVERIFY(page().find("X-Satchel-Delivery: " + id(30).toString()) != std::string::npos);
        QVERIFY(page().find(secret) != std::string::npos);
    }

    void everyKeyIsExplained()
    {
        const std::string text = page();
        const Json example = Json::parse(examples().at(0));
        std::function<void(const Json&)> look = [&](const Json& json) {
            for (const auto& [key, value] : json.items()) {
                if (json.is_object())
                    QVERIFY2(text.find('`' + key + '`') != std::string::npos, key.c_str());
                if (value.is_structured())
                    look(value);
            }
        };
        look(example);
    }

    void theExampleOfAStatusIsOneThatIsTaken()
    {
        const std::string body = examples().at(1);
        const std::string signature = webhook::signature(secret, body);
        QVERIFY2(page().find(signature) != std::string::npos, signature.c_str());
        const Json message = Json::parse(body);
        QVERIFY(orderstatus::isAddress("/orders/" + message["order"].get<std::string>() + "/status"));
        QVERIFY(page().find("POST /orders/" + message["order"].get<std::string>() + "/status") != std::string::npos);
        for (const std::string& choice : schema::entity("order").field("status")->choices)
            QVERIFY2(page().find('`' + choice + '`') != std::string::npos, choice.c_str());
    }

    void theColumnsAreThoseOfTheFile()
    {
        std::string table;
        for (const std::string& column : orders::orderColumns())
            table += (table.empty() ? "" : ",") + column;
        QVERIFY2(page().find(table) != std::string::npos, table.c_str());
    }
};

QTEST_GUILESS_MAIN(OrdersPageTest)
#include "OrdersPageTest.moc"
