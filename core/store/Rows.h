// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/sqlite/Connection.h"
#include "core/store/UnknownFields.h"

#include <optional>

namespace satchel {

class RowHash;

/// The entity tables of a replica: one row in, one row out, with its search index always in the same statement sequence
/// (the caller's transaction). A view of a connection; lives as shortly as its caller likes.
class Rows {
public:
    explicit Rows(sqlite::Connection& connection) : m_connection(connection), m_unknown(connection) {}

    /// A row as it stands in its table, and its number there.
    struct Stored {
        Record record;
        std::int64_t n = 0;
    };
    /// What the digests know of a row.
    struct Sum {
        std::int64_t rev = 0;
        Id root;
        Bytes16 hash{};
    };

    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id);
    [[nodiscard]] Result<std::optional<Stored>> findStored(const Entity& entity, const Id& id);
    /// `hash` must have the replica's key.
    [[nodiscard]] Result<std::optional<Sum>> sumOf(const Entity& entity, const Id& id, RowHash& hash);
    /// Inserts or replaces the row and brings its search index along.
    [[nodiscard]] Status put(const Record& record);
    /// The same for a row that is there, as `old` says (with its unknown fields).
    [[nodiscard]] Status replace(const Stored& old, const Record& record);
    /// Inserts a row known to be absent.
    [[nodiscard]] Status insert(const Record& record);
    /// Inserts a row that is hardly ever there already (the first sync); false, and nothing done, if it is.
    [[nodiscard]] Result<bool> insertNew(const Record& record);
    [[nodiscard]] Status remove(const Entity& entity, const Id& id);
    /// The ids of an entity's rows with this aggregate root.
    [[nodiscard]] Result<std::vector<Id>> ofRoot(const Entity& entity, const Id& root);

    /// `"id", rev, root, <fields>`: the columns that read() expects, in order.
    [[nodiscard]] static const std::string& columns(const Entity& entity);
    [[nodiscard]] static Record read(const Entity& entity, const sqlite::Statement& statement);
    [[nodiscard]] static bool isSearchable(const Entity& entity);
    /// Fills the search index of every entity, or of one, anew from its rows.
    [[nodiscard]] Status rebuildSearch(const Entity* only = nullptr);
    /// From now on rows are written without their search index, which must be rebuilt afterwards: it forgets only what
    /// it is told, and of a row that was damaged nobody knows what it was told.
    void leaveSearchAlone(bool alone) { m_searchAlone = alone; }

private:
    [[nodiscard]] Status update(const Record& old, const Record& record);
    [[nodiscard]] Status index(const Record& record, std::int64_t n, bool add);

    sqlite::Connection& m_connection;
    UnknownFields m_unknown;
    bool m_searchAlone = false;
};

} // namespace satchel
