// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/LoopbackConversation.h"

#include "sync/protocol/Codec.h"

namespace satchel::test {

template <typename Reply, typename Act, typename Decode>
Result<Reply> LoopbackConversation::exchange(std::string_view call, const Bytes& question, const Act& act,
                                             const Decode& decode)
{
    const Error away{ErrorKind::Unreachable, "The server cannot be reached."};
    if (offline)
        return away;
    m_sent += static_cast<std::int64_t>(question.size());
    const Serve serve = [act](const Bytes& bytes) {
        const auto reply = act(bytes);
        return reply.ok() ? Answer{true, encode(*reply)} : Answer{false, encode(reply.error())};
    };
    const auto answer = carrier ? carrier(call, question, serve) : serve(question);
    if (losesReplies > 0) {
        --losesReplies;
        return away;
    }
    if (!answer)
        return away;
    if (!answer->good)
        return decodeError(answer->body);
    m_received += static_cast<std::int64_t>(answer->body.size());
    return decode(answer->body);
}

Result<LoginReply> LoopbackConversation::login(const LoginRequest& request)
{
    const Bytes question = encode(request);
    return exchange<LoginReply>(
        "login", question,
        [this](const Bytes& bytes) -> Result<LoginReply> {
            SATCHEL_ASSIGN(const auto received, decodeLoginRequest(bytes));
            return m_service->login(received);
        },
        decodeLoginReply);
}

Status LoopbackConversation::logout(const std::string& token)
{
    return offline ? Status(Error{ErrorKind::Unreachable, "The server cannot be reached."}) : m_service->logout(token);
}

Result<PushReply> LoopbackConversation::push(const std::string& token, const PushRequest& request)
{
    const Bytes question = encode(request);
    return exchange<PushReply>(
        "push", question,
        [this, token](const Bytes& bytes) -> Result<PushReply> {
            SATCHEL_ASSIGN(const auto received, decodePushRequest(bytes));
            return m_service->push(token, received);
        },
        decodePushReply);
}

Result<PullReply> LoopbackConversation::pull(const std::string& token, const PullRequest& request)
{
    PullRequest asked = request;
    if (maxRows > 0)
        asked.maxRows = maxRows;
    const Bytes question = encode(asked);
    return exchange<PullReply>(
        "pull", question,
        [this, token](const Bytes& bytes) -> Result<PullReply> {
            SATCHEL_ASSIGN(const auto received, decodePullRequest(bytes));
            return m_service->pull(token, received);
        },
        decodePullReply);
}

Result<CompareReply> LoopbackConversation::compare(const std::string& token, const CompareRequest& request)
{
    ++compares;
    if (beforeCompare)
        beforeCompare();
    const Bytes question = encode(request);
    return exchange<CompareReply>(
        "compare", question,
        [this, token](const Bytes& bytes) -> Result<CompareReply> {
            SATCHEL_ASSIGN(const auto received, decodeCompareRequest(bytes));
            return m_service->compare(token, received);
        },
        decodeCompareReply);
}

Result<HealReply> LoopbackConversation::heal(const std::string& token, const HealRequest& request)
{
    const Bytes question = encode(request);
    return exchange<HealReply>(
        "heal", question,
        [this, token](const Bytes& bytes) -> Result<HealReply> {
            SATCHEL_ASSIGN(const auto received, decodeHealRequest(bytes));
            return m_service->heal(token, received);
        },
        decodeHealReply);
}

Result<LeaseReply> LoopbackConversation::lease(const std::string& token, const LeaseRequest& request)
{
    const Bytes question = encode(request);
    return exchange<LeaseReply>(
        "lease", question,
        [this, token](const Bytes& bytes) -> Result<LeaseReply> {
            SATCHEL_ASSIGN(const auto received, decodeLeaseRequest(bytes));
            return m_service->lease(token, received);
        },
        decodeLeaseReply);
}

Result<ReceiptsReply> LoopbackConversation::receipts(const std::string& token, const ReceiptsRequest& request)
{
    const Bytes question = encode(request);
    return exchange<ReceiptsReply>(
        "receipts", question,
        [this, token](const Bytes& bytes) -> Result<ReceiptsReply> {
            SATCHEL_ASSIGN(const auto received, decodeReceiptsRequest(bytes));
            return m_service->receipts(token, received);
        },
        decodeReceiptsReply);
}

Result<Overview> LoopbackConversation::overview(const std::string& token, const OverviewRequest& request)
{
    const Bytes question = encode(request);
    return exchange<Overview>(
        "overview", question,
        [this, token](const Bytes& bytes) -> Result<Overview> {
            SATCHEL_ASSIGN(const auto received, decodeOverviewRequest(bytes));
            return m_service->overview(token, received);
        },
        decodeOverview);
}

Result<AdminDone> LoopbackConversation::administer(const std::string& token, const AdminDeed& deed)
{
    const Bytes question = encode(deed);
    return exchange<AdminDone>(
        "administer", question,
        [this, token](const Bytes& bytes) -> Result<AdminDone> {
            SATCHEL_ASSIGN(const auto received, decodeAdminDeed(bytes));
            return m_service->administer(token, received);
        },
        decodeAdminDone);
}

Result<OwnPasswordDone> LoopbackConversation::changePassword(const std::string& token, const OwnPassword& wish)
{
    const Bytes question = encode(wish);
    return exchange<OwnPasswordDone>(
        "password", question,
        [this, token](const Bytes& bytes) -> Result<OwnPasswordDone> {
            SATCHEL_ASSIGN(const auto received, decodeOwnPassword(bytes));
            return m_service->changePassword(token, received);
        },
        decodeOwnPasswordDone);
}

Result<RenewReply> LoopbackConversation::renew(const std::string& token, const RenewRequest& request)
{
    const Bytes question = encode(request);
    return exchange<RenewReply>(
        "renew", question,
        [this, token](const Bytes& bytes) -> Result<RenewReply> {
            SATCHEL_ASSIGN(const auto received, decodeRenewRequest(bytes));
            return m_service->renew(token, received);
        },
        decodeRenewReply);
}

Result<HeldReply> LoopbackConversation::hold(const std::string& token, const HeldRequest& request)
{
    const Bytes question = encode(request);
    return exchange<HeldReply>(
        "hold", question,
        [this, token](const Bytes& bytes) -> Result<HeldReply> {
            SATCHEL_ASSIGN(const auto received, decodeHeldRequest(bytes));
            return m_service->hold(token, received);
        },
        decodeHeldReply);
}

Result<SegmentPlan> LoopbackConversation::planSegments(const std::string& token, const SegmentPlanRequest& request)
{
    const Bytes question = encode(request);
    return exchange<SegmentPlan>(
        "plan", question,
        [this, token](const Bytes& bytes) -> Result<SegmentPlan> {
            SATCHEL_ASSIGN(const auto received, decodeSegmentPlanRequest(bytes));
            return m_service->planSegments(token, received);
        },
        decodeSegmentPlan);
}

Result<SegmentReply> LoopbackConversation::fetchSegments(const std::string& token, const SegmentFetch& request)
{
    const Bytes question = encode(request);
    return exchange<SegmentReply>(
        "segments", question,
        [this, token](const Bytes& bytes) -> Result<SegmentReply> {
            SATCHEL_ASSIGN(const auto received, decodeSegmentFetch(bytes));
            return m_service->fetchSegments(token, received);
        },
        decodeSegmentReply);
}

} // namespace satchel::test
