// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Incarnations.h"

#include "sync/server/Alerts.h"
#include "sync/server/EntityTables.h"
#include "sync/server/LostPast.h"

namespace satchel::server::incarnations {

namespace {

// A message of a program that has ended may still arrive; a program that goes on comes again and again.
constexpr Milliseconds oneMessage = 60LL * 1000;

} // namespace

Error forked()
{
    return {ErrorKind::Forked,
            "This laptop's list of changes does not continue what the server has from it: the laptop "
            "was restored or copied. Its changes are safe; sync again."};
}

Database::Question questionOf(const std::vector<Id>& ids)
{
    std::vector<Cell> parameters;
    const std::string marks = EntityTables::marks(ids, parameters);
    return {"SELECT id, device_id, secret, last_number, last_id, retired, session, former_session, former_seen, "
            "(SELECT max(CASE reason WHEN 'fault' THEN 2 ELSE 1 END) FROM deferred WHERE incarnation=i.id), "
            "(SELECT o.id FROM incarnation o WHERE o.device_id=i.device_id AND o.id<>i.id LIMIT 1), "
            "(SELECT last FROM lost_past WHERE incarnation=i.id LIMIT 1) FROM incarnation i WHERE id IN " +
                marks,
            std::move(parameters)};
}

std::map<Id, Known> knownOf(const std::vector<Row>& rows)
{
    std::map<Id, Known> found;
    for (const Row& row : rows)
        found[idOf(row[0])] = {.device = idOf(row[1]),
                               .chain = {.secret = bytesOf(row[2]),
                                         .lastNumber = integerOf(row[3]),
                                         .lastId = bytes16(bytesOf(row[4])).value_or(Bytes16{}),
                                         .waits = integerOf(row[9]) != 0,
                                         .faults = integerOf(row[9]) > 1,
                                         .copies = !idOf(row[10]).isNull(),
                                         .lost = row[11].index() != 0},
                               .retired = integerOf(row[5]) != 0,
                               .session = bytesOf(row[6]),
                               .formerSession = bytesOf(row[7]),
                               .formerSeen = integerOf(row[8])};
    return found;
}

Result<Chain> chainOf(const Known* known, const Caller& caller)
{
    if (known == nullptr || known->device != caller.device)
        return Error{ErrorKind::Unauthorized, "The server does not know this copy of the replica. Sign in again."};
    if (known->retired)
        return forked();
    return known->chain;
}

namespace {
Result<std::map<Id, Known>> readOne(Database& database, const Id& incarnation)
{
    const Database::Question question = questionOf({incarnation});
    SATCHEL_ASSIGN(const auto rows, database.query(question.sql, question.parameters));
    return knownOf(rows);
}
} // namespace

Result<Chain> readChain(Database& database, const Caller& caller, const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto found, readOne(database, incarnation));
    return chainOf(found.empty() ? nullptr : &found.begin()->second, caller);
}

Meeting meet(const Known* known, const Bytes& session, Milliseconds now)
{
    if (session.empty() || known == nullptr || known->session == session)
        return Meeting::Known;
    if (known->formerSession != session)
        return Meeting::New;
    if (known->formerSeen == 0)
        return Meeting::Late;
    return now - known->formerSeen > oneMessage ? Meeting::Superseded : Meeting::Known;
}

Result<Meeting> meet(Database& database, const Id& incarnation, const Bytes& session, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto found, readOne(database, incarnation));
    return meet(found.empty() ? nullptr : &found.begin()->second, session, now);
}

Status remember(Database& database, const Id& incarnation, const Bytes& session, Meeting meeting, Milliseconds now)
{
    if (meeting == Meeting::New)
        SATCHEL_TRY(
            database.query("UPDATE incarnation SET former_session=session, session=$2, former_seen=NULL WHERE id=$1",
                           {cell(incarnation), Blob{session}}));
    if (meeting == Meeting::Late)
        SATCHEL_TRY(
            database.query("UPDATE incarnation SET former_seen=$2 WHERE id=$1", {cell(incarnation), Cell(now)}));
    return Ok{};
}

Status retire(Database& database, Environment& environment, const Caller& caller, const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto active,
                   database.query("SELECT 1 FROM incarnation WHERE id=$1 AND retired IS NULL", {cell(incarnation)}));
    if (active.empty())
        return Ok{};
    SATCHEL_TRY(database.query("UPDATE incarnation SET retired=$2 WHERE id=$1 AND device_id=$3",
                               {cell(incarnation), Cell(environment.now()), cell(caller.device)}));
    return alerts::raise(
        database, environment, "clone", incarnation.view(),
        "The laptop \"" + caller.deviceName + "\" of " + caller.login +
            " was copied, or restored from a backup: its list of changes went two ways. Every copy goes "
            "on under a new identity, and nothing was lost.");
}

Result<RenewReply> renew(Database& database, const Caller& caller, const RenewRequest& request)
{
    SATCHEL_ASSIGN(const auto old, database.query("SELECT 1 FROM incarnation WHERE id=$1 AND device_id=$2",
                                                  {cell(request.incarnation), cell(caller.device)}));
    if (old.empty())
        return Error{ErrorKind::Unauthorized, "The server does not know this copy of the replica. Sign in again."};
    SATCHEL_ASSIGN(const auto made, database.query("SELECT device_id, secret FROM incarnation WHERE id=$1",
                                                   {cell(request.newIncarnation)}));
    if (!made.empty() && (idOf(made[0][0]) != caller.device || bytesOf(made[0][1]) != request.secret))
        return Error{ErrorKind::Conflict, "This identity is already another laptop's."};
    if (made.empty()) {
        SATCHEL_TRY(database.query(
            "INSERT INTO incarnation(id, device_id, secret, last_number, last_id) VALUES($1, $2, $3, $4, $5)",
            {cell(request.newIncarnation), cell(caller.device), Blob{request.secret}, Cell(request.firstNumber - 1),
             cell(Bytes16{})}));
        SATCHEL_TRY(lostPast::inherit(database, request.incarnation, request.newIncarnation));
        SATCHEL_TRY(database.query("UPDATE device SET incarnation=$1 WHERE id=$2",
                                   {cell(request.newIncarnation), cell(caller.device)}));
    }
    RenewReply reply;
    for (const auto& [number, id] : request.pending) {
        // Under whichever incarnation of this device it was sent.
        SATCHEL_ASSIGN(const auto known,
                       database.query("SELECT 1 FROM outcome WHERE incarnation IN (SELECT id FROM incarnation WHERE "
                                      "device_id=$1) AND number=$2 AND chain=$3",
                                      {cell(caller.device), Cell(number), cell(id)}));
        if (!known.empty())
            reply.known.push_back(number);
    }
    return reply;
}

} // namespace satchel::server::incarnations
