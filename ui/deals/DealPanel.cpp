// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/DealPanel.h"

#include "ui/deals/DealWords.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Room.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int nameWidth = 144;
constexpr qsizetype mostMissing = 4;

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool confirms(const QKeyEvent& event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) && isEnter(event);
}

} // namespace

// A key that is held down presses nothing: what it opened would be done before it is seen.
bool pressButton(const QKeyEvent& event)
{
    auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    const bool plain = (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
    if (!isEnter(event) || !plain || button == nullptr || qobject_cast<QCheckBox*>(button) != nullptr)
        return false;
    if (!event.isAutoRepeat())
        button->click();
    return true;
}

DealPanel::DealPanel(const Desk& desk, const Id& quote, const QString& heading, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_quote(quote),
      m_body(new QVBoxLayout),
      m_buttons(new QHBoxLayout),
      m_room(new Room(this)),
      m_missing(makeFrame("bad", m_room->widget())),
      m_missingRows(new QVBoxLayout(m_missing)),
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
    setMargins(m_missingRows, 12, 8, 12, 8, 4);
    m_missing->hide();
    auto* content = new QVBoxLayout;
    m_room->setContent(content);
    setMargins(content, 0, 0, 0, 0, 8);
    content->addWidget(m_missing);
    content->addLayout(m_body);
    content->addStretch(0);
    setMargins(m_buttons, 0, 8, 0, 0, 8);
    m_buttons->addStretch(1);
    wrap(m_trouble);
    m_trouble->hide();
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 12, 16, 8);
    layout->addLayout(bar);
    layout->addWidget(m_room);
    layout->addWidget(m_trouble);
    layout->addLayout(m_buttons);
}

void DealPanel::begin()
{
    if (auto* edit = findChild<QLineEdit*>(); edit != nullptr && !m_done)
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
    else if (event->key() == Qt::Key_PageDown)
        m_room->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else if (event->key() == Qt::Key_PageUp)
        m_room->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (!pressButton(*event))
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
    m_busy = busy;
    allowPrimary();
    if (busy)
        complain(QString());
}

void DealPanel::setReady(bool ready)
{
    m_ready = ready;
    allowPrimary();
}

void DealPanel::allowPrimary()
{
    if (m_primary != nullptr)
        m_primary->setEnabled(m_ready && !m_busy && m_missingSentences.isEmpty());
}

void DealPanel::showUnfinished(const std::vector<Unfinished>& unfinished)
{
    if (m_done || !needsAllTyped())
        return;
    QStringList sentences;
    for (const Unfinished& each : unfinished)
        sentences << each.sentence;
    if (sentences == m_missingSentences)
        return;
    m_missingSentences = sentences;
    const bool hadFocus = m_missing->isAncestorOf(focusWidget()) || (m_primary != nullptr && m_primary->hasFocus());
    clearLayout(m_missingRows);
    m_missing->setVisible(!sentences.isEmpty());
    allowPrimary();
    if (sentences.isEmpty()) {
        if (hadFocus)
            begin();
        return;
    }
    m_missingRows->addWidget(makeLabel(tr("Typed, but not in the quote yet"), "section", m_missing));
    QPushButton* first = nullptr;
    for (qsizetype i = 0; i < sentences.size() && i < mostMissing; ++i) {
        QPushButton* go = addMissing(sentences[i], static_cast<std::size_t>(i));
        first = first == nullptr ? go : first;
    }
    if (sentences.size() > mostMissing)
        m_missingRows->addWidget(
            makeLabel(tr("And %n more.", nullptr, static_cast<int>(sentences.size() - mostMissing)), "", m_missing));
    if (hadFocus)
        first->setFocus(Qt::OtherFocusReason);
}

QPushButton* DealPanel::addMissing(const QString& sentence, std::size_t index)
{
    QLabel* text = makeLabel(sentence, "", m_missing);
    wrap(text);
    QPushButton* go = makeButton(tr("Go there"), "link", m_missing);
    go->setAccessibleName(tr("Go there: %1").arg(sentence));
    connect(go, &QPushButton::clicked, this, [this, index] { Q_EMIT unfinishedWanted(index); });
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    row->addWidget(new IconLabel(QStringLiteral("circle-alert"), Tint::Danger, 16, m_missing), 0, Qt::AlignTop);
    row->addWidget(text, 1);
    row->addWidget(go, 0, Qt::AlignTop);
    m_missingRows->addLayout(row);
    return go;
}

void DealPanel::finish()
{
    m_done = true;
    m_missing->hide();
    complain(QString());
    findChild<QToolButton*>()->setFocus(Qt::OtherFocusReason);
    clearLayout(m_buttons);
    m_primary = nullptr;
}

} // namespace satchel::ui
