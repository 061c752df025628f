// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/InboxPage.h"

#include "ui/inbox/ConflictView.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int entryRole = Qt::UserRole + 1;
constexpr int rowHeight = 76;

class InboxDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const auto entry = index.data(entryRole).value<InboxEntry>();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
            painter->setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
            painter->setBrush(selected ? colors.accentSoft : colors.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
        }
        const QString name = entry.rejected ? QStringLiteral("circle-alert")
                             : entry.open   ? QStringLiteral("git-merge")
                                            : QStringLiteral("check");
        const QColor ink = entry.rejected ? colors.danger : entry.open ? colors.accentText : colors.muted;
        const QRect mark(option.rect.topLeft() + QPoint(16, 13), QSize(16, 16));
        painter->drawPixmap(QStyle::visualRect(option.direction, option.rect, mark).topLeft(),
                            iconPixmap(name, 16, ink, painter->device()->devicePixelRatio()));
        QRect text = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(42, 11, -16, -10));
        QFont strong = option.font;
        strong.setWeight(entry.open ? QFont::DemiBold : QFont::Normal);
        painter->setFont(strong);
        painter->setPen(entry.open ? colors.text : colors.muted);
        const QString heading =
            entry.field.isEmpty() ? entry.record : QStringLiteral("%1 · %2").arg(entry.record, entry.field);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          painter->fontMetrics().elidedText(heading, Qt::ElideRight, text.width()));
        text.setTop(text.top() + 20);
        QFont small = option.font;
        small.setPixelSize(12);
        painter->setFont(small);
        painter->setPen(colors.muted);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          painter->fontMetrics().elidedText(entry.sentence, Qt::ElideRight, text.width() * 2 - 40));
        painter->restore();
    }
};

} // namespace

InboxPage::InboxPage(const Desk& desk, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_items(new QStandardItemModel(this)),
      m_empty(new EmptyState(QStringLiteral("inbox"), tr("Nothing to decide"),
                             tr("When you and a colleague change the same thing, both values wait for you here."),
                             this))
{
    QFrame* card = makeFrame("card", this);
    card->setFixedWidth(380);
    m_list = new QListView(card);
    m_list->setModel(m_items);
    m_list->setItemDelegate(new InboxDelegate(m_list));
    m_list->setAccessibleName(tr("Inbox"));
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(card);
    setMargins(column, 1, 8, 1, 8, 0);
    column->addWidget(m_list, 1);
    QLabel* keys = makeLabel(tr("U use the other · K keep · Enter opens"), "small", card);
    keys->setIndent(16);
    column->addSpacing(8);
    column->addWidget(keys);
    m_view = new ConflictView(this);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 16, 8, 8);
    layout->addWidget(card);
    layout->addWidget(m_view, 1, Qt::AlignTop);
    layout->addWidget(m_empty, 1);
    m_view->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InboxPage::showCurrent);
    connect(m_view, &ConflictView::swapWanted, this, &InboxPage::swap);
    connect(m_view, &ConflictView::keepWanted, this, &InboxPage::keep);
    connect(m_view, &ConflictView::openWanted, this, &InboxPage::openCurrent);
    refresh();
}

void InboxPage::enter()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void InboxPage::refresh()
{
    m_desk.reader.ask(
        this,
        [me = m_desk.me.user, now = m_desk.environment.now()](Replica& replica) { return loadInbox(replica, me, now); },
        [this](const std::vector<InboxEntry>& entries) { show(entries); });
}

void InboxPage::show(const std::vector<InboxEntry>& entries)
{
    const auto before = current();
    const int place = m_list->currentIndex().row();
    int wanted = qMax(0, qMin(place, static_cast<int>(entries.size()) - 1));
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_items->clear();
        for (const InboxEntry& entry : entries) {
            auto* item = new QStandardItem(entry.sentence);
            item->setData(QVariant::fromValue(entry), entryRole);
            if (before && before->item.id == entry.item.id && entry.open)
                wanted = m_items->rowCount();
            m_items->appendRow(item);
        }
    }
    if (!entries.empty())
        m_list->setCurrentIndex(m_items->index(qMax(0, wanted), 0));
    m_list->parentWidget()->setVisible(!entries.empty());
    m_empty->setVisible(entries.empty());
    m_view->setVisible(!entries.empty());
    showCurrent();
}

std::optional<InboxEntry> InboxPage::current() const
{
    const QVariant entry = m_list->currentIndex().data(entryRole);
    return entry.isValid() ? std::optional(entry.value<InboxEntry>()) : std::nullopt;
}

void InboxPage::showCurrent()
{
    if (const auto entry = current())
        m_view->show(*entry);
    Q_EMIT placeChanged();
}

std::optional<RowKey> InboxPage::currentRecord() const
{
    const auto entry = current();
    return entry ? std::optional(entry->item.row) : std::nullopt;
}

void InboxPage::swap()
{
    if (const auto entry = current(); entry && entry->open && entry->other() != 0)
        answer(entry->other(), tr("Changed the %1 of %2").arg(inSentence(entry->field), entry->record));
}

void InboxPage::keep()
{
    if (const auto entry = current(); entry && entry->open)
        answer(0, tr("Kept the %1 of %2 as it is").arg(inSentence(entry->field), entry->record));
}

void InboxPage::openCurrent()
{
    if (const auto entry = current(); entry && schema::entityNumbered(entry->item.row.entity) != nullptr)
        Q_EMIT openRequested(entry->item.row);
}

void InboxPage::answer(char side, const QString& done)
{
    m_desk.writer.answerInbox(current()->item.id, side, this, [this, done](const Status& status) {
        Q_EMIT notice(status.ok() ? done : toQString(status.error().message), false);
    });
}

bool InboxPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_U: swap(); return true;
        case Qt::Key_K: keep(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: openCurrent(); return true;
        default: break;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace satchel::ui
