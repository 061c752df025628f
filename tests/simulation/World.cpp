// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "sync/protocol/Codec.h"
#include "tests/simulation/FaultyVfs.h"
#include "tests/support/world/Must.h"

#include <cstdio>
#include <sqlite3.h>

namespace satchel::simulation {

using test::must;

namespace {

constexpr int roundsToSettle = 3;

std::string show(const Error& error)
{
    return error.message;
}

void tellMessage(std::string_view call, const Bytes& reply)
{
    const auto pulled = call == "pull" ? decodePullReply(reply) : Result<PullReply>(Error{});
    std::printf("      %s", std::string(call).c_str());
    if (pulled.ok()) {
        std::printf(": checkpoint %lld%s", static_cast<long long>(pulled->checkpoint),
                    pulled->digestsEqual ? ", digests fit" : "");
        for (const RowUpsert& row : pulled->rows)
            std::printf("\n        %s %s at %lld%s", row.entity->name.c_str(), row.id.toString().c_str(),
                        static_cast<long long>(row.rev), row.whole ? ", whole" : "");
        for (const RowGone& gone : pulled->gone)
            std::printf("\n        gone (%d): %s %s", static_cast<int>(gone.reason),
                        schema::entityNumbered(gone.row.entity)->name.c_str(), gone.row.id.toString().c_str());
        for (const Membership& each : pulled->memberships)
            std::printf("\n        %s %s %s scope of kind %d", each.row.id.toString().c_str(),
                        each.member ? "is now in" : "is not in", "a", static_cast<int>(each.scope.kind));
        for (const Outcome& outcome : pulled->outcomes)
            std::printf("\n        change %lld: %d %s", static_cast<long long>(outcome.number),
                        static_cast<int>(outcome.status), outcome.text.c_str());
    }
    if (call == "pull" && !pulled.ok() && !reply.empty())
        std::printf(": %s", decodeError(reply).message.c_str());
    std::printf("\n");
}

// Errors that a person on a faulty machine or wire may see; all others are a bug.
bool mayHappen(const Error& error, bool faults)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Busy:
    case ErrorKind::Full:
    case ErrorKind::Unauthorized: return true;
    default: return faults;
    }
}

// Rows a page: mostly so few that what an ordinary round brings does not fit one.
std::int64_t pageRowsOf(const Story& story)
{
    static constexpr std::int64_t sizes[] = {2000, 3, 8, 40};
    return sizes[story.seed % std::size(sizes)];
}

} // namespace

World::World(const Story& story) : m_story(story), m_now(Company::get().began), m_server(m_now)
{
    const Company& company = Company::get();
    sqlite3_randomness(0, nullptr);
    m_server.disk.become(company.server);
    vfs::plugIn("server", m_server.disk);
    m_server.pageRows = pageRowsOf(story);
    must(m_server.start());
    Rows rows = readRows(m_server.database());
    for (const auto& [key, row] : rows)
        for (const Value& value : row.values) {
            std::vector<std::uint64_t> found;
            findCanaries(value.text(), found);
            for (const std::uint64_t number : found)
                m_canaries[number] = key;
        }
    m_model.begin(rows);
    for (const std::size_t index : story.laptops) {
        const auto& [login, image] = company.laptops[index];
        addLaptop(login, image, company.tokens.at("laptop" + std::to_string(index)));
    }
}

World::~World()
{
    for (const auto& laptop : m_laptops)
        laptop->machine->close();
    m_server.stop();
    vfs::unplugAll();
}

World::Laptop& World::addLaptop(const std::string& login, const Disk::Image& image, const std::string& token)
{
    const std::string name = "machine" + std::to_string(m_laptops.size());
    auto laptop = std::make_unique<Laptop>();
    laptop->machine = std::make_unique<LaptopMachine>(name, login, m_now, m_server);
    laptop->machine->disk.become(image);
    laptop->machine->token = token;
    laptop->machine->clock.throwDice(m_laptops.size());
    laptop->machine->clock.boot(++m_boots);
    laptop->machine->heard = [this, name](std::string_view call, const Bytes& question, const Bytes& reply) {
        note(name);
        note(call);
        note(question);
        note(reply);
        if (tells)
            tellMessage(call, reply);
    };
    for (const Company::Person& person : Company::get().people)
        if (person.login == login)
            laptop->user = person.id;
    vfs::plugIn(name, laptop->machine->disk);
    m_laptops.push_back(std::move(laptop));
    return *m_laptops.back();
}

void World::note(std::string_view what)
{
    for (const char c : what)
        m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    m_hash = (m_hash ^ 0xFF) * 1099511628211ULL;
}

std::string World::play()
{
    for (const auto& laptop : m_laptops)
        if (std::string wrong = open(*laptop); !wrong.empty())
            return wrong;
    for (m_step = 0; m_step < m_story.steps.size(); ++m_step) {
        const Step& step = m_story.steps[m_step];
        Dice dice(step.dice);
        m_now += 10 + static_cast<Milliseconds>(dice.below(3000));
        m_token = step.dice % 1'000'000'000ULL;
        m_server.clock.throwDice(step.dice ^ 0x5E5E5E5EULL);
        for (std::size_t i = 0; i < m_laptops.size(); ++i)
            m_laptops[i]->machine->clock.throwDice(step.dice + 7919 * (i + 1));
        if (tells)
            std::printf(
                "%s (%s)\n", m_story.describe(m_step).c_str(),
                (laptopFor(step.actor).machine->name() + ", " + laptopFor(step.actor).machine->login()).c_str());
        std::string wrong = run(step, dice);
        if (wrong.empty())
            wrong = reviveServer(dice);
        for (std::size_t i = 0; i < m_laptops.size() && wrong.empty(); ++i)
            wrong = revive(*m_laptops[i], dice);
        if (wrong.empty())
            wrong = m_numbers.catchUp(m_server.database());
        if (wrong.empty() && step.kind != StepKind::Quiet)
            wrong = look(laptopFor(step.actor));
        note(wrong);
        if (!wrong.empty())
            return wrong;
    }
    return {};
}

std::string World::run(const Step& step, Dice& dice)
{
    Laptop& laptop = laptopFor(step.actor);
    LaptopMachine& machine = *laptop.machine;
    switch (step.kind) {
    case StepKind::Edit: return edit(laptop, dice);
    case StepKind::EditMany: return editMany(laptop, dice);
    case StepKind::Add: return add(laptop, dice);
    case StepKind::Delete: return remove(laptop, dice);
    case StepKind::Move: return move(laptop, dice);
    case StepKind::Rights: return rights(laptop, dice);
    case StepKind::Answer: return answer(laptop, dice);
    case StepKind::QuoteEdit: return quoteEdit(laptop, dice);
    case StepKind::Publish: return publish(laptop, dice);
    case StepKind::HandOver: return handOver(laptop, dice);
    case StepKind::Accept: return accept(laptop, dice);
    case StepKind::TakeNumber: return takeNumber(laptop, dice);
    case StepKind::Sync: return sync(laptop);
    case StepKind::SyncBadly: {
        badWire(laptop, dice);
        std::string wrong = sync(laptop);
        const bool cutUp = machine.wire.cutUp;
        const bool cutDown = machine.wire.cutDown;
        machine.wire = {};
        machine.wire.cutUp = cutUp;
        machine.wire.cutDown = cutDown;
        return wrong;
    }
    case StepKind::EditDuring: {
        const auto heard = machine.heard;
        std::string wrong;
        int messages = static_cast<int>(dice.below(3));
        machine.heard = [&](std::string_view call, const Bytes& question, const Bytes& reply) {
            heard(call, question, reply);
            if (messages-- == 0 && wrong.empty())
                wrong = dice.once(3) ? quoteEdit(laptop, dice) : edit(laptop, dice);
        };
        const std::string synced = sync(laptop);
        machine.heard = heard;
        return wrong.empty() ? synced : wrong;
    }
    case StepKind::Partition: (dice.once(2) ? machine.wire.cutUp : machine.wire.cutDown) = true; return {};
    case StepKind::MendWire: machine.wire = {}; return {};
    case StepKind::Wait:
        m_now += static_cast<Milliseconds>(dice.once(10) ? dice.below(20) * 24 * 3600 : dice.below(7200)) * 1000;
        return {};
    case StepKind::WrongClock:
        machine.clock.skew = (static_cast<Milliseconds>(dice.below(2000)) - 1000) * (dice.once(3) ? 3'600'000 : 1000);
        return {};
    case StepKind::RestartLaptop: close(laptop); return open(laptop);
    case StepKind::KillLaptop:
        m_powerLost = dice.once(2);
        machine.disk.killAfter(static_cast<std::int64_t>(dice.below(dice.once(2) ? 12 : 60)));
        return dice.once(2) ? sync(laptop) : edit(laptop, dice);
    case StepKind::FullDisk:
        laptop.faultyDisk = true;
        machine.disk.fill(true);
        return dice.once(2) ? sync(laptop) : edit(laptop, dice);
    case StepKind::EmptyDisk: machine.disk.fill(false); return {};
    case StepKind::BadDisk: {
        laptop.faultyDisk = true;
        machine.disk.failAfter(static_cast<std::int64_t>(dice.below(30)));
        std::string wrong = dice.once(2) ? sync(laptop) : edit(laptop, dice);
        machine.disk.failAfter(-1);
        return wrong;
    }
    case StepKind::RestartServer:
        m_server.stop();
        return m_server.start().ok() ? std::string() : "the server did not start again";
    case StepKind::KillServer:
        m_powerLost = dice.once(2);
        m_server.disk.killAfter(static_cast<std::int64_t>(dice.below(dice.once(2) ? 10 : 60)));
        return sync(laptop);
    case StepKind::FullServer: {
        m_server.disk.fill(true);
        std::string wrong = sync(laptop);
        m_server.disk.fill(false);
        return wrong;
    }
    case StepKind::ForgetLogs: return forgetLogs(dice);
    case StepKind::CopyLaptop:
        laptop.copy = machine.disk.image();
        laptop.copied = {{"number", laptop.lastNumber}, {"checkpoint", laptop.checkpoint}};
        return {};
    case StepKind::RestoreLaptop: return restore(laptop);
    case StepKind::CloneLaptop: clone(laptop); return {};
    case StepKind::CopyServer: m_serverCopy = m_server.disk.image(); return {};
    case StepKind::RestoreServer: return restoreServer(dice);
    case StepKind::NewLaptop: return newLaptop(schema::version, dice);
    case StepKind::OldLaptop: return newLaptop(schema::version - 1, dice);
    case StepKind::Quiet: return quiet();
    case StepKind::count: break;
    }
    return {};
}

void World::badWire(Laptop& laptop, Dice& dice)
{
    WireFaults& wire = laptop.machine->wire;
    if (laptop.machine->isOpen()) // one by one, so that a larger action goes up in part
        laptop.machine->engine().pushBytes = dice.once(2) ? 1 : 1024 * 1024;
    switch (dice.below(5)) {
    case 0: wire.losesRequests = 1 + static_cast<int>(dice.below(2)); break;
    case 1: wire.losesReplies = 1 + static_cast<int>(dice.below(3)); break;
    case 2: wire.doubles = 1 + static_cast<int>(dice.below(4)); break;
    case 3: wire.delays = 1; break;
    default: wire.staleReplies = 1; break;
    }
}

std::string World::sync(Laptop& laptop)
{
    LaptopMachine& machine = *laptop.machine;
    if (!machine.isOpen())
        return {};
    const bool faults = machine.wire.any() || laptop.faultyDisk || machine.sawStaleReply;
    const auto synced = machine.sync();
    const bool killed = machine.disk.dead() || m_server.disk.dead();
    note(synced.ok() ? "synced" : synced.error().message);
    if (tells)
        std::printf("    %s\n", synced.ok()
                                    ? ("pushed " + std::to_string(synced->pushed) + ", pulled " +
                                       std::to_string(synced->pulled) + ", at " + std::to_string(synced->checkpoint))
                                          .c_str()
                                    : synced.error().message.c_str());
    if (!synced.ok() && !killed && !mayHappen(synced.error(), faults))
        return machine.name() + " could not sync: " + show(synced.error());
    return {};
}

std::string World::newLaptop(int version, Dice& dice)
{
    if (m_laptops.size() >= 20)
        return {};
    const auto& people = Company::get().people;
    Laptop& laptop = addLaptop(people[dice.below(people.size())].login, {}, {});
    laptop.machine->version = version;
    if (std::string wrong = open(laptop); !wrong.empty())
        return wrong;
    const Status in = laptop.machine->signIn();
    if (!in.ok() && !mayHappen(in.error(), false))
        return laptop.machine->name() + " could not sign in: " + show(in.error());
    return in.ok() ? sync(laptop) : std::string();
}

std::string World::quiet()
{
    m_server.disk.calm();
    for (const auto& laptop : m_laptops) {
        laptop->machine->disk.calm();
        laptop->machine->wire = {};
        laptop->faultyDisk = false;
        if (std::string wrong = open(*laptop); !wrong.empty())
            return wrong;
    }
    for (int round = 1; round <= roundsToSettle; ++round)
        for (const auto& laptop : m_laptops) {
            m_now += 1000;
            const auto synced = laptop->machine->sync();
            note(synced.ok() ? "synced" : synced.error().message);
            if (tells)
                std::printf("    %s: %s\n", laptop->machine->name().c_str(),
                            synced.ok()
                                ? ("pushed " + std::to_string(synced->pushed) + ", pulled " +
                                   std::to_string(synced->pulled) + ", at " + std::to_string(synced->checkpoint))
                                      .c_str()
                                : synced.error().message.c_str());
            if (!synced.ok() && (round == roundsToSettle || !mayHappen(synced.error(), false)))
                return laptop->machine->name() + " does not sync in round " + std::to_string(round) +
                       " after all faults ended: " + show(synced.error());
            if (std::string wrong = look(*laptop); !wrong.empty())
                return wrong;
        }
    m_restored = false;
    return checkAll();
}

} // namespace satchel::simulation
