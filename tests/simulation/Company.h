// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Machine.h"

namespace satchel::simulation {

/// The same small company at the beginning of every story: three territories below World, seven people of all roles,
/// ten accounts with their contacts, activities and to-dos, a few leads, one price. Made once by a process, with a
/// signed-in laptop for everybody (two for ana), and copied for each story.
struct Company {
    struct Person {
        std::string login;
        Id id;
    };
    Milliseconds began = 0;
    Disk::Image server;
    std::vector<std::pair<std::string, Disk::Image>> laptops; ///< by login
    std::map<std::string, std::string> tokens;                ///< by name of the laptop
    std::vector<Person> people;
    std::vector<Id> territories; ///< World, North, South, East

    [[nodiscard]] static const Company& get();
};

/// A text in a record that nobody else's record has: it betrays a record that should not be on a disk. Begins with what
/// differs, so that the search index cannot fold many into one.
[[nodiscard]] std::string canary(std::uint64_t number);
/// The numbers of all canaries in these bytes.
void findCanaries(std::string_view bytes, std::vector<std::uint64_t>& found);

} // namespace satchel::simulation
