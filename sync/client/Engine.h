// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "sync/protocol/Conversation.h"

#include <atomic>
#include <functional>

namespace satchel {

/// What one round did. `merged` counts changes of ours that met somebody else's, `conflicts` fields newly in the inbox.
struct SyncReport {
    std::int64_t pushed = 0;
    std::int64_t pulled = 0; ///< rows received
    std::int64_t merged = 0;
    std::int64_t rejected = 0;
    std::int64_t conflicts = 0;
    std::int64_t sentBytes = 0;
    std::int64_t receivedBytes = 0;
    std::int64_t milliseconds = 0;
    std::int64_t checkpoint = 0;
    std::string digest; ///< hex of the combined digest of all scopes
};

struct VerifyReport {
    bool equal = false;
    std::int64_t tables = 0; ///< (scope, table) pairs compared
    std::int64_t rows = 0;   ///< rows recounted
};

struct SyncProgress {
    enum class Phase { Sending, Receiving, Publishing };
    Phase phase = Phase::Sending;
    std::int64_t done = 0;
    std::int64_t total = 0; ///< 0 if not known
};

/// The laptop's end of the conversation: pushes what waits, pulls to a checkpoint, publishes it. Owned by whoever syncs
/// (satchelctl, the desktop's sync thread, tests); belongs to that thread, as do the replica and the conversation,
/// which must outlive it. Every call may fail at any point and be repeated.
class Engine {
public:
    Engine(Replica& replica, Conversation& conversation);

    /// First log-in of a new replica, or a renewed one of the same user (another user: Conflict). Sets the token.
    [[nodiscard]] Status login(const std::string& server, const std::string& login, const std::string& password,
                               const std::string& deviceName);
    [[nodiscard]] Result<SyncReport> sync();
    /// Pulls to the newest checkpoint, recounts every digest from the rows and compares with the server's.
    [[nodiscard]] Result<VerifyReport> verify();

    [[nodiscard]] const std::string& token() const { return m_token; }
    [[nodiscard]] Milliseconds tokenExpiry() const { return m_tokenExpiry; }
    void setToken(std::string token) { m_token = std::move(token); }

    /// Called on the engine's thread as a round goes on.
    std::function<void(const SyncProgress&)> onProgress;
    /// The rows that look different since the last round; for windows to read anew.
    std::vector<RowKey> changed;
    /// May be set from any thread; the round stops at its next step with Busy, nothing half done.
    std::atomic<bool> cancelled = false;

private:
    /// Corrects what is known of the server's clock, by an answer to a message that was sent at `sent`.
    [[nodiscard]] Status compareClocks(Milliseconds sent, Milliseconds serverTime);
    [[nodiscard]] Status push(SyncReport& report);
    [[nodiscard]] Status pull(SyncReport& report);
    [[nodiscard]] Result<std::vector<PullReply>> receive(const ReplicaIdentity& identity, bool everything);

    Replica& m_replica;
    Conversation& m_conversation;
    std::string m_token;
    Milliseconds m_tokenExpiry = 0;
};

} // namespace satchel
