// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "sync/server/demo/Company.h"
#include "sync/server/demo/Names.h"
#include "sync/server/demo/Texts.h"

#include <array>

namespace satchel::server::demo {

namespace {

// Every so many accounts one is a head office with sites below it, so that any scale has as many groups in proportion.
constexpr std::size_t groupEvery = 80;
constexpr std::size_t largestGroup = 8;

// The first group's sites: most lie in the first salesperson's territory, where Contacts.cpp gives each enough people.
constexpr std::array<std::string_view, largestGroup> firstGroup = {"ES-CT", "ES-CT", "ES-LV",   "ES-CT",
                                                                   "ES-CT", "ES-MD", "DE-S-BY", "PL-MZ"};

constexpr std::array statuses = {Weighted{"customer", 52}, Weighted{"prospect", 30}, Weighted{"former", 8},
                                 Weighted{"partner", 5}, Weighted{"distributor", 5}};
constexpr std::array segments = {Weighted{"A", 15}, Weighted{"B", 35}, Weighted{"C", 50}};

// The group whose accounts are being made.
struct Group {
    std::size_t first = 0;
    std::size_t size = 1;
    std::uint8_t manager = AccountNote::noManager;
    CompanyName name;
};

std::size_t siteLeaf(Country country, Random& random)
{
    std::size_t leaf = someLeaf(random);
    if (random.chance(75))
        while (nodes()[leaf].country != country)
            leaf = someLeaf(random);
    return leaf;
}

std::uint8_t someManager(const Company& company, Random& random)
{
    return static_cast<std::uint8_t>(company.userNamed(random.chance(50) ? "dimitris" : "oksana"));
}

Group beginGroup(const Company& company, std::size_t at, Random& random)
{
    Group group{
        .first = at, .size = 4 + random.below(largestGroup - 3), .manager = someManager(company, random), .name = {}};
    if (at == 0) {
        group.size = largestGroup;
        group.manager = static_cast<std::uint8_t>(company.userNamed("dimitris"));
    }
    return group;
}

Status makeTeamRow(Company& company, const Id& account, std::size_t user, const char* role, Random& random)
{
    Record row(schema::entity("account_team"), idAged(company, random.between(1, 100) * day, random));
    row.set("account", account);
    row.set("user", company.users[user].id);
    row.set("role", role);
    return company.take(row);
}

Status makeTeam(Company& company, const AccountNote& note, Random& random)
{
    SATCHEL_TRY(makeTeamRow(company, note.id, note.manager, "lead", random));
    SATCHEL_TRY(makeTeamRow(company, note.id, note.owner, "member", random));
    const std::uint8_t other = someManager(company, random);
    return other == note.manager ? Status(Ok{}) : makeTeamRow(company, note.id, other, "support", random);
}

void describe(Record& row, Country country, Random& random)
{
    const Phrases& phrases = somePhrases(country, random);
    if (random.chance(30))
        row.set("next_step", sentence(phrases, phrases.todos, random));
    if (random.chance(35))
        row.set("tags", someTags(random));
    if (random.chance(40))
        row.set("notes", sentence(phrases, phrases.notes, random));
}

void locate(Record& row, const AccountNote& note, const std::string& mailName, std::size_t at, Random& random)
{
    row.set("address", addressIn(note.country(), note.place(), random));
    if (random.chance(92))
        row.set("phone", landline(note.country(), note.place(), random));
    if (random.chance(70))
        row.set("email", "info." + mailName + std::to_string(at + 1) + "@example.com");
    if (random.chance(50))
        row.set("website", "https://www.example.com/" + mailName);
    if (random.chance(60))
        row.set("vat_id", vatNumber(note.country(), random));
}

void measure(Record& row, Country country, Random& random)
{
    const std::int64_t teams = random.between(1, 30);
    const std::int64_t employees = teams * random.between(2, 40);
    const std::int64_t each = random.between(60, 240);
    row.set("employees", employees);
    row.set(
        "annual_revenue",
        Money{Decimal{employees * each * 1000 * Decimal::scale}, country == Country::Japan ? "USD" : "EUR"}.toString());
}

} // namespace

Status makeAccounts(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Accounts));
    company.accounts.reserve(company.count(accountsAtOne));
    Group group;
    for (std::size_t at = 0; at < company.count(accountsAtOne); ++at) {
        if (at % groupEvery == 0)
            group = beginGroup(company, at, random);
        const std::size_t within = at - group.first;
        const bool inGroup = within < group.size;
        const bool site = inGroup && within > 0;
        // The last site of a group stands below its first: the tree is deeper than two.
        const std::size_t parent = group.first + (within + 1 == group.size ? 1 : 0);

        AccountNote note{.id = idAged(company, random.between(30, 2000) * day, random)};
        std::size_t leaf = site ? siteLeaf(company.accounts[group.first].country(), random) : someLeaf(random);
        bool inherits = site && at >= groupEvery && random.chance(15);
        if (at < firstGroup.size())
            leaf = nodeCoded(firstGroup[at]);
        if (inherits)
            leaf = company.accounts[parent].node;
        note.node = static_cast<std::uint8_t>(leaf);
        note.town = static_cast<std::uint8_t>(random.below(nodes()[leaf].towns.size()));
        note.owner = static_cast<std::uint8_t>(company.sellerOf(leaf));
        const bool keyAccount = !inGroup && random.chance(2);
        note.manager = keyAccount ? someManager(company, random) : inGroup ? group.manager : AccountNote::noManager;

        Record row(schema::entity("account"), note.id);
        CompanyName name = site ? group.name : makeCompany(note.country(), note.place(), random);
        if (inGroup && !site)
            group.name = name;
        note.name = site ? siteName(note.country(), name.name, note.place(), random) : name.name;
        row.set("name", note.name);
        row.set("number", std::string(countryCode(note.country())) + "-" + std::to_string(10'001 + at));
        row.set("status", inGroup ? "customer" : weighted(statuses, random));
        if (site)
            row.set("parent", company.accounts[parent].id);
        if (!inherits)
            row.set("territory", company.territories[leaf]);
        row.set("owner", company.users[note.owner].id);
        row.set("national", std::int64_t{inGroup ? 1 : 0});
        row.set("industry", std::string(name.industry));
        row.set("language", std::string(languageOf(note.country())));
        row.set("segment", inGroup ? "A" : weighted(segments, random));
        locate(row, note, name.mailName, at, random);
        measure(row, note.country(), random);
        describe(row, note.country(), random);
        if (random.chance(6))
            row.set("timeline", someTimeline(company, note.country(), company.users[note.owner].id,
                                             1 + static_cast<int>(random.below(4)), random));
        SATCHEL_TRY(company.take(row));
        if (keyAccount || (inGroup && !site))
            SATCHEL_TRY(makeTeam(company, note, random));
        company.accounts.push_back(note);
    }
    return Ok{};
}

} // namespace satchel::server::demo
