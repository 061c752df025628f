// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/SegmentMessages.h"

namespace satchel {

/// The conversation between a laptop and the server, with two ends: HttpConversation (sync/client) speaks to a real
/// server, the server's Service answers. Calls block; each belongs to the thread that makes it. A failed call says
/// Unreachable when repeating it later may help, Unauthorized when a new log-in is needed, else what the server said.
class Conversation {
public:
    virtual ~Conversation() = default;
    [[nodiscard]] virtual Result<LoginReply> login(const LoginRequest& request) = 0;
    [[nodiscard]] virtual Status logout(const std::string& token) = 0;
    [[nodiscard]] virtual Result<PushReply> push(const std::string& token, const PushRequest& request) = 0;
    [[nodiscard]] virtual Result<PullReply> pull(const std::string& token, const PullRequest& request) = 0;
    [[nodiscard]] virtual Result<CompareReply> compare(const std::string& token, const CompareRequest& request) = 0;
    [[nodiscard]] virtual Result<HealReply> heal(const std::string& token, const HealRequest& request) = 0;
    [[nodiscard]] virtual Result<RenewReply> renew(const std::string& token, const RenewRequest& request) = 0;
    [[nodiscard]] virtual Result<HeldReply> hold(const std::string& token, const HeldRequest& request) = 0;
    [[nodiscard]] virtual Result<LeaseReply> lease(const std::string& token, const LeaseRequest& request) = 0;
    [[nodiscard]] virtual Result<ReceiptsReply> receipts(const std::string& token, const ReceiptsRequest& request) = 0;
    /// For administrators: what only the server knows, and what may be done there.
    [[nodiscard]] virtual Result<Overview> overview(const std::string& token, const OverviewRequest& request) = 0;
    [[nodiscard]] virtual Result<AdminDone> administer(const std::string& token, const AdminDeed& deed) = 0;
    /// Anybody's own; the session goes on.
    [[nodiscard]] virtual Result<OwnPasswordDone> changePassword(const std::string& token, const OwnPassword& wish) = 0;
    /// First sync: which segments make up the user's scopes, and the segments.
    [[nodiscard]] virtual Result<SegmentPlan> planSegments(const std::string& token,
                                                           const SegmentPlanRequest& request) = 0;
    [[nodiscard]] virtual Result<SegmentReply> fetchSegments(const std::string& token, const SegmentFetch& request) = 0;
    /// Bytes of bodies sent and received so far.
    [[nodiscard]] virtual std::int64_t sentBytes() const = 0;
    [[nodiscard]] virtual std::int64_t receivedBytes() const = 0;
};

} // namespace satchel
