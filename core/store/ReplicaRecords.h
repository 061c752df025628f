// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "core/store/Replica.h"

namespace satchel {

/// A replica's seen rows for the rules both ends share. On the replica's thread, as short-lived as its caller likes.
class ReplicaRecords final : public RecordSource {
public:
    explicit ReplicaRecords(sqlite::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id) override;
    [[nodiscard]] Result<std::vector<Record>> where(const Entity& entity, const std::vector<Match>& matches) override;
    [[nodiscard]] Result<std::vector<Record>> whereAny(const Entity& entity, std::vector<Match> matches,
                                                       std::size_t field, const std::vector<Id>& values) override;
    [[nodiscard]] Result<std::vector<Record>> findAll(const Entity& entity, const std::vector<Id>& ids) override;

private:
    [[nodiscard]] Result<std::vector<Record>> among(const Entity& entity, const std::vector<Match>& matches,
                                                    const std::string& column, const std::vector<Id>& values);

    sqlite::Connection& m_connection;
};

} // namespace satchel
