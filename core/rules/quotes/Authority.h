// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"

#include "core/schema/Role.h"

namespace satchel::quotes {

/// Discount authority and approvals (core/rules/QUOTES.md, "Authority"), the same at both ends.

/// A line over somebody's authority, or below its floor price.
struct Excess {
    Id line;
    std::string text; ///< a sentence that names line, product, percentage and limit
    bool belowFloor = false;
};

/// What in the document goes over what this user may give. Floor prices are looked at where `records` has costs.
[[nodiscard]] Result<std::vector<Excess>> excesses(const pricing::Document& document, const Id& user, Role role,
                                                   RecordSource& records);
/// The largest discount of any line, in percent, rounded up to four decimals.
[[nodiscard]] Decimal largestDiscount(const pricing::Document& document);
/// Whether this user may decide this approval of this document on `date`; nothing: he may; else why not.
[[nodiscard]] Result<std::optional<std::string>> mayNotDecide(const Record& approval, const pricing::Document& document,
                                                              const Id& user, Role role, const std::string& date,
                                                              RecordSource& records);
/// Whom to ask: the manager nearest to the account who may decide it; else an administrator; null if there is nobody.
[[nodiscard]] Result<Id> approverFor(const pricing::Document& document, const Id& author, RecordSource& records);
/// The author's manager for flags (QUOTES.md, "Handing over"); null if there is nobody.
[[nodiscard]] Result<Id> managerFor(const Id& account, const Id& author, RecordSource& records);

/// The state on a day: a sent quote whose last day has passed is expired.
[[nodiscard]] std::string stateOn(const Record& quote, const std::string& date);

} // namespace satchel::quotes
