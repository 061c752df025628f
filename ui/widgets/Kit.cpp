// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Kit.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

namespace satchel::ui {

void setProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setKind(QWidget* widget, const char* kind)
{
    setProperty(widget, "kind", QString::fromLatin1(kind));
}

QLabel* makeLabel(const QString& text, const char* kind, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setProperty("kind", QString::fromLatin1(kind));
    alignLeading(label);
    return label;
}

void alignLeading(QLabel* label)
{
    // Qt would look at the text: a Latin name in a mirrored window would stand at the other side.
    label->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute |
                        (QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
}

QFrame* makeFrame(const char* kind, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("kind", QString::fromLatin1(kind));
    return frame;
}

QPushButton* makeButton(const QString& text, const char* kind, QWidget* parent, const QKeySequence& key)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("kind", QString::fromLatin1(kind));
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    QString spoken = text;
    button->setAccessibleName(spoken.remove(QLatin1Char('&')));
    if (!key.isEmpty())
        button->setToolTip(withKey(spoken, key));
    return button;
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent, const QKeySequence& key)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName, Tint::Muted));
    button->setIconSize(QSize(18, 18));
    button->setAccessibleName(name);
    button->setToolTip(withKey(name, key));
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void nameCombo(QComboBox* box, const QString& name)
{
    box->setAccessibleName(name);
    box->view()->setAccessibleName(name);
}

namespace {

// Qt makes buttons of the icons in a line to type into; they are called as the line is.
void nameMarks(QLineEdit* edit)
{
    for (QToolButton* mark : edit->findChildren<QToolButton*>())
        if (mark->accessibleName().isEmpty())
            mark->setAccessibleName(edit->accessibleName());
}

} // namespace

void addLeadingIcon(QLineEdit* edit, const QString& iconName)
{
    edit->addAction(icon(iconName, Tint::Muted), QLineEdit::LeadingPosition);
    nameMarks(edit);
}

void addClearButton(QLineEdit* edit)
{
    edit->setClearButtonEnabled(true);
    if (auto* action = edit->findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction"))) // Qt's name for it
        action->setIcon(icon(QStringLiteral("x"), Tint::Muted));
    nameMarks(edit);
}

void wrap(QLabel* label)
{
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
}

QString withKey(const QString& text, const QKeySequence& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

QString keysInWords(const QString& keys)
{
    static const QRegularExpression name(QStringLiteral("[A-Z][a-z]+"));
    QString words;
    qsizetype done = 0;
    for (auto match = name.globalMatch(keys); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        words += keys.mid(done, found.capturedStart() - done) +
                 QCoreApplication::translate("QShortcut", found.captured().toLatin1().constData());
        done = found.capturedEnd();
    }
    return words + keys.mid(done);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

void setMargins(QLayout* layout, int left, int top, int right, int bottom, int spacing)
{
    layout->setContentsMargins(left, top, right, bottom);
    layout->setSpacing(spacing);
}

} // namespace satchel::ui
