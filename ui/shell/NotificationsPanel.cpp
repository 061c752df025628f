// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NotificationsPanel.h"

#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int mostLinesShown = 6;
constexpr int timeRole = Qt::UserRole;
constexpr int unreadRole = Qt::UserRole + 1;
constexpr int dotRoom = 20;

// What a to-do of the day has is a day; everything else has a moment.
QString whenWord(const Notable& notable, Milliseconds now)
{
    return notable.kind == Notable::Kind::ToDo ? dateWord(localDay(notable.at), now) : timeWord(notable.at, now);
}

/// Two lines: what it is and when, and below what about. The unread ones have a dot before them and stand out.
class NotableDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, recordRowHeight()};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const bool unread = index.data(unreadRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? colors.accentSoft : colors.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6);
        }
        const auto placed = [&](const QRect& rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const QRect room = option.rect.adjusted(dotRoom, 0, -8, 0);
        const QRect first = placed(QRect(room.left(), room.center().y() - 18, room.width(), 20));
        const QRect second = placed(QRect(room.left(), room.center().y() + 1, room.width(), 18));
        if (unread) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accentText);
            painter->drawEllipse(placed(QRect(option.rect.left() + 7, room.center().y() - 12, 7, 7)));
        }
        QFont font = option.font;
        font.setPixelSize(12);
        painter->setFont(font);
        painter->setPen(colors.muted);
        const int when = drawTabular(*painter, first, index.data(timeRole).toString());
        const QStringList lines = index.data().toString().split(QLatin1Char('\n'));
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(lines.value(1), Qt::ElideRight, second.width()));
        font = option.font;
        font.setWeight(unread ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(colors.text);
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(lines.value(0), Qt::ElideRight, first.width() - when - 12));
        painter->restore();
    }
};

} // namespace

NotificationsPanel::NotificationsPanel(Notifier& notifier, QWidget* parent)
    : CornerPanel(tr("Notifications"), 440, parent),
      m_notifier(notifier),
      m_list(new QListWidget(this)),
      m_nothing(makeLabel(tr("Nothing is due, and nobody waits for you."), "muted", this))
{
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setItemDelegate(new NotableDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setWordWrap(true);
    m_body->addWidget(m_list);
    m_body->addWidget(m_nothing);
    m_body->addWidget(makeWishes());
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0)
            Q_EMIT chosen(m_shown[static_cast<std::size_t>(row)]);
    });
    connect(&notifier, &Notifier::changed, this, [this] {
        if (isVisible())
            fill();
    });
}

QWidget* NotificationsPanel::makeWishes()
{
    auto* wishes = new QWidget(this);
    auto* layout = new QVBoxLayout(wishes);
    setMargins(layout, 0, 8, 0, 0, 4);
    layout->addWidget(makeLabel(tr("Tell me about"), "section", wishes));
    const QString names[] = {tr("To-dos on their day"),
                             tr("Visits and calls, a quarter of an hour before"),
                             tr("Approvals that wait for me"),
                             tr("Answers to what I asked approval for"),
                             tr("The inbox: conflicts and refused changes"),
                             tr("Accounts that become mine")};
    for (std::size_t i = 0; i < m_notifier.wishes().kinds.size(); ++i) {
        auto* box = new QCheckBox(names[i], wishes);
        box->setAccessibleName(names[i]);
        box->setChecked(m_notifier.wishes().kinds[i]);
        connect(box, &QCheckBox::toggled, this, &NotificationsPanel::takeWishes);
        layout->addWidget(box);
        m_kinds << box;
    }
    m_quiet = new QCheckBox(tr("Quiet from"), wishes);
    m_quiet->setAccessibleName(tr("Quiet hours"));
    m_quiet->setChecked(m_notifier.wishes().quiet);
    const auto clock = [&](const QTime& time, const QString& name) {
        auto* edit = new QTimeEdit(time, wishes);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
        edit->setAccessibleName(name);
        connect(edit, &QTimeEdit::editingFinished, this, &NotificationsPanel::takeWishes);
        return edit;
    };
    m_from = clock(m_notifier.wishes().quietFrom, tr("Quiet from"));
    m_to = clock(m_notifier.wishes().quietTo, tr("Quiet until"));
    auto* hours = new QHBoxLayout;
    hours->addWidget(m_quiet);
    hours->addWidget(m_from);
    hours->addWidget(makeLabel(tr("until"), "", wishes));
    hours->addWidget(m_to);
    hours->addStretch();
    layout->addLayout(hours);
    connect(m_quiet, &QCheckBox::toggled, this, &NotificationsPanel::takeWishes);
    return wishes;
}

void NotificationsPanel::takeWishes()
{
    NotifyWishes wishes;
    for (std::size_t i = 0; i < wishes.kinds.size(); ++i)
        wishes.kinds[i] = m_kinds[static_cast<qsizetype>(i)]->isChecked();
    wishes.quiet = m_quiet->isChecked();
    wishes.quietFrom = m_from->time();
    wishes.quietTo = m_to->time();
    m_from->setEnabled(wishes.quiet);
    m_to->setEnabled(wishes.quiet);
    m_notifier.setWishes(wishes);
}

void NotificationsPanel::look()
{
    m_fresh.clear();
    for (const Notable& notable : m_notifier.all())
        if (m_notifier.isUnread(notable))
            m_fresh.insert(notable.key);
    fill();
    m_notifier.markRead();
}

void NotificationsPanel::focusList()
{
    (m_shown.empty() ? static_cast<QWidget*>(m_kinds.first()) : m_list)->setFocus(Qt::OtherFocusReason);
}

void NotificationsPanel::fill()
{
    const int row = m_list->currentRow();
    m_shown = m_notifier.all();
    m_list->clear();
    for (const Notable& notable : m_shown) {
        auto* item = new QListWidgetItem(notable.heading + QLatin1Char('\n') + notable.text, m_list);
        const QString when = whenWord(notable, m_notifier.now());
        item->setData(timeRole, when);
        item->setData(unreadRole, m_fresh.contains(notable.key) || m_notifier.isUnread(notable));
        item->setData(Qt::AccessibleTextRole,
                      QStringList{notable.heading, notable.text, when}.join(QStringLiteral(", ")));
        item->setToolTip(notable.text);
    }
    const int count = static_cast<int>(m_shown.size());
    m_list->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    m_list->setFixedHeight(std::min(count, mostLinesShown) * recordRowHeight() + 4);
    if (count > 0)
        m_list->setCurrentRow(qBound(0, row, count - 1));
}

} // namespace satchel::ui
