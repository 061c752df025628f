// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/LoopbackConversation.h"

#include "sync/protocol/Codec.h"

namespace satchel::test {

template <typename Reply, typename Send, typename Decode>
Result<Reply> LoopbackConversation::exchange(const Bytes& question, const Send& send, const Decode& decode)
{
    const Error away{ErrorKind::Unreachable, "The server cannot be reached."};
    if (offline)
        return away;
    m_sent += static_cast<std::int64_t>(question.size());
    const auto reply = send();
    if (losesReplies > 0) {
        --losesReplies;
        return away;
    }
    if (!reply.ok())
        return decodeError(encode(reply.error()));
    const Bytes answer = encode(*reply);
    m_received += static_cast<std::int64_t>(answer.size());
    return decode(answer);
}

Result<LoginReply> LoopbackConversation::login(const LoginRequest& request)
{
    const Bytes question = encode(request);
    return exchange<LoginReply>(
        question,
        [&]() -> Result<LoginReply> {
            SATCHEL_ASSIGN(const auto received, decodeLoginRequest(question));
            return m_service.login(received);
        },
        decodeLoginReply);
}

Status LoopbackConversation::logout(const std::string& token)
{
    return offline ? Status(Error{ErrorKind::Unreachable, "The server cannot be reached."}) : m_service.logout(token);
}

Result<PushReply> LoopbackConversation::push(const std::string& token, const PushRequest& request)
{
    const Bytes question = encode(request);
    return exchange<PushReply>(
        question,
        [&]() -> Result<PushReply> {
            SATCHEL_ASSIGN(const auto received, decodePushRequest(question));
            return m_service.push(token, received);
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
        question,
        [&]() -> Result<PullReply> {
            SATCHEL_ASSIGN(const auto received, decodePullRequest(question));
            return m_service.pull(token, received);
        },
        decodePullReply);
}

} // namespace satchel::test
