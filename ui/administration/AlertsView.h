// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminView.h"
#include "ui/administration/AlertRows.h"

class QCheckBox;

namespace satchel::ui {

class EmptyState;

/// What wants an administrator's attention, each as a sentence: C closes an alert, R carries held deletions out, F
/// refuses them, B brings back what was deleted, T lets the server try a change again, K takes back what only laptops
/// have, E ends a recovery. H shows what was done and closed.
class AlertsView final : public AdminView {
    Q_OBJECT
public:
    AlertsView(const Desk& desk, ServerView& server, QWidget* parent);
    void show(const DirectoryRows& rows) override;
    void serverChanged() override;

private:
    [[nodiscard]] const AlertRow* current() const;
    void fill();
    void chosen();
    void addDeeds();
    /// A button that is there for rows of this kind.
    void addDeed(AlertRow::Kind kind, const QString& name, Qt::Key key, AdminDeed::Kind deed, const QString& done);
    void perform(AdminDeed::Kind deed, const QString& done);
    void closeRecovery();

    struct DeedButton {
        AlertRow::Kind kind;
        QPushButton* button;
    };
    DirectoryRows m_rows;
    std::vector<AlertRow> m_alerts;
    QList<DeedButton> m_buttons;
    QLabel* m_sentence;
    QCheckBox* m_log;
    EmptyState* m_empty;
};

} // namespace satchel::ui
