// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Ledger.h"

namespace satchel::server {

/// Inbox items tell of records, and must tell nobody more than he may still see. Whoever loses a record loses the items
/// about it and keeps, in an item of his own, what he had typed himself: without base, without the other's value and
/// name. A view of the ledger, within a change.
class InboxPrivacy {
public:
    InboxPrivacy(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// After rows (with what hangs on them) left scopes, and users lost some.
    [[nodiscard]] Status hide(const std::set<RowKey>& left, const std::vector<Id>& losers);
    /// The same for a new item that is not stored yet; `knows` is somebody who is known to see the record.
    [[nodiscard]] Status hideNew(Record& item, const RowKey& row, const Id& knows);

private:
    [[nodiscard]] Status check(const Id& item);
    [[nodiscard]] Status takeFrom(Record item, const std::string& side);
    [[nodiscard]] Status store(const Record& item);

    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
