// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Incarnations.h"
#include "sync/server/Intake.h"

namespace satchel::server {

/// One push: applies what is new, in order, and remembers the answers. Lives inside one write transaction.
class Pusher {
public:
    Pusher(Database& database, Ledger& ledger, Environment& environment, const Caller& caller,
           const PushRequest& request, Chain chain, Milliseconds now, Intake::Faults faults)
        : m_database(database),
          m_ledger(ledger),
          m_environment(environment),
          m_request(request),
          m_intake(database, m_ledger, environment, caller, now, faults),
          m_now(now),
          m_chain(std::move(chain))
    {}

    /// Whether the laptop speaks of this server's history. Ask first.
    [[nodiscard]] static Status checkHistory(const Ledger& ledger, const PushRequest& request);
    /// The first changes of the request, read already.
    void knows(std::vector<Result<Change>> changes) { m_known = std::move(changes); }
    /// Answers up to which number the server now has the incarnation's changes. The ledger is open, and closed by the
    /// caller.
    [[nodiscard]] Result<std::int64_t> run();
    /// Whether earlier changes of the incarnation wait for another try.
    [[nodiscard]] bool hadFaults() const { return m_chain.faults; }
    /// The server fails with the request as a whole, which is down to one change: that is only received and counted.
    void setAside(const Error& error) { m_error = error; }

private:
    /// `sealedAs`: what its place in the chain was computed of; else than the body where that came in a box.
    [[nodiscard]] Status take(Result<Change> change, const Bytes& body, const Bytes& sealedAs, Bytes16& previous);
    /// The body that is in the box, and whether it was sealed anew in it; empty if nobody here can read it.
    [[nodiscard]] Result<Bytes> takeOutOfBox(const Bytes& sent, bool& anew);
    [[nodiscard]] bool isWithdrawn(std::int64_t number) const;
    /// A newer program says something that this server has no place for: it keeps it until the server knows more.
    [[nodiscard]] bool mustWait(const Bytes& body) const;

    Database& m_database;
    Ledger& m_ledger;
    Environment& m_environment;
    const PushRequest& m_request;
    Intake m_intake;
    Milliseconds m_now;
    std::optional<Error> m_error;
    std::vector<Result<Change>> m_known;
    Chain m_chain;
};

} // namespace satchel::server
