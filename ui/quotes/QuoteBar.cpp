// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteBar.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

namespace satchel::ui {

QuoteBar::QuoteBar(QWidget* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_deeds(new FlowLayout(0)), m_sides(new QHBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    setMargins(row, 8, 4, 8, 4, 0);
    setMargins(m_sides, 0, 0, 0, 0, 0);
    row->addLayout(m_deeds, 1);
    row->addLayout(m_sides);
    row->setAlignment(m_sides, Qt::AlignTop);
    add(tr("Insert"), QKeySequence(Qt::Key_Insert), Deed::Insert);
    add(tr("Text"), QKeySequence(Qt::CTRL | Qt::Key_T), Deed::Text);
    add(tr("Group"), QKeySequence(Qt::CTRL | Qt::Key_G), Deed::Group);
    add(tr("Option"), QKeySequence(Qt::CTRL | Qt::Key_O), Deed::Option);
    add(tr("Alternative"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), Deed::Alternative);
    add(tr("Parts"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), Deed::Parts);
    add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), Deed::Duplicate);
    add(tr("Up", "a line of a quote"), QKeySequence(Qt::ALT | Qt::Key_Up), Deed::Up);
    add(tr("Down", "a line of a quote"), QKeySequence(Qt::ALT | Qt::Key_Down), Deed::Down);
    add(tr("Why"), QKeySequence(Qt::CTRL | Qt::Key_E), Deed::Why);
    add(tr("Paper"), QKeySequence(Qt::CTRL | Qt::Key_P), Deed::Paper);
}

void QuoteBar::add(const QString& name, const QKeySequence& key, Deed deed)
{
    const auto ask = [this, deed] { Q_EMIT wanted(deed); };
    auto* shortcut = new QShortcut(key, m_editor);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, ask);
    QPushButton* button = makeButton(name, "quiet", this, key);
    button->setProperty("tight", true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the person in the line
    connect(button, &QPushButton::clicked, this, ask);
    const bool opensSide = deed == Deed::Why || deed == Deed::Paper;
    (opensSide ? static_cast<QLayout*>(m_sides) : m_deeds)->addWidget(button);
}

} // namespace satchel::ui
