// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Signature.h"

#include <cairo.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

namespace satchel::documents {

namespace {

constexpr std::size_t longest = 500'000;
constexpr double farthest = 100'000;
constexpr double unitsWide = 1000;

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool atEnd()
    {
        skip();
        return m_rest.empty();
    }
    // A letter, or 0 where a number comes.
    char command()
    {
        skip();
        if (m_rest.empty() || !std::isalpha(static_cast<unsigned char>(m_rest[0])))
            return 0;
        const char letter = m_rest[0];
        m_rest.remove_prefix(1);
        return letter;
    }
    bool number(double& value)
    {
        skip();
        const char* end = m_rest.data() + m_rest.size();
        const auto read = std::from_chars(m_rest.data(), end, value, std::chars_format::general);
        if (read.ec != std::errc() || !std::isfinite(value) || std::abs(value) > farthest)
            return false;
        m_rest.remove_prefix(std::size_t(read.ptr - m_rest.data()));
        return true;
    }

private:
    void skip()
    {
        while (!m_rest.empty() &&
               (m_rest[0] == ' ' || m_rest[0] == ',' || m_rest[0] == '\n' || m_rest[0] == '\r' || m_rest[0] == '\t'))
            m_rest.remove_prefix(1);
    }
    std::string_view m_rest;
};

int numbersOf(char command)
{
    switch (command) {
    case 'M':
    case 'L': return 2;
    case 'H':
    case 'V': return 1;
    case 'C': return 6;
    case 'Q': return 4;
    case 'Z': return 0;
    default: return -1;
    }
}

} // namespace

Signature Signature::read(std::string_view path)
{
    Signature made;
    if (path.size() > longest)
        return made;
    Scanner scanner(path);
    double x = 0, y = 0, startX = 0, startY = 0;
    char letter = 0;
    while (!scanner.atEnd()) {
        if (const char next = scanner.command())
            letter = next;
        else if (letter == 'M' || letter == 'm') // further pairs are lines
            letter = letter == 'M' ? 'L' : 'l';
        const char command = char(std::toupper(static_cast<unsigned char>(letter)));
        const int count = numbersOf(command);
        double v[6] = {};
        bool good = count >= 0 && (!made.m_steps.empty() || command == 'M');
        for (int i = 0; good && i < count; ++i)
            good = scanner.number(v[i]);
        if (!good)
            return {};
        const bool relative = letter != command;
        for (int i = 0; relative && i < count; ++i)
            v[i] += command == 'V' || (command != 'H' && i % 2) ? y : x;
        Step step{.command = command};
        if (command == 'H' || command == 'V')
            step = {'L', {command == 'H' ? v[0] : x, command == 'H' ? y : v[0]}};
        else if (command == 'Q') // as a cubic curve
            step = {'C',
                    {x + (v[0] - x) * 2 / 3, y + (v[1] - y) * 2 / 3, v[2] + (v[0] - v[2]) * 2 / 3,
                     v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3]}};
        else
            std::copy(v, v + 6, step.at);
        if (command == 'Z') {
            x = startX, y = startY;
            letter = 0; // only a command may follow
        } else {
            x = step.at[step.command == 'C' ? 4 : 0], y = step.at[step.command == 'C' ? 5 : 1];
        }
        if (command == 'M')
            startX = x, startY = y;
        made.m_steps.push_back(step);
    }
    return made;
}

void Signature::draw(cairo_t* paper, double x, double y, double width, double height, double pen) const
{
    if (m_steps.empty())
        return;
    cairo_save(paper);
    cairo_new_path(paper);
    for (const Step& step : m_steps) {
        const double* at = step.at;
        switch (step.command) {
        case 'M': cairo_move_to(paper, at[0], at[1]); break;
        case 'L': cairo_line_to(paper, at[0], at[1]); break;
        case 'C': cairo_curve_to(paper, at[0], at[1], at[2], at[3], at[4], at[5]); break;
        default: cairo_close_path(paper);
        }
    }
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_path_extents(paper, &left, &top, &right, &bottom);
    cairo_path_t* path = cairo_copy_path(paper);
    cairo_new_path(paper);
    const double scale = std::min({width / std::max(unitsWide, right - left), height / std::max(1.0, bottom - top)});
    cairo_translate(paper, x - std::min(left, 0.0) * scale, y + height - bottom * scale);
    cairo_scale(paper, scale, scale);
    cairo_append_path(paper, path);
    cairo_path_destroy(path);
    cairo_set_line_width(paper, pen / scale);
    cairo_set_line_cap(paper, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(paper, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(paper);
    cairo_restore(paper);
}

} // namespace satchel::documents
