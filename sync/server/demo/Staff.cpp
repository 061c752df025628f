// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "sync/server/demo/Company.h"

#include <array>

namespace satchel::server::demo {

namespace {

struct Colleague {
    std::string_view login;
    std::string_view name;
    Role role;
    Country country;
    std::array<std::string_view, 6> nodes = {};
};

// The first is who the desktop of the demo signs in as; an account manager's customers reach into her territory.
constexpr std::array colleagues = {
    Colleague{"ana", "Ana Ferrer Soler", Role::Salesperson, Country::Spain, {"ES-CT", "ES-LV"}},
    Colleague{"jonas", "Jonas Köhler", Role::Salesperson, Country::Germany, {"DE-S-BY", "DE-S-BW"}},
    Colleague{"katrin", "Katrin Petersen", Role::Salesperson, Country::Germany, {"DE-N", "DE-W"}},
    Colleague{"zofia", "Zofia Wróblewska", Role::Salesperson, Country::Poland, {"PL-MZ", "PL-LD"}},
    Colleague{"kenji", "森 健司", Role::Salesperson, Country::Japan, {"JP-KT", "JP-KS"}},
    Colleague{"ines",
              "Inés Quintana",
              Role::InsideSales,
              Country::Spain,
              {"ES-CT", "ES-LV", "ES-MD", "ES-AN", "DE-S-BY", "DE-S-BW"}},
    Colleague{"dimitris", "Δημήτρης Παπαδάκης", Role::AccountManager, Country::Spain},
    Colleague{"oksana", "Оксана Шевчук", Role::AccountManager, Country::Poland},
    Colleague{"marta", "Marta Iglesias Pardo", Role::SalesManager, Country::Spain, {"ES", "PL"}},
    Colleague{"henrik", "Henrik Vogelsang", Role::SalesManager, Country::Germany, {"DE", "JP"}},
    Colleague{"noa", "נועה כרמי", Role::Marketing, Country::Germany},
    Colleague{"admin", "Samira Haddad", Role::Administrator, Country::Germany},
};

Status makeTerritories(Company& company, Random& random)
{
    for (std::size_t at = 0; at < nodes().size(); ++at) {
        const Node& node = nodes()[at];
        Record row(schema::entity("territory"), idAged(company, 2200 * day, random));
        company.territories.push_back(row.id);
        row.set("name", std::string(node.name));
        row.set("code", std::string(node.code));
        if (node.parent != at)
            row.set("parent", company.territories[node.parent]);
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

Status makeUser(Company& company, const Colleague& colleague, Random& random)
{
    Record row(schema::entity("user"), idAged(company, 2100 * day, random));
    DemoUser user{.id = row.id,
                  .login = std::string(colleague.login),
                  .role = colleague.role,
                  .territory = {},
                  .name = std::string(colleague.name)};
    std::vector<std::size_t> positions;
    std::vector<std::string> ids;
    for (const std::string_view code : colleague.nodes) {
        if (code.empty())
            break;
        positions.push_back(nodeCoded(code));
        ids.push_back(company.territories[positions.back()].toString());
    }
    if (!positions.empty())
        user.territory = nodes()[positions.front()].name;
    row.set("login", user.login);
    row.set("name", user.name);
    row.set("role", std::string(roleName(user.role)));
    if (!ids.empty())
        row.set("territories", writeList(ids));
    row.set("email", user.login + "@example.com");
    row.set("phone", mobile(colleague.country, random));
    row.set("active", std::int64_t{1});
    company.users.push_back(std::move(user));
    company.userNodes.push_back(std::move(positions));
    return company.take(row);
}

} // namespace

Status makeStaff(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Staff));
    SATCHEL_TRY(makeTerritories(company, random));
    for (const Colleague& colleague : colleagues)
        SATCHEL_TRY(makeUser(company, colleague, random));
    return Ok{};
}

} // namespace satchel::server::demo
