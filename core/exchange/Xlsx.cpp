// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Xlsx.h"

#include "core/base/Bytes.h"
#include "core/exchange/Workbook.h"

#include <charconv>

namespace satchel {

namespace {

constexpr std::size_t maxPlaces = 10'000'000; // a row with one cell far to the right has many that are empty

Error tooManyCells()
{
    return Error{ErrorKind::TooLarge, "The sheet has more than 1,000,000 rows or 10,000,000 cells; split it."};
}

Error notInOrder()
{
    return invalid(
        "The sheet has cells that are not where they say; open the file in a spreadsheet program and save it "
        "again.");
}

// Reads the cells of a sheet, in its order, into rows.
class SheetReader final : public XmlListener {
public:
    explicit SheetReader(const Workbook& workbook) : m_workbook(workbook) {}

    Status begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "sheetData")
            m_inside = true;
        if (!m_inside)
            return Ok{};
        if (name == "row")
            return beginRow(attributes);
        if (name == "c")
            return beginCell(attributes);
        m_hasFormula = m_hasFormula || name == "f";
        m_hasValue = m_hasValue || name == "v" || name == "is";
        m_silent += name == "rPh" ? 1 : 0;
        m_listening = m_silent == 0 && (name == "v" || name == "t");
        return Ok{};
    }

    Status end(std::string_view name) override
    {
        m_listening = false;
        m_silent -= name == "rPh" ? 1 : 0;
        if (m_inside && name == "c")
            return endCell();
        if (m_inside && name == "row")
            return endRow();
        m_inside = m_inside && name != "sheetData";
        return Ok{};
    }

    Status text(std::string_view text) override
    {
        if (m_listening)
            m_text += text;
        if (m_text.size() > maxXlsxText)
            return Error{ErrorKind::TooLarge, "Row " + std::to_string(m_row) + " has a text of more than 1 MiB."};
        return Ok{};
    }

    std::vector<TableRow> rows; ///< without blank ones

private:
    Status beginRow(const Attributes& attributes)
    {
        const std::string_view number = attribute(attributes, "r");
        std::size_t row = m_row + 1;
        if (!number.empty() &&
            std::from_chars(number.data(), number.data() + number.size(), row).ptr != number.data() + number.size())
            return notInOrder();
        if (row <= m_row || row > 1048576)
            return notInOrder();
        m_row = row;
        m_column = 0;
        m_current = {.line = row, .cells = {}};
        return Ok{};
    }

    Status beginCell(const Attributes& attributes)
    {
        if (const std::string_view reference = attribute(attributes, "r"); !reference.empty()) {
            const auto place = placeOfCell(reference);
            if (!place || place->row != m_row || place->column < m_column)
                return notInOrder();
            m_column = place->column;
        }
        m_type = attribute(attributes, "t");
        m_style = 0;
        const std::string_view style = attribute(attributes, "s");
        std::from_chars(style.data(), style.data() + style.size(), m_style);
        m_text.clear();
        m_hasFormula = m_hasValue = false;
        return Ok{};
    }

    Status endCell()
    {
        const std::size_t column = m_column++;
        SATCHEL_ASSIGN(std::string text, value(column));
        if (text.empty())
            return Ok{};
        if (column >= maxTableColumns)
            return Error{ErrorKind::TooLarge, "The sheet has something in column " + columnName(column) + " of row " +
                                                  std::to_string(m_row) + "; there may be " +
                                                  std::to_string(maxTableColumns) + " columns at most."};
        if (!isStorableText(text))
            return invalid("Cell " + columnName(column) + std::to_string(m_row) + " holds what is no text.");
        m_bytes += text.size() + 1;
        if (m_bytes > maxTableBytes)
            return Error{ErrorKind::TooLarge, "The sheet has more than 256 MiB of text; split it."};
        m_current.cells.resize(column);
        m_current.cells.push_back(std::move(text));
        return Ok{};
    }

    Status endRow()
    {
        if (m_current.cells.empty() && m_current.trouble.empty())
            return Ok{};
        m_places += m_current.cells.size();
        if (rows.size() > maxTableRows || m_places > maxPlaces)
            return tooManyCells();
        rows.push_back(std::move(m_current));
        m_current = {};
        return Ok{};
    }

    void complain(std::size_t column, const std::string& what)
    {
        if (m_current.trouble.empty())
            m_current.trouble = "Cell " + columnName(column) + std::to_string(m_row) + " " + what;
    }

    Result<std::string> value(std::size_t column)
    {
        if (!m_hasValue && m_hasFormula)
            complain(column, "is a formula that was never worked out; open the file in a spreadsheet program and save "
                             "it again.");
        if (!m_hasValue)
            return std::string();
        if (m_type == "s") {
            std::size_t index = m_workbook.strings.size();
            std::from_chars(m_text.data(), m_text.data() + m_text.size(), index);
            if (index >= m_workbook.strings.size())
                return invalid("Cell " + columnName(column) + std::to_string(m_row) +
                               " refers to a text that is missing.");
            return m_workbook.strings[index];
        }
        if (m_type == "str" || m_type == "inlineStr")
            return unescaped(m_text);
        if (m_type == "b")
            return std::string(m_text == "1" || m_text == "true" ? "true" : "false");
        if (m_type == "e") {
            complain(column, "holds an error (" + m_text + ").");
            return m_text;
        }
        if (m_type == "d") // a day without a time of day is written as midnight
            return m_text.ends_with("T00:00:00") || m_text.ends_with("T00:00:00Z") ? m_text.substr(0, 10) : m_text;
        const NumberKind kind = m_style < m_workbook.styles.size() ? m_workbook.styles[m_style] : NumberKind::Plain;
        return numberText(m_text, kind, m_workbook.since1904).value_or(m_text);
    }

    const Workbook& m_workbook;
    bool m_inside = false;
    bool m_listening = false;
    int m_silent = 0;
    std::size_t m_row = 0;
    std::size_t m_column = 0; ///< of the next cell
    std::size_t m_style = 0;
    std::string m_type;
    std::string m_text;
    bool m_hasFormula = false;
    bool m_hasValue = false;
    std::size_t m_bytes = 0;
    std::size_t m_places = 0;
    TableRow m_current;
};

} // namespace

bool isXlsx(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<Table> readXlsx(std::string_view bytes, const std::string& sheet)
{
    SATCHEL_ASSIGN(const Package package, Package::open(bytes));
    SATCHEL_ASSIGN(const Workbook workbook, Workbook::read(package));
    SATCHEL_ASSIGN(const Workbook::Sheet chosen, workbook.sheetNamed(sheet));
    SheetReader reader(workbook);
    SATCHEL_TRY(package.read(chosen.part, "The sheet", reader));
    if (reader.rows.empty())
        return invalid("The sheet is empty; its first row must name the columns.");
    Table table{.header = {}, .rows = {}, .sheet = true};
    for (const std::string& cell : reader.rows.front().cells)
        table.header.push_back(trimmed(cell));
    SATCHEL_TRY(checkHeader(table.header));
    if (reader.rows.size() * table.header.size() > maxPlaces)
        return tooManyCells();
    table.rows.assign(std::make_move_iterator(reader.rows.begin() + 1), std::make_move_iterator(reader.rows.end()));
    for (TableRow& row : table.rows)
        if (row.cells.size() < table.header.size())
            row.cells.resize(table.header.size());
    return table;
}

} // namespace satchel
