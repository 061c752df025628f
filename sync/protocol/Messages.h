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
};

struct PushRequest {
    Id history;
    Id incarnation;
    Bytes16 previous{};         ///< chain id of the change before the first (zero before number 1)
    std::vector<Bytes> changes; ///< sealed bodies (Codec.h, encodeChange), numbers without a gap
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
    /// The fields whose value afterwards differs from what was sent.
    std::vector<std::pair<RowKey, std::vector<std::pair<int, Value>>>> different;
};

/// The server's image of a row, whole or only what changed since the laptop's checkpoint.
struct RowUpsert {
    const Entity* entity = nullptr;
    Id id;
    std::int64_t rev = 0;
    Id root;
    bool whole = true;                                 ///< fields left out are empty; else they are as they were
    std::vector<std::pair<std::size_t, Value>> fields; ///< by position, in order of field number
    std::vector<std::pair<std::size_t, Stamp>> stamps; ///< of fields changed since the laptop's checkpoint
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
    std::int64_t totalRows = 0;  ///< of the whole pull, for progress; 0 if not known
    std::int64_t checkpoint = 0; ///< on the last page
    Bytes16 salt{};
    bool digestsEqual = false;   ///< after this page the laptop's combined digest must be `digest`
    std::vector<Digest> digests; ///< on the last page, unless digestsEqual
};

} // namespace satchel
