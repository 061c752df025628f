// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Dice.h"

#include <string>
#include <vector>

namespace satchel::simulation {

/// What happens in a story, one after the other. A deed of a person, a conversation, or something that goes wrong.
enum class StepKind {
    Edit,
    EditMany, ///< several rows in one business action
    Add,
    Delete,
    Move,      ///< of an account, a lead, a contact to another area
    Rights,    ///< an administrator changes who is where and what
    Answer,    ///< an inbox item
    QuoteEdit, ///< of a quote's lines, groups and discounts; or a new quote
    Publish,   ///< a revision of the price list, in parts
    HandOver,
    Accept,     ///< or reject
    TakeNumber, ///< for papers
    Sync,
    SyncBadly,  ///< with messages lost, doubled, late, stale
    EditDuring, ///< an edit between two messages of a round
    Partition,  ///< one direction of a wire is cut until mended
    MendWire,
    Wait,
    WrongClock,
    RestartLaptop,
    KillLaptop, ///< before the so many-th write from now on, with or without loss of power
    FullDisk,
    EmptyDisk,
    BadDisk, ///< one write fails
    RestartServer,
    KillServer,
    FullServer,
    ForgetLogs, ///< the server forgets what is old
    CopyLaptop, ///< its files, for later
    RestoreLaptop,
    CloneLaptop,
    CopyServer,
    RestoreServer, ///< declared, or without telling anybody
    NewLaptop,
    OldLaptop, ///< a new one, with the oldest program that the server speaks to
    Quiet,     ///< all faults end, and everything must be settled
    count
};
[[nodiscard]] const char* nameOf(StepKind kind);

struct Step {
    StepKind kind = StepKind::Edit;
    std::uint64_t actor = 0; ///< which laptop, modulo how many there are
    std::uint64_t dice = 0;  ///< everything else the step decides
};

/// A story told by one number: who has laptops, and what happens. Ends with Quiet.
struct Story {
    std::uint64_t seed = 0;
    std::vector<std::size_t> laptops; ///< of the company's ready-made ones
    std::vector<Step> steps;

    [[nodiscard]] static Story of(std::uint64_t seed);
    [[nodiscard]] std::string describe(std::size_t step) const;
};

} // namespace satchel::simulation
