// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Leases.h"
#include "sync/client/FirstSync.h"
#include "sync/client/StagedPages.h"
#include "sync/protocol/Conversation.h"

#include <atomic>
#include <functional>

namespace satchel {

class Repair;

/// What one round did. `merged` counts changes of ours that met somebody else's, `conflicts` fields newly in the inbox.
struct SyncReport {
    std::int64_t pushed = 0;
    std::int64_t pulled = 0; ///< rows received
    std::int64_t merged = 0;
    std::int64_t rejected = 0;
    std::int64_t conflicts = 0;
    std::int64_t repaired = 0; ///< rows that differed from the server's and were put right
    std::string heldBack;      ///< why changes wait although the server was reached; "" if none do
    std::int64_t sentBytes = 0;
    std::int64_t receivedBytes = 0;
    std::int64_t milliseconds = 0;
    std::int64_t checkpoint = 0;
    std::string digest; ///< hex of the combined digest of all scopes
};

struct VerifyReport {
    bool equal = false;        ///< before anything was repaired
    std::int64_t tables = 0;   ///< (scope, table) pairs compared
    std::int64_t rows = 0;     ///< rows recounted
    std::int64_t repaired = 0; ///< rows that differed and were put right; now it is equal
};

/// The laptop's end of the conversation: pushes what waits, pulls to a checkpoint, publishes it. Owned by whoever syncs
/// (satchelctl, the desktop's sync thread, tests); belongs to that thread, as do the replica and the conversation,
/// which must outlive it. Every call may fail at any point and be repeated.
class Engine {
public:
    /// `schemaVersion`: of the declaration this program speaks; tests play an older or a newer one.
    Engine(Replica& replica, Conversation& conversation, int schemaVersion = schema::version);

    /// First log-in of a new replica, or a renewed one of the same user (another user: Conflict). Sets the token.
    [[nodiscard]] Status login(const std::string& server, const std::string& login, const std::string& password,
                               const std::string& deviceName);
    [[nodiscard]] Result<SyncReport> sync();
    /// Pulls to the newest checkpoint, recounts every digest from the rows and compares with the server's.
    [[nodiscard]] Result<VerifyReport> verify();

    /// For administrators: who has received a revision of a price list, as of each device's last visit.
    [[nodiscard]] Result<ReceiptsReply> receipts(const Id& revision)
    {
        return m_conversation.receipts(m_token, {.revision = revision});
    }

    /// For administrators: what only the server knows, and what may be done there.
    [[nodiscard]] Result<Overview> overview() { return m_conversation.overview(m_token, {}); }
    [[nodiscard]] Result<AdminDone> administer(const AdminDeed& deed)
    {
        return m_conversation.administer(m_token, deed);
    }
    /// One's own password, by who knows the present one.
    [[nodiscard]] Status changePassword(const OwnPassword& wish)
    {
        SATCHEL_TRY(m_conversation.changePassword(m_token, wish));
        return Ok{};
    }

    [[nodiscard]] const std::string& token() const { return m_token; }
    [[nodiscard]] Milliseconds tokenExpiry() const { return m_tokenExpiry; }
    void setToken(std::string token) { m_token = std::move(token); }

    /// Called on the engine's thread as a round goes on.
    std::function<void(const SyncProgress&)> onProgress;
    /// Called when a part of a long round is published and can be seen, before the rest has come.
    std::function<void()> onPublished;
    /// The rows that look different since the last round; for windows to read anew.
    std::vector<RowKey> changed;
    /// May be set from any thread; the round stops at its next step with Busy, nothing half done.
    std::atomic<bool> cancelled = false;
    /// New scopes with more rows than this in all come by segments.
    std::int64_t stageAbove = 2000;
    /// Whom numbers are leased to, beside the incarnation; tests play several machines.
    Bytes machine = Leases::thisMachine();
    /// Changes go up in messages of about this size, at least one in each.
    std::size_t pushBytes = 1024 * 1024;

private:
    /// Corrects what is known of the server's clock, by an answer to a message that was sent at `sent`.
    [[nodiscard]] Status compareClocks(Milliseconds sent, Milliseconds serverTime);
    [[nodiscard]] Status push(SyncReport& report);
    [[nodiscard]] Status pull(SyncReport& report);
    [[nodiscard]] Result<PullRequest> makeRequest(const ReplicaIdentity& identity, bool everything);
    /// All pages of the server's newest checkpoint; an earlier attempt at it is gone on with.
    [[nodiscard]] Result<StagedPages> receive(const ReplicaIdentity& identity, bool everything);
    /// One attempt at publishing the server's newest checkpoint; false if the digests disagreed.
    [[nodiscard]] Result<bool> pullOnce(const ReplicaIdentity& identity, bool everything,
                                        const std::function<Status()>& before, SyncReport& report,
                                        Repair* repair = nullptr);
    /// Fetches the scopes that the last pull left for it.
    [[nodiscard]] Status joinStaged(SyncReport& report);
    [[nodiscard]] Result<bool> pullEverything(const ReplicaIdentity& identity, SyncReport& report, Repair* repair);
    void take(FirstSync::Done& done, SyncReport& report);
    [[nodiscard]] Status pullWith(const ReplicaIdentity& identity, bool everything, Repair& repair, SyncReport& report);
    /// Does what the error of a round asks for, after which the round can be repeated; else hands the error back.
    [[nodiscard]] Status mend(const Error& error, SyncReport& report);
    [[nodiscard]] Status mended(SyncReport& report, const std::function<Status()>& round);
    /// The server's history is another one than this laptop's.
    [[nodiscard]] Status heal(SyncReport& report);
    /// This replica is a copy or a restored one: it takes a new incarnation.
    [[nodiscard]] Status renew();
    /// Rows that a restored server has lost are shown to its administrator, until he has decided.
    [[nodiscard]] Status settleHeldRows();
    [[nodiscard]] Status renewLeases();

    Replica& m_replica;
    Conversation& m_conversation;
    std::string m_token;
    Milliseconds m_tokenExpiry = 0;
    Bytes m_session; ///< tells the server which start of the program speaks
    bool m_recovering = false;
    std::vector<Scope> m_staged; ///< scopes the last pull has left out
    int m_schemaVersion;
};

} // namespace satchel
