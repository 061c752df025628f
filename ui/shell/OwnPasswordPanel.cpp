// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/OwnPasswordPanel.h"

#include "ui/administration/AdminGateway.h"
#include "ui/shell/NewPasswordLines.h"
#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

OwnPasswordPanel::OwnPasswordPanel(AdminGateway* gateway, QWidget* parent)
    : CornerPanel(tr("Your password"), 360, parent),
      m_gateway(gateway),
      m_present(addLine(tr("Present password"))),
      m_new(new NewPasswordLines(this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_go(makeButton(tr("Change"), "primary", this, QKeySequence(Qt::Key_Return)))
{
    m_body->addWidget(m_new);
    connect(m_new, &NewPasswordLines::entered, this, &OwnPasswordPanel::give);
    QLabel* hint = makeLabel(tr("Your other devices ask for the new one at their next sync."), "muted", this);
    hint->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_body->addWidget(hint);
    m_body->addWidget(m_trouble);
    auto* bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(m_go);
    m_body->addLayout(bar);
    connect(m_go, &QPushButton::clicked, this, &OwnPasswordPanel::give);
    if (gateway == nullptr)
        return;
    connect(gateway, &AdminGateway::passwordChanged, this, [this] {
        m_go->setEnabled(true);
        Q_EMIT changed();
    });
    connect(gateway, &AdminGateway::passwordRefused, this, [this](const QString& sentence) {
        m_go->setEnabled(true);
        complain(sentence);
    });
}

QLineEdit* OwnPasswordPanel::addLine(const QString& name)
{
    auto* line = new QLineEdit(this);
    line->setEchoMode(QLineEdit::Password);
    line->setAccessibleName(name);
    line->setPlaceholderText(name);
    line->setMaxLength(200);
    m_body->addWidget(line);
    connect(line, &QLineEdit::returnPressed, this, &OwnPasswordPanel::give);
    return line;
}

void OwnPasswordPanel::begin()
{
    complain({});
    m_present->setFocus(Qt::OtherFocusReason);
}

void OwnPasswordPanel::give()
{
    if (!m_go->isEnabled())
        return;
    if (m_present->text().isEmpty())
        complain(tr("Type the password you have now."), m_present);
    else if (const QString wrong = m_new->complaint(); !wrong.isEmpty())
        complain(wrong);
    else if (m_gateway == nullptr)
        complain(tr("The server cannot be reached, and only the server can do this. Nothing was changed."));
    else {
        complain({});
        m_go->setEnabled(false); // until the answer is here
        m_gateway->changePassword(m_present->text(), m_new->chosen());
    }
}

void OwnPasswordPanel::complain(const QString& sentence, QLineEdit* at)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
    if (at != nullptr)
        at->setFocus(Qt::OtherFocusReason);
    const QPoint foot(x(), y() + height()); // it hangs at the foot of the window, and grows upwards
    adjustSize();
    if (isVisible())
        move(foot.x(), foot.y() - height());
}

void OwnPasswordPanel::hideEvent(QHideEvent* event)
{
    m_present->clear();
    m_new->empty();
    m_go->setEnabled(true);
    CornerPanel::hideEvent(event);
}

} // namespace satchel::ui
