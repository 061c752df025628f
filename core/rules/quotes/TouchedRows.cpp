// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/TouchedRows.h"

#include "core/rules/quotes/GuardCase.h"

namespace satchel::quotes {

namespace {

// What is wrong now may be right with a later part (one of two prices goes, say). So much of it is waited for.
constexpr std::size_t mostDoubtful = 1000;

} // namespace

void TouchedRows::remember(const Entity& entity, const Id& id, std::optional<Record> before)
{
    m_known.insert({entity.number, id});
    m_rows.push_back({.entity = &entity, .id = id, .before = std::move(before)});
}

Result<std::optional<Objection>> TouchedRows::partDone(const Author& author, RecordSource& now)
{
    std::set<RowKey> doubtful;
    {
        GuardCase look(m_rows, author, now);
        SATCHEL_ASSIGN(doubtful, doubtfulOnes(look, m_prices));
    }
    std::erase_if(m_rows, [&](const Touched& row) {
        const RowKey key{row.entity->number, row.id};
        const bool goes = standsAlone(*row.entity) && !doubtful.contains(key);
        if (goes)
            m_known.erase(key);
        return goes;
    });
    return doubtful.size() > mostDoubtful ? objection(author, now)
                                          : Result<std::optional<Objection>>(std::optional<Objection>());
}

Result<std::optional<Objection>> TouchedRows::objection(const Author& author, RecordSource& now)
{
    if (m_rows.empty() && m_prices.empty())
        return std::optional<Objection>();
    SATCHEL_ASSIGN(std::optional<Objection> found, objectionTo(m_rows, author, now, &m_prices));
    return found;
}

void TouchedRows::clear()
{
    m_rows.clear();
    m_known.clear();
    m_prices.clear();
}

} // namespace satchel::quotes
