// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteStationery.h"
#include "ui/documents/Text.h"

#include <algorithm>

namespace satchel::documents {

namespace {

constexpr double footerGap = 14; // between the text and what stands at the foot

} // namespace

QuoteStationery::QuoteStationery(const QuotePaper& paper, const Letterhead& head, const Words& words,
                                 const Formats& formats, const Canvas& canvas)
    : m_paper(paper),
      m_head(head),
      m_words(words),
      m_formats(formats),
      m_canvas(canvas),
      m_start(canvas.look().marginStart),
      m_width(canvas.look().pageWidth - canvas.look().marginStart - canvas.look().marginEnd)
{
    if (!head.logo.empty())
        if (auto logo = Logo::read(head.logo))
            m_logo = std::move(logo).value();
}

Style QuoteStationery::tiny() const
{
    Style style = m_canvas.small();
    style.size = std::max(5.0, style.size - 0.7);
    return style;
}

// Returns where the text ends; nothing is drawn if it is only to be measured.
double QuoteStationery::put(const std::string& text, const Style& style, double start, double width, double y,
                            Align align, bool drawn) const
{
    if (text.empty())
        return y;
    const TextBlock block = m_canvas.text(text, style, width, align);
    if (drawn)
        m_canvas.draw(block, start, width, y);
    return y + block.height();
}

double QuoteStationery::letterhead(bool drawn) const
{
    const Template& look = m_canvas.look();
    const double top = look.marginTop;
    if (!look.has(Block::Letterhead))
        return top;
    double start = top;
    if (m_logo) {
        const double height = std::min(look.logoHeight, look.logoWidth / m_logo->aspect());
        if (drawn)
            m_logo->draw(m_canvas.paper(), m_canvas.left(m_start, look.logoWidth), top, look.logoWidth, look.logoHeight,
                         m_canvas.rightToLeft());
        start += height;
    } else {
        start = put(oneLine(m_head.name), {look.titleSize * 0.8, 700, look.accent}, m_start, m_width * 0.62, top,
                    Align::Start, drawn);
    }
    const double side = m_width * 0.34, from = m_start + m_width - side;
    double y = top;
    if (m_logo)
        y = put(oneLine(m_head.name), {look.smallSize, 600, look.text}, from, side, y, Align::End, drawn);
    std::vector<std::string> lines = addressLines(m_head.address, m_head.address.country);
    for (const std::string& line : {m_head.phone, m_head.email, m_head.website})
        lines.push_back(m_words.isolated(oneLine(line)));
    y = put(joined(lines, "\n"), m_canvas.small(), from, side, y, Align::End, drawn);
    return std::max(start, y);
}

double QuoteStationery::addressee(bool drawn) const
{
    const Template& look = m_canvas.look();
    double y = look.addressTop;
    if (look.has(Block::Sender)) {
        std::vector<std::string> parts{oneLine(m_head.name)};
        for (const std::string& line : addressLines(m_head.address, m_head.address.country))
            parts.push_back(line);
        y = put(joined(parts, " \u00b7 "), tiny(), m_start, look.addressWidth, y + 8, Align::Start, drawn) + 2;
        if (drawn)
            m_canvas.rule(m_start, y, look.addressWidth, 0.4, look.rule);
        y += 6;
    }
    if (!look.has(Block::Address))
        return y;
    Style style = m_canvas.plain();
    style.size += 0.8;
    for (const std::string& line : m_paper.addressee) {
        style.weight = &line == &m_paper.addressee.front() ? 600 : 400;
        y = put(line, style, m_start, look.addressWidth, y, Align::Start, drawn) + 1;
    }
    return std::max(y, look.addressTop + look.addressHeight);
}

double QuoteStationery::detail(const QuotePaper::Detail& detail, double labels, double y, bool drawn) const
{
    const Template& look = m_canvas.look();
    const double start = m_start + m_width - look.detailsWidth;
    const double room = look.detailsWidth - labels - 8;
    Style own = m_canvas.plain();
    if (detail.value.find(' ') == std::string::npos) // an address of e-mail is rather small than broken
        own.size *= std::clamp(room / (m_canvas.widthOf(detail.value, own) + 1), 0.75, 1.0);
    const TextBlock label = m_canvas.text(detail.label, m_canvas.small(), labels);
    const TextBlock value = m_canvas.text(detail.value, own, room);
    const double baseline = std::max(label.baseline(), value.baseline());
    if (drawn) {
        m_canvas.draw(label, start, labels, y + baseline - label.baseline());
        m_canvas.draw(value, start + labels + 8, room, y + baseline - value.baseline());
    }
    return y + baseline + std::max(label.height() - label.baseline(), value.height() - value.baseline()) + 1;
}

double QuoteStationery::details(bool drawn) const
{
    const Template& look = m_canvas.look();
    double y = look.addressTop;
    if (!look.has(Block::Details))
        return y;
    double labels = 0;
    for (const auto* list : {&m_paper.details, &m_paper.seller})
        for (const QuotePaper::Detail& each : *list)
            labels = std::max(labels, m_canvas.widthOf(each.label, m_canvas.small()) + 1);
    labels = std::min(labels, look.detailsWidth * 0.48);
    y += 7;
    for (const QuotePaper::Detail& each : m_paper.details)
        y = detail(each, labels, y, drawn);
    y += 5;
    for (const QuotePaper::Detail& each : m_paper.seller)
        y = detail(each, labels, y, drawn);
    return y;
}

double QuoteStationery::firstTop() const
{
    const Template& look = m_canvas.look();
    const bool boxes = look.has(Block::Address) || look.has(Block::Details) || look.has(Block::Sender);
    return std::max({letterhead(false), boxes ? addressee(false) : 0, boxes ? details(false) : 0}) + 18;
}

double QuoteStationery::nextTop() const
{
    return m_canvas.look().marginTop + m_canvas.text("0", m_canvas.small(), -1).height() + 16;
}

double QuoteStationery::footer(double top, bool drawn) const
{
    if (!m_canvas.look().has(Block::Footer))
        return top;
    const auto labelled = [this](const char* phrase, const std::string& value) {
        return value.empty() ? std::string() : m_words.labelled(phrase, oneLine(value));
    };
    std::vector<std::string> who{oneLine(m_head.name)};
    for (const std::string& line : addressLines(m_head.address, m_head.address.country))
        who.push_back(line);
    const std::string reach =
        joined({labelled("phone", m_head.phone), labelled("email", m_head.email), oneLine(m_head.website)}, "\n");
    const std::string law = joined({labelled("bank", m_head.bank), labelled("registration", m_head.registration),
                                    labelled("vat_id", m_head.vatId)},
                                   "\n");
    const double column = m_width * 0.24, between = m_width * 0.02, wide = m_width * 0.36;
    double y = put(joined(who, "\n"), tiny(), m_start, column, top, Align::Start, drawn);
    y = std::max(y, put(reach, tiny(), m_start + column + between, column, top, Align::Start, drawn));
    y = std::max(y, put(law, tiny(), m_start + 2 * (column + between), wide, top, Align::Start, drawn));
    if (const std::string text = plain(m_head.footer); !text.empty())
        y = put(text, tiny(), m_start, 2 * (column + between) + wide, y + 3, Align::Start, drawn);
    return y;
}

void QuoteStationery::pageNumber(double top, int page, int pages) const
{
    const double width = m_width * 0.12;
    put(m_words.with("page", m_formats.count(page), m_formats.count(pages)), tiny(), m_start + m_width - width, width,
        top, Align::End, true);
}

double QuoteStationery::bottom() const
{
    const Template& look = m_canvas.look();
    const double least = m_canvas.text("0", tiny(), -1).height();
    return look.pageHeight - look.marginBottom - std::max(footer(0, false), least) - 5 - footerGap;
}

void QuoteStationery::continuation() const
{
    const Template& look = m_canvas.look();
    const double half = m_width / 2;
    const std::string what = m_paper.draft ? joined({m_paper.heading, m_paper.number}, " \u2013 ") : m_paper.heading;
    Style style = m_canvas.small();
    put(joined({what, m_paper.addressee.front()}, " \u00b7 "), style, m_start, half * 1.35, look.marginTop,
        Align::Start, true);
    put(oneLine(m_head.name), style, m_start + half * 1.35, half * 0.65, look.marginTop, Align::End, true);
    m_canvas.rule(m_start, nextTop() - 10, m_width, 0.4, look.rule);
}

void QuoteStationery::draw(int page, int pages) const
{
    const Template& look = m_canvas.look();
    if (page == 1) {
        letterhead(true);
        addressee(true);
        details(true);
    } else {
        continuation();
    }
    const double top = bottom() + footerGap;
    m_canvas.rule(m_start, top, m_width, 0.4, look.rule);
    footer(top + 5, true);
    pageNumber(top + 5, page, pages);
}

} // namespace satchel::documents
