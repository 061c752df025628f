// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NewPasswordLines.h"

#include "core/model/Administering.h"
#include "ui/widgets/Kit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace satchel::ui {

NewPasswordLines::NewPasswordLines(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    m_chosen = addLine(tr("New password"), layout);
    m_again = addLine(tr("New password once more"), layout);
    setFocusProxy(m_chosen);
}

QLineEdit* NewPasswordLines::addLine(const QString& name, QVBoxLayout* layout)
{
    auto* line = new QLineEdit(this);
    line->setEchoMode(QLineEdit::Password);
    line->setAccessibleName(name);
    line->setPlaceholderText(name);
    line->setMaxLength(200);
    layout->addWidget(line);
    connect(line, &QLineEdit::returnPressed, this, &NewPasswordLines::entered);
    return line;
}

void NewPasswordLines::begin()
{
    m_chosen->setFocus(Qt::OtherFocusReason);
    m_chosen->selectAll();
}

void NewPasswordLines::empty()
{
    m_chosen->clear();
    m_again->clear();
}

QString NewPasswordLines::chosen() const
{
    return m_chosen->text();
}

QString NewPasswordLines::complaint()
{
    if (m_chosen->text().size() < static_cast<qsizetype>(administering::shortestPassword)) {
        m_chosen->setFocus(Qt::OtherFocusReason);
        return tr("A password needs at least 8 characters.");
    }
    if (m_chosen->text() != m_again->text()) {
        m_again->setFocus(Qt::OtherFocusReason);
        return tr("The two new ones are not the same.");
    }
    return {};
}

void NewPasswordLines::setTall()
{
    for (QLineEdit* line : {m_chosen, m_again})
        line->setProperty("tall", true);
}

} // namespace satchel::ui
