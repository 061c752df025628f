// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TroubleWindow.h"

#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int cardWidth = 480;
}

TroubleWindow::TroubleWindow(const QString& iconName, const QString& heading, const QString& sentence, QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    setWindowTitle(tr("Satchel"));
    setProperty("kind", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
    QFrame* card = makeFrame("card", this);
    card->setFixedWidth(cardWidth);
    auto* inside = new QVBoxLayout(card);
    setMargins(inside, 32, 32, 32, 24, 8);
    auto* mark = new QLabel(card);
    mark->setPixmap(iconPixmap(iconName, 28, colorsOf(palette()).muted, devicePixelRatioF()));
    inside->addWidget(mark);
    inside->addSpacing(4);
    QLabel* title = makeLabel(heading, "title", card);
    QLabel* text = makeLabel(sentence, "", card);
    for (QLabel* label : {title, text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->ensurePolished();
        label->setMinimumHeight(label->heightForWidth(cardWidth - 66));
        inside->addWidget(label);
    }
    inside->addSpacing(12);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    inside->addLayout(m_buttons);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 32, 32, 32, 32, 0);
    layout->addStretch(1);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(1);
}

QPushButton* TroubleWindow::addButton(const QString& text)
{
    const bool first = m_buttons->count() == 1;
    QPushButton* button = makeButton(text, first ? "primary" : "", this);
    m_buttons->insertWidget(first ? 1 : m_buttons->count() - 1, button); // the one for Enter stands at the right
    if (first)
        button->setFocus();
    return button;
}

void TroubleWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void TroubleWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto* button = qobject_cast<QPushButton*>(focusWidget()))
            button->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace satchel::ui
