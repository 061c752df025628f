// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresBatches.h"

#include <algorithm>
#include <list>

namespace satchel::server::postgres {

namespace {

constexpr std::size_t rowsInOne = 500;
constexpr std::size_t bytesInOne = std::size_t{1} << 20;

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

const Many* Batches::formOf(const std::string& sql)
{
    auto known = m_forms.find(sql);
    if (known == m_forms.end())
        known = m_forms.emplace(sql, manyOf(sql)).first;
    return known->second ? &*known->second : nullptr;
}

// What has another form than all that waits for the same table goes behind it.
Status Batches::send(const Posted& statements)
{
    std::list<Batch> open;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const std::string& sql = statements.sql(i);
        const Cells parameters = statements.parameters(i);
        const Many* const many = formOf(sql);
        if (many == nullptr) { // it may concern any of them
            for (const Batch& batch : open)
                SATCHEL_TRY(sendBatch(batch));
            open.clear();
            SATCHEL_TRY(m_line.post(sql, parameters));
            continue;
        }
        auto batch = std::find_if(open.begin(), open.end(),
                                  [&](const Batch& other) { return other.many->table == many->table; });
        const Bytes key = many->keyed ? keyOf(*many, parameters) : Bytes();
        if (batch != open.end() && (*batch->sql != sql || batch->keys.contains(key) ||
                                    batch->rows.size() >= rowsInOne || batch->bytes >= bytesInOne)) {
            SATCHEL_TRY(sendBatch(*batch));
            open.erase(batch);
            batch = open.end();
        }
        if (batch == open.end())
            batch = open.insert(batch, Batch{.many = many, .sql = &sql, .rows = {}, .keys = {}});
        batch->rows.push_back(parameters);
        batch->bytes += sizeOf(parameters);
        if (many->keyed)
            batch->keys.insert(key);
    }
    for (const Batch& batch : open)
        SATCHEL_TRY(sendBatch(batch));
    return Ok{};
}

Status Batches::sendBatch(const Batch& batch)
{
    if (batch.rows.size() > 1)
        return m_line.postMany(*batch.sql, batch.rows);
    return m_line.post(*batch.sql, batch.rows.front());
}

} // namespace satchel::server::postgres
