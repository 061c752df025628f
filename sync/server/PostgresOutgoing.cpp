// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresOutgoing.h"

#include <algorithm>
#include <list>

namespace satchel::server::postgres {

namespace {

constexpr std::size_t mostWaiting = 2000;
constexpr std::size_t mostBytes = std::size_t{2} << 20;
constexpr std::size_t rowsInOne = 500;
constexpr std::size_t bytesInOne = std::size_t{1} << 20;

std::size_t sizeOf(Cells cells)
{
    std::size_t size = 0;
    for (const Cell& cell : cells)
        size += 16 + contentOf(cell).size();
    return size;
}

// The values that name a row, so that no two rows have the same.
Bytes keyOf(const Many& many, Cells cells)
{
    Bytes key;
    for (const std::size_t place : many.key) {
        const Cell& cell = cells[place];
        const Bytes part = cell.index() == 1 ? std::to_string(std::get<1>(cell)) : Bytes(contentOf(cell));
        key += std::to_string(cell.index()) + ':' + std::to_string(part.size()) + ':' + part;
    }
    return key;
}

} // namespace

void Outgoing::add(std::string_view sql, Cells parameters)
{
    m_bytes += sizeOf(parameters);
    m_waiting.push_back({std::string(sql), std::vector<Cell>(parameters.begin(), parameters.end())});
}

bool Outgoing::isFull() const
{
    return m_waiting.size() >= mostWaiting || m_bytes >= mostBytes;
}

bool Outgoing::undo()
{
    const Mark& mark = m_marks.back();
    while (m_waiting.size() > mark.at) {
        m_bytes -= sizeOf(m_waiting.back().parameters);
        m_waiting.pop_back();
    }
    return mark.made;
}

void Outgoing::release()
{
    if (m_marks.back().made)
        add("RELEASE SAVEPOINT " + name(), {});
    m_marks.pop_back();
}

void Outgoing::forget()
{
    m_waiting.clear();
    m_marks.clear();
    m_bytes = 0;
}

const Many* Outgoing::formOf(const std::string& sql)
{
    auto known = m_forms.find(sql);
    if (known == m_forms.end())
        known = m_forms.emplace(sql, manyOf(sql)).first;
    return known->second ? &*known->second : nullptr;
}

Status Outgoing::send(bool marksToo)
{
    std::size_t sent = 0;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        Mark& mark = m_marks[i];
        if (!mark.made && (marksToo || mark.at < m_waiting.size())) {
            SATCHEL_TRY(sendPart(sent, mark.at));
            sent = mark.at;
            SATCHEL_TRY(m_line.post("SAVEPOINT " + nameOf(i + 1), {}));
            mark.made = true;
        }
    }
    SATCHEL_TRY(sendPart(sent, m_waiting.size()));
    m_waiting.clear();
    m_bytes = 0;
    for (Mark& mark : m_marks)
        mark.at = 0;
    return Ok{};
}

// What has another form than all that waits for the same table goes behind it.
Status Outgoing::sendPart(std::size_t from, std::size_t to)
{
    std::list<Batch> open;
    for (std::size_t i = from; i < to; ++i) {
        const Waiting& each = m_waiting[i];
        const Many* const many = formOf(each.sql);
        if (many == nullptr) { // it may concern any of them
            for (Batch& batch : open)
                SATCHEL_TRY(sendBatch(batch));
            open.clear();
            SATCHEL_TRY(m_line.post(each.sql, each.parameters));
            continue;
        }
        auto batch = std::find_if(open.begin(), open.end(),
                                  [&](const Batch& other) { return other.many->table == many->table; });
        const Bytes key = many->keyed ? keyOf(*many, each.parameters) : Bytes();
        if (batch != open.end() && (batch->sql != each.sql || batch->keys.contains(key) ||
                                    batch->rows.size() >= rowsInOne || batch->bytes >= bytesInOne)) {
            SATCHEL_TRY(sendBatch(*batch));
            open.erase(batch);
            batch = open.end();
        }
        if (batch == open.end())
            batch = open.insert(batch, Batch{.many = many, .sql = each.sql, .rows = {}, .keys = {}});
        batch->rows.push_back(&each.parameters);
        batch->bytes += sizeOf(each.parameters);
        if (many->keyed)
            batch->keys.insert(key);
    }
    for (Batch& batch : open)
        SATCHEL_TRY(sendBatch(batch));
    return Ok{};
}

Status Outgoing::sendBatch(Batch& batch)
{
    if (batch.rows.size() > 1)
        return m_line.postMany(batch.sql, batch.rows);
    return m_line.post(batch.sql, *batch.rows.front());
}

} // namespace satchel::server::postgres
