// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"

#include <map>

namespace satchel::test {

/// Records that a story of pure rules is told about, without any database. Ids count upwards, so that "the smaller id"
/// is the record that was added earlier.
class RecordsInMemory final : public RecordSource {
public:
    using Fields = std::vector<std::pair<const char*, Value>>;
    Id add(const char* entity, const Fields& fields)
    {
        Id id;
        id.bytes[14] = static_cast<unsigned char>(++m_count >> 8U);
        id.bytes[15] = static_cast<unsigned char>(m_count);
        Record record(schema::entity(entity), id);
        for (const auto& [field, value] : fields)
            record.set(field, value);
        m_rows[record.entity].emplace(id, std::move(record));
        return id;
    }
    void set(const char* entity, const Id& id, const char* field, Value value)
    {
        m_rows[&schema::entity(entity)].at(id).set(field, std::move(value));
    }
    /// A record that knows its id, in place of the one that is there.
    void put(const Record& record) { m_rows[record.entity].insert_or_assign(record.id, record); }
    void remove(const char* entity, const Id& id) { m_rows[&schema::entity(entity)].erase(id); }
    [[nodiscard]] Record record(const char* entity, const Id& id) { return m_rows[&schema::entity(entity)].at(id); }

    Result<std::optional<Record>> find(const Entity& entity, const Id& id) override
    {
        const auto found = m_rows[&entity].find(id);
        return found == m_rows[&entity].end() ? std::optional<Record>() : std::optional(found->second);
    }
    Result<std::vector<Record>> where(const Entity& entity, const std::vector<Match>& matches) override
    {
        std::vector<Record> rows;
        for (const auto& [id, record] : m_rows[&entity]) {
            bool fits = true;
            for (const Match& match : matches)
                fits = fits && record.values[match.field] == match.value;
            if (fits)
                rows.push_back(record);
        }
        return rows;
    }

private:
    unsigned m_count = 0;
    std::map<const Entity*, std::map<Id, Record>> m_rows;
};

} // namespace satchel::test
