// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Company.h"
#include "tests/simulation/Model.h"
#include "tests/simulation/Numbers.h"
#include "tests/simulation/Story.h"

namespace satchel::simulation {

/// A story as it happens: one server, its laptops, and the memory of what must be true. Everything in one thread, from
/// one seed. Which machines exist, what each step does to them, and what is looked at when.
class World {
public:
    explicit World(const Story& story);
    ~World();

    /// What went wrong, or "".
    std::string play();
    /// Of everything that was said and done.
    [[nodiscard]] std::uint64_t hash() const { return m_hash; }
    /// The step at which it went wrong.
    [[nodiscard]] std::size_t step() const { return m_step; }
    /// Prints what happens.
    bool tells = false;

private:
    struct Laptop {
        std::unique_ptr<LaptopMachine> machine;
        Id user;
        std::int64_t lastNumber = 0;
        std::int64_t checkpoint = 0;
        std::int64_t incidents = 0;
        std::set<std::uint64_t> own; ///< canaries its user typed
        Disk::Image copy;
        std::map<std::string, std::int64_t> copied; ///< lastNumber and the like when it was copied
        bool faultyDisk = false;
        bool updated = false; ///< since the last quiet: it fetches what its old program did not know
    };

    // --- steps (Deeds.cpp, Deals.cpp)
    std::string run(const Step& step, Dice& dice);
    std::string edit(Laptop& laptop, Dice& dice);
    std::string thereAndBack(Laptop& laptop, Dice& dice);
    std::string editMany(Laptop& laptop, Dice& dice);
    std::string add(Laptop& laptop, Dice& dice);
    std::string remove(Laptop& laptop, Dice& dice);
    std::string move(Laptop& laptop, Dice& dice);
    std::string rights(Laptop& laptop, Dice& dice);
    std::string answer(Laptop& laptop, Dice& dice);
    std::string quoteEdit(Laptop& laptop, Dice& dice);
    std::string newQuote(Laptop& laptop, Dice& dice);
    std::string publish(Laptop& laptop, Dice& dice);
    std::string handOver(Laptop& laptop, Dice& dice);
    std::string accept(Laptop& laptop, Dice& dice);
    std::string takeNumber(Laptop& laptop, Dice& dice);
    std::optional<Record> quoteThatIs(Laptop& laptop, const char* status, Dice& dice);
    std::string sync(Laptop& laptop);
    void badWire(Laptop& laptop, Dice& dice);
    std::string restore(Laptop& laptop);
    void clone(Laptop& laptop);
    std::string restoreServer(Dice& dice);
    std::string forgetLogs(Dice& dice);
    std::string newLaptop(int version, Dice& dice);
    std::string quiet();

    /// A commit, and what must be true right after it.
    std::string commit(Laptop& laptop, const std::vector<Edit>& edits);
    std::optional<Record> anyRow(Laptop& laptop, const char* entity, Dice& dice);
    std::optional<Value> newValue(Laptop& laptop, const Record& row, const Field& field, Dice& dice);

    // --- machines
    /// Clones and new laptops act, too, without changing who else does what.
    Laptop& laptopFor(std::uint64_t actor)
    {
        const std::size_t first = m_story.laptops.size();
        const std::size_t more = m_laptops.size() - first;
        return *m_laptops[more > 0 && actor % 4 == 0 ? first + actor / 4 % more : actor % first];
    }
    Laptop& addLaptop(const std::string& login, const Disk::Image& image, const std::string& token);
    void close(Laptop& laptop);
    /// Brings back what was killed in this step; opens what is closed.
    std::string revive(Laptop& laptop, Dice& dice);
    std::string reviveServer(Dice& dice);
    std::string open(Laptop& laptop);

    // --- looking (Looking.cpp)
    /// What is new in the outbox, and what must be true on a laptop at any time.
    std::string look(Laptop& laptop);
    void readOutbox(Laptop& laptop);
    std::string lookAtRows(Laptop& laptop);
    std::string lookAtSums(Laptop& laptop);
    std::string lookAtDeals(Laptop& laptop);
    std::string checkAll();
    std::string checkLaptop(Laptop& laptop, const Rows& rows, const Projection& projection);
    std::string checkFiles(Laptop& laptop, const Rows& rows, const std::set<RowKey>& visible);
    std::string checkServer();

    void note(std::string_view what);

    Story m_story;
    Milliseconds m_now = 0;
    ServerMachine m_server;
    Disk::Image m_serverCopy;
    std::vector<std::unique_ptr<Laptop>> m_laptops;
    Model m_model;
    Numbers m_numbers;
    std::map<std::uint64_t, RowKey> m_canaries;
    std::uint64_t m_hash = 14695981039346656037ULL;
    std::size_t m_step = 0;
    std::uint64_t m_token = 0; ///< number of the step's texts
    std::uint64_t m_boots = 0;
    bool m_powerLost = false;
    bool m_restored = false; ///< since the last quiet: laptops still count what the server has lost
    bool m_copied = false;   ///< two laptops are one, until the server notices: they may differ from it, and mend that
};

} // namespace satchel::simulation
