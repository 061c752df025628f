// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/DealPanel.h"

#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int nameWidth = 144;

bool confirms(const QKeyEvent& event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) &&
           (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

} // namespace

DealPanel::DealPanel(const Desk& desk, const Id& quote, const QString& heading, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_quote(quote),
      m_body(new QVBoxLayout),
      m_buttons(new QHBoxLayout),
      m_trouble(makeLabel({}, "danger", this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(heading);
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(leave, &QToolButton::clicked, this, &DealPanel::closed);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(heading, "heading", this), 1);
    bar->addWidget(leave);
    setMargins(m_body, 0, 0, 0, 0, 8);
    setMargins(m_buttons, 0, 8, 0, 0, 8);
    m_buttons->addStretch(1);
    wrap(m_trouble);
    m_trouble->hide();
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 12, 16, 8);
    layout->addLayout(bar);
    layout->addLayout(m_body);
    layout->addWidget(m_trouble);
    layout->addLayout(m_buttons);
}

void DealPanel::begin()
{
    if (auto* edit = findChild<QLineEdit*>())
        edit->setFocus(Qt::OtherFocusReason);
    else if (m_primary != nullptr && m_primary->isEnabled())
        m_primary->setFocus(Qt::OtherFocusReason);
    else
        findChild<QToolButton*>()->setFocus(Qt::OtherFocusReason);
}

// Esc and Ctrl+Enter are the panel's as long as the keyboard is in it, whatever they mean on the page.
bool DealPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || confirms(*key)) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void DealPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (confirms(*event) && m_primary != nullptr)
        m_primary->click();
    else
        QFrame::keyPressEvent(event);
}

QPushButton* DealPanel::setPrimary(const QString& text, const std::function<void()>& run)
{
    m_primary = makeButton(text, "primary", this, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_buttons->insertWidget(0, m_primary);
    connect(m_primary, &QPushButton::clicked, this, run);
    return m_primary;
}

QPushButton* DealPanel::addButton(const QString& text, const QKeySequence& key, const std::function<void()>& run)
{
    QPushButton* button = makeButton(text, "", this, key);
    button->setShortcut(key);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, run);
    return button;
}

QLabel* DealPanel::addText(const QString& text, const char* kind)
{
    QLabel* label = makeLabel(text, kind, this);
    wrap(label);
    m_body->addWidget(label);
    return label;
}

void DealPanel::addField(const QString& name, QWidget* field)
{
    QLabel* caption = makeLabel(name, "muted", this);
    caption->setFixedWidth(nameWidth);
    caption->setBuddy(field);
    field->setAccessibleName(name);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    row->addWidget(caption);
    row->addWidget(field, 1);
    m_body->addLayout(row);
    if (auto* edit = qobject_cast<QLineEdit*>(field))
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            if (m_primary != nullptr)
                m_primary->click();
        });
}

void DealPanel::complain(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void DealPanel::complain(const Error& error)
{
    complain(sentenceOf(error));
}

void DealPanel::setBusy(bool busy)
{
    for (int i = 0; i < m_buttons->count(); ++i)
        if (QWidget* button = m_buttons->itemAt(i)->widget())
            button->setEnabled(!busy);
    if (busy)
        complain(QString());
}

void DealPanel::finish()
{
    m_done = true;
    complain(QString());
    findChild<QToolButton*>()->setFocus(Qt::OtherFocusReason);
    clearLayout(m_buttons);
    m_primary = nullptr;
}

} // namespace satchel::ui
