// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Pages.h"

#include <algorithm>

namespace satchel::documents {

namespace {

// A row without its text.
struct Size {
    double height = 0, spaceBefore = 0;
    bool keepWithNext = false, splits = false, headed = false;
    std::optional<Decimal> carriedAfter;
    std::vector<double> cuts; ///< where it can be cut without cutting a line, ascending
};

// Where no line of any piece is cut through.
std::vector<double> cutsOf(const Row& row)
{
    std::vector<std::pair<double, double>> lines;
    for (const Row::Piece& piece : row.pieces)
        for (const auto& [top, bottom] : piece.text.lines())
            lines.emplace_back(piece.top + top, piece.top + bottom);
    std::sort(lines.begin(), lines.end());
    std::vector<double> cuts;
    double reached = 0;
    for (const auto& [top, bottom] : lines) {
        if (reached > 0 && top >= reached - 0.01)
            cuts.push_back(reached);
        reached = std::max(reached, bottom);
    }
    if (cuts.size() > 2) { // no line of a longer text stays alone
        cuts.erase(cuts.begin());
        cuts.pop_back();
    }
    return cuts;
}

Size sizeOf(const Row& row, const Frame& frame)
{
    Size size{row.height, row.spaceBefore, row.keepWithNext, row.splits, row.headed, row.carriedAfter, {}};
    const double room = frame.bottom - frame.nextTop - frame.headsHeight - 2 * frame.carriedHeight;
    if (size.height > room)
        size.splits = true;
    if (size.splits)
        size.cuts = cutsOf(row);
    return size;
}

class Paginator {
public:
    Paginator(const std::vector<MakeRow>& rows, const Frame& frame) : m_frame(frame), m_y(frame.firstTop)
    {
        m_sizes.reserve(rows.size());
        for (const MakeRow& make : rows)
            m_sizes.push_back(sizeOf(make(), frame));
    }

    std::vector<Page> run()
    {
        m_pages.emplace_back();
        for (std::size_t row = 0; row < m_sizes.size(); ++row) {
            if (!atTop() && !chainFits(row))
                turnPage(row, row > 0 ? m_sizes[row - 1].carriedAfter : std::nullopt);
            place(row);
        }
        return std::move(m_pages);
    }

private:
    bool atTop() const { return m_pages.back().parts.empty(); }

    // Room up to the bottom, less what a carried total may need below this row.
    double roomFor(const Size& size) const
    {
        return m_frame.bottom - m_y - (size.carriedAfter ? m_frame.carriedHeight : 0);
    }

    // The least of a row that can stand on a page.
    static double least(const Size& size)
    {
        return size.splits && !size.cuts.empty() ? size.cuts.front() : size.height;
    }

    // Whether the row and those it must stay with find room on this page.
    bool chainFits(std::size_t row) const
    {
        double needed = 0;
        for (;; ++row) {
            needed += m_sizes[row].spaceBefore;
            if (!m_sizes[row].keepWithNext || row + 1 == m_sizes.size())
                return needed + least(m_sizes[row]) <= roomFor(m_sizes[row]);
            needed += m_sizes[row].height;
        }
    }

    void turnPage(std::size_t row, const std::optional<Decimal>& carried)
    {
        if (carried) {
            m_pages.back().carriedAt = m_y;
            m_pages.back().carried = *carried;
        }
        Page& page = m_pages.emplace_back();
        m_y = m_frame.nextTop;
        if (m_sizes[row].headed) {
            page.headsAt = m_y;
            m_y += m_frame.headsHeight;
        }
        if (carried) {
            page.broughtAt = m_y;
            page.brought = *carried;
            m_y += m_frame.carriedHeight;
        }
    }

    void place(std::size_t row)
    {
        const Size& size = m_sizes[row];
        if (!atTop())
            m_y += size.spaceBefore;
        double from = 0;
        while (size.splits && size.height - from > roomFor(size)) {
            double cut = 0;
            for (const double candidate : size.cuts)
                if (candidate > from + 0.01 && (cut == 0 || candidate - from <= roomFor(size)))
                    cut = candidate;
            if (cut == 0)
                break;
            put({row, m_y, from, cut, from == 0, false});
            from = cut;
            turnPage(row, size.carriedAfter);
        }
        put({row, m_y, from, size.height, from == 0, true});
    }

    void put(const Page::Part& part)
    {
        m_pages.back().parts.push_back(part);
        m_y += part.to - part.from;
    }

    const Frame& m_frame;
    std::vector<Size> m_sizes;
    std::vector<Page> m_pages;
    double m_y;
};

} // namespace

std::vector<Page> paginate(const std::vector<MakeRow>& rows, const Frame& frame)
{
    return Paginator(rows, frame).run();
}

void drawPage(const Page& page, const std::vector<MakeRow>& rows, const Frame& frame, const Canvas& canvas)
{
    if (page.headsAt)
        frame.heads(*page.headsAt);
    if (page.broughtAt)
        frame.carried(*page.broughtAt, page.brought, false);
    for (const Page::Part& part : page.parts) {
        const Row row = rows[part.row]();
        if (!row.bookmark.empty() && part.first)
            frame.bookmark(part.y, row.bookmark);
        if (row.under)
            row.under(canvas, {frame.start, part.y, frame.width, part.to - part.from}, part.first, part.last);
        for (const Row::Piece& piece : row.pieces)
            canvas.draw(piece.text, piece.start, piece.width,
                        part.y + piece.top - part.from + std::max(0.0, part.from - piece.top),
                        std::max(0.0, part.from - piece.top), part.to - piece.top);
    }
    if (page.carriedAt)
        frame.carried(*page.carriedAt, page.carried, true);
}

} // namespace satchel::documents
