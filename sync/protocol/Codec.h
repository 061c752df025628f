// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "sync/protocol/Messages.h"

namespace satchel {

/// Messages to bytes and back: deterministic CBOR (RFC 8949 4.2.1) without floats, tags and indefinite lengths. A
/// decoder answers Corrupt for anything that is not exactly one well-formed message, and never allocates more than a
/// small multiple of its input. Layouts: sync/PROTOCOL.md.

[[nodiscard]] Bytes encode(const LoginRequest& message);
[[nodiscard]] Bytes encode(const LoginReply& message);
[[nodiscard]] Bytes encode(const PushRequest& message);
[[nodiscard]] Bytes encode(const PushReply& message);
[[nodiscard]] Bytes encode(const PullRequest& message);
[[nodiscard]] Bytes encode(const PullReply& message);
[[nodiscard]] Bytes encode(const CompareRequest& message);
[[nodiscard]] Bytes encode(const CompareReply& message);

[[nodiscard]] Bytes encode(const HealRequest& message);
[[nodiscard]] Bytes encode(const HealReply& message);
[[nodiscard]] Bytes encode(const RenewRequest& message);
[[nodiscard]] Bytes encode(const RenewReply& message);
[[nodiscard]] Bytes encode(const HeldRequest& message);
[[nodiscard]] Bytes encode(const HeldReply& message);
[[nodiscard]] Bytes encode(const LeaseRequest& message);
[[nodiscard]] Bytes encode(const LeaseReply& message);
[[nodiscard]] Bytes encode(const ReceiptsRequest& message);
[[nodiscard]] Bytes encode(const ReceiptsReply& message);

[[nodiscard]] Result<LoginRequest> decodeLoginRequest(std::string_view bytes);
[[nodiscard]] Result<LoginReply> decodeLoginReply(std::string_view bytes);
[[nodiscard]] Result<PushRequest> decodePushRequest(std::string_view bytes);
[[nodiscard]] Result<PushReply> decodePushReply(std::string_view bytes);
[[nodiscard]] Result<PullRequest> decodePullRequest(std::string_view bytes);
[[nodiscard]] Result<PullReply> decodePullReply(std::string_view bytes);
[[nodiscard]] Result<CompareRequest> decodeCompareRequest(std::string_view bytes);
[[nodiscard]] Result<CompareReply> decodeCompareReply(std::string_view bytes);
[[nodiscard]] Result<HealRequest> decodeHealRequest(std::string_view bytes);
[[nodiscard]] Result<HealReply> decodeHealReply(std::string_view bytes);
[[nodiscard]] Result<RenewRequest> decodeRenewRequest(std::string_view bytes);
[[nodiscard]] Result<RenewReply> decodeRenewReply(std::string_view bytes);
[[nodiscard]] Result<HeldRequest> decodeHeldRequest(std::string_view bytes);
[[nodiscard]] Result<HeldReply> decodeHeldReply(std::string_view bytes);
[[nodiscard]] Result<LeaseRequest> decodeLeaseRequest(std::string_view bytes);
[[nodiscard]] Result<LeaseReply> decodeLeaseReply(std::string_view bytes);
[[nodiscard]] Result<ReceiptsRequest> decodeReceiptsRequest(std::string_view bytes);
[[nodiscard]] Result<ReceiptsReply> decodeReceiptsReply(std::string_view bytes);

/// An error as the body of an HTTP answer that is not 200.
[[nodiscard]] Bytes encode(const Error& error);
[[nodiscard]] Error decodeError(std::string_view bytes);
/// HTTP status for a kind of error.
[[nodiscard]] int httpStatus(ErrorKind kind);

/// The sealed body of a change; its bytes never change afterwards.
[[nodiscard]] Bytes encodeChange(const Change& change);
[[nodiscard]] Result<Change> decodeChange(std::string_view body);
/// The id of a change is its link in the chain of its incarnation:
/// BLAKE2b-128(key = secret, number as 8 bytes big-endian || previous id || body).
[[nodiscard]] Bytes16 chainId(std::string_view secret, std::int64_t number, const Bytes16& previous,
                              std::string_view body);

/// Outcomes and stamps as stored blobs (the server's outcome table, the laptop's base rows).
[[nodiscard]] Bytes encodeOutcome(const Outcome& outcome);
[[nodiscard]] Result<Outcome> decodeOutcome(std::string_view bytes);
[[nodiscard]] Bytes encodeRow(const RowUpsert& row);
[[nodiscard]] Result<RowUpsert> decodeRow(std::string_view bytes);

} // namespace satchel
