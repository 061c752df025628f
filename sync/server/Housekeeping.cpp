// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Housekeeping.h"

#include "core/schema/Schema.h"
#include "sync/server/Alerts.h"
#include "sync/server/Deliveries.h"
#include "sync/server/Ledger.h"
#include "sync/server/Write.h"

#include <chrono>

namespace satchel::server {

Result<std::int64_t> forgetOldLogs(Database& database, Environment& environment, Milliseconds kept)
{
    std::int64_t forgotten = 0;
    SATCHEL_TRY(write(database, [&]() -> Status {
        SATCHEL_ASSIGN(const Clock clock, readClock(database));
        SATCHEL_ASSIGN(const auto newest,
                       database.query("SELECT COALESCE(max(seq), 0) FROM checkpoint WHERE committed<$1",
                                      {Cell(environment.now() - kept)}));
        const std::int64_t floor = integerOf(newest[0][0]);
        if (floor <= clock.floor)
            return Ok{};
        const std::vector<Cell> below = {Cell(floor)};
        SATCHEL_ASSIGN(const auto lines, database.query("SELECT count(*) FROM scope_log WHERE seq<=$1", below));
        forgotten = integerOf(lines[0][0]);
        SATCHEL_TRY(database.query("DELETE FROM scope_log WHERE seq<=$1", below));
        // The floor's own checkpoint stays: a laptop may stand exactly there.
        SATCHEL_TRY(database.query("DELETE FROM checkpoint WHERE seq<$1", below));
        SATCHEL_TRY(database.query("UPDATE outcome SET body=$2 WHERE seq<=$1 AND NOT EXISTS (SELECT 1 FROM deferred d "
                                   "WHERE d.incarnation=outcome.incarnation AND d.number=outcome.number)",
                                   {Cell(floor), Blob{}}));
        for (const Entity& entity : schema::entities()) {
            const std::string gone = "SELECT id FROM e_" + entity.name + " WHERE deleted>0 AND deleted<=$1";
            SATCHEL_TRY(database.query("DELETE FROM stamp WHERE entity=$2 AND row_id IN (" + gone + ")",
                                       {Cell(floor), Cell(std::int64_t{entity.number})}));
            SATCHEL_TRY(database.query("DELETE FROM e_" + entity.name + " WHERE deleted>0 AND deleted<=$1", below));
        }
        SATCHEL_TRY(database.query("UPDATE clock SET floor=$1 WHERE one=1", below));
        return Ok{};
    }));
    return forgotten;
}

Status Housekeeping::doOnce(Database& database, Environment& environment)
{
    SATCHEL_TRY(forgetOldLogs(database, environment, tombstonesKept));
    SATCHEL_TRY(deliveries::deleteSettled(database, environment.now() - tombstonesKept));
    return write(database, [&] { return alerts::lookForStaleDevices(database, environment); });
}

Housekeeping::Housekeeping(DatabaseFactory& factory, Environment& environment)
    : m_factory(factory), m_environment(environment), m_thread([this] { run(); })
{}

Housekeeping::~Housekeeping()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Housekeeping::run()
{
    std::unique_lock lock(m_mutex);
    // The first soon, for a server that is started anew each day.
    for (std::chrono::minutes pause{5}; !m_wake.wait_for(lock, pause, [this] { return m_stopping; });
         pause = std::chrono::hours(24)) {
        lock.unlock();
        if (auto database = m_factory.connect(); database.ok())
            (void)doOnce(**database, m_environment); // tomorrow again
        lock.lock();
    }
}

} // namespace satchel::server
