// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/DatabasePool.h"

namespace satchel::server {

Result<DatabasePool::Lease> DatabasePool::lease()
{
    {
        const std::lock_guard guard(m_mutex);
        if (!m_waiting.empty()) {
            auto database = std::move(m_waiting.back());
            m_waiting.pop_back();
            return Lease(*this, std::move(database));
        }
    }
    SATCHEL_ASSIGN(auto database, m_factory.connect());
    return Lease(*this, std::move(database));
}

DatabasePool::Lease::~Lease()
{
    if (!m_database)
        return;
    m_database->rollback(); // nothing may be left open for the next one
    const std::lock_guard guard(m_pool->m_mutex);
    m_pool->m_waiting.push_back(std::move(m_database));
}

void DatabasePool::Lease::discard()
{
    m_database.reset();
    std::vector<std::unique_ptr<Database>> closing;
    const std::lock_guard guard(m_pool->m_mutex);
    closing.swap(m_pool->m_waiting);
}

} // namespace satchel::server
