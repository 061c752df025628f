// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QList>
#include <QObject>
#include <QString>

namespace satchel::ui {

class AdminGateway;

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
    QString heldBack = {}; ///< why changes wait although the server was reached; "" if none do
};

/// A device that a revision of a price list is for, and whether it has it.
struct DeviceReceipt {
    Id user;
    QString device;
    Milliseconds lastSeen = 0;
    bool received = false;
};

/// The window's view of syncing: what it can ask for, and what it hears. Implemented in app/desktop on a thread of its
/// own; signals arrive on the window's thread.
class SyncGateway : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// The way to what only the server has; null where there is none.
    [[nodiscard]] virtual AdminGateway* administration() { return nullptr; }

    /// Whether this computer keeps passwords; else the password is asked after each start.
    [[nodiscard]] bool hasKeyring() const { return m_keyring; }
    void setKeyring(bool there) { m_keyring = there; }

public Q_SLOTS:
    virtual void syncNow() = 0;
    virtual void cancel() = 0;
    /// A password typed by the person; kept in memory only.
    virtual void giveCredentials(const QString& password) = 0;
    /// The password that was given has to be changed: this is the one the person has chosen.
    virtual void giveNewPassword(const QString& given, const QString& chosen)
    {
        Q_UNUSED(given)
        Q_UNUSED(chosen)
    }
    /// Something was edited: sync soon.
    virtual void editsWaiting() = 0;
    /// Which devices have a revision of a price list; only the server knows. Answered by one of the two signals.
    virtual void askReceipts(const satchel::Id& revision)
    {
        Q_UNUSED(revision)
        Q_EMIT receiptsRefused(tr("Who has it can be asked when the server can be reached."));
    }

Q_SIGNALS:
    void started();
    /// Totals are 0 where they are not known; bytes are those of a large download.
    void progressed(const QString& phase, qint64 done, qint64 total, qint64 bytes, qint64 totalBytes);
    void finished(const satchel::ui::SyncSummary& summary);
    /// `offline`: the server could not be reached, which is nothing to worry about.
    void failed(const QString& sentence, bool needsPassword, bool offline);
    /// The password is right, but somebody else has set it: the person chooses another. Comes behind failed().
    void newPasswordWanted(const QString& sentence);
    /// The person stopped it; what was fetched is kept, and it goes on later.
    void stopped(const QString& sentence);
    /// The records of this laptop are those of a newer checkpoint; also in the middle of a long round, when a part of
    /// them is there.
    void checkpointPublished();
    void receiptsCame(const satchel::Id& revision, const QList<satchel::ui::DeviceReceipt>& devices);
    void receiptsRefused(const QString& sentence);

private:
    bool m_keyring = true;
};

} // namespace satchel::ui
