// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Demo.h"

#include "core/schema/Composite.h"
#include "sync/server/demo/Company.h"
#include "sync/server/demo/Texts.h"

#include <algorithm>
#include <array>

namespace satchel::server {

namespace demo {

std::span<const Id> Company::contactsOf(std::size_t account) const
{
    const std::size_t first = accounts[account].firstContact;
    const std::size_t end = account + 1 < accounts.size() ? accounts[account + 1].firstContact : contacts.size();
    return std::span(contacts).subspan(first, end - first);
}

std::size_t Company::userNamed(std::string_view login) const
{
    std::size_t at = 0;
    while (at + 1 < users.size() && users[at].login != login)
        ++at;
    return at;
}

std::size_t Company::sellerOf(std::size_t node) const
{
    // Up the tree: the salesperson of the node itself, else the first sales manager above it.
    for (std::size_t user = 0; user < users.size(); ++user)
        if (users[user].role == Role::Salesperson && std::ranges::count(userNodes[user], node) > 0)
            return user;
    for (std::size_t above = node; above != nodes()[above].parent; above = nodes()[above].parent)
        for (std::size_t user = 0; user < users.size(); ++user)
            if (users[user].role == Role::SalesManager && std::ranges::count(userNodes[user], above) > 0)
                return user;
    return 0;
}

Id idAged(const Company& company, Milliseconds age, Random& random)
{
    const auto bytes = random.tenBytes();
    const Milliseconds within = random.between(0, day - 1);
    return Id::make(company.midnight - age - within, std::string_view(bytes.data(), bytes.size()));
}

std::size_t someLeaf(Random& random)
{
    std::uint64_t drawn = random.below(1000);
    for (std::size_t node = 0; node < nodes().size(); ++node) {
        if (drawn < nodes()[node].weight)
            return node;
        drawn -= nodes()[node].weight;
    }
    return nodes().size() - 1;
}

std::string addressIn(Country country, const Town& town, Random& random)
{
    GroupMembers members;
    members.emplace_back("street", street(country, random));
    members.emplace_back("postcode", postcode(country, town, random));
    members.emplace_back("city", town.name);
    members.emplace_back("region", town.region);
    members.emplace_back("country", countryCode(country));
    return writeGroup(members);
}

std::string someTags(Random& random)
{
    static constexpr std::array<std::string_view, 9> tags = {"key customer", "service contract", "trade fair",
                                                             "newsletter",   "price sensitive",  "reference",
                                                             "new plant",    "export",           "visit every quarter"};
    const std::size_t first = random.below(tags.size());
    const std::size_t count = 1 + random.below(3);
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.emplace_back(tags[(first + i * 2) % tags.size()]);
    return writeList(chosen);
}

std::string weighted(std::span<const Weighted> words, Random& random)
{
    std::uint64_t drawn = random.below(100);
    for (const Weighted& word : words) {
        if (drawn < word.percent)
            return std::string(word.word);
        drawn -= word.percent;
    }
    return std::string(words.back().word);
}

std::string someTimeline(const Company& company, Country country, const Id& author, int count, Random& random)
{
    std::vector<TimelineEntry> entries;
    for (int i = 0; i < count; ++i) {
        TimelineEntry entry;
        entry.at = workingTime(company, country, -random.between(1, 500), random);
        entry.id = idAged(company, company.midnight - entry.at, random).toString();
        entry.by = author.toString();
        const Phrases& phrases = somePhrases(country, random);
        entry.text = sentence(phrases, phrases.remarks, random);
        entries.push_back(std::move(entry));
    }
    return writeTimeline(std::move(entries));
}

Milliseconds workingTime(const Company& company, Country country, std::int64_t days, Random& random)
{
    const std::int64_t weekday = (company.midnight / day + days + 3) % 7; // 1970-01-01 was a Thursday; 0 is Monday
    if (days != 0 && weekday >= 5)
        days += days < 0 ? 4 - weekday : 7 - weekday;
    const Milliseconds local = 8 * hour + random.between(0, 36) * 15 * minute;
    return company.midnight + days * day + local - hoursAhead(country) * hour;
}

} // namespace demo

Result<std::vector<DemoUser>> demoCompany(const DemoOptions& options, const std::function<Status(const Record&)>& take)
{
    constexpr Milliseconds yearTwoThousand = 946'684'800'000;
    if (options.scale < 1 || options.scale > 1000)
        return invalid("The scale of the demo company is a number from 1 to 1000.");
    if (options.today < yearTwoThousand)
        return invalid("The demo company needs a day after the year 2000 to lie around.");
    demo::Company company{.options = options, .take = take};
    company.midnight = options.today / demo::day * demo::day;
    for (auto* make : {demo::makeStaff, demo::makeCatalogue, demo::makeAccounts, demo::makeContacts, demo::makeLeads,
                       demo::makeActivities, demo::makeTasks, demo::makeTerms, demo::makeQuotes})
        SATCHEL_TRY(make(company));
    return std::move(company.users);
}

} // namespace satchel::server
