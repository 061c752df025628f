// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/shell/SyncGateway.h"

#include <QThread>
#include <QTimer>

#include <functional>

namespace satchel {

class DesktopAdmin;
class SyncWorker;

/// Decides when to sync: at the start, when the server calls (else every 30 to 90 seconds), shortly after an edit,
/// after sleep and in another network, later and later while it fails (with full jitter). The work is done by a
/// SyncWorker on a thread of its own. Lives on the window's thread.
class DesktopSync final : public ui::SyncGateway {
    Q_OBJECT
public:
    DesktopSync(const std::string& folder, Environment& environment, QObject* parent);
    ~DesktopSync() override;

    /// The person's login, for giveCredentials().
    void setLogin(const QString& login) { m_login = login; }
    void setToken(const QString& token);
    void signIn(const QString& server, const QString& login, const QString& password, const QString& chosen = {});
    /// Begins to sync by itself.
    void start();
    [[nodiscard]] ui::AdminGateway* administration() override;
    [[nodiscard]] bool isStarted() const { return m_automatic; }
    /// Stops what runs and closes the sync thread's replica; `then` runs on the window's thread when that is done.
    void release(std::function<void()> then);
    /// Empties the profile after a shutOut(), when nobody else has it open; answered by left().
    void leave();

public Q_SLOTS:
    void syncNow() override;
    void cancel() override;
    void giveCredentials(const QString& password) override;
    void giveNewPassword(const QString& given, const QString& chosen) override;
    void editsWaiting() override;
    void askReceipts(const satchel::Id& revision) override;

Q_SIGNALS:
    void tokenIssued(const QString& token);
    void damaged();
    void shutOut();
    void left(qint64 unsent, const QString& file, const QString& trouble);

private:
    void plan();

    QString m_login;
    QThread m_thread;
    SyncWorker* m_worker;
    DesktopAdmin* m_admin;
    QTimer m_next;
    bool m_busy = false;
    bool m_again = false;
    bool m_automatic = false;
    bool m_needsPassword = false;
    int m_failures = 0;
};

} // namespace satchel
