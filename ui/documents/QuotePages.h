// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Letterhead.h"
#include "ui/documents/QuotePaper.h"
#include "ui/documents/Template.h"

#include <QByteArray>

#include <functional>
#include <memory>

using cairo_t = struct _cairo;

namespace satchel::documents {

/// A quote set in type and put on pages, to be drawn on any paper of Cairo's: a PDF, or an image for the screen.
/// Belongs to the thread that made it, until it is deleted there; needs no application object and no display.
class QuotePages {
public:
    /// Invalid, with a sentence, if it cannot be laid out. Everything is copied but `look`, which must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<QuotePages>> layOut(pricing::Document document, Letterhead head,
                                                                    const Template& look);
    ~QuotePages();

    [[nodiscard]] int count() const;
    /// In points, as drawn at scale 1.
    [[nodiscard]] double width() const;
    [[nodiscard]] double height() const;
    [[nodiscard]] const QuotePaper& paper() const;

    /// Called for what belongs into a reader's table of contents while a page is drawn.
    using Bookmark = std::function<void(double y, const std::string& title)>;
    /// `page` from 0.
    void draw(int page, cairo_t* paper, const Bookmark& bookmark = {}) const;

    /// A page as pixels, `scale` of them for a point: 0xFFRRGGBB each, rows without gaps.
    struct Image {
        int width = 0, height = 0;
        QByteArray pixels = {};
    };
    [[nodiscard]] Image image(int page, double scale) const;

private:
    struct Parts;
    explicit QuotePages(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace satchel::documents
