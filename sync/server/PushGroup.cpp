// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PushGroup.h"

#include "sync/protocol/Codec.h"
#include "sync/server/Pusher.h"

#include <algorithm>

namespace satchel::server {

namespace {
// What is read beforehand is bounded; the rest is read when it is needed.
constexpr std::size_t mostExpected = 2000;
constexpr std::size_t mostRead = 256 << 10; // bytes of changes that are kept as they were read
} // namespace

/// The rows that changes speak of, by entity.
class PushGroup::Expected {
public:
    void add(int entity, const Id& id)
    {
        if (m_count < mostExpected && m_rows[entity].insert(id).second)
            ++m_count;
    }
    void addParents(const Entity& entity, std::size_t field, const Value& value)
    {
        const Field& declared = entity.fields[field];
        const auto& parents = entity.scope.parents;
        if (value.isId() && (declared.name == entity.scope.inherits ||
                             std::find(parents.begin(), parents.end(), declared.name) != parents.end()))
            add(schema::entity(declared.references).number, value.id());
    }
    const std::map<int, std::set<Id>>& rows() const { return m_rows; }

private:
    std::map<int, std::set<Id>> m_rows;
    std::size_t m_count = 0;
};

/// What is known of a group before its transaction begins.
struct PushGroup::Ahead {
    std::vector<Id> senders;
    Expected named;
    std::set<std::int64_t> seen; ///< checkpoints
};

PushGroup::Ahead PushGroup::lookAhead(const std::vector<PushJob*>& jobs)
{
    Ahead ahead;
    std::size_t read = 0;
    for (PushJob* job : jobs) {
        job->ahead.clear();
        ahead.senders.push_back(job->request.incarnation);
        for (const Bytes& body : job->request.changes) {
            if (ahead.seen.size() + ahead.named.rows().size() > mostExpected)
                break;
            read += body.size();
            const bool kept = read <= mostRead;
            auto change = decodeChange(body);
            if (!change.ok()) {
                if (kept)
                    job->ahead.push_back(change.error());
                continue;
            }
            ahead.seen.insert(change->seenCheckpoint);
            for (const Operation& operation : change->operations) {
                ahead.named.add(operation.entity->number, operation.id);
                for (const FieldChange& field : operation.fields)
                    ahead.named.addParents(*operation.entity, field.field, field.after);
            }
            if (kept)
                job->ahead.push_back(std::move(change));
        }
    }
    return ahead;
}

void PushGroup::run(const std::vector<PushJob*>& jobs)
{
    const Milliseconds now = m_environment.now();
    const Ahead ahead = lookAhead(jobs);
    const Status done = runAll(jobs, ahead, now);
    if (done.ok())
        return;
    for (PushJob* job : jobs)
        if (job->reply.ok() || jobs.size() == 1)
            job->reply = done.error();
}

// The transaction begins with asking for what is known to be needed: the ledger's own, the rows, who sends, and when
// what they had seen was committed.
Status PushGroup::runAll(const std::vector<PushJob*>& jobs, const Ahead& ahead, Milliseconds now)
{
    Remembered before = m_memory == nullptr ? Remembered() : std::exchange(*m_memory, {});
    std::vector<Database::Question> questions = Ledger::openingQuestions();
    const std::size_t own = questions.size();
    const EntityTables::Expected rows(m_database, before.rows.get(), ahead.named.rows());
    questions.insert(questions.end(), rows.questions().begin(), rows.questions().end());
    questions.push_back(incarnations::questionOf(ahead.senders));
    if (!ahead.seen.empty())
        questions.push_back(Ledger::committedOf(ahead.seen));
    SATCHEL_ASSIGN(auto known, m_database.beginAsking(questions));
    Remembered after;
    const Status done = [&]() -> Status {
        Ledger ledger(m_database);
        SATCHEL_TRY(ledger.open(known));
        const bool toldAll = ledger.assume(before);
        rows.keep(known, own);
        m_incarnations = incarnations::knownOf(known[own + rows.questions().size()]);
        if (!ahead.seen.empty())
            ledger.keepCommitted(known.back());
        if (!toldAll)
            SATCHEL_TRY(expectRest(ahead.named));
        SATCHEL_TRY(expectAround(ledger, ahead.named));
        SATCHEL_TRY(runJobs(ledger, jobs, now));
        after = ledger.remembered();
        return Ok{};
    }();
    if (!done.ok()) {
        m_database.rollback();
        return done;
    }
    SATCHEL_TRY(m_database.commit());
    if (m_memory != nullptr)
        *m_memory = std::move(after);
    return Ok{};
}

// What was not asked for because it was believed to be known; nothing as a rule.
Status PushGroup::expectRest(const Expected& named)
{
    const EntityTables::Expected rest(m_database, named.rows());
    SATCHEL_ASSIGN(auto known, m_database.queryAll(rest.questions()));
    rest.keep(known, 0);
    return Ok{};
}

Status PushGroup::runJobs(Ledger& ledger, const std::vector<PushJob*>& jobs, Milliseconds now)
{
    const bool alone = jobs.size() == 1;
    for (PushJob* job : jobs) {
        const Ledger::Place place = alone ? Ledger::Place() : ledger.mark();
        if (!alone)
            SATCHEL_TRY(m_database.savepoint());
        job->reply = runOne(ledger, *job, now);
        if (alone)
            SATCHEL_TRY(job->reply);
        if (!job->reply.ok()) {
            SATCHEL_TRY(ledger.goBackTo(place));
            SATCHEL_TRY(m_database.rollbackToSavepoint());
        }
        if (!alone)
            SATCHEL_TRY(m_database.releaseSavepoint());
    }
    return ledger.close(now, m_environment.random(16));
}

Result<PushReply> PushGroup::runOne(Ledger& ledger, PushJob& job, Milliseconds now)
{
    // Under the lock: rights as they are at the place this push gets in the order of all changes.
    SATCHEL_ASSIGN(const Caller caller,
                   ledger.changedRights()
                       ? m_identities.authenticate(m_database, job.token, now)
                       : m_identities.authenticate(m_database, job.token, now,
                                                   RightsState{ledger.clock().history, ledger.clock().rights}));
    const Id& incarnation = job.request.incarnation;
    const auto found = m_incarnations.find(incarnation);
    const incarnations::Known* const known = found == m_incarnations.end() ? nullptr : &found->second;
    const auto meeting = incarnations::meet(known, job.request.session, now);
    if (meeting == incarnations::Meeting::Superseded)
        return incarnations::forked();
    SATCHEL_TRY(incarnations::remember(m_database, incarnation, job.request.session, meeting, now));
    SATCHEL_TRY(Pusher::checkHistory(ledger, job.request));
    SATCHEL_ASSIGN(Chain chain, incarnations::chainOf(known, caller));
    Pusher pusher(m_database, ledger, m_environment, caller, job.request, std::move(chain), now,
                  Intake::Faults::GiveUp);
    pusher.knows(std::move(job.ahead));
    PushReply reply{.lastNumber = 0, .serverTime = now};
    SATCHEL_ASSIGN(reply.lastNumber, pusher.run());
    job.faults = pusher.hadFaults();
    return reply;
}

// What the rows hang on and where they are seen.
Status PushGroup::expectAround(Ledger& ledger, const Expected& named)
{
    Expected parents;
    std::set<Id> places;
    for (const auto& [entity, ids] : named.rows())
        for (const Id& id : ids) {
            const RowCache::Entry* row = m_database.rowCache()->find({entity, id});
            if (row == nullptr || !row->exists)
                continue;
            places.insert({id, row->row.record.root});
            for (std::size_t i = 0; i < row->row.record.values.size(); ++i)
                parents.addParents(*row->row.record.entity, i, row->row.record.values[i]);
        }
    const EntityTables::Expected around(m_database, parents.rows(), EntityTables::Expected::With::RowsAlone);
    std::vector<Database::Question> questions = around.questions();
    const std::vector<Id> members = ledger.scoping().unknown(places);
    for (auto& question : Scoping::membersOf(members))
        questions.push_back(std::move(question));
    SATCHEL_ASSIGN(auto known, m_database.queryAll(questions));
    around.keep(known, 0);
    ledger.scoping().keepMembers(members, known, around.questions().size());
    return Ok{};
}

} // namespace satchel::server
