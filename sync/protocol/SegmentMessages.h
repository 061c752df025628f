// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Scope.h"
#include "sync/protocol/Messages.h"

namespace satchel {

/// The messages about segments as values, with their codec: which immutable pieces make up the scopes of a user, and
/// the pieces themselves. What stands in a piece: Segment.h. sync/PROTOCOL.md, "Segments", is the contract.

namespace protocol {
/// What one answer brings at most, however much is asked for, and how many pieces one may ask for at a time.
inline constexpr std::int64_t maxSegmentReply = 4LL << 20;
inline constexpr std::size_t maxSegmentsAsked = 256;
/// Field of a `busy` to a plan: the server has packed a part of what it wants to tell, and goes on when asked again.
inline constexpr const char* packing = "packing";
} // namespace protocol

/// Asks how to get rows by segments; `scopes` of them, or all the user has.
struct SegmentPlanRequest {
    Id history;
    int schemaVersion = schema::version;
    std::vector<Scope> scopes;
};

/// One piece: the name it is fetched by, and what to expect of it.
struct SegmentInfo {
    Bytes address; ///< 32 bytes, BLAKE2b-256 of its bytes
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
    bool operator==(const SegmentInfo&) const = default;
};

/// The rows of one scope as they were at `seq`, as pieces in the order in which they must be read. Rows that a scope
/// named earlier in the same plan brings are left out.
struct SegmentSet {
    Scope scope;
    std::int64_t seq = 0;
    std::vector<SegmentInfo> segments;
    bool operator==(const SegmentSet&) const = default;
};

struct SegmentPlan {
    Id history;
    Milliseconds serverTime = 0;
    std::vector<SegmentSet> sets; ///< in the order of their scopes
};

struct SegmentFetch {
    Id history;
    std::vector<Bytes> addresses;
    std::int64_t maxBytes = protocol::maxSegmentReply; ///< one piece comes however large it is
};

struct SegmentReply {
    std::vector<Bytes> segments; ///< the first of those asked for, in order; at least one
};

[[nodiscard]] Bytes encode(const SegmentPlanRequest& message);
[[nodiscard]] Bytes encode(const SegmentPlan& message);
[[nodiscard]] Bytes encode(const SegmentFetch& message);
[[nodiscard]] Bytes encode(const SegmentReply& message);
[[nodiscard]] Result<SegmentPlanRequest> decodeSegmentPlanRequest(std::string_view bytes);
[[nodiscard]] Result<SegmentPlan> decodeSegmentPlan(std::string_view bytes);
[[nodiscard]] Result<SegmentFetch> decodeSegmentFetch(std::string_view bytes);
[[nodiscard]] Result<SegmentReply> decodeSegmentReply(std::string_view bytes);

} // namespace satchel
