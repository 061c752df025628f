// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Story.h"

#include <algorithm>
#include <array>

namespace satchel::simulation {

namespace {

struct Kind {
    StepKind kind;
    const char* name;
    unsigned weight;
};

constexpr std::array kinds = {Kind{StepKind::Edit, "edit", 300},
                              Kind{StepKind::EditMany, "edit several", 40},
                              Kind{StepKind::Add, "add", 50},
                              Kind{StepKind::Delete, "delete", 40},
                              Kind{StepKind::Move, "move", 45},
                              Kind{StepKind::Rights, "rights", 35},
                              Kind{StepKind::Answer, "answer inbox", 25},
                              Kind{StepKind::QuoteEdit, "edit a quote", 130},
                              Kind{StepKind::Publish, "publish prices", 25},
                              Kind{StepKind::HandOver, "hand a quote over", 35},
                              Kind{StepKind::Accept, "accept or reject a quote", 25},
                              Kind{StepKind::TakeNumber, "number papers", 25},
                              Kind{StepKind::Sync, "sync", 230},
                              Kind{StepKind::SyncBadly, "sync over a bad wire", 110},
                              Kind{StepKind::EditDuring, "edit during a sync", 30},
                              Kind{StepKind::Partition, "cut a wire one way", 15},
                              Kind{StepKind::MendWire, "mend a wire", 15},
                              Kind{StepKind::Wait, "wait", 20},
                              Kind{StepKind::WrongClock, "set a clock wrong", 20},
                              Kind{StepKind::RestartLaptop, "restart a laptop", 20},
                              Kind{StepKind::KillLaptop, "kill a laptop", 60},
                              Kind{StepKind::FullDisk, "fill a disk", 10},
                              Kind{StepKind::EmptyDisk, "empty a disk", 10},
                              Kind{StepKind::BadDisk, "break a write", 15},
                              Kind{StepKind::RestartServer, "restart the server", 8},
                              Kind{StepKind::KillServer, "kill the server", 30},
                              Kind{StepKind::FullServer, "fill the server's disk", 4},
                              Kind{StepKind::ForgetLogs, "forget old logs", 10},
                              Kind{StepKind::CopyLaptop, "copy a laptop", 8},
                              Kind{StepKind::RestoreLaptop, "restore a laptop", 5},
                              Kind{StepKind::CloneLaptop, "clone a laptop", 3},
                              Kind{StepKind::CopyServer, "copy the server", 8},
                              Kind{StepKind::RestoreServer, "restore the server", 3},
                              Kind{StepKind::NewLaptop, "a new laptop", 4},
                              Kind{StepKind::OldLaptop, "a laptop with an old program", 6},
                              Kind{StepKind::Quiet, "quiet", 12}};
static_assert(kinds.size() == static_cast<std::size_t>(StepKind::count));

StepKind thrown(Dice& dice)
{
    static const unsigned all = [] {
        unsigned sum = 0;
        for (const Kind& kind : kinds)
            sum += kind.weight;
        return sum;
    }();
    auto left = static_cast<unsigned>(dice.below(all));
    for (const Kind& kind : kinds) {
        if (left < kind.weight)
            return kind.kind;
        left -= kind.weight;
    }
    return StepKind::Sync;
}

} // namespace

const char* nameOf(StepKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) { return each.kind == kind; })->name;
}

Story Story::of(std::uint64_t seed)
{
    Dice dice(seed);
    Story story{.seed = seed, .laptops = {}, .steps = {}};
    // Mostly two to four laptops, so that they meet; sometimes everybody. The administrator's (7) is one of them often
    // enough for rights to change.
    const bool crowd = dice.once(20);
    const std::uint64_t many = crowd ? 8 : 2 + dice.below(3);
    while (story.laptops.size() < many) {
        const std::size_t laptop = dice.once(4) ? 7 : dice.below(8);
        if (std::find(story.laptops.begin(), story.laptops.end(), laptop) == story.laptops.end())
            story.laptops.push_back(laptop);
    }
    const std::uint64_t length = crowd ? 150 : 20 + dice.below(60);
    for (std::uint64_t i = 0; i < length; ++i) {
        const StepKind kind = thrown(dice);
        const std::uint64_t actor = dice.next();
        story.steps.push_back({kind, actor, dice.next()});
    }
    story.steps.push_back({StepKind::Quiet, 0, dice.next()});
    return story;
}

std::string Story::describe(std::size_t step) const
{
    return std::to_string(step) + " " + nameOf(steps[step].kind);
}

} // namespace satchel::simulation
