// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/PaperView.h"

#include "ui/theme/Colors.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace satchel::ui {

namespace {

constexpr int gap = 16;
constexpr double least = 0.4, most = 4;
constexpr double step = 1.2;
constexpr int keptAround = 3; ///< pages whose images stay, before and behind

} // namespace

PaperView::PaperView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview of the paper"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setSingleStep(40);
}

double PaperView::factor() const
{
    if (!m_fits || m_size.isEmpty())
        return m_factor;
    return qBound(least, (viewport()->width() - 2 * gap) / m_size.width(), most);
}

double PaperView::scale() const
{
    return factor() * devicePixelRatioF();
}

QRect PaperView::pageRect(int page) const
{
    const double f = factor();
    const int width = qRound(m_size.width() * f);
    const int height = qRound(m_size.height() * f);
    const int whole = width + 2 * gap;
    const int x =
        whole <= viewport()->width() ? (viewport()->width() - width) / 2 : gap - horizontalScrollBar()->value();
    return {x, gap + page * (height + gap) - verticalScrollBar()->value(), width, height};
}

void PaperView::arrange()
{
    const QRect first = pageRect(0);
    const int height = m_pages == 0 ? 0 : gap + m_pages * (first.height() + gap);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, height - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, qMax(0, first.width() + 2 * gap - viewport()->width()));
    viewport()->update();
    Q_EMIT moved();
}

void PaperView::setPages(int pages, const QSizeF& size, bool another)
{
    const bool first = m_pages == 0;
    m_pages = pages;
    m_size = size;
    if (another)
        for (auto& [page, drawn] : m_drawn)
            drawn.old = true;
    std::erase_if(m_drawn, [&](const auto& each) { return each.first >= m_pages; });
    arrange();
    if (first)
        verticalScrollBar()->setValue(0);
}

void PaperView::setImage(int page, double scale, const QImage& image)
{
    m_drawn[page] = {image, scale, false};
    forgetFar();
    viewport()->update();
}

void PaperView::clear()
{
    m_pages = 0;
    m_drawn.clear();
    arrange();
}

QImage PaperView::image(int page) const
{
    const auto found = m_drawn.find(page);
    return found == m_drawn.end() ? QImage() : found->second.image;
}

int PaperView::current() const
{
    for (int page = 0; page < m_pages; ++page)
        if (pageRect(page).bottom() + gap >= viewport()->height() / 2)
            return page;
    return qMax(0, m_pages - 1);
}

void PaperView::forgetFar()
{
    const int at = current();
    std::erase_if(m_drawn, [&](const auto& each) { return qAbs(each.first - at) > keptAround; });
}

// What is in the middle stays there.
void PaperView::setFactor(double wanted)
{
    const double before = factor();
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    m_fits = false;
    m_factor = qBound(least, wanted, most);
    arrange();
    verticalScrollBar()->setValue(qRound(middle * m_factor / before - viewport()->height() / 2.0));
}

void PaperView::zoom(int steps)
{
    setFactor(factor() * std::pow(step, steps));
}

void PaperView::fitWidth()
{
    const double before = factor();
    m_fits = true;
    const int value = verticalScrollBar()->value();
    arrange();
    verticalScrollBar()->setValue(qRound(value * factor() / before));
}

void PaperView::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double wanted = scale();
    for (int page = 0; page < m_pages; ++page) {
        const QRect place = pageRect(page);
        if (!place.intersects(viewport()->rect()))
            continue;
        painter.fillRect(place, Qt::white); // paper is white in the dark, too
        const auto drawn = m_drawn.find(page);
        const bool fits = drawn != m_drawn.end() && !drawn->second.old && qFuzzyCompare(drawn->second.scale, wanted);
        if (drawn != m_drawn.end())
            painter.drawImage(place, drawn->second.image);
        if (!fits)
            Q_EMIT imageWanted(page, wanted);
        painter.setPen(QPen(colors.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accentText, 1));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void PaperView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT moved();
}

void PaperView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1); return;
    case Qt::Key_Minus: zoom(-1); return;
    case Qt::Key_0: fitWidth(); return;
    case Qt::Key_Home: verticalScrollBar()->setValue(0); return;
    case Qt::Key_End: verticalScrollBar()->setValue(verticalScrollBar()->maximum()); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PaperView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace satchel::ui
