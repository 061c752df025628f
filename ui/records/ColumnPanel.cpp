// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ColumnPanel.h"

#include "ui/records/ConditionWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int columnListHeight = 176;
constexpr int widthStep = 16;
constexpr int placeRole = Qt::UserRole;
constexpr int widthRole = Qt::UserRole + 1;
constexpr int asTheChoiceSays = -2;
constexpr int theName = -1;
} // namespace

ColumnPanel::ColumnPanel(const Entity& entity, QWidget* parent)
    : ListPanel(tr("Columns"), parent),
      m_entity(entity),
      m_list(new QListWidget(this)),
      m_sort(new QComboBox(this)),
      m_direction(new QComboBox(this)),
      m_headings(new QComboBox(this))
{
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setFixedHeight(columnListHeight);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    m_list->setToolTip(tr("Space shows or hides, Alt+Up and Alt+Down move, Alt+Left and Alt+Right change the width"));
    m_sort->addItem(tr("The usual order"), asTheChoiceSays);
    m_sort->addItem(tr("Name"), theName);
    for (const ListColumn& column : possibleColumns(entity)) {
        const FieldType type = entity.fields[column.field].type;
        const bool sortable =
            !column.member.empty() || (type != FieldType::Group && type != FieldType::Notes &&
                                       type != FieldType::TextList && type != FieldType::ReferenceList);
        if (sortable)
            m_sort->addItem(conditionPlaceWord(entity, column.field, column.member),
                            static_cast<qlonglong>(placeOf(entity, column.field, column.member)));
    }
    m_direction->addItem(tr("ascending", "an order: A to Z"), false);
    m_direction->addItem(tr("descending", "an order: Z to A"), true);
    m_headings->addItem(tr("Nothing", "no grouping"), -1);
    for (const ListColumn& column : possibleHeadings(entity))
        m_headings->addItem(conditionPlaceWord(entity, column.field, column.member),
                            static_cast<qlonglong>(placeOf(entity, column.field, column.member)));
    nameCombo(m_sort, tr("Sorted by"));
    nameCombo(m_direction, tr("Direction of the order"));
    nameCombo(m_headings, tr("Grouped by"));
    for (QComboBox* box : {m_sort, m_headings}) {
        box->setMinimumContentsLength(10);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    head->addWidget(makeLabel(tr("Columns"), "heading", this), 1);
    head->addWidget(leave);
    auto* grid = new QGridLayout;
    setMargins(grid, 0, 0, 0, 0, 4);
    grid->addWidget(makeLabel(tr("Sorted by"), "small", this), 0, 0);
    grid->addWidget(m_sort, 0, 1);
    grid->addWidget(m_direction, 1, 1);
    grid->addWidget(makeLabel(tr("Grouped by"), "small", this), 2, 0);
    grid->addWidget(m_headings, 2, 1);
    grid->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 12, 8);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addLayout(grid);
    connect(leave, &QToolButton::clicked, this, &ColumnPanel::closed);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnPanel::tell);
    for (QComboBox* box : {m_sort, m_direction, m_headings})
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnPanel::tell);
}

void ColumnPanel::edit(const Shape& shape)
{
    m_filling = true;
    m_list->clear();
    const auto add = [this](const ListColumn& column, bool shown) {
        auto* item = new QListWidgetItem(conditionPlaceWord(m_entity, column.field, column.member), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
        item->setData(placeRole, static_cast<qlonglong>(placeOf(m_entity, column.field, column.member)));
        item->setData(widthRole, column.width);
    };
    for (const ListColumn& column : shape.columns)
        add(column, true);
    for (const ListColumn& column : possibleColumns(m_entity))
        if (std::none_of(shape.columns.begin(), shape.columns.end(),
                         [&](const ListColumn& shown) { return shown.isSamePlace(column); }))
            add(column, false);
    m_list->setCurrentRow(0);
    const qlonglong sort = shape.sortBy   ? static_cast<qlonglong>(*shape.sortBy)
                           : shape.byName ? theName
                                          : asTheChoiceSays;
    m_sort->setCurrentIndex(qMax(0, m_sort->findData(sort)));
    m_direction->setCurrentIndex(shape.descending ? 1 : 0);
    m_headings->setCurrentIndex(
        qMax(0, m_headings->findData(shape.headings ? static_cast<qlonglong>(*shape.headings) : -1)));
    m_filling = false;
}

void ColumnPanel::begin()
{
    show();
    m_list->setFocus(Qt::OtherFocusReason);
}

ListColumn ColumnPanel::columnAt(int row) const
{
    const QListWidgetItem* item = m_list->item(row);
    const auto place = static_cast<std::size_t>(item->data(placeRole).toLongLong());
    return {fieldAt(place), partAt(m_entity, place), item->data(widthRole).toInt()};
}

void ColumnPanel::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    tell();
}

void ColumnPanel::widen(int by)
{
    QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    {
        const QSignalBlocker quiet(m_list);
        item->setData(widthRole, qMax(widthStep, widthOf(m_entity, columnAt(m_list->currentRow())) + by));
    }
    tell();
}

void ColumnPanel::tell()
{
    if (m_filling)
        return;
    Shape shape;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            shape.columns.push_back(columnAt(i));
    const qlonglong sort = m_sort->currentData().toLongLong();
    shape.byName = sort == theName;
    if (sort >= 0)
        shape.sortBy = static_cast<std::size_t>(sort);
    shape.descending = m_direction->currentIndex() == 1;
    if (const qlonglong place = m_headings->currentData().toLongLong(); place >= 0)
        shape.headings = static_cast<std::size_t>(place);
    Q_EMIT changed(shape);
}

bool ColumnPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return ListPanel::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const int code = key->key();
    const bool ours = key->modifiers() == Qt::AltModifier &&
                      (code == Qt::Key_Up || code == Qt::Key_Down || code == Qt::Key_Left || code == Qt::Key_Right);
    if (!ours)
        return ListPanel::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Alt+Left is not the way back here
        return true;
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (code) {
    case Qt::Key_Up: move(-1); break;
    case Qt::Key_Down: move(1); break;
    case Qt::Key_Left: widen(mirrored ? widthStep : -widthStep); break;
    default: widen(mirrored ? -widthStep : widthStep); break;
    }
    return true;
}

} // namespace satchel::ui
