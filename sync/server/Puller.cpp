// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Puller.h"

#include "sync/protocol/Cbor.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"
#include "sync/server/Turn.h"

#include <algorithm>

namespace satchel::server {

namespace {

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

Error beginAgain()
{
    return {ErrorKind::NotFound, "This part of the download is no longer available."};
}

std::set<Scope> carrying(const std::set<Scope>& scopes, const Entity& entity)
{
    std::set<Scope> fitting;
    for (const Scope& scope : scopes)
        if (carries(scope.kind, entity))
            fitting.insert(scope);
    return fitting;
}

} // namespace

Bytes Puller::write(const Progress& progress)
{
    cbor::Writer writer;
    writer.array(12);
    writer.integer(progress.checkpoint);
    writer.integer(progress.start);
    writer.integer(static_cast<std::int64_t>(progress.table));
    writer.bytes(progress.after);
    Bytes scopes;
    for (const Scope& scope : progress.scopes)
        scopes += scope.toBytes();
    writer.bytes(scopes);
    writer.integer(progress.told.seq);
    writer.integer(progress.told.kind);
    writer.integer(progress.told.entity);
    writer.bytes(progress.told.row.view());
    writer.bytes(view(progress.published));
    writer.integer(progress.made);
    writer.bytes(progress.salt);
    return writer.take();
}

Result<Puller::Progress> Puller::read(std::string_view bytes)
{
    const Error wrong = beginAgain();
    auto opened = cbor::Reader::open(bytes);
    if (!opened.ok())
        return wrong;
    cbor::Reader& reader = *opened;
    Progress progress;
    if (reader.array() != 12)
        return wrong;
    progress.checkpoint = reader.integer();
    progress.start = reader.integer();
    progress.table = static_cast<std::size_t>(reader.integer());
    progress.after = reader.bytes();
    const Bytes scopes(reader.bytes());
    progress.told = {.seq = reader.integer(), .kind = reader.integer(), .entity = reader.integer(), .row = {}};
    progress.told.row = Id::fromBytes(reader.bytes()).value_or(Id{});
    progress.published = bytes16(reader.bytes()).value_or(Bytes16{});
    progress.made = reader.integer();
    progress.salt = reader.bytes();
    if (!reader.good() || scopes.size() % 17 != 0)
        return wrong;
    for (std::size_t i = 0; i < scopes.size(); i += 17)
        if (const auto scope = Scope::fromBytes(std::string_view(scopes).substr(i, 17)))
            progress.scopes.insert(*scope);
    return progress;
}

Result<Bytes> Puller::saltAt(std::int64_t seq)
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(seq)}));
    return rows.empty() ? Bytes() : bytesOf(rows[0][0]);
}

Result<Puller::Progress> Puller::resume(const PullRequest& request, const Clock& clock)
{
    SATCHEL_ASSIGN(Progress progress, read(request.continuation));
    SATCHEL_ASSIGN(const Bytes salt, saltAt(progress.made));
    if (progress.checkpoint != request.checkpoint || progress.made > clock.seq || progress.start > progress.made ||
        progress.start < clock.floor || salt != progress.salt)
        return beginAgain();
    return progress;
}

// Where the page ends and the next one begins.
Status Puller::stop(Progress& progress, const Clock& clock, PullReply& reply)
{
    progress.made = clock.seq;
    SATCHEL_ASSIGN(progress.salt, saltAt(clock.seq));
    reply.continuation = write(progress);
    return Ok{};
}

// A laptop whose checkpoint this database never made talks to another history (a restored or replaced server).
Status Puller::checkHistory(const PullRequest& request, const Clock& clock)
{
    const Error other{ErrorKind::OtherHistory,
                      "The server's data has been replaced since this laptop last synced. Your changes are "
                      "safe on this laptop; sync again."};
    if (request.history != clock.history)
        return other;
    if (request.checkpoint == 0)
        return Ok{};
    if (request.checkpoint < clock.floor)
        return Error{ErrorKind::StartOver, "This laptop has been away for too long; it starts with a fresh copy."};
    SATCHEL_ASSIGN(const Bytes salt, saltAt(request.checkpoint));
    if (salt != view(request.salt))
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
        const std::string members = "(SELECT m.row_id FROM member m WHERE m.scope IN " + marks;
        // Few rows are found by their members and what hangs on those; many are met as the table goes by.
        condition = progress.few
                        ? " AND e.id IN " + members + " UNION SELECT o.id FROM e_" + entity.name +
                              " o WHERE o.root IN " + members + "))"
                        : " AND (EXISTS (SELECT 1 FROM member m WHERE m.row_id=e.root AND m.scope IN " + marks +
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
    if (!progress.scopes.empty()) {
        SATCHEL_ASSIGN(const std::int64_t rows, countRows(progress.scopes));
        progress.few = rows <= limit;
    }
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

bool Puller::unfold(PullRequest& request, const std::set<Scope>& granted)
{
    if (request.scopesHash == Bytes16{} || !request.scopes.empty())
        return true;
    if (scopesHash(granted) != request.scopesHash)
        return false;
    for (const Scope& scope : granted)
        request.scopes.emplace(scope, request.checkpoint);
    return true;
}

Result<std::int64_t> Puller::countLines(const PullRequest& request, const std::set<Scope>& published)
{
    std::int64_t count = 0;
    for (const Scope& scope : published) {
        const auto known = request.scopes.find(scope);
        if (known == request.scopes.end())
            continue;
        SATCHEL_ASSIGN(const auto lines, m_database.query("SELECT count(*) FROM scope_log WHERE scope=$1 AND seq>$2",
                                                          {Blob{scope.toBytes()}, Cell(known->second)}));
        count += integerOf(lines[0][0]);
    }
    return count;
}

Status Puller::addOutcomes(const PullRequest& request, PullReply& reply)
{
    std::vector<Id> incarnations = request.formerIncarnations;
    incarnations.push_back(request.incarnation);
    for (const Id& incarnation : incarnations)
        SATCHEL_TRY(m_database.each("SELECT answer FROM outcome JOIN incarnation ON incarnation.id=outcome.incarnation "
                                    "WHERE outcome.incarnation=$1 AND seq>$2 AND device_id=$3 ORDER BY number",
                                    {cell(incarnation), Cell(request.checkpoint), cell(m_caller.device)},
                                    [&](const Row& row) -> Status {
                                        SATCHEL_ASSIGN(Outcome outcome, decodeOutcome(bytesOf(row[0])));
                                        reply.outcomes.push_back(std::move(outcome));
                                        return Ok{};
                                    }));
    if (reply.outcomes.empty())
        return Ok{};
    SATCHEL_ASSIGN(const auto chain, m_database.query("SELECT last_number, last_id FROM incarnation WHERE id=$1",
                                                      {cell(request.incarnation)}));
    if (!chain.empty()) {
        reply.chainNumber = integerOf(chain[0][0]);
        reply.chainId = bytes16(bytesOf(chain[0][1])).value_or(Bytes16{});
    }
    return Ok{};
}

Status Puller::addDigests(const PullRequest& request, const std::set<Scope>& published, PullReply& reply)
{
    std::vector<Cell> parameters;
    const std::string marks = scopeMarks(published, parameters);
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT scope, entity, row_count, sum FROM digest WHERE row_count>0 AND scope IN " + marks,
                         parameters));
    for (const Row& row : rows) {
        const Entity* entity = schema::entityNumbered(static_cast<int>(integerOf(row[1])));
        if (entity != nullptr && m_versions.knows(request.schemaVersion, *entity))
            reply.digests.push_back({*Scope::fromBytes(bytesOf(row[0])), entity->number, integerOf(row[2]),
                                     bytes16(bytesOf(row[3])).value_or(Bytes16{})});
    }
    if (combinedDigest(reply.digests) == request.digest) {
        reply.digestsEqual = true;
        reply.digests.clear();
    }
    return Ok{};
}

// What is little comes at once. Of what is much, a person's own rows do, and the directory that gives names to them.
Result<std::vector<Scope>> Puller::stage(std::set<Scope>& fresh, std::int64_t limit)
{
    SATCHEL_ASSIGN(const std::int64_t rows, countRows(fresh));
    std::vector<Scope> staged;
    if (rows <= limit)
        return staged;
    for (const Scope& scope : fresh)
        if (scope != Scope{ScopeKind::User, m_caller.user} && scope.kind != ScopeKind::Company)
            staged.push_back(scope);
    for (const Scope& scope : staged)
        fresh.erase(scope);
    return staged;
}

void Puller::withhold(int version, PullReply& reply) const
{
    const auto isNewer = [&](int number) {
        const Entity* entity = schema::entityNumbered(number);
        return entity == nullptr || !m_versions.knows(version, *entity);
    };
    std::erase_if(reply.memberships, [&](const Membership& each) { return isNewer(each.row.entity); });
    std::erase_if(reply.rows, [&](const RowUpsert& each) { return isNewer(each.entity->number); });
    std::erase_if(reply.gone, [&](const RowGone& each) { return isNewer(each.row.entity); });
    std::erase_if(reply.entries, [&](const HistoryEntry& each) { return isNewer(each.row.entity); });
    std::erase_if(reply.digests, [&](const Digest& each) { return isNewer(each.entity); });
}

Result<PullReply> Puller::pull(PullRequest request)
{
    const int version = request.schemaVersion;
    if (version < m_versions.oldest())
        return Error{ErrorKind::TooNew, "This version of Satchel is too old for the server and receives nothing any "
                                        "more; what you change is still sent. Install a newer version."};
    SATCHEL_ASSIGN(PullReply reply, answer(std::move(request)));
    withhold(version, reply);
    return reply;
}

Result<PullReply> Puller::answer(PullRequest request)
{
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    SATCHEL_TRY(checkHistory(request, clock));
    SATCHEL_ASSIGN(auto granted, m_scoping.scopesOf(m_caller.user, m_caller.role));
    if (request.schemaVersion < 2)
        granted.erase({ScopeKind::Margin, {}}); // a kind of scope it could not read
    PullReply reply{.history = clock.history, .serverTime = m_now, .role = m_caller.role};
    reply.question = questionOf(request);
    reply.wantsScopes = !unfold(request, granted);
    if (reply.wantsScopes)
        return reply;

    Progress progress{.checkpoint = request.checkpoint, .start = clock.seq};
    if (request.continuation.empty()) {
        for (const Scope& scope : granted)
            if (!request.scopes.contains(scope))
                progress.scopes.insert(scope);
        if (request.stageAbove > 0) {
            SATCHEL_ASSIGN(reply.staged, stage(progress.scopes, request.stageAbove));
        }
        if (!progress.scopes.empty()) {
            SATCHEL_ASSIGN(reply.totalRows, countRows(progress.scopes));
        }
    } else {
        SATCHEL_ASSIGN(progress, resume(request, clock));
        std::erase_if(progress.scopes, [&](const Scope& scope) { return !granted.contains(scope); });
    }
    if (m_turn != nullptr && !progress.scopes.empty())
        m_turn->take();
    SATCHEL_ASSIGN(const bool more, snapshotPage(progress, pageRows(request), reply));
    if (more) {
        SATCHEL_TRY(stop(progress, clock, reply));
        return reply;
    }
    // A scope granted while the pages were under way waits for the next pull.
    std::set<Scope> published;
    for (const Scope& scope : granted)
        if (request.scopes.contains(scope) || progress.scopes.contains(scope))
            published.insert(scope);
    SATCHEL_ASSIGN(const bool last, logPage(request, published, progress, reply));
    SATCHEL_TRY(last ? finish(request, published, clock, reply) : stop(progress, clock, reply));
    return reply;
}

Result<bool> Puller::logPage(const PullRequest& request, const std::set<Scope>& published, Progress& progress,
                             PullReply& reply)
{
    // One that was lost and came back between two pages has lines that nobody has told.
    const Bytes16 names = scopesHash(published);
    if (progress.published != Bytes16{} && progress.published != names)
        return beginAgain();
    const LogPage::About about{.checkpoint = request.checkpoint,
                               .incarnation = request.incarnation,
                               .device = m_caller.device,
                               .known = request.scopes,
                               .fresh = progress.scopes,
                               .start = progress.start,
                               .published = published,
                               .after = progress.told,
                               .rows = pageRows(request)};
    SATCHEL_ASSIGN(const auto told, LogPage(m_database, about, m_turn).fill(reply));
    if (!told)
        return true;
    if (request.continuation.empty()) {
        SATCHEL_ASSIGN(reply.totalRows, countLines(request, published));
    }
    progress.published = names;
    progress.told = *told;
    return false;
}

Status Puller::finish(const PullRequest& request, const std::set<Scope>& published, const Clock& clock,
                      PullReply& reply)
{
    SATCHEL_TRY(addOutcomes(request, reply));
    SATCHEL_TRY(addDigests(request, published, reply));
    reply.sameScopes = request.scopesHash != Bytes16{} && scopesHash(published) == request.scopesHash;
    if (!reply.sameScopes)
        reply.scopes.assign(published.begin(), published.end());
    reply.checkpoint = clock.seq;
    SATCHEL_ASSIGN(const Bytes salt, saltAt(clock.seq));
    reply.salt = bytes16(salt).value_or(Bytes16{});
    SATCHEL_ASSIGN(const auto recovery, m_database.query("SELECT 1 FROM past_history WHERE closed IS NULL LIMIT 1"));
    reply.recovering = !recovery.empty();
    return Ok{};
}

} // namespace satchel::server
