// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuotePages.h"

#include "ui/documents/QuoteStationery.h"
#include "ui/documents/QuoteTable.h"
#include "ui/documents/Signature.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace satchel::documents {

namespace {

// The rows of a quote, from its title to the place to sign.
class Body {
public:
    Body(const QuotePaper& paper, const pricing::Document& document, const Words& words, const QuoteTable& table,
         const Canvas& canvas)
        : m_paper(paper),
          m_words(words),
          m_table(table),
          m_canvas(canvas),
          m_signature(Signature::read(document.signature)),
          m_start(canvas.look().marginStart),
          m_width(canvas.look().pageWidth - canvas.look().marginStart - canvas.look().marginEnd)
    {}

    std::vector<MakeRow> rows()
    {
        const std::vector<Block>& blocks = m_canvas.look().blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const bool totalsFollow = i + 1 < blocks.size() && blocks[i + 1] == Block::Totals;
            switch (blocks[i]) {
            case Block::Title: m_rows.emplace_back([this] { return titleRow(); }); break;
            case Block::Introduction: addText("", m_paper.introduction, m_canvas.plain(), 4); break;
            case Block::Lines: addLines(totalsFollow); break;
            case Block::Totals: append(m_table.totals()); break;
            case Block::Taxation: addText("", m_paper.taxation, m_canvas.plain(), 12); break;
            case Block::Terms: addText(m_words["terms"], m_paper.terms, termsStyle(), 16); break;
            case Block::Acceptance: addAcceptance(); break;
            default: break; // the stationery's
            }
        }
        return std::move(m_rows);
    }

private:
    void append(std::vector<MakeRow> rows) { m_rows.insert(m_rows.end(), rows.begin(), rows.end()); }

    void addLines(bool totalsFollow)
    {
        m_rows.emplace_back([this] {
            Row row = textRow(m_paper.amountsIn, m_canvas.small(), 12, Align::End);
            row.keepWithNext = true;
            row.splits = false;
            return row;
        });
        append(m_table.rows());
        if (totalsFollow)
            return;
        m_rows.back() = [last = m_rows.back()] { // nothing follows that could be carried
            Row row = last();
            row.carriedAfter.reset();
            return row;
        };
    }

    Row textRow(const std::string& text, const Style& style, double before, Align align = Align::Start) const
    {
        TextBlock block = m_canvas.text(text, style, m_width, align);
        const double height = block.height();
        Row row{.height = height, .spaceBefore = before, .splits = true};
        row.pieces.push_back({std::move(block), m_start, m_width, 0});
        return row;
    }

    // Paragraph by paragraph, below a heading if there is one.
    void addText(const std::string& heading, const std::string& text, const Style& style, double before)
    {
        if (text.find_first_not_of(" \n") == std::string::npos)
            return;
        if (!heading.empty())
            addHeading(heading, before);
        bool first = heading.empty();
        double space = first ? before : 3;
        for (std::size_t from = 0; from < text.size();) {
            const auto end = std::min(text.find('\n', from), text.size());
            const std::string paragraph = text.substr(from, end - from);
            from = end + 1;
            if (paragraph.find_first_not_of(' ') == std::string::npos) {
                space = style.size * 0.75;
                continue;
            }
            m_rows.emplace_back([this, paragraph, style, space] { return textRow(paragraph, style, space); });
            space = 1.5;
        }
    }

    void addHeading(const std::string& heading, double before)
    {
        m_rows.emplace_back([this, heading, before] {
            Row row = textRow(heading, {m_canvas.look().groupSize, 600, m_canvas.look().accent}, before);
            row.keepWithNext = true;
            return row;
        });
    }

    Style termsStyle() const { return {m_canvas.look().smallSize + 0.5, 400, m_canvas.look().text}; }

    Row titleRow() const
    {
        const Template& look = m_canvas.look();
        const Style style{look.titleSize, 650, look.text};
        TextBlock heading = m_canvas.text(m_paper.heading, style, m_width);
        Row row{.height = heading.height(), .keepWithNext = false};
        const double width = heading.inkWidth();
        row.pieces.push_back({std::move(heading), m_start, m_width, 0});
        if (m_paper.draft) {
            const Style mark{look.smallSize + 0.5, 600, look.accent};
            TextBlock word = m_canvas.text(m_paper.number, mark, -1);
            const double wide = word.inkWidth(), high = word.height(), top = (row.height - high) / 2 + 1;
            row.pieces.push_back({std::move(word), m_start + width + 18, wide, top});
            row.under = [this, width, wide, high, top](const Canvas& canvas, const Box& box, bool, bool) {
                frame(canvas, {m_start + width + 10, box.top + top - 2.5, wide + 16, high + 5});
            };
        }
        if (!m_paper.title.empty()) {
            TextBlock title = m_canvas.text(m_paper.title, {look.groupSize + 1, 400, look.muted}, m_width);
            const double below = row.height + 1;
            row.height = below + title.height();
            row.pieces.push_back({std::move(title), m_start, m_width, below});
        }
        row.height += 6;
        return row;
    }

    // A thin frame with round ends.
    void frame(const Canvas& canvas, const Box& box) const
    {
        cairo_t* paper = canvas.paper();
        const double x = canvas.left(box.start, box.width), radius = box.height / 2;
        const Colour& colour = canvas.look().accent;
        cairo_set_source_rgb(paper, colour.red, colour.green, colour.blue);
        cairo_set_line_width(paper, 0.8);
        cairo_new_path(paper);
        cairo_arc(paper, x + radius, box.top + radius, radius, M_PI / 2, M_PI * 1.5);
        cairo_arc(paper, x + box.width - radius, box.top + radius, radius, -M_PI / 2, M_PI / 2);
        cairo_close_path(paper);
        cairo_stroke(paper);
    }

    void addAcceptance()
    {
        addHeading(m_words["acceptance"], 14);
        if (m_paper.acceptedBy.empty())
            m_rows.emplace_back([this] {
                Row row = textRow(m_words["acceptance_text"], m_canvas.plain(), 3);
                row.keepWithNext = true;
                return row;
            });
        m_rows.emplace_back([this] { return m_paper.acceptedBy.empty() ? placeToSign() : signedRow(); });
    }

    Row placeToSign() const
    {
        constexpr double room = 32;
        const double width = (m_width - 30) / 2;
        Row row{};
        addUnderRule(row, m_words["place_date"], m_start, width, room);
        addUnderRule(row, m_words["signature"], m_start + width + 30, width, room);
        row.under = [this, width](const Canvas& canvas, const Box& box, bool, bool) {
            canvas.rule(m_start, box.top + room, width, 0.6, canvas.look().muted);
            canvas.rule(m_start + width + 30, box.top + room, width, 0.6, canvas.look().muted);
        };
        return row;
    }

    Row signedRow() const
    {
        const double room = m_signature.isEmpty() ? 8 : 62, width = m_width / 2;
        Row row{};
        addUnderRule(row, m_words.with("accepted_by", m_paper.acceptedBy), m_start, width, room);
        row.under = [this, room, width](const Canvas& canvas, const Box& box, bool, bool) {
            const Colour& ink = canvas.look().text;
            cairo_set_source_rgb(canvas.paper(), ink.red, ink.green, ink.blue);
            m_signature.draw(canvas.paper(), canvas.left(m_start, width) + 4, box.top + 6, width - 8, room - 8, 1.1);
            canvas.rule(m_start, box.top + room, width, 0.6, canvas.look().muted);
        };
        return row;
    }

    void addUnderRule(Row& row, const std::string& text, double start, double width, double room) const
    {
        TextBlock block = m_canvas.text(text, m_canvas.small(), width);
        row.height = std::max(row.height, room + 3 + block.height());
        row.pieces.push_back({std::move(block), start, width, room + 3});
    }

    const QuotePaper& m_paper;
    const Words& m_words;
    const QuoteTable& m_table;
    const Canvas& m_canvas;
    const Signature m_signature;
    double m_start, m_width;
    std::vector<MakeRow> m_rows;
};

} // namespace

// They refer to each other, so they stay where they are made.
struct QuotePages::Parts {
    Parts(pricing::Document whole, Letterhead letterhead, const Template& shape)
        : document(std::move(whole)),
          head(std::move(letterhead)),
          look(shape),
          words(look.wordsFor(document.language)),
          formats(document.language, document.currency, words),
          paper(paperOf(document, head, words, formats)),
          canvas(look, words, document.language),
          stationery(paper, head, words, formats, canvas),
          table(paper, words, formats, canvas),
          body(paper, document, words, table, canvas),
          rows(body.rows())
    {
        frame = {.start = look.marginStart,
                 .width = look.pageWidth - look.marginStart - look.marginEnd,
                 .firstTop = stationery.firstTop(),
                 .nextTop = stationery.nextTop(),
                 .bottom = stationery.bottom(),
                 .headsHeight = table.headsHeight(),
                 .carriedHeight = table.carriedHeight()};
        frame.heads = [this](double y) { table.drawHeads(y); };
        frame.carried = [this](double y, const Decimal& amount, bool atFoot) { table.drawCarried(y, amount, atFoot); };
        frame.bookmark = [this](double y, const std::string& title) {
            if (bookmark)
                bookmark(y, title);
        };
    }

    const pricing::Document document;
    const Letterhead head;
    const Template& look;
    const Words& words;
    const Formats formats;
    const QuotePaper paper;
    Canvas canvas;
    const QuoteStationery stationery;
    const QuoteTable table;
    Body body;
    const std::vector<MakeRow> rows;
    Frame frame;
    std::vector<Page> pages;
    Bookmark bookmark;
};

QuotePages::QuotePages(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
QuotePages::~QuotePages() = default;

Result<std::unique_ptr<QuotePages>> QuotePages::layOut(pricing::Document document, Letterhead head,
                                                       const Template& look)
{
    auto parts = std::make_unique<Parts>(std::move(document), std::move(head), look);
    if (parts->frame.bottom - std::max(parts->frame.firstTop, parts->frame.nextTop) < 100)
        return invalid("The letterhead and the footer leave no room for the quote on its page.");
    parts->pages = paginate(parts->rows, parts->frame);
    return std::unique_ptr<QuotePages>(new QuotePages(std::move(parts)));
}

int QuotePages::count() const
{
    return int(m_parts->pages.size());
}

double QuotePages::width() const
{
    return m_parts->look.pageWidth;
}

double QuotePages::height() const
{
    return m_parts->look.pageHeight;
}

const QuotePaper& QuotePages::paper() const
{
    return m_parts->paper;
}

void QuotePages::draw(int page, cairo_t* paper, const Bookmark& bookmark) const
{
    m_parts->canvas.setPaper(paper);
    m_parts->bookmark = bookmark;
    m_parts->stationery.draw(page + 1, count());
    drawPage(m_parts->pages[std::size_t(page)], m_parts->rows, m_parts->frame, m_parts->canvas);
    m_parts->bookmark = {};
    m_parts->canvas.setPaper(nullptr);
}

QuotePages::Image QuotePages::image(int page, double scale) const
{
    constexpr int most = 8000; // pixels along an edge: more than any screen shows
    Image image{.width = std::clamp(int(std::lround(width() * scale)), 1, most),
                .height = std::clamp(int(std::lround(height() * scale)), 1, most)};
    image.pixels = QByteArray(qsizetype(image.width) * image.height * 4, char(0xFF)); // white
    cairo_surface_t* surface =
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()), CAIRO_FORMAT_RGB24,
                                            image.width, image.height, image.width * 4);
    cairo_t* paper = cairo_create(surface);
    cairo_scale(paper, image.width / width(), image.height / height());
    draw(page, paper);
    cairo_destroy(paper);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return image;
}

} // namespace satchel::documents
