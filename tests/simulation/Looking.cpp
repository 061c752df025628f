// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "core/store/Meta.h"
#include "core/store/UnknownFields.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"
#include "sync/server/EntityTables.h"
#include "sync/server/Ledger.h"
#include "tests/simulation/Words.h"
#include "tests/support/world/Must.h"

#include <algorithm>

// What must be true: at every moment on a laptop, and everywhere once all is quiet.

namespace satchel::simulation {

using test::must;

namespace {

constexpr Milliseconds hour = 3'600'000;

std::int64_t integer(Replica& replica, const char* sql)
{
    return must(replica.connection().integer(sql));
}

// What an old program keeps of a field that it does not know.
Value kept(Replica& replica, Record row, std::size_t field)
{
    if (!row.values[field].isNull())
        return "(shown by a program that does not know it)";
    must(UnknownFields(replica.connection()).load(row));
    const auto found = std::find_if(row.unknown.begin(), row.unknown.end(),
                                    [&](const auto& each) { return each.first == row.entity->fields[field].number; });
    return found == row.unknown.end() ? Value() : found->second;
}

std::vector<Record> rowsOf(Replica& replica, const char* entity)
{
    return must(replica.list({.entity = &schema::entity(entity), .limit = 1000})).rows;
}

} // namespace

void World::readOutbox(Laptop& laptop)
{
    auto statement = must(laptop.machine->replica().connection().prepare(
        "SELECT number, body FROM outbox WHERE number>?1 ORDER BY number"));
    statement.bind(1, laptop.lastNumber);
    while (must(statement.step())) {
        laptop.lastNumber = statement.integer(0);
        m_model.typed(laptop.machine->name(), Bytes(statement.blob(1)));
    }
}

std::string World::look(Laptop& laptop)
{
    LaptopMachine& machine = *laptop.machine;
    if (!machine.isOpen() || machine.disk.dead())
        return {};
    readOutbox(laptop);
    // Monotonic reads: a laptop never goes back, whatever was lost.
    const std::int64_t checkpoint = must(Meta(machine.replica().connection()).integer("checkpoint"));
    if (checkpoint < laptop.checkpoint && m_serverCopy.empty())
        return machine.name() + " went back from checkpoint " + std::to_string(laptop.checkpoint) + " to " +
               std::to_string(checkpoint);
    laptop.checkpoint = checkpoint;
    const std::int64_t incidents = integer(machine.replica(), "SELECT count(*) FROM incident");
    if (incidents > laptop.incidents && !machine.sawStaleReply && !m_copied && !laptop.updated) {
        auto statement =
            must(machine.replica().connection().prepare("SELECT text FROM incident ORDER BY rowid DESC LIMIT 1"));
        (void)must(statement.step());
        return machine.name() + " found that it differs from the server: " + std::string(statement.text(0));
    }
    laptop.incidents = incidents;
    std::string wrong = lookAtRows(laptop);
    if (wrong.empty())
        wrong = lookAtDeals(laptop);
    return wrong.empty() && m_server.running() && !m_restored ? lookAtSums(laptop) : wrong;
}

// What was written together is seen together: two rows of one action, fields of one group.
std::string World::lookAtRows(Laptop& laptop)
{
    Replica& replica = laptop.machine->replica();
    std::map<std::string, std::vector<Record>> twins;
    for (const Record& row : rowsOf(replica, "activity")) {
        if (const std::string& notes = row.value("notes").text(); notes.starts_with("twin "))
            twins[notes].push_back(row);
        if (!row.value("ends").isNull() && row.value("ends").integer() - row.value("starts").integer() != hour)
            return laptop.machine->name() + " shows half of a group: when " + name({row.entity->number, row.id}) +
                   " was";
    }
    for (const auto& [notes, pair] : twins)
        if (pair.size() != 2 || pair[0].value("outcome") != pair[1].value("outcome"))
            return laptop.machine->name() + " shows half of a change: the " + notes;
    for (const Record& row : rowsOf(replica, "lead"))
        if (const std::string& reason = row.value("reason").text();
            !reason.empty() && !reason.starts_with(row.value("status").text() + " "))
            return laptop.machine->name() + " shows half of a group: " + row.value("status").text() + " because " +
                   reason;
    for (const Record& row : rowsOf(replica, "task"))
        if ((row.value("done").integer() == 1) == row.value("done_on").isNull())
            return laptop.machine->name() + " shows half of a group: when a to-do was done";
    return {};
}

// A counter is what the server had at the laptop's checkpoint and what this laptop added since, each once.
std::string World::lookAtSums(Laptop& laptop)
{
    Replica& replica = laptop.machine->replica();
    const Entity& lead = schema::entity("lead");
    const std::size_t touches = *lead.indexOf("touches");
    m_model.catchUp(m_server.database(), false);
    std::map<Id, std::int64_t> mine;
    {
        auto statement = must(
            replica.connection().prepare("SELECT DISTINCT body FROM outbox o JOIN outbox_row r ON r.number=o.number"));
        while (must(statement.step()))
            for (const Operation& operation : must(decodeChange(statement.blob(0))).operations)
                for (const FieldChange& change : operation.fields)
                    if (operation.entity == &lead && change.field == touches)
                        mine[operation.id] += change.after.integer() - change.before.integer();
    }
    for (const Record& row : rowsOf(replica, "lead")) {
        const std::int64_t expected = m_model.sumAt({lead.number, row.id}, touches, laptop.checkpoint) + mine[row.id];
        if (row.values[touches].integer() != expected)
            return laptop.machine->name() + " shows " + std::to_string(row.values[touches].integer()) + " touches of " +
                   name({lead.number, row.id}) + ", which are " + std::to_string(expected);
    }
    return {};
}

std::string World::checkAll()
{
    server::Database& database = m_server.database();
    m_model.catchUp(database, false);
    if (std::string wrong = m_model.checkOutcomes(); !wrong.empty())
        return wrong;
    const Rows rows = readRows(database);
    if (std::string wrong = m_model.checkRows(rows); !wrong.empty())
        return wrong;
    if (std::string wrong = m_model.checkFacts(rows); !wrong.empty())
        return wrong;
    if (std::string wrong = checkServer(); !wrong.empty())
        return wrong;
    const Projection projection(rows);
    for (const auto& laptop : m_laptops) {
        laptop->machine->sawStaleReply = false;
        laptop->updated = false;
        if (std::string wrong = checkLaptop(*laptop, rows, projection); !wrong.empty())
            return wrong;
    }
    return {};
}

std::string World::checkLaptop(Laptop& laptop, const Rows& rows, const Projection& projection)
{
    LaptopMachine& machine = *laptop.machine;
    Replica& replica = machine.replica();
    if (integer(replica, "SELECT count(*) FROM outbox WHERE answered IS NULL") != 0)
        return machine.name() + " has changes without an answer, and all is quiet";
    if (integer(replica, "SELECT count(*) FROM outbox o WHERE deferred='bulk' AND NOT EXISTS (SELECT 1 FROM outbox p "
                         "WHERE p.bulk=o.bulk AND p.deferred<>'bulk')") != 0)
        return machine.name() + " waits for parts of a larger action that it has sent";
    const std::set<RowKey> mayBeSeen = projection.visibleTo(laptop.user);
    std::set<RowKey> visible = mayBeSeen;
    std::erase_if(visible,
                  [&](const RowKey& key) { return schema::entityNumbered(key.entity)->since > machine.version; });
    // What the server has and somebody must decide stays as it was typed until then.
    std::set<RowKey> undecided;
    {
        auto statement = must(replica.connection().prepare("SELECT entity, row FROM outbox_row"));
        while (must(statement.step()))
            undecided.insert({static_cast<int>(statement.integer(0)), statement.id(1)});
    }
    std::set<RowKey> there;
    for (const Entity& entity : schema::entities())
        for (const Record& row : must(replica.list({.entity = &entity, .limit = 10000})).rows) {
            const RowKey key{entity.number, row.id};
            there.insert(key);
            if (undecided.contains(key))
                continue;
            if (!visible.contains(key))
                return machine.name() + " has " + name(key) + ", which " + machine.login() + " may not see";
            const Record& server = rows.at(key);
            for (std::size_t i = 0; i < row.values.size(); ++i)
                if ((entity.fields[i].since > machine.version ? kept(replica, row, i) : row.values[i]) !=
                    server.values[i])
                    return machine.name() + " shows another " + entity.fields[i].name + " of " + name(key) +
                           " than the server";
            if (row.rev != server.rev)
                return machine.name() + " has another version of " + name(key) + " than the server";
        }
    for (const RowKey& key : visible)
        if (!there.contains(key) && !undecided.contains(key))
            return machine.name() + " lacks " + name(key) + ", which " + machine.login() + " may see";
    const auto its = machine.reading();
    const auto verified = machine.engine().verify();
    if (!verified.ok() || !verified->equal)
        return "the digests of " + machine.name() + ", recounted, are not the server's";
    if (must(replica.connection().prepare("PRAGMA quick_check(1)")).columns() != 1)
        return "the database of " + machine.name() + " is damaged";
    return checkFiles(laptop, rows, mayBeSeen);
}

// Nothing of a record that its user may not see is left in any file: tables, free pages, logs, search index.
std::string World::checkFiles(Laptop& laptop, const Rows& rows, const std::set<RowKey>& visible)
{
    std::vector<std::uint64_t> found;
    // What he typed himself comes back to all his laptops with an inbox item, where it came to nothing.
    for (const RowKey& key : visible)
        if (const Record& item = rows.at(key); item.entity->name == "conflict")
            for (const std::string side : {"a", "b"})
                if (item.value(side + "_user").id() == laptop.user || item.value(side + "_author").id() == laptop.user)
                    findCanaries(item.value(side + "_value").text(), found);
    const std::set<std::uint64_t> typed(found.begin(), found.end());
    for (const auto& [file, contents] : laptop.machine->disk.files()) {
        found.clear();
        findCanaries(contents->bytes, found);
        for (const std::uint64_t number : found) {
            const auto row = m_canaries.find(number);
            // What was deleted is gone for everybody; what is kept of it is not a matter of scopes.
            if (row != m_canaries.end() && rows.contains(row->second) && !visible.contains(row->second) &&
                !laptop.own.contains(number) && !typed.contains(number))
                return file + " of " + laptop.machine->name() + " still holds text of " + name(row->second) +
                       ", which " + laptop.machine->login() + " may not see";
        }
    }
    return {};
}

// The server's own sums, recounted from its rows by what Projection's like would say is each scope's.
std::string World::checkServer()
{
    server::Database& database = m_server.database();
    server::EntityTables tables(database);
    server::Scoping scoping(database);
    const server::Clock clock = must(server::readClock(database));
    std::map<std::pair<Scope, int>, Digest> counted;
    for (const auto& [key, record] : readRows(database))
        for (const Scope& scope : must(scoping.storedScopes(*record.entity, record.id, record.root))) {
            Digest& digest = counted[{scope, key.entity}];
            ++digest.rows;
            digest.sum = addHash(digest.sum, rowHash(clock.digestKey, record));
        }
    for (const server::Row& row : must(database.query("SELECT scope, entity, row_count, sum FROM digest"))) {
        const Scope scope = *Scope::fromBytes(server::bytesOf(row[0]));
        const auto entity = static_cast<int>(server::integerOf(row[1]));
        const Digest& digest = counted[{scope, entity}];
        if (digest.rows != server::integerOf(row[2]) || view(digest.sum) != server::bytesOf(row[3]))
            return "the server's sum of " + schema::entityNumbered(entity)->name + " in a scope of kind " +
                   std::to_string(static_cast<int>(scope.kind)) + " is wrong";
        counted.erase({scope, entity});
    }
    for (const auto& [key, digest] : counted)
        if (digest.rows != 0)
            return "the server has no sum of " + schema::entityNumbered(key.second)->name;
    return {};
}

} // namespace satchel::simulation
