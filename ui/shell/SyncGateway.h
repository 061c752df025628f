// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace satchel::ui {

/// What one sync round did, for the window.
struct SyncSummary {
    qint64 pushed = 0;
    qint64 pulled = 0;
    qint64 merged = 0;
    qint64 rejected = 0;
    qint64 conflicts = 0;
    qint64 sentBytes = 0;
    qint64 receivedBytes = 0;
    qint64 milliseconds = 0;
};

/// The window's view of syncing: what it can ask for, and what it hears. Implemented in app/desktop on a thread of its
/// own; signals arrive on the window's thread.
class SyncGateway : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

public Q_SLOTS:
    virtual void syncNow() = 0;
    virtual void cancel() = 0;
    /// A password typed by the person; kept in memory only.
    virtual void giveCredentials(const QString& password) = 0;
    /// Something was edited: sync soon.
    virtual void editsWaiting() = 0;

Q_SIGNALS:
    void started();
    /// Totals are 0 where they are not known; bytes are those of a large download.
    void progressed(const QString& phase, qint64 done, qint64 total, qint64 bytes, qint64 totalBytes);
    void finished(const satchel::ui::SyncSummary& summary);
    /// `offline`: the server could not be reached, which is nothing to worry about.
    void failed(const QString& sentence, bool needsPassword, bool offline);
    /// The person stopped it; what was fetched is kept, and it goes on later.
    void stopped(const QString& sentence);
    /// The records of this laptop are those of a newer checkpoint; also in the middle of a long round, when a part of
    /// them is there.
    void checkpointPublished();
};

} // namespace satchel::ui
