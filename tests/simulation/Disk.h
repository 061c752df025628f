// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Dice.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace satchel::simulation {

/// One file of a simulated machine: what a program reads now, and how to get back to what was last made durable.
struct DiskFile {
    struct Write {
        std::int64_t offset = 0;
        std::string was; ///< the bytes it replaced; shorter than `is` where it went beyond the end
        std::string is;
        std::int64_t sizeBefore = 0;
        std::int64_t sizeAfter = 0;
    };
    std::string bytes;
    std::vector<Write> unsynced;
    bool everSynced = false;
    std::int64_t made = 0; ///< the so many-th file of its disk: what tells it from a copy

    // What the connections of one machine share beside the bytes: SQLite's locks and its shared memory. Neither
    // outlives the machine's running.
    static constexpr std::size_t slots = 8;
    int shared = 0;
    const void* writer = nullptr; ///< who holds RESERVED or more
    bool exclusive = false;
    std::vector<std::unique_ptr<std::string>> memory;
    std::array<int, slots> memoryShared{};
    std::array<bool, slots> memoryExclusive{};
};

/// The disk of one simulated machine (a laptop, the server), in memory. It fills up, fails, stops between any two
/// writes because its program was killed, and forgets at a loss of power what was not synced. Everything a program does
/// with files goes through FaultyVfs and from there to one of these.
class Disk {
public:
    using Files = std::map<std::string, std::shared_ptr<DiskFile>>;
    /// Contents of all files: a backup, or the copy of a whole laptop.
    using Image = std::map<std::string, std::string>;

    // --- faults
    /// The program is killed before its so many-th next write, sync, cut or removal.
    void killAfter(std::int64_t steps) { m_killIn = steps; }
    void fill(bool full) { m_full = full; }
    /// The so many-th next write or sync fails once.
    void failAfter(std::int64_t steps) { m_failIn = steps; }
    [[nodiscard]] bool dead() const { return m_dead; }
    void kill() { m_dead = true; }
    /// Stops all faults that have not happened yet.
    void calm();

    /// The machine is started again after its program was killed (everything written is there) or after a loss of
    /// power (each unsynced write is there, is not, or is there in part).
    void restart(bool powerLost, Dice& dice);

    [[nodiscard]] Image image() const;
    /// Other files than before, as after restoring a backup; all of them durable.
    void become(const Image& image);

    // --- what a program does; false: it failed, see dead(), full()
    [[nodiscard]] std::shared_ptr<DiskFile> find(const std::string& name) const;
    [[nodiscard]] std::shared_ptr<DiskFile> make(const std::string& name);
    enum class Outcome { Done, Failed, Full };
    [[nodiscard]] Outcome write(DiskFile& file, std::int64_t offset, std::string_view bytes);
    [[nodiscard]] Outcome cut(DiskFile& file, std::int64_t length);
    [[nodiscard]] Outcome sync(DiskFile& file);
    [[nodiscard]] Outcome remove(const std::string& name);
    /// Takes the place of a file of this name.
    void replace(const std::string& name, std::string_view bytes);
    [[nodiscard]] Outcome rename(const std::string& from, const std::string& to);

    [[nodiscard]] const Files& files() const { return m_files; }
    /// Changes with every restart: what was opened before is of no use any more.
    [[nodiscard]] int life() const { return m_life; }
    /// Writes, syncs, cuts and removals so far.
    [[nodiscard]] std::int64_t steps() const { return m_steps; }

private:
    [[nodiscard]] Outcome step();
    static void forget(DiskFile& file, Dice& dice);
    [[nodiscard]] std::shared_ptr<DiskFile> newFile();

    Files m_files;
    std::int64_t m_steps = 0;
    std::int64_t m_made = 0;
    std::int64_t m_killIn = -1;
    std::int64_t m_failIn = -1;
    bool m_full = false;
    bool m_dead = false;
    int m_life = 0;
};

} // namespace satchel::simulation
