// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Ledger.h"

namespace satchel::server {

/// Deletions as deeds of one change, and how they are taken back as a whole. A view of the ledger, within a change.
class Revival {
public:
    Revival(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// The rows that the change at `seq` deleted and that are still deleted, parents first.
    [[nodiscard]] Result<std::vector<RowKey>> deletedBy(std::int64_t seq);
    /// Brings all of them back as they were; history says so, by `stamp` and `rule`.
    [[nodiscard]] Status undo(std::int64_t seq, const Stamp& stamp, const std::string& rule);
    /// Whether somebody with these scopes had a deleted row in sight when it was deleted.
    [[nodiscard]] Result<bool> wasSeen(const MergeRow& deleted, const std::set<Scope>& scopes);

private:
    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
