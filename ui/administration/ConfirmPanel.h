// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/ServerView.h"
#include "ui/deals/DealPanel.h"

namespace satchel::ui {

/// Says what a deed at the server brings about before it is done: sentences, and the button.
class ConfirmPanel final : public DealPanel {
    Q_OBJECT
public:
    ConfirmPanel(const Desk& desk, const QString& heading, const QString& button, QWidget* parent);
    void say(const QString& sentence);
    /// What the button does, and the notice when it is done.
    void performs(ServerView& server, const AdminDeed& deed, const QString& done);

private:
    void run();

    ServerView* m_server = nullptr;
    AdminDeed m_deed;
    QString m_done;
};

} // namespace satchel::ui
