// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UnknownFields.h"

#include "core/store/Rows.h"

#include <set>

namespace satchel {

Result<bool> UnknownFields::any()
{
    // "None" is not remembered: another view of the same connection may have stored the first one since.
    if (!m_any) {
        SATCHEL_ASSIGN(const std::int64_t found, m_connection.integer("SELECT EXISTS(SELECT 1 FROM unknown_field)"));
        m_any = found != 0;
    }
    return m_any;
}

Status UnknownFields::load(Record& record)
{
    SATCHEL_ASSIGN(const bool some, any());
    if (!some)
        return Ok{};
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT field, value FROM unknown_field "
                                                        "WHERE entity=?1 AND row=?2 ORDER BY field"));
    statement.bind(1, std::int64_t{record.entity->number}).bind(2, record.id);
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        record.unknown.emplace_back(static_cast<int>(statement.integer(0)), statement.value(1));
    }
}

Status UnknownFields::store(const Record& record)
{
    SATCHEL_TRY(forget({record.entity->number, record.id}));
    for (const auto& [number, value] : record.unknown) {
        if (value.isNull())
            continue;
        SATCHEL_ASSIGN(auto insert, m_connection.prepare("INSERT INTO unknown_field(entity, row, field, value) "
                                                         "VALUES(?1, ?2, ?3, ?4)"));
        insert.bind(1, std::int64_t{record.entity->number}).bind(2, record.id).bind(3, std::int64_t{number});
        SATCHEL_TRY(insert.bind(4, value).run());
        m_any = true;
    }
    return Ok{};
}

Status UnknownFields::forget(const RowKey& key)
{
    SATCHEL_ASSIGN(const bool some, any());
    if (!some)
        return Ok{};
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM unknown_field WHERE entity=?1 AND row=?2"));
    return statement.bind(1, std::int64_t{key.entity}).bind(2, key.id).run();
}

Status UnknownFields::adopt(sqlite::Connection& connection)
{
    std::set<std::pair<int, int>> known; // entities with fields this program has learned of
    {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT DISTINCT entity, field FROM unknown_field"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const auto number = static_cast<int>(statement.integer(0));
            const auto field = static_cast<int>(statement.integer(1));
            const Entity* entity = schema::entityNumbered(number);
            if (entity != nullptr && entity->indexOfNumber(field))
                known.insert({number, field});
        }
    }
    if (known.empty())
        return Ok{};
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    for (const auto& [number, field] : known) {
        const Entity& entity = *schema::entityNumbered(number);
        std::vector<Id> ids;
        {
            SATCHEL_ASSIGN(auto statement,
                           connection.prepare("SELECT row FROM unknown_field WHERE entity=?1 AND field=?2"));
            statement.bind(1, std::int64_t{number}).bind(2, std::int64_t{field});
            for (;;) {
                SATCHEL_ASSIGN(const bool found, statement.step());
                if (!found)
                    break;
                ids.push_back(statement.id(0));
            }
        }
        Rows rows(connection);
        for (const Id& id : ids) {
            SATCHEL_ASSIGN(auto record, rows.find(entity, id));
            if (!record)
                continue;
            for (const auto& [kept, value] : record->unknown)
                if (kept == field)
                    record->values[*entity.indexOfNumber(field)] = value;
            std::erase_if(record->unknown, [&](const auto& each) { return each.first == field; });
            SATCHEL_TRY(rows.put(*record));
        }
        SATCHEL_ASSIGN(auto rest, connection.prepare("DELETE FROM unknown_field WHERE entity=?1 AND field=?2"));
        SATCHEL_TRY(rest.bind(1, std::int64_t{number}).bind(2, std::int64_t{field}).run());
    }
    return transaction.commit();
}

} // namespace satchel
