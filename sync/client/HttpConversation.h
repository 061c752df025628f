// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Conversation.h"

#include <memory>

namespace satchel {

/// The conversation over HTTP (Qt Network). Each call runs a local event loop on its own thread until the answer is
/// there or 60 s passed without a byte; needs a QCoreApplication. Refuses plain http to anything but this machine,
/// follows no redirects, and limits what it is willing to receive.
class HttpConversation final : public Conversation {
public:
    /// `server` is a base URL: https://crm.example.com or http://127.0.0.1:8080. Invalid if it is not one.
    [[nodiscard]] static Result<std::unique_ptr<HttpConversation>> open(const std::string& server);
    ~HttpConversation() override;

    Result<LoginReply> login(const LoginRequest& request) override;
    Status logout(const std::string& token) override;
    Result<PushReply> push(const std::string& token, const PushRequest& request) override;
    Result<PullReply> pull(const std::string& token, const PullRequest& request) override;
    Result<CompareReply> compare(const std::string& token, const CompareRequest& request) override;
    Result<HealReply> heal(const std::string& token, const HealRequest& request) override;
    Result<RenewReply> renew(const std::string& token, const RenewRequest& request) override;
    Result<HeldReply> hold(const std::string& token, const HeldRequest& request) override;
    Result<LeaseReply> lease(const std::string& token, const LeaseRequest& request) override;
    Result<ReceiptsReply> receipts(const std::string& token, const ReceiptsRequest& request) override;
    Result<Overview> overview(const std::string& token, const OverviewRequest& request) override;
    Result<AdminDone> administer(const std::string& token, const AdminDeed& deed) override;
    Result<OwnPasswordDone> changePassword(const std::string& token, const OwnPassword& wish) override;
    Result<SegmentPlan> planSegments(const std::string& token, const SegmentPlanRequest& request) override;
    Result<SegmentReply> fetchSegments(const std::string& token, const SegmentFetch& request) override;
    std::int64_t sentBytes() const override;
    std::int64_t receivedBytes() const override;

private:
    struct Private;
    explicit HttpConversation(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace satchel
