// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Session.h"

#include "core/model/Administering.h"
#include "core/schema/Wording.h"
#include "core/store/Leaving.h"
#include "core/store/Reserve.h"

#include <cstdio>
#include <filesystem>

namespace satchel::ctl {

Result<Session> Session::openForLogin(const std::string& folder, Environment& environment)
{
    Session session(folder, environment);
    SATCHEL_TRY(makePrivateFolder(folder));
    SATCHEL_ASSIGN(session.m_lock, lockProfile(folder, 5));
    if (Leaving(folder, environment).isDue())
        return administering::shutOut();
    SATCHEL_ASSIGN(session.m_replica, Replica::open(folder, environment));
    SATCHEL_TRY(session.refreshIdentity());
    if (session.m_identity)
        holdReserve(folder);
    // The command goes on; one that wants to write to a read-only disk is told by its own refusal.
    if (!session.m_replica->notice().empty() && !session.m_replica->isReadOnly())
        std::fprintf(stderr, "%s\n", session.m_replica->notice().c_str());
    return session;
}

Result<Session> Session::open(const std::string& folder, Environment& environment)
{
    const Error nobody{ErrorKind::Unauthorized, "Nobody has logged in on the profile " + folder +
                                                    " yet; begin with satchelctl --profile " + folder +
                                                    " login URL LOGIN."};
    std::error_code code;
    if (!std::filesystem::exists(folder + "/replica.sqlite", code) &&
        !std::filesystem::exists(folder + "/identity", code) && !Leaving(folder, environment).isDue())
        return nobody;
    SATCHEL_ASSIGN(auto session, openForLogin(folder, environment));
    if (!session.m_identity)
        return nobody;
    return session;
}

Status Session::refreshIdentity()
{
    SATCHEL_ASSIGN(m_identity, m_replica->identity());
    return Ok{};
}

ValueContext Session::valueContext() const
{
    ValueContext context;
    context.resolve = [this](const Entity& entity, std::string_view text) { return m_replica->resolve(entity, text); };
    context.newId = [this] { return m_environment->newId(); };
    context.now = m_environment->now();
    context.me = m_identity ? m_identity->user : Id{};
    return context;
}

Result<std::string> Session::loginOf(const Id& user) const
{
    SATCHEL_ASSIGN(const auto record, m_replica->find(schema::entity("user"), user));
    return record ? record->value("login").text() : user.toString();
}

Result<const Entity*> entityNamed(const std::string& name)
{
    std::vector<std::string> names;
    for (const Entity& entity : schema::entities())
        if (!entity.internal)
            names.push_back(entity.name);
    const Entity* entity = schema::entityNamed(name);
    if (entity == nullptr || entity->internal)
        return Error{ErrorKind::NotFound,
                     "There is no entity " + inQuotes(name) + "; there are " + enumerated(names) + "."};
    return entity;
}

Result<std::size_t> fieldNamed(const Entity& entity, const std::string& name)
{
    if (const auto index = entity.indexOf(name))
        return *index;
    std::vector<std::string> names;
    for (const Field& field : entity.fields)
        names.push_back(field.name);
    return Error{ErrorKind::NotFound,
                 "There is no field " + inQuotes(name) + " in " + oneOf(entity) + "; its fields are " +
                     enumerated(names) + ".",
                 name};
}

} // namespace satchel::ctl
