// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Numbers.h"

#include "sync/server/Ledger.h"
#include "tests/support/world/Must.h"

#include <algorithm>

namespace satchel::simulation {

using test::must;

std::vector<Numbers::Ranges::iterator> Numbers::meeting(const std::string& series, std::int64_t first,
                                                        std::int64_t last)
{
    std::vector<Ranges::iterator> found;
    for (auto each = m_ranges.begin(); each != m_ranges.end(); ++each)
        if (each->first.first == series && each->first.second <= last && first <= each->second.last)
            found.push_back(each);
    return found;
}

std::string Numbers::catchUp(server::Database& database)
{
    const Id history = must(server::readClock(database)).history;
    for (const server::Row& row :
         must(database.query("SELECT series, first, last, incarnation, machine FROM lease ORDER BY series, first"))) {
        const std::string series = server::textOf(row[0]);
        const std::int64_t first = server::integerOf(row[1]);
        Range range{.last = server::integerOf(row[2]),
                    .incarnation = server::idOf(row[3]),
                    .machine = server::bytesOf(row[4]),
                    .history = history};
        bool known = false;
        for (const auto& other : meeting(series, first, range.last)) {
            const Range& before = other->second;
            if (!before.forgotten && other->first.second == first && before.last == range.last &&
                before.incarnation == range.incarnation && !known) {
                known = true;
            } else if (before.forgotten) {
                range.again = other->second.again = true;
            } else if (!before.again) {
                return "the server has leased " + series + " number " + std::to_string(first) + " twice";
            }
        }
        if (!known)
            m_ranges.emplace(std::pair(series, first), range);
    }
    return {};
}

void Numbers::wentBack(server::Database& database, bool declared)
{
    std::set<std::pair<std::string, std::int64_t>> there;
    for (const server::Row& row : must(database.query("SELECT series, first FROM lease")))
        there.emplace(server::textOf(row[0]), server::integerOf(row[1]));
    for (auto& [key, range] : m_ranges)
        range.forgotten = range.forgotten || (!declared && !there.contains(key));
}

std::string Numbers::printed(const std::string& laptop, const std::string& series, std::int64_t number,
                             const ReplicaIdentity& identity, const Bytes& machine)
{
    const auto ranges = meeting(series, number, number);
    const auto mine = std::find_if(ranges.begin(), ranges.end(), [&](const auto& range) {
        return range->second.incarnation == identity.incarnation && range->second.machine == machine &&
               range->second.history == identity.history;
    });
    const std::string what = laptop + " puts " + series + " number " + std::to_string(number) + " on paper";
    if (mine == ranges.end())
        return what + ", which was not leased to it";
    const auto [other, isNew] = m_printed.emplace(std::pair(series, number), laptop);
    return isNew || (*mine)->second.again ? std::string() : what + ", which " + other->second + " has given out";
}

} // namespace satchel::simulation
