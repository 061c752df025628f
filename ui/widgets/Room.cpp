// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Room.h"

#include <QLayout>
#include <QResizeEvent>

namespace satchel::ui {

namespace {

constexpr int leastHeight = 96;

// Labels that wrap ask for the lines they would have in a narrow column; their height for this width is what counts.
class Content final : public QWidget {
public:
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return hasHeightForWidth() ? QSize(least.width(), 0) : least;
    }
};

} // namespace

Room::Room(QWidget* parent) : QScrollArea(parent)
{
    setWidget(new Content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Room::setContent(QLayout* layout)
{
    widget()->setLayout(layout);
}

QSize Room::sizeHint() const
{
    const QLayout* content = widget()->layout();
    if (content == nullptr)
        return QScrollArea::sizeHint();
    const QSize hint = content->totalSizeHint();
    const int width = viewport()->width();
    return {hint.width(), content->hasHeightForWidth() ? content->totalHeightForWidth(width) : hint.height()};
}

QSize Room::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), qMin(sizeHint().height(), leastHeight)};
}

bool Room::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::viewportEvent(event);
}

void Room::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace satchel::ui
