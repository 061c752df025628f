// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/world/Company.h"

namespace satchel::test {

/// So many new accounts, each a change of its own.
inline std::vector<Id> addAccounts(Laptop& laptop, int count)
{
    std::vector<Id> accounts;
    for (int i = 0; i < count; ++i)
        accounts.push_back(laptop.add("account", {{"name", "Customer " + std::to_string(i)}}));
    return accounts;
}

/// That all of them are deleted by one action; nobody has committed it yet.
inline std::vector<Edit> deletionsOf(const std::vector<Id>& accounts)
{
    std::vector<Edit> edits;
    for (const Id& id : accounts)
        edits.push_back({.kind = OperationKind::Delete, .entity = &schema::entity("account"), .id = id, .values = {}});
    return edits;
}

} // namespace satchel::test
