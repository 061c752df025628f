// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Moment.h"
#include "core/store/ReplicaRecords.h"

#include <unordered_map>

namespace satchel {

/// A replica's rows, each looked up once: a quote names the same accounts, products and promotions again and again.
/// Lives for one deed, on the replica's thread, and does not notice what is written meanwhile.
class CachedRecords final : public RecordSource {
public:
    explicit CachedRecords(sqlite::Connection& connection) : m_records(connection) {}

    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id) override
    {
        auto& rows = m_rows[entity.number];
        if (const auto known = rows.find(id); known != rows.end())
            return known->second;
        SATCHEL_ASSIGN(auto record, m_records.find(entity, id));
        return rows.emplace(id, std::move(record)).first->second;
    }
    [[nodiscard]] Result<std::vector<Record>> where(const Entity& entity, const std::vector<Match>& matches) override
    {
        return m_records.where(entity, matches);
    }
    [[nodiscard]] Result<std::vector<Record>> whereAny(const Entity& entity, std::vector<Match> matches,
                                                       std::size_t field, const std::vector<Id>& values) override
    {
        return m_records.whereAny(entity, std::move(matches), field, values);
    }
    [[nodiscard]] Result<std::vector<Record>> findAll(const Entity& entity, const std::vector<Id>& ids) override
    {
        return m_records.findAll(entity, ids);
    }

private:
    ReplicaRecords m_records;
    std::unordered_map<int, std::unordered_map<Id, std::optional<Record>>> m_rows;
};

} // namespace satchel
