// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Notable.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace satchel::ui {

/// Satchel's icon beside the clock, where the desktop has such a place: tells what is new (through the desktop's own
/// notifications) and brings the window back. Owned by the window; does nothing where there is no tray.
class Tray final : public QObject {
    Q_OBJECT
public:
    explicit Tray(QObject* parent);

    /// Whether there is one, so that closing the window may mean hiding it.
    [[nodiscard]] bool isThere() const { return m_icon.isVisible(); }
    void tell(const Notable& notable);
    void setUnread(qint64 count);

Q_SIGNALS:
    void windowWanted();
    void syncWanted();
    void quitWanted();
    /// The person clicked on what was told last.
    void chosen(const satchel::ui::Notable& notable);

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    Notable m_last;
};

} // namespace satchel::ui
