// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Canvas.h"

#include <pango/pangocairo.h>

#include <algorithm>

namespace satchel::documents {

namespace {

std::shared_ptr<PangoContext> makeContext(bool rightToLeft, const std::string& language)
{
    PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_cairo_context_set_resolution(context, 72); // a point is a unit
    pango_context_set_base_dir(context, rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context, pango_language_from_string(language.c_str()));
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return {context, [](PangoContext* made) { g_object_unref(made); }};
}

void setFont(PangoLayout* layout, const std::string& fonts, const Style& style)
{
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, fonts.c_str());
    pango_font_description_set_size(font, int(style.size * PANGO_SCALE));
    pango_font_description_set_weight(font, PangoWeight(style.weight));
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

// Figures of one width, and no lines that a break fills up with a hyphen nobody wrote.
// The distance of lines depends on the size alone, so that all scripts keep the same step.
void setAttributes(PangoLayout* layout, bool figures, double lineHeight)
{
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(int(lineHeight * PANGO_SCALE)));
    if (figures)
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

double points(int units)
{
    return double(units) / PANGO_SCALE;
}

void setColour(cairo_t* paper, const Colour& colour)
{
    cairo_set_source_rgb(paper, colour.red, colour.green, colour.blue);
}

// Calls visit(line, top, bottom, baseline, width) for each line.
template <typename Visit>
void eachLine(PangoLayout* layout, const Visit& visit)
{
    PangoLayoutIter* lines = pango_layout_get_iter(layout);
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(lines, nullptr, &logical);
        visit(pango_layout_iter_get_line_readonly(lines), points(logical.y), points(logical.y + logical.height),
              points(pango_layout_iter_get_baseline(lines)), points(logical.width));
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
}

} // namespace

TextBlock::TextBlock(PangoContext* context, const std::string& text, const Style& style, double width, Align align,
                     double lineHeight, bool figures, const std::string& fonts)
    : m_layout(pango_layout_new(context), [](PangoLayout* made) { g_object_unref(made); }),
      m_colour(style.colour),
      m_width(width),
      m_align(align)
{
    pango_layout_set_text(m_layout.get(), text.data(), int(text.size()));
    pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD_CHAR);
    setFont(m_layout.get(), fonts, style);
    setAttributes(m_layout.get(), figures, lineHeight * style.size);
    pango_layout_set_width(m_layout.get(), width < 0 ? -1 : int(width * PANGO_SCALE));
}

double TextBlock::height() const
{
    PangoRectangle logical;
    pango_layout_get_extents(m_layout.get(), nullptr, &logical);
    return points(logical.y + logical.height);
}

double TextBlock::baseline() const
{
    return points(pango_layout_get_baseline(m_layout.get()));
}

double TextBlock::inkWidth() const
{
    double widest = 0;
    eachLine(m_layout.get(), [&](auto*, double, double, double, double width) { widest = std::max(widest, width); });
    return widest;
}

std::vector<std::pair<double, double>> TextBlock::lines() const
{
    std::vector<std::pair<double, double>> found;
    eachLine(m_layout.get(),
             [&](auto*, double top, double bottom, double, double) { found.emplace_back(top, bottom); });
    return found;
}

void TextBlock::draw(cairo_t* paper, double left, double y, bool rightToLeft, double from, double to) const
{
    constexpr double hair = 0.01;
    setColour(paper, m_colour);
    eachLine(m_layout.get(), [&](PangoLayoutLine* line, double top, double bottom, double baseline, double width) {
        if (top < from - hair || bottom > to + hair)
            return;
        const double room = m_width < 0 ? 0 : m_width - width;
        const bool atRight = m_align == Align::Figures || (m_align == Align::Start && rightToLeft) ||
                             (m_align == Align::End && !rightToLeft);
        const double shift = m_align == Align::Centre ? room / 2 : atRight ? room : 0;
        cairo_move_to(paper, left + shift, y + baseline - from);
        pango_cairo_show_layout_line(paper, line);
    });
}

Canvas::Canvas(const Template& look, const Words& words, const std::string& language)
    : m_look(look),
      m_rightToLeft(words.rightToLeft),
      m_context(makeContext(words.rightToLeft, language.empty() ? words.language : language))
{}

TextBlock Canvas::text(const std::string& text, const Style& style, double width, Align align) const
{
    return {m_context.get(), text, style, width, align, m_look.lineHeight, align == Align::Figures, m_look.fonts};
}

double Canvas::widthOf(const std::string& text, const Style& style) const
{
    return this->text(text, style, -1, Align::Figures).inkWidth();
}

void Canvas::draw(const TextBlock& block, double start, double width, double y, double from, double to) const
{
    if (m_paper)
        block.draw(m_paper, left(start, width), y, m_rightToLeft, from, to);
}

void Canvas::rule(double start, double y, double width, double thickness, const Colour& colour) const
{
    fill({start, y - thickness / 2, width, thickness}, colour);
}

void Canvas::fill(const Box& box, const Colour& colour) const
{
    if (!m_paper)
        return;
    setColour(m_paper, colour);
    cairo_rectangle(m_paper, left(box.start, box.width), box.top, box.width, box.height);
    cairo_fill(m_paper);
}

double Canvas::left(double start, double width) const
{
    return m_rightToLeft ? m_look.pageWidth - start - width : start;
}

} // namespace satchel::documents
