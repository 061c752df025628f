// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/AgendaView.h"

#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyle>

namespace satchel::ui {

namespace {

constexpr int itemRole = Qt::UserRole + 1;
constexpr int markSize = 20;

class AgendaDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {200, index.data(itemRole).isValid() ? recordRowHeight() : index.row() == 0 ? 32 : 44};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(option.font);
        const QVariant data = index.data(itemRole);
        if (data.isValid())
            paintItem(*painter, option, data.value<AgendaItem>(), colors);
        else
            paintHeading(*painter, option, index, colors);
        painter->restore();
    }

private:
    static QRect markOf(const QStyleOptionViewItem& option)
    {
        const QRect mark(option.rect.left() + 16, option.rect.center().y() - markSize / 2, markSize, markSize);
        return QStyle::visualRect(option.direction, option.rect, mark);
    }

    static void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const Colors& colors)
    {
        QFont strong = option.font;
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(index.data(Qt::UserRole).toBool() ? colors.danger : colors.muted);
        painter.drawText(option.rect.adjusted(16, 0, -16, -6), Qt::AlignLeft | Qt::AlignBottom,
                         index.data().toString());
    }

    static void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const AgendaItem& item,
                          const Colors& colors)
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
            painter.setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
            painter.setBrush(selected ? colors.accentSoft : colors.hover);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
        }
        const qreal scale = painter.device()->devicePixelRatio();
        const QColor ink = item.late                              ? colors.danger
                           : item.icon == QLatin1String("circle") ? colors.muted
                                                                  : colors.accentText;
        painter.drawPixmap(markOf(option).topLeft(), iconPixmap(item.icon, markSize, ink, scale));
        const bool leftToRight = option.direction == Qt::LeftToRight;
        paintRecordRow(painter, option.rect.adjusted(leftToRight ? 40 : 0, 0, leftToRight ? 0 : -40, 0), &item.row,
                       option.palette, false);
    }
};

} // namespace

AgendaView::AgendaView(QWidget* parent) : QListView(parent), m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setItemDelegate(new AgendaDelegate(this));
    setAccessibleName(tr("What to do"));
    setProperty("kind", QStringLiteral("records"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(28);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
}

QString AgendaView::headingOf(AgendaItem::Part part, const std::string& day, Milliseconds now)
{
    const QDate date = QDate::fromString(toQString(day), Qt::ISODate);
    const QString words = QLocale().toString(
        date, tr("dddd d MMMM", "how today is written in full: the order of weekday, day and month"));
    switch (part) {
    case AgendaItem::Part::Overdue: return tr("Overdue");
    case AgendaItem::Part::Timed: return tr("Visits and calls, %1").arg(words);
    case AgendaItem::Part::FollowUps:
        return day == localDay(now) ? tr("Follow-ups, today") : tr("Follow-ups, %1").arg(words);
    case AgendaItem::Part::Approvals: return tr("Waiting for your approval");
    case AgendaItem::Part::Leads: return tr("Leads that wait for an answer");
    case AgendaItem::Part::Soon: return tr("Next 7 days");
    }
    return {};
}

void AgendaView::show(const Agenda& agenda, const std::string& day, Milliseconds now)
{
    const auto before = current();
    const int place = currentIndex().row();
    const int scrolled = verticalScrollBar()->value();
    QSignalBlocker quiet(selectionModel());
    m_items->clear();
    std::optional<AgendaItem::Part> part;
    int found = -1;
    for (const AgendaItem& item : agenda.items) {
        if (item.part != part) {
            part = item.part;
            QString words = headingOf(item.part, day, now);
            if (const auto cut = agenda.cut.find(item.part); cut != agenda.cut.end())
                words = tr("%1 (%2 in all)").arg(words, numberWord(cut->second));
            auto* heading = new QStandardItem(words);
            heading->setFlags(Qt::ItemIsEnabled);
            heading->setData(item.part == AgendaItem::Part::Overdue, Qt::UserRole);
            m_items->appendRow(heading);
        }
        auto* row = new QStandardItem(item.row.title);
        row->setData(QVariant::fromValue(item), itemRole);
        row->setData(QStringList{item.row.title, item.row.subtitle, item.row.aside}.join(QStringLiteral(", ")),
                     Qt::AccessibleTextRole);
        if (before && before->row.record.id == item.row.record.id)
            found = m_items->rowCount();
        m_items->appendRow(row);
    }
    const int rows = m_items->rowCount();
    if (!before && place < 0) // at first, something with a customer to look at
        for (int i = m_items->rowCount() - 1; i >= 0; --i)
            if (const auto item = m_items->index(i, 0).data(itemRole);
                item.isValid() && item.value<AgendaItem>().customer)
                found = i;
    int wanted = found >= 0 ? found : qMax(0, qMin(place < 0 ? 1 : place, rows - 1));
    while (wanted > 0 && wanted < rows && !m_items->index(wanted, 0).data(itemRole).isValid())
        ++wanted;
    if (wanted >= rows)
        wanted = rows - 1;
    quiet.unblock();
    if (rows > 0)
        setCurrentIndex(m_items->index(qMax(0, wanted), 0));
    verticalScrollBar()->setValue(scrolled);
    Q_EMIT currentItemChanged();
}

std::optional<AgendaItem> AgendaView::current() const
{
    const QVariant item = currentIndex().data(itemRole);
    return item.isValid() ? std::optional(item.value<AgendaItem>()) : std::nullopt;
}

void AgendaView::leave(const Id& item)
{
    const auto before = current();
    if (!before || before->row.record.id != item)
        return;
    const auto isItem = [this](int row) { return m_items->index(row, 0).data(itemRole).isValid(); };
    int next = currentIndex().row() + 1;
    while (next < m_items->rowCount() && !isItem(next))
        ++next;
    if (next >= m_items->rowCount()) // it was the last one
        for (next = currentIndex().row() - 1; next > 0 && !isItem(next);)
            --next;
    if (next > 0)
        setCurrentIndex(m_items->index(next, 0));
}

void AgendaView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentItemChanged();
}

void AgendaView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_D: Q_EMIT doneWanted(); return;
    case Qt::Key_S: Q_EMIT snoozeWanted(); return;
    case Qt::Key_Q: Q_EMIT quoteWanted(); return;
    case Qt::Key_W: Q_EMIT weekWanted(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT openWanted(); return;
    default: QListView::keyPressEvent(event);
    }
}

void AgendaView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const QRect row = visualRect(index);
    const QRect mark = QStyle::visualRect(layoutDirection(), row, QRect(row.topLeft(), QSize(44, row.height())));
    if (index.data(itemRole).isValid() && mark.contains(event->position().toPoint()))
        Q_EMIT doneWanted(); // the circle in front of it
}

} // namespace satchel::ui
