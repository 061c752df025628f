// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "sync/server/demo/Company.h"

#include <array>
#include <charconv>

namespace satchel::server::demo {

namespace {

struct Family {
    std::string_view name;
    std::string_view singular;
    std::string_view code;
    std::string_view sizeName; ///< what its sizes are called
    std::int64_t cents;        ///< price of the smallest in the plainest make
    std::string_view use;
};

// In the order of Phrases::families.
constexpr std::array families = {
    Family{"Circulation pumps", "Circulation pump", "CP", "DN", 18900, "heating and chilled water up to 110 °C"},
    Family{"Booster pumps", "Booster pump", "BP", "DN", 64000, "constant pressure in tall buildings"},
    Family{"Ball valves", "Ball valve", "BV", "DN", 1450, "shutting off water, oil and compressed air"},
    Family{"Control valves", "Control valve", "CV", "DN", 9800, "exact flow in heating and process circuits"},
    Family{"Heat exchangers", "Heat exchanger", "HX", "size", 22500,
           "liquids on both sides, cleaned without dismantling"},
    Family{"Pressure sensors", "Pressure sensor", "PS", "bar", 7200, "4-20 mA, threads in all usual sizes"},
    Family{"Flow meters", "Flow meter", "FM", "DN", 31500, "water and mild acids, no moving parts"},
    Family{"Filters", "Filter", "FI", "DN", 3900, "rinsed without interrupting the flow"},
    Family{"Controllers", "Controller", "CT", "channels", 27500, "pumps and valves of one plant room"},
    Family{"Compressors", "Compressor", "CM", "size", 148000, "oil-free air for food and pharmaceuticals"},
    Family{"Hoses", "Hose", "HO", "DN", 850, "pressure up to 40 bar, sold by the metre"},
    Family{"Couplings", "Coupling", "CO", "DN", 620, "hoses and pipes, closed by one hand"},
    Family{"Seals", "Seal", "SE", "DN", 240, "replacement in our valves and couplings"},
    Family{"Expansion tanks", "Expansion tank", "ET", "litres", 5400, "heating circuits, exchangeable membrane"},
    Family{"Service kits", "Service kit", "SK", "size", 4100, "yearly maintenance, with instructions"},
};

struct Make {
    std::string_view name;
    std::string_view code;
    std::int64_t percent;
};
constexpr std::array makes = {Make{"standard", "S", 100}, Make{"brass", "B", 118}, Make{"stainless steel", "V", 165},
                              Make{"high pressure", "H", 190}, Make{"food grade", "F", 225}};
constexpr std::array sizes = {10, 15, 20, 25, 32, 40, 50, 65, 80, 100, 125, 150};
static_assert(families.size() * makes.size() * sizes.size() == productsAtOne);

std::string padded(std::uint64_t number, std::size_t width)
{
    std::string text = std::to_string(number);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return text;
}

// What products at higher scales add to name and code so that both stay one of a kind.
std::string series(std::size_t block)
{
    return block == 0 ? "" : "-" + std::to_string(block + 1);
}

// What a product costs in euro cents before any list has its say.
std::int64_t baseCents(std::size_t product)
{
    const std::size_t within = product % productsAtOne;
    const Family& family = families[within / (makes.size() * sizes.size())];
    const Make& make = makes[within / sizes.size() % makes.size()];
    const std::int64_t size = sizes[within % sizes.size()];
    return family.cents * make.percent * (30 + size) / (40 * 100);
}

struct Article {
    const Family& family;
    const Make& make;
    int size = 0;
    std::string name;
    std::string code;
};

Article articleOf(std::size_t product)
{
    const std::size_t within = product % productsAtOne;
    const Family& family = families[within / (makes.size() * sizes.size())];
    const Make& make = makes[within / sizes.size() % makes.size()];
    const int size = sizes[within % sizes.size()];
    const std::string model = std::string(family.code) + series(product / productsAtOne);
    return {family, make, size,
            std::string(family.singular) + " " + model + " " + std::string(family.sizeName) + " " +
                std::to_string(size) + ", " + std::string(make.name),
            model + "-" + std::string(make.code) + padded(static_cast<std::uint64_t>(size), 3)};
}

Status makeProducts(Company& company, Random& random)
{
    for (std::size_t at = 0; at < company.count(productsAtOne); ++at) {
        const auto& [family, make, size, name, code] = articleOf(at);
        Record row(schema::entity("product"), idAged(company, random.between(400, 2000) * day, random));
        company.products.push_back(row.id);
        row.set("name", name);
        row.set("code", code);
        row.set("family", std::string(family.name));
        row.set("unit", std::string(unitOf(at)));
        row.set("description", std::string(family.singular) + " for " + std::string(family.use) +
                                   ".\nMake: " + std::string(make.name) + ", " + std::string(family.sizeName) + " " +
                                   std::to_string(size) + ".");
        row.set("active", std::int64_t{random.chance(97) ? 1 : 0});
        row.set("kind", isBundle(at) ? "bundle" : family.code == "SK" ? "service" : "good");
        row.set("tax_class", "standard");
        SATCHEL_TRY(company.take(row));
    }
    return Ok{};
}

struct List {
    std::string_view name;
    std::string_view code;
    std::string_view currency;
    std::int64_t percent; ///< of the base price, in the list's currency
    int parent;           ///< position of the list below which it stands, -1 for none
    std::array<int, 5> breaks;
    bool nextYear;        ///< has prices of next year already
    std::size_t products; ///< how many of each 900 it has
    std::string_view notes;
};
constexpr std::array lists = {
    List{"Europe", "EU", "EUR", 100, -1, {1, 10, 100}, true, 900, "Ex works, without VAT."},
    List{"International", "INT", "USD", 109, -1, {1, 10, 100}, true, 900, "FCA Hamburg, without duties."},
    List{"Distributors Europe",
         "EU-D",
         "EUR",
         78,
         0,
         {1, 10, 50, 100, 500},
         false,
         900,
         "Partners with a contract only."},
    List{"Distributors International",
         "INT-D",
         "USD",
         86,
         1,
         {1, 10, 50, 100, 500},
         false,
         900,
         "Partners with a contract only."},
    List{"Frame agreements",
         "FRAME",
         "EUR",
         70,
         0,
         {1},
         false,
         200,
         "National accounts; one price whatever the quantity."},
};

constexpr std::size_t entriesOfBlock()
{
    std::size_t count = 0;
    for (const List& list : lists)
        for (const int least : list.breaks)
            count += least == 0 ? 0 : list.products * (list.nextYear ? 2 : 1);
    return count;
}
static_assert(entriesOfBlock() == entriesAtOne);

int percentAtQuantity(int least)
{
    return least >= 500 ? 80 : least >= 100 ? 86 : least >= 50 ? 90 : least >= 10 ? 95 : 100;
}

std::int64_t centsIn(const List& list, std::size_t product, int least, bool next)
{
    const std::int64_t hundredths = baseCents(product) * list.percent * percentAtQuantity(least) / 100;
    return (next ? hundredths * 103 / 100 : hundredths) / 100;
}

Money moneyOf(std::int64_t cents, std::string_view currency)
{
    return {Decimal{cents * (Decimal::scale / 100)}, std::string(currency)};
}

struct Revision {
    Id id;
    int year = 0;
};

Status makeEntries(Company& company, const List& list, const Id& listId, const Revision& revision, bool next,
                   Random& random)
{
    const std::string from = std::to_string(revision.year) + "-01-01";
    const std::string to = std::to_string(revision.year) + "-12-31";
    for (std::size_t at = 0; at < company.products.size(); ++at) {
        if (at % productsAtOne * list.products / productsAtOne ==
            (at % productsAtOne + 1) * list.products / productsAtOne)
            continue; // a list of fewer products takes them evenly spread
        for (const int least : list.breaks) {
            if (least == 0)
                break;
            Record row(schema::entity("price_entry"), idAged(company, random.between(1, 300) * day, random));
            row.set("price_list", listId);
            row.set("product", company.products[at]);
            row.set("price", moneyOf(centsIn(list, at, least, next), list.currency).toString());
            row.set("min_quantity", std::int64_t{least} * Decimal::scale);
            row.set("valid_from", from);
            if (list.nextYear && !next)
                row.set("valid_to", to);
            row.set("revision", revision.id);
            SATCHEL_TRY(company.take(row));
        }
    }
    return Ok{};
}

Result<Revision> makeRevision(Company& company, const List& list, const Id& listId, int number, int year,
                              Random& random)
{
    Record row(schema::entity("price_revision"), idAged(company, 310 * day, random));
    row.set("name", std::string(list.name) + " " + std::to_string(year));
    row.set("price_list", listId);
    row.set("number", std::int64_t{number});
    row.set("effective_from", std::to_string(year) + "-01-01");
    row.set("status", "published");
    SATCHEL_TRY(company.take(row));
    return Revision{row.id, year};
}

} // namespace

bool isBundle(std::size_t product)
{
    // A booster pump of every make, in the size that is sold as a set.
    const std::size_t within = product % productsAtOne;
    return within / (makes.size() * sizes.size()) == 1 && sizes[within % sizes.size()] == 100;
}

std::string nameOf(std::size_t product)
{
    return articleOf(product).name;
}

std::string codeOf(std::size_t product)
{
    return articleOf(product).code;
}

std::string_view unitOf(std::size_t product)
{
    return articleOf(product).family.code == "HO" ? "metre" : "piece";
}

std::string_view familyOf(std::size_t product)
{
    return families[product % productsAtOne / (makes.size() * sizes.size())].name;
}

Money europeanPrice(std::size_t product, std::int64_t quantity)
{
    int reached = 1;
    for (const int least : lists[0].breaks)
        if (least > 0 && least <= quantity)
            reached = least;
    return moneyOf(centsIn(lists[0], product, reached, false), lists[0].currency);
}

Money costOf(std::size_t product)
{
    return moneyOf(baseCents(product) * static_cast<std::int64_t>(52 + product % 14) / 100, "EUR");
}

Status makeCatalogue(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Catalogue));
    SATCHEL_TRY(makeProducts(company, random));
    int year = 0;
    const std::string today = company.date(0);
    std::from_chars(today.data(), today.data() + 4, year);
    std::vector<Id> listIds;
    for (const List& list : lists) {
        Record row(schema::entity("price_list"), idAged(company, 1900 * day, random));
        listIds.push_back(row.id);
        row.set("name", std::string(list.name));
        row.set("code", std::string(list.code));
        row.set("currency", std::string(list.currency));
        if (list.parent >= 0)
            row.set("parent", listIds[static_cast<std::size_t>(list.parent)]);
        row.set("active", std::int64_t{1});
        if (list.code == "INT")
            row.set("territory", company.territories[nodeCoded("JP")]);
        row.set("notes", std::string(list.notes));
        SATCHEL_TRY(company.take(row));
        SATCHEL_ASSIGN(const Revision current, makeRevision(company, list, row.id, 1, year, random));
        company.lists.push_back(row.id);
        company.revisions.push_back(current.id);
        SATCHEL_TRY(makeEntries(company, list, row.id, current, false, random));
        if (list.nextYear) {
            SATCHEL_ASSIGN(const Revision next, makeRevision(company, list, row.id, 2, year + 1, random));
            SATCHEL_TRY(makeEntries(company, list, row.id, next, true, random));
        }
    }
    return Ok{};
}

} // namespace satchel::server::demo
