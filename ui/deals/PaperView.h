// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QImage>

#include <map>

namespace satchel::ui {

/// Pages below each other, as images that somebody else draws: what is in sight and missing is asked for. Keeps page,
/// zoom and place when other pages come. Plus and minus zoom, 0 fits the width, Page Up and Down turn.
class PaperView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent);

    /// `size` in points; `another`: the images from before are old, and stay until new ones come.
    void setPages(int pages, const QSizeF& size, bool another);
    void setImage(int page, double scale, const QImage& image);
    void clear();

    [[nodiscard]] int pages() const { return m_pages; }
    /// The page in the middle of the window, from 0.
    [[nodiscard]] int current() const;
    /// The image that is shown of a page; null while there is none.
    [[nodiscard]] QImage image(int page) const;
    void zoom(int steps);
    void fitWidth();
    [[nodiscard]] bool fitsWidth() const { return m_fits; }
    /// Pixels of the screen for a point.
    [[nodiscard]] double scale() const;

Q_SIGNALS:
    void imageWanted(int page, double scale);
    void moved();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Drawn {
        QImage image;
        double scale = 0;
        bool old = false;
    };
    [[nodiscard]] double factor() const; ///< logical pixels for a point
    [[nodiscard]] QRect pageRect(int page) const;
    void arrange();
    void setFactor(double factor);
    void forgetFar();

    int m_pages = 0;
    QSizeF m_size;
    double m_factor = 1;
    bool m_fits = true;
    std::map<int, Drawn> m_drawn;
};

} // namespace satchel::ui
