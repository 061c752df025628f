// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/schema/Role.h"
#include "sync/server/Revisions.h"

namespace satchel::server {

/// What the server does when a quote was handed over: the customer has the paper, so the quote's rows become what it
/// says; the state with edits that its seller had not seen becomes the next revision; and what is wrong with it is
/// written into its flags and told to a manager. Nothing is refused here. A view of the ledger, within a change, after
/// everything of the change itself was written.
class HandedOver {
public:
    HandedOver(Database& database, Ledger& ledger, const Stamp& stamp, std::int64_t seen, Role role, Milliseconds now)
        : m_database(database), m_ledger(ledger), m_stamp(stamp), m_seen(seen), m_role(role), m_now(now)
    {}

    /// `row`: a quote_document that the change has made, by the author of `stamp`.
    [[nodiscard]] Status settle(const Record& row);

private:
    /// One row of a quote as the paper has it.
    struct Wanted {
        Record record;
        std::vector<std::size_t> fields = {}; ///< that are to be written; all of a row that is not there
        bool there = true;
    };
    struct Plan {
        std::optional<Wanted> quote;
        std::vector<Wanted> parts;
        std::vector<Record> gone;
        [[nodiscard]] bool empty() const { return !quote && parts.empty() && gone.empty(); }
    };
    [[nodiscard]] Result<Plan> plan(const Record& quote, const pricing::Document& document);
    [[nodiscard]] Status planParts(const Record& quote, const pricing::Document& document, Plan& plan);
    [[nodiscard]] Result<Record> lineAs(Record row, const pricing::Document::Line& line,
                                        const pricing::Document& document);
    [[nodiscard]] Status carryOut(const Plan& plan);
    [[nodiscard]] Status write(const Wanted& wanted);
    [[nodiscard]] Status keepOthersEdits(const Record& quote, const Record& document);
    [[nodiscard]] Status isOut(const Id& quote);
    [[nodiscard]] Status flag(const Record& row, const pricing::Document& document);
    [[nodiscard]] Status recompute(const Record& row); // a planted bug
    /// Where a row of the paper stands in the quote: a revision of the server's has copies of them.
    [[nodiscard]] Result<Id> placeOf(const Entity& entity, const Id& quote, const Id& onPaper);

    Database& m_database;
    Ledger& m_ledger;
    const Stamp& m_stamp;
    std::int64_t m_seen;
    Role m_role;
    Milliseconds m_now;
};

} // namespace satchel::server
