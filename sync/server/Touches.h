// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Which replica was last in which quote, and when: what a change did not know of is told by it. A view of a
/// connection, within a change.
class Touches {
public:
    explicit Touches(Database& database) : m_database(database) {}

    struct Touch {
        Id incarnation;
        Id user;
        std::int64_t seq = 0;
    };
    /// Those of others than `incarnation` after `seen`, the newest first.
    [[nodiscard]] Result<std::vector<Touch>> unseen(const Id& quote, const Id& incarnation, std::int64_t seen);
    [[nodiscard]] Result<bool> has(const Id& quote, const Id& incarnation);
    /// Revisions that hold edits of this replica. Looks through all touches: to be asked once, and seldom.
    [[nodiscard]] Result<std::vector<Id>> revisionsOf(const Id& incarnation);
    [[nodiscard]] Status put(const Id& quote, const Touch& touch);

private:
    Database& m_database;
};

} // namespace satchel::server
