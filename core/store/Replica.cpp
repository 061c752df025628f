// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Replica.h"

#include "core/base/Files.h"
#include "core/base/Planted.h"
#include "core/schema/ValueText.h"
#include "core/schema/Wording.h"
#include "core/store/GlobalSearch.h"
#include "core/store/IdentityFile.h"
#include "core/store/Meta.h"
#include "core/store/Migrations.h"
#include "core/store/QueryRunner.h"
#include "core/store/Rescue.h"
#include "core/store/Reserve.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"
#include "core/store/WritePath.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel {

namespace {

const std::string historyColumns = "seq, field, \"from\", \"to\", user, device, at, rule, row";

Result<std::vector<HistoryEntry>> historyOf(int entity, sqlite::Statement& statement)
{
    std::vector<HistoryEntry> entries;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return entries;
        entries.push_back({.row = {entity, statement.id(8)},
                           .seq = statement.integer(0),
                           .field = static_cast<int>(statement.integer(1)),
                           .from = statement.value(2),
                           .to = statement.value(3),
                           .user = statement.id(4),
                           .device = std::string(statement.text(5)),
                           .at = statement.integer(6),
                           .rule = std::string(statement.text(7))});
    }
}

Status bringSearchUpToDate(sqlite::Connection& connection)
{
    Meta meta(connection);
    SATCHEL_ASSIGN(const std::int64_t version, meta.integer("search_version"));
    if (version == searchVersion)
        return Ok{};
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    SATCHEL_TRY(Rows(connection).rebuildSearch());
    SATCHEL_TRY(meta.set("search_version", searchVersion));
    return transaction.commit();
}

// A flipped bit in a declaration is no error to SQLite; it just looks in the wrong place, and does not find. The full
// comparison takes long, so what has passed it is remembered by its checksum.
Status checkTables(sqlite::Connection& connection)
{
    Bytes all;
    {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            all += std::string(statement.text(0)) + ":" + std::string(statement.text(1)) + "\n";
        }
    }
    Meta meta(connection);
    const Bytes16 check = blake2b128({}, all);
    SATCHEL_ASSIGN(const std::string passed, meta.text("tables_check"));
    if (passed == view(check))
        return Ok{};
    if (!Salvage(connection).hasItsTables())
        return Error{ErrorKind::Corrupt, "The database file is damaged where it says what its tables are."};
    return meta.setBytes("tables_check", view(check));
}

} // namespace

Replica::Replica(std::string folder, Environment& environment, std::unique_ptr<sqlite::Connection> connection)
    : m_folder(std::move(folder)), m_environment(environment), m_connection(std::move(connection))
{}

Replica::~Replica()
{
    if (m_connection->health() != sqlite::Health::Good)
        m_mark.report(isDamaged());
    m_connection.reset();
}

Result<std::unique_ptr<Replica>> Replica::open(const std::string& folder, Environment& environment)
{
    SATCHEL_TRY(makePrivateFolder(folder));
    const std::string file = folder + "/replica.sqlite";
    if (!isWritable(folder) || (fileLength(file) && !isWritable(file)))
        return openForLooking(folder, environment);
    SATCHEL_ASSIGN(UseMark mark, UseMark::take(folder));
    std::string notice;
    if (mark.isFirst()) {
        SATCHEL_ASSIGN(notice, Rescue(folder, environment).examine(mark));
    }
    auto opened = openWhole(folder, environment);
    const bool damaged = !opened && opened.error().kind == ErrorKind::Corrupt;
    if (damaged && !mark.isFirst())
        mark.report(true);
    if (mark.isFirst() && (damaged || (!opened && opened.error().kind == ErrorKind::Internal &&
                                       Rescue(folder, environment).isSuspect()))) {
        SATCHEL_ASSIGN(notice, Rescue(folder, environment).run());
        opened = openWhole(folder, environment);
    }
    if (!opened)
        return opened;
    if (mark.isFirst() && mark.wasLeftOpen()) // the next sync counts every row
        SATCHEL_TRY(Meta((*opened)->connection()).set("recount_due", 1));
    mark.share();
    Replica& replica = **opened;
    replica.m_mark = std::move(mark);
    if (!notice.empty())
        replica.m_notice = notice + (replica.m_notice.empty() ? "" : " " + replica.m_notice);
    return opened;
}

std::unique_ptr<Replica> Replica::onScratch(const std::string& folder, Environment& environment,
                                            std::unique_ptr<sqlite::Connection> connection)
{
    QueryRunner::registerFunctions(connection->handle());
    return std::unique_ptr<Replica>(new Replica(folder, environment, std::move(connection)));
}

Result<std::unique_ptr<Replica>> Replica::openWhole(const std::string& folder, Environment& environment)
{
    SATCHEL_ASSIGN(auto connection,
                   sqlite::Connection::open(folder + "/replica.sqlite", sqlite::Connection::Mode::Create));
    QueryRunner::registerFunctions(connection->handle());
    // What leaves this laptop must not linger in free pages.
    SATCHEL_TRY(connection->execute("PRAGMA secure_delete=ON"));
    // An edit waits for a checkpoint that is being published, however large it is.
    SATCHEL_TRY(connection->execute("PRAGMA busy_timeout=60000"));
    if (planted("an outbox at synchronous=NORMAL"))
        SATCHEL_TRY(connection->execute("PRAGMA synchronous=NORMAL"));
    SATCHEL_TRY(migrate(*connection));
    SATCHEL_TRY(checkTables(*connection));
    SATCHEL_TRY(bringSearchUpToDate(*connection));
    SATCHEL_TRY(UnknownFields::adopt(*connection));
    std::unique_ptr<Replica> replica(new Replica(folder, environment, std::move(connection)));
    SATCHEL_TRY(replica->checkIdentity());
    SATCHEL_ASSIGN(auto identity, replica->identity());
    if (!identity)
        return replica;
    SATCHEL_ASSIGN(const auto recovered, WritePath(*replica, *identity).recover());
    if (recovered.wentBack)
        replica->note("The file with your records is older than what this laptop has already synced; the next sync "
                      "brings it up to date.");
    return replica;
}

// Where nothing can be written: what stands there can still be read and searched.
Result<std::unique_ptr<Replica>> Replica::openForLooking(const std::string& folder, Environment& environment)
{
    const std::string file = folder + "/replica.sqlite";
    const std::string why = "The profile folder " + folder + " cannot be written (a read-only disk, or missing rights)";
    if (fileLength(file).value_or(0) == 0)
        return Error{ErrorKind::Forbidden, why + ". Make it writable, or use another profile."};
    auto connection = sqlite::Connection::open(file, sqlite::Connection::Mode::ReadOnly);
    const bool alone = !connection && connection.error().kind != ErrorKind::Corrupt;
    if (alone)
        connection = sqlite::Connection::open(file, sqlite::Connection::Mode::Frozen);
    if (!connection)
        return connection.error();
    SATCHEL_ASSIGN(const std::int64_t version, (*connection)->integer("PRAGMA user_version"));
    if (version != newestMigration())
        return Error{version > newestMigration() ? ErrorKind::TooNew : ErrorKind::Forbidden,
                     why + ", and its records are of another version of Satchel."};
    QueryRunner::registerFunctions((*connection)->handle());
    std::unique_ptr<Replica> replica(new Replica(folder, environment, std::move(connection).value()));
    replica->m_readOnly = true;
    replica->m_notice = why + ": you can look things up, but nothing can be changed or synced.";
    if (alone && fileLength(file + "-wal").value_or(0) > 0)
        replica->m_notice += " What was done last is not shown.";
    return replica;
}

// The database and the file beside it say whose profile this is; either mends the other.
Status Replica::checkIdentity()
{
    const auto beside = readIdentityFile(m_folder);
    auto mine = identity();
    if (!mine && beside && *beside) { // only here is the database known to be wrong
        SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(*m_connection));
        SATCHEL_TRY(keepIdentity(**beside));
        SATCHEL_TRY(transaction.commit());
        return Ok{};
    }
    if (!mine)
        return mine.error();
    if (!*mine) {
        if (beside && *beside)
            return Error{ErrorKind::Corrupt, "The file with the records of " + (*beside)->login + " is empty."};
        return Ok{};
    }
    if (beside && *beside && ((*beside)->user != (*mine)->user || (*beside)->device != (*mine)->device))
        return Error{ErrorKind::Corrupt, "The file with the records is not that of " + (*beside)->login + "."};
    // A disk that is full now has room later.
    if (const Status written = writeIdentityFile(m_folder, **mine);
        !written.ok() && written.error().kind != ErrorKind::Full)
        return written;
    return Ok{};
}

// Said by whoever opened the replica, and kept among the incidents.
void Replica::note(const std::string& sentence)
{
    m_notice += (m_notice.empty() ? "" : " ") + sentence;
    if (auto incident = m_connection->prepare("INSERT INTO incident(at, text) VALUES(?1, ?2)"))
        static_cast<void>(incident->bind(1, m_environment.now()).bindText(2, sentence).run());
}

namespace {

// Over what never changes but with an incarnation; role and history are the server's to say.
Bytes identityCheck(const ReplicaIdentity& identity)
{
    Bytes all;
    for (const std::string_view part :
         {std::string_view(identity.server), std::string_view(identity.login), std::string_view(identity.deviceName),
          std::string_view(identity.secret), std::string_view(identity.digestKey), identity.user.view(),
          identity.device.view(), identity.incarnation.view()})
        all += std::to_string(part.size()) + ":" + std::string(part);
    return Bytes(view(blake2b128({}, all)));
}

} // namespace

Result<std::optional<ReplicaIdentity>> readIdentity(sqlite::Connection& connection)
{
    Meta meta(connection);
    ReplicaIdentity identity;
    SATCHEL_ASSIGN(const std::string check, meta.text("identity_check"));
    SATCHEL_ASSIGN(identity.login, meta.text("login"));
    if (identity.login.empty() && check.empty())
        return std::optional<ReplicaIdentity>();
    SATCHEL_ASSIGN(identity.server, meta.text("server"));
    SATCHEL_ASSIGN(identity.deviceName, meta.text("device_name"));
    SATCHEL_ASSIGN(identity.secret, meta.text("secret"));
    SATCHEL_ASSIGN(identity.digestKey, meta.text("digest_key"));
    SATCHEL_ASSIGN(const std::string role, meta.text("role"));
    identity.role = roleNamed(role).value_or(Role::Salesperson);
    for (const auto& [key, id] :
         {std::pair{"user", &identity.user}, std::pair{"device", &identity.device},
          std::pair{"incarnation", &identity.incarnation}, std::pair{"history", &identity.history}}) {
        SATCHEL_ASSIGN(const std::string bytes, meta.text(key));
        *id = Id::fromBytes(bytes).value_or(Id{});
    }
    if (!check.empty() && check != identityCheck(identity))
        return Error{ErrorKind::Corrupt, "The file with the records is damaged where it says whose they are."};
    return std::optional(std::move(identity));
}

Result<std::optional<ReplicaIdentity>> Replica::identity()
{
    return readIdentity(*m_connection);
}

Status Replica::setIdentity(const ReplicaIdentity& identity)
{
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(*m_connection));
    SATCHEL_TRY(keepIdentity(identity));
    SATCHEL_TRY(transaction.commit());
    return writeIdentityFile(m_folder, identity);
}

Status Replica::keepIdentity(const ReplicaIdentity& identity)
{
    Meta meta(*m_connection);
    SATCHEL_TRY(meta.setText("login", identity.login));
    SATCHEL_TRY(meta.setText("server", identity.server));
    SATCHEL_TRY(meta.setText("device_name", identity.deviceName));
    SATCHEL_TRY(meta.setText("role", roleName(identity.role)));
    SATCHEL_TRY(meta.setBytes("secret", identity.secret));
    SATCHEL_TRY(meta.setBytes("digest_key", identity.digestKey));
    SATCHEL_TRY(meta.setBytes("user", identity.user.view()));
    SATCHEL_TRY(meta.setBytes("device", identity.device.view()));
    SATCHEL_TRY(meta.setBytes("incarnation", identity.incarnation.view()));
    SATCHEL_TRY(meta.setBytes("history", identity.history.view()));
    return meta.setBytes("identity_check", identityCheck(identity));
}

Result<std::optional<Record>> Replica::find(const Entity& entity, const Id& id)
{
    return Rows(*m_connection).find(entity, id);
}

Result<Page> Replica::list(const Query& query)
{
    return QueryRunner(*m_connection).page(query, 0);
}

Result<Page> Replica::listAt(const Query& query, std::int64_t offset)
{
    Query whole = query;
    whole.after.clear();
    return QueryRunner(*m_connection).page(whole, offset);
}

Result<std::int64_t> Replica::count(const Query& query)
{
    return QueryRunner(*m_connection).count(query);
}

Result<std::vector<Id>> Replica::ids(const Query& query, std::int64_t offset, std::int64_t most)
{
    return QueryRunner(*m_connection).ids(query, offset, most);
}

Result<std::vector<RowGroup>> Replica::groups(const Query& query, std::size_t place, std::size_t most)
{
    return QueryRunner(*m_connection).groups(query, place, most);
}

Result<std::vector<Hit>> Replica::searchEverything(const std::string& text, int limit)
{
    SATCHEL_ASSIGN(const auto me, identity());
    return GlobalSearch(*m_connection, me ? me->user : Id{}).find(text, limit);
}

Result<std::vector<Hit>> Replica::searchAmong(const Entity& kind, const std::string& text, int limit)
{
    SATCHEL_ASSIGN(const auto me, identity());
    return GlobalSearch(*m_connection, me ? me->user : Id{}).findAmong(kind, text, limit);
}

Result<std::string> Replica::label(const RowKey& key)
{
    const Entity* entity = schema::entityNumbered(key.entity);
    if (entity == nullptr)
        return std::string();
    SATCHEL_ASSIGN(const auto record, find(*entity, key.id));
    return record ? record->label() : std::string();
}

Result<Id> Replica::resolve(const Entity& entity, std::string_view text)
{
    if (const auto id = Id::parse(text)) {
        SATCHEL_ASSIGN(const auto record, find(entity, *id));
        if (!record)
            return Error{ErrorKind::NotFound,
                         "There is no " + spoken(entity.name) + " " + std::string(text) + " on this laptop."};
        return *id;
    }
    // By what the world outside knows it by (a login, a number, a code), then by its label.
    std::vector<std::string> conditions;
    if (entity.naturalKey.size() == 1 && entity.field(entity.naturalKey.front())->type == FieldType::Text)
        conditions.push_back("\"" + entity.naturalKey.front() + "\"=?1");
    conditions.push_back("sort=?2");
    for (const std::string& condition : conditions) {
        SATCHEL_ASSIGN(auto statement, m_connection->prepare("SELECT " + Rows::columns(entity) + " FROM \"" +
                                                             entity.name + "\" WHERE " + condition + " LIMIT 200"));
        statement.bindText(1, text).bindText(2, foldText(text));
        std::vector<Record> found;
        std::vector<Record> exact;
        for (;;) {
            SATCHEL_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            found.push_back(Rows::read(entity, statement));
            if (condition != "sort=?2" || found.back().label() == text)
                exact.push_back(found.back());
        }
        const std::vector<Record>& fitting = exact.empty() ? found : exact;
        if (fitting.size() == 1)
            return fitting.front().id;
        if (fitting.size() > 1)
            return invalid("More than one " + spoken(entity.name) + " is called \"" + std::string(text) +
                           "\"; give the id instead.");
    }
    return Error{ErrorKind::NotFound,
                 "There is no " + spoken(entity.name) + " called \"" + std::string(text) + "\" on this laptop."};
}

Result<std::vector<HistoryEntry>> Replica::history(const RowKey& key)
{
    // What only this laptop knows is the newest; seq 0 sorts before everything else going up.
    SATCHEL_ASSIGN(auto statement, m_connection->prepare("SELECT " + historyColumns +
                                                         " FROM history WHERE entity=?1 AND row=?2 "
                                                         "ORDER BY seq=0 DESC, seq DESC, rowid DESC"));
    statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    return historyOf(key.entity, statement);
}

Result<std::vector<HistoryEntry>> Replica::accountsHandedTo(const Id& user, Milliseconds since)
{
    const Entity& account = schema::entity("account");
    const Field& owner = account.fields[*account.indexOf("owner")];
    // The numbers stand in the text, because the index is only over these lines.
    SATCHEL_ASSIGN(auto statement,
                   m_connection->prepare(
                       "SELECT " + historyColumns + " FROM history WHERE entity=" + std::to_string(account.number) +
                       " AND field=" + std::to_string(owner.number) + " AND \"to\"=?1 AND at>=?2 ORDER BY at DESC"));
    statement.bind(1, user).bind(2, since);
    return historyOf(account.number, statement);
}

Result<ReplicaStatus> Replica::status()
{
    Meta meta(*m_connection);
    ReplicaStatus status;
    SATCHEL_ASSIGN(status.lastSync, meta.integer("last_sync"));
    SATCHEL_ASSIGN(status.checkpoint, meta.integer("checkpoint"));
    SATCHEL_ASSIGN(status.waiting, m_connection->integer("SELECT count(*) FROM outbox WHERE answered IS NULL"));
    SATCHEL_ASSIGN(status.deferred, m_connection->integer("SELECT count(*) FROM outbox WHERE deferred IS NOT NULL"));
    SATCHEL_ASSIGN(const auto items, inbox());
    status.inbox = std::count_if(items.begin(), items.end(), [](const InboxItem& item) {
        return item.state == "open" || item.state == "rejected";
    });
    return status;
}

Result<std::vector<std::pair<std::string, std::int64_t>>> Replica::rowCounts()
{
    std::vector<std::pair<std::string, std::int64_t>> counts;
    for (const Entity& entity : schema::entities()) {
        if (entity.internal)
            continue;
        SATCHEL_ASSIGN(const std::int64_t rows, m_connection->integer("SELECT count(*) FROM \"" + entity.name + "\""));
        counts.emplace_back(entity.name, rows);
    }
    return counts;
}

Result<std::vector<OutboxItem>> Replica::outbox()
{
    std::vector<OutboxItem> items;
    SATCHEL_ASSIGN(auto statement, m_connection->prepare(
                                       "SELECT number, edited, deferred, outcome, body FROM outbox WHERE (answered IS "
                                       "NULL AND withdrawn IS NULL) OR deferred IS NOT NULL ORDER BY number"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return items;
        OutboxItem item{
            .number = statement.integer(0), .edited = statement.integer(1), .waitsFor = {}, .why = {}, .rows = {}};
        if (!statement.isNull(2)) {
            item.waitsFor = statement.text(2);
            SATCHEL_ASSIGN(const Outcome outcome, decodeOutcome(statement.blob(3)));
            item.why = outcome.text;
        }
        if (const auto change = decodeChange(statement.blob(4)); change.ok())
            for (const Operation& operation : change->operations)
                item.rows.push_back({operation.entity->number, operation.id});
        items.push_back(std::move(item));
    }
}

Result<Receipt> Replica::commit(const std::vector<Edit>& edits)
{
    if (m_witness != nullptr)
        SATCHEL_TRY(m_witness->before(edits));
    SATCHEL_ASSIGN(auto receipts, commitAll({edits}));
    if (m_witness != nullptr)
        SATCHEL_TRY(m_witness->after(edits, receipts.front()));
    return receipts.front();
}

Result<std::vector<Receipt>> Replica::commitAll(const std::vector<std::vector<Edit>>& actions)
{
    SATCHEL_ASSIGN(auto identity, this->identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    if (m_readOnly)
        return Error{ErrorKind::Forbidden, m_notice};
    const std::vector<std::span<const Edit>> all(actions.begin(), actions.end());
    auto receipts = WritePath(*this, *identity).commit(all);
    // What a person has typed gets the room that was kept for it.
    if (!receipts && receipts.error().kind == ErrorKind::Full && giveUpReserve(m_folder))
        receipts = WritePath(*this, *identity).commit(all);
    return receipts;
}

Status Replica::check(const Edit& edit)
{
    SATCHEL_ASSIGN(auto identity, this->identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    if (m_readOnly)
        return Error{ErrorKind::Forbidden, m_notice};
    return WritePath(*this, *identity).check(edit);
}

Result<Id> Replica::commitBulk(const std::vector<Edit>& edits, std::size_t most)
{
    SATCHEL_ASSIGN(auto identity, this->identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    return WritePath(*this, *identity).commitBulk(edits, most);
}

Status Replica::cancelBulk(const Id& bulk)
{
    SATCHEL_ASSIGN(auto identity, this->identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    return WritePath(*this, *identity).cancelBulk(bulk);
}

Result<FileLock> lockProfile(const std::string& folder, int seconds)
{
    SATCHEL_TRY(makePrivateFolder(folder));
    auto lock = FileLock::acquire(folder + "/lock", seconds);
    if (!lock.ok() && lock.error().kind == ErrorKind::Busy)
        return Error{ErrorKind::Busy,
                     "Another Satchel program is using the profile " + folder + ". Close it and try again."};
    return lock;
}

} // namespace satchel
