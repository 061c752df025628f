// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Engine.h"

#include "core/store/Meta.h"
#include "core/store/Outbox.h"
#include "core/store/Publisher.h"
#include "core/store/Renewal.h"
#include "core/store/WallClock.h"
#include "sync/client/FirstSync.h"
#include "sync/client/Repair.h"
#include "sync/protocol/Digests.h"

#include <algorithm>
#include <utility>

namespace satchel {

namespace {

constexpr std::size_t heldRowsAtOnce = 500;
constexpr int mostBeginnings = 3; // of one pull, whose pages the server could not go on with
constexpr int mostMendings = 4;   // a restored server, a fork and a long absence may come together

Error notSignedIn()
{
    return {ErrorKind::Unauthorized, "This profile has not been signed in yet."};
}

Error oldAnswer()
{
    return {ErrorKind::Busy, "The server's answer was an old one. Nothing of it was applied; try again."};
}

std::set<Scope> namesOf(const std::map<Scope, std::int64_t>& scopes)
{
    std::set<Scope> names;
    for (const auto& [scope, seq] : scopes)
        names.insert(scope);
    return names;
}

} // namespace

Engine::Engine(Replica& replica, Conversation& conversation, int schemaVersion)
    : m_replica(replica),
      m_conversation(conversation),
      m_session(replica.environment().random(8)),
      m_schemaVersion(schemaVersion)
{}

Status Engine::login(const std::string& server, const std::string& login, const std::string& password,
                     const std::string& deviceName)
{
    Environment& environment = m_replica.environment();
    SATCHEL_ASSIGN(auto known, m_replica.identity());
    if (known && known->login != login)
        return Error{ErrorKind::Conflict, "This profile belongs to " + known->login + " at " + known->server +
                                              ". Use another profile for " + login + "."};
    ReplicaIdentity identity = known.value_or(ReplicaIdentity{});
    if (!known) {
        identity.server = server;
        identity.login = login;
        identity.deviceName = deviceName;
        identity.incarnation = environment.newId();
        identity.secret = environment.random(32);
    }
    const LoginRequest request{.program = "Satchel " SATCHEL_VERSION,
                               .login = login,
                               .password = password,
                               .device = known ? std::optional(identity.device) : std::nullopt,
                               .deviceName = identity.deviceName,
                               .incarnation = identity.incarnation,
                               .secret = identity.secret};
    const Milliseconds sent = environment.now();
    SATCHEL_ASSIGN(const LoginReply reply, m_conversation.login(request));
    if (known && reply.user != identity.user)
        return Error{ErrorKind::Conflict,
                     "The server knows " + login + " as somebody else than this profile belongs to."};
    // The company's server may have moved to another address; another company's is not this profile's.
    if (known && known->server != server && reply.history != identity.history)
        return Error{ErrorKind::Conflict, "This profile belongs to " + known->login + " at " + known->server +
                                              ", and " + server + " is another company's server. Use another profile."};
    identity.server = server;
    identity.user = reply.user;
    identity.role = reply.role;
    identity.device = reply.device;
    // A profile that has synced keeps the history it knows until it has made its peace with another one.
    SATCHEL_ASSIGN(const std::int64_t checkpoint, Meta(m_replica.connection()).integer("checkpoint"));
    if (checkpoint == 0)
        identity.history = reply.history;
    identity.digestKey = reply.digestKey;
    SATCHEL_TRY(m_replica.setIdentity(identity));
    SATCHEL_TRY(Meta(m_replica.connection()).setBytes("box_key", reply.boxKey));
    SATCHEL_TRY(compareClocks(sent, reply.serverTime));
    m_token = reply.token;
    m_tokenExpiry = reply.expiresAt;
    return Ok{};
}

// The server read its clock somewhere between our sending and our receiving, so the true offset lies between two
// numbers. The known one moves only as far as it must: a slow answer (a log-in, a first sync) then says little and
// changes little.
Status Engine::compareClocks(Milliseconds sent, Milliseconds serverTime)
{
    Meta meta(m_replica.connection());
    const Milliseconds received = m_replica.environment().now();
    SATCHEL_ASSIGN(const std::int64_t known, meta.integer("clock_offset"));
    const std::int64_t offset = std::clamp(known, serverTime - std::max(sent, received), serverTime - sent);
    if (offset != known)
        SATCHEL_TRY(meta.set("clock_offset", offset));
    return WallClock(m_replica).compared();
}

Status Engine::push(SyncReport& report)
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    if (!identity)
        return notSignedIn();
    Outbox outbox(m_replica);
    SATCHEL_ASSIGN(std::int64_t number, outbox.firstWaiting());
    while (number > 0) {
        if (cancelled)
            return Error{ErrorKind::Busy, "Stopped. What was not sent yet will be sent next time."};
        SATCHEL_ASSIGN(auto batch, outbox.next(number, pushBytes));
        if (batch.firstNumber == 0)
            break;
        const std::int64_t last = batch.firstNumber + static_cast<std::int64_t>(batch.bodies.size()) - 1;
        const auto reply = m_conversation.push(m_token, {.history = identity->history,
                                                         .incarnation = identity->incarnation,
                                                         .previous = batch.previous,
                                                         .changes = std::move(batch.bodies),
                                                         .session = m_session,
                                                         .withdrawn = std::move(batch.withdrawn),
                                                         .schemaVersion = m_schemaVersion});
        if (!reply.ok() && reply.error().kind == ErrorKind::TooNew) {
            report.heldBack = reply.error().message; // the changes wait; what others did is received all the same
            return Ok{};
        }
        SATCHEL_TRY(reply);
        const std::int64_t taken = std::min(reply->lastNumber, last);
        if (taken < batch.firstNumber)
            return Error{ErrorKind::Internal,
                         "The server did not take all changes. They stay on this laptop and will be sent again."};
        report.pushed += taken - batch.firstNumber + 1;
        number = taken + 1;
        if (onProgress)
            onProgress({SyncProgress::Phase::Sending, report.pushed, 0});
    }
    return Ok{};
}

Result<PullRequest> Engine::makeRequest(const ReplicaIdentity& identity, bool everything)
{
    PullRequest request{.history = identity.history,
                        .schemaVersion = m_schemaVersion,
                        .incarnation = identity.incarnation,
                        .session = m_session};
    SATCHEL_ASSIGN(request.formerIncarnations, Renewal(m_replica, identity).formerIncarnations(everything));
    SATCHEL_ASSIGN(const auto digests, Publisher(m_replica, identity).sums().stored());
    request.digest = combinedDigest(digests);
    if (everything)
        return request;
    request.stageAbove = stageAbove;
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(request.checkpoint, meta.integer("checkpoint"));
    SATCHEL_ASSIGN(const std::string salt, meta.text("salt"));
    request.salt = bytes16(salt).value_or(Bytes16{});
    SATCHEL_ASSIGN(request.scopes, Publisher(m_replica, identity).sums().scopes());
    return request;
}

Result<StagedPages> Engine::receive(const ReplicaIdentity& identity, bool everything)
{
    SATCHEL_ASSIGN(PullRequest request, makeRequest(identity, everything));
    StagedPages pages(m_replica.folder());
    SATCHEL_TRY(pages.begin(request));
    // All scopes stand at the checkpoint as a rule; then their hash will do, until the server says it is another set.
    const std::map<Scope, std::int64_t> scopes = request.scopes;
    const bool together =
        std::all_of(scopes.begin(), scopes.end(), [&](const auto& each) { return each.second == request.checkpoint; });
    if (together && !scopes.empty()) {
        request.scopesHash = scopesHash(namesOf(scopes));
        request.scopes.clear();
    }
    std::pair<Milliseconds, Milliseconds> asked; ///< when the last page was asked for, and the server's time in it
    for (int beginnings = 0; !pages.isComplete();) {
        if (cancelled)
            return Error{ErrorKind::Busy, "Stopped. What was fetched is kept, and the next sync goes on from there."};
        request.continuation = pages.continuation();
        const Milliseconds sent = m_replica.environment().now();
        auto reply = m_conversation.pull(m_token, request);
        if (!reply.ok() && reply.error().kind == ErrorKind::NotFound && ++beginnings < mostBeginnings) {
            SATCHEL_TRY(pages.beginAgain());
            continue;
        }
        SATCHEL_TRY(reply);
        PullReply& page = *reply;
        if (page.wantsScopes && request.scopes.empty()) {
            request.scopes = scopes;
            request.scopesHash = {};
            continue;
        }
        if (!answers(page, request))
            return oldAnswer();
        if (page.sameScopes) {
            const auto names = namesOf(scopes);
            page.scopes.assign(names.begin(), names.end());
        }
        asked = {sent, page.serverTime};
        SATCHEL_TRY(pages.put(std::move(page)));
        if (onProgress)
            onProgress({SyncProgress::Phase::Receiving, pages.rows(), pages.totalRows()});
    }
    // An answer that was under way for long enough to be overtaken: a laptop does not go back.
    if (pages.last().history == identity.history && pages.last().checkpoint < request.checkpoint)
        return oldAnswer();
    SATCHEL_TRY(compareClocks(asked.first, asked.second)); // not by an answer that may be an old one
    return pages;
}

Result<bool> Engine::pullOnce(const ReplicaIdentity& identity, bool everything, const std::function<Status()>& before,
                              SyncReport& report, Repair* repair)
{
    SATCHEL_ASSIGN(StagedPages pages, receive(identity, everything));
    m_staged = pages.staged();
    if (onProgress)
        onProgress({SyncProgress::Phase::Publishing, 0, 0});
    Publisher publisher(m_replica, identity);
    publisher.before = before;
    publisher.recount = repair != nullptr && repair->isRecountWanted();
    auto done = publisher.publish(pages, everything);
    if (done.ok() && !done->equal && !everything && repair != nullptr)
        done = repair->publish(pages, std::move(done).value(), before);
    if (done.ok() || done.error().kind == ErrorKind::Corrupt) // else what has come is good for another attempt
        pages.clear();
    SATCHEL_ASSIGN(PublishReport published, std::move(done));
    report.pulled += published.rows;
    if (!published.equal)
        return false;
    report.merged += published.merged;
    report.rejected += published.rejected;
    report.conflicts += published.conflicts;
    report.checkpoint = pages.last().checkpoint;
    report.digest = toHex(view(published.digest));
    m_recovering = pages.last().recovering;
    changed = std::move(published.changed);
    return true;
}

Status Engine::pull(SyncReport& report)
{
    SATCHEL_ASSIGN(auto identity, m_replica.identity());
    if (!identity)
        return notSignedIn();
    SATCHEL_ASSIGN(const std::int64_t rescued, Meta(m_replica.connection()).integer("refetch"));
    Repair repair(m_replica, m_conversation, *identity, m_token, m_schemaVersion);
    if (rescued == 0)
        SATCHEL_TRY(repair.examineIfDue());
    return pullWith(*identity, rescued != 0, repair, report);
}

// The rows that differ are put right one by one; fetching everything anew is what is left when that fails.
Status Engine::pullWith(const ReplicaIdentity& identity, bool everything, Repair& repair, SyncReport& report)
{
    for (;;) {
        SATCHEL_ASSIGN(const bool equal, everything ? pullEverything(identity, report, &repair)
                                                    : pullOnce(identity, false, {}, report, &repair));
        report.repaired = repair.repaired();
        if (equal)
            return Ok{};
        if (everything)
            return Error{ErrorKind::Corrupt,
                         "The replica does not agree with the server. Your changes are safe on this laptop."};
        everything = !repair.mayTryAgain();
        if (everything)
            SATCHEL_TRY(repair.noteReload());
    }
}

// What was fetched stays where it is if this fails, and the scopes that are here go on being synced.
Status Engine::joinStaged(SyncReport& report)
{
    if (m_staged.empty())
        return Ok{};
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    FirstSync first(m_replica, *identity, {m_conversation, m_token, m_session, m_schemaVersion});
    first.onProgress = onProgress;
    first.isCancelled = [this] { return cancelled.load(); };
    first.meanwhile = [&]() -> Status {
        const auto watching = std::exchange(onProgress, {}); // what is told is the download
        Status round = push(report);
        if (round.ok())
            round = pull(report);
        onProgress = watching;
        SATCHEL_TRY(round);
        if (onPublished)
            onPublished();
        return Ok{};
    };
    if (onPublished)
        onPublished();
    const std::vector<Scope> staged = m_staged;
    SATCHEL_ASSIGN(FirstSync::Done done, first.join(staged));
    if (!done.published.equal) {
        stageAbove = 0; // they come page by page instead
        return pull(report);
    }
    take(done, report);
    return Ok{};
}

void Engine::take(FirstSync::Done& done, SyncReport& report)
{
    report.pulled += done.rows + done.published.rows;
    if (done.checkpoint == 0)
        return;
    report.merged += done.published.merged;
    report.rejected += done.published.rejected;
    report.conflicts += done.published.conflicts;
    report.checkpoint = done.checkpoint;
    report.digest = toHex(view(done.published.digest));
    m_recovering = done.recovering;
    changed = std::move(done.published.changed);
}

// Everything anew: by segments, where it is much.
Result<bool> Engine::pullEverything(const ReplicaIdentity& identity, SyncReport& report, Repair* repair)
{
    SATCHEL_ASSIGN(const std::int64_t rows,
                   m_replica.connection().integer("SELECT coalesce(sum(rows), 0) FROM digest"));
    if (stageAbove == 0 || rows <= stageAbove)
        return pullOnce(identity, true, {}, report, repair);
    FirstSync first(m_replica, identity, {m_conversation, m_token, m_session, m_schemaVersion});
    first.onProgress = onProgress;
    first.isCancelled = [this] { return cancelled.load(); };
    SATCHEL_ASSIGN(FirstSync::Done done, first.replace());
    if (!done.published.equal)
        return pullOnce(identity, true, {}, report, repair);
    take(done, report);
    return true;
}

Status Engine::heal(SyncReport& report)
{
    SATCHEL_ASSIGN(auto identity, m_replica.identity());
    Renewal renewal(m_replica, *identity);
    HealRequest request{.history = identity->history, .incarnation = identity->incarnation};
    SATCHEL_ASSIGN(request.checkpoints, renewal.checkpoints());
    SATCHEL_ASSIGN(const HealReply reply, m_conversation.heal(m_token, request));
    identity->history = reply.history;
    const auto equal = pullOnce(
        *identity, true, [&] { return renewal.offerAgain(reply); }, report);
    if (!equal.ok() && equal.error().kind == ErrorKind::Forked) {
        // A copy of this laptop came first, under the numbers of ours: what was answered after the branch is lost too.
        SATCHEL_TRY(renewal.offerBeyond(reply.branch));
        return renew();
    }
    SATCHEL_TRY(equal);
    if (!*equal)
        return Error{ErrorKind::Corrupt,
                     "The replica does not agree with the server. Your changes are safe on this laptop."};
    SATCHEL_ASSIGN(const bool continues, renewal.canContinueAfter(reply.lastNumber));
    if (continues)
        return Ok{};
    SATCHEL_TRY(renew());
    // What the server turned out to have under a former incarnation it may have answered before this checkpoint.
    SATCHEL_ASSIGN(identity, m_replica.identity());
    SATCHEL_ASSIGN(const auto former, Renewal(m_replica, *identity).formerIncarnations(false));
    if (former.empty())
        return Ok{};
    SATCHEL_ASSIGN(const bool answered, pullOnce(*identity, true, {}, report));
    return answered ? Status(Ok{}) : Status(Error{ErrorKind::Busy, "The server has moved on meanwhile; sync again."});
}

Status Engine::renew()
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    Renewal renewal(m_replica, *identity);
    for (int attempt = 1;; ++attempt) {
        SATCHEL_ASSIGN(auto pending, renewal.pending());
        SATCHEL_ASSIGN(const std::int64_t first, renewal.nextNumber());
        const RenewRequest request = renewal.makeRequest(std::move(pending), first);
        SATCHEL_ASSIGN(const RenewReply reply, m_conversation.renew(m_token, request));
        const Status renewed = renewal.renew(request, reply);
        // Busy: somebody typed meanwhile, and his change has to come along.
        if (renewed.ok() || renewed.error().kind != ErrorKind::Busy || attempt == 3)
            return renewed;
    }
}

Status Engine::mend(const Error& error, SyncReport& report)
{
    switch (error.kind) {
    case ErrorKind::OtherHistory: return heal(report);
    case ErrorKind::Forked: return renew();
    case ErrorKind::StartOver: {
        SATCHEL_ASSIGN(const auto identity, m_replica.identity());
        SATCHEL_ASSIGN(const bool equal, pullEverything(*identity, report, nullptr));
        return equal ? Status(Ok{}) : Status(error);
    }
    default: return error;
    }
}

Status Engine::settleHeldRows()
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    Renewal renewal(m_replica, *identity);
    SATCHEL_ASSIGN(auto rows, renewal.held());
    if (rows.empty())
        return renewal.keepHeld({});
    std::vector<RowKey> kept;
    for (std::size_t from = 0; m_recovering && from < rows.size(); from += heldRowsAtOnce) {
        HeldRequest request{.incarnation = identity->incarnation};
        for (std::size_t i = from; i < std::min(rows.size(), from + heldRowsAtOnce); ++i)
            request.rows.push_back(std::move(rows[i]));
        SATCHEL_ASSIGN(const HeldReply reply, m_conversation.hold(m_token, request));
        kept.insert(kept.end(), reply.kept.begin(), reply.kept.end());
    }
    return renewal.keepHeld(kept);
}

// Numbers to give out while away.
Status Engine::renewLeases()
{
    Leases leases(m_replica, machine);
    SATCHEL_ASSIGN(const auto wanted, leases.wanted());
    for (const LeaseRequest& request : wanted) {
        SATCHEL_ASSIGN(const LeaseReply reply, m_conversation.lease(m_token, request));
        SATCHEL_TRY(leases.put(request, reply));
    }
    return Ok{};
}

// What a round cannot do is mended, and the round begins again.
Status Engine::mended(SyncReport& report, const std::function<Status()>& round)
{
    Status done = round();
    for (int mendings = 0; !done.ok() && mendings < mostMendings; ++mendings) {
        done = mend(done.error(), report); // which may meet the next thing to mend
        if (done.ok())
            done = round();
    }
    return done;
}

Result<SyncReport> Engine::sync()
{
    Environment& environment = m_replica.environment();
    const Milliseconds start = environment.now();
    const std::int64_t sent = m_conversation.sentBytes();
    const std::int64_t received = m_conversation.receivedBytes();
    SyncReport report;
    SATCHEL_TRY(mended(report, [&]() -> Status {
        SATCHEL_TRY(push(report));
        SATCHEL_TRY(pull(report));
        return joinStaged(report);
    }));
    SATCHEL_TRY(settleHeldRows());
    SATCHEL_TRY(renewLeases());
    report.sentBytes = m_conversation.sentBytes() - sent;
    report.receivedBytes = m_conversation.receivedBytes() - received;
    report.milliseconds = environment.now() - start;
    return report;
}

Result<VerifyReport> Engine::verify()
{
    SyncReport ignored;
    SATCHEL_TRY(mended(ignored, [&] { return pull(ignored); }));
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    // pull() published only because the sums kept are the server's; what is recounted from the rows must be the same.
    Repair repair(m_replica, m_conversation, *identity, m_token, m_schemaVersion);
    SATCHEL_ASSIGN(const auto examination, repair.examine());
    VerifyReport report{.equal = examination.equal, .tables = examination.tables, .rows = examination.rows};
    if (!examination.equal) {
        SATCHEL_TRY(pullWith(*identity, false, repair, ignored));
        report.repaired = repair.repaired();
    }
    return report;
}

} // namespace satchel
