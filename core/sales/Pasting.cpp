// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Pasting.h"

#include "core/sales/QuoteWork.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <array>

namespace satchel::sales {

namespace {

enum class Column { Product, Quantity, Unit, Discount, Price, Description, Other };

constexpr std::array<std::pair<std::string_view, Column>, 30> columnNames = {{{"product", Column::Product},
                                                                              {"code", Column::Product},
                                                                              {"sku", Column::Product},
                                                                              {"item", Column::Product},
                                                                              {"article", Column::Product},
                                                                              {"part number", Column::Product},
                                                                              {"part no", Column::Product},
                                                                              {"artikel", Column::Product},
                                                                              {"artikelnummer", Column::Product},
                                                                              {"produkt", Column::Product},
                                                                              {"teilenummer", Column::Product},
                                                                              {"quantity", Column::Quantity},
                                                                              {"qty", Column::Quantity},
                                                                              {"menge", Column::Quantity},
                                                                              {"anzahl", Column::Quantity},
                                                                              {"unit", Column::Unit},
                                                                              {"einheit", Column::Unit},
                                                                              {"discount", Column::Discount},
                                                                              {"discount %", Column::Discount},
                                                                              {"%", Column::Discount},
                                                                              {"rabatt", Column::Discount},
                                                                              {"rabatt %", Column::Discount},
                                                                              {"price", Column::Price},
                                                                              {"unit price", Column::Price},
                                                                              {"preis", Column::Price},
                                                                              {"einzelpreis", Column::Price},
                                                                              {"description", Column::Description},
                                                                              {"text", Column::Description},
                                                                              {"beschreibung", Column::Description},
                                                                              {"bezeichnung", Column::Description}}};

std::string trimmed(std::string text)
{
    // Spreadsheets like the space that does not break.
    for (std::size_t at = text.find("\xc2\xa0"); at != std::string::npos; at = text.find("\xc2\xa0"))
        text.replace(at, 2, " ");
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Column columnNamed(const std::string& cell)
{
    std::string name = trimmed(cell);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found =
        std::find_if(columnNames.begin(), columnNames.end(), [&](const auto& each) { return each.first == name; });
    return found == columnNames.end() ? Column::Other : found->second;
}

char delimiterOf(const std::string& text)
{
    const std::string_view first = std::string_view(text).substr(0, text.find('\n'));
    return first.find('\t') != std::string_view::npos ? '\t' : first.find(';') != std::string_view::npos ? ';' : ',';
}

// "12,30 EUR", "5 %": without what stands behind the number.
std::string without(std::string text, std::string_view ending)
{
    text = trimmed(std::move(text));
    if (!ending.empty() && text.ends_with(ending))
        text = trimmed(text.substr(0, text.size() - ending.size()));
    return text;
}

// Reads the cells of one row; the first thing that is wrong is the answer.
class RowOfCells {
public:
    RowOfCells(const PastedRow& row, const std::vector<Column>& columns) : m_row(row), m_columns(columns) {}

    [[nodiscard]] std::string text(Column column) const
    {
        for (std::size_t i = 0; i < m_columns.size() && i < m_row.cells.size(); ++i)
            if (m_columns[i] == column)
                return trimmed(m_row.cells[i]);
        return {};
    }
    // Nothing where the cell is empty.
    std::optional<Decimal> number(Column column, std::string_view ending, std::string_view what)
    {
        const std::string cell = text(column);
        if (cell.empty())
            return std::nullopt;
        const auto number = readNumber(without(cell, ending));
        if (!number && m_why.empty())
            m_why = std::string(what) + " " + inQuotes(cell) +
                    " is not a number, or one that could mean two; write it like 1500 or 1.5.";
        return number;
    }
    [[nodiscard]] const std::string& why() const { return m_why; }

private:
    const PastedRow& m_row;
    const std::vector<Column>& m_columns;
    std::string m_why;
};

Result<std::optional<std::string>> readRow(const PastedRow& row, const std::vector<Column>& columns, LineMaker& maker,
                                           const std::string& currency, NewLine& line)
{
    RowOfCells cells(row, columns);
    const std::string product = cells.text(Column::Product);
    line.description = cells.text(Column::Description);
    if (product.empty())
        return line.description.empty() ? std::optional<std::string>("No product is named.") : std::nullopt;
    const auto found = maker.finder().find(product);
    if (!found && found.error().kind != ErrorKind::NotFound && found.error().kind != ErrorKind::Invalid)
        return found.error();
    if (!found)
        return std::optional(found.error().message);
    line.product = *found;
    line.unit = cells.text(Column::Unit);
    line.quantity = cells.number(Column::Quantity, {}, "The quantity").value_or(line.quantity);
    line.discountPercent = cells.number(Column::Discount, "%", "The discount").value_or(Decimal{});
    line.price = cells.number(Column::Price, currency, "The price");
    if (!cells.why().empty())
        return std::optional(cells.why());
    return maker.objectionTo(line);
}

} // namespace

std::optional<Decimal> readNumber(std::string text)
{
    std::erase(text, ' ');
    const std::size_t point = text.rfind('.');
    const std::size_t comma = text.rfind(',');
    if (point != std::string::npos && comma != std::string::npos) {
        // Two kinds: the last one parts the decimals, the other groups digits.
        std::erase(text, point < comma ? '.' : ',');
        std::replace(text.begin(), text.end(), ',', '.');
        return Decimal::parse(text);
    }
    const std::size_t mark = std::min(point, comma);
    if (mark == std::string::npos)
        return Decimal::parse(text);
    const bool several = text.find_first_of(".,") != mark;
    const bool group = text.size() - mark == 4 && mark > 0 && mark <= 3 && text.front() != '0' && text.front() != '-';
    if (several || group)
        return std::nullopt;
    text[mark] = '.';
    return Decimal::parse(text);
}

Result<std::vector<PastedRow>> readRows(const std::string& text)
{
    const char delimiter = delimiterOf(text);
    std::vector<PastedRow> rows;
    PastedRow row{.number = 1, .cells = {""}};
    bool quoted = false;
    const auto finish = [&] {
        const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const std::string& cell) { return trimmed(cell).empty(); });
        const std::size_t next = row.number + 1;
        if (!empty)
            rows.push_back(std::move(row));
        row = {.number = next, .cells = {""}};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string& cell = row.cells.back();
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (c == '"' && (quoted || cell.empty()))
            quoted = !quoted;
        else if (!quoted && c == delimiter)
            row.cells.emplace_back();
        else if (!quoted && c == '\n')
            finish();
        else
            cell += c;
    }
    if (quoted)
        return invalid("Row " + std::to_string(row.number) + " begins a quotation that does not end.");
    finish();
    return rows;
}

Result<Pasted> linesOf(const std::vector<PastedRow>& rows, LineMaker& maker, const std::string& currency)
{
    std::vector<Column> columns = {Column::Product,  Column::Quantity, Column::Unit,
                                   Column::Discount, Column::Price,    Column::Description};
    std::size_t first = 0;
    if (!rows.empty()) {
        std::vector<Column> named;
        for (const std::string& cell : rows.front().cells)
            named.push_back(columnNamed(cell));
        if (std::find(named.begin(), named.end(), Column::Product) != named.end()) {
            columns = std::move(named);
            first = 1;
        }
    }
    Pasted pasted;
    for (std::size_t i = first; i < rows.size(); ++i) {
        NewLine line;
        SATCHEL_ASSIGN(auto why, readRow(rows[i], columns, maker, currency, line));
        if (why)
            pasted.bad.push_back({rows[i].number, std::move(*why)});
        else
            pasted.lines.push_back(std::move(line));
    }
    return pasted;
}

Error refusalOf(const std::vector<BadRow>& bad)
{
    constexpr std::size_t shown = 20;
    std::string text = bad.size() == 1 ? "One row cannot be taken, so none was:"
                                       : std::to_string(bad.size()) + " rows cannot be taken, so none was:";
    for (std::size_t i = 0; i < bad.size() && i < shown; ++i)
        text += (i == 0 ? " row " : " Row ") + std::to_string(bad[i].row) + ": " + bad[i].why;
    if (bad.size() > shown) {
        text += " The others:";
        for (std::size_t i = shown; i < bad.size(); ++i)
            text += (i == shown ? " " : ", ") + std::to_string(bad[i].row);
        text += ".";
    }
    return invalid(text);
}

Result<Edited> Quotes::paste(const Id& quote, const std::string& text, const Place& place)
{
    SATCHEL_ASSIGN(const auto rows, readRows(text));
    Pasted pasted;
    {
        SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
        SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(m_replica, work.quote().value("account").id()));
        SATCHEL_ASSIGN(pasted, linesOf(rows, maker, work.currency()));
    }
    if (!pasted.bad.empty())
        return refusalOf(pasted.bad);
    if (pasted.lines.empty())
        return invalid("There are no rows to paste.");
    return addLines(quote, pasted.lines, place);
}

} // namespace satchel::sales
