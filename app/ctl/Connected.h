// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Password.h"
#include "app/ctl/ProgressLine.h"
#include "app/ctl/Session.h"
#include "sync/client/Engine.h"
#include "sync/client/HttpConversation.h"

#include <QCoreApplication>

namespace satchel::ctl {

/// The engine with its conversation, for one command that speaks with the server; Qt Network wants an application
/// object while it does. On the command's thread.
class Connected {
public:
    [[nodiscard]] static Result<std::unique_ptr<Connected>> open(const std::string& server, Session& session);
    /// Asks for a new password where somebody else has set this one.
    [[nodiscard]] Status login(const std::string& server, const std::string& login, const std::string& password);

    /// Does `work` with the token of the last log-in, and once more after renewing one that is no longer good.
    template <typename T>
    [[nodiscard]] Result<T> withToken(const std::function<Result<T>(Engine&)>& work)
    {
        if (const std::string token = keptToken(); !token.empty()) {
            m_engine->setToken(token);
            auto done = work(*m_engine);
            if (done || done.error().kind != ErrorKind::Unauthorized)
                return done;
        }
        SATCHEL_TRY(loginAgain());
        return work(*m_engine);
    }

    [[nodiscard]] Engine& engine() { return *m_engine; }

private:
    explicit Connected(Session& session);
    [[nodiscard]] std::string tokenFile() const { return m_session.folder() + "/token"; }
    [[nodiscard]] std::string keptToken() const;
    [[nodiscard]] Status loginAgain();

    Session& m_session;
    int m_count = 1;
    char m_name[11] = "satchelctl";
    char* m_texts[2] = {m_name, nullptr};
    std::optional<QCoreApplication> m_application; ///< unless there is one already
    std::unique_ptr<HttpConversation> m_conversation;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ProgressLine> m_progress;
};

} // namespace satchel::ctl
