// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SidePanels.h"
#include "ui/shell/Travel.h"

namespace satchel::ui {

/// "Ready to travel": what should be in order before the network is gone, each with its way out, and one button that
/// does all that can be done from here (Space). Looks again by itself when a sync has ended. Owned by Panels.
class TravelPanel final : public CornerPanel {
    Q_OBJECT
public:
    TravelPanel(const Desk& desk, const SyncState& state, SyncGateway& gateway, QWidget* parent);
    void look();
    void focusGo();
    /// Whether everything was in order when it was looked at last.
    [[nodiscard]] bool isReady() const { return m_ready; }

Q_SIGNALS:
    void passwordWanted();
    void pageWanted(const QString& page);
    /// The checks are there, and the panel has another size.
    void filled();

private:
    void show(const std::vector<TravelCheck>& checks);
    void addCheck(const TravelCheck& check);
    void getReady();

    const Desk& m_desk;
    const SyncState& m_state;
    SyncGateway& m_gateway;
    QLabel* m_summary;
    QVBoxLayout* m_lines;
    QPushButton* m_go;
    bool m_ready = false;
};

} // namespace satchel::ui
