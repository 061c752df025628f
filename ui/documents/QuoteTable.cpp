// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteTable.h"
#include "ui/documents/Text.h"

#include <algorithm>
#include <cassert>

namespace satchel::documents {

namespace {

using Line = QuotePaper::Line;

constexpr double gap = 10;        // between columns
constexpr double padding = 4;     // above and below a line
constexpr double indent = 11;     // of a bundle's parts
constexpr double widestUnit = 64; // longer ones are wrapped
constexpr double leastDescription = 120;
constexpr Colour white{1, 1, 1};

bool isFigures(Column column)
{
    return column == Column::Quantity || column == Column::UnitPrice || column == Column::Discount ||
           column == Column::Tax || column == Column::Net;
}

double paddingOf(const Line& line)
{
    return line.depth == 0 ? padding : padding * 0.6;
}

bool isWhole(const Line& line)
{
    return line.depth == 0;
}

} // namespace

QuoteTable::QuoteTable(const QuotePaper& paper, const Words& words, const Formats& formats, const Canvas& canvas)
    : m_paper(paper),
      m_words(words),
      m_formats(formats),
      m_canvas(canvas),
      m_start(canvas.look().marginStart),
      m_width(canvas.look().pageWidth - canvas.look().marginStart - canvas.look().marginEnd)
{
    chooseColumns();
}

// ---- Columns ----------------------------------------------------------------------------------------------------

std::string QuoteTable::cell(const Line& line, Column column)
{
    switch (column) {
    case Column::Position: return line.number;
    case Column::Description: return line.description;
    case Column::Code: return line.code;
    case Column::PartNumber: return line.partNumber;
    case Column::Quantity: return line.quantity;
    case Column::Unit: return line.unit;
    case Column::UnitPrice: return line.unitPrice;
    case Column::Discount: return line.discount;
    case Column::Tax: return line.tax;
    case Column::Net: return line.net;
    }
    return {};
}

std::string QuoteTable::head(Column column) const
{
    switch (column) {
    case Column::Position: return m_words["position"];
    case Column::Description: return m_words["description"];
    case Column::Code: return m_words["code"];
    case Column::PartNumber: return m_words["part_number"];
    case Column::Quantity: return m_words["quantity"];
    case Column::Unit: return m_words["unit"];
    case Column::UnitPrice: return m_words["unit_price"];
    case Column::Discount: return m_words["discount"];
    case Column::Tax: return m_words["tax"];
    case Column::Net: return m_words["net"];
    }
    return {};
}

bool QuoteTable::has(Column column) const
{
    return std::any_of(m_places.begin(), m_places.end(), [column](const Place& each) { return each.column == column; });
}

const QuoteTable::Place& QuoteTable::place(Column column) const
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [column](const Place& each) { return each.column == column; });
    assert(found != m_places.end());
    return *found;
}

// As wide as the widest cell. Only the longest texts are set: figures are all of one width.
void QuoteTable::measure(Place& place) const
{
    std::vector<std::string> longest;
    const auto byLength = [](const std::string& one, const std::string& other) { return one.size() > other.size(); };
    for (const QuotePaper::Group& group : m_paper.groups) {
        for (const Line& line : group.lines)
            longest.push_back(cell(line, place.column));
        if (place.column == Column::Net)
            longest.push_back(group.subtotal);
        std::sort(longest.begin(), longest.end(), byLength);
        longest.erase(std::unique(longest.begin(), longest.end()), longest.end());
        longest.resize(std::min<std::size_t>(longest.size(), 12));
    }
    if (place.column == Column::Net)
        for (const QuotePaper::Total& total : m_paper.totals)
            longest.push_back(m_formats.amount(total.value));
    Style heads = m_canvas.small();
    heads.weight = 600;
    place.width = m_canvas.widthOf(place.head, heads);
    for (const std::string& text : longest)
        place.width = std::max(place.width, m_canvas.widthOf(text, cellStyle(place.column == Column::Net)));
    place.width += 0.5;
    if (place.column == Column::Unit || place.column == Column::Code || place.column == Column::PartNumber)
        place.width = std::min(place.width, widestUnit);
}

Style QuoteTable::cellStyle(bool strong) const
{
    Style style = strong ? m_canvas.strong() : m_canvas.plain();
    style.size *= m_scale;
    return style;
}

void QuoteTable::chooseColumns()
{
    for (m_scale = 1; placeColumns() > m_width + 0.1 && m_scale > 0.55; m_scale -= 0.1)
        m_places.clear();
}

// Returns how wide the table is with them.
double QuoteTable::placeColumns()
{
    double taken = 0;
    for (const Column column : m_canvas.look().columns) {
        const bool used =
            std::any_of(m_paper.groups.begin(), m_paper.groups.end(), [column](const QuotePaper::Group& group) {
                return std::any_of(group.lines.begin(), group.lines.end(),
                                   [column](const Line& line) { return !cell(line, column).empty(); });
            });
        if (!used && column != Column::Description && column != Column::Net)
            continue;
        Place place{.column = column, .head = head(column), .align = isFigures(column) ? Align::Figures : Align::Start};
        if (column != Column::Description)
            measure(place);
        taken += place.width + (m_places.empty() ? 0 : gap);
        m_places.push_back(place);
    }
    double start = m_start;
    for (Place& place : m_places) {
        if (place.column == Column::Description)
            place.width = std::max(leastDescription, m_width - taken);
        place.start = start;
        start += place.width + gap;
    }
    return start - gap - m_start;
}

// ---- Rows -------------------------------------------------------------------------------------------------------

double QuoteTable::addPiece(Row& row, const std::string& text, const Style& style, double start, double width,
                            double top, Align align) const
{
    if (text.empty())
        return top;
    TextBlock block = m_canvas.text(text, style, width, align);
    const double bottom = top + block.height();
    row.pieces.push_back({std::move(block), start, width, top});
    row.height = std::max(row.height, bottom);
    return bottom;
}

Row QuoteTable::headsRow() const
{
    Row row{.keepWithNext = true};
    Style style = m_canvas.small();
    style.weight = 600;
    for (const Place& place : m_places)
        addPiece(row, place.head, style, place.start, place.width, 3, place.align);
    row.height += 4;
    row.under = [this](const Canvas& canvas, const Box& box, bool, bool) {
        canvas.rule(m_start, box.top + box.height, m_width, 0.9, canvas.look().accent);
    };
    return row;
}

Row QuoteTable::groupRow(const QuotePaper::Group& group) const
{
    Row row{.spaceBefore = 8, .keepWithNext = true, .headed = true};
    const Style title{m_canvas.look().groupSize, 600, m_canvas.look().accent};
    const bool numbered = has(Column::Position);
    const double start = numbered ? place(Column::Description).start : m_start;
    const double width = m_start + m_width - start;
    if (numbered)
        addPiece(row, group.number, title, m_start, start - m_start, 7);
    double y = addPiece(row, group.title.empty() ? group.number : group.title, title, start, width, 7);
    if (!group.text.empty()) {
        Style text = m_canvas.plain();
        text.colour = m_canvas.look().muted;
        y = addPiece(row, group.text, text, start, width, y + 1.5);
    }
    row.height = y + 4;
    row.bookmark = joined({group.number, group.title}, " ");
    row.under = [this](const Canvas& canvas, const Box& box, bool, bool last) {
        if (last)
            canvas.rule(m_start, box.top + box.height, m_width, 0.5, canvas.look().rule);
    };
    return row;
}

void QuoteTable::addDescription(Row& row, const Line& line) const
{
    const Place& at = place(Column::Description);
    const double shift = std::min(line.depth, 6) * indent;
    const double start = at.start + shift, width = at.width - shift;
    double y = paddingOf(line);
    if (!line.remark.empty())
        y = addPiece(row, line.remark, {m_canvas.look().smallSize, 600, m_canvas.look().accent}, start, width, y + 0.8);
    const auto end = std::min(line.description.find('\n'), line.description.size());
    const Style first{m_canvas.look().textSize, line.depth == 0 ? 500 : 400, m_canvas.look().text};
    y = addPiece(row, line.description.substr(0, end), first, start, width, y);
    std::vector<std::string> notes{line.description.substr(std::min(end + 1, line.description.size()))};
    notes.push_back(joined(
        {line.code.empty() || has(Column::Code) ? "" : m_words.labelled("code", line.code),
         line.partNumber.empty() || has(Column::PartNumber) ? "" : m_words.labelled("part_number", line.partNumber)},
        "   "));
    notes.insert(notes.end(), line.notes.begin(), line.notes.end());
    for (const std::string& note : notes)
        y = addPiece(row, note, m_canvas.small(), start, width, note.empty() ? y : y + 0.8);
}

Row QuoteTable::lineRow(const Line& line, bool keep, bool ruled) const
{
    Row row{.keepWithNext = keep, .headed = true, .carriedAfter = line.carried};
    addDescription(row, line);
    const bool aside = !line.counts();
    Style style = cellStyle();
    if (aside)
        style.colour = m_canvas.look().muted;
    // All stand on the line of the description, which a remark may have moved down.
    const std::size_t leading = line.remark.empty() || row.pieces.size() == 1 ? 0 : 1;
    const bool described = !row.pieces.empty();
    const double baseline = described ? row.pieces[leading].top + row.pieces[leading].text.baseline() : 0;
    for (const Place& each : m_places) {
        Style own = style;
        if (each.column == Column::Position)
            own.colour = m_canvas.look().muted;
        if (each.column == Column::Net && !aside && line.depth == 0)
            own.weight = 500;
        const std::string text = each.column == Column::Description ? std::string() : cell(line, each.column);
        if (text.empty())
            continue;
        const double top =
            described ? baseline - m_canvas.text(text, own, each.width, each.align).baseline() : paddingOf(line);
        addPiece(row, text, own, each.start, each.width, top, each.align);
    }
    row.height += paddingOf(line);
    row.under = [this, aside, ruled](const Canvas& canvas, const Box& box, bool, bool last) {
        if (aside) {
            canvas.fill({m_start - 5, box.top + 1, m_width + 10, box.height - 2}, canvas.look().panel);
            canvas.fill({m_start - 5, box.top + 1, 1.6, box.height - 2}, canvas.look().accent);
        }
        if (ruled && last)
            canvas.rule(m_start, box.top + box.height, m_width, 0.4, canvas.look().rule);
    };
    return row;
}

Row QuoteTable::textRow(const Line& line, bool keep, bool ruled) const
{
    Row row{.keepWithNext = keep, .splits = true, .headed = true, .carriedAfter = line.carried};
    const double start = place(Column::Description).start;
    addPiece(row, line.description, m_canvas.plain(), start, m_start + m_width - start, padding);
    row.height += padding;
    row.under = [this, ruled](const Canvas& canvas, const Box& box, bool, bool last) {
        if (ruled && last)
            canvas.rule(m_start, box.top + box.height, m_width, 0.4, canvas.look().rule);
    };
    return row;
}

Row QuoteTable::subtotalRow(const QuotePaper::Group& group) const
{
    const Place& net = place(Column::Net);
    Row row{.headed = true, .carriedAfter = group.carried};
    addPiece(row, group.subtotal, cellStyle(true), net.start, net.width, padding, Align::Figures);
    const double start = place(Column::Description).start;
    const bool before = net.start > start; // usually: the label stands before its amount
    addPiece(row, group.subtotalLabel, m_canvas.strong(), before ? start : net.start + net.width + gap,
             before ? net.start - gap - start : m_start + m_width - net.start - net.width - gap, padding,
             before ? Align::End : Align::Start);
    row.height += padding + 2;
    return row;
}

std::vector<MakeRow> QuoteTable::rows() const
{
    std::vector<MakeRow> made;
    made.emplace_back([this] { return headsRow(); });
    for (const QuotePaper::Group& group : m_paper.groups) {
        if (group.source)
            made.emplace_back([this, &group] { return groupRow(group); });
        for (std::size_t i = 0; i < group.lines.size(); ++i) {
            const Line& line = group.lines[i];
            const bool last = i + 1 == group.lines.size();
            const bool beforePart = !last && !isWhole(group.lines[i + 1]);
            const bool keep = last ? group.source != nullptr : isWhole(line) && beforePart;
            const bool ruled = !beforePart;
            made.emplace_back([this, &line, keep, ruled] {
                return line.isText() ? textRow(line, keep, ruled) : lineRow(line, keep, ruled);
            });
        }
        if (group.source)
            made.emplace_back([this, &group] { return subtotalRow(group); });
    }
    return made;
}

double QuoteTable::headsHeight() const
{
    return headsRow().height;
}

void QuoteTable::drawHeads(double y) const
{
    const Row row = headsRow();
    row.under(m_canvas, {m_start, y, m_width, row.height}, true, true);
    for (const Row::Piece& piece : row.pieces)
        m_canvas.draw(piece.text, piece.start, piece.width, y + piece.top);
}

double QuoteTable::carriedHeight() const
{
    return m_canvas.text("0", m_canvas.strong(), -1).height() + 2 * padding;
}

void QuoteTable::drawCarried(double y, const Decimal& amount, bool atFoot) const
{
    const Place& net = place(Column::Net);
    m_canvas.fill({m_start - 5, y + 1, m_width + 10, carriedHeight() - 2}, m_canvas.look().panel);
    const bool before = net.start > m_start + 1;
    const double start = before ? m_start : net.start + net.width + gap;
    const double width = before ? net.start - gap - m_start : m_width - net.width - gap;
    m_canvas.draw(m_canvas.text(m_words[atFoot ? "carried" : "brought"], m_canvas.strong(), width,
                                before ? Align::End : Align::Start),
                  start, width, y + padding);
    m_canvas.draw(m_canvas.text(m_formats.amount(amount), cellStyle(true), net.width, Align::Figures), net.start,
                  net.width, y + padding);
}

// ---- Totals -----------------------------------------------------------------------------------------------------

Row QuoteTable::totalRow(const QuotePaper::Total& total, bool first, bool last) const
{
    const bool grand = total.weight == QuotePaper::Weight::Grand, aside = total.weight == QuotePaper::Weight::Aside;
    Style style = m_canvas.plain();
    if (grand)
        style = {m_canvas.look().totalSize, 700, white};
    else if (aside)
        style = m_canvas.small();
    const double block = std::min(m_width, std::max(m_width * 0.56, 200.0)), start = m_start + m_width - block;
    const double amount = m_canvas.widthOf(total.amount, style) + 0.5;
    const double label = block - amount - gap - 16;
    Row row{.spaceBefore = first ? 10.0 : 0.0, .keepWithNext = !last};
    const double top = grand ? 6 : aside ? 1.5 : 2.5;
    const double labelBase = m_canvas.text(total.label, style, label).baseline();
    const double amountBase = m_canvas.text(total.amount, style, -1, Align::Figures).baseline(),
                 baseline = std::max(labelBase, amountBase);
    addPiece(row, total.label, style, start + 8, label, top + baseline - labelBase);
    addPiece(row, total.amount, style, m_start + m_width - amount, amount, top + baseline - amountBase, Align::Figures);
    row.height += top;
    if (grand)
        row.under = [start, block, this](const Canvas& canvas, const Box& box, bool, bool) {
            canvas.fill({start, box.top + 2, block + 5, box.height - 4}, canvas.look().accent);
        };
    return row;
}

std::vector<MakeRow> QuoteTable::totals() const
{
    std::vector<MakeRow> made;
    for (const QuotePaper::Total& total : m_paper.totals) {
        const bool first = &total == &m_paper.totals.front(), last = &total == &m_paper.totals.back();
        made.emplace_back([this, &total, first, last] { return totalRow(total, first, last); });
    }
    return made;
}

} // namespace satchel::documents
