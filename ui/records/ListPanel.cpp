// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ListPanel.h"

#include <QKeyEvent>

namespace satchel::ui {

ListPanel::ListPanel(const QString& name, QWidget* parent) : QFrame(parent)
{
    setProperty("kind", QStringLiteral("panel"));
    setAccessibleName(name);
    hide();
}

bool ListPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_Escape || !key->text().isEmpty())) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void ListPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace satchel::ui
