// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Ledger.h"
#include "sync/server/Touches.h"

namespace satchel::server {

/// The revisions that the server makes of quotes that were handed over, so that nobody's edits are lost and the fact
/// stays what it is (core/rules/QUOTES.md, "Handing over"). A view of the ledger, within a change.
class Revisions {
public:
    Revisions(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// Whose edits a revision holds, and who had handed the quote over.
    struct People {
        Touches::Touch editor;
        std::string editorDevice = {};
        Id seller;
        std::string sellerDevice = {};
    };
    /// Makes the revision `id` of `former`: a draft with its groups and lines as they are now; both people are told.
    /// Nothing if it is there already. `stamp`: of the change that brings it about.
    [[nodiscard]] Status make(const Id& former, const Id& id, const People& people, const Stamp& stamp,
                              Milliseconds now);
    /// A stamp of what the server does by itself when this change arrives: nobody's laptop has foreseen it.
    [[nodiscard]] static Stamp own(const Stamp& stamp, Milliseconds now);

private:
    [[nodiscard]] Result<std::int64_t> firstFree(const Record& quote);
    [[nodiscard]] Status copyParts(const char* entity, const Id& from, const Id& to, const Stamp& stamp);
    [[nodiscard]] Status tell(const Record& revision, const People& people, const Stamp& stamp, Milliseconds now);

    Database& m_database;
    Ledger& m_ledger;
};

/// A row of a quote in a revision that was made of it: references to rows of the same quote lead to their copies.
[[nodiscard]] Record copiedPart(const Record& part, const Id& to);

} // namespace satchel::server
