// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/AdminView.h"

#include "ui/deals/DealPanel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int sideWidth = 400;
constexpr int roomForBothParts = 800;
} // namespace

AdminView::AdminView(const Desk& desk, ServerView& server, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_server(server),
      m_left(new QWidget(this)),
      m_column(new QVBoxLayout(m_left)),
      m_actions(new QHBoxLayout),
      m_side(new QScrollArea(this))
{
    setMargins(m_column, 0, 0, 0, 0, 8);
    setMargins(m_actions, 12, 0, 12, 12, 8);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setWidgetResizable(true);
    m_side->setMinimumWidth(sideWidth);
    m_side->setMaximumWidth(sideWidth + 80);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setAccessibleName(tr("What is being done"));
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->hide();
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 0, 8, 8, 0, 8);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_side);
    connect(&server, &ServerView::changed, this, [this] { serverChanged(); });
}

void AdminView::setSheet(Sheet* sheet)
{
    m_sheet = sheet;
    m_column->addWidget(sheet, 1);
    m_actions->addStretch(1);
    m_column->addLayout(m_actions);
}

QLabel* AdminView::addHint()
{
    QLabel* hint = makeLabel({}, "small", this);
    wrap(hint);
    hint->setContentsMargins(12, 0, 12, 0);
    m_column->insertWidget(m_column->count() - 1, hint);
    return hint;
}

void AdminView::addAside(QWidget* widget)
{
    m_actions->addWidget(widget);
}

QPushButton* AdminView::addAction(const QString& name, const QKeySequence& key, const std::function<void()>& run)
{
    QPushButton* button = makeButton(name, "", this, key);
    m_actions->insertWidget(m_deeds++, button);
    connect(button, &QPushButton::clicked, this, run);
    addKey(key, [button] {
        if (button->isVisible() && button->isEnabled())
            button->click();
    });
    return button;
}

void AdminView::addKey(const QKeySequence& key, const std::function<void()>& run)
{
    auto* shortcut = new QShortcut(key, m_sheet); // a letter is a deed in the sheet, and a letter in a panel
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, run);
}

void AdminView::enter()
{
    if (m_panel != nullptr)
        m_panel->begin();
    else
        m_sheet->setFocus(Qt::OtherFocusReason);
}

void AdminView::openPanel(DealPanel* panel)
{
    closePanel();
    m_panel = panel;
    auto* holder = new QWidget; // the panel is as high as what stands in it
    auto* column = new QVBoxLayout(holder);
    setMargins(column, 0, 0, 0, 0, 0);
    column->addWidget(panel);
    column->addStretch(1);
    m_side->setWidget(holder);
    panel->show();
    share();
    connect(panel, &DealPanel::closed, this, &AdminView::closePanel);
    connect(panel, &DealPanel::notice, this, &AdminView::notice);
    panel->begin();
}

bool AdminView::closePanel()
{
    if (m_panel == nullptr)
        return false;
    QWidget* holder = m_side->takeWidget();
    holder->hide();
    holder->deleteLater();
    m_panel = nullptr;
    share();
    m_sheet->setFocus(Qt::OtherFocusReason);
    return true;
}

void AdminView::share()
{
    m_side->setVisible(m_panel != nullptr);
    m_left->setVisible(m_panel == nullptr || width() >= roomForBothParts);
}

void AdminView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    share();
}

int AdminView::currentRow() const
{
    return m_sheet->currentRow();
}

void AdminView::choose(const std::vector<Id>& ids, const Id& wanted, int before)
{
    if (ids.empty())
        return;
    const auto found = std::find(ids.begin(), ids.end(), wanted);
    const int row = found != ids.end() ? static_cast<int>(found - ids.begin())
                                       : std::clamp(before, 0, static_cast<int>(ids.size()) - 1);
    m_sheet->setCurrentCell(row, 0);
}

} // namespace satchel::ui
