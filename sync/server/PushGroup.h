// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"
#include "sync/server/Identities.h"
#include "sync/server/Incarnations.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// A push that wants to be carried out, and what became of it.
struct PushJob {
    const std::string& token;
    const PushRequest& request;
    Result<PushReply> reply = Error{ErrorKind::Internal, "Nothing was done yet."};
    bool faults = false;                    ///< earlier changes of the incarnation wait for another try
    std::vector<Result<Change>> ahead = {}; ///< the first changes of the request, as the group has read them already
};

/// Pushes of several laptops in one write transaction: one after the other, each with the rights and the rows of its
/// place in that order, all made durable by one commit. A push that fails is taken out alone. What they all will ask
/// the database is asked in one go beforehand. Lives for one transaction.
class PushGroup {
public:
    /// `memory`: what the group before this one has left for it, and where it leaves its own.
    PushGroup(Database& database, Identities& identities, Environment& environment, Remembered* memory = nullptr)
        : m_database(database), m_identities(identities), m_environment(environment), m_memory(memory)
    {}

    /// Of one incarnation at most one job. If the transaction itself fails, that is the answer to all of them.
    void run(const std::vector<PushJob*>& jobs);

private:
    class Expected;
    struct Ahead;
    [[nodiscard]] static Ahead lookAhead(const std::vector<PushJob*>& jobs);
    [[nodiscard]] Status runAll(const std::vector<PushJob*>& jobs, const Ahead& ahead, Milliseconds now);
    [[nodiscard]] Status runJobs(Ledger& ledger, const std::vector<PushJob*>& jobs, Milliseconds now);
    [[nodiscard]] Result<PushReply> runOne(Ledger& ledger, PushJob& job, Milliseconds now);
    [[nodiscard]] Status expectRest(const Expected& named);
    [[nodiscard]] Status expectAround(Ledger& ledger, const Expected& named);

    Database& m_database;
    Identities& m_identities;
    Environment& m_environment;
    Remembered* m_memory;
    std::map<Id, incarnations::Known> m_incarnations;
};

} // namespace satchel::server
