// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "sync/merge/Merge.h"
#include "sync/server/RowCache.h"

#include <map>
#include <optional>

namespace satchel::server {

/// The server's entity tables (e_account, ...): rows with their stamps. A deleted row stays, marked with the seq of its
/// deletion, so that an edit can revive it. A view of a connection, inside the caller's transaction.
class EntityTables {
public:
    explicit EntityTables(Database& database) : m_database(database) {}

    /// A row that is not deleted.
    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id);
    /// The same to be looked at, until something else is read or written; null for none.
    [[nodiscard]] Result<const Record*> peek(const Entity& entity, const Id& id);
    /// A row, deleted or not, with the stamps a merge needs.
    [[nodiscard]] Result<std::optional<MergeRow>> findForMerge(const Entity& entity, const Id& id);
    /// A row with its stamps, and the rev at which its root changed last (0 for never).
    struct Stored {
        MergeRow row;
        std::int64_t rooted = 0;
    };
    /// The rows with these ids, deleted or not.
    [[nodiscard]] Result<std::map<Id, Stored>> findAll(const Entity& entity, const std::vector<Id>& ids);
    /// What has to be asked to have these rows (by entity) in the transaction's memory, and its answers being put
    /// there. Answered within a write transaction; rows that are there already when it is made are left out.
    class Expected {
    public:
        enum class With { Stamps, RowsAlone };
        Expected(Database& database, const std::map<int, std::set<Id>>& rows, With with = With::Stamps)
            : Expected(database, database.rowCache(), rows, with)
        {}
        /// Before the transaction begins: `known` is what it will go on with, if anything.
        Expected(Database& database, RowCache* known, const std::map<int, std::set<Id>>& rows,
                 With with = With::Stamps);
        [[nodiscard]] const std::vector<Database::Question>& questions() const { return m_questions; }
        /// `answers` from `at` on are those of the questions; their texts are taken out.
        void keep(std::vector<std::vector<Row>>& answers, std::size_t at) const;

    private:
        Database& m_database;
        With m_with;
        std::vector<std::pair<const Entity*, std::vector<Id>>> m_wanted;
        std::vector<Database::Question> m_questions; ///< one or two for each of m_wanted
    };
    /// As many ids go into one statement: few different ones are prepared, and none is long.
    static constexpr std::size_t atOnce = 256;
    [[nodiscard]] static std::vector<std::vector<Id>> inPieces(const std::vector<Id>& ids);
    /// marksFor() ids; of none the null id, which no row has.
    [[nodiscard]] static std::string marks(const std::vector<Id>& ids, std::vector<Cell>& parameters);
    /// Inserts a row born at record.rev.
    [[nodiscard]] Status insert(const Record& record);
    /// Writes all fields, rev, root, and whether it is deleted (0: no; else the seq of the deletion).
    [[nodiscard]] Status update(const Record& record, std::int64_t deleted);
    /// Ids of rows, not deleted, with this aggregate root; or whose reference field holds this id.
    [[nodiscard]] Result<std::vector<Id>> ofRoot(const Entity& entity, const Id& root);
    [[nodiscard]] Result<std::vector<Id>> referring(const Entity& entity, const std::string& field, const Id& id);

    static constexpr int bornStamp = 0;     ///< `field` of a row's creation in table stamp
    static constexpr int removedStamp = -1; ///< and of its deletion
    static constexpr int rootStamp = -2;    ///< and of the last change of its root
    /// `field`: a field number, bornStamp, removedStamp or rootStamp.
    [[nodiscard]] Status setStamp(const RowKey& row, int field, const Stamp& stamp);
    /// Stamps of declared fields later than `rev`, by position.
    [[nodiscard]] Result<std::vector<std::pair<std::size_t, Stamp>>> stampsAfter(const Entity& entity, const Id& id,
                                                                                 std::int64_t rev);

    /// "id, rev, root, f_...", each behind `alias.`, as read() expects them.
    [[nodiscard]] static std::string columns(const Entity& entity, const std::string& alias);
    [[nodiscard]] static Record read(const Entity& entity, const Row& row);
    [[nodiscard]] static Record read(const Entity& entity, Row&& row); ///< takes its texts

private:
    [[nodiscard]] Status readStamps(const Entity& entity, const Id& id, MergeRow& row, std::int64_t& rooted);

    Database& m_database;
    std::optional<Record> m_looked; ///< at last, where the connection remembers nothing
};

} // namespace satchel::server
