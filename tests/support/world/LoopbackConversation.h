// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Conversation.h"
#include "sync/server/Service.h"

#include <functional>

namespace satchel::test {

/// A conversation with the true server's service in the same process: every message really becomes bytes and is decoded
/// again at both ends. Can lose an answer or be cut off. One thread.
class LoopbackConversation final : public Conversation {
public:
    explicit LoopbackConversation(server::Service& service) : m_service(&service) {}
    /// The server was started anew.
    void reconnect(server::Service& service) { m_service = &service; }

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
    std::int64_t sentBytes() const override { return m_sent; }
    std::int64_t receivedBytes() const override { return m_received; }

    /// No message gets through.
    bool offline = false;
    /// The server gets the next so many messages and acts on them, but the answers are lost.
    int losesReplies = 0;
    /// How often the laptop has asked for sums of key ranges or for rows one by one.
    int compares = 0;
    /// What others do just before the server gets to it.
    std::function<void()> beforeCompare;
    /// Rows a page, small to make several.
    std::int64_t maxRows = 0;
    /// An answer's body, or an error's.
    struct Answer {
        bool good = false;
        Bytes body;
    };
    /// The server's end: what it answers to these bytes. May be kept and called later.
    using Serve = std::function<Answer(const Bytes& question)>;
    /// Stands between the two ends, for tests that do worse than the above; nothing comes back: it got lost.
    std::function<std::optional<Answer>(std::string_view call, const Bytes& question, const Serve& serve)> carrier;

private:
    template <typename Reply, typename Act, typename Decode>
    Result<Reply> exchange(std::string_view call, const Bytes& question, const Act& act, const Decode& decode);

    server::Service* m_service;
    std::int64_t m_sent = 0;
    std::int64_t m_received = 0;
};

} // namespace satchel::test
