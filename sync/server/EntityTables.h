// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "sync/merge/Merge.h"
#include "sync/server/Database.h"

#include <optional>

namespace satchel::server {

/// The server's entity tables (e_account, ...): rows with their stamps. A deleted row stays, marked with the seq of its
/// deletion, so that an edit can revive it. A view of a connection, inside the caller's transaction.
class EntityTables {
public:
    explicit EntityTables(Database& database) : m_database(database) {}

    /// A row that is not deleted.
    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id);
    /// A row, deleted or not, with the stamps a merge needs.
    [[nodiscard]] Result<std::optional<MergeRow>> findForMerge(const Entity& entity, const Id& id);
    /// Inserts a row born at record.rev.
    [[nodiscard]] Status insert(const Record& record);
    /// Writes all fields, rev, root, and whether it is deleted (0: no; else the seq of the deletion).
    [[nodiscard]] Status update(const Record& record, std::int64_t deleted);
    /// Ids of rows, not deleted, with this aggregate root; or whose reference field holds this id.
    [[nodiscard]] Result<std::vector<Id>> ofRoot(const Entity& entity, const Id& root);
    [[nodiscard]] Result<std::vector<Id>> referring(const Entity& entity, const std::string& field, const Id& id);

    static constexpr int bornStamp = 0;     ///< `field` of a row's creation in table stamp
    static constexpr int removedStamp = -1; ///< and of its deletion
    /// `field`: a field number, bornStamp or removedStamp.
    [[nodiscard]] Status setStamp(const RowKey& row, int field, const Stamp& stamp);
    /// Stamps of declared fields later than `rev`, by position.
    [[nodiscard]] Result<std::vector<std::pair<std::size_t, Stamp>>> stampsAfter(const Entity& entity, const Id& id,
                                                                                 std::int64_t rev);

    /// "id, rev, root, f_...", each behind `alias.`, as read() expects them.
    [[nodiscard]] static std::string columns(const Entity& entity, const std::string& alias);
    [[nodiscard]] static Record read(const Entity& entity, const Row& row);

private:
    Database& m_database;
};

} // namespace satchel::server
