// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Csv.h"
#include "core/exchange/Mapping.h"
#include "core/schema/Schema.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

/// CSV files from outside: reading, bringing columns and fields together, writing again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Exact exact(data, size);
    const auto table = readCsv(exact.view());
    if (!table.ok() || table->header.front().starts_with("\xEF\xBB\xBF")) // a name that looks like a file's mark
        return 0;
    std::string written = csvLine(table->header);
    for (const TableRow& row : table->rows)
        written += csvLine(row.cells);
    const auto again = readCsv(written);
    must(again.ok() && again->header == table->header, "a written file can be read");
    for (const TableRow& row : table->rows)
        for (const std::string& cell : row.cells)
            must(plainCell(harmlessCell(cell)) == cell, "what makes a cell harmless can be taken away again");
    for (const Entity& entity : schema::entities()) {
        ImportOptions options{.entity = &entity};
        for (const std::string& name : table->header)
            options.columns.emplace_back(name, name);
        (void)makeMapping(options, table->header);
        options.columns.clear();
        if (const auto mapping = makeMapping(options, table->header); mapping.ok())
            for (const Source& source : mapping->sources)
                must(source.field < entity.fields.size(), "a column goes to a field that is there");
    }
    return 0;
}
