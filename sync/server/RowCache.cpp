// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/RowCache.h"

namespace satchel::server {

RowCache::Entry* RowCache::find(const RowKey& key)
{
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : &found->second;
}

RowCache::Entry& RowCache::keep(const RowKey& key, Entry entry)
{
    return m_rows[key] = std::move(entry);
}

const std::set<Scope>* RowCache::scopesOf(const Id& row) const
{
    const auto found = m_scopes.find(row);
    return found == m_scopes.end() ? nullptr : &found->second;
}

const std::set<Scope>& RowCache::keepScopes(const Id& row, std::set<Scope> scopes)
{
    return m_scopes[row] = std::move(scopes);
}

void RowCache::forgetScopes(const Id& row)
{
    m_scopes.erase(row);
    m_moved.push_back(row);
}

void RowCache::shed()
{
    m_rows.clear();
    m_scopes.clear();
    m_written.clear();
    m_moved.clear();
    for (auto& mark : m_marks)
        mark = {};
    m_shed = true;
}

void RowCache::settle()
{
    m_written.clear();
    m_moved.clear();
    m_marks.clear();
    m_shed = false;
}

void RowCache::undo()
{
    if (m_marks.empty())
        return;
    if (m_shed)
        shed();
    const auto [written, moved] = m_marks.back();
    for (std::size_t i = written; i < m_written.size(); ++i)
        m_rows.erase(m_written[i]);
    for (std::size_t i = moved; i < m_moved.size(); ++i)
        m_scopes.erase(m_moved[i]);
    m_written.resize(written);
    m_moved.resize(moved);
}

void RowCache::release()
{
    if (!m_marks.empty())
        m_marks.pop_back();
}

} // namespace satchel::server
