// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FaultyVfs.h"
#include "tests/simulation/Runner.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <thread>

// The simulator as a program: `./dev simulate` runs it. See tests/simulation/README.md.

using namespace satchel::simulation;

namespace {

using Number = unsigned long long;

// Says what goes wrong with a seed in few steps.
int tell(const Story& whole, bool shorten)
{
    const Verdict verdict = play(whole, !shorten);
    if (verdict.wrong.empty()) {
        std::printf("Seed %llu: all is well.\n", static_cast<Number>(whole.seed));
        return 0;
    }
    if (shorten) {
        const Story story = shortened(whole, 600);
        std::printf("Seed %llu goes wrong. In short:\n", static_cast<Number>(whole.seed));
        std::printf("  %s\n", play(story, true).wrong.c_str());
    }
    std::printf("Seed %llu, step %s: %s\nAgain: ./dev simulate --seed %llu\n", static_cast<Number>(whole.seed),
                whole.describe(verdict.step).c_str(), verdict.wrong.c_str(), static_cast<Number>(whole.seed));
    return 1;
}

int report(const Tally& tally, bool shorten)
{
    for (const std::uint64_t seed : tally.failed)
        if (shorten && seed != 0 && seed == tally.failed.front())
            tell(Story::of(seed), true);
    std::printf("%llu stories in %.1f s (%.0f a second), %zu went wrong.\n", static_cast<Number>(tally.played),
                tally.seconds, static_cast<double>(tally.played) / std::max(tally.seconds, 0.001), tally.failed.size());
    for (const std::uint64_t seed : tally.failed)
        std::printf("  ./dev simulate --seed %llu\n", static_cast<Number>(seed));
    return tally.failed.empty() ? 0 : 1;
}

// Seeds that failed once: a number a line, and why.
int replay(const std::string& file)
{
    std::ifstream list(file);
    if (!list) {
        std::fprintf(stderr, "There is no file %s.\n", file.c_str());
        return 2;
    }
    std::string line;
    int played = 0;
    int failed = 0;
    while (std::getline(list, line)) {
        if (line.empty() || line[0] == '#')
            continue;
        ++played;
        failed += tell(Story::of(std::strtoull(line.c_str(), nullptr, 10)), true);
    }
    std::printf("%d stories that once went wrong, %d do again.\n", played, failed);
    return failed == 0 ? 0 : 1;
}

// Every planted bug must be found; says how many seeds it took.
int findBugs(const std::string& only, Plan plan)
{
    int missed = 0;
    for (const auto& [bug, says] : bugs()) {
        if (!only.empty() && bug != only)
            continue;
        Plan rest = plan;
        rest.says = says;
        rest.enough = 1;
        Tally tally;
        for (;;) {
            plant(bug);
            tally = run(rest);
            plant({});
            // A story that goes wrong without the bug, too, has not found it.
            const bool proves = tally.failed.empty() || play(Story::of(tally.failed.front())).wrong.empty();
            if (proves || tally.failed.front() >= plan.from + plan.seeds)
                break;
            rest.seeds = plan.from + plan.seeds - tally.failed.front() - 1;
            rest.from = tally.failed.front() + 1;
        }
        if (tally.failed.empty()) {
            ++missed;
            std::printf("NOT FOUND in %llu seeds (%.1f s): %s\n", static_cast<Number>(tally.played), tally.seconds,
                        bug.c_str());
        } else {
            std::printf("found with seed %llu (%.1f s): %s\n", static_cast<Number>(tally.failed.front()), tally.seconds,
                        bug.c_str());
        }
        std::fflush(stdout);
    }
    return missed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app(
        "Plays stories of one server and many laptops, in which everything goes wrong that can, and checks that "
        "nothing is lost and all agree in the end.");
    Plan plan;
    std::uint64_t seed = 0;
    bool fresh = false;
    bool today = false;
    bool whole = false;
    bool planted = false;
    std::string bug;
    std::string list;
    plan.processes = std::max(1U, std::thread::hardware_concurrency());
    app.add_option("--seeds", plan.seeds, "how many stories")->capture_default_str();
    app.add_option("--from", plan.from, "the first one's seed")->capture_default_str();
    app.add_option("--budget", plan.budget, "stop after so many seconds");
    app.add_option("--jobs", plan.processes, "processes")->capture_default_str();
    app.add_option("--enough", plan.enough, "stop after so many failures")->capture_default_str();
    app.add_option("--seed", seed, "this story alone, told step by step, shortened if it goes wrong");
    app.add_flag("--whole", whole, "with --seed: not shortened");
    app.add_flag("--fresh", fresh, "stories nobody has played: --from comes of the time");
    app.add_flag("--today", today, "stories of today: --from comes of the date (UTC), the same for everybody");
    app.add_option("--list", list, "the stories of a file, a seed a line");
    app.add_flag("--planted", planted, "plants one bug after the other and looks whether it is found");
    app.add_option("--bug", bug, "plants this bug");
    CLI11_PARSE(app, argc, argv);

    vfs::install();
    if (fresh || today) {
        const auto now = static_cast<std::uint64_t>(std::time(nullptr));
        plan.from = fresh ? now * 1000 : now / 86'400 * 1'000'000;
        std::printf("Seeds from %llu.\n", static_cast<Number>(plan.from));
    }
    if (planted)
        return findBugs(bug, plan);
    plant(bug);
    if (!list.empty())
        return replay(list);
    if (seed != 0)
        return tell(Story::of(seed), !whole);
    return report(run(plan), true);
}
