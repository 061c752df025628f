// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/ValueLabel.h"

#include "ui/widgets/Kit.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVariant>

namespace satchel::ui {

namespace {
// Addresses and the like have no spaces to break at; a zero-width space lets them wrap instead of being cut off.
QString breakable(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        result += c;
        if (c == QLatin1Char('@') || c == QLatin1Char('.') || c == QLatin1Char('/') || c == QLatin1Char('_'))
            result += QChar(0x200B);
    }
    return result;
}
} // namespace

ValueLabel::ValueLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("kind", QStringLiteral("value"));
    wrap(this);
    alignLeading(this);
    setIndent(0); // with a frame Qt would indent by half an x
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setMinimumHeight(28);
}

void ValueLabel::setShown(const QString& name, const QString& shown)
{
    m_shown = shown.isEmpty() ? m_whenEmpty : shown;
    updateGeometry();
    fit();
    ui::setProperty(this, "empty", shown.isEmpty());
    setAccessibleName(QStringLiteral("%1: %2").arg(name, shown.isEmpty() ? tr("empty") : shown));
}

// A value on one line ends in an ellipsis where there is no room; its hint is the whole, so that it grows again.
void ValueLabel::fit()
{
    put(wordWrap() ? breakable(m_shown) : fontMetrics().elidedText(m_shown, Qt::ElideRight, qMax(40, width() - 8)));
}

// A label that can have the focus when it gets its text, or that gets the focus, makes a text document of it, in which
// one could select; laying that out takes many times as long. Here one edits instead.
void ValueLabel::put(const QString& text)
{
    setFocusPolicy(Qt::NoFocus);
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
}

void ValueLabel::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
}

void ValueLabel::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
}

QSize ValueLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return wordWrap() ? hint : QSize(fontMetrics().horizontalAdvance(m_shown) + 12, hint.height());
}

void ValueLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (!wordWrap())
        fit();
}

void ValueLabel::setEditable(bool editable, const QString& reason)
{
    m_editable = editable;
    setCursor(editable ? Qt::IBeamCursor : Qt::ArrowCursor);
    setToolTip(editable ? QString() : reason);
    ui::setProperty(this, "fixed", !editable);
}

void ValueLabel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT openWanted();
    else if ((enter || event->key() == Qt::Key_F2) && m_editable)
        Q_EMIT editWanted();
    else
        QLabel::keyPressEvent(event);
}

void ValueLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT openWanted();
    else if (m_editable)
        Q_EMIT editWanted();
}

} // namespace satchel::ui
