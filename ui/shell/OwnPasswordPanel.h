// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SidePanels.h"

namespace satchel::ui {

class AdminGateway;
class NewPasswordLines;

/// Changes one's own password, at the server: the present one, the new one twice. The lines are emptied whenever it is
/// closed. Window's thread.
class OwnPasswordPanel final : public CornerPanel {
    Q_OBJECT
public:
    /// `gateway`: null where there is no way to a server.
    OwnPasswordPanel(AdminGateway* gateway, QWidget* parent);
    void begin();

Q_SIGNALS:
    void changed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QLineEdit* addLine(const QString& name);
    void give();
    void complain(const QString& sentence, QLineEdit* at = nullptr);

    AdminGateway* m_gateway;
    QLineEdit* m_present;
    NewPasswordLines* m_new;
    QLabel* m_trouble;
    QPushButton* m_go;
};

} // namespace satchel::ui
