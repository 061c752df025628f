// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminView.h"

namespace satchel::ui {

/// Every replica on every laptop: whose, when it was here last, what it does not have yet, what of it waits at the
/// server. X shuts one out, A lets it in again; both only with the server.
class DevicesView final : public AdminView {
    Q_OBJECT
public:
    DevicesView(const Desk& desk, ServerView& server, QWidget* parent);
    void show(const DirectoryRows& rows) override;
    void serverChanged() override;

private:
    [[nodiscard]] const Overview::Device* current() const;
    [[nodiscard]] QString stateOf(const Overview::Device& device) const;
    void fill();
    void chosen();
    void askToShutOut();
    void letIn();

    DirectoryRows m_rows;
    std::vector<Overview::Device> m_devices;
    QPushButton* m_out;
    QPushButton* m_in;
    QLabel* m_hint;
};

} // namespace satchel::ui
