// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Deliveries.h"

#include "sync/server/Alerts.h"
#include "sync/server/Write.h"

#include <algorithm>

namespace satchel::server {

namespace {

constexpr const char* columns = "SELECT id, order_id, order_number, seq, event, body, made, state, attempts, "
                                "COALESCE(first_attempt, 0), due, error FROM webhook_delivery ";

// Also what a clock that was wrong has put far into the future.
constexpr const char* due = "FROM webhook_delivery d WHERE d.state='waiting' AND (d.due<=$1 OR d.due>$3) AND "
                            "(d.claimed_until IS NULL OR d.claimed_until<=$1 OR d.claimed_until>$2) AND NOT EXISTS "
                            "(SELECT 1 FROM webhook_delivery e WHERE e.order_id=d.order_id AND e.seq<d.seq AND e.state "
                            "IN ('waiting', 'dead')) ORDER BY d.due, d.seq, d.id LIMIT 1";

std::vector<Cell> dueAt(Milliseconds now)
{
    return {Cell(now), Cell(now + deliveries::lease), Cell(now + deliveries::longestPause)};
}

Delivery read(const Row& row)
{
    Delivery delivery{.id = idOf(row[0]),
                      .order = idOf(row[1]),
                      .number = textOf(row[2]),
                      .seq = integerOf(row[3]),
                      .event = textOf(row[4]),
                      .body = textOf(row[5]),
                      .made = integerOf(row[6]),
                      .attempts = integerOf(row[8]),
                      .firstAttempt = integerOf(row[9]),
                      .due = integerOf(row[10]),
                      .error = textOf(row[11])};
    using State = Delivery::State;
    for (const State state : {State::Waiting, State::Delivered, State::Dead, State::Unwanted})
        if (textOf(row[7]) == stateName(state))
            delivery.state = state;
    return delivery;
}

// Somewhere between now and a limit that doubles with each attempt: what failed together does not come back together.
Milliseconds pauseAfter(std::int64_t attempts, Environment& environment)
{
    Milliseconds limit = deliveries::shortestPause;
    for (std::int64_t i = 1; i < attempts && limit < deliveries::longestPause; ++i)
        limit *= 2;
    limit = std::min(limit, deliveries::longestPause);
    std::uint64_t chance = 0;
    for (const char byte : environment.random(4))
        chance = chance << 8U | static_cast<unsigned char>(byte);
    return 1000 + static_cast<Milliseconds>(chance % static_cast<std::uint64_t>(limit));
}

Status closeAlerts(Database& database, const std::vector<Row>& ids, Milliseconds now)
{
    for (const Row& row : ids)
        SATCHEL_TRY(alerts::closeAbout(database, "orders", bytesOf(row[0]), now));
    return Ok{};
}

constexpr const char* asNew = "UPDATE webhook_delivery SET state='waiting', settled=NULL, attempts=0, "
                              "first_attempt=NULL, due=$1, error='', claimed_by=NULL, claimed_until=NULL WHERE id=$2";

/// Does something to each delivery of a selection, and closes the alerts about them; answers how many.
Result<std::int64_t> forEach(Database& database, const std::string& where, const std::vector<Cell>& parameters,
                             const std::string& update, Milliseconds now)
{
    std::int64_t count = 0;
    SATCHEL_TRY(write(database, [&]() -> Status {
        SATCHEL_ASSIGN(const auto ids, database.query("SELECT id FROM webhook_delivery WHERE " + where, parameters));
        for (const Row& row : ids)
            SATCHEL_TRY(database.query(update, {Cell(now), row[0]}));
        count = static_cast<std::int64_t>(ids.size());
        return closeAlerts(database, ids, now);
    }));
    return count;
}

constexpr const char* asUnwanted = "UPDATE webhook_delivery SET state='unwanted', settled=$1 WHERE id=$2";

} // namespace

const char* stateName(Delivery::State state)
{
    switch (state) {
    case Delivery::State::Delivered: return "delivered";
    case Delivery::State::Dead: return "dead";
    case Delivery::State::Unwanted: return "unwanted";
    default: return "waiting";
    }
}

namespace deliveries {

Status record(Database& database, const Delivery& delivery)
{
    return database.post("INSERT INTO webhook_delivery(id, order_id, order_number, seq, event, body, made, state, due) "
                         "VALUES($1, $2, $3, $4, $5, $6, $7, 'waiting', $7) ON CONFLICT DO NOTHING",
                         {cell(delivery.id), cell(delivery.order), Cell(delivery.number), Cell(delivery.seq),
                          Cell(delivery.event), Cell(delivery.body), Cell(delivery.made)});
}

Result<bool> anyDue(Database& database, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto rows, database.query(std::string("SELECT 1 ") + due, dueAt(now)));
    return !rows.empty();
}

Result<std::optional<Delivery>> claim(Database& database, const Id& claimant, Milliseconds now)
{
    std::optional<Delivery> claimed;
    // Writing transactions come one after the other on both engines, so nobody chooses the same one meanwhile.
    SATCHEL_TRY(write(database, [&]() -> Status {
        SATCHEL_ASSIGN(const auto ids, database.query(std::string("SELECT d.id ") + due, dueAt(now)));
        if (ids.empty())
            return Ok{};
        SATCHEL_TRY(database.query("UPDATE webhook_delivery SET claimed_by=$1, claimed_until=$2, attempts=attempts+1, "
                                   "first_attempt=COALESCE(first_attempt, $3) WHERE id=$4",
                                   {cell(claimant), Cell(now + lease), Cell(now), ids[0][0]}));
        SATCHEL_ASSIGN(const auto rows, database.query(std::string(columns) + "WHERE id=$1", {ids[0][0]}));
        claimed = read(rows[0]);
        return Ok{};
    }));
    return claimed;
}

Status delivered(Database& database, const Delivery& delivery, Milliseconds now)
{
    return write(database, [&]() -> Status {
        // Whoever holds the claim by now: it has arrived.
        SATCHEL_TRY(database.query("UPDATE webhook_delivery SET state='delivered', settled=$1, error='', "
                                   "claimed_by=NULL, claimed_until=NULL WHERE id=$2 AND state<>'unwanted'",
                                   {Cell(now), cell(delivery.id)}));
        return alerts::closeAbout(database, "orders", delivery.id.view(), now);
    });
}

Status failed(Database& database, Environment& environment, const Delivery& delivery, const Id& claimant,
              const std::string& error)
{
    const Milliseconds now = environment.now();
    const bool dead = delivery.attempts >= leastAttempts && now - delivery.firstAttempt >= patience;
    return write(database, [&]() -> Status {
        const std::vector<Cell> mine = {cell(delivery.id), cell(claimant)};
        SATCHEL_ASSIGN(const auto rows,
                       database.query("SELECT 1 FROM webhook_delivery WHERE id=$1 AND claimed_by=$2 AND "
                                      "state='waiting'",
                                      mine));
        if (rows.empty())
            return Ok{};
        SATCHEL_TRY(database.query("UPDATE webhook_delivery SET claimed_by=NULL, claimed_until=NULL, error=$1, due=$2, "
                                   "state=$3, settled=$4 WHERE id=$5",
                                   {Cell(error), Cell(now + pauseAfter(delivery.attempts, environment)),
                                    Cell(std::string(dead ? "dead" : "waiting")), dead ? Cell(now) : Cell(),
                                    cell(delivery.id)}));
        if (!dead)
            return Ok{};
        return alerts::raise(database, environment, "orders", delivery.id.view(),
                             "The order " + delivery.number + " could not be handed over in " +
                                 std::to_string(delivery.attempts) + " attempts. " + error);
    });
}

Result<std::vector<Delivery>> list(Database& database, std::optional<Delivery::State> state)
{
    const std::string where = state ? "WHERE state=$1 " : "";
    SATCHEL_ASSIGN(const auto rows,
                   database.query(columns + where + "ORDER BY made, seq, id",
                                  state ? std::vector{Cell(std::string(stateName(*state)))} : std::vector<Cell>()));
    std::vector<Delivery> all;
    for (const Row& row : rows)
        all.push_back(read(row));
    return all;
}

Status resend(Database& database, const Id& id, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto count, forEach(database, "id=$1", {cell(id)}, asNew, now));
    if (count == 0)
        return Error{ErrorKind::NotFound, "There is no such delivery. See: satchel-server webhook list --all."};
    return Ok{};
}

Result<std::int64_t> resendDead(Database& database, Milliseconds now)
{
    return forEach(database, "state='dead'", {}, asNew, now);
}

Status forget(Database& database, const Id& id, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto count,
                   forEach(database, "id=$1 AND state IN ('waiting', 'dead')", {cell(id)}, asUnwanted, now));
    if (count == 0)
        return Error{ErrorKind::NotFound, "No such delivery waits or is dead. See: satchel-server webhook list."};
    return Ok{};
}

Result<std::int64_t> forgetBefore(Database& database, Milliseconds before, Milliseconds now)
{
    return forEach(database, "state IN ('waiting', 'dead') AND made<$1", {Cell(before)}, asUnwanted, now);
}

Status deleteSettled(Database& database, Milliseconds before)
{
    return write(database, [&]() -> Status {
        SATCHEL_TRY(database.query("DELETE FROM webhook_delivery WHERE state IN ('delivered', 'unwanted') AND "
                                   "settled<$1",
                                   {Cell(before)}));
        return Ok{};
    });
}

} // namespace deliveries
} // namespace satchel::server
