// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Orders.h"
#include "core/store/ReplicaRecords.h"

#include <map>

namespace satchel::sales {

/// Reads orders with what they refer to, each of those once. Lives for one reading, in the caller's transaction.
class OrderReader {
public:
    explicit OrderReader(Replica& replica) : m_records(replica.connection()) {}

    /// What fits, newest first.
    [[nodiscard]] Result<std::vector<Record>> orders(const OrderFilter& filter);
    /// In their order.
    [[nodiscard]] Result<std::vector<Record>> lines(const Id& order);
    /// What a field refers to; nullptr if it is empty or not on this laptop. Valid as long as the reader.
    [[nodiscard]] Result<const Record*> mentioned(const Record& record, std::string_view field);
    [[nodiscard]] Result<Purchase> purchase(const Record& order, const Record& line);
    /// An account and all below it.
    [[nodiscard]] Result<std::vector<Id>> sites(const Id& account);

private:
    ReplicaRecords m_records;
    std::map<Id, std::optional<Record>> m_mentioned;
};

} // namespace satchel::sales
