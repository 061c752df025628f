// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PageKeys.h"

#include "ui/deals/DealPanel.h"
#include "ui/records/ListPanel.h"
#include "ui/shell/Page.h"
#include "ui/shell/Rail.h"
#include "ui/shell/TopBar.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTextEdit>

namespace satchel::ui {

namespace {

// Where a letter is text, or leads to the choice that begins with it.
bool takesLetters(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr || qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

bool isSingleKey(const QKeyEvent& event)
{
    return (event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier) &&
           event.key() >= Qt::Key_0 && event.key() <= Qt::Key_Z;
}

// Those of a part that has the keyboard Qt has looked for itself.
QShortcut* shortcutOf(const Page& page, const QWidget* focus, const QKeyEvent& event)
{
    for (QShortcut* shortcut : page.findChildren<QShortcut*>()) {
        const auto* owner = qobject_cast<QWidget*>(shortcut->parent());
        if (shortcut->key() == QKeySequence(event.key()) && shortcut->isEnabled() && owner != nullptr &&
            owner->isVisible() && (focus == nullptr || !owner->isAncestorOf(focus)))
            return shortcut;
    }
    return nullptr;
}

// In the page but in none of the panels that open in it, or in what stands beside every page.
bool belongsTo(const Page& page, const QWidget* focus)
{
    if (focus == nullptr || focus->isWindow())
        return true;
    for (const QWidget* each = focus; each != nullptr; each = each->parentWidget()) {
        if (each == &page || qobject_cast<const Rail*>(each) != nullptr || qobject_cast<const TopBar*>(each) != nullptr)
            return true;
        if (qobject_cast<const DealPanel*>(each) != nullptr || qobject_cast<const ListPanel*>(each) != nullptr)
            return false;
    }
    return false;
}

} // namespace

PageKeys::PageKeys(QWidget& window, std::function<Page*()> current)
    : QObject(&window), m_window(window), m_current(std::move(current))
{
    window.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { watch(now); });
}

void PageKeys::watch(QWidget* focus)
{
    if (m_watched)
        m_watched->removeEventFilter(this);
    m_watched = focus != nullptr && takesLetters(focus) ? focus : nullptr;
    if (m_watched)
        m_watched->installEventFilter(this);
}

// Before a shortcut is looked for, the one who has the keyboard is asked whether he wants the key himself. Lines to
// type into say yes; boxes to choose from do not, although they go to what begins with the letter.
bool PageKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_watched && event->type() == QEvent::ShortcutOverride &&
        isSingleKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (watched == &m_window && event->type() == QEvent::KeyPress && press(*static_cast<QKeyEvent*>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

bool PageKeys::press(const QKeyEvent& event)
{
    const QWidget* focus = QApplication::focusWidget();
    Page* page = m_current();
    if (m_passing || page == nullptr || !isSingleKey(event) || takesLetters(focus))
        return false;
    if (!belongsTo(*page, focus))
        return false;
    if (QShortcut* shortcut = shortcutOf(*page, focus, event)) {
        Q_EMIT shortcut->activated();
        return true;
    }
    QWidget* keys = page->keyTarget();
    if (keys == nullptr || keys == focus || !keys->isVisible())
        return false;
    m_passing = true;
    QKeyEvent again(event.type(), event.key(), event.modifiers(), event.text());
    const bool taken = QCoreApplication::sendEvent(keys, &again) && again.isAccepted();
    m_passing = false;
    return taken;
}

} // namespace satchel::ui
