// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "sync/server/demo/Company.h"
#include "sync/server/demo/Names.h"
#include "sync/server/demo/Texts.h"

#include <array>

namespace satchel::server::demo {

namespace {

constexpr std::array decisionRoles = {Weighted{"decision_maker", 22}, Weighted{"evaluator", 22},
                                      Weighted{"influencer", 20}, Weighted{"user", 30}, Weighted{"blocker", 6}};
constexpr std::array channels = {Weighted{"email", 45}, Weighted{"phone", 25}, Weighted{"mobile", 18},
                                 Weighted{"visit", 9}, Weighted{"post", 3}};
constexpr std::array consents = {Weighted{"opted_in", 48}, Weighted{"unknown", 40}, Weighted{"opted_out", 12}};

// Positions in Phrases::departments for those in Phrases::titles.
constexpr std::array<std::size_t, 8> departmentOfTitle = {0, 1, 2, 3, 4, 0, 2, 5};

// The first accounts are the first salesperson's sites of a national account: five times eight people that she and the
// account manager both see, whatever chance does with the rest.
constexpr std::size_t sharedSites = 5;
constexpr std::uint32_t peopleAtSharedSite = 8;

// How many contacts each account has; together exactly as many as asked for.
std::vector<std::uint32_t> contactCounts(const Company& company, Random& random)
{
    std::vector<std::uint32_t> counts(company.accounts.size(), 2);
    std::size_t left = company.count(contactsAtOne) - 2 * counts.size();
    for (std::size_t at = 0; at < sharedSites; ++at) {
        left -= peopleAtSharedSite - counts[at];
        counts[at] = peopleAtSharedSite;
    }
    for (; left > 0; --left)
        ++counts[random.below(counts.size())];
    return counts;
}

std::string mailAddress(const Person& person, std::size_t number, Random& random)
{
    return person.mailName + std::to_string(number) + (random.chance(70) ? "@example.com" : "@example.org");
}

void reach(Record& row, const AccountNote& account, const Person& person, std::size_t number, Random& random)
{
    const Country country = account.country();
    if (random.chance(80))
        row.set("phone", landline(country, account.place(), random));
    if (random.chance(60))
        row.set("mobile", mobile(country, random));
    if (random.chance(8))
        row.set("more_phones", writeList({landline(country, account.place(), random)}));
    row.set("email", mailAddress(person, number, random));
    if (random.chance(4))
        row.set("more_emails", writeList({"office." + mailAddress(person, number, random)}));
    row.set("preferred_channel", weighted(channels, random));
    row.set("consent", weighted(consents, random));
    if (random.chance(8))
        row.set("address", addressIn(country, account.place(), random));
}

void remember(Record& row, const Company& company, const AccountNote& account, Random& random)
{
    const Phrases& phrases = somePhrases(account.country(), random);
    if (random.chance(15)) // birthdays 22 to 64 years ago
        row.set("birthday", company.date(-random.between(22 * 365, 64 * 365)));
    if (random.chance(20))
        row.set("tags", someTags(random));
    if (random.chance(30))
        row.set("notes", sentence(phrases, phrases.notes, random));
    if (random.chance(2))
        row.set("timeline", someTimeline(company, account.country(), company.users[account.owner].id, 2, random));
}

Record contact(const Company& company, const AccountNote& account, std::size_t number, Random& random)
{
    const Country country = account.country();
    const Phrases& phrases = phrasesOf(country);
    const Person person = makePerson(somePeople(country, random), random);
    Record row(schema::entity("contact"), idAged(company, random.between(1, 1500) * day, random));
    row.set("first_name", person.first);
    row.set("last_name", person.last);
    row.set("account", account.id);
    row.set("owner", company.users[account.owner].id);
    row.set("salutation", std::string(person.woman ? phrases.madam : phrases.sir));
    const std::size_t title = random.below(departmentOfTitle.size());
    row.set("job_title", std::string(phrases.titles[title]));
    row.set("department", std::string(phrases.departments[departmentOfTitle[title]]));
    if (random.chance(80))
        row.set("decision_role", weighted(decisionRoles, random));
    row.set("language", std::string(languageOf(country)));
    reach(row, account, person, number, random);
    remember(row, company, account, random);
    return row;
}

} // namespace

Status makeContacts(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Contacts));
    const std::vector<std::uint32_t> counts = contactCounts(company, random);
    company.contacts.reserve(company.count(contactsAtOne));
    for (std::size_t at = 0; at < counts.size(); ++at) {
        company.accounts[at].firstContact = static_cast<std::uint32_t>(company.contacts.size());
        for (std::uint32_t i = 0; i < counts[at]; ++i) {
            const Record row = contact(company, company.accounts[at], company.contacts.size() + 1, random);
            company.contacts.push_back(row.id);
            SATCHEL_TRY(company.take(row));
        }
    }
    return Ok{};
}

} // namespace satchel::server::demo
