// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RowHash.h"

#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

void RowHash::begin(const Entity& entity)
{
    m_entity = &entity;
    m_order.resize(entity.fields.size());
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_order[i] = i;
    std::sort(m_order.begin(), m_order.end(),
              [&](std::size_t a, std::size_t b) { return entity.fields[a].number < entity.fields[b].number; });
}

Bytes16 RowHash::of(const Entity& entity, const sqlite::Statement& statement)
{
    using Type = sqlite::Statement::Type;
    if (m_entity != &entity)
        begin(entity);
    m_filled.clear();
    for (const std::size_t field : m_order)
        if (const Type type = statement.type(static_cast<int>(field) + 3); type != Type::Null)
            m_filled.emplace_back(field, type);
    m_writer.clear();
    m_writer.array(4);
    m_writer.integer(entity.number);
    m_writer.bytes(statement.id(0).view());
    m_writer.integer(statement.integer(1));
    m_writer.map(m_filled.size());
    for (const auto& [field, type] : m_filled) {
        const int column = static_cast<int>(field) + 3;
        m_writer.integer(entity.fields[field].number);
        if (type == Type::Integer)
            m_writer.integer(statement.integer(column));
        else if (type == Type::Text)
            m_writer.text(statement.text(column));
        else
            m_writer.bytes(statement.blob(column));
    }
    return blake2b128(m_digestKey, m_writer.written());
}

Bytes16 RowHash::of(const Record& record) const
{
    return rowHash(m_digestKey, record);
}

} // namespace satchel
