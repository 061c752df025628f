// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "sync/client/Engine.h"
#include "sync/client/WakeUp.h"
#include "ui/shell/SyncGateway.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace satchel {

class HttpConversation;

/// Does the syncing: owns a replica, a conversation and an engine, all on the sync thread it was moved to. DesktopSync
/// talks to it by queued calls and hears it by signals.
class SyncWorker final : public QObject {
    Q_OBJECT
public:
    SyncWorker(std::string folder, Environment& environment);
    ~SyncWorker() override;

    /// May be called from any thread; the round stops at its next step.
    void cancel();

    void setToken(const QString& token);
    /// `chosen`: a new password, where the present one has to be changed.
    void login(const QString& server, const QString& login, const QString& password, const QString& chosen);
    void sync();
    void askReceipts(const satchel::Id& revision);
    // The administration and one's own password: straight to the server. Passwords are kept nowhere.
    void askOverview();
    void administer(int ticket, const satchel::AdminDeed& deed);
    void changePassword(const QString& present, const QString& chosen);
    /// Closes the replica; the next round opens it anew.
    void release();
    /// This laptop was shut out: empties the profile, which nobody else has open any more.
    void leave();

Q_SIGNALS:
    void started();
    void progressed(const QString& phase, qint64 done, qint64 total, qint64 bytes, qint64 totalBytes);
    /// A part of a long round can be seen.
    void published();
    void loggedIn(const QString& token);
    void finished(const satchel::ui::SyncSummary& summary);
    void receiptsCame(const satchel::Id& revision, const QList<satchel::ui::DeviceReceipt>& devices);
    void receiptsRefused(const QString& sentence);
    void overviewCame(const satchel::Overview& overview);
    void overviewRefused(const QString& sentence);
    void performed(int ticket, const satchel::AdminDone& done);
    void deedRefused(int ticket, const QString& sentence);
    void passwordChanged();
    void passwordRefused(const QString& sentence);
    void failed(const QString& sentence, bool needsPassword, bool offline);
    /// Behind failed(): the password is right, and has to be changed.
    void newPasswordWanted(const QString& sentence);
    /// Behind failed(): an administrator has shut this laptop out.
    void shutOut();
    /// The profile is empty; `trouble` says what is still to be done by hand.
    void left(qint64 unsent, const QString& file, const QString& trouble);
    /// Time for the next round; `called`: somebody else has changed something, or the network has come back.
    void due(bool called);
    void stopped(const QString& sentence);
    /// The file with the records was found damaged.
    void damaged();

private:
    /// Whether the server can be asked at all; a sentence if not.
    [[nodiscard]] Status mayAsk();
    /// What the server must know of before the deed is sent, where it does not yet.
    [[nodiscard]] Status sendBefore(const AdminDeed& deed);
    [[nodiscard]] QString refusal(const Error& error);
    [[nodiscard]] Status prepare(const std::string& server);
    [[nodiscard]] Status enter(const std::string& server, const std::string& login, const std::string& password,
                               const std::string& chosen);
    void report(const Error& error);
    void reportProgress(const SyncProgress& progress);

    std::string m_folder;
    Environment& m_environment;
    std::string m_token;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<HttpConversation> m_conversation;
    std::unique_ptr<Engine> m_engine;
    WakeUp m_wakeUp{this}; ///< from the first round that succeeds
    std::atomic<Engine*> m_running = nullptr;
    Milliseconds m_lastProgress = 0;
};

} // namespace satchel
