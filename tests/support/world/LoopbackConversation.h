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
    explicit LoopbackConversation(server::Service& service) : m_service(service) {}

    Result<LoginReply> login(const LoginRequest& request) override;
    Status logout(const std::string& token) override;
    Result<PushReply> push(const std::string& token, const PushRequest& request) override;
    Result<PullReply> pull(const std::string& token, const PullRequest& request) override;
    std::int64_t sentBytes() const override { return m_sent; }
    std::int64_t receivedBytes() const override { return m_received; }

    /// No message gets through.
    bool offline = false;
    /// The server gets the next so many messages and acts on them, but the answers are lost.
    int losesReplies = 0;
    /// Rows a page, small to make several.
    std::int64_t maxRows = 0;

private:
    template <typename Reply, typename Send, typename Decode>
    Result<Reply> exchange(const Bytes& question, const Send& send, const Decode& decode);

    server::Service& m_service;
    std::int64_t m_sent = 0;
    std::int64_t m_received = 0;
};

} // namespace satchel::test
