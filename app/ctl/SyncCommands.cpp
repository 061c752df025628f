// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Connected.h"
#include "app/ctl/Password.h"
#include "core/store/Incidents.h"

#include <filesystem>

namespace satchel::ctl {

namespace {

Json lastSync(Milliseconds at)
{
    return at == 0 ? Json(nullptr) : Json(formatInstant(at));
}

Json identityJson(const ReplicaIdentity& identity)
{
    return {{"user", identity.login}, {"role", roleName(identity.role)}, {"server", identity.server}};
}

Result<std::int64_t> allRows(Replica& replica)
{
    SATCHEL_ASSIGN(const auto counts, replica.rowCounts());
    std::int64_t rows = 0;
    for (const auto& [entity, count] : counts)
        rows += count;
    return rows;
}

Result<Reply> loginWith(const Arguments& arguments, Session& session)
{
    if (session.identity() && session.identity()->login != arguments.login)
        return Error{ErrorKind::Conflict, "The profile " + session.folder() + " belongs to " +
                                              session.identity()->login + "; use another one for " + arguments.login +
                                              "."};
    std::string server = arguments.url;
    while (server.ends_with('/'))
        server.pop_back();
    SATCHEL_ASSIGN(auto connected, Connected::open(server, session));
    SATCHEL_ASSIGN(const std::string password, askPassword(arguments.login));
    SATCHEL_TRY(connected->login(server, arguments.login, password));
    SATCHEL_TRY(connected->engine().sync());
    SATCHEL_TRY(session.refreshIdentity());
    SATCHEL_ASSIGN(const std::int64_t rows, allRows(session.replica()));
    Json json = identityJson(*session.identity());
    json["rows"] = rows;
    return plainReply(std::move(json));
}

} // namespace

Result<Reply> login(const Arguments& arguments, Environment& environment)
{
    std::error_code code;
    const bool isNew = !std::filesystem::exists(arguments.profile, code);
    bool keep = !isNew;
    Result<Reply> reply = [&]() -> Result<Reply> {
        SATCHEL_ASSIGN(Session session, Session::openForLogin(arguments.profile, environment));
        auto made = loginWith(arguments, session);
        SATCHEL_TRY(session.refreshIdentity());
        keep = keep || session.identity().has_value();
        return made;
    }();
    if (!keep) // a log-in that failed leaves no empty profile behind
        std::filesystem::remove_all(arguments.profile, code);
    return reply;
}

Result<Reply> sync(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const SyncReport report,
                   connected->withToken<SyncReport>([](Engine& engine) { return engine.sync(); }));
    return plainReply({{"pushed", report.pushed},
                       {"pulled", report.pulled},
                       {"merged", report.merged},
                       {"rejected", report.rejected},
                       {"conflicts", report.conflicts},
                       {"repaired", report.repaired},
                       {"sent_bytes", report.sentBytes},
                       {"received_bytes", report.receivedBytes},
                       {"ms", report.milliseconds},
                       {"checkpoint", report.checkpoint},
                       {"digest", report.digest}});
}

Result<Reply> verify(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const VerifyReport report,
                   connected->withToken<VerifyReport>([](Engine& engine) { return engine.verify(); }));
    Reply reply = plainReply(
        {{"equal", report.equal}, {"tables", report.tables}, {"rows", report.rows}, {"repaired", report.repaired}});
    if (!report.equal)
        reply.complaint = "This replica differed from the server's; " + std::to_string(report.repaired) +
                          (report.repaired == 1 ? " row was" : " rows were") +
                          " fetched anew, and it agrees now. satchelctl incidents says which.";
    return reply;
}

Result<Reply> status(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(const ReplicaStatus status, session.replica().status());
    Json json = identityJson(*session.identity());
    json["last_sync"] = lastSync(status.lastSync);
    json["waiting"] = status.waiting;
    json["deferred"] = status.deferred;
    json["inbox"] = status.inbox;
    json["checkpoint"] = status.checkpoint;
    SATCHEL_ASSIGN(const auto troubles, incidents(session.replica()));
    json["incidents"] = troubles.size();
    json["rows"] = Json::object();
    SATCHEL_ASSIGN(const auto counts, session.replica().rowCounts());
    for (const auto& [entity, count] : counts)
        json["rows"][entity] = count;
    return plainReply(std::move(json));
}

} // namespace satchel::ctl
