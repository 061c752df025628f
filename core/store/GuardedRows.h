// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/TouchedRows.h"
#include "core/store/Replica.h"

namespace satchel {

/// What one action of a person does to rows that core/rules/quotes guards: remember() what they were before it is
/// written, partDone() between the parts of a large one, and objection() once all of it is. Lives for one action,
/// inside its transaction.
class GuardedRows {
public:
    explicit GuardedRows(sqlite::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Status remember(const std::vector<Operation>& operations);
    [[nodiscard]] Status partDone(const ReplicaIdentity& author, Milliseconds at);
    /// Ok, or Invalid with the sentence why the action may not be; begins anew after that.
    [[nodiscard]] Status objection(const ReplicaIdentity& author, Milliseconds at);

private:
    sqlite::Connection& m_connection;
    quotes::TouchedRows m_touched;
};

} // namespace satchel
