// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Logo.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>

namespace satchel::documents {

struct Logo::Picture {
    cairo_surface_t* png = nullptr;
    RsvgHandle* svg = nullptr;
    double width = 0, height = 0;

    Picture() = default;
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    ~Picture()
    {
        if (png)
            cairo_surface_destroy(png);
        if (svg)
            g_object_unref(svg);
    }
};

namespace {

constexpr std::string_view pngHead = "\x89PNG\r\n\x1a\n";
constexpr std::size_t largestFile = 1'000'000;
constexpr unsigned largestSide = 6000; // 144 MB when unpacked

unsigned bigEndian(std::string_view bytes, std::size_t at)
{
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

cairo_surface_t* readPng(std::string_view bytes)
{
    const auto next = [](void* closure, unsigned char* data, unsigned length) {
        auto& rest = *static_cast<std::string_view*>(closure);
        if (rest.size() < length)
            return CAIRO_STATUS_READ_ERROR;
        std::memcpy(data, rest.data(), length);
        rest.remove_prefix(length);
        return CAIRO_STATUS_SUCCESS;
    };
    cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(next, &bytes);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    return nullptr;
}

// Without an address of its own the handle opens nothing that the drawing refers to.
RsvgHandle* readSvg(std::string_view bytes)
{
    return rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr);
}

bool sizeOf(RsvgHandle* svg, double& width, double& height)
{
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height))
        return true;
    gboolean hasWidth = FALSE, hasHeight = FALSE, hasBox = FALSE;
    RsvgLength ignoredWidth{}, ignoredHeight{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(svg, &hasWidth, &ignoredWidth, &hasHeight, &ignoredHeight, &hasBox, &box);
    width = hasBox ? box.width : 0;
    height = hasBox ? box.height : 0;
    return hasBox;
}

} // namespace

Result<Logo> Logo::read(const std::string& bytes)
{
    if (bytes.size() > largestFile)
        return invalid("The logo is larger than one megabyte.", "logo");
    auto picture = std::make_shared<Picture>();
    if (std::string_view(bytes).starts_with(pngHead)) {
        if (bytes.size() < 33 || bigEndian(bytes, 16) > largestSide || bigEndian(bytes, 20) > largestSide)
            return invalid("The logo is more than 6000 dots wide or high.", "logo");
        picture->png = readPng(bytes);
        if (!picture->png)
            return invalid("The logo is a PNG file that cannot be read.", "logo");
        picture->width = cairo_image_surface_get_width(picture->png);
        picture->height = cairo_image_surface_get_height(picture->png);
    } else {
        picture->svg = readSvg(bytes);
        if (!picture->svg || !sizeOf(picture->svg, picture->width, picture->height))
            return invalid("The logo is neither a PNG nor an SVG file with a size.", "logo");
    }
    const double aspect = picture->width / picture->height;
    if (!std::isfinite(aspect) || aspect <= 0.01 || aspect >= 100)
        return invalid("The logo has no sensible size.", "logo");
    Logo logo;
    logo.m_picture = std::move(picture);
    return logo;
}

double Logo::aspect() const
{
    return m_picture->width / m_picture->height;
}

void Logo::draw(cairo_t* paper, double x, double y, double width, double height, bool right) const
{
    const double scale = std::min(width / m_picture->width, height / m_picture->height);
    const double drawnWidth = m_picture->width * scale, drawnHeight = m_picture->height * scale;
    const double left = right ? x + width - drawnWidth : x;
    cairo_save(paper);
    if (m_picture->png) {
        cairo_translate(paper, left, y);
        cairo_scale(paper, scale, scale);
        cairo_set_source_surface(paper, m_picture->png, 0, 0);
        cairo_paint(paper);
    } else {
        const RsvgRectangle box{left, y, drawnWidth, drawnHeight};
        rsvg_handle_render_document(m_picture->svg, paper, &box, nullptr);
    }
    cairo_restore(paper);
}

} // namespace satchel::documents
