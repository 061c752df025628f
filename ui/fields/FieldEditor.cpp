// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/FieldEditor.h"

#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QVariant>

namespace satchel::ui {

namespace {

// Popups are windows of their own, so isAncestorOf does not see them; their QObject parents do lead here.
bool belongsTo(const QObject* object, const QObject* owner)
{
    for (; object != nullptr; object = object->parent())
        if (object == owner)
            return true;
    return false;
}

} // namespace

FieldEditor::FieldEditor(const Entity& entity, const Field& field, QWidget* parent)
    : QWidget(parent), m_entity(entity), m_field(field)
{
    connect(qApp, &QApplication::focusChanged, this, &FieldEditor::focusMoved);
}

void FieldEditor::begin()
{
    if (!m_inputs.isEmpty())
        m_inputs.first()->setFocus(Qt::OtherFocusReason);
}

void FieldEditor::setWrong(bool wrong)
{
    for (QWidget* input : m_inputs)
        ui::setProperty(input, "wrong", wrong);
}

void FieldEditor::addInput(QWidget* input, const QString& name)
{
    input->setAccessibleName(name);
    input->installEventFilter(this);
    if (!m_inputs.isEmpty())
        setTabOrder(m_inputs.last(), input);
    m_inputs << input;
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc is ours while something is edited
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    }
    if (enter && (!enterIsText() || key->modifiers().testFlag(Qt::ControlModifier))) {
        Q_EMIT accepted(Leaving::Enter);
        return true;
    }
    if (key->key() == Qt::Key_Tab && watched == m_inputs.last()) {
        Q_EMIT accepted(Leaving::Tab);
        return true;
    }
    if (key->key() == Qt::Key_Backtab && watched == m_inputs.first()) {
        Q_EMIT accepted(Leaving::BackTab);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::focusMoved(QWidget* from, QWidget* to)
{
    if (!belongsTo(from, this) || belongsTo(to, this) ||
        (to == nullptr && QApplication::activePopupWidget() != nullptr))
        return;
    Q_EMIT accepted(Leaving::FocusOut);
}

} // namespace satchel::ui
