// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Export.h"

#include "core/exchange/Csv.h"
#include "core/schema/ValueText.h"

namespace satchel {

namespace {

std::string lineOf(const Record& record)
{
    std::vector<std::string> cells = {record.id.toString()};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        cells.push_back(harmlessCell(formatValue(record.entity->fields[i], record.values[i])));
    return csvLine(cells);
}

} // namespace

Result<ExportedCsv> exportCsv(Replica& replica, const Entity& entity)
{
    std::vector<std::string> header = {"id"};
    for (const Field& field : entity.fields)
        header.push_back(field.name);
    ExportedCsv exported{.text = csvLine(header)};
    Query query;
    query.entity = &entity;
    query.limit = 1000;
    do {
        SATCHEL_ASSIGN(const Page page, replica.list(query));
        for (const Record& record : page.rows) {
            exported.text += lineOf(record);
            ++exported.rows;
        }
        query.after = page.next;
    } while (!query.after.empty());
    return exported;
}

} // namespace satchel
