// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Company.h"
#include "sync/server/demo/Texts.h"

#include <algorithm>
#include <array>

namespace satchel::server::demo {

namespace {

constexpr std::array doneKinds = {Weighted{"call", 38}, Weighted{"mail", 22}, Weighted{"visit", 22},
                                  Weighted{"meeting", 10}, Weighted{"note", 8}};
constexpr std::array plannedKinds = {Weighted{"visit", 60}, Weighted{"call", 22}, Weighted{"meeting", 18}};
constexpr std::array priorities = {Weighted{"normal", 65}, Weighted{"high", 20}, Weighted{"low", 15}};

// The first few are the first salesperson's own and lie today, so that a demo never opens on an empty day.
constexpr std::array<std::int64_t, 3> hoursOfVisits = {9, 12, 15};
constexpr std::size_t todosByHand = 6;
constexpr std::array<std::int64_t, todosByHand> daysByHand = {-3, -1, 0, 0, 2, 5};
constexpr std::size_t firstAccounts = 5; // hers, see Accounts.cpp

// What an activity or a to-do is about.
struct Matter {
    Country country = Country::Germany;
    std::size_t owner = 0;
};

// Sets account and contact, or lead.
Matter about(Record& row, const Company& company, bool first, unsigned leadPercent, Random& random)
{
    if (!first && random.chance(leadPercent)) {
        const LeadNote& lead = company.leads[random.below(company.leads.size())];
        row.set("lead", lead.id);
        return {nodes()[lead.node].country, lead.owner};
    }
    const std::size_t at = random.below(first ? firstAccounts : company.accounts.size());
    const AccountNote& account = company.accounts[at];
    row.set("account", account.id);
    if (random.chance(85)) {
        const auto people = company.contactsOf(at);
        row.set("contact", people[random.below(people.size())]);
    }
    const bool managed = !first && account.manager != AccountNote::noManager && random.chance(30);
    return {account.country(), managed ? account.manager : account.owner};
}

std::span<const std::string_view> subjects(const Phrases& phrases, std::string_view kind)
{
    return kind == "call"      ? phrases.calls
           : kind == "mail"    ? phrases.mails
           : kind == "visit"   ? phrases.visits
           : kind == "meeting" ? phrases.meetings
                               : phrases.remarks;
}

Milliseconds duration(std::string_view kind, Random& random)
{
    if (kind == "visit" || kind == "meeting")
        return random.between(2, 8) * 15 * minute;
    return random.between(1, 6) * 5 * minute;
}

Record activity(const Company& company, std::size_t at, Random& random)
{
    const bool first = at < hoursOfVisits.size();
    const bool planned = first || random.below(1000) < 15;
    Record row(schema::entity("activity"));
    const Matter matter = about(row, company, first, 5, random);
    std::int64_t days = first ? 0 : random.between(0, 13);
    if (!planned) { // more of them lately than long ago
        const std::int64_t one = random.between(1, 730);
        const std::int64_t other = random.between(1, 730);
        days = -std::min(one, other);
    }
    const std::string kind = first ? "visit" : planned ? weighted(plannedKinds, random) : weighted(doneKinds, random);
    Milliseconds starts = workingTime(company, matter.country, days, random);
    if (first) // one after the other, not all at once
        starts = company.midnight + hoursOfVisits[at] * hour - hoursAhead(matter.country) * hour;
    row.id = idAged(company, planned ? random.between(1, 20) * day : -days * day, random);
    const Phrases& phrases = somePhrases(matter.country, random);
    row.set("kind", kind);
    row.set("status", planned ? "planned" : "done");
    row.set("subject", sentence(phrases, subjects(phrases, kind), random));
    row.set("owner", company.users[matter.owner].id);
    row.set("starts", starts);
    if (kind != "note" && kind != "mail")
        row.set("ends", starts + duration(kind, random));
    if (!planned && kind != "note" && random.chance(45))
        row.set("outcome",
                std::string(phrases.outcomes[random.below(phrases.outcomes.size() - (kind == "call" ? 0 : 1))]));
    if (random.chance(30))
        row.set("notes", sentence(phrases, phrases.remarks, random));
    return row;
}

// When a to-do is due: a few are late, some today and this week, some later, most were done long ago.
struct Due {
    std::int64_t days = 0;
    bool done = false;
};
Due someDue(Random& random)
{
    const std::uint64_t drawn = random.below(100);
    if (drawn < 6)
        return {-random.between(1, 14), false};
    if (drawn < 11)
        return {0, false};
    if (drawn < 25)
        return {random.between(1, 7), false};
    if (drawn < 45)
        return {random.between(8, 60), false};
    return {-random.between(1, 400), true};
}

Record task(const Company& company, std::size_t at, Random& random)
{
    const bool first = at < todosByHand;
    Record row(schema::entity("task"), idAged(company, random.between(1, 30) * day, random));
    const Matter matter = about(row, company, first, 8, random);
    Due due = someDue(random);
    if (first)
        due = {daysByHand[at], false};
    if (due.done)
        row.id = idAged(company, -due.days * day + 15 * day, random);
    const Phrases& phrases = somePhrases(matter.country, random);
    row.set("title", sentence(phrases, phrases.todos, random));
    row.set("due", company.date(due.days));
    row.set("priority", weighted(priorities, random));
    row.set("done", std::int64_t{due.done ? 1 : 0});
    if (due.done)
        row.set("done_on", company.date(due.days - random.between(0, 5)));
    // Always somebody who sees what the to-do is about.
    row.set("assignee", company.users[matter.owner].id);
    if (random.chance(20))
        row.set("notes", sentence(phrases, phrases.remarks, random));
    return row;
}

} // namespace

Status makeActivities(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Activities));
    for (std::size_t at = 0; at < company.count(activitiesAtOne); ++at)
        SATCHEL_TRY(company.take(activity(company, at, random)));
    return Ok{};
}

Status makeTasks(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Tasks));
    for (std::size_t at = 0; at < company.count(tasksAtOne); ++at)
        SATCHEL_TRY(company.take(task(company, at, random)));
    return Ok{};
}

} // namespace satchel::server::demo
