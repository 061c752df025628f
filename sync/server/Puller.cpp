// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Puller.h"

#include "sync/protocol/Cbor.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel::server {

namespace {

constexpr std::int64_t largestPage = 20000;

// "($3, $4, $5)" with the scopes appended to the parameters. The number of marks is rounded up to a power of two by
// repeating the last scope, so that few different statements are prepared.
std::string scopeMarks(const std::set<Scope>& scopes, std::vector<Cell>& parameters)
{
    std::size_t marks = 1;
    while (marks < scopes.size())
        marks *= 2;
    std::string text;
    auto scope = scopes.begin();
    for (std::size_t i = 0; i < marks; ++i) {
        parameters.push_back(Blob{scope == scopes.end() ? Bytes() : scope->toBytes()});
        text += (text.empty() ? "($" : ", $") + std::to_string(parameters.size());
        if (scope != scopes.end() && std::next(scope) != scopes.end())
            ++scope;
    }
    return text + ")";
}

std::set<Scope> carrying(const std::set<Scope>& scopes, const Entity& entity)
{
    std::set<Scope> fitting;
    for (const Scope& scope : scopes)
        if (carries(scope.kind, entity))
            fitting.insert(scope);
    return fitting;
}

RowUpsert wholeRowOf(Record record)
{
    RowUpsert row{.entity = record.entity, .id = record.id, .rev = record.rev, .root = record.root, .whole = true};
    row.fields.reserve(record.values.size());
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!record.values[i].isNull())
            row.fields.emplace_back(i, std::move(record.values[i]));
    return row;
}

HistoryEntry readHistory(const Row& row)
{
    return {.row = {static_cast<int>(integerOf(row[0])), idOf(row[1])},
            .seq = integerOf(row[2]),
            .field = static_cast<int>(integerOf(row[3])),
            .from = unpackValue(row[4]),
            .to = unpackValue(row[5]),
            .user = idOf(row[6]),
            .device = textOf(row[7]),
            .at = integerOf(row[8]),
            .rule = textOf(row[9])};
}

constexpr const char* historyColumns =
    "SELECT entity, row_id, seq, field, old_value, new_value, user_id, device_name, edited, rule FROM history ";

} // namespace

Bytes Puller::write(const Progress& progress)
{
    cbor::Writer writer;
    writer.array(4);
    writer.integer(progress.start);
    writer.integer(static_cast<std::int64_t>(progress.table));
    writer.bytes(progress.after);
    Bytes scopes;
    for (const Scope& scope : progress.scopes)
        scopes += scope.toBytes();
    writer.bytes(scopes);
    return writer.take();
}

Result<Puller::Progress> Puller::read(std::string_view bytes)
{
    const Error wrong = invalid("The continuation of the download is not one that this server gave.");
    auto opened = cbor::Reader::open(bytes);
    if (!opened.ok())
        return wrong;
    cbor::Reader& reader = *opened;
    Progress progress;
    if (reader.array() != 4)
        return wrong;
    progress.start = reader.integer();
    progress.table = static_cast<std::size_t>(reader.integer());
    progress.after = reader.bytes();
    const Bytes scopes(reader.bytes());
    if (!reader.good() || scopes.size() % 17 != 0)
        return wrong;
    for (std::size_t i = 0; i < scopes.size(); i += 17)
        if (const auto scope = Scope::fromBytes(std::string_view(scopes).substr(i, 17)))
            progress.scopes.insert(*scope);
    return progress;
}

// A laptop whose checkpoint this database never made talks to another history (a restored or replaced server).
Status Puller::checkHistory(const PullRequest& request, const Clock& clock)
{
    const Error other{ErrorKind::Conflict,
                      "The server's data has been replaced since this laptop last synced. Your changes are "
                      "safe on this laptop; ask the administrator."};
    if (request.history != clock.history)
        return other;
    if (request.checkpoint == 0)
        return Ok{};
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(request.checkpoint)}));
    if (rows.empty() || bytesOf(rows[0][0]) != view(request.salt))
        return other;
    return Ok{};
}

Result<std::int64_t> Puller::countRows(const std::set<Scope>& scopes)
{
    std::vector<Cell> parameters;
    const std::string marks = scopeMarks(scopes, parameters);
    SATCHEL_ASSIGN(const auto sums,
                   m_database.query("SELECT row_count FROM digest WHERE scope IN " + marks, parameters));
    std::int64_t count = 0;
    for (const Row& row : sums)
        count += integerOf(row.front());
    return count;
}

Result<std::int64_t> Puller::membershipPage(Progress& progress, std::int64_t limit, PullReply& reply)
{
    std::vector<Cell> parameters = {Blob{progress.after.substr(0, 16)},
                                    Blob{progress.after.size() > 16 ? progress.after.substr(16) : Bytes()},
                                    Cell(limit)};
    const std::string marks = scopeMarks(progress.scopes, parameters);
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT row_id, scope, entity FROM member WHERE (row_id, scope) > ($1, $2) AND scope IN " +
                             marks + " ORDER BY row_id, scope LIMIT $3",
                         parameters));
    for (const Row& row : rows) {
        reply.memberships.push_back(
            {*Scope::fromBytes(bytesOf(row[1])), {static_cast<int>(integerOf(row[2])), idOf(row[0])}, true});
        progress.after = bytesOf(row[0]) + bytesOf(row[1]);
    }
    return static_cast<std::int64_t>(rows.size());
}

Result<std::int64_t> Puller::tablePage(const Entity& entity, Progress& progress, std::int64_t limit, PullReply& reply)
{
    const std::set<Scope> scopes = carrying(progress.scopes, entity);
    if (scopes.empty())
        return 0;
    std::vector<Cell> parameters = {Blob{progress.after}, Cell(limit)};
    std::string condition;
    if (!sharedScope(entity)) {
        const std::string marks = scopeMarks(scopes, parameters);
        condition = " AND (EXISTS (SELECT 1 FROM member m WHERE m.row_id=e.root AND m.scope IN " + marks +
                    ") OR EXISTS (SELECT 1 FROM member m WHERE m.row_id=e.id AND m.scope IN " + marks + "))";
    }
    std::vector<Id> ids; // in order
    SATCHEL_TRY(m_database.each("SELECT " + EntityTables::columns(entity, "e") + " FROM e_" + entity.name +
                                    " e WHERE e.id > $1 AND e.deleted=0" + condition + " ORDER BY e.id LIMIT $2",
                                parameters, [&](const Row& row) -> Status {
                                    reply.rows.push_back(wholeRowOf(EntityTables::read(entity, row)));
                                    ids.push_back(reply.rows.back().id);
                                    return Ok{};
                                }));
    if (ids.empty())
        return 0;
    progress.after = Bytes(ids.back().view());
    // One range for the whole page; rows in between that are not the laptop's are left out here.
    SATCHEL_TRY(m_database.each(
        std::string(historyColumns) + "WHERE row_id>=$1 AND row_id<=$2 AND entity=$3 ORDER BY seq, line",
        {cell(ids.front()), cell(ids.back()), Cell(std::int64_t{entity.number})}, [&](const Row& row) -> Status {
            if (std::binary_search(ids.begin(), ids.end(), idOf(row[1])))
                reply.entries.push_back(readHistory(row));
            return Ok{};
        }));
    return static_cast<std::int64_t>(ids.size());
}

Result<bool> Puller::snapshotPage(Progress& progress, std::int64_t limit, PullReply& reply)
{
    const auto& entities = schema::entities();
    std::int64_t room = limit;
    while (!progress.scopes.empty() && progress.table <= entities.size()) {
        const std::int64_t asked = room;
        SATCHEL_ASSIGN(const std::int64_t got, progress.table == 0
                                                   ? membershipPage(progress, asked, reply)
                                                   : tablePage(entities[progress.table - 1], progress, asked, reply));
        room -= got;
        if (got == asked)
            return true;
        ++progress.table;
        progress.after.clear();
    }
    return false;
}

Status Puller::addHistory(const RowKey& key, std::int64_t since, PullReply& reply)
{
    return m_database.each(std::string(historyColumns) + "WHERE row_id=$1 AND entity=$2 AND seq>$3 ORDER BY seq, line",
                           {cell(key.id), Cell(std::int64_t{key.entity}), Cell(since)}, [&](const Row& row) -> Status {
                               reply.entries.push_back(readHistory(row));
                               return Ok{};
                           });
}

Status Puller::addWhole(const RowKey& key, std::set<RowKey>& done, PullReply& reply)
{
    if (!done.insert(key).second)
        return Ok{};
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(const auto record, m_tables.find(entity, key.id));
    if (!record)
        return Ok{};
    reply.rows.push_back(wholeRowOf(*record));
    SATCHEL_ASSIGN(reply.rows.back().stamps, m_tables.stampsAfter(entity, key.id, 0));
    return addHistory(key, 0, reply);
}

Status Puller::mention(const RowKey& key, const Mention& mention, const std::set<Scope>& published, std::int64_t since,
                       std::set<RowKey>& whole, PullReply& reply)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(const auto record, m_tables.findForMerge(entity, key.id));
    if (!record)
        return Ok{};
    if (record->deleted) {
        reply.gone.push_back({key, GoneReason::Deleted});
        return Ok{};
    }
    bool isRootOfOthers = false;
    for (const Scope& scope : mention.moved) {
        SATCHEL_ASSIGN(const auto member, m_database.query("SELECT 1 FROM member WHERE row_id=$1 AND scope=$2",
                                                           {cell(key.id), Blob{scope.toBytes()}}));
        reply.memberships.push_back({scope, key, !member.empty()});
        isRootOfOthers |= !member.empty();
    }
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(entity, key.id, record->record.root));
    const bool visible =
        std::any_of(scopes.begin(), scopes.end(), [&](const Scope& scope) { return published.contains(scope); });
    if (!visible) {
        reply.gone.push_back({key, GoneReason::LeftScope});
        return Ok{};
    }
    if (mention.entered || record->born.rev > since) {
        SATCHEL_TRY(addWhole(key, whole, reply));
        if (isRootOfOthers && record->record.root == key.id)
            for (const Entity& other : schema::entities()) {
                if (other.scope.parents.empty())
                    continue;
                SATCHEL_ASSIGN(const auto ids, m_tables.ofRoot(other, key.id));
                for (const Id& id : ids)
                    if (std::any_of(published.begin(), published.end(), [&](const Scope& scope) {
                            return scopes.contains(scope) && carries(scope.kind, other);
                        }))
                        SATCHEL_TRY(addWhole({other.number, id}, whole, reply));
            }
        return Ok{};
    }
    if (whole.contains(key))
        return Ok{};
    RowUpsert row{
        .entity = &entity, .id = key.id, .rev = record->record.rev, .root = record->record.root, .whole = false};
    for (const auto& [field, stamp] : record->stamps) {
        if (stamp.rev <= since)
            continue;
        row.fields.emplace_back(field, record->record.values[field]);
        row.stamps.emplace_back(field, stamp);
    }
    reply.rows.push_back(std::move(row));
    return addHistory(key, since, reply);
}

Status Puller::readLogs(const PullRequest& request, const Progress& progress, const std::set<Scope>& published,
                        PullReply& reply)
{
    std::map<RowKey, Mention> mentions;
    for (const Scope& scope : published) {
        const auto known = request.scopes.find(scope);
        const std::int64_t since = known == request.scopes.end() ? progress.start : known->second;
        SATCHEL_TRY(m_database.each("SELECT kind, entity, row_id FROM scope_log WHERE scope=$1 AND seq>$2 ORDER BY seq",
                                    {Blob{scope.toBytes()}, Cell(since)}, [&](const Row& row) -> Status {
                                        const RowKey key{static_cast<int>(integerOf(row[1])), idOf(row[2])};
                                        const auto kind = static_cast<LogKind>(integerOf(row[0]));
                                        Mention& mention = mentions[key];
                                        // A scope that is new to the laptop gives whole rows: it may have none of this
                                        // one.
                                        mention.entered |= kind == LogKind::Enter || known == request.scopes.end();
                                        if (kind == LogKind::Enter || kind == LogKind::Leave)
                                            mention.moved.insert(scope);
                                        return Ok{};
                                    }));
    }
    std::set<RowKey> whole;
    // Whole rows first: what comes with an aggregate need not come again as a part.
    for (const bool entered : {true, false})
        for (const auto& [key, each] : mentions)
            if (each.entered == entered)
                SATCHEL_TRY(mention(key, each, published, request.checkpoint, whole, reply));
    return Ok{};
}

Status Puller::addOutcomes(const PullRequest& request, PullReply& reply)
{
    return m_database.each("SELECT answer FROM outcome WHERE incarnation=$1 AND seq>$2 ORDER BY number",
                           {cell(request.incarnation), Cell(request.checkpoint)}, [&](const Row& row) -> Status {
                               SATCHEL_ASSIGN(Outcome outcome, decodeOutcome(bytesOf(row.front())));
                               reply.outcomes.push_back(std::move(outcome));
                               return Ok{};
                           });
}

Status Puller::addDigests(const PullRequest& request, const std::set<Scope>& published, PullReply& reply)
{
    std::vector<Cell> parameters;
    const std::string marks = scopeMarks(published, parameters);
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT scope, entity, row_count, sum FROM digest WHERE row_count>0 AND scope IN " + marks,
                         parameters));
    for (const Row& row : rows)
        reply.digests.push_back({*Scope::fromBytes(bytesOf(row[0])), static_cast<int>(integerOf(row[1])),
                                 integerOf(row[2]), bytes16(bytesOf(row[3])).value_or(Bytes16{})});
    if (combinedDigest(reply.digests) == request.digest) {
        reply.digestsEqual = true;
        reply.digests.clear();
    }
    return Ok{};
}

Result<PullReply> Puller::pull(const PullRequest& request)
{
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    SATCHEL_TRY(checkHistory(request, clock));
    SATCHEL_ASSIGN(const auto granted, m_scoping.scopesOf(m_caller.user, m_caller.role));
    PullReply reply{.history = clock.history, .serverTime = m_now, .role = m_caller.role};

    Progress progress{.start = clock.seq};
    if (request.continuation.empty()) {
        for (const Scope& scope : granted)
            if (!request.scopes.contains(scope))
                progress.scopes.insert(scope);
        if (!progress.scopes.empty()) {
            SATCHEL_ASSIGN(reply.totalRows, countRows(progress.scopes));
        }
    } else {
        SATCHEL_ASSIGN(progress, read(request.continuation));
        progress.start = std::min(progress.start, clock.seq);
        std::erase_if(progress.scopes, [&](const Scope& scope) { return !granted.contains(scope); });
    }
    SATCHEL_ASSIGN(const bool more,
                   snapshotPage(progress, std::clamp<std::int64_t>(request.maxRows, 100, largestPage), reply));
    if (more) {
        reply.continuation = write(progress);
        return reply;
    }
    // A scope granted while the pages were under way waits for the next pull.
    std::set<Scope> published;
    for (const Scope& scope : granted)
        if (request.scopes.contains(scope) || progress.scopes.contains(scope))
            published.insert(scope);
    SATCHEL_TRY(readLogs(request, progress, published, reply));
    SATCHEL_TRY(addOutcomes(request, reply));
    SATCHEL_TRY(addDigests(request, published, reply));
    reply.scopes.assign(published.begin(), published.end());
    reply.checkpoint = clock.seq;
    SATCHEL_ASSIGN(const auto salt, m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(clock.seq)}));
    if (!salt.empty())
        reply.salt = bytes16(bytesOf(salt[0][0])).value_or(Bytes16{});
    return reply;
}

} // namespace satchel::server
