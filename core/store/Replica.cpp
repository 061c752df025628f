// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Replica.h"

#include "core/base/Files.h"
#include "core/schema/ValueText.h"
#include "core/schema/Wording.h"
#include "core/store/Meta.h"
#include "core/store/Migrations.h"
#include "core/store/QueryRunner.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"
#include "core/store/WritePath.h"

#include <algorithm>

namespace satchel {

namespace {

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

} // namespace

Replica::Replica(std::string folder, Environment& environment, std::unique_ptr<sqlite::Connection> connection)
    : m_folder(std::move(folder)), m_environment(environment), m_connection(std::move(connection))
{}

Replica::~Replica() = default;

Result<std::unique_ptr<Replica>> Replica::open(const std::string& folder, Environment& environment)
{
    SATCHEL_TRY(makePrivateFolder(folder));
    SATCHEL_ASSIGN(auto connection,
                   sqlite::Connection::open(folder + "/replica.sqlite", sqlite::Connection::Mode::Create));
    QueryRunner::registerFunctions(connection->handle());
    // What leaves this laptop must not linger in free pages.
    SATCHEL_TRY(connection->execute("PRAGMA secure_delete=ON"));
    // An edit waits for a checkpoint that is being published, however large it is.
    SATCHEL_TRY(connection->execute("PRAGMA busy_timeout=60000"));
    SATCHEL_TRY(migrate(*connection));
    SATCHEL_TRY(bringSearchUpToDate(*connection));
    std::unique_ptr<Replica> replica(new Replica(folder, environment, std::move(connection)));
    SATCHEL_ASSIGN(auto identity, replica->identity());
    if (identity)
        SATCHEL_TRY(WritePath(*replica, *identity).recover());
    return replica;
}

Result<std::optional<ReplicaIdentity>> Replica::identity()
{
    Meta meta(*m_connection);
    ReplicaIdentity identity;
    SATCHEL_ASSIGN(identity.login, meta.text("login"));
    if (identity.login.empty())
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
    return std::optional(std::move(identity));
}

Status Replica::setIdentity(const ReplicaIdentity& identity)
{
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(*m_connection));
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
    return transaction.commit();
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

Result<std::vector<Hit>> Replica::searchEverything(const std::string& text, int limit)
{
    return QueryRunner(*m_connection).everything(text, limit);
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
    SATCHEL_ASSIGN(auto statement,
                   m_connection->prepare("SELECT seq, field, \"from\", \"to\", user, device, at, rule FROM history "
                                         "WHERE entity=?1 AND row=?2 ORDER BY seq=0 DESC, seq DESC, rowid DESC"));
    statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    std::vector<HistoryEntry> entries;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return entries;
        entries.push_back({.row = key,
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

Result<ReplicaStatus> Replica::status()
{
    Meta meta(*m_connection);
    ReplicaStatus status;
    SATCHEL_ASSIGN(status.lastSync, meta.integer("last_sync"));
    SATCHEL_ASSIGN(status.checkpoint, meta.integer("checkpoint"));
    SATCHEL_ASSIGN(status.waiting, m_connection->integer("SELECT count(*) FROM outbox WHERE answered IS NULL"));
    SATCHEL_ASSIGN(const auto items, inbox());
    status.inbox = std::count_if(items.begin(), items.end(), [](const InboxItem& item) {
        return item.state == "open" || item.state == "rejected";
    });
    for (const Entity& entity : schema::entities()) {
        if (entity.internal)
            continue;
        SATCHEL_ASSIGN(const std::int64_t rows, m_connection->integer("SELECT count(*) FROM \"" + entity.name + "\""));
        status.rows.emplace_back(entity.name, rows);
    }
    return status;
}

Result<Receipt> Replica::commit(const std::vector<Edit>& edits)
{
    SATCHEL_ASSIGN(auto receipts, commitAll({edits}));
    return receipts.front();
}

Result<std::vector<Receipt>> Replica::commitAll(const std::vector<std::vector<Edit>>& actions)
{
    SATCHEL_ASSIGN(auto identity, this->identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    return WritePath(*this, *identity).commit(actions);
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
