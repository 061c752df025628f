// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "sync/server/demo/Company.h"
#include "sync/server/demo/Names.h"
#include "sync/server/demo/Texts.h"

#include <algorithm>
#include <array>

namespace satchel::server::demo {

namespace {

constexpr std::array leadStatuses = {Weighted{"new", 25},       Weighted{"contacted", 25},
                                     Weighted{"qualified", 15}, Weighted{"converted", 15},
                                     Weighted{"forwarded", 8},  Weighted{"disqualified", 12}};
constexpr std::array origins = {Weighted{"web", 34},      Weighted{"trade_fair", 18}, Weighted{"campaign", 14},
                                Weighted{"referral", 12}, Weighted{"phone", 10},      Weighted{"mail", 8},
                                Weighted{"other", 4}};
constexpr std::array<std::string_view, 5> refusals = {"No budget this year", "Bought from a competitor",
                                                      "Private person", "Could not be reached three times",
                                                      "Needs what we do not make"};
constexpr std::array<std::string_view, 3> forwardings = {"Forwarded to the distributor for the region",
                                                         "Small quantity: forwarded to a partner",
                                                         "Forwarded: needs installation on site"};

// Who works on a lead: inside sales where they have the place, half of the time; else whoever sells there.
std::size_t leadOwner(const Company& company, std::size_t node, Random& random)
{
    const std::size_t inside = company.userNamed("ines");
    const bool theirs = std::ranges::count(company.userNodes[inside], node) > 0;
    return theirs && random.chance(50) ? inside : company.sellerOf(node);
}

// The customer a lead became: one in the same place if a few draws find one.
std::size_t customerIn(const Company& company, std::size_t node, Random& random)
{
    std::size_t at = random.below(company.accounts.size());
    for (int tries = 0; tries < 200 && company.accounts[at].node != node; ++tries)
        at = random.below(company.accounts.size());
    return at;
}

void close(Record& row, const Company& company, const std::string& status, std::size_t node, std::int64_t age,
           Random& random)
{
    if (status == "converted") {
        const std::size_t at = customerIn(company, node, random);
        const auto people = company.contactsOf(at);
        row.set("account", company.accounts[at].id);
        row.set("contact", people[random.below(people.size())]);
    } else if (status == "disqualified") {
        row.set("reason", std::string(random.pick(refusals)));
    } else if (status == "forwarded") {
        row.set("reason", std::string(random.pick(forwardings)));
    } else {
        return;
    }
    row.set("closed_on", company.date(-random.between(0, age)));
}

// When it came and what was done since.
void follow(Record& row, const Company& company, Country country, const std::string& status, std::int64_t age,
            Random& random)
{
    row.set("respond_by", workingTime(company, country, 2 - age, random));
    row.set("score", random.between(5, 95));
    if (status == "new") {
        row.set("touches", std::int64_t{0});
        return;
    }
    row.set("touches", random.between(1, 8));
    row.set("last_contact", workingTime(company, country, -random.between(1, age), random));
}

Record lead(const Company& company, std::size_t number, LeadNote& note, Random& random)
{
    const std::size_t node = someLeaf(random);
    const Country country = nodes()[node].country;
    const Town& town = random.pick(nodes()[node].towns);
    const std::string status = weighted(leadStatuses, random);
    const std::int64_t age = status == "new" ? random.between(0, 4) : random.between(6, 300);
    const Person person = makePerson(somePeople(country, random), random);
    const CompanyName employer = makeCompany(country, town, random);
    Record row(schema::entity("lead"), idAged(company, age * day, random));
    note = {row.id, static_cast<std::uint8_t>(node), static_cast<std::uint8_t>(leadOwner(company, node, random))};
    row.set("name", person.first + " " + person.last);
    row.set("company", employer.name);
    row.set("job_title", std::string(random.pick(phrasesOf(country).titles)));
    row.set("email", person.mailName + "." + employer.mailName + std::to_string(number) + "@example.org");
    if (random.chance(75))
        row.set("phone", random.chance(50) ? landline(country, town, random) : mobile(country, random));
    row.set("origin", weighted(origins, random));
    row.set("territory", company.territories[node]);
    if (status != "new" || random.chance(60))
        row.set("owner", company.users[note.owner].id);
    row.set("status", status);
    close(row, company, status, node, age, random);
    row.set("product", company.products[random.below(company.products.size())]);
    row.set("value",
            Money{Decimal{random.between(5, 900) * 100 * Decimal::scale}, country == Country::Japan ? "USD" : "EUR"}
                .toString());
    follow(row, company, country, status, age, random);
    if (random.chance(60))
        row.set("address", addressIn(country, town, random));
    if (random.chance(20))
        row.set("tags", someTags(random));
    const Phrases& phrases = somePhrases(country, random);
    if (random.chance(50))
        row.set("notes", sentence(phrases, phrases.remarks, random));
    return row;
}

} // namespace

Status makeLeads(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Leads));
    company.leads.reserve(company.count(leadsAtOne));
    for (std::size_t at = 0; at < company.count(leadsAtOne); ++at) {
        LeadNote note;
        const Record row = lead(company, at + 1, note, random);
        company.leads.push_back(note);
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

} // namespace satchel::server::demo
