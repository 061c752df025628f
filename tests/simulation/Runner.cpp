// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Runner.h"

#include "core/base/Planted.h"
#include "tests/simulation/World.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

namespace satchel::simulation {

namespace {

std::string present; // the bug that is there

bool isThere(std::string_view name)
{
    return name == present;
}

using Time = std::chrono::steady_clock;

double since(Time::time_point start)
{
    return std::chrono::duration<double>(Time::now() - start).count();
}

// What is wrong, without saying with which machine, number or record, so that a shorter story goes wrong in the same
// way.
std::string sortOf(const std::string& wrong)
{
    std::string sort;
    for (std::size_t i = 0; i < wrong.size();) {
        std::size_t end = wrong.find(' ', i);
        end = end == std::string::npos ? wrong.size() : end + 1;
        if (wrong.find_first_of("0123456789\"", i) >= end)
            sort += wrong.substr(i, end - i);
        i = end;
    }
    return sort;
}

// What a child process says of one failure, and of itself at the end.
struct Message {
    std::uint64_t seed = 0; ///< 0: it has ended
    std::uint64_t played = 0;
};

bool counts(const Plan& plan, const std::string& wrong)
{
    return plan.says.empty() || std::any_of(plan.says.begin(), plan.says.end(), [&](const std::string& each) {
               return wrong.find(each) != std::string::npos;
           });
}

void playShare(const Plan& plan, unsigned share, int pipe)
{
    const auto start = Time::now();
    Message end;
    for (std::uint64_t i = share; i < plan.seeds; i += plan.processes) {
        if (plan.budget > 0 && since(start) > plan.budget)
            break;
        const std::uint64_t seed = plan.from + i;
        const Story story = Story::of(seed);
        Verdict verdict = play(story);
        ++end.played;
        if (verdict.wrong.empty() && seed % 100 == 0 && play(story).hash != verdict.hash)
            verdict.wrong = "the same seed does not tell the same story";
        if (verdict.wrong.empty() || !counts(plan, verdict.wrong))
            continue;
        std::printf("seed %llu: %s (step %s)\n", static_cast<unsigned long long>(seed), verdict.wrong.c_str(),
                    story.describe(verdict.step).c_str());
        std::fflush(stdout);
        const Message failure{seed, 0};
        (void)!::write(pipe, &failure, sizeof failure);
    }
    (void)!::write(pipe, &end, sizeof end);
}

} // namespace

Verdict play(const Story& story, bool tells)
{
    World world(story);
    world.tells = tells;
    Verdict verdict;
    verdict.wrong = world.play();
    verdict.step = std::min(world.step(), story.steps.empty() ? 0 : story.steps.size() - 1);
    verdict.hash = world.hash();
    return verdict;
}

Story shortened(const Story& story, int tries)
{
    Story best = story;
    const std::string sort = sortOf(play(story).wrong);
    const auto fails = [&](const Story& candidate) {
        if (tries <= 0 || candidate.steps.empty() || candidate.laptops.empty())
            return false;
        --tries;
        const Verdict verdict = play(candidate);
        if (verdict.wrong.empty() || sortOf(verdict.wrong) != sort)
            return false;
        best = candidate;
        best.steps.resize(verdict.step + 1); // what came after it does not matter
        return true;
    };
    (void)fails(story);
    // Ever smaller pieces are left out, as long as it still goes wrong.
    for (std::size_t piece = std::max<std::size_t>(1, best.steps.size() / 2); piece > 0 && tries > 0; piece /= 2)
        for (std::size_t at = 0; at < best.steps.size() && tries > 0;) {
            Story candidate = best;
            const auto first = candidate.steps.begin() + static_cast<std::ptrdiff_t>(at);
            const std::size_t many = std::min(piece, best.steps.size() - at);
            candidate.steps.erase(first, first + static_cast<std::ptrdiff_t>(many));
            if (!fails(candidate))
                at += piece;
        }
    return best;
}

const std::vector<Bug>& bugs()
{
    static const std::vector<Bug> all = {
        {"lost ack", {"has no outcome", "without an answer"}},
        {"double apply", {"touches", "twice"}},
        {"cursor past a gap", {"differs from the server", "lacks"}},
        {"cursor past a page", {"differs from the server", "lacks"}},
        {"LEAVE treated as DELETE", {"differs from the server", "lacks"}},
        {"rebase skipped", {"sees something else", "than the server"}},
        {"own change applied over a base that contains it", {"touches"}},
        {"x to y to x taken for no change", {"the segment of account", "the department of contact"}},
        {"digest over the overlay", {"checksums", "digests"}},
        {"half-merged group", {"half of a group"}},
        {"a clock used for order", {"should be", "nobody deleted"}},
        {"an outbox at synchronous=NORMAL", {"it is lost", "was saved and is not there"}},
        {"a total not recomputed", {"does not add up"}},
        {"a line tripled", {"a line twice"}},
        {"half a price list visible", {"half a price list"}},
        {"a fact recomputed", {"what was handed over"}},
        {"a range leased twice", {"has leased"}}};
    return all;
}

void plant(const std::string& bug)
{
    present = bug;
    plantBugs(bug.empty() ? nullptr : isThere);
}

Tally run(const Plan& plan)
{
    const auto start = Time::now();
    (void)Company::get(); // once, before the processes part
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    std::vector<pid_t> children;
    std::fflush(stdout);
    for (unsigned share = 0; share < plan.processes; ++share) {
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            playShare(plan, share, ends[1]);
            std::fflush(stdout);
            ::_exit(0);
        }
        children.push_back(child);
    }
    ::close(ends[1]);
    Tally tally;
    Message message;
    std::size_t ended = 0;
    while (::read(ends[0], &message, sizeof message) == static_cast<ssize_t>(sizeof message)) {
        tally.played += message.played;
        if (message.seed == 0)
            ++ended;
        else
            tally.failed.push_back(message.seed);
        if (tally.failed.size() >= plan.enough)
            break;
    }
    ::close(ends[0]);
    for (const pid_t child : children) {
        if (tally.failed.size() >= plan.enough)
            ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status) && WTERMSIG(status) != SIGKILL)
            std::printf("A process of the simulation was ended by signal %d.\n", WTERMSIG(status));
    }
    std::sort(tally.failed.begin(), tally.failed.end());
    if (tally.failed.empty() && ended < plan.processes)
        tally.failed.push_back(0); // one crashed
    tally.seconds = since(start);
    return tally;
}

} // namespace satchel::simulation
