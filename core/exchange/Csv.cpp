// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Csv.h"

#include "core/base/Bytes.h"

#include <algorithm>
#include <csv.h>

namespace satchel {

namespace {

Error atLine(std::size_t line, const std::string& what)
{
    return invalid("Line " + std::to_string(line) + " of the file " + what);
}

// libcsv calls back for each cell and each row; it is fed line by line, so that a row knows its line.
class Reader {
public:
    explicit Reader(char delimiter)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; }); // spaces belong to the cell (RFC 4180, 2.4)
    }
    ~Reader() { csv_free(&m_parser); }
    Reader(const Reader&) = delete;

    Result<std::vector<TableRow>> read(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size() - 1);
            const std::string_view line = text.substr(0, end + 1);
            text.remove_prefix(end + 1);
            ++m_line;
            if (csv_parse(&m_parser, line.data(), line.size(), onCell, onRow, this) != line.size())
                return failure();
            if (m_rows.size() > maxTableRows + 1)
                return Error{ErrorKind::TooLarge,
                             "The file has more than " + std::to_string(maxTableRows) + " rows; split it."};
        }
        if (csv_fini(&m_parser, onCell, onRow, this) != 0)
            return csv_error(&m_parser) == CSV_EPARSE
                       ? atLine(m_line, "ends within quotation marks: one that was opened is never closed.")
                       : failure();
        return std::move(m_rows);
    }

private:
    Error failure()
    {
        if (csv_error(&m_parser) == CSV_EPARSE)
            return atLine(m_line, "is not correct CSV: a quotation mark stands where none may be.");
        return Error{ErrorKind::Full, "There is not enough memory to read the file."};
    }

    static void onCell(void* cell, std::size_t size, void* self)
    {
        static_cast<Reader*>(self)->m_cells.emplace_back(static_cast<const char*>(cell), size);
    }
    static void onRow(int, void* self)
    {
        auto& reader = *static_cast<Reader*>(self);
        std::size_t breaks = 0; // a row is known at its end; it began where its quoted line breaks did
        for (const std::string& cell : reader.m_cells)
            breaks += static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '\n'));
        reader.m_rows.push_back({reader.m_line - std::min(breaks, reader.m_line - 1), std::move(reader.m_cells)});
        reader.m_cells.clear();
    }

    csv_parser m_parser{};
    std::size_t m_line = 0;
    std::vector<std::string> m_cells;
    std::vector<TableRow> m_rows;
};

// Says which line, because an editor can go there.
Status checkText(std::string_view text)
{
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        if (!isStorableText(text.substr(0, end + 1)))
            return atLine(line, "is not text in UTF-8; save the file as UTF-8 and try again.");
        text.remove_prefix(end + 1);
    }
    return Ok{};
}

} // namespace

Result<Table> readCsv(std::string_view text, char delimiter)
{
    if (text.size() > maxCsvBytes)
        return Error{ErrorKind::TooLarge, "The file is larger than 256 MiB; split it."};
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    SATCHEL_TRY(checkText(text));
    SATCHEL_ASSIGN(auto rows, Reader(delimiter).read(text));
    if (rows.empty())
        return invalid("The file is empty; its first line must name the columns.");
    Table table;
    for (const std::string& cell : rows.front().cells)
        table.header.push_back(trimmed(cell));
    SATCHEL_TRY(checkHeader(table.header));
    rows.erase(rows.begin());
    table.rows = std::move(rows);
    return table;
}

} // namespace satchel
