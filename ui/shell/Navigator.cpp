// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Navigator.h"

namespace satchel::ui {

namespace {
constexpr std::size_t longest = 200;
}

void Navigator::went(const Place& place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > longest)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void Navigator::step(int by)
{
    const auto to = static_cast<std::ptrdiff_t>(m_at) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_places.size()))
        return;
    m_at = static_cast<std::size_t>(to);
    Q_EMIT wanted(m_places[m_at]);
}

} // namespace satchel::ui
