// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Connected.h"

#include "core/model/Administering.h"

#include <unistd.h>

namespace satchel::ctl {

Connected::Connected(Session& session) : m_session(session)
{
    if (QCoreApplication::instance() == nullptr)
        m_application.emplace(m_count, m_texts);
}

Result<std::unique_ptr<Connected>> Connected::open(const std::string& server, Session& session)
{
    std::unique_ptr<Connected> connected(new Connected(session));
    SATCHEL_ASSIGN(connected->m_conversation, HttpConversation::open(server));
    connected->m_engine = std::make_unique<Engine>(session.replica(), *connected->m_conversation);
    connected->m_progress = std::make_unique<ProgressLine>(*connected->m_engine);
    return connected;
}

Status Connected::login(const std::string& server, const std::string& login, const std::string& password)
{
    char name[256] = "laptop";
    ::gethostname(name, sizeof name - 1);
    Status in = m_engine->login(server, login, password, name);
    if (!in.ok() && administering::wantsNewPassword(in.error())) {
        SATCHEL_ASSIGN(const std::string chosen, askNewPassword(login));
        SATCHEL_TRY(m_engine->changePassword({.present = password, .chosen = chosen, .login = login}));
        in = m_engine->login(server, login, chosen, name);
    }
    SATCHEL_TRY(in);
    return writeFile(tokenFile(), m_engine->token());
}

// As it is sent in a header, a file touched by hand must not add lines to it.
std::string Connected::keptToken() const
{
    const auto kept = readFile(tokenFile());
    return kept ? kept->substr(0, kept->find_first_of(" \r\n")) : std::string();
}

Status Connected::loginAgain()
{
    const auto password = passwordFromEnvironment();
    if (!password)
        return Error{ErrorKind::Unauthorized, "The log-in has expired; set SATCHEL_PASSWORD, or log in again."};
    const ReplicaIdentity& identity = *m_session.identity();
    return login(identity.server, identity.login, *password);
}

} // namespace satchel::ctl
