// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteXlsx.h"
#include "ui/documents/QuotePaper.h"
#include "ui/documents/Text.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <map>

namespace satchel::documents {

namespace {

using pricing::Document;

enum At : lxw_col_t {
    Position,
    Code,
    PartNumber,
    Description,
    Quantity,
    Unit,
    UnitPrice,
    Percent,
    Amount,
    Tax,
    Net,
    Aside
};
constexpr lxw_row_t headsRow = 3;
constexpr qsizetype longestText = 32'000; // a cell holds 32,767

std::string cellText(const std::string& text)
{
    const QString read = QString::fromStdString(text);
    return read.size() <= longestText ? text : read.left(longestText).toStdString() + "\u2026";
}

// The nearest double: at most 16 digits are shown, and no amount of a quote has more.
double number(const Decimal& value)
{
    return QByteArray::fromStdString(value.toString()).toDouble();
}

class SheetWriter {
public:
    SheetWriter(const Document& document, const QuotePaper& paper, const Words& words, const Formats& formats,
                lxw_workbook* book)
        : m_document(document),
          m_paper(paper),
          m_words(words),
          m_formats(formats),
          m_places(formats.currencyPlaces()),
          m_book(book)
    {
        std::string name = oneLine(words["quote"]);
        std::replace_if(
            name.begin(), name.end(),
            [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '-');
        m_sheet = workbook_add_worksheet(book, QString::fromStdString(name).left(31).toStdString().c_str());
    }

    bool write()
    {
        if (!m_sheet)
            return false;
        setUp();
        writeHead();
        m_row = headsRow + 1;
        for (const QuotePaper::Group& group : m_paper.groups)
            writeGroup(group);
        writeTotals();
        writeTexts();
        return m_good;
    }

private:
    void setUp()
    {
        if (m_words.rightToLeft)
            worksheet_right_to_left(m_sheet);
        const std::map<lxw_col_t, double> widths{{Position, 8},  {Code, 14}, {PartNumber, 14}, {Description, 58},
                                                 {Quantity, 10}, {Unit, 10}, {UnitPrice, 14},  {Percent, 10},
                                                 {Amount, 12},   {Tax, 8},   {Net, 16},        {Aside, 18}};
        for (const auto& [column, width] : widths)
            worksheet_set_column(m_sheet, column, column, width, nullptr);
        worksheet_freeze_panes(m_sheet, headsRow + 1, 0);
        worksheet_repeat_rows(m_sheet, 0, headsRow);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, 9);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C&P / &N");
        worksheet_gridlines(m_sheet, LXW_HIDE_ALL_GRIDLINES);
    }

    // One format for each look; the workbook owns them.
    lxw_format* format(const std::string& numbers, bool bold = false, bool rule = false, bool muted = false)
    {
        lxw_format*& made = m_looks[numbers + (bold ? "|b" : "|") + (rule ? "r" : "") + (muted ? "m" : "")];
        if (made)
            return made;
        made = workbook_add_format(m_book);
        format_set_num_format(made, numbers.empty() ? "@" : numbers.c_str());
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (numbers.empty())
            format_set_text_wrap(made);
        if (bold)
            format_set_bold(made);
        if (rule)
            format_set_top(made, LXW_BORDER_THIN);
        if (muted)
            format_set_font_color(made, 0x65717F);
        return made;
    }

    void text(lxw_col_t column, const std::string& value, lxw_format* look)
    {
        if (!value.empty())
            m_good =
                worksheet_write_string(m_sheet, m_row, column, cellText(value).c_str(), look) == LXW_NO_ERROR && m_good;
    }

    void amount(lxw_col_t column, const Decimal& value, lxw_format* look)
    {
        m_good = worksheet_write_number(m_sheet, m_row, column, number(value), look) == LXW_NO_ERROR && m_good;
    }

    std::string amounts() const { return m_places == 0 ? "#,##0" : "#,##0." + std::string(std::size_t(m_places), '0'); }
    // With as many decimals as the value has, because an open "#" leaves a bare point behind whole numbers.
    std::string exactly(const Decimal& value, int least = 0) const
    {
        const std::string shown = value.toString(least);
        const auto dot = shown.find('.');
        return dot == std::string::npos ? "#,##0" : "#,##0." + std::string(shown.size() - dot - 1, '0');
    }
    static std::string percents(const Decimal& value)
    {
        const std::string shown = value.toString();
        const auto dot = shown.find('.');
        return (dot == std::string::npos ? "0" : "0." + std::string(shown.size() - dot - 1, '0')) + "%";
    }
    void percent(lxw_col_t column, const Decimal& value, bool muted)
    {
        m_good = worksheet_write_number(m_sheet, m_row, column, number(value) / 100,
                                        format(percents(value), false, false, muted)) == LXW_NO_ERROR &&
                 m_good;
    }

    void writeHead()
    {
        m_row = 0;
        text(0,
             joined({m_paper.draft ? joined({m_paper.heading, m_paper.number}, " \u2013 ") : m_paper.heading,
                     m_paper.title},
                    " \u2013 "),
             plainBold());
        m_row = 1;
        text(0, joined({m_paper.addressee.front(), m_paper.amountsIn}, " \u00b7 "), plain());
        m_row = 2;
        std::vector<std::string> dates{m_words.labelled("date_of_quote", m_formats.date(m_document.date))};
        if (!m_document.validUntil.empty())
            dates.push_back(m_words.labelled("valid_until", m_formats.date(m_document.validUntil)));
        text(0, joined(dates, " \u00b7 "), plain());
        m_row = headsRow;
        lxw_format* look = workbook_add_format(m_book);
        format_set_bold(look);
        format_set_text_wrap(look);
        format_set_bottom(look, LXW_BORDER_MEDIUM);
        format_set_align(look, LXW_ALIGN_VERTICAL_BOTTOM);
        const std::map<lxw_col_t, const char*> heads{{Position, "position"},
                                                     {Code, "code"},
                                                     {PartNumber, "part_number"},
                                                     {Description, "description"},
                                                     {Quantity, "quantity"},
                                                     {Unit, "unit"},
                                                     {UnitPrice, "unit_price"},
                                                     {Percent, "discount"},
                                                     {Amount, "discount"},
                                                     {Tax, "tax"},
                                                     {Net, "net"},
                                                     {Aside, "not_counted"}};
        for (const auto& [column, phrase] : heads) {
            const bool inCurrency = column == Amount || column == UnitPrice || column == Net;
            const std::string unit = column == Percent ? "%" : inCurrency ? m_document.currency : "";
            text(column, joined({m_words[phrase], unit}, " "), look);
        }
    }

    lxw_format* plain() { return unwrapped(false); }
    lxw_format* plainBold() { return unwrapped(true); }
    lxw_format* unwrapped(bool bold)
    {
        lxw_format*& made = m_looks[bold ? "head" : "line"];
        if (!made) {
            made = workbook_add_format(m_book);
            format_set_num_format(made, "@");
            if (bold)
                format_set_bold(made), format_set_font_size(made, 14);
        }
        return made;
    }

    void writeGroup(const QuotePaper::Group& group)
    {
        if (group.source) {
            text(Position, group.number, format("", true));
            text(Description, joined({group.title, group.text}, "\n"), format("", true));
            ++m_row;
        }
        for (const QuotePaper::Line& line : group.lines)
            writeLine(line, group.source != nullptr);
        if (group.source) {
            text(Description, group.subtotalLabel, format("", true, true));
            amount(Net, group.source->subtotal, format(amounts(), true, true));
            ++m_row;
        }
    }

    void writeLine(const QuotePaper::Line& line, bool grouped)
    {
        const Document::Line& source = *line.source;
        std::vector<std::string> texts{std::string(std::size_t(line.depth) * 2, ' ') + line.description, line.remark};
        texts.insert(texts.end(), line.notes.begin(), line.notes.end());
        const bool muted = !line.counts() && !line.isText();
        lxw_format* words = format("", false, false, muted);
        text(Position, line.number, words);
        text(Code, line.code, words);
        text(PartNumber, line.partNumber, words);
        text(Description, joined(texts, "\n"), words);
        if (!line.isText()) {
            amount(Quantity, source.quantity, format(exactly(source.quantity), false, false, muted));
            text(Unit, line.unit, words);
            if (line.price)
                amount(UnitPrice, *line.price, format(exactly(*line.price, m_places), false, false, muted));
            else
                text(UnitPrice, line.net, words);
            if (source.discountPercent.units != 0)
                percent(Percent, source.discountPercent, muted);
            if (source.discountAmount.units != 0)
                amount(Amount, source.discountAmount,
                       format(exactly(source.discountAmount, m_places), false, false, muted));
            percent(Tax, source.taxPercent, muted);
            amount(source.counted ? Net : Aside, source.net, format(amounts(), false, false, muted));
        }
        if (grouped) {
            lxw_row_col_options level{.hidden = 0, .level = 1, .collapsed = 0};
            worksheet_set_row_opt(m_sheet, m_row, LXW_DEF_ROW_HEIGHT, nullptr, &level);
        }
        ++m_row;
    }

    void writeTotals()
    {
        ++m_row;
        for (const QuotePaper::Total& total : m_paper.totals) {
            const bool grand = total.weight == QuotePaper::Weight::Grand,
                       aside = total.weight == QuotePaper::Weight::Aside;
            text(Description, joined({total.label, grand ? m_document.currency : ""}, " "),
                 format("", grand, grand, aside));
            amount(aside ? Aside : Net, total.value, format(amounts(), grand, grand, aside));
            ++m_row;
        }
    }

    void writeTexts()
    {
        for (const std::string& each : {m_paper.taxation, m_paper.introduction, m_paper.terms}) {
            if (each.empty())
                continue;
            ++m_row;
            text(Description, each, format(""));
            ++m_row;
        }
        if (!m_paper.acceptedBy.empty()) {
            ++m_row;
            text(Description, m_words.with("accepted_by", m_paper.acceptedBy), format("", true));
        }
    }

    const Document& m_document;
    const QuotePaper& m_paper;
    const Words& m_words;
    const Formats& m_formats;
    int m_places;
    lxw_workbook* m_book;
    lxw_worksheet* m_sheet = nullptr;
    std::map<std::string, lxw_format*> m_looks;
    lxw_row_t m_row = 0;
    bool m_good = true;
};

} // namespace

Result<QByteArray> quoteXlsx(const Document& document, const Letterhead& head, const Template& look,
                             std::int64_t madeAt)
{
    const Words& words = look.wordsFor(document.language);
    const Formats formats(document.language, document.currency, words);
    const QuotePaper paper = paperOf(document, head, words, formats);
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("quote.xlsx")));
    QByteArray temporary = QFile::encodeName(folder.path());
    lxw_workbook_options options{.constant_memory = 0, .tmpdir = temporary.data(), .use_zip64 = 0};
    const Error full{ErrorKind::Full, "The spreadsheet could not be written to the folder for temporary files."};
    lxw_workbook* book = folder.isValid() ? workbook_new_opt(path.constData(), &options) : nullptr;
    if (!book)
        return full;
    std::string title = paper.heading, author = oneLine(head.name), program = "Satchel";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = author.data();
    properties.comments = program.data();
    properties.created = time_t(madeAt / 1000);
    workbook_set_properties(book, &properties);
    const bool written = SheetWriter(document, paper, words, formats, book).write();
    if (workbook_close(book) != LXW_NO_ERROR || !written)
        return full;
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return full;
    return file.readAll();
}

} // namespace satchel::documents
