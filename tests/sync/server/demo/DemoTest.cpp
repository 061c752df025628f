// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Demo.h"

#include "core/base/Decimal.h"
#include "core/rules/pricing/Document.h"
#include "core/rules/quotes/Authority.h"
#include "core/schema/Composite.h"
#include "core/schema/Validation.h"
#include "tests/support/RecordsInMemory.h"
#include "tests/support/world/Must.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

using namespace satchel;
using namespace satchel::server;
using namespace satchel::test;

namespace {

constexpr Milliseconds today = 1'795'339'800'000; // 2026-11-22T09:30:00Z, a Sunday

// What a row says, as bytes.
std::string bytesOf(const Record& row)
{
    std::string text = row.entity->name + std::string(row.id.view());
    for (const Value& value : row.values)
        text += value.isNull()      ? std::string("-")
                : value.isInteger() ? "i" + std::to_string(value.integer())
                : value.isId()      ? "r" + std::string(value.id().view())
                                    : "t" + std::to_string(value.text().size()) + ":" + value.text();
    return text;
}

std::string digestOf(const DemoOptions& options)
{
    Bytes16 digest{};
    const auto users = demoCompany(options, [&](const Record& row) -> Status {
        digest = blake2b128(view(digest), bytesOf(row));
        return Ok{};
    });
    return users.ok() ? toHex(view(digest)) : users.error().message;
}

// The whole company at scale 1.
struct Whole {
    std::vector<DemoUser> users;
    std::vector<Record> rows;
    std::unordered_map<Id, const Record*> byId;
    std::vector<const Record*> teams;

    explicit Whole(std::uint64_t seed)
    {
        auto made = demoCompany({.scale = 1, .seed = seed, .today = today}, [this](const Record& row) -> Status {
            rows.push_back(row);
            return Ok{};
        });
        if (made.ok())
            users = std::move(made).value();
        for (const Record& row : rows)
            byId[row.id] = &row;
        each("account_team", [this](const Record& row) { teams.push_back(&row); });
    }
    template <typename Function>
    void each(std::string_view entity, Function function) const
    {
        for (const Record& row : rows)
            if (row.entity->name == entity)
                function(row);
    }
    const Record& row(const Id& id) const { return *byId.at(id); }

    // The territory an account has itself or from the accounts above it.
    Id territoryOf(const Record& account) const
    {
        const Record* at = &account;
        while (at->value("territory").isNull() && !at->value("parent").isNull())
            at = byId.at(at->value("parent").id());
        return at->value("territory").id();
    }
    std::set<Id> nodesOf(const DemoUser& user) const
    {
        std::set<Id> nodes;
        const auto ids = readList(row(user.id).value("territories").text());
        if (ids.ok())
            for (const std::string& id : *ids)
                nodes.insert(*Id::parse(id));
        return nodes;
    }
    // Whether somebody sits on the team of the account or of one above it.
    bool isOnTeam(const Id& user, const Record& account) const
    {
        std::set<Id> above;
        for (const Record* at = &account;; at = byId.at(at->value("parent").id())) {
            above.insert(at->id);
            if (at->value("parent").isNull())
                break;
        }
        return std::ranges::any_of(teams, [&](const Record* team) {
            return team->value("user").id() == user && above.contains(team->value("account").id());
        });
    }
};

const Whole& whole()
{
    static const Whole company(1);
    return company;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCompanyHasAsManyRowsAsPromised();
    void everyRowIsValidAsDeclared();
    void noIdMailAddressOrNaturalKeyIsUsedTwice();
    void everyPaperAddsUp();
    void whoIsAskedForAnApprovalIsSomebodyElseWhoMayGiveIt();
    void aRowComesAfterTheRowsItRefersTo();
    void theSameOptionsMakeTheSameBytes();
    void anotherSeedMakesAnotherCompany();
    void scaleMultipliesTheRows();
    void optionsThatMakeNoSenseAreRefused();
    void anErrorOfTheTakerStopsIt();
    void twelveUsersFillAllRoles();
    void theFirstUserIsASalespersonWithThirtyContactsInHerTerritory();
    void anAccountManagerSharesThirtyContactsWithHer();
    void accountsBelongToWhoeverSellsThere();
    void theFirstUserHasSomethingToDoToday();
    void namesAreWrittenInManyScripts();
    void mailGoesNowhere();
};

void DemoTest::theCompanyHasAsManyRowsAsPromised()
{
    std::map<std::string, int> counts;
    for (const Record& row : whole().rows)
        ++counts[row.entity->name];
    const std::map<std::string, int> promised = {
        {"territory", 22},      {"user", 12},          {"account", 2000},     {"contact", 10000},
        {"activity", 20000},    {"lead", 600},         {"task", 800},         {"product", 900},
        {"price_entry", 20000}, {"price_list", 5},     {"price_revision", 7}, {"company", 1},
        {"tax_rate", 6},        {"exchange_rate", 36}, {"promotion", 4},      {"product_cost", 900},
        {"product_unit", 120},  {"option_group", 5},   {"bundle_part", 25},   {"discount_authority", 4},
        {"deputy", 1},          {"agreement", 25},     {"agreed_price", 150}, {"customer_part", 25},
        {"quote", 160}};
    for (const auto& [entity, count] : promised)
        QVERIFY2(counts[entity] == count, (entity + " " + std::to_string(counts[entity])).c_str());
    QVERIFY(counts["account_team"] >= 50);
    for (const char* entity : {"quote_line", "quote_group", "quote_document", "approval", "order", "order_line"})
        QVERIFY2(counts[entity] > 0, entity);
    QCOMPARE(counts.size(), promised.size() + 7);
}

void DemoTest::everyRowIsValidAsDeclared()
{
    for (const Record& row : whole().rows) {
        const Status status = validateRow(*row.entity, row.values);
        QVERIFY2(status.ok(), status.ok() ? "" : (row.entity->name + ": " + status.error().message).c_str());
    }
}

void DemoTest::noIdMailAddressOrNaturalKeyIsUsedTwice()
{
    QCOMPARE(whole().byId.size(), whole().rows.size());
    std::unordered_set<std::string> seen;
    for (const Record& row : whole().rows) {
        if (row.entity->naturalKey.empty())
            continue;
        std::string key = row.entity->name;
        for (const std::string& field : row.entity->naturalKey) {
            const Value& value = row.value(field);
            key += "\n" + value.text() + std::to_string(value.integer()) + std::string(value.id().view());
        }
        QVERIFY2(seen.insert(key).second, key.c_str());
    }
}

void DemoTest::everyPaperAddsUp()
{
    int papers = 0;
    whole().each("quote_document", [&](const Record& row) {
        const auto document = pricing::readDocument(row.value("body").text());
        QVERIFY(document.ok());
        const Status adds = pricing::checkArithmetic(*document);
        QVERIFY2(adds.ok(), adds.ok() ? "" : adds.error().message.c_str());
        QCOMPARE(row.value("hash").text(), pricing::hashOf(row.value("body").text()));
        QCOMPARE(row.value("gross").text(), (Money{document->gross, document->currency}.toString()));
        ++papers;
    });
    QVERIFY(papers > 50);
}

void DemoTest::whoIsAskedForAnApprovalIsSomebodyElseWhoMayGiveIt()
{
    int approvals = 0;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) { // by construction, whatever chance does
        const Whole company(seed);
        RecordsInMemory records;
        for (const Record& row : company.rows)
            records.put(row);
        company.each("approval", [&](const Record& approval) {
            const Id asked = approval.value("asked").id();
            const Id askedBy = approval.value("asked_by").id();
            QVERIFY(asked != askedBy);
            quotes::QuoteReader reader(records);
            const auto document = reader.document(must(reader.records(approval.value("quote").id())));
            QVERIFY(document.ok());
            const auto roleOf = [&](const Id& user) { return *roleNamed(company.row(user).value("role").text()); };
            QVERIFY(!must(quotes::excesses(*document, askedBy, roleOf(askedBy), records)).empty());
            const auto against =
                must(quotes::mayNotDecide(approval, *document, asked, roleOf(asked), dateOf(today), records));
            QVERIFY2(!against, against.value_or("").c_str());
            QCOMPARE(approval.value("seal").text(), quotes::sealOf(*document)); // what he decides about
            ++approvals;
        });
    }
    QVERIFY(approvals > 10);
}

void DemoTest::aRowComesAfterTheRowsItRefersTo()
{
    std::unordered_map<Id, std::string> before;
    for (const Record& row : whole().rows) {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const Field& field = row.entity->fields[i];
            if (field.type == FieldType::Reference && !row.values[i].isNull())
                QCOMPARE(before[row.values[i].id()], field.references);
            if (field.type == FieldType::ReferenceList && !row.values[i].isNull()) {
                const auto ids = readList(row.values[i].text());
                QVERIFY(ids.ok());
                for (const std::string& id : *ids)
                    QCOMPARE(before[*Id::parse(id)], field.references);
            }
        }
        before[row.id] = row.entity->name;
    }
}

void DemoTest::theSameOptionsMakeTheSameBytes()
{
    const DemoOptions options{.scale = 1, .seed = 7, .today = today};
    QCOMPARE(digestOf(options), digestOf(options));
    // A later hour of the day is the same day.
    QCOMPARE(digestOf({.scale = 1, .seed = 7, .today = today + 3'600'000}), digestOf(options));
}

void DemoTest::anotherSeedMakesAnotherCompany()
{
    QVERIFY(digestOf({.scale = 1, .seed = 1, .today = today}) != digestOf({.scale = 1, .seed = 2, .today = today}));
}

void DemoTest::scaleMultipliesTheRows()
{
    std::map<std::string, int> counts;
    std::unordered_set<std::string> keys;
    int repeated = 0;
    const auto users = demoCompany({.scale = 3, .seed = 1, .today = today}, [&](const Record& row) -> Status {
        ++counts[row.entity->name];
        if (row.entity->name == "product" || row.entity->name == "account")
            repeated += keys.insert(row.value(row.entity->naturalKey.front()).text()).second ? 0 : 1;
        return Ok{};
    });
    QVERIFY(users.ok());
    const std::map<std::string, int> promised = {{"territory", 22},     {"user", 12},          {"account", 6000},
                                                 {"contact", 30000},    {"activity", 60000},   {"lead", 1800},
                                                 {"task", 2400},        {"product", 2700},     {"price_list", 5},
                                                 {"price_revision", 7}, {"price_entry", 60000}};
    for (const auto& [entity, count] : promised)
        QVERIFY2(counts[entity] == count, (entity + " " + std::to_string(counts[entity])).c_str());
    QCOMPARE(repeated, 0);
}

void DemoTest::optionsThatMakeNoSenseAreRefused()
{
    const auto take = [](const Record&) -> Status { return Error{ErrorKind::Internal, "A row was made."}; };
    for (const DemoOptions& options : {DemoOptions{.scale = 0, .seed = 1, .today = today},
                                       DemoOptions{.scale = -5, .seed = 1, .today = today}, DemoOptions{}}) {
        const auto users = demoCompany(options, take);
        QVERIFY(!users.ok());
        QVERIFY(users.error().kind == ErrorKind::Invalid);
    }
}

void DemoTest::anErrorOfTheTakerStopsIt()
{
    int rows = 0;
    const auto users = demoCompany({.scale = 1, .seed = 1, .today = today}, [&](const Record&) -> Status {
        if (++rows == 5000)
            return Error{ErrorKind::Full, "The disk is full."};
        return Ok{};
    });
    QVERIFY(!users.ok());
    QVERIFY(users.error().kind == ErrorKind::Full);
    QCOMPARE(rows, 5000);
}

void DemoTest::twelveUsersFillAllRoles()
{
    QCOMPARE(whole().users.size(), std::size_t{12});
    std::set<Role> roles;
    std::set<std::string> logins;
    for (const DemoUser& user : whole().users) {
        roles.insert(user.role);
        logins.insert(user.login);
        const Record& row = whole().row(user.id);
        QCOMPARE(row.value("login").text(), user.login);
        QCOMPARE(row.value("name").text(), user.name);
        QCOMPARE(row.value("role").text(), std::string(roleName(user.role)));
        const auto nodes = readList(row.value("territories").text());
        if (user.territory.empty())
            QVERIFY(row.value("territories").isNull());
        else
            QCOMPARE(whole().row(*Id::parse(nodes->front())).value("name").text(), user.territory);
    }
    QCOMPARE(roles.size(), allRoles().size());
    QCOMPARE(logins.size(), std::size_t{12});
    QVERIFY(logins.contains("admin"));
}

void DemoTest::theFirstUserIsASalespersonWithThirtyContactsInHerTerritory()
{
    const DemoUser& first = whole().users.front();
    QVERIFY(first.role == Role::Salesperson);
    const std::set<Id> nodes = whole().nodesOf(first);
    int contacts = 0;
    whole().each("contact", [&](const Record& contact) {
        contacts += nodes.contains(whole().territoryOf(whole().row(contact.value("account").id()))) ? 1 : 0;
    });
    QVERIFY2(contacts >= 30, std::to_string(contacts).c_str());
}

void DemoTest::anAccountManagerSharesThirtyContactsWithHer()
{
    // By construction, whatever chance does: so with other seeds too.
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Whole company(seed);
        const std::set<Id> nodes = company.nodesOf(company.users.front());
        std::size_t most = 0;
        for (const DemoUser& user : company.users) {
            if (user.role != Role::AccountManager)
                continue;
            std::set<Id> shared;
            company.each("account", [&](const Record& account) {
                if (nodes.contains(company.territoryOf(account)) && company.isOnTeam(user.id, account))
                    shared.insert(account.id);
            });
            std::size_t contacts = 0;
            company.each("contact",
                         [&](const Record& contact) { contacts += shared.count(contact.value("account").id()); });
            most = std::max(most, contacts);
        }
        QVERIFY2(most >= 30, std::to_string(most).c_str());
    }
}

void DemoTest::accountsBelongToWhoeverSellsThere()
{
    std::map<Id, Id> sellers;
    for (const DemoUser& user : whole().users)
        if (user.role == Role::Salesperson)
            for (const Id& node : whole().nodesOf(user))
                QVERIFY(sellers.emplace(node, user.id).second);
    int vacant = 0;
    int accounts = 0;
    whole().each("account", [&](const Record& account) {
        ++accounts;
        const auto seller = sellers.find(whole().territoryOf(account));
        const Id owner = account.value("owner").id();
        if (seller != sellers.end()) {
            QCOMPARE(owner, seller->second);
            return;
        }
        // Nobody sells there: the sales manager above does.
        ++vacant;
        QCOMPARE(whole().row(owner).value("role").text(), std::string("sales_manager"));
    });
    QVERIFY2(vacant * 5 < accounts, std::to_string(vacant).c_str());
}

void DemoTest::theFirstUserHasSomethingToDoToday()
{
    const Id first = whole().users.front().id;
    const std::string date = dateOf(today);
    int visits = 0;
    whole().each("activity", [&](const Record& row) {
        const bool planned = row.value("status").text() == "planned";
        QVERIFY(planned == (row.value("starts").integer() >= today / 86'400'000 * 86'400'000));
        visits += planned && row.value("owner").id() == first && dateOf(row.value("starts").integer()) == date ? 1 : 0;
    });
    int due = 0;
    int late = 0;
    whole().each("task", [&](const Record& row) {
        if (row.value("assignee").id() != first || row.value("done").integer() != 0)
            return;
        due += row.value("due").text() == date ? 1 : 0;
        late += row.value("due").text() < date ? 1 : 0;
    });
    QVERIFY2(visits >= 3, std::to_string(visits).c_str());
    QVERIFY(due >= 2);
    QVERIFY(late >= 2);
}

void DemoTest::namesAreWrittenInManyScripts()
{
    // A letter that stands in the names of each script.
    const std::map<std::string, std::string> letters = {{"Greek", "α"},  {"Cyrillic", "а"},  {"Arabic", "ا"},
                                                        {"Hebrew", "י"}, {"Japanese", "田"}, {"Polish", "ł"},
                                                        {"German", "ö"}, {"Spanish", "ñ"}};
    for (const auto& [script, letter] : letters) {
        int names = 0;
        whole().each("contact", [&, &sign = letter](const Record& row) {
            names += row.label().find(sign) != std::string::npos ? 1 : 0;
        });
        QVERIFY2(names >= 20, (script + " " + std::to_string(names)).c_str());
    }
}

void DemoTest::mailGoesNowhere()
{
    for (const Record& row : whole().rows)
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const std::string& text = row.values[i].text();
            if (!row.entity->fields[i].email || text.empty())
                continue;
            QVERIFY2(text.find("@example.com") != std::string::npos || text.find("@example.org") != std::string::npos,
                     text.c_str());
            QVERIFY2(codePoints(text) == text.size(), text.c_str());
        }
}

QTEST_GUILESS_MAIN(DemoTest)
#include "DemoTest.moc"
