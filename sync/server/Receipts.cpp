// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Receipts.h"

#include "sync/server/Write.h"

#include <algorithm>

namespace satchel::server::receipts {

namespace {

// The checkpoint up to which the laptop has the catalogue: less than its own while that is still being fetched.
std::int64_t catalogueAt(const PullRequest& request)
{
    if (request.scopes.empty()) // all stand at the checkpoint
        return request.scopesHash == Bytes16{} ? 0 : request.checkpoint;
    const auto found = request.scopes.find(Scope{ScopeKind::Catalogue, {}});
    return found == request.scopes.end() ? 0 : std::min(found->second, request.checkpoint);
}

// When the revision became what it is: published or withdrawn. Its notes may change later and are nobody's business.
Result<std::int64_t> decidedAt(Database& database, const Id& revision)
{
    const Entity& entity = schema::entity("price_revision");
    const std::int64_t status = entity.field("status")->number;
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT r.born, s.rev FROM e_price_revision r LEFT JOIN stamp s ON s.row_id = r.id AND "
                       "s.entity = $2 AND s.field = $3 WHERE r.id = $1 AND r.deleted = 0",
                       {cell(revision), Cell(std::int64_t{entity.number}), Cell(status)}));
    if (rows.empty())
        return Error{ErrorKind::NotFound, "The server does not have this revision yet; sync first."};
    return std::max(integerOf(rows[0][0]), integerOf(rows[0][1]));
}

} // namespace

void note(Database& database, const Caller& caller, const PullRequest& request)
{
    if (!database.begin(Database::Access::Read).ok())
        return;
    const std::int64_t now = catalogueAt(request);
    const auto known = database.query("SELECT price_seen FROM device WHERE id = $1", {cell(caller.device)});
    const std::int64_t before = known.ok() && !known->empty() ? integerOf(known->at(0)[0]) : now;
    bool worth = now < before; // a laptop that was restored has lost what it had
    if (now > before) {
        const auto revisions = database.query("SELECT 1 FROM e_price_revision WHERE rev > $1 AND rev <= $2 LIMIT 1",
                                              {Cell(before), Cell(now)});
        worth = revisions.ok() && !revisions->empty();
    }
    database.rollback(); // only read
    if (worth)
        static_cast<void>(write(database, [&]() -> Status {
            SATCHEL_TRY(
                database.query("UPDATE device SET price_seen = $1 WHERE id = $2", {Cell(now), cell(caller.device)}));
            return Ok{};
        }));
}

Result<ReceiptsReply> of(Database& database, const Caller& caller, const ReceiptsRequest& request)
{
    if (caller.role != Role::Administrator)
        return Error{ErrorKind::Forbidden, "Only administrators may see who has received a price list."};
    SATCHEL_ASSIGN(const std::int64_t decided, decidedAt(database, request.revision));
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT device.user_id, device.id, device.name, last_seen, price_seen FROM device JOIN "
                       "e_user ON e_user.id = device.user_id WHERE device.revoked IS NULL AND deleted = 0 AND "
                       "COALESCE(f_active, 1) <> 0 ORDER BY device.user_id, device.id",
                       {}));
    ReceiptsReply reply;
    for (const Row& row : rows)
        reply.devices.push_back({.user = idOf(row[0]),
                                 .device = idOf(row[1]),
                                 .name = textOf(row[2]),
                                 .lastSeen = integerOf(row[3]),
                                 .received = integerOf(row[4]) >= decided});
    return reply;
}

} // namespace satchel::server::receipts
