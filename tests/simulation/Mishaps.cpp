// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "sync/server/Housekeeping.h"
#include "sync/server/Recovery.h"
#include "sync/server/Write.h"
#include "tests/support/world/Must.h"

#include <cstdio>

// What happens to machines: they end, are started again, become older copies, and forget.

namespace satchel::simulation {

using test::must;

void World::close(Laptop& laptop)
{
    laptop.updated = laptop.updated || laptop.machine->isOld();
    laptop.machine->close();
}

std::string World::open(Laptop& laptop)
{
    if (laptop.machine->isOpen())
        return {};
    const Status opened = laptop.machine->open();
    if (opened.ok() || laptop.machine->disk.dead())
        return {};
    if (opened.error().kind == ErrorKind::Full)
        return {};
    return laptop.machine->name() + " could not be opened: " + opened.error().message;
}

std::string World::revive(Laptop& laptop, Dice& dice)
{
    LaptopMachine& machine = *laptop.machine;
    for (int attempt = 0; machine.disk.dead() || !machine.isOpen(); ++attempt) {
        if (machine.disk.dead()) {
            close(laptop);
            machine.disk.restart(m_powerLost, dice);
            if (m_powerLost)
                machine.clock.boot(++m_boots);
            if (tells)
                std::printf("    %s was killed%s\n", machine.name().c_str(), m_powerLost ? " by a loss of power" : "");
            if (attempt < 2 && dice.once(3)) // and once more while it recovers
                machine.disk.killAfter(static_cast<std::int64_t>(dice.below(8)));
        }
        if (std::string wrong = open(laptop); !wrong.empty())
            return wrong;
        if (!machine.isOpen() && !machine.disk.dead())
            return {}; // its disk is full
    }
    machine.disk.killAfter(-1);
    return {};
}

std::string World::reviveServer(Dice& dice)
{
    for (int attempt = 0; m_server.disk.dead() || !m_server.running(); ++attempt) {
        m_server.stop();
        m_server.disk.restart(m_powerLost, dice);
        if (tells)
            std::printf("    the server was killed%s\n", m_powerLost ? " by a loss of power" : "");
        if (attempt < 2 && dice.once(3))
            m_server.disk.killAfter(static_cast<std::int64_t>(dice.below(6)));
        const Status started = m_server.start();
        if (!started.ok() && !m_server.disk.dead())
            return "the server did not start: " + started.error().message;
    }
    m_server.disk.killAfter(-1);
    return {};
}

std::string World::restore(Laptop& laptop)
{
    if (laptop.copy.empty())
        return {};
    m_copied = true;
    close(laptop);
    laptop.machine->disk.become(laptop.copy);
    if (std::string wrong = open(laptop); !wrong.empty())
        return wrong;
    laptop.lastNumber = 0;
    laptop.checkpoint = laptop.copied["checkpoint"];
    std::set<Bytes> there;
    auto statement = must(laptop.machine->replica().connection().prepare("SELECT body FROM outbox"));
    while (must(statement.step()))
        there.emplace(statement.blob(0));
    m_model.mayBeGone(laptop.machine->name(), there);
    return {};
}

void World::clone(Laptop& laptop)
{
    if (m_laptops.size() >= 20)
        return;
    m_copied = true;
    Laptop& copy = addLaptop(laptop.machine->login(), laptop.machine->disk.image(), laptop.machine->token);
    copy.own = laptop.own;
    copy.updated = laptop.updated || laptop.machine->isOld();
    copy.lastNumber = laptop.lastNumber;
    copy.machine->clock.skew = laptop.machine->clock.skew;
}

std::string World::restoreServer(Dice& dice)
{
    if (m_serverCopy.empty())
        return {};
    m_copied = true;
    m_restored = true;
    const std::int64_t newest = must(server::readClock(m_server.database())).seq;
    const bool declared = dice.once(2); // by `satchel-server restore`, which says so and looks at what it replaces
    m_server.stop();
    m_server.disk.become(m_serverCopy);
    const Status started = m_server.start();
    if (!started.ok())
        return "the restored server did not start: " + started.error().message;
    m_numbers.wentBack(m_server.database(), declared);
    if (declared)
        must(server::write(m_server.database(), [&] {
            return server::Recovery(m_server.database(), m_server.clock).begin("restored", newest);
        }));
    m_model.catchUp(m_server.database(), true);
    return {};
}

// In the time of a story nobody is away for 400 days; so the server forgets sooner.
std::string World::forgetLogs(Dice& dice)
{
    m_model.catchUp(m_server.database(), false);
    if (dice.once(4)) {
        m_powerLost = dice.once(2);
        m_server.disk.killAfter(static_cast<std::int64_t>(dice.below(40)));
    }
    const Milliseconds kept = dice.once(3) ? 0 : static_cast<Milliseconds>(dice.below(24 * 3600)) * 1000;
    const auto forgotten = server::forgetOldLogs(m_server.database(), m_server.clock, kept);
    note(forgotten.ok() ? std::to_string(*forgotten) : forgotten.error().message);
    if (tells && forgotten.ok())
        std::printf("    the server forgets %lld lines\n", static_cast<long long>(*forgotten));
    return forgotten.ok() || m_server.disk.dead() ? std::string()
                                                  : "the server could not forget: " + forgotten.error().message;
}

} // namespace satchel::simulation
