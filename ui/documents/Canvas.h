// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Template.h"

#include <memory>

using cairo_t = struct _cairo;
using PangoContext = struct _PangoContext;
using PangoLayout = struct _PangoLayout;

namespace satchel::documents {

/// Start and End follow the direction of the paper's language; Figures stand at the right in any, so that digits of the
/// same worth stand below each other.
enum class Align { Start, End, Centre, Figures };

struct Style {
    double size = 0;
    int weight = 400;
    Colour colour = {};
};

/// Where something stands on a page, in points from the top and from the edge where lines begin: the left, or the right
/// of a paper that is read from right to left.
struct Box {
    double start = 0, top = 0, width = 0, height = 0;
};

/// A text set in type at a certain width, as it will be drawn: plain text, any script, each paragraph in its own
/// direction.
class TextBlock {
public:
    TextBlock(PangoContext* context, const std::string& text, const Style& style, double width, Align align,
              double lineHeight, bool figures, const std::string& fonts);

    [[nodiscard]] double height() const;
    /// Of the first line, from the block's top.
    [[nodiscard]] double baseline() const;
    /// The width of its longest line.
    [[nodiscard]] double inkWidth() const;
    /// Top and bottom of each line, from the block's top.
    [[nodiscard]] std::vector<std::pair<double, double>> lines() const;
    /// Draws the lines that lie wholly between `from` and `to`; `from` comes to stand at y. `left` is a page's.
    void draw(cairo_t* paper, double left, double y, bool rightToLeft, double from = 0, double to = 1e9) const;

private:
    std::shared_ptr<PangoLayout> m_layout;
    Colour m_colour;
    double m_width;
    Align m_align;
};

/// Sets and draws on pages of a template's size. Without a paper it only measures.
class Canvas {
public:
    Canvas(const Template& look, const Words& words, const std::string& language);

    [[nodiscard]] TextBlock text(const std::string& text, const Style& style, double width,
                                 Align align = Align::Start) const;
    /// How wide a text would be on one line.
    [[nodiscard]] double widthOf(const std::string& text, const Style& style) const;

    void setPaper(cairo_t* paper) { m_paper = paper; }
    [[nodiscard]] cairo_t* paper() const { return m_paper; }
    void draw(const TextBlock& block, double start, double width, double y, double from = 0, double to = 1e9) const;
    void rule(double start, double y, double width, double thickness, const Colour& colour) const;
    void fill(const Box& box, const Colour& colour) const;
    /// The left edge of something that begins `start` from the beginning edge and is `width` wide.
    [[nodiscard]] double left(double start, double width) const;
    [[nodiscard]] bool rightToLeft() const { return m_rightToLeft; }

    [[nodiscard]] Style plain() const { return {m_look.textSize, 400, m_look.text}; }
    [[nodiscard]] Style strong() const { return {m_look.textSize, 600, m_look.text}; }
    [[nodiscard]] Style small() const { return {m_look.smallSize, 400, m_look.muted}; }
    [[nodiscard]] const Template& look() const { return m_look; }

private:
    const Template& m_look;
    bool m_rightToLeft;
    std::shared_ptr<PangoContext> m_context;
    cairo_t* m_paper = nullptr;
};

} // namespace satchel::documents
