// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/SyncGateway.h"

#include <QTimer>

namespace satchel::ui {

/// The state of syncing as sentences, kept up to date from the gateway and the replica. Window's thread.
class SyncState final : public QObject {
    Q_OBJECT
public:
    enum class Kind { Fine, Running, Stopped, Offline, Waiting, NeedsPassword, Trouble };

    SyncState(const Desk& desk, SyncGateway& gateway, QObject* parent);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// "Synced 2 min ago", "Offline, 7 changes waiting", "Fetching 12,400 of 54,500 records".
    [[nodiscard]] QString sentence() const;
    /// What a click shows: some lines of plain text.
    [[nodiscard]] QStringList details() const;
    [[nodiscard]] QString iconName() const;
    [[nodiscard]] qint64 inbox() const { return m_status.inbox; }
    [[nodiscard]] qint64 waiting() const { return m_status.waiting; }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void set(Kind kind);
    [[nodiscard]] QString progress() const;

    const Desk& m_desk;
    ReplicaStatus m_status;
    Kind m_kind = Kind::Fine;
    QString m_phase;
    QString m_trouble;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_bytes = 0;
    qint64 m_totalBytes = 0;
    SyncSummary m_last;
    QTimer m_minute;
};

} // namespace satchel::ui
