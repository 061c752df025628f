// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Service.h"

#include "sync/protocol/BoxedChange.h"
#include "sync/server/AdminDeeds.h"
#include "sync/server/Comparing.h"
#include "sync/server/Leasing.h"
#include "sync/server/Oversight.h"
#include "sync/server/Puller.h"
#include "sync/server/PushGroup.h"
#include "sync/server/Pusher.h"
#include "sync/server/Receipts.h"
#include "sync/server/Recovery.h"
#include "sync/server/Segments.h"
#include "sync/server/Settlement.h"
#include "sync/server/Write.h"

namespace satchel::server {

Result<LoginReply> Service::login(const LoginRequest& request)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    SATCHEL_ASSIGN(LoginReply reply, m_identities.login(m_database, request, now));
    reply.history = clock.history;
    reply.digestKey = clock.digestKey;
    SATCHEL_ASSIGN(const Bytes secret, boxSecret(m_database));
    reply.boxKey = boxKeyOf(secret);
    reply.serverTime = now;
    return reply;
}

Status Service::logout(const std::string& token)
{
    return m_identities.logout(m_database, token, m_environment.now());
}

Status Service::meet(const Id& incarnation, const Bytes& session)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_ASSIGN(const auto meeting, incarnations::meet(m_database, incarnation, session, now));
    if (meeting == incarnations::Meeting::Superseded)
        return incarnations::forked();
    return incarnations::remember(m_database, incarnation, session, meeting, now);
}

Status Service::retire(const std::string& token, const Id& incarnation)
{
    return write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
        return incarnations::retire(m_database, m_environment, caller, incarnation);
    });
}

Result<PushReply> Service::push(const std::string& token, const PushRequest& request)
{
    SATCHEL_TRY(
        m_identities.letIn(m_database, token, m_environment.now())); // a stranger must not get as far as the lock
    PushJob job{token, request};
    PushGroup(m_database, m_identities, m_environment, &m_memory).run({&job});
    return settle(job);
}

Result<PushReply> Service::settle(PushJob& job)
{
    auto reply = std::move(job.reply);
    if (reply.ok() && job.faults)
        SATCHEL_TRY(retryFaults(job.request.incarnation));
    if (!reply.ok() && reply.error().kind == ErrorKind::Forked)
        SATCHEL_TRY(retire(job.token, job.request.incarnation));
    if (reply.ok() || concernsEverybody(reply.error()))
        return reply;
    const Carefully carefully(m_database);
    return pushCarefully(job.token, job.request);
}

Result<PushReply> Service::pushOnce(const std::string& token, const PushRequest& request, Care care, const Error& error)
{
    const Milliseconds now = m_environment.now();
    PushReply reply{.lastNumber = 0, .serverTime = now};
    bool faults = false;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        // Under the lock: rights as they are at the place this push gets in the order of all changes.
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_TRY(meet(request.incarnation, request.session));
        Ledger ledger(m_database);
        SATCHEL_TRY(ledger.open());
        SATCHEL_TRY(Pusher::checkHistory(ledger, request));
        SATCHEL_ASSIGN(Chain chain, incarnations::readChain(m_database, caller, request.incarnation));
        Pusher pusher(m_database, ledger, m_environment, caller, request, std::move(chain), now,
                      Intake::Faults::SetAside);
        if (care == Care::SetAside)
            pusher.setAside(error);
        SATCHEL_ASSIGN(reply.lastNumber, pusher.run());
        faults = pusher.hadFaults();
        return ledger.close(now, m_environment.random(16));
    }));
    if (faults)
        SATCHEL_TRY(retryFaults(request.incarnation));
    return reply;
}

// What the server fails with is found by halves, each in a transaction of its own; the others go through.
Result<PushReply> Service::pushCarefully(const std::string& token, const PushRequest& request)
{
    auto reply = pushOnce(token, request, Care::Each);
    if (reply.ok() || concernsEverybody(reply.error()) || request.changes.empty())
        return reply;
    if (request.changes.size() == 1)
        return pushOnce(token, request, Care::SetAside, reply.error());
    PushRequest half = request;
    const auto middle = half.changes.begin() + static_cast<std::ptrdiff_t>(half.changes.size() / 2);
    half.changes.assign(middle, half.changes.end());
    PushRequest first = request;
    first.changes.resize(request.changes.size() - half.changes.size());
    SATCHEL_TRY(pushCarefully(token, first));
    SATCHEL_ASSIGN(const auto last,
                   m_database.query("SELECT last_id FROM incarnation WHERE id=$1", {cell(request.incarnation)}));
    half.previous = last.empty() ? Bytes16{} : bytes16(bytesOf(last[0][0])).value_or(Bytes16{});
    return pushCarefully(token, half);
}

// Each in a transaction of its own, so that it is counted also if it takes everything down with it.
Status Service::retryFaults(const Id& incarnation)
{
    const Milliseconds now = m_environment.now();
    Ledger reading(m_database);
    SATCHEL_ASSIGN(const auto numbers, Settlement(m_database, reading, m_environment, now).faults(incarnation));
    for (const std::int64_t number : numbers) {
        const auto attempt = [&](const std::function<Status(Settlement&)>& work) {
            return write(m_database, [&]() -> Status {
                Ledger ledger(m_database);
                SATCHEL_TRY(ledger.open());
                Settlement settlement(m_database, ledger, m_environment, now);
                SATCHEL_TRY(work(settlement));
                return ledger.close(now, m_environment.random(16));
            });
        };
        const Carefully carefully(m_database);
        Status done = attempt([&](Settlement& settlement) -> Status {
            SATCHEL_TRY(settlement.take(incarnation, number, Intake::Waiver::None));
            return Ok{};
        });
        if (!done.ok() && !concernsEverybody(done.error()))
            done = attempt([&, error = done.error()](Settlement& settlement) {
                return settlement.setAside(incarnation, number, error);
            });
        SATCHEL_TRY(done);
    }
    return Ok{};
}

Result<PullReply> Service::pull(const std::string& token, const PullRequest& request)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_TRY(m_database.begin(Database::Access::Read));
    Caller caller;
    auto meeting = incarnations::Meeting::Known;
    bool faults = false;
    const auto reply = [&]() -> Result<PullReply> {
        SATCHEL_ASSIGN(caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_ASSIGN(const Chain chain, incarnations::readChain(m_database, caller, request.incarnation));
        faults = chain.faults;
        SATCHEL_ASSIGN(meeting, incarnations::meet(m_database, request.incarnation, request.session, now));
        if (meeting == incarnations::Meeting::Superseded)
            return incarnations::forked();
        return Puller(m_database, caller, now, m_versions, m_paging, m_turn).pull(request);
    }();
    m_database.rollback(); // only read
    if (!reply.ok() && reply.error().kind == ErrorKind::Forked)
        SATCHEL_TRY(retire(token, request.incarnation));
    if (!reply.ok())
        return reply.error();
    if (meeting == incarnations::Meeting::New || meeting == incarnations::Meeting::Late)
        SATCHEL_TRY(write(m_database, [&] { return meet(request.incarnation, request.session); }));
    if (faults && reply->continuation.empty())
        SATCHEL_TRY(retryFaults(request.incarnation)); // what comes of it comes with the next pull
    m_identities.seen(m_database, caller, now);
    if (reply->continuation.empty() && !reply->wantsScopes)
        receipts::note(m_database, caller, request);
    return reply;
}

Result<CompareReply> Service::compare(const std::string& token, const CompareRequest& request)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_TRY(m_database.begin(Database::Access::Read));
    auto reply = [&]() -> Result<CompareReply> {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, now));
        return Comparing(m_database, caller, now).compare(request);
    }();
    m_database.rollback(); // only read
    return reply;
}

Result<HealReply> Service::heal(const std::string& token, const HealRequest& request)
{
    const Milliseconds now = m_environment.now();
    HealReply reply;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_ASSIGN(const Chain chain, incarnations::readChain(m_database, caller, request.incarnation));
        SATCHEL_ASSIGN(reply, Recovery(m_database, m_environment).heal(request, chain.lastNumber));
        return Ok{};
    }));
    return reply;
}

Result<LeaseReply> Service::lease(const std::string& token, const LeaseRequest& request)
{
    const Milliseconds now = m_environment.now();
    LeaseReply reply;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_ASSIGN(reply, leasing::lease(m_database, caller, request, now));
        return Ok{};
    }));
    return reply;
}

Result<ReceiptsReply> Service::receipts(const std::string& token, const ReceiptsRequest& request)
{
    SATCHEL_TRY(m_database.begin(Database::Access::Read));
    auto reply = [&]() -> Result<ReceiptsReply> {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
        return receipts::of(m_database, caller, request);
    }();
    m_database.rollback(); // only read
    return reply;
}

Result<Overview> Service::overview(const std::string& token, const OverviewRequest&)
{
    SATCHEL_TRY(m_database.begin(Database::Access::Read));
    auto reply = [&]() -> Result<Overview> {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
        return oversight::overview(m_database, m_environment, caller);
    }();
    m_database.rollback(); // only read
    return reply;
}

Result<AdminDone> Service::administer(const std::string& token, const AdminDeed& deed)
{
    return AdminDeeds(m_database, m_identities, m_environment).perform(token, deed);
}

Result<OwnPasswordDone> Service::changePassword(const std::string& token, const OwnPassword& wish)
{
    SATCHEL_TRY(AdminDeeds(m_database, m_identities, m_environment).changeOwnPassword(token, wish));
    return OwnPasswordDone{};
}

Result<RenewReply> Service::renew(const std::string& token, const RenewRequest& request)
{
    RenewReply reply;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
        SATCHEL_ASSIGN(reply, incarnations::renew(m_database, caller, request));
        return Ok{};
    }));
    return reply;
}

Result<HeldReply> Service::hold(const std::string& token, const HeldRequest& request)
{
    HeldReply reply;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
        SATCHEL_ASSIGN(reply, Recovery(m_database, m_environment).hold(caller, request));
        return Ok{};
    }));
    return reply;
}

Result<SegmentPlan> Service::planSegments(const std::string& token, const SegmentPlanRequest& request)
{
    return Segments(m_database, m_identities, m_environment.now(), m_turn, m_paging).plan(token, request);
}

Result<SegmentReply> Service::fetchSegments(const std::string& token, const SegmentFetch& request)
{
    return Segments(m_database, m_identities, m_environment.now(), m_turn).fetch(token, request);
}

} // namespace satchel::server
