// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>

using cairo_t = struct _cairo;

namespace satchel::documents {

/// A picture for the letterhead, PNG or SVG, ready to be drawn; an SVG stays lines and curves on the paper. It comes
/// from a record, so it is limited in size and can name no other file and no address: such references draw nothing.
class Logo {
public:
    /// Invalid, with a sentence, for anything that is not a picture of a sensible size.
    [[nodiscard]] static Result<Logo> read(const std::string& bytes);

    /// Draws it as large as it can be in a box of this size, at its top, at the left or the right of the box.
    void draw(cairo_t* paper, double x, double y, double width, double height, bool right) const;
    /// Width divided by height.
    [[nodiscard]] double aspect() const;

private:
    struct Picture;
    std::shared_ptr<const Picture> m_picture;
};

} // namespace satchel::documents
