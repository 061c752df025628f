// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Outgoing.h"

#include <algorithm>

namespace satchel::server {

namespace {

constexpr std::size_t mostWaiting = 2000;
constexpr std::size_t mostBytes = std::size_t{2} << 20;

} // namespace

std::size_t sizeOf(Cells cells)
{
    std::size_t size = 0;
    for (const Cell& cell : cells)
        size += 16 + contentOf(cell).size();
    return size;
}

void Posted::add(const std::string& sql, Cells parameters)
{
    m_statements.push_back({&sql, m_cells.size(), parameters.size()});
    m_cells.insert(m_cells.end(), parameters.begin(), parameters.end());
    m_bytes += sizeOf(parameters);
}

void Posted::cut(std::size_t i)
{
    if (i >= m_statements.size())
        return;
    const std::size_t first = m_statements[i].first;
    m_bytes -= sizeOf(Cells(m_cells).subspan(first));
    m_cells.resize(first);
    m_statements.resize(i);
}

const std::string& Outgoing::kept(std::string_view sql)
{
    const auto known = m_texts.find(sql);
    return known != m_texts.end() ? *known : *m_texts.emplace(sql).first;
}

void Outgoing::add(std::string_view sql, Cells parameters)
{
    m_waiting.add(kept(sql), parameters);
}

bool Outgoing::isFull() const
{
    return m_waiting.size() >= mostWaiting || m_waiting.bytes() >= mostBytes;
}

std::size_t Outgoing::ready() const
{
    const auto first = std::find_if(m_marks.begin(), m_marks.end(), [](const Mark& mark) { return !mark.made; });
    return first == m_marks.end() ? m_waiting.size() : first->at;
}

bool Outgoing::undo()
{
    if (m_marks.empty())
        return false;
    const Mark& mark = m_marks.back();
    m_waiting.cut(mark.at);
    return mark.made;
}

void Outgoing::release()
{
    if (m_marks.empty())
        return;
    if (m_marks.back().made)
        add("RELEASE SAVEPOINT " + name(), {});
    m_marks.pop_back();
}

void Outgoing::forget()
{
    m_waiting = {};
    m_marks.clear();
}

Posted Outgoing::takeReady()
{
    const std::size_t count = ready();
    Posted taken = std::exchange(m_waiting, {});
    for (std::size_t i = count; i < taken.size(); ++i)
        m_waiting.add(taken.sql(i), taken.parameters(i));
    taken.cut(count);
    for (Mark& mark : m_marks)
        mark.at -= std::min(mark.at, count);
    return taken;
}

Posted Outgoing::takeAll(bool marksToo)
{
    if (m_marks.empty())
        return std::exchange(m_waiting, {});
    const Posted waiting = std::exchange(m_waiting, {});
    Posted all;
    std::size_t next = 0;
    const auto addUpTo = [&](std::size_t end) {
        for (; next < end; ++next)
            all.add(waiting.sql(next), waiting.parameters(next));
    };
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        Mark& mark = m_marks[i];
        if (!mark.made && (marksToo || mark.at < waiting.size())) {
            addUpTo(mark.at);
            all.add(kept("SAVEPOINT " + nameOf(i + 1)), {});
            mark.made = true;
        }
        mark.at = 0;
    }
    addUpTo(waiting.size());
    return all;
}

} // namespace satchel::server
