// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Document.h"
#include "core/schema/Composite.h"
#include "sync/protocol/Cbor.h"
#include "sync/server/TableRecords.h"
#include "tests/support/PostgresCluster.h"
#include "tests/sync/server/Attacker.h"

#include <QTest>

#include <algorithm>

using namespace satchel;
using namespace satchel::test;

namespace {

/// Where a row of the matrix stands: in North (Acme, on whose team ben sits), in South (Zeta), on a lead of either,
/// with nothing above it but its maker, or everywhere.
enum class Place { Near, Far, NearLead, FarLead, Own, Shared };

const char* nameOf(Place place)
{
    switch (place) {
    case Place::Near: return "near";
    case Place::Far: return "far";
    case Place::NearLead: return "on a near lead";
    case Place::FarLead: return "on a far lead";
    case Place::Own: return "his own";
    case Place::Shared: return "everybody's";
    }
    return "";
}

bool isFar(Place place)
{
    return place == Place::Far || place == Place::FarLead;
}

// ---- What may be, read from the product's page on roles and from the declaration; nothing of the server's is asked.

/// Whether a person of the role has the row on his laptop.
bool has(Role role, const std::string& entity, Place place)
{
    if (place == Place::Shared || role == Role::Administrator || role == Role::SalesManager)
        return true; // the manager manages World
    const bool ofLead = entity == "lead" || place == Place::NearLead || place == Place::FarLead;
    switch (role) {
    case Role::Salesperson: return !isFar(place);
    case Role::InsideSales: return ofLead && !isFar(place);
    case Role::AccountManager: return !ofLead && !isFar(place);
    case Role::Marketing: return entity == "account" || entity == "contact";
    default: return false;
    }
}

/// Whether he has it after he has put it there.
bool keeps(Role role, const std::string& entity, Place place)
{
    if (place == Place::Own || role == Role::SalesManager || role == Role::Administrator)
        return true; // managers may hand over
    if (entity == "task")
        return true; // his own to-do
    if (role == Role::AccountManager && entity == "account")
        return false; // a new account of North is on nobody's team
    return has(role, entity, place);
}

/// Whether what the row hangs on is on his laptop.
bool hasParent(Role role, const std::string& entity, Place place)
{
    switch (place) {
    case Place::Near:
    case Place::Far: return entity == "account" || entity == "lead" || has(role, "account", place);
    case Place::NearLead: return has(role, "lead", Place::Near);
    case Place::FarLead: return has(role, "lead", Place::Far);
    default: return true;
    }
}

bool mayAdd(Role role, const Entity& entity, Place place)
{
    return entity.creators.contains(role) && hasParent(role, entity.name, place) &&
           (place == Place::Shared || keeps(role, entity.name, place));
}

/// What core/rules/QUOTES.md keeps from everybody as the matrix writes it: one field, of rows that are as they are
/// here.
bool standsStill(const Entity& entity, Place place, const Field& field)
{
    static const std::map<std::string, std::set<std::string>> still = {
        {"quote",
         {"template", "status", "former", "tax_inclusive", "rounding", "accepted_by", "accepted_at", "signature"}},
        {"approval", {"asked", "asked_at", "percent", "seal", "status", "decided_by", "decided_at", "answer"}},
        {"order", {"quote", "tax"}},
        {"price_list", {"parent"}},
        {"price_revision", {"follows", "published_at", "published_by"}}, // published by then
        {"price_entry", {"kind", "revision"}},
        {"bundle_part", {"product"}},
        {"exchange_rate", {"to_currency"}},
        {"deputy", {"deputy"}}};
    static const std::map<std::string, std::set<std::string>> elsewhere = {
        {"quote_group", {"quote"}},
        {"quote_line", {"quote", "quote_group", "alternative_to", "part_of"}},
        {"approval", {"quote"}},
        {"order", {"account"}}};
    const auto names = [&](const auto& table) {
        const auto found = table.find(entity.name);
        return found != table.end() && found->second.contains(field.name);
    };
    return names(still) || (place == Place::Far && names(elsewhere));
}

/// Somebody else's deputy is an administrator's to name.
bool isTheirs(Role role, const Entity& entity)
{
    return entity.name == "deputy" && role != Role::Administrator;
}

bool maySet(Role role, const Entity& entity, Place place, const Field& field)
{
    if (standsStill(entity, place, field) || isTheirs(role, entity))
        return false;
    if (entity.name == "approval" && field.name == "asked_by" && role != Role::Administrator)
        return false; // it was the administrator who asked
    if (!entity.updaters.contains(role) || !(field.writers.empty() || field.writers.contains(role)) ||
        !has(role, entity.name, place))
        return false;
    // What it would hang on afterwards is Acme, its contact, its sister, or North's lead.
    const bool hangs = field.name == entity.scope.inherits ||
                       std::count(entity.scope.parents.begin(), entity.scope.parents.end(), field.name) > 0;
    return !hangs || has(role, field.references, Place::Near);
}

struct Who {
    const char* login;
    Role role;
};
const std::vector<Who> everybody = {{"ana", Role::Salesperson},    {"ines", Role::InsideSales},
                                    {"ben", Role::AccountManager}, {"dora", Role::SalesManager},
                                    {"mia", Role::Marketing},      {"admin", Role::Administrator}};

struct Spot {
    const Entity* entity;
    Place place;
    Id id;
};

/// A company with a row of every kind at every place.
class World {
public:
    explicit World(const std::string& database = {}) : company(database), m_admin(company, "admin")
    {
        add("account", Place::Near, company.acme);
        add("account", Place::Far, company.zeta);
        sister = make("account", {{"name", "Sister"}, {"territory", company.north}});
        make("account_team", {{"account", sister}, {"user", company.id("ben")}});
        nearLead = make("lead", {{"name", "Near"}, {"territory", company.north}});
        farLead = make("lead", {{"name", "Far"}, {"territory", company.south}});
        add("lead", Place::Near, nearLead);
        add("lead", Place::Far, farLead);
        add("contact", Place::Near, company.anaRuiz);
        add("contact", Place::Far, company.cleoDiaz);
        for (const Place place : {Place::Near, Place::Far, Place::NearLead, Place::FarLead})
            for (const char* entity : {"activity", "task"})
                add(entity, place, make(entity, valuesOf(schema::entity(entity), place, company.id("carl"))));
        for (const Place place : {Place::Near, Place::Far})
            add("account_team", place,
                make("account_team", valuesOf(schema::entity("account_team"), place, company.id("carl"))));
        add("territory", Place::Shared, company.south);
        add("user", Place::Shared, company.id("carl"));
        add("product", Place::Shared, company.product);
        add("price_list", Place::Shared, company.priceList);
        revision = make("price_revision", valuesOf(schema::entity("price_revision"), Place::Shared, {}));
        add("price_revision", Place::Shared, revision);
        add("price_entry", Place::Shared,
            make("price_entry", valuesOf(schema::entity("price_entry"), Place::Shared, {})));
        part = make("product", {{"name", "Part"}});
        for (const char* entity :
             {"company", "product_unit", "option_group", "bundle_part", "product_rule", "product_cost", "exchange_rate",
              "tax_rate", "promotion", "discount_authority", "deputy"})
            addShared(entity);
        for (const Place place : {Place::Near, Place::Far})
            addDealings(place);
    }

    /// What is agreed with, offered and sold to an account.
    void addDealings(Place place)
    {
        for (const char* entity : {"entitlement", "customer_part", "agreement", "agreed_price", "opportunity", "quote",
                                   "quote_group", "quote_line", "approval"}) {
            const bool asks = std::string(entity) == "approval"; // in the name of who does it
            const Id id = make(entity, valuesOf(schema::entity(entity), place, company.id(asks ? "admin" : "carl")));
            made[{entity, place}] = id;
            add(entity, place, id);
        }
        for (int i = 0; i < 3; ++i)
            m_drafts[place].push_back(make("quote", valuesOf(schema::entity("quote"), place, company.id("carl"))));
        for (const char* entity : {"quote_document", "order", "order_line"}) {
            const auto operations = additions(schema::entity(entity), place, company.id("admin"));
            if (m_admin.push(operations).status != OutcomeStatus::Applied)
                qFatal("%s could not be made", entity);
            for (const Operation& operation : operations)
                if (operation.entity->name == entity) {
                    made[{entity, place}] = operation.id;
                    add(entity, place, operation.id);
                }
        }
    }

    /// What a person does to add such a row; some come only together with others.
    std::vector<Operation> additions(const Entity& entity, Place place, const Id& me)
    {
        const auto one = [&](const Entity& which, const Id& id) {
            return Attacker::create(which.name.c_str(), id, valuesOf(which, place, me));
        };
        const Id id = company.clock().newId();
        if (entity.name == "order" || entity.name == "order_line") {
            auto line = valuesOf(schema::entity("order_line"), place, me);
            std::erase_if(line, [](const auto& each) { return each.first == "order"; });
            line.emplace_back("order", id);
            return {one(schema::entity("order"), id), Attacker::create("order_line", company.clock().newId(), line)};
        }
        return entity.name == "quote_document" ? handOver(place, id, me) : std::vector<Operation>{one(entity, id)};
    }

    std::vector<Operation> handOver(Place place, const Id& id, const Id& me)
    {
        const Id quote = m_drafts.at(place).back();
        m_drafts.at(place).pop_back();
        pricing::Document document{.quote = quote, .number = "Q-1", .date = "2026-11-22", .currency = "EUR"};
        document.account = place == Place::Near ? company.acme : company.zeta;
        const std::string body = pricing::writeDocument(document);
        return {Attacker::update("quote", quote, "status", "sent"),
                Attacker::create("quote_document", id,
                                 {{"quote", quote},
                                  {"number", "Q-1"},
                                  {"revision", std::int64_t{1}},
                                  {"handed_at", company.clock().now()},
                                  {"handed_by", me},
                                  {"net", "0.00 EUR"},
                                  {"tax", "0.00 EUR"},
                                  {"gross", "0.00 EUR"},
                                  {"hash", pricing::hashOf(body)},
                                  {"body", body}})};
    }

    /// One field of a row that is there; the others of its group as they are.
    Operation updateOf(const Spot& spot, std::size_t field, const Value& value)
    {
        Operation operation = Attacker::update(*spot.entity, spot.id, field, value);
        const auto row = must(server::TableRecords(company.database()).find(*spot.entity, spot.id));
        for (FieldChange& change : operation.fields) {
            if (row)
                change.before = row->values[change.field];
            if (row && change.field != field)
                change.after = change.before;
            if (change.field == field && change.before == change.after)
                change.before = Value(); // he says that he changes it
        }
        return operation;
    }

    /// A value the field takes, different from what stands in any row of the matrix; references lead to what is near.
    Value valueOf(const Field& field, const Id& me) const
    {
        switch (field.type) {
        case FieldType::Choice: return field.choices[std::min<std::size_t>(1, field.choices.size() - 1)];
        case FieldType::Boolean: return std::int64_t{1};
        case FieldType::Integer:
        case FieldType::Decimal:
        case FieldType::Instant: return std::int64_t{30'000};
        case FieldType::Money: return "7.77 EUR";
        case FieldType::Date: return "2026-11-22";
        case FieldType::TextList: return writeList({field.email ? "a@b.example" : field.phone ? "+49 30 1" : "x"});
        case FieldType::ReferenceList: return writeList({company.north.toString()});
        case FieldType::Group: return writeGroup({{field.members.front(), "x"}});
        case FieldType::Timeline:
            return writeTimeline({{.id = company.acme.toString(), .at = 1'000, .by = me.toString(), .text = "x"}});
        case FieldType::Reference: return referenceTo(field, me);
        default:
            return field.email      ? "a@b.example"
                   : field.phone    ? "+49 30 1"
                   : field.max == 3 ? "EUR"
                   : field.max == 2 ? "DE"
                                    : "something";
        }
    }

    /// The required fields of a new row, and what puts it there.
    std::vector<std::pair<std::string, Value>> valuesOf(const Entity& entity, Place place, const Id& me) const
    {
        std::vector<std::pair<std::string, Value>> values;
        for (const Field& field : entity.fields)
            if (field.required && field.type != FieldType::Reference)
                values.emplace_back(field.name, valueOf(field, me));
        const auto set = [&](const char* field, const Value& value) {
            std::erase_if(values, [&](const auto& each) { return each.first == field; });
            values.emplace_back(field, value);
        };
        const auto refer = [&](const char* field, const Id& id) {
            if (entity.field(field) != nullptr && !id.isNull())
                values.emplace_back(field, id);
        };
        const bool onLead = place == Place::NearLead || place == Place::FarLead;
        if (place == Place::Shared) {
            if (entity.name != "company")
                refer("price_list", company.priceList);
            if (entity.name == "price_entry") {
                set("price", "7.77 EUR");
                set("min_quantity", ++m_entries * Decimal::scale); // no twins
            }
            if (entity.name == "promotion")
                set("amount", "7.77 EUR");
            if (entity.name == "exchange_rate")
                set("to_currency", "USD");
            if (entity.name == "deputy") {
                set("user", me);
                set("deputy", company.id("ben") == me ? company.id("ana") : company.id("ben"));
            }
            refer("bundle", company.product);
            refer("other", part);
            if (entity.name == "bundle_part")
                refer("product", part);
            else if (entity.name != "product")
                refer("product", company.product);
            return values;
        }
        for (const char* above : {"agreement", "quote", "order"})
            if (const auto row = made.find({above, place}); row != made.end() && entity.name != "order")
                refer(above, row->second);
        if (entity.name == "customer_part" || entity.name == "agreed_price")
            refer("product", company.product);
        if (entity.name == "approval") {
            set("asked", company.id("carl"));
            set("asked_by", me);
            set("seal", "x");
        }
        if (entity.name == "order")
            set("tax", "0.00 EUR");
        if (entity.name == "quote" && place == Place::Own)
            set("template", std::int64_t{1});
        if (entity.name == "account_team")
            refer("user", me);
        refer("owner", me);
        refer("assignee", me);
        if (place == Place::Own)
            return values;
        if (onLead)
            refer("lead", place == Place::NearLead ? nearLead : farLead);
        else if (entity.name != "lead")
            refer("account", place == Place::Near ? company.acme : company.zeta);
        refer("territory", place == Place::Near ? company.north : company.south);
        return values;
    }

    Id make(const char* entity, const std::vector<std::pair<std::string, Value>>& values)
    {
        forget();
        const Id id = company.clock().newId();
        const Outcome outcome = m_admin.push({Attacker::create(entity, id, values)});
        if (outcome.status != OutcomeStatus::Applied)
            qFatal("%s could not be made: %s", entity, outcome.text.c_str());
        return id;
    }

    /// Everything the server keeps, but what a refused change leaves behind: its outcome and number, its author's
    /// inbox, the clock, and when a device was last seen.
    std::vector<std::string> dump()
    {
        if (m_tables.empty())
            readTables();
        std::vector<std::string> lines;
        for (const auto& [table, sql] : m_tables) {
            for (const server::Row& row : must(company.database().query(sql))) {
                std::string line = table;
                for (const server::Cell& cell : row)
                    line += "|" + told(cell);
                lines.push_back(std::move(line));
            }
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }

    /// The same, as long as nothing has happened since it was read.
    const std::vector<std::string>& known()
    {
        if (m_known.empty())
            m_known = dump();
        return m_known;
    }
    void forget() { m_known.clear(); }

    Company company;
    Id sister, nearLead, farLead, revision, part;
    std::vector<Spot> spots;
    std::map<std::pair<std::string, Place>, Id> made; ///< of what is sold

private:
    void add(const char* entity, Place place, const Id& id) { spots.push_back({&schema::entity(entity), place, id}); }
    void addShared(const char* entity)
    {
        const Id id = make(entity, valuesOf(schema::entity(entity), Place::Shared, company.id("carl")));
        made[{entity, Place::Shared}] = id;
        add(entity, Place::Shared, id);
    }

    Value referenceTo(const Field& field, const Id& me) const
    {
        if (field.name == "parent" && field.references == "account")
            return sister;
        const std::map<std::string, Id> there = {{"account", company.acme},    {"contact", company.anaRuiz},
                                                 {"lead", nearLead},           {"territory", company.north},
                                                 {"product", company.product}, {"price_list", company.priceList},
                                                 {"price_revision", revision}, {"user", me}};
        if (const auto found = there.find(field.references); found != there.end())
            return found->second;
        for (const Place place : {Place::Near, Place::Shared})
            if (const auto row = made.find({field.references, place}); row != made.end())
                return row->second;
        return company.acme;
    }

    void readTables()
    {
        auto names = company.database().query("SELECT name FROM sqlite_master WHERE type='table'");
        if (!names.ok())
            names = company.database().query("SELECT tablename FROM pg_tables WHERE schemaname='public'");
        const std::string conflict = std::to_string(schema::entity("conflict").number);
        for (const server::Row& row : must(std::move(names))) {
            const std::string& table = server::textOf(row[0]);
            if (std::set<std::string>{"outcome", "incarnation", "clock", "checkpoint", "device", "token", "e_conflict",
                                      "login_failure", "sqlite_stat1", "sqlite_sequence"}
                    .contains(table))
                continue;
            const bool generic =
                std::set<std::string>{"stamp", "member", "scope_log", "digest", "history"}.contains(table);
            m_tables.emplace_back(table,
                                  "SELECT * FROM " + table + (generic ? " WHERE entity<>" + conflict : std::string()));
        }
    }

    static std::string told(const server::Cell& cell)
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return std::to_string(*number);
        return server::textOf(cell) + server::bytesOf(cell);
    }

    Attacker m_admin;
    mutable std::int64_t m_entries = 0;
    std::map<Place, std::vector<Id>> m_drafts; ///< quotes to hand over
    std::vector<std::string> m_known;
    std::vector<std::pair<std::string, std::string>> m_tables;
};

std::string difference(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    std::vector<std::string> lines;
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(lines));
    return lines.empty() ? "" : lines.front();
}

} // namespace

/// Role x entity x field x (create, update, delete, move): what the declaration and the product's roles forbid, the
/// server does not do, whatever a laptop seals, alone or within a change that is otherwise right; what they allow, it
/// does. The database is looked at, every table of it, not the answer alone.
class AuthorityMatrixTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PostgresCluster> m_cluster;

    // One cell: tries the operation, and compares what became of it and of the database with what must.
    std::string cell(World& world, Attacker& attacker, const Id& me, const Operation& operation, bool allowed)
    {
        return cell(world, attacker, me, std::vector<Operation>{operation}, allowed);
    }
    std::string cell(World& world, Attacker& attacker, const Id& me, std::vector<Operation> operations, bool allowed)
    {
        const std::vector<std::string> before = allowed ? std::vector<std::string>() : world.known();
        if (allowed)
            world.forget();
        const Outcome outcome = attacker.push(operations);
        ++m_cells;
        if (allowed) {
            if (outcome.status != OutcomeStatus::Applied && outcome.status != OutcomeStatus::Merged)
                return "is refused: " + outcome.text;
            return {};
        }
        if (outcome.status != OutcomeStatus::Rejected)
            return "is not refused (" + std::to_string(static_cast<int>(outcome.status)) + ")";
        if (auto changed = difference(before, world.dump()); !changed.empty())
            return "is refused, but leaves a trace: " + changed;
        // Behind something that is allowed to everybody, in one change: nothing of it may happen.
        const Operation harmless = Attacker::create("activity", world.company.clock().newId(),
                                                    {{"kind", "note"}, {"subject", "harmless"}, {"owner", me}});
        operations.insert(operations.begin(), harmless);
        if (attacker.push(operations).status != OutcomeStatus::Rejected)
            return "is not refused within a change";
        if (auto changed = difference(before, world.dump()); !changed.empty())
            return "is refused within a change, but leaves a trace: " + changed;
        return {};
    }

    int m_cells = 0;

    static void roles()
    {
        QTest::addColumn<int>("who");
        for (std::size_t i = 0; i < everybody.size(); ++i)
            QTest::newRow(std::string(roleName(everybody[i].role)).c_str()) << static_cast<int>(i);
    }
    void rolesOnBothEngines()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<bool>("postgres");
        for (std::size_t i = 0; i < everybody.size(); ++i)
            for (const bool postgres : {false, true})
                if (!postgres || (m_cluster && everybody[i].role == Role::Salesperson))
                    QTest::newRow(
                        (std::string(roleName(everybody[i].role)) + (postgres ? " on PostgreSQL" : "")).c_str())
                        << static_cast<int>(i) << postgres;
    }
    std::string database() const
    {
        QFETCH(bool, postgres);
        return postgres ? m_cluster->makeDatabase() : std::string();
    }
    static const Who& who()
    {
        QFETCH(int, who);
        return everybody[static_cast<std::size_t>(who)];
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::string why;
        m_cluster = PostgresCluster::start(why);
        if (!m_cluster)
            qWarning("SKIPPED on PostgreSQL: %s", why.c_str());
    }
    void cleanupTestCase() { qInfo("%d cells", m_cells); }

    void everyFieldIsSetByWhomTheDeclarationNames_data() { roles(); }
    void everyFieldIsSetByWhomTheDeclarationNames()
    {
        World world;
        Attacker attacker(world.company, who().login);
        const Id me = world.company.id(who().login);
        for (const Spot& spot : world.spots)
            for (std::size_t i = 0; i < spot.entity->fields.size(); ++i) {
                const Field& field = spot.entity->fields[i];
                const std::string wrong = cell(world, attacker, me, world.updateOf(spot, i, world.valueOf(field, me)),
                                               maySet(who().role, *spot.entity, spot.place, field));
                if (!wrong.empty())
                    QFAIL((spot.entity->name + "." + field.name + " (" + nameOf(spot.place) + ") " + wrong).c_str());
            }
        // Himself: nobody but the administrator makes anybody more than he is.
        const Entity& user = schema::entity("user");
        for (std::size_t i = 0; i < user.fields.size() && who().role != Role::Administrator; ++i) {
            const std::string wrong =
                cell(world, attacker, me, Attacker::update(user, me, i, world.valueOf(user.fields[i], me)), false);
            if (!wrong.empty())
                QFAIL(("his own " + user.fields[i].name + " " + wrong).c_str());
        }
    }

    void everyKindIsAddedByWhomTheDeclarationNames_data() { rolesOnBothEngines(); }
    void everyKindIsAddedByWhomTheDeclarationNames()
    {
        World world(database());
        Attacker attacker(world.company, who().login);
        const Id me = world.company.id(who().login);
        for (const Entity& entity : schema::entities()) {
            std::vector<Place> places = {Place::Near, Place::Far, Place::Own};
            if (entity.scope.company || entity.scope.catalogue || entity.scope.margin || entity.internal)
                places = {Place::Shared};
            else if (entity.name == "saved_list")
                places = {Place::Own}; // hangs on nothing
            else if (entity.name == "account_team" || (entity.since > 1 && entity.scope.owner.empty()) ||
                     entity.name == "order")
                places = {Place::Near, Place::Far};
            else if (entity.field("lead") != nullptr)
                places = {Place::Near, Place::Far, Place::NearLead, Place::FarLead, Place::Own};
            for (const Place place : places) {
                const std::string wrong = cell(world, attacker, me, world.additions(entity, place, me),
                                               !entity.internal && mayAdd(who().role, entity, place));
                if (!wrong.empty())
                    QFAIL((entity.name + " (" + nameOf(place) + ") " + wrong).c_str());
            }
            // A field that others set is not set by adding a row either.
            for (const Field& field : entity.fields) {
                if (field.writers.empty() || field.writers.contains(who().role))
                    continue;
                auto values = world.valuesOf(entity, Place::Own, me);
                values.emplace_back(field.name, world.valueOf(field, me));
                QCOMPARE(cell(world, attacker, me,
                              Attacker::create(entity.name.c_str(), world.company.clock().newId(), values), false),
                         std::string());
            }
        }
    }

    void everyKindIsDeletedByWhomTheDeclarationNames_data() { rolesOnBothEngines(); }
    void everyKindIsDeletedByWhomTheDeclarationNames()
    {
        World world(database());
        Attacker attacker(world.company, who().login);
        const Id me = world.company.id(who().login);
        // What hangs on others first: a row is judged by the place it stands in.
        std::vector<Spot> spots = world.spots;
        std::stable_sort(spots.begin(), spots.end(),
                         [](const Spot& a, const Spot& b) { return a.entity->number > b.entity->number; });
        std::stable_partition(spots.begin(), spots.end(),
                              [](const Spot& s) { return s.entity->name != "account_team"; });
        for (const Spot& spot : spots) {
            const bool allowed = spot.entity->deleters.contains(who().role) &&
                                 has(who().role, spot.entity->name, spot.place) && !isTheirs(who().role, *spot.entity);
            if (allowed && spot.entity->name == "account_team")
                continue; // takes others their area
            const std::string wrong = cell(world, attacker, me, Attacker::remove(spot.entity->name, spot.id), allowed);
            if (!wrong.empty())
                QFAIL((spot.entity->name + " (" + nameOf(spot.place) + ") " + wrong).c_str());
        }
    }

    void nothingIsMovedToWhereItsMoverDoesNotSee_data() { rolesOnBothEngines(); }
    void nothingIsMovedToWhereItsMoverDoesNotSee()
    {
        struct Move {
            const char* entity;
            Place from;
            const char* field;
            const char* to;
            RoleSet allowed;
        };
        constexpr RoleSet managers = {Role::SalesManager, Role::Administrator};
        World world(database());
        const Company& c = world.company;
        const std::map<std::string, Id> rows = {{"north", c.north},
                                                {"south", c.south},
                                                {"acme", c.acme},
                                                {"zeta", c.zeta},
                                                {"ana", c.anaRuiz},
                                                {"cleo", c.cleoDiaz},
                                                {"near lead", world.nearLead},
                                                {"far lead", world.farLead}};
        Attacker attacker(world.company, who().login);
        const Id me = world.company.id(who().login);
        for (const Move& move : std::vector<Move>{{"contact", Place::Far, "account", "acme", managers},
                                                  {"contact", Place::Near, "account", "zeta", managers},
                                                  {"activity", Place::Far, "account", "acme", managers},
                                                  {"activity", Place::Near, "account", "zeta", managers},
                                                  {"activity", Place::NearLead, "lead", "far lead", managers},
                                                  {"activity", Place::FarLead, "lead", "near lead", managers},
                                                  {"activity", Place::NearLead, "contact", "cleo", managers},
                                                  {"task", Place::Far, "account", "acme", managers},
                                                  {"task", Place::Near, "account", "zeta", managers},
                                                  {"task", Place::FarLead, "lead", "near lead", managers},
                                                  {"account_team", Place::Near, "account", "zeta", managers},
                                                  {"lead", Place::Far, "territory", "north", managers},
                                                  {"lead", Place::Near, "territory", "south", managers},
                                                  {"account", Place::Far, "territory", "north", managers},
                                                  {"account", Place::Far, "parent", "acme", managers},
                                                  {"account", Place::Near, "parent", "zeta", managers},
                                                  {"quote", Place::Far, "account", "acme", managers},
                                                  {"quote", Place::Near, "account", "zeta", managers},
                                                  // On whose team he sits he keeps seeing it.
                                                  {"account",
                                                   Place::Near,
                                                   "territory",
                                                   "south",
                                                   {Role::AccountManager, Role::SalesManager, Role::Administrator}}}) {
            // Each from the place it had: a move that was allowed is taken back by making the company anew.
            const bool allowed = move.allowed.contains(who().role);
            if (allowed && who().role != Role::AccountManager)
                continue; // below
            const Spot& spot = *std::find_if(world.spots.begin(), world.spots.end(), [&](const Spot& each) {
                return each.entity->name == move.entity && each.place == move.from;
            });
            const std::string wrong = cell(
                world, attacker, me, Attacker::update(move.entity, spot.id, move.field, rows.at(move.to)), allowed);
            if (!wrong.empty())
                QFAIL((std::string(move.entity) + "." + move.field + " to " + move.to + " " + wrong).c_str());
        }
        if (!managers.contains(who().role))
            return;
        QCOMPARE(cell(world, attacker, me, Attacker::update("account", c.zeta, "territory", c.north), true),
                 std::string());
        QCOMPARE(cell(world, attacker, me, Attacker::update("lead", world.nearLead, "territory", c.south), true),
                 std::string());
        QCOMPARE(cell(world, attacker, me, Attacker::update("contact", c.anaRuiz, "account", c.zeta), true),
                 std::string());
    }

    void movingTheParentFirstOpensNothing()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const auto before = world.dump();
        const auto refused = [&](std::vector<Operation> operations) {
            const bool rejected = ana.push(std::move(operations)).status == OutcomeStatus::Rejected;
            const std::string changed = difference(before, world.dump());
            return rejected && changed.empty();
        };
        const Operation edit = Attacker::update("contact", c.cleoDiaz, "job_title", "Mine");
        QVERIFY(refused({Attacker::update("account", c.zeta, "territory", c.north), edit}));
        QVERIFY(refused({Attacker::update("account", c.acme, "parent", c.zeta), edit}));
        QVERIFY(refused({Attacker::update("contact", c.anaRuiz, "account", c.zeta), edit}));
        const Id mine = c.clock().newId();
        QVERIFY(refused({Attacker::create("account", mine, {{"name", "Bait"}, {"territory", c.north}}),
                         Attacker::update("account", c.zeta, "parent", mine), edit}));
        QVERIFY(refused({Attacker::create("account", mine, {{"name", "Bait"}, {"parent", c.zeta}})}));
        QVERIFY(refused(
            {Attacker::create("account_team", c.clock().newId(), {{"account", c.zeta}, {"user", c.id("ana")}}), edit}));
        QVERIFY(refused({Attacker::remove("account", c.zeta),
                         Attacker::create("account", c.zeta, {{"name", "Zeta"}, {"territory", c.north}})}));
        QVERIFY(refused({Attacker::create("account", c.zeta, {{"name", "Zeta"}, {"territory", c.north}})}));
        QVERIFY(refused({Attacker::create("activity", c.cleoDiaz, {{"kind", "note"}, {"subject", "x"}}), edit}));
    }

    void mergingDuplicatesOpensNothing()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const auto before = world.dump();
        for (const auto& [loser, survivor] : {std::pair(c.cleoDiaz, c.anaRuiz), std::pair(c.anaRuiz, c.cleoDiaz)})
            for (const OperationKind kind : {OperationKind::Merge, OperationKind::Unmerge}) {
                const Operation merging{.kind = kind,
                                        .entity = &schema::entity("contact"),
                                        .id = loser,
                                        .seenRev = std::int64_t{1} << 50,
                                        .other = survivor};
                (void)ana.push({merging});
                const std::string changed = difference(before, world.dump());
                QVERIFY2(changed.empty(), changed.c_str());
            }
    }

    void emptyListsAndEmptyChangesDoNothing()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const auto before = world.dump();
        Operation nothing{.kind = OperationKind::Update, .entity = &schema::entity("account"), .id = c.zeta};
        (void)ana.push({});
        QCOMPARE(difference(before, world.dump()), std::string());
        QCOMPARE(ana.push({nothing}).status, OutcomeStatus::Rejected);
        nothing.id = c.acme;
        (void)ana.push({nothing});
        QCOMPARE(difference(before, world.dump()), std::string());
        // What is typed as it was: no field's rights, nobody's rows.
        Operation same = Attacker::update("user", c.id("ana"), "territories", {});
        same.fields[0].before = same.fields[0].after = Value();
        (void)ana.push({same});
        same = Attacker::update("account", c.zeta, "name", "Zeta");
        same.fields[0].before = "Zeta";
        QCOMPARE(ana.push({same}).status, OutcomeStatus::Rejected);
        for (const char* list : {"[]", "", "[\"\"]"}) {
            QCOMPARE(ana.push({Attacker::update("user", c.id("ana"), "territories", list)}).status,
                     OutcomeStatus::Rejected);
            QCOMPARE(ana.push({Attacker::update("contact", c.anaRuiz, "tags", list)}).status, OutcomeStatus::Rejected);
        }
        QVERIFY(ana.line().push(ana.reply().token, ana.request({})).ok());
        QCOMPARE(difference(before, world.dump()), std::string());
    }

    void bodiesThatNoProgramOfOursSealsAreRefused()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const auto before = world.dump();
        const auto body = [&](std::int64_t number, std::int64_t kind, std::int64_t entity, const Id& id,
                              std::int64_t field) {
            cbor::Writer writer;
            writer.array(5);
            for (const std::int64_t each : {std::int64_t{1}, number, c.clock().now(), std::int64_t{0}})
                writer.integer(each);
            writer.array(1);
            writer.array(5);
            writer.integer(kind);
            writer.integer(entity);
            writer.bytes(id.view());
            writer.integer(1'000'000);
            writer.map(1);
            writer.integer(field);
            writer.array(2);
            writer.null();
            writer.text("x");
            return writer.take();
        };
        std::int64_t number = 0;
        for (const auto& [kind, entity, field] : std::vector<std::tuple<int, int, int>>{
                 {2, 5, 99}, {2, 5, 0}, {2, 5, -1}, {2, 99, 1}, {2, 0, 1}, {4, 5, 9}, {0, 5, 9}, {2, 13, 18}}) {
            const Outcome outcome = ana.pushBody(body(++number, kind, entity, c.anaRuiz, field));
            QCOMPARE(outcome.status, OutcomeStatus::Rejected);
            QCOMPARE(difference(before, world.dump()), std::string());
        }
        // Bytes that are no change at all, and one that names a row twice.
        ++number;
        QCOMPARE(ana.pushBody("\xff\xff").status, OutcomeStatus::Rejected);
        QCOMPARE(difference(before, world.dump()), std::string());
        // The queue goes on behind them.
        QCOMPARE(ana.push({Attacker::update("contact", c.anaRuiz, "job_title", "Chief")}).status,
                 OutcomeStatus::Applied);
    }

    void halfAGroupIsRefused()
    {
        World world;
        Attacker ana(world.company, "ana");
        const auto before = world.dump();
        for (const char* field : {"status", "reason", "closed_on"}) {
            const Entity& lead = schema::entity("lead");
            const std::size_t at = *lead.indexOf(field);
            Operation half = Attacker::update(lead, world.nearLead, at, world.valueOf(lead.fields[at], {}));
            std::erase_if(half.fields, [&](const FieldChange& each) { return each.field != at; });
            QCOMPARE(ana.push({half}).status, OutcomeStatus::Rejected);
            QCOMPARE(difference(before, world.dump()), std::string());
        }
    }

    void othersInboxItemsAreNotAnswered()
    {
        World world;
        Company& c = world.company;
        Attacker dora(c, "dora");
        Attacker admin(c, "admin");
        Operation first = Attacker::update("account", c.acme, "segment", "A");
        Operation second = Attacker::update("account", c.acme, "segment", "B");
        first.seenRev = second.seenRev = server::integerOf(
            must(c.database().query("SELECT rev FROM e_account WHERE id=$1", {server::cell(c.acme)}))[0][0]);
        QCOMPARE(dora.push({first}).status, OutcomeStatus::Applied);
        QCOMPARE(admin.push({second}).status, OutcomeStatus::Merged);
        const Id item = server::idOf(must(c.database().query("SELECT id FROM e_conflict WHERE deleted=0"))[0][0]);
        const Entity& conflict = schema::entity("conflict");
        const auto state = [&] {
            const auto row = must(c.database().query("SELECT * FROM e_conflict WHERE id=$1", {server::cell(item)}))[0];
            std::string text;
            for (const server::Cell& each : row)
                text += server::textOf(each) + server::bytesOf(each) + "|";
            return text;
        };
        for (const Who& person : everybody) {
            std::optional<Attacker> other;
            if (person.role != Role::SalesManager && person.role != Role::Administrator)
                other.emplace(c, person.login);
            Attacker& attacker = other ? *other : person.role == Role::SalesManager ? dora : admin;
            const Id me = c.id(person.login);
            for (std::size_t i = 0; i < conflict.fields.size(); ++i) {
                const std::string& name = conflict.fields[i].name;
                const bool mine =
                    (person.role == Role::SalesManager && name == "a_state") ||
                    (person.role == Role::Administrator && (name == "b_state")) ||
                    ((person.role == Role::SalesManager || person.role == Role::Administrator) && name == "kept");
                if (mine)
                    continue;
                const std::string before = state();
                const Outcome outcome =
                    attacker.push({Attacker::update(conflict, item, i, world.valueOf(conflict.fields[i], me))});
                QVERIFY2(outcome.status == OutcomeStatus::Rejected && state() == before,
                         (std::string(person.login) + " " + name).c_str());
            }
            QCOMPARE(attacker.push({Attacker::remove("conflict", item)}).status, OutcomeStatus::Rejected);
        }
        QCOMPARE(dora.push({Attacker::update("conflict", item, "a_state", "dismissed")}).status,
                 OutcomeStatus::Applied);
    }

    void aStampFromTheFutureIsTheServersNow()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const Milliseconds years = 10LL * 365 * HandEnvironment::day;
        const Bytes body = ana.seal({Attacker::update("contact", c.anaRuiz, "job_title", "Chief")}, years);
        QCOMPARE(ana.pushBody(body).status, OutcomeStatus::Applied);
        const auto rows = must(c.database().query("SELECT max(edited) FROM stamp"));
        QVERIFY(server::integerOf(rows[0][0]) <= c.clock().now());
        // So that tomorrow's edit of somebody else is later.
        c.clock().advance(HandEnvironment::second);
        Attacker dora(c, "dora");
        Operation edit = Attacker::update("contact", c.anaRuiz, "job_title", "Boss");
        edit.seenRev = 1;
        (void)dora.push({edit});
        QCOMPARE(server::textOf(must(c.database().query("SELECT f_job_title FROM e_contact WHERE id=$1",
                                                        {server::cell(c.anaRuiz)}))[0][0]),
                 std::string("Boss"));
    }

    void aChangeIsNobodysButItsDevices()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        Attacker carl(c, "carl");
        const Bytes body = ana.seal({Attacker::update("contact", c.anaRuiz, "job_title", "Chief")});
        const auto before = world.dump();
        QVERIFY(!carl.line().push(carl.reply().token, ana.request({body})).ok());
        QVERIFY(!carl.line().push("", ana.request({body})).ok());
        must(ana.line().logout(ana.reply().token));
        QVERIFY(!ana.line().push(ana.reply().token, ana.request({body})).ok());
        QCOMPARE(difference(before, world.dump()), std::string());
    }

    void aForgedContinuationGivesNothingForeign()
    {
        World world;
        Company& c = world.company;
        Attacker ana(c, "ana");
        const auto newest = must(c.database().query("SELECT seq, salt FROM checkpoint ORDER BY seq DESC LIMIT 1"));
        const auto token = [&](std::int64_t start, std::int64_t table, const Bytes& after, const Bytes& scopes) {
            cbor::Writer writer;
            writer.array(12);
            writer.integer(0); // its checkpoint
            writer.integer(start);
            writer.integer(table);
            writer.bytes(after);
            writer.bytes(scopes);
            for (int i = 0; i < 3; ++i) // the last line told
                writer.integer(start);
            writer.bytes(after);
            writer.bytes(Bytes(16, '\0'));
            writer.integer(server::integerOf(newest[0][0])); // every laptop knows that much
            writer.bytes(server::bytesOf(newest[0][1]));
            return writer.take();
        };
        const Bytes south = Scope{ScopeKind::Territory, c.south}.toBytes();
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        for (const std::int64_t start : {std::int64_t{0}, std::int64_t{-1}, most})
            for (const std::int64_t table :
                 {std::int64_t{0}, std::int64_t{3}, std::int64_t{-1}, std::int64_t{1000}, most})
                for (const Bytes& after :
                     {Bytes(), Bytes(16, '\0'), Bytes(16, '\xff'), Bytes("short"), Bytes(100, 'x')})
                    for (const Bytes& scopes : {Bytes(), south, south + south, Bytes(17, '\xff'), Bytes("short")}) {
                        PullRequest request{.history = ana.reply().history,
                                            .incarnation = ana.request({}).incarnation,
                                            .continuation = token(start, table, after, scopes)};
                        request.scopes[{ScopeKind::Territory, c.south}] = 1;
                        const auto reply = ana.line().pull(ana.reply().token, request);
                        if (!reply.ok())
                            continue;
                        for (const RowUpsert& row : reply->rows)
                            QVERIFY(row.id != c.zeta && row.id != c.cleoDiaz && row.id != world.farLead);
                        for (const Membership& each : reply->memberships)
                            QVERIFY(each.scope.id != c.south);
                    }
    }
};

QTEST_GUILESS_MAIN(AuthorityMatrixTest)
#include "AuthorityMatrixTest.moc"
