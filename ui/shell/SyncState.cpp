// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SyncState.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QLocale>

namespace satchel::ui {

SyncState::SyncState(const Desk& desk, SyncGateway& gateway, QObject* parent)
    : QObject(parent), m_desk(desk), m_server(toQString(desk.me.server))
{
    connect(&gateway, &SyncGateway::started, this, [this] {
        m_done = m_total = m_bytes = m_totalBytes = 0;
        m_phase.clear();
        set(Kind::Running);
    });
    connect(&gateway, &SyncGateway::progressed, this,
            [this](const QString& phase, qint64 done, qint64 total, qint64 bytes, qint64 totalBytes) {
                m_phase = phase;
                m_done = done;
                m_total = total;
                m_bytes = bytes;
                m_totalBytes = totalBytes;
                m_downloading = m_downloading || totalBytes > 0;
                set(Kind::Running);
            });
    connect(&gateway, &SyncGateway::stopped, this, [this](const QString& sentence) {
        m_trouble = sentence;
        set(Kind::Stopped);
        refresh();
    });
    connect(&gateway, &SyncGateway::finished, this, [this](const SyncSummary& summary) {
        m_last = summary;
        m_trouble.clear();
        m_downloading = false;
        addRound(roundWord(summary));
        set(Kind::Fine);
        refresh();
    });
    connect(&gateway, &SyncGateway::failed, this, [this](const QString& sentence, bool needsPassword, bool offline) {
        m_trouble = sentence;
        addRound(sentence);
        set(needsPassword ? Kind::NeedsPassword : offline ? Kind::Offline : Kind::Trouble);
        refresh();
    });
    connect(&desk.writer, &ReplicaWriter::committed, this, &SyncState::refresh);
    connect(&m_minute, &QTimer::timeout, this, &SyncState::changed);
    m_minute.start(30'000);
    refresh();
}

void SyncState::set(Kind kind)
{
    m_kind = kind;
    Q_EMIT changed();
}

void SyncState::addRound(const QString& what)
{
    constexpr qsizetype mostRounds = 8;
    m_rounds.prepend(QStringLiteral("%1 · %2").arg(timeWord(m_desk.environment.now(), m_desk.environment.now()), what));
    if (m_rounds.size() > mostRounds)
        m_rounds.removeLast();
}

// How many bytes that were says something to an administrator alone.
QString SyncState::roundWord(const SyncSummary& summary) const
{
    if (m_desk.me.role != Role::Administrator)
        return tr("%1 sent, %2 received").arg(numberWord(summary.pushed), numberWord(summary.pulled));
    return tr("%1 sent, %2 received; %3 up, %4 down")
        .arg(numberWord(summary.pushed), numberWord(summary.pulled), QLocale().formattedDataSize(summary.sentBytes),
             QLocale().formattedDataSize(summary.receivedBytes));
}

void SyncState::refresh()
{
    m_desk.reader.ask(
        this, [](Replica& replica) { return std::pair(replica.status(), replica.identity()); },
        [this](const std::pair<Result<ReplicaStatus>, Result<std::optional<ReplicaIdentity>>>& read) {
            const auto& [status, identity] = read;
            if (status.ok())
                m_status = *status;
            if (identity.ok() && *identity)
                m_server = toQString((*identity)->server); // the server may have moved since the window was made
            Q_EMIT changed();
        });
}

void SyncState::count()
{
    m_desk.reader.ask(
        this, [](Replica& replica) { return replica.rowCounts(); },
        [this](const Result<RowCounts>& counts) {
            if (counts.ok())
                m_counts = *counts;
            Q_EMIT changed();
        });
}

QString SyncState::sentence() const
{
    const QString waiting = tr("%Ln changes waiting", nullptr, static_cast<int>(m_status.waiting));
    switch (m_kind) {
    case Kind::Running:
        if (m_total > 0)
            return tr("Syncing %1 of %2").arg(numberWord(m_done), numberWord(m_total));
        return m_done > 0 ? tr("Syncing %1").arg(numberWord(m_done)) : tr("Syncing");
    case Kind::Stopped: return tr("Sync stopped, goes on later");
    case Kind::Offline: return m_status.waiting > 0 ? tr("Offline, %1").arg(waiting) : tr("Offline");
    case Kind::NeedsPassword:
        return m_status.waiting > 0 ? tr("Password needed, %1").arg(waiting) : tr("Password needed to sync");
    case Kind::Trouble: return tr("Sync stopped, see why");
    default: break;
    }
    if (m_status.waiting > 0)
        return m_last.heldBack.isEmpty()
                   ? waiting
                   : tr("%Ln changes wait for the server", nullptr, static_cast<int>(m_status.waiting));
    if (m_status.lastSync == 0)
        return tr("Not synced yet");
    const std::int64_t now = m_desk.environment.now();
    const QString ago = agoWord(m_status.lastSync, now);
    return ago == agoWord(now, now) ? tr("Synced just now") : tr("Synced %1").arg(ago); // there is room for one line
}

QString SyncState::iconName() const
{
    switch (m_kind) {
    case Kind::Running: return QStringLiteral("refresh-cw");
    case Kind::Stopped:
    case Kind::Offline: return QStringLiteral("cloud-off");
    case Kind::NeedsPassword: return QStringLiteral("lock");
    case Kind::Trouble: return QStringLiteral("cloud-alert");
    default: return m_status.waiting > 0 ? QStringLiteral("cloud") : QStringLiteral("cloud-check");
    }
}

// "Fetching your records: 12,400 of 54,500, 0.4 of 1.8 MB".
QString SyncState::progress() const
{
    QString text = m_phase;
    if (m_total > 0)
        text = tr("%1: %2 of %3 records").arg(m_phase, numberWord(m_done), numberWord(m_total));
    else if (m_done > 0)
        text = tr("%1: %2 records").arg(m_phase, numberWord(m_done));
    if (m_totalBytes > 0)
        text += tr(", %1 of %2").arg(QLocale().formattedDataSize(m_bytes), QLocale().formattedDataSize(m_totalBytes));
    return text;
}

QString SyncState::heldBack() const
{
    const bool settled = m_kind == Kind::Fine || m_kind == Kind::Waiting;
    return m_status.waiting > 0 && settled ? m_last.heldBack : QString();
}

QStringList SyncState::details() const
{
    QStringList lines;
    if (m_kind == Kind::Running && !m_phase.isEmpty())
        lines << progress();
    if (!m_trouble.isEmpty())
        lines << m_trouble;
    if (const QString why = heldBack(); !why.isEmpty())
        lines << why;
    lines << tr("Server: %1").arg(m_server);
    lines << (m_status.lastSync == 0
                  ? tr("Not synced yet")
                  : tr("Last synced: %1").arg(timeWord(m_status.lastSync, m_desk.environment.now())));
    lines << (m_status.waiting == 0 ? tr("Everything you did has been sent.")
                                    : tr("Waiting to be sent: %1. Your changes are safe on this laptop.")
                                          .arg(numberWord(m_status.waiting)));
    if (m_status.deferred > 0)
        lines << tr("Waiting on the server for somebody's decision: %1").arg(numberWord(m_status.deferred));
    if (m_last.milliseconds > 0)
        lines << tr("Last round: sent %1, received %2 records, merged %3, refused %4")
                     .arg(numberWord(m_last.pushed), numberWord(m_last.pulled), numberWord(m_last.merged),
                          numberWord(m_last.rejected));
    if (m_last.milliseconds > 0 && m_desk.me.role == Role::Administrator)
        lines << tr("%1 sent, %2 received in %3 ms")
                     .arg(QLocale().formattedDataSize(m_last.sentBytes),
                          QLocale().formattedDataSize(m_last.receivedBytes), numberWord(m_last.milliseconds));
    QStringList counts;
    for (const auto& [name, rows] : m_counts)
        if (rows > 0 &&
            (name == "account" || name == "contact" || name == "lead" || name == "activity" || name == "task"))
            counts << QStringLiteral("%1 %2").arg(numberWord(rows), inSentence(entitiesWord(schema::entity(name))));
    if (!counts.isEmpty())
        lines << tr("On this laptop: %1").arg(counts.join(QStringLiteral(", ")));
    return lines;
}

} // namespace satchel::ui
