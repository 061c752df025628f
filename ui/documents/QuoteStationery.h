// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Logo.h"
#include "ui/documents/Pages.h"
#include "ui/documents/QuotePaper.h"

namespace satchel::documents {

/// What stands around the text of a quote: on the first page letterhead, address for the window of an envelope and
/// details; on the others a line that says what this is; at the foot of all the company's data and the page's number.
class QuoteStationery {
public:
    QuoteStationery(const QuotePaper& paper, const Letterhead& head, const Words& words, const Formats& formats,
                    const Canvas& canvas);

    [[nodiscard]] double firstTop() const; ///< where the text of the first page begins
    [[nodiscard]] double nextTop() const;
    [[nodiscard]] double bottom() const;
    void draw(int page, int pages) const;

private:
    double letterhead(bool drawn) const;
    double addressee(bool drawn) const;
    double details(bool drawn) const;
    double detail(const QuotePaper::Detail& detail, double labels, double y, bool drawn) const;
    double footer(double top, bool drawn) const;
    void pageNumber(double top, int page, int pages) const;
    void continuation() const;
    double put(const std::string& text, const Style& style, double start, double width, double y, Align align,
               bool drawn) const;
    [[nodiscard]] Style tiny() const;

    const QuotePaper& m_paper;
    const Letterhead& m_head;
    const Words& m_words;
    const Formats& m_formats;
    const Canvas& m_canvas;
    std::optional<Logo> m_logo;
    double m_start, m_width;
};

} // namespace satchel::documents
