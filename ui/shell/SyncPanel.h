// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/SidePanels.h"
#include "ui/shell/WaitingChange.h"

class QListWidget;
class QProgressBar;

namespace satchel::ui {

/// What a click on the state of syncing shows: how it stands and how far it is, what waits and why (each can be opened,
/// and taken back where nothing builds on it), the last rounds, and what had to be mended. Owned by Panels.
class SyncPanel final : public CornerPanel {
    Q_OBJECT
public:
    SyncPanel(const Desk& desk, SyncState& state, SyncGateway& gateway, QWidget* parent);
    /// Reads what waits; done whenever it is shown.
    void look();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void notice(const QString& sentence, bool undoable);
    void travelWanted();
    /// What is shown has another size.
    void filled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Known {
        std::vector<WaitingChange> waiting;
        QStringList incidents;
    };
    void show();
    void fill(const Known& known);
    void addSection(const QString& title, const QStringList& lines);
    void openChosen();
    void takeBack();

    const Desk& m_desk;
    SyncState& m_state;
    QProgressBar* m_bar;
    QVBoxLayout* m_lines;
    QLabel* m_heading;
    QListWidget* m_list;
    QWidget* m_listBar;
    QPushButton* m_takeBack;
    QVBoxLayout* m_more;
    QWidget* m_content;
    QPushButton* m_sync;
    QPushButton* m_stop;
    Known m_known;
};

} // namespace satchel::ui
