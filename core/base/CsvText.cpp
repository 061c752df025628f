// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"

namespace satchel {

namespace {

bool isDangerous(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" '");
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
}

bool isPlainNumber(std::string_view cell)
{
    if (!cell.starts_with('+') && !cell.starts_with('-'))
        return false;
    const std::string_view rest = cell.substr(1);
    return rest.find_first_of("0123456789") != std::string_view::npos &&
           rest.find_first_not_of("0123456789. ()") == std::string_view::npos;
}

} // namespace

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& cell = cells[i];
        if (i != 0)
            line += ',';
        // A row of one empty cell would read as a blank line.
        const bool needed = cell.find_first_of(",\"\r\n") != std::string::npos || cell.starts_with(' ') ||
                            cell.ends_with(' ') || (cells.size() == 1 && cell.empty());
        if (!needed) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell)
            line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line + "\r\n";
}

std::string harmlessCell(std::string_view cell)
{
    const bool guarded = isDangerous(cell) && !isPlainNumber(cell);
    return (guarded ? "'" : "") + std::string(cell);
}

std::string plainCell(std::string_view cell)
{
    return std::string(cell.starts_with('\'') && isDangerous(cell) ? cell.substr(1) : cell);
}

} // namespace satchel
