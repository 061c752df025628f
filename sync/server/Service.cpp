// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Service.h"

#include "sync/protocol/Codec.h"
#include "sync/server/Applier.h"
#include "sync/server/Puller.h"
#include "sync/server/Write.h"

namespace satchel::server {

namespace {

/// Where an incarnation's chain has got to.
struct Chain {
    Bytes secret;
    std::int64_t lastNumber = 0;
    Bytes16 lastId{};
};

Result<Chain> readChain(Database& database, const Caller& caller, const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT secret, last_number, last_id FROM incarnation WHERE id=$1 AND device_id=$2",
                                  {cell(incarnation), cell(caller.device)}));
    if (rows.empty())
        return Error{ErrorKind::Unauthorized, "The server does not know this copy of the replica. Sign in again."};
    return Chain{bytesOf(rows[0][0]), integerOf(rows[0][1]), bytes16(bytesOf(rows[0][2])).value_or(Bytes16{})};
}

Error forked()
{
    return {ErrorKind::Conflict,
            "This laptop's list of changes does not continue what the server has from it. Your changes are "
            "safe on this laptop; ask the administrator."};
}

/// One push: applies what is new, in order, and remembers the answers.
class Pusher {
public:
    Pusher(Database& database, const Caller& caller, const PushRequest& request, Milliseconds now)
        : m_database(database),
          m_request(request),
          m_ledger(database),
          m_applier(m_ledger, caller, now),
          m_caller(caller)
    {}

    Result<std::int64_t> run(Milliseconds now, const Bytes& salt)
    {
        SATCHEL_TRY(m_ledger.open());
        if (m_request.history != m_ledger.clock().history)
            return Error{ErrorKind::Conflict,
                         "The server's data has been replaced since this laptop last synced. Your changes "
                         "are safe on this laptop; ask the administrator."};
        SATCHEL_ASSIGN(m_chain, readChain(m_database, m_caller, m_request.incarnation));
        SATCHEL_TRY(m_applier.open());
        Bytes16 previous = m_request.previous;
        for (const Bytes& body : m_request.changes)
            SATCHEL_TRY(take(body, previous));
        SATCHEL_TRY(m_database.query("UPDATE incarnation SET last_number=$2, last_id=$3 WHERE id=$1",
                                     {cell(m_request.incarnation), Cell(m_chain.lastNumber), cell(m_chain.lastId)}));
        SATCHEL_TRY(m_ledger.close(now, salt));
        return m_chain.lastNumber;
    }

private:
    // `previous` walks along the chain as the laptop has it; a change the server already answered is only compared.
    Status take(const Bytes& body, Bytes16& previous)
    {
        const auto change = decodeChange(body);
        const std::int64_t number = change.ok() ? change->number : m_chain.lastNumber + 1;
        const Bytes16 id = chainId(m_chain.secret, number, previous, body);
        if (number <= m_chain.lastNumber) {
            SATCHEL_ASSIGN(const auto known,
                           m_database.query("SELECT chain FROM outcome WHERE incarnation=$1 AND number=$2",
                                            {cell(m_request.incarnation), Cell(number)}));
            if (known.empty() || bytesOf(known[0][0]) != view(id))
                return forked();
            previous = id;
            return Ok{};
        }
        if (number != m_chain.lastNumber + 1 || previous != m_chain.lastId)
            return forked();
        SATCHEL_ASSIGN(const Outcome outcome,
                       change.ok() ? m_applier.apply(*change, id, m_request.incarnation)
                                   : m_applier.refuseUnreadable(number, m_request.incarnation, change.error().message));
        SATCHEL_TRY(m_database.query(
            "INSERT INTO outcome(incarnation, number, seq, chain, body, answer) VALUES($1, $2, $3, $4, $5, $6)",
            {cell(m_request.incarnation), Cell(number), Cell(outcome.seq), cell(id), Blob{body},
             Blob{encodeOutcome(outcome)}}));
        m_chain.lastNumber = number;
        m_chain.lastId = id;
        previous = id;
        return Ok{};
    }

    Database& m_database;
    const PushRequest& m_request;
    Ledger m_ledger;
    Applier m_applier;
    const Caller& m_caller;
    Chain m_chain;
};

} // namespace

Result<LoginReply> Service::login(const LoginRequest& request)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    SATCHEL_ASSIGN(LoginReply reply, m_identities.login(m_database, request, now));
    reply.history = clock.history;
    reply.digestKey = clock.digestKey;
    reply.serverTime = now;
    return reply;
}

Status Service::logout(const std::string& token)
{
    return m_identities.logout(m_database, token, m_environment.now());
}

Result<PushReply> Service::push(const std::string& token, const PushRequest& request)
{
    const Milliseconds now = m_environment.now();
    PushReply reply{.lastNumber = 0, .serverTime = now};
    SATCHEL_TRY(m_identities.authenticate(m_database, token, now)); // a stranger must not get as far as the lock
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        // Under the lock: rights as they are at the place this push gets in the order of all changes.
        SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_ASSIGN(reply.lastNumber, Pusher(m_database, caller, request, now).run(now, m_environment.random(16)));
        return Ok{};
    }));
    return reply;
}

Result<PullReply> Service::pull(const std::string& token, const PullRequest& request)
{
    const Milliseconds now = m_environment.now();
    SATCHEL_TRY(m_database.begin(Database::Access::Read));
    Caller caller;
    const auto reply = [&]() -> Result<PullReply> {
        SATCHEL_ASSIGN(caller, m_identities.authenticate(m_database, token, now));
        SATCHEL_TRY(readChain(m_database, caller, request.incarnation));
        return Puller(m_database, caller, now).pull(request);
    }();
    m_database.rollback(); // only read
    if (reply.ok())
        m_identities.seen(m_database, caller, now);
    return reply;
}

} // namespace satchel::server
