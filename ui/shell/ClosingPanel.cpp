// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ClosingPanel.h"

#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

ClosingPanel::ClosingPanel(QWidget* parent) : CornerPanel(tr("Close the window, or end Satchel?"), 440, parent)
{
    QLabel* what = makeLabel(tr("Satchel can stay beside the clock: it goes on syncing and tells you what is due. What "
                                "you choose now is done from here on; the bell (Ctrl+Shift+N) says what you are told. "
                                "Ctrl+K, \"window\", asks again."),
                             "", this);
    what->setWordWrap(true);
    m_body->addWidget(what);
    QPushButton* end = makeButton(tr("End Satchel"), "", this);
    QPushButton* stay = makeButton(tr("Stay beside the clock"), "primary", this, QKeySequence(Qt::Key_Return));
    auto* bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(end);
    bar->addWidget(stay);
    m_body->addLayout(bar);
    connect(end, &QPushButton::clicked, this, [this] { Q_EMIT decided(false); });
    connect(stay, &QPushButton::clicked, this, [this] { Q_EMIT decided(true); });
}

} // namespace satchel::ui
