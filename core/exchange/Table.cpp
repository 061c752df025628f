// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Table.h"

#include "core/base/Files.h"
#include "core/exchange/Csv.h"
#include "core/exchange/Xlsx.h"

#include <set>

namespace satchel {

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

Status checkHeader(const std::vector<std::string>& header)
{
    if (header.size() > maxTableColumns)
        return Error{ErrorKind::TooLarge, "The file has more than " + std::to_string(maxTableColumns) + " columns."};
    std::set<std::string_view> seen;
    for (const std::string& name : header)
        if (!name.empty() && !seen.insert(name).second)
            return invalid("The file has two columns named \"" + name + "\".");
    if (seen.empty())
        return invalid("The first line of the file does not name its columns.");
    return Ok{};
}

std::string placeOf(const Table& table, std::size_t line)
{
    return (table.sheet ? "row " : "line ") + std::to_string(line);
}

Result<Table> readTable(std::string_view bytes, const std::string& sheet)
{
    if (isXlsx(bytes))
        return readXlsx(bytes, sheet);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return invalid("The file is a workbook of an old format, or one with a password; save it as .xlsx without a "
                       "password.");
    if (!sheet.empty())
        return invalid("Only a workbook (.xlsx) has sheets; this file is none.");
    const std::string_view first = bytes.substr(0, bytes.find('\n'));
    const bool semicolons = first.find(';') != std::string_view::npos && first.find(',') == std::string_view::npos;
    SATCHEL_ASSIGN(Table table, readCsv(bytes, semicolons ? ';' : ','));
    table.semicolons = semicolons;
    for (TableRow& row : table.rows)
        for (std::string& cell : row.cells)
            cell = plainCell(cell);
    return table;
}

Result<Table> readTableFile(const std::string& path, const std::string& sheet)
{
    if (fileLength(path).value_or(0) > static_cast<std::int64_t>(maxCsvBytes))
        return Error{ErrorKind::TooLarge, "The file " + path + " is larger than 256 MiB; split it."};
    SATCHEL_ASSIGN(const std::string bytes, readFile(path));
    return readTable(bytes, sheet);
}

} // namespace satchel
