// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TableFile.h"

#include "core/base/CsvText.h"
#include "core/base/Files.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

namespace satchel {

namespace {

constexpr std::size_t longestCell = 32'000; // a cell of a workbook holds 32,767 UTF-16 units

Error cannotWrite(const std::string& path)
{
    return Error{ErrorKind::Full,
                 "The file " + path + " cannot be written. Is there room on the disk, and may you write there?"};
}

std::string besideName(const std::string& path)
{
    return path + ".part";
}

// Customers' data is its owner's to read, like every file of Satchel.
Status putInPlace(const std::string& path)
{
    std::error_code trouble;
    std::filesystem::permissions(besideName(path),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, trouble);
    return renameFile(besideName(path), path);
}

class CsvFile final : public TableFile {
public:
    explicit CsvFile(const std::string& path)
        : m_path(path), m_stream(besideName(path), std::ios::binary | std::ios::trunc)
    {}
    ~CsvFile() override
    {
        if (!m_whole) {
            m_stream.close();
            removeFile(besideName(m_path));
        }
    }
    Status add(const std::vector<TableCell>& cells) override
    {
        std::vector<std::string> texts;
        for (const TableCell& cell : cells)
            texts.push_back(cell.kind == TableCell::Kind::Number
                                ? cell.content + (cell.unit.empty() ? "" : " " + cell.unit)
                                : harmlessCell(cell.content));
        m_stream << csvLine(texts);
        return m_stream.good() ? Status(Ok{}) : Status(cannotWrite(m_path));
    }
    Status finish() override
    {
        m_stream.close();
        if (m_stream.fail())
            return cannotWrite(m_path);
        SATCHEL_TRY(putInPlace(m_path));
        m_whole = true;
        return Ok{};
    }

private:
    std::string m_path;
    std::ofstream m_stream;
    bool m_whole = false;
};

// Strings are written as strings, whatever they begin with, so nothing in them is ever worked out.
class WorkbookFile final : public TableFile {
public:
    WorkbookFile(const std::string& path, const std::string& sheet) : m_path(path)
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(besideName(path).c_str(), &options);
        if (m_book == nullptr)
            return;
        std::string name = sheet;
        std::replace_if(
            name.begin(), name.end(),
            [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '-');
        m_sheet = workbook_add_worksheet(m_book, name.size() <= 31 && !name.empty() ? name.c_str() : nullptr);
        if (m_sheet == nullptr)
            m_sheet = workbook_add_worksheet(m_book, nullptr);
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_day = withNumberFormat("yyyy-mm-dd");
        m_moment = withNumberFormat("yyyy-mm-dd hh:mm");
    }
    ~WorkbookFile() override
    {
        if (m_book != nullptr)
            (void)workbook_close(m_book); // the only way to let go of it
        if (!m_whole)
            removeFile(besideName(m_path));
    }
    [[nodiscard]] bool isOpen() const { return m_sheet != nullptr; }
    Status heads(const std::vector<std::string>& heads)
    {
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column, i == 0 ? 32 : 18, nullptr);
            if (worksheet_write_string(m_sheet, 0, column, heads[i].c_str(), m_bold) != LXW_NO_ERROR)
                return cannotWrite(m_path);
        }
        m_row = 1;
        return Ok{};
    }
    Status add(const std::vector<TableCell>& cells) override
    {
        if (m_row >= mostWorkbookRows)
            return Error{
                ErrorKind::TooLarge,
                "A spreadsheet holds 1,048,576 rows and this list is longer. Write it as CSV, or narrow it first."};
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!write(static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(i), cells[i]))
                return cannotWrite(m_path);
        ++m_row;
        return Ok{};
    }
    Status finish() override
    {
        const lxw_error closed = workbook_close(m_book);
        m_book = nullptr;
        if (closed != LXW_NO_ERROR)
            return cannotWrite(m_path);
        SATCHEL_TRY(putInPlace(m_path));
        m_whole = true;
        return Ok{};
    }

private:
    lxw_format* withNumberFormat(const char* format)
    {
        lxw_format* made = workbook_add_format(m_book);
        format_set_num_format(made, format);
        return made;
    }
    lxw_format* ofUnit(const std::string& unit)
    {
        if (unit.empty())
            return nullptr;
        lxw_format*& format = m_units[unit];
        if (format == nullptr)
            format = withNumberFormat(("#,##0.00\\ \"" + unit + "\"").c_str());
        return format;
    }
    bool write(lxw_row_t row, lxw_col_t column, const TableCell& cell)
    {
        switch (cell.kind) {
        case TableCell::Kind::Empty: return true;
        case TableCell::Kind::Number: {
            double number = 0;
            const char* end = cell.content.data() + cell.content.size();
            if (const auto [at, code] = std::from_chars(cell.content.data(), end, number);
                code == std::errc() && at == end)
                return worksheet_write_number(m_sheet, row, column, number, ofUnit(cell.unit)) == LXW_NO_ERROR;
            break;
        }
        case TableCell::Kind::Day:
        case TableCell::Kind::Moment: {
            lxw_datetime time{};
            const int read = std::sscanf(cell.content.c_str(), "%4d-%2d-%2d %2d:%2d:%lf", &time.year, &time.month,
                                         &time.day, &time.hour, &time.min, &time.sec);
            if (read >= 3 && time.year >= 1900) // earlier days are none for a spreadsheet
                return worksheet_write_datetime(m_sheet, row, column, &time,
                                                cell.kind == TableCell::Kind::Day ? m_day : m_moment) == LXW_NO_ERROR;
            break;
        }
        case TableCell::Kind::Words: break;
        }
        return worksheet_write_string(m_sheet, row, column, shortened(cell.content).c_str(), nullptr) == LXW_NO_ERROR;
    }
    static std::string shortened(const std::string& words)
    {
        if (words.size() <= longestCell)
            return words;
        std::size_t end = longestCell; // not within a character
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U)
            --end;
        return words.substr(0, end) + "\u2026";
    }

    std::string m_path;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_day = nullptr;
    lxw_format* m_moment = nullptr;
    std::map<std::string, lxw_format*> m_units;
    std::int64_t m_row = 0;
    bool m_whole = false;
};

} // namespace

Result<std::unique_ptr<TableFile>> TableFile::create(const std::string& path, TableFormat format,
                                                     const std::vector<std::string>& heads, const std::string& sheet)
{
    if (format == TableFormat::Workbook) {
        auto file = std::make_unique<WorkbookFile>(path, sheet);
        if (!file->isOpen())
            return cannotWrite(path);
        SATCHEL_TRY(file->heads(heads));
        return std::unique_ptr<TableFile>(std::move(file));
    }
    auto file = std::make_unique<CsvFile>(path);
    std::vector<TableCell> cells;
    for (const std::string& head : heads)
        cells.push_back({.kind = TableCell::Kind::Words, .content = head});
    SATCHEL_TRY(file->add(cells));
    return std::unique_ptr<TableFile>(std::move(file));
}

} // namespace satchel
