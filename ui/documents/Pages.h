// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "ui/documents/Canvas.h"

#include <functional>
#include <optional>

namespace satchel::documents {

/// One thing that stands below the one before it: a paragraph, a line of the table, a block of totals.
struct Row {
    struct Piece {
        TextBlock text;
        double start = 0, width = 0, top = 0;
    };
    std::vector<Piece> pieces = {};
    double height = 0;
    double spaceBefore = 0;                   ///< not at the top of a page
    bool keepWithNext = false;                ///< a title, what comes before a sum
    bool splits = false;                      ///< running text, which may go on overleaf
    bool headed = false;                      ///< stands below the column heads, which are repeated for it
    std::optional<Decimal> carriedAfter = {}; ///< what is said where the page ends after it
    std::string bookmark = {};                ///< its entry in the reader's table of contents, "" for none
    /// Draws what lies below the text; of a row that was cut, `first` and `last` say which part it is.
    std::function<void(const Canvas&, const Box&, bool first, bool last)> under = {};
};

/// Makes a row when it is measured and once more when it is drawn, so that ten thousand of them are never in memory.
using MakeRow = std::function<Row()>;

/// What is on every page whatever is in the rows.
struct Frame {
    double start = 0, width = 0;
    double firstTop = 0, nextTop = 0, bottom = 0;
    double headsHeight = 0, carriedHeight = 0;
    std::function<void(int page, int pages)> stationery = {};
    std::function<void(double y)> heads = {};
    std::function<void(double y, const Decimal& amount, bool atFoot)> carried = {};
    std::function<void(double y, const std::string& title)> bookmark = {};
};

/// Which part of which row stands where.
struct Page {
    struct Part {
        std::size_t row = 0;
        double y = 0, from = 0, to = 0;
        bool first = true, last = true;
    };
    std::vector<Part> parts = {};
    std::optional<double> headsAt = {}, broughtAt = {}, carriedAt = {};
    Decimal brought = {}, carried = {};
};

/// Puts rows on pages: none is cut unless it is running text or taller than a page, no title stays behind, and where a
/// page ends between lines that count, what has come together is carried.
[[nodiscard]] std::vector<Page> paginate(const std::vector<MakeRow>& rows, const Frame& frame);
/// Draws one of them on the canvas' paper.
void drawPage(const Page& page, const std::vector<MakeRow>& rows, const Frame& frame, const Canvas& canvas);

} // namespace satchel::documents
