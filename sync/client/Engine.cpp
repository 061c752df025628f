// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Engine.h"

#include "core/store/Meta.h"
#include "core/store/Outbox.h"
#include "core/store/Publisher.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::size_t pushBytes = 1024 * 1024;

Error notSignedIn()
{
    return {ErrorKind::Unauthorized, "This profile has not been signed in yet."};
}

} // namespace

Engine::Engine(Replica& replica, Conversation& conversation) : m_replica(replica), m_conversation(conversation) {}

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
    identity.history = reply.history;
    identity.digestKey = reply.digestKey;
    SATCHEL_TRY(m_replica.setIdentity(identity));
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
    return offset == known ? Status(Ok{}) : meta.set("clock_offset", offset);
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
        SATCHEL_ASSIGN(const PushReply reply, m_conversation.push(m_token, {.history = identity->history,
                                                                            .incarnation = identity->incarnation,
                                                                            .previous = batch.previous,
                                                                            .changes = std::move(batch.bodies)}));
        if (reply.lastNumber < last)
            return Error{ErrorKind::Internal,
                         "The server did not take all changes. They stay on this laptop and will be sent again."};
        report.pushed += last - batch.firstNumber + 1;
        number = last + 1;
        if (onProgress)
            onProgress({SyncProgress::Phase::Sending, report.pushed, 0});
    }
    return Ok{};
}

Result<std::vector<PullReply>> Engine::receive(const ReplicaIdentity& identity, bool everything)
{
    PullRequest request{.history = identity.history, .incarnation = identity.incarnation};
    SATCHEL_ASSIGN(const auto digests, Publisher(m_replica, identity).sums().stored());
    request.digest = combinedDigest(digests);
    if (!everything) {
        Meta meta(m_replica.connection());
        SATCHEL_ASSIGN(request.checkpoint, meta.integer("checkpoint"));
        SATCHEL_ASSIGN(const std::string salt, meta.text("salt"));
        request.salt = bytes16(salt).value_or(Bytes16{});
        SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT scope, seq FROM scope"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            if (const auto scope = Scope::fromBytes(statement.blob(0)))
                request.scopes[*scope] = statement.integer(1);
        }
    }
    std::vector<PullReply> pages;
    std::int64_t rows = 0;
    do {
        if (cancelled)
            return Error{ErrorKind::Busy, "Stopped. Nothing of this download was applied."};
        const Milliseconds sent = m_replica.environment().now();
        SATCHEL_ASSIGN(PullReply page, m_conversation.pull(m_token, request));
        SATCHEL_TRY(compareClocks(sent, page.serverTime));
        rows += static_cast<std::int64_t>(page.rows.size());
        request.continuation = page.continuation;
        pages.push_back(std::move(page));
        if (onProgress)
            onProgress({SyncProgress::Phase::Receiving, rows, pages.front().totalRows});
    } while (!request.continuation.empty());
    return pages;
}

Status Engine::pull(SyncReport& report)
{
    SATCHEL_ASSIGN(auto identity, m_replica.identity());
    if (!identity)
        return notSignedIn();
    bool everything = false;
    for (int attempt = 0; attempt < 2; ++attempt) {
        SATCHEL_ASSIGN(const auto pages, receive(*identity, everything));
        if (onProgress)
            onProgress({SyncProgress::Phase::Publishing, 0, 0});
        SATCHEL_ASSIGN(PublishReport published, Publisher(m_replica, *identity).publish(pages, everything));
        report.pulled += published.rows;
        if (published.equal) {
            report.merged += published.merged;
            report.rejected += published.rejected;
            report.conflicts += published.conflicts;
            report.checkpoint = pages.back().checkpoint;
            report.digest = toHex(view(published.digest));
            changed = std::move(published.changed);
            return Ok{};
        }
        // The sums disagree: said in the list of incidents, and mended from the server's rows.
        SATCHEL_ASSIGN(auto incident, m_replica.connection().prepare("INSERT INTO incident(at, text) VALUES(?1, ?2)"));
        incident.bind(1, m_replica.environment().now())
            .bindText(2, "The checksums disagreed with the server's; all rows were fetched anew.");
        SATCHEL_TRY(incident.run());
        everything = true;
    }
    return Error{ErrorKind::Corrupt,
                 "The replica does not agree with the server. Your changes are safe on this laptop."};
}

Result<SyncReport> Engine::sync()
{
    Environment& environment = m_replica.environment();
    const Milliseconds start = environment.now();
    const std::int64_t sent = m_conversation.sentBytes();
    const std::int64_t received = m_conversation.receivedBytes();
    SyncReport report;
    SATCHEL_TRY(push(report));
    SATCHEL_TRY(pull(report));
    report.sentBytes = m_conversation.sentBytes() - sent;
    report.receivedBytes = m_conversation.receivedBytes() - received;
    report.milliseconds = environment.now() - start;
    return report;
}

Result<VerifyReport> Engine::verify()
{
    SyncReport ignored;
    SATCHEL_TRY(pull(ignored));
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    Publisher publisher(m_replica, *identity);
    // pull() published only because these sums are the server's; what is recounted from the rows must be the same.
    SATCHEL_ASSIGN(auto kept, publisher.sums().stored());
    SATCHEL_ASSIGN(auto counted, publisher.sums().recount());
    VerifyReport report;
    report.tables = static_cast<std::int64_t>(counted.first.size());
    report.rows = counted.second;
    report.equal = combinedDigest(std::move(kept)) == combinedDigest(std::move(counted.first));
    return report;
}

} // namespace satchel
