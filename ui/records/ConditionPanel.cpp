// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ConditionPanel.h"

#include "ui/records/ConditionRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace satchel::ui {

namespace {
constexpr std::size_t mostConditions = 12;
constexpr int longestListName = 100;
constexpr int mostHeight = 228;
} // namespace

ConditionPanel::ConditionPanel(const Desk& desk, const Entity& entity, QWidget* parent)
    : ListPanel(tr("Conditions"), parent),
      m_desk(desk),
      m_entity(entity),
      m_room(new QScrollArea(this)),
      m_rows(new QVBoxLayout),
      m_leave(makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape))),
      m_more(makeButton(tr("Add condition"), "", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_name(new QLineEdit(this)),
      m_save(makeButton(tr("Save"), "primary", this, QKeySequence(Qt::Key_Return))),
      m_saveNew(makeButton(tr("Save as new"), "", this)),
      m_delete(makeButton(tr("Delete list"), "quiet", this))
{
    m_name->setPlaceholderText(tr("Name, to keep this list"));
    m_name->setAccessibleName(tr("Name of the list"));
    m_name->setMaxLength(longestListName);
    wrap(m_trouble);
    m_trouble->hide();
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    head->addWidget(makeLabel(tr("Show only if all hold"), "heading", this), 1);
    head->addWidget(m_leave);
    auto* holder = new QWidget(m_room);
    holder->setLayout(m_rows);
    setMargins(m_rows, 1, 1, 1, 1, 8);
    m_room->setWidget(holder);
    m_room->setWidgetResizable(true);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_room->setFocusPolicy(Qt::NoFocus);
    m_room->setAccessibleName(tr("Conditions"));
    auto* buttons = new FlowLayout(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_saveNew);
    buttons->addWidget(m_delete);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 12, 8);
    layout->addLayout(head);
    layout->addWidget(m_room);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    layout->addWidget(m_trouble);
    layout->addWidget(m_name);
    layout->addLayout(buttons);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60); // a list of a million rows is not asked at every letter
    connect(&m_settle, &QTimer::timeout, this, &ConditionPanel::tell);
    connect(m_leave, &QToolButton::clicked, this, &ConditionPanel::closed);
    connect(m_more, &QPushButton::clicked, this, [this] {
        if (ConditionRow* row = addRow())
            row->focusField();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_saved.isEmpty()); });
    connect(m_saveNew, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { save(m_saved.isEmpty()); });
    connect(m_delete, &QPushButton::clicked, this, &ConditionPanel::deleteWanted);
}

ConditionRow* ConditionPanel::addRow()
{
    if (m_all.size() >= mostConditions)
        return nullptr;
    auto* row = new ConditionRow(m_desk, m_entity, this);
    m_rows->addWidget(row);
    row->show(); // at once: a layout shows it later, and until then it takes no room
    m_all.push_back(row);
    connect(row, &ConditionRow::changed, this, [this] {
        fit();
        orderTabs();
        m_settle.start();
    });
    connect(row, &ConditionRow::entered, this, [this] {
        tell();
        if (ConditionRow* next = addRow())
            next->focusField();
    });
    connect(row, &ConditionRow::escaped, this, &ConditionPanel::closed);
    connect(row, &ConditionRow::removeWanted, this, [this, row] { remove(row); });
    fit();
    orderTabs();
    return row;
}

// Rows are made later than what stands below them.
void ConditionPanel::orderTabs()
{
    QWidget* last = m_leave;
    for (ConditionRow* row : m_all)
        last = row->orderBehind(last);
    for (QWidget* each : std::initializer_list<QWidget*>{m_more, m_name, m_save, m_saveNew, m_delete})
        setTabOrder(std::exchange(last, each), each);
}

// As high as the conditions are; many of them scroll, so that the list keeps its room.
void ConditionPanel::fit()
{
    m_rows->activate();
    m_room->setFixedHeight(qMin(m_rows->sizeHint().height(), mostHeight));
}

void ConditionPanel::remove(ConditionRow* row)
{
    std::erase(m_all, row);
    m_rows->removeWidget(row);
    row->hide();
    row->deleteLater();
    if (m_all.empty())
        addRow();
    fit();
    m_all.back()->focusField();
    tell();
}

void ConditionPanel::edit(const std::vector<Condition>& conditions, const QString& saved)
{
    m_filling = true;
    for (ConditionRow* row : m_all) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_all.clear();
    for (const Condition& condition : conditions)
        if (ConditionRow* row = addRow())
            row->set(condition);
    if (m_all.empty())
        addRow();
    m_saved = saved;
    m_name->setText(saved);
    m_saveNew->setVisible(!saved.isEmpty());
    m_delete->setVisible(!saved.isEmpty());
    m_trouble->hide();
    m_settle.stop();
    m_filling = false;
}

void ConditionPanel::begin()
{
    show();
    fit(); // what was never shown has no height
    m_all.front()->focusField();
}

void ConditionPanel::tell()
{
    m_settle.stop();
    if (m_filling)
        return;
    std::vector<Condition> conditions;
    for (const ConditionRow* row : m_all) {
        const auto condition = row->condition();
        if (!condition.ok()) {
            m_trouble->setText(toQString(condition.error().message));
            m_trouble->show();
            return;
        }
        if (*condition)
            conditions.push_back(**condition);
    }
    m_trouble->hide();
    Q_EMIT changed(conditions);
}

void ConditionPanel::save(bool anew)
{
    tell();
    if (m_trouble->isVisibleTo(this))
        return;
    const QString name = m_name->text().simplified();
    if (name.isEmpty()) {
        m_trouble->setText(tr("Give the list a name first."));
        m_trouble->show();
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT saveWanted(name, anew);
}

} // namespace satchel::ui
