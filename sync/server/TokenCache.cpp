// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/TokenCache.h"

namespace satchel::server {

namespace {
constexpr std::size_t mostKept = 100'000; // some 300 bytes each; then it begins anew
} // namespace

std::shared_ptr<const Caller> TokenCache::find(const Bytes& hash, const RightsState& state, Milliseconds now)
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_state == state ? m_known.find(hash) : m_known.end();
    return known == m_known.end() || known->second.expires <= now ? nullptr : known->second.caller;
}

void TokenCache::keep(const Bytes& hash, const RightsState& state, std::shared_ptr<const Caller> caller,
                      Milliseconds expires)
{
    const std::lock_guard guard(m_mutex);
    if (m_state != state || m_known.size() >= mostKept)
        m_known.clear();
    m_state = state;
    m_known[hash] = {std::move(caller), expires};
}

bool TokenCache::recentlyGood(const Bytes& hash, Milliseconds now)
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_known.find(hash);
    return known != m_known.end() && known->second.expires > now;
}

} // namespace satchel::server
