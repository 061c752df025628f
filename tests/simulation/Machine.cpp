// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Machine.h"

#include "core/base/Bytes.h"
#include "tests/simulation/FaultyVfs.h"

namespace satchel::simulation {

namespace {

constexpr std::size_t remembered = 4; // answers of each kind, to be given again

bool takeOne(int& count)
{
    return count > 0 && count-- > 0;
}

} // namespace

Bytes MachineClock::random(std::size_t size)
{
    Bytes bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(m_dice.next() & 0xFF);
    return bytes;
}

ServerMachine::ServerMachine(const Milliseconds& world)
    : clock(world), m_identities(clock, 3650 * server::Identities::day, server::Passwords::Effort::Least)
{}

Status ServerMachine::start()
{
    SATCHEL_ASSIGN(m_factory, server::openDatabase(vfs::folderOf("server"), {}));
    SATCHEL_ASSIGN(m_database, m_factory->connect());
    m_service = std::make_unique<server::Service>(*m_database, m_identities, clock);
    m_service->speak({.newest = schema::version + 1}); // so that the version before this one is the oldest it speaks
    m_service->page({.least = 1, .most = pageRows});
    return Ok{};
}

void ServerMachine::stop()
{
    m_service.reset();
    m_database.reset();
    m_factory.reset();
}

LaptopMachine::LaptopMachine(std::string name, std::string login, const Milliseconds& world, ServerMachine& server)
    : clock(world), m_name(std::move(name)), m_login(std::move(login)), m_server(server)
{}

Status LaptopMachine::open()
{
    const auto mine = reading();
    SATCHEL_ASSIGN(m_replica, Replica::open(vfs::folderOf(m_name), clock));
    if (!m_line) {
        // The service comes and goes; carry() sees to it that nothing is asked of it while it is away.
        m_line = std::make_unique<Line>(m_server.service());
        m_line->carrier = [this](std::string_view call, const Bytes& question, const Line::Serve& serve) {
            return carry(call, question, serve);
        };
    }
    m_engine = std::make_unique<Engine>(*m_replica, *m_line, version);
    m_engine->setToken(token);
    m_engine->machine = machineId();
    return Ok{};
}

Bytes LaptopMachine::machineId() const
{
    return Bytes(view(blake2b128("simulated machine", m_name)));
}

void LaptopMachine::close()
{
    if (m_replica)
        version = schema::version; // for when it is opened again
    m_engine.reset();
    m_replica.reset();
}

Status LaptopMachine::signIn()
{
    const auto mine = reading();
    SATCHEL_TRY(m_engine->login("http://127.0.0.1:1", m_login, "demo", m_name));
    token = m_engine->token();
    return Ok{};
}

Result<SyncReport> LaptopMachine::sync()
{
    const auto mine = reading();
    auto synced = m_engine->sync();
    if (!synced.ok() && synced.error().kind == ErrorKind::Unauthorized && !disk.dead()) {
        SATCHEL_TRY(signIn());
        return m_engine->sync();
    }
    return synced;
}

std::optional<LaptopMachine::Line::Answer> LaptopMachine::serveNow(const Bytes& question, const Line::Serve& serve)
{
    if (!m_server.running() || m_server.disk.dead())
        return std::nullopt;
    m_line->reconnect(m_server.service());
    const Reading servers(schema::version);
    auto answer = serve(question);
    // A server that died over it answers nothing.
    return m_server.disk.dead() ? std::nullopt : std::optional(std::move(answer));
}

std::optional<LaptopMachine::Line::Answer> LaptopMachine::carry(std::string_view call, const Bytes& question,
                                                                const Line::Serve& serve)
{
    if (disk.dead() || wire.cutUp || takeOne(wire.losesRequests))
        return std::nullopt;
    if (takeOne(wire.delays)) {
        m_late.emplace_back(question, serve);
        return std::nullopt;
    }
    if (takeOne(wire.doubles))
        (void)serveNow(question, serve);
    auto answer = serveNow(question, serve);
    while (!m_late.empty()) {
        const auto late = std::move(m_late.front());
        m_late.pop_front();
        (void)serveNow(late.first, late.second);
    }
    if (heard)
        heard(call, question, answer ? answer->body : Bytes());
    if (!answer || wire.cutDown || takeOne(wire.losesReplies))
        return std::nullopt;
    auto& before = m_answered[std::string(call)];
    if (before.size() == remembered && takeOne(wire.staleReplies)) {
        sawStaleReply = true;
        return before.front();
    }
    before.push_back(*answer);
    if (before.size() > remembered)
        before.pop_front();
    return answer;
}

} // namespace satchel::simulation
