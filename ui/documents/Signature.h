// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

using cairo_t = struct _cairo;

namespace satchel::documents {

/// A signature as it was drawn: the d of an SVG path with the commands M, L, H, V, C, Q and Z in either case, 1000
/// units wide. Read strictly, and never by a reader of SVG.
class Signature {
public:
    /// One that draws nothing if the text is anything else, or longer than a hand draws.
    [[nodiscard]] static Signature read(std::string_view path);
    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }
    /// Draws it into a box, at its bottom, with a pen of this width in points.
    void draw(cairo_t* paper, double x, double y, double width, double height, double pen) const;

private:
    struct Step {
        char command = 'M'; ///< M, L, C or Z, with absolute coordinates
        double at[6] = {};
    };
    std::vector<Step> m_steps;
};

} // namespace satchel::documents
