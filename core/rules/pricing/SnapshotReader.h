// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "core/rules/pricing/Pricing.h"

#include <set>

namespace satchel::pricing {

/// Reads from records what the price of a document depends on, and no more: the lists of the customer's chain with
/// those they refer to, entries of the named products only, promotions, rates, taxes. Used at both ends; lives for one
/// reading, in the caller's transaction. What is unreadable in a record (a newer program's choice) reads as if it were
/// absent.
class SnapshotReader {
public:
    explicit SnapshotReader(RecordSource& records) : m_records(records) {}

    /// The customer behind an account, with his parents and territories; an empty one for a null id or an account that
    /// is not here. His country is the account's, else the company's.
    [[nodiscard]] Result<Customer> customer(const Id& account);
    /// Everything to price these products for the customer. `list`: the one the document names, or null.
    [[nodiscard]] Result<Snapshot> read(const Customer& customer, const Id& list, const std::set<Id>& products);
    /// The same with all entries of one list and no customer: for comparing and exporting it.
    [[nodiscard]] Result<Snapshot> readList(const Id& list);

private:
    [[nodiscard]] Status addLists(const Customer& customer, const Id& list, Snapshot& snapshot);
    [[nodiscard]] Status addList(const Id& id, Snapshot& snapshot);
    [[nodiscard]] Status addAgreement(const Record& agreement, Snapshot& snapshot);
    [[nodiscard]] Status addEntries(const std::vector<Id>& products, Snapshot& snapshot);
    [[nodiscard]] Status addProducts(const std::vector<Id>& products, Snapshot& snapshot);
    [[nodiscard]] Status addCommon(Snapshot& snapshot);

    RecordSource& m_records;
};

} // namespace satchel::pricing
