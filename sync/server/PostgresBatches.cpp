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

bool Batches::Batch::isFull() const
{
    return rows.size() >= rowsInOne || bytes >= bytesInOne;
}

bool Batches::Batch::precedes(const Many& other, const Bytes& key) const
{
    const bool differentRows = many->byId && other.byId && !keys.contains(key);
    return many->table == other.table && !differentRows;
}

Status Batches::send(const Posted& statements)
{
    std::list<Batch> open;
    const auto sendAndClose = [&](const auto& which) -> Status {
        for (auto batch = open.begin(); batch != open.end();) {
            if (!which(*batch)) {
                ++batch;
                continue;
            }
            SATCHEL_TRY(sendBatch(*batch));
            batch = open.erase(batch);
        }
        return Ok{};
    };
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const std::string& sql = statements.sql(i);
        const Cells parameters = statements.parameters(i);
        const Many* const many = formOf(sql);
        if (many == nullptr) { // it may concern any of them
            SATCHEL_TRY(sendAndClose([](const Batch&) { return true; }));
            SATCHEL_TRY(m_line.post(sql, parameters));
            continue;
        }
        const Bytes key = many->keyed ? keyOf(*many, parameters) : Bytes();
        SATCHEL_TRY(sendAndClose([&](const Batch& batch) {
            return batch.many == many ? batch.keys.contains(key) || batch.isFull() : batch.precedes(*many, key);
        }));
        auto batch = std::find_if(open.begin(), open.end(), [&](const Batch& other) { return other.many == many; });
        if (batch == open.end())
            batch = open.insert(batch, Batch{.many = many, .sql = &sql, .rows = {}, .keys = {}});
        batch->rows.push_back(parameters);
        batch->bytes += sizeOf(parameters);
        if (many->keyed)
            batch->keys.insert(key);
    }
    return sendAndClose([](const Batch&) { return true; });
}

Status Batches::sendBatch(const Batch& batch)
{
    if (batch.rows.size() > 1)
        return m_line.postMany(*batch.sql, batch.rows);
    return m_line.post(*batch.sql, batch.rows.front());
}

} // namespace satchel::server::postgres
