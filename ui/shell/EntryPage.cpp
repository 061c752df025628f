// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/EntryPage.h"

#include "ui/theme/Colors.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QAbstractItemDelegate>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int idRole = Qt::UserRole + 2;
}

EntryPage::EntryPage(QWidget* parent) : Page(parent), m_items(new QStandardItemModel(this)) {}

void EntryPage::build(const Parts& parts)
{
    m_side = parts.side;
    m_empty = parts.empty;
    QFrame* card = makeFrame("card", this);
    card->setFixedWidth(parts.listWidth);
    m_card = card;
    m_list = new QListView(card);
    m_list->setModel(m_items);
    parts.delegate->setParent(m_list);
    m_list->setItemDelegate(parts.delegate);
    m_list->setAccessibleName(parts.name);
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    if (parts.several)
        m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(card);
    setMargins(column, 1, 8, 1, 8, 0);
    column->addWidget(m_list, 1);
    m_keys = makeLabel(parts.keys, "small", card);
    m_keys->setIndent(16);
    wrap(m_keys);
    column->addSpacing(8);
    column->addWidget(m_keys);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 16, 8, 8);
    layout->addWidget(card);
    layout->addWidget(m_side, 1, Qt::AlignTop);
    layout->addWidget(m_empty, 1);
    m_side->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showCurrent(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { showCurrent(); });
}

void EntryPage::sayKeys(const QString& keys)
{
    m_keys->setText(keys);
}

QWidget* EntryPage::keyTarget() const
{
    return m_list;
}

void EntryPage::enter()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void EntryPage::showItems(const std::vector<Item>& items)
{
    const QString before = m_list->currentIndex().data(idRole).toString();
    const int last = static_cast<int>(items.size()) - 1;
    int wanted = qBound(0, m_list->currentIndex().row(), qMax(0, last));
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_items->clear();
        for (const Item& each : items) {
            auto* item = new QStandardItem(each.spoken);
            item->setData(each.entry, entryRole);
            item->setData(toQString(each.id.toString()), idRole);
            if (each.stays && item->data(idRole).toString() == before)
                wanted = m_items->rowCount();
            m_items->appendRow(item);
        }
    }
    if (!items.empty())
        m_list->setCurrentIndex(m_items->index(wanted, 0));
    m_card->setVisible(!items.empty());
    m_empty->setVisible(items.empty());
    m_side->setVisible(!items.empty());
    showCurrent();
}

QVariant EntryPage::currentEntry() const
{
    return m_list->currentIndex().data(entryRole);
}

QVariantList EntryPage::chosenEntries() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QVariantList entries;
    for (const int row : rows)
        entries << m_items->index(row, 0).data(entryRole);
    if (entries.isEmpty() && currentEntry().isValid())
        entries << currentEntry();
    return entries;
}

void EntryPage::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
    painter.setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
    painter.setBrush(selected ? colors.accentSoft : colors.hover);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
    painter.restore();
}

bool EntryPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && currentEntry().isValid()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (plain && pressed(key->key()))
            return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace satchel::ui
