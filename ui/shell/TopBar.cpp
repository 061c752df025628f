// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include "ui/shell/SearchBox.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace satchel::ui {

TopBar::TopBar(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_back(makeIconButton(QStringLiteral("arrow-left"), tr("Back"), this, QKeySequence(Qt::ALT | Qt::Key_Left))),
      m_forward(
          makeIconButton(QStringLiteral("arrow-right"), tr("Forward"), this, QKeySequence(Qt::ALT | Qt::Key_Right))),
      m_title(new ElidedLabel({}, "title", this)),
      m_search(new SearchBox(desk, this)),
      m_primary(makeButton({}, "primary", this))
{
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(360);
    m_search->setProperty("tall", true);
    m_primary->setProperty("tall", true);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 12, 11, 16, 11, 4);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addSpacing(4);
    layout->addWidget(m_title, 4);
    layout->addStretch(1);
    layout->addWidget(m_search, 3);
    layout->addSpacing(4);
    layout->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, &TopBar::primaryClicked);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backClicked);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardClicked);
}

void TopBar::setTitle(const QString& title)
{
    m_title->setWhole(title);
}

void TopBar::setPrimary(const QString& text, const QKeySequence& key, const QString& iconName)
{
    m_primary->setVisible(!text.isEmpty());
    m_primary->setText(text);
    m_primary->setAccessibleName(text.isEmpty() ? tr("No action on this page") : text);
    m_primary->setToolTip(withKey(text, key));
    m_primary->setIcon(icon(iconName, Tint::OnAccent));
}

void TopBar::setCanGo(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

} // namespace satchel::ui
