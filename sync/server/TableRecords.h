// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "sync/server/EntityTables.h"

namespace satchel::server {

/// The server's rows for the rules both ends share. A view of a connection, inside the caller's transaction.
class TableRecords final : public RecordSource {
public:
    explicit TableRecords(Database& database) : m_database(database), m_tables(database) {}

    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id) override;
    [[nodiscard]] Result<std::vector<Record>> where(const Entity& entity, const std::vector<Match>& matches) override;

private:
    Database& m_database;
    EntityTables m_tables;
};

} // namespace satchel::server
