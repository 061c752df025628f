// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Paging.h"
#include "sync/server/SegmentBuilder.h"

namespace satchel::server {

class Turn;

/// The server's stock of segments: built when they are first asked for, kept in the database (so that several servers
/// over one PostgreSQL share them), used by everybody who has the scope as long as little has changed since, thrown
/// away after a week. What a caller may fetch is decided anew at each request by his scopes of that moment. A view of a
/// connection; makes its transactions itself.
class Segments {
public:
    Segments(Database& database, Identities& identities, Milliseconds now, Turn* turn, Paging paging = {})
        : m_database(database), m_identities(identities), m_now(now), m_turn(turn), m_paging(paging)
    {}

    /// Busy with protocol::packing: some of it has been packed, ask again for the rest.
    [[nodiscard]] Result<SegmentPlan> plan(const std::string& token, const SegmentPlanRequest& request);
    /// NotFound if the first of the addresses is unknown or not for this caller: he asks for a new plan.
    [[nodiscard]] Result<SegmentReply> fetch(const std::string& token, const SegmentFetch& request);

private:
    /// A set as it was asked for: which scope, and which others bring some of its rows already.
    struct Wanted {
        Scope scope;
        std::set<Scope> told;
        Bytes name; ///< the same for everybody who wants the same
    };
    [[nodiscard]] Result<std::vector<Wanted>> wanted(const Caller& caller, const SegmentPlanRequest& request,
                                                     const Clock& clock);
    [[nodiscard]] Result<std::set<Scope>> overlapping(const Scope& scope);
    /// The newest set of this name that is not older than `notBefore` and has a short tail.
    [[nodiscard]] Result<std::optional<SegmentSet>> inStock(const Wanted& wanted, std::int64_t notBefore,
                                                            const Clock& clock);
    /// Finds out what is wanted and what of it is there; nothing where it has to be made.
    [[nodiscard]] Status look(const std::string& token, const SegmentPlanRequest& request, std::vector<Wanted>& all,
                              std::vector<std::optional<SegmentSet>>& sets);
    [[nodiscard]] Status chooseFromStock(const std::vector<Wanted>& all, const Clock& clock,
                                         std::vector<std::optional<SegmentSet>>& sets);
    [[nodiscard]] Result<SegmentSet> make(const Wanted& wanted);
    [[nodiscard]] Status store(const Wanted& wanted, const BuiltSet& built);
    [[nodiscard]] Status throwAway();

    Database& m_database;
    Identities& m_identities;
    Milliseconds m_now;
    Turn* m_turn;
    Paging m_paging;
};

} // namespace satchel::server
