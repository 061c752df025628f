// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"
#include "core/store/Leases.h"

namespace satchel::sales {

/// What has to be known before something is done with a quote: who acts, on which day, and the quote as it is, read in
/// one transaction. A value that lives for one call.
struct DealDesk {
    [[nodiscard]] static Result<DealDesk> open(Replica& replica, const Id& quote);
    /// The same for an approval, or for a quote's open one.
    [[nodiscard]] static Result<DealDesk> openApproval(Replica& replica, const Id& approvalOrQuote);

    ReplicaIdentity me;
    Milliseconds now = 0; ///< by the server's clock, as far as it is known
    std::string zone;     ///< of the company
    std::string today;
    quotes::QuoteRecords records;
    pricing::Document document;
    std::optional<Record> approval; ///< of openApproval

    [[nodiscard]] const Record& quote() const { return records.quote; }
    [[nodiscard]] std::string status() const; ///< a draft's may be empty in the record
    /// An approval that was given for the quote exactly as it is.
    [[nodiscard]] const Record* fittingApproval() const;
    [[nodiscard]] const Record* openApproval() const;
};

/// The next number of a series, "Q-000123"; without a leased one "draft-" and what tells this row from others.
struct PaperNumber {
    std::string text;
    bool isDraft = false;
};
[[nodiscard]] Result<PaperNumber> nextNumber(Leases leases, const char* series, char prefix, const Id& row);

using NamedValues = std::vector<std::pair<const char*, Value>>;
[[nodiscard]] Edit newRow(const char* entity, const Id& id, const NamedValues& values);
[[nodiscard]] Edit changedRow(const Record& record, const NamedValues& values);
[[nodiscard]] Value moneyValueOf(const Decimal& amount, const std::string& currency);

/// A person's name; "somebody" who is not in the directory.
[[nodiscard]] Result<std::string> personName(Replica& replica, const Id& user);
/// "Q-000123 (2)", or its title, for sentences.
[[nodiscard]] std::string quoteName(const Record& quote);

} // namespace satchel::sales
