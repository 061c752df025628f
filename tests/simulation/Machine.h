// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Engine.h"
#include "sync/server/Administration.h"
#include "tests/simulation/Disk.h"
#include "tests/support/world/LoopbackConversation.h"

#include <deque>

namespace satchel::simulation {

/// Clock and chance of one machine: the world's time, seen through a clock that is wrong by `skew`, and dice that are
/// thrown anew at every step of a story.
class MachineClock final : public Environment {
public:
    explicit MachineClock(const Milliseconds& world) : m_world(world) {}
    Milliseconds now() override { return m_world + skew; }
    Milliseconds sinceBoot() override { return m_world - m_booted; }
    std::string bootName() override { return std::to_string(m_boots); }
    /// The machine was started; the so many-th start of all machines.
    void boot(std::uint64_t boots)
    {
        m_boots = boots;
        m_booted = m_world;
    }
    Bytes random(std::size_t size) override;
    void throwDice(std::uint64_t seed) { m_dice = Dice(seed); }

    Milliseconds skew = 0;

private:
    const Milliseconds& m_world;
    Milliseconds m_booted = 0;
    std::uint64_t m_boots = 0;
    Dice m_dice{0};
};

/// What arrives at this program is read as its version reads it, for as long as this lives.
class Reading {
public:
    explicit Reading(int version) : m_before(schema::speakAs(version)) {}
    ~Reading() { schema::speakAs(m_before); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

private:
    int m_before;
};

/// The true server on a simulated machine. It can be stopped, started and killed; one thread.
class ServerMachine {
public:
    explicit ServerMachine(const Milliseconds& world);
    ~ServerMachine() { stop(); }

    [[nodiscard]] Status start();
    void stop();
    [[nodiscard]] bool running() const { return m_service != nullptr; }
    [[nodiscard]] server::Service& service() { return *m_service; }
    [[nodiscard]] server::Database& database() { return *m_database; }
    [[nodiscard]] server::Identities& identities() { return m_identities; }

    Disk disk;
    MachineClock clock;
    std::int64_t pageRows = 2000; ///< of a pull, from the next start on

private:
    server::Identities m_identities;
    std::unique_ptr<server::DatabaseFactory> m_factory;
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<server::Service> m_service;
};

/// What the wire does to the messages of one laptop, each time a message passes; 0: nothing.
struct WireFaults {
    int losesRequests = 0; ///< the next so many do not arrive
    int losesReplies = 0;  ///< the next so many arrive, and the answer does not come back
    int doubles = 0;       ///< the next so many arrive twice
    int delays = 0;        ///< the next so many are lost, and arrive later, when others have
    int staleReplies = 0;  ///< the next so many are answered with what was answered before
    bool cutUp = false;    ///< nothing goes up, until told otherwise
    bool cutDown = false;  ///< nothing comes back
    bool any() const { return losesRequests + losesReplies + doubles + delays + staleReplies > 0 || cutUp || cutDown; }
};

/// A laptop: the true replica and engine on a simulated machine, and a wire that does harm.
class LaptopMachine {
public:
    LaptopMachine(std::string name, std::string login, const Milliseconds& world, ServerMachine& server);
    ~LaptopMachine() { close(); }

    [[nodiscard]] Status open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_replica != nullptr; }
    /// For whatever is done with its replica.
    [[nodiscard]] Reading reading() const { return Reading(version); }
    /// First log-in, or again after the token has died.
    [[nodiscard]] Status signIn();
    [[nodiscard]] Result<SyncReport> sync();

    [[nodiscard]] Replica& replica() { return *m_replica; }
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& login() const { return m_login; }
    /// What tells this machine from others.
    [[nodiscard]] Bytes machineId() const;

    /// Of the program on it: an older one knows fewer fields and kinds of records. It is updated when it is next
    /// started.
    int version = schema::version;
    [[nodiscard]] bool isOld() const { return version < schema::version; }

    Disk disk;
    MachineClock clock;
    WireFaults wire;
    std::string token;
    /// Told every message: what the trace is made of, and where a story may put something between two messages.
    std::function<void(std::string_view call, const Bytes& question, const Bytes& answer)> heard;
    bool sawStaleReply = false;

private:
    using Line = test::LoopbackConversation;
    std::optional<Line::Answer> carry(std::string_view call, const Bytes& question, const Line::Serve& serve);
    std::optional<Line::Answer> serveNow(const Bytes& question, const Line::Serve& serve);

    std::string m_name;
    std::string m_login;
    ServerMachine& m_server;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Engine> m_engine;
    std::deque<std::pair<Bytes, Line::Serve>> m_late;
    std::map<std::string, std::deque<Line::Answer>, std::less<>> m_answered;
};

} // namespace satchel::simulation
