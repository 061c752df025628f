// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Deletion.h"

#include "core/rules/Access.h"

#include <set>

namespace satchel::ui {

namespace {

constexpr int mostRows = 2000; ///< of one kind that refer to one row

bool refersTo(const Field& field, const Entity& target)
{
    return field.type == FieldType::Reference && field.references == target.name;
}

} // namespace

Result<Deletion> Deletion::remember(Replica& replica, const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(const auto row, replica.find(entity, id));
    if (!row)
        return Error{ErrorKind::NotFound, "This record is no longer on this laptop."};
    Deletion deletion;
    deletion.m_rows.push_back(*row);
    SATCHEL_TRY(deletion.follow(replica));
    return deletion;
}

Status Deletion::follow(Replica& replica)
{
    std::set<Id> seen = {m_rows.front().id};
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const Entity& target = *m_rows[at].entity;
        for (const Entity& entity : schema::entities())
            for (std::size_t i = 0; i < entity.fields.size() && !entity.internal; ++i) {
                if (!refersTo(entity.fields[i], target))
                    continue;
                const Query query{.entity = &entity,
                                  .search = {},
                                  .filters = {{i, Comparison::Equal, Value(m_rows[at].id)}},
                                  .orderBy = {},
                                  .limit = mostRows,
                                  .after = {}};
                SATCHEL_ASSIGN(const Page page, replica.list(query));
                for (const Record& row : page.rows)
                    if (seen.insert(row.id).second)
                        m_rows.push_back(row);
            }
    }
    return Ok{};
}

Result<std::vector<Edit>> Deletion::restoring(Replica& replica) const
{
    SATCHEL_ASSIGN(const auto identity, replica.identity());
    std::vector<Edit> edits;
    for (const Record& row : m_rows) {
        SATCHEL_ASSIGN(const auto still, replica.find(*row.entity, row.id));
        if (still || !identity)
            continue;
        Edit edit{.kind = OperationKind::Create, .entity = row.entity, .id = row.id, .values = {}};
        for (std::size_t i = 0; i < row.values.size(); ++i)
            if (mayWriteField(identity->role, *row.entity, row.entity->fields[i])) // the server still has the others
                edit.values.emplace_back(i, row.values[i]);
        edits.push_back(std::move(edit));
    }
    return edits;
}

} // namespace satchel::ui
