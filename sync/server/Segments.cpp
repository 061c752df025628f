// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Segments.h"

#include "sync/protocol/Codec.h"
#include "sync/protocol/Segment.h"
#include "sync/server/Turn.h"
#include "sync/server/Write.h"

#include <algorithm>
#include <limits>

namespace satchel::server {

namespace {

constexpr Milliseconds day = 24LL * 3600 * 1000;
constexpr Milliseconds keptAtMost = 7 * day;
constexpr Milliseconds keptWhenSuperseded = 1 * day; // somebody may be in the middle of it

Error staleDownload()
{
    return {ErrorKind::Conflict, "The server's data has been replaced since this download was begun."};
}

// Runs `work` in a read transaction of its own.
template <typename Work>
Status reading(Database& database, const Work& work)
{
    SATCHEL_TRY(database.begin(Database::Access::Read));
    const Status done = work();
    database.rollback();
    return done;
}

} // namespace

// The scopes in front of this one that have rows in common with it. Only Team and User scopes and what derives from a
// node overlap with others, and a row in two scopes that this does not find out merely comes twice.
Result<std::set<Scope>> Segments::overlapping(const Scope& scope)
{
    std::set<Scope> found;
    if (scope.kind <= ScopeKind::Territory)
        return found;
    std::vector<std::string> queries = {
        "SELECT DISTINCT o.scope FROM member m JOIN member o ON o.row_id=m.row_id WHERE m.scope=$1 AND o.scope<$1"};
    for (const Entity& entity : schema::entities())
        if (carries(scope.kind, entity) && !entity.scope.parents.empty() && !entity.scope.users.empty())
            queries.push_back("SELECT DISTINCT o.scope FROM member m JOIN e_" + entity.name +
                              " e ON e.id=m.row_id JOIN member o ON o.row_id=e.root WHERE m.scope=$1 AND o.scope<$1");
    for (const std::string& query : queries) {
        SATCHEL_ASSIGN(const auto rows, m_database.query(query, {Blob{scope.toBytes()}}));
        for (const Row& row : rows)
            if (const auto other = Scope::fromBytes(bytesOf(row.front())))
                found.insert(*other);
    }
    return found;
}

Result<std::vector<Segments::Wanted>> Segments::wanted(const Caller& caller, const SegmentPlanRequest& request,
                                                       const Clock& clock)
{
    SATCHEL_ASSIGN(auto granted, Scoping(m_database).scopesOf(caller.user, caller.role));
    if (request.schemaVersion < 2)
        granted.erase({ScopeKind::Margin, {}}); // a kind of scope it could not read
    std::set<Scope> asked(request.scopes.begin(), request.scopes.end());
    if (asked.empty())
        asked = granted;
    std::erase_if(asked, [&](const Scope& scope) { return !granted.contains(scope); });
    std::vector<Wanted> all;
    for (const Scope& scope : asked) {
        Wanted each{.scope = scope, .told = {}, .name = {}};
        SATCHEL_ASSIGN(const auto others, overlapping(scope));
        std::set_intersection(others.begin(), others.end(), asked.begin(), asked.end(),
                              std::inserter(each.told, each.told.end()));
        Bytes name(clock.history.view());
        name += std::to_string(schema::version) + scope.toBytes();
        for (const Scope& other : each.told)
            name += other.toBytes();
        each.name = Bytes(view(blake2b128("satchel segments", name)));
        all.push_back(std::move(each));
    }
    return all;
}

Result<std::optional<SegmentSet>> Segments::inStock(const Wanted& wanted, std::int64_t notBefore, const Clock& clock)
{
    // A set of a state that this database never had (it is a copy, or was restored) is of no use: its checkpoint is
    // not there, or has another salt.
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT s.seq, s.rows_in_all, s.list FROM segment_set s JOIN checkpoint c ON c.seq=s.seq "
                         "AND c.salt=s.salt WHERE s.name=$1 AND s.seq>=$2 AND s.seq<=$3 AND s.built>$4 "
                         "ORDER BY s.seq DESC LIMIT 1",
                         {Blob{wanted.name}, Cell(notBefore), Cell(clock.seq), Cell(m_now - keptAtMost + day)}));
    if (rows.empty())
        return std::optional<SegmentSet>();
    const std::int64_t seq = integerOf(rows[0][0]);
    SATCHEL_ASSIGN(const auto changed, m_database.query("SELECT count(*) FROM scope_log WHERE scope=$1 AND seq>$2",
                                                        {Blob{wanted.scope.toBytes()}, Cell(seq)}));
    if (integerOf(changed[0][0]) > std::max<std::int64_t>(20, integerOf(rows[0][1]) / 10))
        return std::optional<SegmentSet>();
    SATCHEL_ASSIGN(SegmentPlan kept, decodeSegmentPlan(bytesOf(rows[0][2])));
    if (kept.sets.size() != 1)
        return Error{ErrorKind::Internal, "A list of segments in the database cannot be read."};
    return std::optional(std::move(kept.sets.front()));
}

Status Segments::store(const Wanted& wanted, const BuiltSet& built)
{
    return write(m_database, [&]() -> Status {
        const std::int64_t seq = built.set.seq;
        SATCHEL_ASSIGN(const auto salt, m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(seq)}));
        std::int64_t rows = 0;
        for (const SegmentInfo& info : built.set.segments)
            rows += info.rows;
        SATCHEL_TRY(m_database.query(
            "INSERT INTO segment_set(name, seq, salt, rows_in_all, built, list) VALUES($1, $2, $3, $4, $5, $6) "
            "ON CONFLICT(name, seq) DO UPDATE SET salt=excluded.salt, rows_in_all=excluded.rows_in_all, "
            "built=excluded.built, list=excluded.list",
            {Blob{wanted.name}, Cell(seq), salt.empty() ? Cell(Blob{}) : salt[0][0], Cell(rows), Cell(m_now),
             Blob{encode(SegmentPlan{.history = {}, .serverTime = 0, .sets = {built.set}})}}));
        for (std::size_t i = 0; i < built.bodies.size(); ++i)
            SATCHEL_TRY(m_database.query("INSERT INTO segment(address, scope, built, body) VALUES($1, $2, $3, $4) "
                                         "ON CONFLICT(address, scope) DO UPDATE SET built=excluded.built",
                                         {Blob{built.set.segments[i].address}, Blob{wanted.scope.toBytes()},
                                          Cell(m_now), Blob{built.bodies[i]}}));
        return throwAway();
    });
}

Status Segments::throwAway()
{
    SATCHEL_TRY(m_database.query("DELETE FROM segment_set WHERE built<$1", {Cell(m_now - keptAtMost)}));
    SATCHEL_TRY(m_database.query("DELETE FROM segment_set WHERE built<$1 AND EXISTS (SELECT 1 FROM segment_set n WHERE "
                                 "n.name=segment_set.name AND n.seq>segment_set.seq)",
                                 {Cell(m_now - keptWhenSuperseded)}));
    // A segment may belong to several sets: it stays as long as any that was built with it may be in use.
    SATCHEL_TRY(m_database.query("DELETE FROM segment WHERE built<$1", {Cell(m_now - keptAtMost)}));
    return Ok{};
}

Status Segments::look(const std::string& token, const SegmentPlanRequest& request, std::vector<Wanted>& all,
                      std::vector<std::optional<SegmentSet>>& sets)
{
    return reading(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_now));
        SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
        if (request.history != clock.history)
            return staleDownload();
        SATCHEL_ASSIGN(all, wanted(caller, request, clock));
        return chooseFromStock(all, clock, sets);
    });
}

Result<SegmentPlan> Segments::plan(const std::string& token, const SegmentPlanRequest& request)
{
    SegmentPlan plan{.history = request.history, .serverTime = m_now, .sets = {}};
    std::vector<Wanted> all;
    std::vector<std::optional<SegmentSet>> sets;
    SATCHEL_TRY(look(token, request, all, sets));
    if (m_turn != nullptr && std::find(sets.begin(), sets.end(), std::nullopt) != sets.end()) {
        m_turn->take();
        SATCHEL_TRY(reading(m_database, [&]() -> Status { // whoever had his turn before may have made the same ones
            SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
            if (request.history != clock.history)
                return staleDownload();
            return chooseFromStock(all, clock, sets);
        }));
    }
    std::int64_t rows = 0;
    std::int64_t scopes = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!sets[i]) {
            if (rows >= m_paging.packedRows || scopes >= m_paging.packedScopes)
                return Error{ErrorKind::Busy, "The server packs your records for the first time; ask for the rest.",
                             protocol::packing};
            SATCHEL_ASSIGN(sets[i], make(all[i]));
            ++scopes;
            for (const SegmentInfo& info : sets[i]->segments)
                rows += info.rows;
        }
        plan.sets.push_back(std::move(*sets[i]));
    }
    return plan;
}

// A set must not be older than those whose rows it leaves out: what moved over in between would be in neither. So the
// scopes come in their order, each set is as new as the newest of those before it that it leans on, and what leans on a
// set that is to be made is made after it.
Status Segments::chooseFromStock(const std::vector<Wanted>& all, const Clock& clock,
                                 std::vector<std::optional<SegmentSet>>& sets)
{
    std::map<Scope, std::int64_t> seqs;
    sets.clear();
    for (const Wanted& each : all) {
        std::int64_t notBefore = 0;
        for (const Scope& other : each.told)
            notBefore = std::max(notBefore, seqs[other]);
        std::optional<SegmentSet> set;
        if (notBefore <= clock.seq) {
            SATCHEL_ASSIGN(set, inStock(each, notBefore, clock));
        }
        seqs[each.scope] = set ? set->seq : std::numeric_limits<std::int64_t>::max();
        sets.push_back(std::move(set));
    }
    return Ok{};
}

Result<SegmentSet> Segments::make(const Wanted& wanted)
{
    BuiltSet built;
    SATCHEL_TRY(reading(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
        SATCHEL_ASSIGN(built, SegmentBuilder(m_database).build(wanted.scope, wanted.told, clock.seq));
        return Ok{};
    }));
    SATCHEL_TRY(store(wanted, built));
    return std::move(built.set);
}

Result<SegmentReply> Segments::fetch(const std::string& token, const SegmentFetch& request)
{
    SegmentReply reply;
    SATCHEL_TRY(reading(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_now));
        SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
        if (request.history != clock.history)
            return staleDownload();
        SATCHEL_ASSIGN(const auto granted, Scoping(m_database).scopesOf(caller.user, caller.role));
        if (m_turn != nullptr)
            m_turn->take();
        const std::int64_t most = std::clamp<std::int64_t>(request.maxBytes, 1, protocol::maxSegmentReply);
        std::int64_t bytes = 0;
        for (const Bytes& address : request.addresses) {
            SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT scope, length(body) FROM segment WHERE address=$1",
                                                             {Blob{address}}));
            const auto mine = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
                const auto scope = Scope::fromBytes(bytesOf(row[0]));
                return scope && granted.contains(*scope);
            });
            if (mine == rows.end())
                break;
            bytes += integerOf((*mine)[1]);
            if (bytes > most && !reply.segments.empty())
                break;
            SATCHEL_TRY(m_database.each("SELECT body FROM segment WHERE address=$1 AND scope=$2",
                                        {Blob{address}, (*mine)[0]}, [&](const Row& row) -> Status {
                                            reply.segments.push_back(bytesOf(row[0]));
                                            return Ok{};
                                        }));
        }
        return Ok{};
    }));
    if (reply.segments.empty())
        return Error{ErrorKind::NotFound, "This part of the download is no longer available."};
    return reply;
}

} // namespace satchel::server
