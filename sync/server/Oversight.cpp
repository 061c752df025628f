// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Oversight.h"

#include "core/schema/Schema.h"
#include "sync/server/HeldBack.h"
#include "sync/server/Ledger.h"
#include "sync/server/Recovery.h"

#include <algorithm>
#include <map>

namespace satchel::server::oversight {

namespace {

constexpr auto mostLines = static_cast<std::int64_t>(administering::mostLines);

Status readPeople(Database& database, Overview& overview)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT user_id FROM credential JOIN e_user ON e_user.id = user_id WHERE deleted = 0 "
                                  "ORDER BY user_id"));
    for (const Row& row : rows)
        overview.withPassword.push_back(idOf(row[0]));
    return Ok{};
}

constexpr Milliseconds freshFor = 75LL * 60 * 1000; // a visit is noted once an hour
constexpr int epochBits = 40;                       // of a seq; the rest counts changes (Recovery)

/// How many changes there were after a moment. Finds the moment's place among the checkpoints by halves: they are in
/// order of time as well, and there is no index by it.
class ChangesSince {
public:
    ChangesSince(Database& database, std::int64_t newest) : m_database(database), m_newest(newest) {}

    [[nodiscard]] Result<std::int64_t> operator()(Milliseconds moment)
    {
        const auto known = m_known.find(moment);
        if (known != m_known.end())
            return known->second;
        std::int64_t low = 0;
        for (std::int64_t high = m_newest + 1; high - low > 1;) {
            const std::int64_t middle = low + (high - low) / 2;
            SATCHEL_ASSIGN(
                const auto rows,
                m_database.query("SELECT seq, committed FROM checkpoint WHERE seq <= $1 ORDER BY seq DESC LIMIT 1",
                                 {Cell(middle)}));
            if (rows.empty() || integerOf(rows[0][1]) <= moment)
                low = middle;
            else
                high = std::max(integerOf(rows[0][0]), low + 1);
        }
        const bool sameEpoch = (low >> epochBits) == (m_newest >> epochBits);
        const std::int64_t since = sameEpoch ? m_newest - low : m_newest & ((std::int64_t{1} << epochBits) - 1);
        m_known[moment] = since;
        return since;
    }

private:
    Database& m_database;
    std::int64_t m_newest;
    std::map<Milliseconds, std::int64_t> m_known;
};

// A visit brings everything up to the newest checkpoint, so what came afterwards is what a device does not have.
Status readDevices(Database& database, Overview& overview)
{
    SATCHEL_ASSIGN(const Clock clock, readClock(database));
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT device.id, device.user_id, device.name, device.program, registered, last_seen, revoked, "
                       "(SELECT count(*) FROM deferred JOIN incarnation ON incarnation.id = deferred.incarnation "
                       "WHERE incarnation.device_id = device.id) "
                       "FROM device ORDER BY device.user_id, last_seen DESC, device.id"));
    ChangesSince changesSince(database, clock.seq);
    for (const Row& row : rows) {
        const Milliseconds lastSeen = integerOf(row[5]);
        std::int64_t behind = 0;
        if (lastSeen < overview.at - freshFor) {
            SATCHEL_ASSIGN(behind, changesSince(lastSeen));
        }
        overview.devices.push_back({.id = idOf(row[0]),
                                    .user = idOf(row[1]),
                                    .name = textOf(row[2]),
                                    .program = textOf(row[3]),
                                    .registered = integerOf(row[4]),
                                    .lastSeen = lastSeen,
                                    .revoked = integerOf(row[6]) != 0,
                                    .behind = behind,
                                    .waiting = integerOf(row[7])});
    }
    return Ok{};
}

Status readAlerts(Database& database, Overview& overview)
{
    const auto take = [&](const char* condition) -> Status {
        SATCHEL_ASSIGN(const auto rows,
                       database.query(std::string("SELECT id, at, kind, text, closed, subject FROM alert WHERE ") +
                                          condition + " ORDER BY at DESC, id DESC LIMIT $1",
                                      {Cell(mostLines)}));
        for (const Row& row : rows)
            overview.alerts.push_back({.id = idOf(row[0]),
                                       .at = integerOf(row[1]),
                                       .kind = textOf(row[2]),
                                       .text = textOf(row[3]),
                                       .closed = integerOf(row[4]) != 0,
                                       .subject = Id::fromBytes(bytesOf(row[5])).value_or(Id{})});
        return Ok{};
    };
    SATCHEL_TRY(take("closed IS NULL")); // those first: no log is so long that they fall off its end
    return take("closed IS NOT NULL");
}

Status readFuses(HeldBack& held, Overview& overview)
{
    SATCHEL_ASSIGN(const auto fuses, held.fuses());
    for (const BlownFuse& fuse : fuses)
        if (overview.fuses.size() < administering::mostLines || fuse.state == "blown")
            overview.fuses.push_back({.id = fuse.id,
                                      .user = fuse.user,
                                      .device = fuse.device,
                                      .at = fuse.at,
                                      .records = fuse.roots,
                                      .state = fuse.state,
                                      .ended = fuse.ended});
    return Ok{};
}

Status readQuarantine(HeldBack& held, Overview& overview)
{
    SATCHEL_ASSIGN(const auto changes, held.quarantined());
    for (const HeldBack::Quarantined& each : changes)
        if (overview.changes.size() < administering::mostLines)
            overview.changes.push_back({.incarnation = each.incarnation,
                                        .number = each.number,
                                        .login = each.login,
                                        .device = each.device,
                                        .at = each.at,
                                        .attempts = each.attempts,
                                        .error = each.error});
    return Ok{};
}

Status readRecovery(Recovery recovery, Overview& overview)
{
    SATCHEL_ASSIGN(overview.recovering, recovery.isOpen());
    if (!overview.recovering)
        return Ok{};
    SATCHEL_ASSIGN(const auto held, recovery.held());
    overview.heldInAll = static_cast<std::int64_t>(held.size());
    for (const Recovery::Held& each : held)
        if (overview.held.size() < administering::mostLines)
            overview.held.push_back({each.row, each.label, each.device, each.at});
    return Ok{};
}

} // namespace

Status mustAdminister(const Caller& caller)
{
    if (caller.role != Role::Administrator)
        return Error{ErrorKind::Forbidden, "Only administrators may do this."};
    return Ok{};
}

Result<Overview> overview(Database& database, Environment& environment, const Caller& caller)
{
    SATCHEL_TRY(mustAdminister(caller));
    Overview overview{.at = environment.now()};
    HeldBack held(database, environment);
    SATCHEL_TRY(readPeople(database, overview));
    SATCHEL_TRY(readDevices(database, overview));
    SATCHEL_TRY(readAlerts(database, overview));
    SATCHEL_TRY(readFuses(held, overview));
    SATCHEL_TRY(readQuarantine(held, overview));
    SATCHEL_TRY(readRecovery(Recovery(database, environment), overview));
    return overview;
}

} // namespace satchel::server::oversight
