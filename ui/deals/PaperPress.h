// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/QuotePages.h"
#include "ui/models/Desk.h"

#include <QImage>
#include <QObject>

#include <set>

namespace satchel::ui {

/// Sets a quote in type and draws its pages, all of it on the reader's thread; the pages come back as images. What was
/// set stays there as long as the quote says the same. Window's thread; owned by the pane.
class PaperPress final : public QObject {
    Q_OBJECT
public:
    PaperPress(const Desk& desk, QObject* parent);
    ~PaperPress() override;

    /// Another quote, or the same one anew because the store changed.
    void load(const Id& quote);
    /// Asks for a page at so many pixels a point, once.
    void draw(int page, double scale);

Q_SIGNALS:
    /// There are pages to draw; `another`: they are not those from before.
    void loaded(int pages, QSizeF size, bool another);
    void drawn(int page, double scale, const QImage& image);
    void failed(const QString& sentence);

private:
    struct Set; ///< touched on the reader's thread only
    const Desk& m_desk;
    std::shared_ptr<Set> m_set;
    std::uint64_t m_asked = 0;
    std::uint64_t m_generation = 0; ///< of what was loaded last
    std::set<std::pair<int, double>> m_drawing;
};

} // namespace satchel::ui
