// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Pages.h"
#include "ui/documents/QuotePaper.h"

namespace satchel::documents {

/// The lines of a quote as rows of a table: the columns that the template names and at least one line has something in,
/// as wide as what stands in them, and the description as wide as what is left.
class QuoteTable {
public:
    QuoteTable(const QuotePaper& paper, const Words& words, const Formats& formats, const Canvas& canvas);

    /// Column heads, groups, lines, sub-totals.
    [[nodiscard]] std::vector<MakeRow> rows() const;
    /// The block of totals, kept together.
    [[nodiscard]] std::vector<MakeRow> totals() const;

    [[nodiscard]] double headsHeight() const;
    [[nodiscard]] double carriedHeight() const;
    void drawHeads(double y) const;
    void drawCarried(double y, const Decimal& amount, bool atFoot) const;

private:
    struct Place {
        Column column = Column::Description;
        std::string head = {};
        double start = 0, width = 0;
        Align align = Align::Start;
    };

    void chooseColumns();
    [[nodiscard]] double placeColumns();
    [[nodiscard]] Style cellStyle(bool strong = false) const;
    void measure(Place& place) const;
    [[nodiscard]] static std::string cell(const QuotePaper::Line& line, Column column);
    [[nodiscard]] std::string head(Column column) const;
    [[nodiscard]] const Place& place(Column column) const;
    [[nodiscard]] bool has(Column column) const;

    [[nodiscard]] Row headsRow() const;
    [[nodiscard]] Row groupRow(const QuotePaper::Group& group) const;
    [[nodiscard]] Row subtotalRow(const QuotePaper::Group& group) const;
    [[nodiscard]] Row lineRow(const QuotePaper::Line& line, bool keep, bool ruled) const;
    [[nodiscard]] Row textRow(const QuotePaper::Line& line, bool keep, bool ruled) const;
    [[nodiscard]] Row totalRow(const QuotePaper::Total& total, bool first, bool last) const;
    void addDescription(Row& row, const QuotePaper::Line& line) const;
    double addPiece(Row& row, const std::string& text, const Style& style, double start, double width, double top,
                    Align align = Align::Start) const;

    const QuotePaper& m_paper;
    const Words& m_words;
    const Formats& m_formats;
    const Canvas& m_canvas;
    double m_start = 0, m_width = 0;
    double m_scale = 1; ///< of the type in the cells: less where amounts are so large that nothing else would have room
    std::vector<Place> m_places;
};

} // namespace satchel::documents
