// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Ledger.h"

#include "sync/protocol/Digests.h"
#include "sync/server/InboxPrivacy.h"
#include "sync/server/Marks.h"
#include "sync/server/Recovery.h"

#include <algorithm>
#include <charconv>

namespace satchel::server {

namespace {

// Sites below sites, contacts below accounts, activities below contacts: real aggregates are far shallower.
constexpr int deepest = 32;

// Kinds of rows that written() is asked for when a change is carried out.
constexpr std::string_view lookedAtInTheEnd[] = {"user", "territory", "order", "order_line"};

} // namespace

namespace {

constexpr auto clockColumns = "SELECT seq, history, digest_key, floor, rights FROM clock WHERE one=1";

Result<Clock> clockOf(const std::vector<Row>& rows)
{
    if (rows.empty())
        return Error{ErrorKind::NotFound,
                     "This database has not been initialised yet. Run \"satchel-server init\" first."};
    return Clock{integerOf(rows[0][0]), idOf(rows[0][1]), bytesOf(rows[0][2]), integerOf(rows[0][3]),
                 integerOf(rows[0][4])};
}

} // namespace

Result<Clock> readClock(Database& database)
{
    SATCHEL_ASSIGN(const auto rows, database.query(clockColumns));
    return clockOf(rows);
}

Status rightsChanged(Database& database)
{
    return database.post("UPDATE clock SET rights=rights+1 WHERE one=1");
}

Cell packValue(const Value& value)
{
    if (value.isInteger())
        return Blob{"i" + std::to_string(value.integer())};
    if (value.isText())
        return Blob{"t" + value.text()};
    if (value.isId())
        return Blob{"b" + std::string(value.id().view())};
    return {};
}

Value unpackValue(const Cell& cell)
{
    const Bytes& bytes = bytesOf(cell);
    if (bytes.empty())
        return {};
    const std::string_view rest = std::string_view(bytes).substr(1);
    if (bytes[0] == 't')
        return std::string(rest);
    if (bytes[0] == 'b')
        return Id::fromBytes(rest).value_or(Id{});
    std::int64_t number = 0;
    std::from_chars(rest.data(), rest.data() + rest.size(), number);
    return number;
}

Status Ledger::open()
{
    SATCHEL_ASSIGN(auto answers, m_database.queryAll(openingQuestions()));
    return open(answers);
}

std::vector<Database::Question> Ledger::openingQuestions()
{
    return {{clockColumns}, {"SELECT salt FROM checkpoint WHERE seq=(SELECT seq FROM clock)"}, saltKeyQuestion()};
}

Status Ledger::open(std::vector<std::vector<Row>>& answers)
{
    SATCHEL_ASSIGN(m_clock, clockOf(answers[0]));
    m_salt = answers[1].empty() ? Bytes() : bytesOf(answers[1][0][0]);
    m_saltKey = std::move(answers[2]);
    m_seq = m_clock.seq;
    return Ok{};
}

Status Ledger::beginChange()
{
    ++m_seq;
    m_line = 0;
    m_written.clear();
    m_touched.clear();
    m_left.clear();
    m_pending.clear();
    m_lost.forget();
    m_scoping.membershipsChanged();
    m_isOpen = true;
    return m_database.savepoint();
}

Status Ledger::hideFromLosers()
{
    SATCHEL_ASSIGN(const auto losers, m_lost.settle(m_seq));
    const std::set<RowKey> left = std::move(m_left);
    m_left.clear();
    if (left.empty() && losers.empty())
        return Ok{};
    return InboxPrivacy(m_database, *this).hide(left, losers);
}

Status Ledger::rest()
{
    SATCHEL_TRY(countTouched());
    std::erase_if(m_written, [](const RowKey& key) {
        const std::string& name = schema::entityNumbered(key.entity)->name;
        return std::find(std::begin(lookedAtInTheEnd), std::end(lookedAtInTheEnd), name) == std::end(lookedAtInTheEnd);
    });
    m_scoping.membershipsChanged();
    if (RowCache* const cache = m_database.rowCache())
        cache->shed();
    return Ok{};
}

Status Ledger::finishChange()
{
    SATCHEL_TRY(hideFromLosers());
    SATCHEL_TRY(countTouched());
    for (const auto& [key, delta] : m_pending) {
        Digest& sum = m_sums[key];
        sum.rows += delta.rows;
        sum.sum = addHash(sum.sum, delta.sum);
    }
    m_pending.clear();
    m_isOpen = false;
    return m_database.releaseSavepoint();
}

Status Ledger::abandonChange()
{
    --m_seq;
    m_isOpen = false;
    m_touched.clear();
    m_pending.clear();
    m_scoping.membershipsChanged();
    SATCHEL_TRY(m_database.rollbackToSavepoint());
    return m_database.releaseSavepoint();
}

Status Ledger::close(Milliseconds now, std::string_view salt)
{
    SATCHEL_TRY(writeSums());
    m_sums.clear();
    if (m_seq == m_clock.seq)
        return Ok{};
    SATCHEL_ASSIGN(const Bytes sealed, sealedSalt(m_saltKey, m_clock.history, m_seq, salt));
    SATCHEL_TRY(m_database.post("UPDATE clock SET seq=$1 WHERE one=1", {Cell(m_seq)}));
    SATCHEL_TRY(m_database.post("INSERT INTO checkpoint(seq, salt, committed) VALUES($1, $2, $3)",
                                {Cell(m_seq), Blob{sealed}, Cell(now)}));
    m_database.announce({.seq = m_seq, .scopes = std::move(m_logged), .rights = m_rights});
    m_logged.clear();
    m_rightsCounted |= std::exchange(m_rights, false);
    m_salt = sealed;
    return Ok{};
}

Status Ledger::goBackTo(Place place)
{
    // What failed in the middle of a change has a savepoint of its own.
    if (m_isOpen)
        SATCHEL_TRY(abandonChange());
    m_seq = place.seq;
    m_sums = std::move(place.sums);
    m_logged = std::move(place.logged);
    m_rights = place.rights;
    m_touched.clear();
    m_pending.clear();
    m_scoping.membershipsChanged();
    return Ok{};
}

// The directory decides who sees what.
Status Ledger::writing(const RowKey& key)
{
    m_written.insert(key);
    const std::string& name = schema::entityNumbered(key.entity)->name;
    if (name != "user" && name != "territory" && name != "account_team")
        return Ok{};
    m_rights = true;
    return rightsChanged(m_database);
}

Result<Milliseconds> Ledger::committedAt(std::int64_t seq)
{
    if (const auto known = m_committed.find(seq); known != m_committed.end())
        return known->second;
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT committed FROM checkpoint WHERE seq<=$1 ORDER BY seq DESC LIMIT 1", {Cell(seq)}));
    return m_committed[seq] = rows.empty() ? 0 : integerOf(rows[0][0]);
}

Database::Question Ledger::committedOf(const std::set<std::int64_t>& seqs)
{
    std::vector<Cell> parameters;
    const std::string marks = marksFor(seqs, parameters, [](std::int64_t seq) { return Cell(seq); });
    return {"SELECT seq, committed FROM checkpoint WHERE seq IN " + marks, std::move(parameters)};
}

void Ledger::keepCommitted(const std::vector<Row>& rows)
{
    for (const Row& row : rows)
        m_committed[integerOf(row[0])] = integerOf(row[1]);
}

Status Ledger::log(const Scope& scope, LogKind kind, const RowKey& key)
{
    m_logged.insert(scope);
    return m_database.post("INSERT INTO scope_log(scope, seq, kind, entity, row_id) VALUES($1, $2, $3, $4, $5) "
                           "ON CONFLICT DO NOTHING",
                           {Blob{scope.toBytes()}, Cell(m_seq), Cell(static_cast<std::int64_t>(kind)),
                            Cell(std::int64_t{key.entity}), cell(key.id)});
}

// Before anything about a row changes, what it stood for in the digests is taken out; finishChange() puts it back.
Status Ledger::touch(const RowKey& key)
{
    if (!m_touched.insert(key).second)
        return Ok{};
    SATCHEL_TRY(m_lost.watch(*schema::entityNumbered(key.entity), key.id));
    return contribute(key, false);
}

Status Ledger::touchAggregate(const RowKey& root)
{
    SATCHEL_TRY(touch(root));
    for (const Entity& entity : schema::entities()) {
        if (entity.scope.parents.empty())
            continue;
        SATCHEL_ASSIGN(const auto ids, m_tables.ofRoot(entity, root.id));
        for (const Id& id : ids)
            SATCHEL_TRY(touch({entity.number, id}));
    }
    return Ok{};
}

Result<std::set<Scope>> Ledger::memberRows(const Id& row)
{
    return m_scoping.membershipsIn(row);
}

Status Ledger::moveMemberships(const RowKey& key, const std::set<Scope>& present, const std::set<Scope>& wanted)
{
    if (present == wanted)
        return Ok{};
    SATCHEL_TRY(touchAggregate(key));
    for (const Scope& scope : present) {
        if (wanted.contains(scope))
            continue;
        SATCHEL_TRY(
            m_database.post("DELETE FROM member WHERE row_id=$1 AND scope=$2", {cell(key.id), Blob{scope.toBytes()}}));
        SATCHEL_TRY(log(scope, LogKind::Leave, key));
        m_left.insert(key);
    }
    for (const Scope& scope : wanted) {
        if (present.contains(scope))
            continue;
        SATCHEL_TRY(m_database.post("INSERT INTO member(row_id, scope, entity) VALUES($1, $2, $3)",
                                    {cell(key.id), Blob{scope.toBytes()}, Cell(std::int64_t{key.entity})}));
        SATCHEL_TRY(log(scope, LogKind::Enter, key));
    }
    m_scoping.moved(key.id);
    m_scoping.membershipsChanged();
    return Ok{};
}

Status Ledger::repositionFollowers(const Record& record, bool ofAggregate, int depth)
{
    for (const Entity& entity : schema::entities()) {
        std::vector<std::string> references = ofAggregate ? entity.scope.parents : std::vector<std::string>();
        if (!entity.scope.inherits.empty())
            references.push_back(entity.scope.inherits);
        for (const std::string& reference : references) {
            if (entity.field(reference)->references != record.entity->name)
                continue;
            SATCHEL_ASSIGN(const auto ids, m_tables.referring(entity, reference, record.id));
            for (const Id& id : ids) {
                SATCHEL_ASSIGN(auto follower, m_tables.find(entity, id));
                if (follower)
                    SATCHEL_TRY(reposition(std::move(*follower), depth + 1));
            }
        }
    }
    return Ok{};
}

Status Ledger::reposition(Record record, int depth)
{
    if (depth > deepest || sharedScope(*record.entity))
        return Ok{};
    const RowKey key{record.entity->number, record.id};
    SATCHEL_ASSIGN(const Id root, m_scoping.rootOf(record));
    SATCHEL_ASSIGN(const auto memberships, memberRows(record.id));
    const bool moved = root != record.root;
    if (moved) {
        SATCHEL_TRY(touch(key));
        SATCHEL_ASSIGN(const auto before, m_scoping.storedScopes(*record.entity, record.id, record.root));
        record.root = root;
        SATCHEL_TRY(m_tables.update(record, 0));
        SATCHEL_TRY(
            m_tables.setStamp(key, EntityTables::rootStamp, Stamp{.rev = m_seq, .deviceName = {}, .change = {}}));
        SATCHEL_ASSIGN(const auto after, m_scoping.storedScopes(*record.entity, record.id, record.root));
        m_left.insert(key);
        for (const Scope& scope : before)
            SATCHEL_TRY(log(scope, after.contains(scope) ? LogKind::Upsert : LogKind::Leave, key));
        for (const Scope& scope : after)
            if (!before.contains(scope))
                SATCHEL_TRY(log(scope, LogKind::Enter, key));
    }
    SATCHEL_ASSIGN(const auto wanted, m_scoping.membershipsOf(record));
    SATCHEL_TRY(moveMemberships(key, memberships, wanted));
    return moved || memberships != wanted ? repositionFollowers(record, moved, depth) : Status(Ok{});
}

Status Ledger::insert(Record record, const Stamp& stamp)
{
    const RowKey key{record.entity->number, record.id};
    record.rev = m_seq;
    SATCHEL_ASSIGN(record.root, m_scoping.rootOf(record));
    SATCHEL_TRY(writing(key));
    m_touched.insert(key); // nothing to take out: it was not there
    SATCHEL_TRY(m_lost.watch(record));
    SATCHEL_TRY(m_tables.insert(record));
    if (!stamp.user.isNull())
        SATCHEL_TRY(m_tables.setStamp(key, EntityTables::bornStamp, stamp));
    SATCHEL_ASSIGN(const auto wanted, m_scoping.membershipsOf(record));
    for (const Scope& scope : wanted) {
        SATCHEL_TRY(m_database.post("INSERT INTO member(row_id, scope, entity) VALUES($1, $2, $3)",
                                    {cell(record.id), Blob{scope.toBytes()}, Cell(std::int64_t{key.entity})}));
        SATCHEL_TRY(log(scope, LogKind::Enter, key));
    }
    m_scoping.moved(key.id);
    m_scoping.membershipsChanged();
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*record.entity, record.id, record.root));
    for (const Scope& scope : scopes)
        if (!wanted.contains(scope))
            SATCHEL_TRY(log(scope, LogKind::Upsert, key));
    if (record.entity->name == "account_team") {
        SATCHEL_ASSIGN(auto account, m_tables.find(schema::entity("account"), record.value("account").id()));
        if (account)
            SATCHEL_TRY(reposition(std::move(*account), 0));
    }
    return Ok{};
}

Status Ledger::update(Record record, const std::vector<std::size_t>& fields, const Stamp& stamp, bool revive)
{
    const RowKey key{record.entity->number, record.id};
    SATCHEL_TRY(touch(key));
    SATCHEL_TRY(m_lost.watch(record));
    record.rev = m_seq;
    SATCHEL_TRY(writing(key));
    SATCHEL_TRY(m_tables.update(record, 0));
    for (const std::size_t field : fields)
        SATCHEL_TRY(m_tables.setStamp(key, record.entity->fields[field].number, stamp));
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*record.entity, record.id, record.root));
    for (const Scope& scope : scopes)
        SATCHEL_TRY(log(scope, revive ? LogKind::Enter : LogKind::Upsert, key));
    SATCHEL_TRY(reposition(record, 0));
    if (revive)
        SATCHEL_TRY(repositionFollowers(record, true, 0));
    if (revive && record.entity->name == "account_team") {
        SATCHEL_ASSIGN(auto account, m_tables.find(schema::entity("account"), record.value("account").id()));
        if (account)
            SATCHEL_TRY(reposition(std::move(*account), 0));
    }
    return Ok{};
}

Status Ledger::remove(Record record, const Stamp& stamp)
{
    const RowKey key{record.entity->number, record.id};
    SATCHEL_TRY(touchAggregate(key));
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*record.entity, record.id, record.root));
    for (const Scope& scope : scopes)
        SATCHEL_TRY(log(scope, LogKind::Delete, key));
    record.rev = m_seq;
    SATCHEL_TRY(writing(key));
    SATCHEL_TRY(m_tables.update(record, m_seq));
    SATCHEL_TRY(m_tables.setStamp(key, EntityTables::removedStamp, stamp));
    // Before its memberships go: from which scopes its followers are gone is asked of them.
    SATCHEL_TRY(repositionFollowers(record, true, 0));
    SATCHEL_TRY(m_database.post("DELETE FROM member WHERE row_id=$1", {cell(record.id)}));
    m_scoping.moved(record.id);
    m_scoping.membershipsChanged();
    if (record.entity->name == "account_team") {
        SATCHEL_ASSIGN(auto account, m_tables.find(schema::entity("account"), record.value("account").id()));
        if (account)
            SATCHEL_TRY(reposition(std::move(*account), 0));
    }
    return Ok{};
}

Status Ledger::addHistory(const HistoryEntry& entry)
{
    SATCHEL_TRY(m_database.post(
        "INSERT INTO history(seq, line, entity, row_id, field, old_value, new_value, user_id, device_name, "
        "edited, rule) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {Cell(m_seq), Cell(++m_line), Cell(std::int64_t{entry.row.entity}), cell(entry.row.id),
         Cell(std::int64_t{entry.field}), packValue(entry.from), packValue(entry.to), cell(entry.user),
         Cell(entry.device), Cell(entry.at), Cell(entry.rule)}));
    return Ok{};
}

} // namespace satchel::server
