// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "sync/server/demo/Company.h"

#include <array>

// What the demo company has decided: its paper, taxes, rates, who may give how much, promotions, costs, units, bundles.

namespace satchel::server::demo {

namespace {

// A small mark in the company's blue; SVG, in base64.
constexpr std::string_view logo =
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0OCA0OCI+PHJlY3Qgd2lkdGg9IjQ4IiBoZWlnaHQ9"
    "IjQ4IiByeD0iMTAiIGZpbGw9IiMxZjVmYTgiLz48cGF0aCBkPSJNMTIgMzBjNiAwIDYtMTIgMTItMTJzNiAxMiAxMiAxMiIgZmlsbD0ibm9uZSIg"
    "c3Ryb2tlPSIjZmZmIiBzdHJva2Utd2lkdGg9IjQiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIvPjwvc3ZnPg==";

Status makeCompany(Company& company, Random& random)
{
    Record row(schema::entity("company"), idAged(company, 2200 * day, random));
    row.set("name", "Wellenkamp Fluid Systems GmbH");
    row.set(
        "address",
        writeGroup({{"street", "Am Sandtorkai 44"}, {"postcode", "20457"}, {"city", "Hamburg"}, {"country", "DE"}}));
    row.set("phone", "+49 40 5550 1000");
    row.set("email", "sales@example.com");
    row.set("website", "https://www.example.com");
    row.set("vat_id", "DE555123456");
    row.set("registration", "Amtsgericht Hamburg, HRB 555123");
    row.set("bank", "Example Bank, IBAN DE02 1203 0000 0000 2020 51");
    row.set("currency", "EUR");
    row.set("country", "DE");
    row.set("time_zone", "Europe/Berlin");
    row.set("rounding", "half_away");
    row.set("price_list", company.lists[0]);
    row.set("quote_days", std::int64_t{30});
    row.set("terms", "Payable within 30 days. Delivery ex works, usually within two weeks of your order.");
    row.set("footer", "Wellenkamp Fluid Systems GmbH, Hamburg");
    row.set("logo", std::string(logo));
    return company.take(row);
}

Status makeTaxes(Company& company, Random& random)
{
    struct Tax {
        std::string_view name, country, taxClass;
        std::int64_t percent;
    };
    static constexpr std::array taxes = {Tax{"MwSt. 19 %", "DE", "standard", 19}, Tax{"MwSt. 7 %", "DE", "reduced", 7},
                                         Tax{"IVA 21 %", "ES", "standard", 21},   Tax{"IVA 10 %", "ES", "reduced", 10},
                                         Tax{"VAT 23 %", "PL", "standard", 23},   Tax{"VAT 8 %", "PL", "reduced", 8}};
    for (const Tax& tax : taxes) {
        Record row(schema::entity("tax_rate"), idAged(company, 2100 * day, random));
        row.set("name", std::string(tax.name));
        row.set("country", std::string(tax.country));
        row.set("tax_class", std::string(tax.taxClass));
        row.set("percent", tax.percent * whole);
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

Status makeRates(Company& company, Random& random)
{
    struct Rate {
        std::string_view to;
        std::int64_t units; ///< ten-thousandths for one euro
    };
    static constexpr std::array rates = {Rate{"USD", 10'850}, Rate{"PLN", 42'500}, Rate{"JPY", 1'620'000}};
    for (const Rate& rate : rates)
        for (int month = 11; month >= 0; --month) {
            Record row(schema::entity("exchange_rate"), idAged(company, month * 30 * day, random));
            row.set("from_currency", "EUR");
            row.set("to_currency", std::string(rate.to));
            row.set("date", company.date(-month * 30));
            row.set("from_amount", whole);
            row.set("to_amount", rate.units * random.between(985, 1015) / 1000);
            SATCHEL_TRY(company.take(row));
        }
    return Ok{};
}

// Some may give on everything, more on what is left over.
Status makeAuthorities(Company& company, Random& random)
{
    struct Authority {
        Role role;
        std::string_view family;
        std::int64_t percent;
    };
    static constexpr std::array authorities = {
        Authority{Role::Salesperson, "", 10}, Authority{Role::Salesperson, "Compressors", 5},
        Authority{Role::AccountManager, "", 18}, Authority{Role::SalesManager, "", 35}};
    for (const Authority& authority : authorities) {
        Record row(schema::entity("discount_authority"), idAged(company, 900 * day, random));
        row.set("role", std::string(roleName(authority.role)));
        if (!authority.family.empty())
            row.set("family", std::string(authority.family));
        row.set("percent", authority.percent * whole);
        SATCHEL_TRY(company.take(row));
    }
    Record row(schema::entity("deputy"), idAged(company, 20 * day, random));
    row.set("user", company.users[company.userNamed("marta")].id);
    row.set("deputy", company.users[company.userNamed("henrik")].id);
    row.set("valid_from", company.date(-5));
    row.set("valid_to", company.date(20));
    return company.take(row);
}

Record promotion(Company& company, std::string_view name, std::string_view code, const char* kind, Random& random)
{
    Record row(schema::entity("promotion"), idAged(company, 60 * day, random));
    row.set("name", std::string(name));
    row.set("code", std::string(code));
    row.set("kind", kind);
    row.set("priority", std::int64_t{100});
    row.set("active", std::int64_t{1});
    row.set("valid_from", company.date(-40));
    row.set("valid_to", company.date(50));
    row.set("campaign", "Autumn service weeks");
    return row;
}

// On what wears out; the two on seals are there for the coordinator's check to find.
Status makePromotions(Company& company, Random& random)
{
    Record seals = promotion(company, "Seal weeks", "SEAL5", "percent", random);
    seals.set("families", writeList({"Seals"}));
    seals.set("percent", 5 * whole);
    SATCHEL_TRY(company.take(seals));
    Record best = promotion(company, "Best customers' seals", "SEALA", "percent", random);
    best.set("families", writeList({"Seals"}));
    best.set("segments", writeList({"A"}));
    best.set("percent", 8 * whole);
    best.set("exclusive", std::int64_t{1});
    SATCHEL_TRY(company.take(best));
    Record couplings = promotion(company, "Twelve for ten", "COUP12", "buy_get", random);
    couplings.set("families", writeList({"Couplings"}));
    couplings.set("buy", 10 * whole);
    couplings.set("free", 2 * whole);
    couplings.set("repeats", std::int64_t{1});
    SATCHEL_TRY(company.take(couplings));
    Record filters = promotion(company, "A service kit on top", "KIT", "free_item", random);
    filters.set("families", writeList({"Filters"}));
    filters.set("min_amount", "500.00 EUR");
    filters.set("free", whole);
    filters.set("free_product", company.products[14 * 60]);
    return company.take(filters);
}

Status makeCosts(Company& company, Random& random)
{
    for (std::size_t at = 0; at < company.products.size(); ++at) {
        const Money cost = costOf(at);
        Record row(schema::entity("product_cost"), idAged(company, random.between(30, 300) * day, random));
        row.set("product", company.products[at]);
        row.set("cost", cost.toString());
        row.set("floor_price", Money{Decimal{cost.amount.units / 100 * 115}, cost.currency}.toString());
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

Status makeUnits(Company& company, Random& random)
{
    for (std::size_t at = 0; at < productsAtOne; ++at) {
        const bool seals = familyOf(at) == "Seals";
        if (!seals && familyOf(at) != "Hoses")
            continue;
        Record row(schema::entity("product_unit"), idAged(company, 600 * day, random));
        row.set("product", company.products[at]);
        row.set("name", seals ? "box" : "roll");
        row.set("factor", (seals ? 100 : 50) * whole);
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

Status makePart(Company& company, const Id& bundle, std::size_t product, const Id& group, const char* kind,
                const char* priced, int position, Random& random)
{
    Record row(schema::entity("bundle_part"), idAged(company, 500 * day, random));
    row.set("bundle", bundle);
    row.set("product", company.products[product]);
    if (!group.isNull())
        row.set("option_group", group);
    row.set("quantity", whole);
    row.set("kind", kind);
    row.set("priced", priced);
    row.set("position", std::string(1, static_cast<char>('A' + position)));
    return company.take(row);
}

// A booster set: pump, controller and two valves in the price; one of two sensors, and a service kit if wanted.
Status makeBundles(Company& company, Random& random)
{
    for (std::size_t at = 0; at < productsAtOne; ++at) {
        if (!isBundle(at))
            continue;
        const Id& bundle = company.products[at];
        Record sensors(schema::entity("option_group"), idAged(company, 500 * day, random));
        sensors.set("bundle", bundle);
        sensors.set("name", "Sensor");
        sensors.set("least", std::int64_t{1});
        sensors.set("most", std::int64_t{1});
        sensors.set("position", "A");
        SATCHEL_TRY(company.take(sensors));
        SATCHEL_TRY(makePart(company, bundle, 8 * 60 + 3, {}, "fixed", "included", 0, random));
        SATCHEL_TRY(makePart(company, bundle, 2 * 60 + 9, {}, "fixed", "included", 1, random));
        SATCHEL_TRY(makePart(company, bundle, 5 * 60 + 4, sensors.id, "standard", "included", 2, random));
        SATCHEL_TRY(makePart(company, bundle, 6 * 60 + 9, sensors.id, "option", "own", 3, random));
        SATCHEL_TRY(makePart(company, bundle, 14 * 60 + 5, {}, "option", "own", 4, random));
    }
    return Ok{};
}

} // namespace

std::int64_t taxPercentIn(Country country)
{
    static constexpr std::array<std::int64_t, 4> percents = {19, 23, 21, 0};
    return percents[static_cast<std::size_t>(country)];
}

Status makeTerms(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Terms));
    for (auto* make :
         {makeCompany, makeTaxes, makeRates, makeAuthorities, makePromotions, makeCosts, makeUnits, makeBundles})
        SATCHEL_TRY(make(company, random));
    return Ok{};
}

} // namespace satchel::server::demo
