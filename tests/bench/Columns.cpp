// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Plain.h"

#include <map>
#ifdef SATCHEL_BENCH_ZSTD
#include <zstd.h>
#endif

namespace satchel::bench {

namespace {

void appendNumber(std::string& bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(static_cast<char>(number | 0x80));
    bytes.push_back(static_cast<char>(number));
}

// Ids are written out where their row is told, and named by its number everywhere else.
using RowNumbers = std::map<std::vector<char>, std::uint64_t>;

void appendCell(std::string& bytes, const PlainCell& cell, bool ownId, RowNumbers& numbers)
{
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        appendNumber(bytes, static_cast<std::uint64_t>(*integer) << 1);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        appendNumber(bytes, text->size() + 1);
        bytes += *text;
    } else if (const auto* blob = std::get_if<std::vector<char>>(&cell)) {
        const auto [known, fresh] = numbers.emplace(*blob, numbers.size() + 1);
        appendNumber(bytes, ownId ? 0 : known->second);
        if (ownId || fresh)
            bytes.append(blob->data(), blob->size());
    } else {
        bytes.push_back('\0');
    }
}

// What follows from the rest and need not travel.
bool derived(const PlainTable& table, const std::string& column)
{
    return column == "n" || column == "sort" || table.name.starts_with("search_");
}

} // namespace

std::size_t columnBytes(const std::vector<PlainTable>& tables)
{
    std::string bytes;
    RowNumbers numbers;
    for (const PlainTable& table : tables)
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (!derived(table, table.columns[i]))
                for (const auto& row : table.rows)
                    appendCell(bytes, row[i], table.columns[i] == "id", numbers);
#ifdef SATCHEL_BENCH_ZSTD
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    return ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3);
#else
    return 0;
#endif
}

} // namespace satchel::bench
