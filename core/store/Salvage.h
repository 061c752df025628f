// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <functional>
#include <map>

namespace satchel {

/// What can still be read of a replica's database that may be damaged: every call gives what it can and fails never.
/// Nothing is written. A view of a connection.
class Salvage {
public:
    explicit Salvage(sqlite::Connection& connection) : m_connection(&connection) {}

    /// Whether the file is sound, as far as SQLite can tell; `thorough` compares the indexes with their tables too.
    [[nodiscard]] bool isSound(bool thorough);
    /// Whether every table and index is declared as the migrations have it.
    [[nodiscard]] bool hasItsTables();
    /// Only if it is whole.
    [[nodiscard]] std::optional<ReplicaIdentity> identity();
    /// A fact the replica keeps about itself.
    [[nodiscard]] std::vector<std::pair<std::string, Value>> facts();
    /// Rows as they are seen that are valid in form, what pending changes made of them included.
    void rows(const Entity& entity, const std::function<void(const Record&)>& take);
    /// The server's images of rows with pending changes; nothing for rows the server did not know.
    [[nodiscard]] std::map<RowKey, std::optional<RowUpsert>> bases();
    /// The columns that a table has, in order; empty if there is no such table.
    [[nodiscard]] std::vector<std::string> columns(const std::string& table);
    /// All rows of a table with a rowid, over what cannot be read.
    void through(const std::string& table, const std::vector<std::string>& columns,
                 const std::function<void(const sqlite::Statement&)>& take);
    /// The same of a table without rowids, up to what cannot be read.
    void all(const std::string& table, const std::vector<std::string>& columns,
             const std::function<void(const sqlite::Statement&)>& take);
    /// Statements or pages could not be read.
    [[nodiscard]] bool missedSomething() const { return m_missed; }

private:
    sqlite::Connection* m_connection;
    bool m_missed = false;
};

} // namespace satchel
