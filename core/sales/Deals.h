// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/store/Leases.h"

namespace satchel::sales {

/// Whether somebody has to allow a quote, and whom that was asked of.
struct Submission {
    std::vector<std::string> reasons = {}; ///< sentences: what goes over whose authority; empty: nothing does
    Id approval;                           ///< null: none was asked for, because none is needed
    Id asked;
    bool allowed = false; ///< reasons there are, but an approval that fits the quote as it is, too
};

struct HandedOver {
    Id document;
    std::string number;
    std::int64_t revision = 1;
    bool isDraftNumber = false; ///< there was no leased number left; it stays "draft-..."
};

/// The customer's word.
struct Acceptance {
    std::string name = {};
    Milliseconds at = 0;        ///< 0: now
    std::string day = {};       ///< that it was where it was accepted; "": that of `at` at the company
    std::string signature = {}; ///< an SVG path, 1000 units wide
    /// The optional and alternative lines he wants, all others he does not; nothing: as they stand in the quote.
    std::optional<std::vector<Id>> chosen = {};
    std::string reference = {}; ///< his own order number
};

/// What becomes of a quote once it is written, from approval to order (core/rules/QUOTES.md). Each call is one change
/// of the replica, all or nothing, and needs no server. What may not be is refused with a sentence that says why and
/// what to do instead. Belongs to the replica's thread.
class Deals {
public:
    /// `machine`: see Leases.
    explicit Deals(Replica& replica, Bytes machine = Leases::thisMachine())
        : m_replica(replica), m_machine(std::move(machine))
    {}

    // --- approval
    /// What in the quote goes beyond what this user may give; nothing is changed. Sentences.
    [[nodiscard]] Result<Submission> needsApproval(const Id& quote);
    /// Asks `asked`, or the nearest manager who may decide it if that is null; the quote is in approval then. Changes
    /// nothing where no approval is needed.
    [[nodiscard]] Result<Submission> submit(const Id& quote, const std::string& comment = {}, const Id& asked = {});
    /// Decides an approval, named by itself or by its quote, which is a draft again. Answers the approval.
    [[nodiscard]] Result<Id> approve(const Id& approvalOrQuote, const std::string& answer = {});
    [[nodiscard]] Result<Id> refuse(const Id& approvalOrQuote, const std::string& answer);
    /// Who asked takes it back. Answers the approval.
    [[nodiscard]] Result<Id> withdraw(const Id& approvalOrQuote);

    // --- to the customer and back
    /// Gives the quote a number if it has none, and freezes it as a document.
    [[nodiscard]] Result<HandedOver> handOver(const Id& quote);
    /// Makes the order; answers its id.
    [[nodiscard]] Result<Id> accept(const Id& quote, const Acceptance& acceptance);
    /// The customer's no. `day` as in Acceptance.
    [[nodiscard]] Status decline(const Id& quote, const std::string& reason, const std::string& day = {});
    /// Closes a quote whose last day has passed.
    [[nodiscard]] Status expire(const Id& quote);

    /// The next revision of a quote that was handed over: a draft with all its lines, at the prices they had. Answers
    /// its id.
    [[nodiscard]] Result<Id> revise(const Id& quote);

private:
    [[nodiscard]] Result<Id> decide(const Id& approvalOrQuote, bool approved, const std::string& answer);

    Replica& m_replica;
    Bytes m_machine;
};

/// The longest body of a document that is handed over.
inline constexpr std::size_t maxDocumentBytes = 900U * 1024;

} // namespace satchel::sales
