// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/ConfirmPanel.h"

#include <QPushButton>

namespace satchel::ui {

ConfirmPanel::ConfirmPanel(const Desk& desk, const QString& heading, const QString& button, QWidget* parent)
    : DealPanel(desk, {}, heading, parent)
{
    setPrimary(button, [this] { run(); });
}

void ConfirmPanel::say(const QString& sentence)
{
    addText(sentence);
}

void ConfirmPanel::performs(ServerView& server, const AdminDeed& deed, const QString& done)
{
    m_server = &server;
    m_deed = deed;
    m_done = done;
}

void ConfirmPanel::run()
{
    setBusy(true);
    m_server->perform(m_deed, this, [this](const AdminDone&, const QString& trouble) {
        setBusy(false);
        if (!trouble.isEmpty()) {
            complain(trouble);
            return;
        }
        Q_EMIT notice(m_done, false);
        Q_EMIT closed();
    });
}

} // namespace satchel::ui
