// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/SyncGateway.h"

#include <QStringList>
#include <QTimer>

#include <utility>

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
    /// Why the server has not taken what waits although it was reached; "" if there is no such reason.
    [[nodiscard]] QString heldBack() const;
    [[nodiscard]] qint64 inbox() const { return m_status.inbox; }
    [[nodiscard]] qint64 waiting() const { return m_status.waiting; }
    /// The last rounds, newest first: when, how much, or why not.
    [[nodiscard]] const QStringList& rounds() const { return m_rounds; }
    /// Records so far and in all, of what is running; 0 where that is not known.
    [[nodiscard]] std::pair<qint64, qint64> done() const { return {m_done, m_total}; }
    /// A large download is under way, or was stopped in the middle.
    [[nodiscard]] bool isDownloading() const { return m_downloading; }
    void refresh();
    /// How many records there are, for details(): costs a walk through every table, so it is asked for.
    void count();

Q_SIGNALS:
    void changed();

private:
    void set(Kind kind);
    [[nodiscard]] QString progress() const;
    [[nodiscard]] QString roundWord(const SyncSummary& summary) const;
    void addRound(const QString& what);

    const Desk& m_desk;
    using RowCounts = std::vector<std::pair<std::string, std::int64_t>>;
    ReplicaStatus m_status;
    RowCounts m_counts;
    QString m_server;
    Kind m_kind = Kind::Fine;
    QString m_phase;
    QString m_trouble;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_bytes = 0;
    qint64 m_totalBytes = 0;
    SyncSummary m_last;
    QStringList m_rounds;
    bool m_downloading = false;
    QTimer m_minute;
};

} // namespace satchel::ui
