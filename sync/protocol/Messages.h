// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/model/Scope.h"

#include <map>
#include <optional>

namespace satchel {

/// The messages of the conversation as values; Codec.h turns them into bytes and back. sync/PROTOCOL.md is the
/// contract.
namespace protocol {
inline constexpr int version = 1;
/// What a decoder takes; whoever seals or sends keeps below it.
inline constexpr std::size_t maxChangeBytes = 1U << 20;
inline constexpr std::size_t maxOperations = 1000;
inline constexpr std::int64_t maxBulkParts = 1000;
inline constexpr std::size_t maxPushBytes = 8U << 20;
inline constexpr std::size_t maxPushChanges = 10000;
} // namespace protocol

struct LoginRequest {
    int protocolVersion = protocol::version;
    int schemaVersion = schema::version;
    std::string program; ///< name and version, for the operator's device list
    std::string login;
    std::string password;
    std::optional<Id> device; ///< as given by an earlier login of this replica
    std::string deviceName;   ///< what a person calls the machine
    Id incarnation;           ///< new whenever the replica is new or restored
    Bytes secret;             ///< 32 bytes, key of the incarnation's chain
};

struct LoginReply {
    std::string token; ///< opaque, for the Authorization header
    Milliseconds expiresAt = 0;
    Milliseconds serverTime = 0;
    Id user;
    Role role = Role::Salesperson;
    Id device;
    Id history;                  ///< history_id
    Bytes digestKey;             ///< 16 bytes
    std::int64_t lastNumber = 0; ///< last change of this incarnation the server has
    Bytes boxKey = {};           ///< 32 bytes, for what only the server may read (BoxedChange.h)
};

struct PushRequest {
    Id history;
    Id incarnation;
    Bytes16 previous{};         ///< chain id of the change before the first (zero before number 1)
    std::vector<Bytes> changes; ///< sealed bodies (Codec.h, encodeChange), numbers without a gap
    Bytes session;              ///< 8 bytes, new at each start of the program: two that take turns are clones
    /// Numbers among these that their author has taken back, or that had been refused before a restore of the server:
    /// they keep their place in the chain and have no effect.
    std::vector<std::int64_t> withdrawn;
    int schemaVersion = schema::version; ///< of the program: what a newer one says and this server cannot read waits
};

struct PushReply {
    std::int64_t lastNumber = 0; ///< durable up to here
    Milliseconds serverTime = 0;
};

enum class OutcomeStatus : std::uint8_t {
    Applied = 1,
    Merged = 2,
    NoOp = 3,
    Rejected = 4,
    Deferred = 5,
    Withdrawn = 6
};

/// What became of one change. Arrives in the same checkpoint as its effect.
struct Outcome {
    Id incarnation;
    std::int64_t number = 0;
    OutcomeStatus status = OutcomeStatus::Applied;
    std::int64_t seq = 0;
    std::string code;                ///< of a rejection: invalid, forbidden, not_found, conflict
    std::string text;                ///< of a rejection: one sentence
    std::vector<std::string> fields; ///< of a rejection: at fault; of a merge: fields both had changed
    /// The fields whose value afterwards differs from what was sent (field 0: the root of a new row, if not itself).
    std::vector<std::pair<RowKey, std::vector<std::pair<int, Value>>>> different;
    std::vector<RowKey> untouched; ///< rows of the change that nothing was written to: their rev is not `seq`
    Milliseconds edited = 0;       ///< the time of the edit as it counts, if another than was sent
};

/// The server's image of a row, whole or only what changed since the laptop's checkpoint.
struct RowUpsert {
    const Entity* entity = nullptr;
    Id id;
    std::int64_t rev = 0;
    Id root;                                           ///< of a part: null if it is as it was
    bool whole = true;                                 ///< fields left out are empty; else they are as they were
    bool trace = false;                                ///< a part: what history has of it follows from its stamps
    std::vector<std::pair<std::size_t, Value>> fields; ///< by position, in order of field number
    std::vector<std::pair<std::size_t, Stamp>> stamps; ///< of fields changed since the laptop's checkpoint
    /// Fields that only newer programs know, by number and in its order: kept, never read.
    std::vector<std::pair<int, Value>> unknown = {};
};

/// A root or self-standing row that entered or left a scope.
struct Membership {
    Scope scope;
    RowKey row;
    bool member = true;
};

enum class GoneReason : std::uint8_t { Deleted = 1, LeftScope = 2 };

struct RowGone {
    RowKey row;
    GoneReason reason = GoneReason::Deleted;
};

/// One line of a record's history: who changed which field, from what, when, on which device, by which rule.
struct HistoryEntry {
    RowKey row;
    std::int64_t seq = 0; ///< 0 while only this laptop knows it
    int field = 0;        ///< field number; 0 for the row itself (created, deleted, revived)
    Value from;
    Value to;
    Id user;
    std::string device;
    Milliseconds at = 0;
    std::string rule; ///< sync/merge rule names; "created", "deleted"
    bool operator==(const HistoryEntry&) const = default;
};

/// Count and 128-bit additive sum over the base images of one table in one scope.
struct Digest {
    Scope scope;
    int entity = 0;
    std::int64_t rows = 0;
    Bytes16 sum{};
    bool operator==(const Digest&) const = default;
};

struct PullRequest {
    Id history;
    int schemaVersion = schema::version;
    Id incarnation;
    std::int64_t checkpoint = 0;          ///< seq of the laptop's checkpoint, 0 for none
    Bytes16 salt{};                       ///< its salt
    std::map<Scope, std::int64_t> scopes; ///< seq each scope was published at
    Bytes16 digest{};   ///< combined digest of what the laptop has (Digests.h); equal: none is sent back
    Bytes continuation; ///< empty, or from the page before
    std::int64_t maxRows = 5000;
    Bytes16 scopesHash{}; ///< in place of `scopes` when all stand at the checkpoint (Digests.h, scopesHash)
    /// Scopes new to the laptop wait, to be fetched by segments, where they have more rows than this in all; 0: none
    /// do.
    std::int64_t stageAbove = 0;
    std::vector<Id> formerIncarnations; ///< of this replica, whose outcomes are still to come
    Bytes session;                      ///< as in PushRequest
};

struct PullReply {
    Id history;
    Milliseconds serverTime = 0;
    Role role = Role::Salesperson; ///< the user's role now
    std::vector<Scope> scopes;     ///< the set the user has now
    std::vector<Membership> memberships;
    std::vector<RowUpsert> rows;
    std::vector<RowGone> gone;
    std::vector<HistoryEntry> entries;
    std::vector<Outcome> outcomes;
    Bytes continuation;          ///< not empty: more pages belong to this checkpoint
    Bytes16 question{};          ///< which question it answers: questionOf() the request
    std::int64_t totalRows = 0;  ///< of the whole pull, for progress; 0 if not known
    std::int64_t checkpoint = 0; ///< on the last page
    Bytes16 salt{};
    bool digestsEqual = false;   ///< after this page the laptop's combined digest must be `digest`
    std::vector<Digest> digests; ///< on the last page, unless digestsEqual
    bool sameScopes = false;     ///< `scopes` are those the request named by their hash
    bool wantsScopes = false;    ///< the hash names other scopes than the user has: ask again with the list
    std::vector<Scope> staged;   ///< scopes the user has besides, left out of this checkpoint (stageAbove)
    bool recovering = false;     ///< a restored server still waits for what laptops had beyond its backup
    /// The last change the server has of the incarnation, where outcomes are sent: outcomes go by number, and a copy of
    /// the laptop may have used the same ones.
    std::int64_t chainNumber = 0;
    Bytes16 chainId{};
};

/// What tells a page from those asked for before: hash of the continuation, and of the first page the salt of the
/// checkpoint it is asked from (zero without one).
[[nodiscard]] inline Bytes16 questionOf(const PullRequest& request)
{
    return request.continuation.empty() ? request.salt : blake2b128({}, request.continuation);
}

/// Whether it is the page that was asked for, and not an old answer to another question.
[[nodiscard]] inline bool answers(const PullReply& page, const PullRequest& request)
{
    return page.question == questionOf(request);
}

/// The rows of one table in one scope whose ids lie from `from` up to, and without, `until` (null: to the end).
struct KeyRange {
    Scope scope;
    int entity = 0;
    Id from;
    Id until;
};

/// One row's contribution to a digest.
struct RowSum {
    Id id;
    Bytes16 hash{};
};

/// What the server has in a range: the rows one by one where they are few, else parts of about equal size. A part goes
/// up to the next one's `from`, the last to the end of the range.
struct RangeSums {
    struct Part {
        Id from;
        std::int64_t rows = 0;
        Bytes16 sum{};
    };
    bool divided = false;
    std::vector<Part> parts;
    std::vector<RowSum> rows;
};

/// Asks what the server has at the laptop's checkpoint, to find rows that differ and to fetch those.
struct CompareRequest {
    Id history;
    int schemaVersion = schema::version;
    Id incarnation;
    std::int64_t checkpoint = 0; ///< that the answer must be about
    Bytes16 salt{};
    std::vector<KeyRange> ranges; ///< in order of scope, entity and ids, none overlapping
    std::vector<RowKey> rows;     ///< wanted whole
};

struct CompareReply {
    Milliseconds serverTime = 0;
    bool movedOn = false; ///< too much has changed since the checkpoint: pull, then ask again
    /// Rows that something has happened to since the checkpoint. They, and rows whose root is among them, are left out
    /// of everything below.
    std::vector<Id> moved;
    std::vector<RangeSums> ranges; ///< for each that was asked for
    std::int64_t looked = 0;       ///< how many of the wanted rows this answers: one not brought is not the laptop's
    PullReply found; ///< those rows, whole, with all memberships of theirs and of their roots, and their history
};

/// A (seq, salt) pair that proves having been at a checkpoint.
struct CheckpointProof {
    std::int64_t seq = 0;
    Bytes16 salt{};
    bool operator==(const CheckpointProof&) const = default;
};

/// A laptop's answer to OtherHistory: where it stands, so that both find the last state they share.
struct HealRequest {
    Id history;                               ///< the one it knows
    Id incarnation;                           ///< whose chain goes on
    std::vector<CheckpointProof> checkpoints; ///< newest first, at most 256
};

struct HealReply {
    Id history;                  ///< the one that holds now
    std::int64_t branch = 0;     ///< seq of the last checkpoint both know, 0 for none
    std::int64_t lastNumber = 0; ///< of this incarnation's changes, as the server has them now
    bool recovering = false;
};

/// A replica gives itself a new incarnation: it was restored or cloned. `pending`: the changes without an answer and
/// their ids, so that those the server has are not sent twice.
struct RenewRequest {
    Id incarnation; ///< the old one
    Id newIncarnation;
    Bytes secret;                 ///< 32 bytes, of the new one
    std::int64_t firstNumber = 1; ///< the new chain begins here, so that numbers stay unique on the laptop
    std::vector<std::pair<std::int64_t, Bytes16>> pending;
};

struct RenewReply {
    std::vector<std::int64_t> known; ///< those of `pending` that the server has taken
};

/// Rows that a laptop has from before a restore and the restored server did not bring: kept for the administrator.
struct HeldRequest {
    Id incarnation;
    std::vector<RowUpsert> rows; ///< whole
};

struct HeldReply {
    std::vector<RowKey> kept; ///< those the server does not know; the others a laptop may forget
};

/// A range of numbers people read, for one incarnation on one machine alone.
struct LeaseRequest {
    Id history;
    Id incarnation;
    Bytes machine;      ///< 16 bytes that tell this machine from others
    std::string series; ///< lower-case letters and _: what is numbered
    std::int64_t count = 0;
    std::int64_t highest = 0; ///< number of the series this laptop has ever had
};

struct LeaseReply {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// An administrator asks who has received a revision of a price list.
struct ReceiptsRequest {
    Id revision;
};

struct ReceiptsReply {
    struct Device {
        Id user;
        Id device;
        std::string name;
        Milliseconds lastSeen = 0;
        bool received = false;
    };
    std::vector<Device> devices; ///< that may come in, by user and device
};

} // namespace satchel
