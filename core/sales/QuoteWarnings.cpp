// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteWarnings.h"

#include "core/base/TimeZone.h"
#include "core/model/Reading.h"
#include "core/rules/Bundles.h"
#include "core/rules/Entitlement.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/rules/quotes/Authority.h"
#include "core/sales/Origin.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuotePricing.h"
#include "core/schema/Wording.h"
#include "core/store/CachedRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

using pricing::Document;

// Looks at one quote from all sides. Lives for one look.
class Watch {
public:
    Watch(Replica& replica, quotes::QuoteRecords quote)
        : m_replica(replica), m_records(replica.connection()), m_quote(std::move(quote)), m_numbers(numbersOf(m_quote))
    {}

    [[nodiscard]] Result<std::vector<Warning>> all();

private:
    void say(const Id& line, const char* code, const std::string& text);
    [[nodiscard]] std::string called(const Id& line) const;
    [[nodiscard]] Status lookAtPrices();
    [[nodiscard]] Status lookAtGoods(const pricing::Pricing& pricing);
    void lookAtSurplus(const pricing::Pricing& pricing);
    void lookAtPrice(const Document::Line& line, const pricing::LinePrice& price);
    [[nodiscard]] Status lookAtProducts();
    [[nodiscard]] Status lookAtBundles();
    [[nodiscard]] Status lookAtRules();
    [[nodiscard]] Status lookAtLists();
    [[nodiscard]] Status lookAtPromotions();
    [[nodiscard]] Status lookAtAuthority();
    void lookAtHead();

    Replica& m_replica;
    CachedRecords m_records;
    quotes::QuoteRecords m_quote;
    std::map<Id, std::string> m_numbers;
    Document m_document;
    std::string m_today;
    std::vector<Warning> m_warnings;
};

void Watch::say(const Id& line, const char* code, const std::string& text)
{
    m_warnings.push_back({.line = line, .code = code, .text = text});
}

std::string Watch::called(const Id& line) const
{
    const auto number = m_numbers.find(line);
    return "Line " + (number == m_numbers.end() ? std::string("?") : number->second);
}

void Watch::lookAtPrice(const Document::Line& line, const pricing::LinePrice& price)
{
    const std::string& currency = m_document.currency;
    const auto money = [&](const Decimal& amount) { return Money{amount, currency}.toString(); };
    if (!line.listPrice && !line.handPrice) {
        if (!price.listPrice)
            say(line.id, "no_price",
                called(line.id) + " has no price: no list of this customer has one in " + currency +
                    ". Set one by hand, or choose another list.");
    }
    const bool differs = line.listPrice != price.listPrice || line.taxPercent != price.taxPercent;
    if (differs && price.listPrice && line.listPrice)
        say(line.id, "price",
            called(line.id) + " has the list price " + money(*line.listPrice) + "; by the lists of this quote it is " +
                money(*price.listPrice) + ". Reprice it to take that over.");
    else if (differs && price.listPrice)
        say(line.id, "price",
            called(line.id) + " has no list price; by the lists of this quote it is " + money(*price.listPrice) +
                ". Reprice it to take that over.");
    else if (differs && line.listPrice)
        say(line.id, "price",
            called(line.id) + " has the list price " + money(*line.listPrice) +
                ", but no list has one any more. Reprice it, or set a price by hand.");
    if (price.minimum && line.unitPrice < *price.minimum)
        say(line.id, "minimum",
            called(line.id) + " is sold at " + money(line.unitPrice) + ", below the least its list allows, " +
                money(*price.minimum) + ". Raise the price, or ask whoever keeps the list.");
}

Status Watch::lookAtGoods(const pricing::Pricing& pricing)
{
    for (const pricing::FreeGoods& goods : pricing.free) {
        const bool isThere = std::any_of(m_quote.lines.begin(), m_quote.lines.end(), [&](const Record& line) {
            return line.value("free").integer() == 1 && line.value("promotion").id() == goods.promotion &&
                   line.value("product").id() == goods.product &&
                   line.value("quantity").integer() == goods.quantity.units;
        });
        SATCHEL_ASSIGN(const auto product, m_records.find(schema::entity("product"), goods.product));
        if (!isThere)
            say(goods.line, "free",
                "A promotion gives " + goods.quantity.toString() + " of " +
                    (product ? inQuotes(product->label()) : std::string("a product")) +
                    " free, which the quote does not have. Reprice it to add them.");
    }
    lookAtSurplus(pricing);
    return Ok{};
}

// More of a promotion's goods than it gives, in however many lines.
void Watch::lookAtSurplus(const pricing::Pricing& pricing)
{
    struct Sum {
        Decimal given;
        Decimal stands;
        const Document::Line* last = nullptr;
    };
    std::map<std::pair<Id, Id>, Sum> sums;
    for (const pricing::FreeGoods& goods : pricing.free)
        sums[{goods.promotion, goods.product}].given.units += goods.quantity.units;
    for (const Document::Line& line : m_document.lines) {
        if (!line.free)
            continue;
        Sum& sum = sums[{line.promotion, line.product}];
        sum.stands.units += line.quantity.units;
        sum.last = &line;
    }
    for (const auto& [goods, sum] : sums)
        if (sum.stands > sum.given)
            say(sum.last->id, "free",
                "The quote gives " + sum.stands.toString() + " of " + inQuotes(sum.last->description) +
                    " free, and promotions only " + sum.given.toString() + ". Reprice it to put that right.");
}

Status Watch::lookAtPrices()
{
    SATCHEL_ASSIGN(pricing::Request request, quotes::QuoteReader(m_records).request(m_quote));
    SATCHEL_ASSIGN(const pricing::Snapshot snapshot, snapshotFor(m_records, request));
    std::erase_if(request.lines, [&](const auto& line) { return !snapshot.products.contains(line.product); });
    const auto pricing = pricing::price(snapshot, request);
    if (!pricing) {
        say({}, "price", "The prices cannot be worked out: " + pricing.error().message);
        return Ok{};
    }
    std::map<Id, const pricing::LinePrice*> prices;
    for (const auto& price : pricing->lines)
        prices.emplace(price.line, &price);
    for (const Document::Line& line : m_document.lines)
        if (const auto price = prices.find(line.id); price != prices.end())
            lookAtPrice(line, *price->second);
    return lookAtGoods(*pricing);
}

Status Watch::lookAtProducts()
{
    SATCHEL_ASSIGN(const Entitlement entitlement, readEntitlement(m_records, m_document.account));
    for (const Document::Line& line : m_document.lines) {
        if (line.kind == Document::Kind::Text || line.product.isNull())
            continue;
        SATCHEL_ASSIGN(const auto product, m_records.find(schema::entity("product"), line.product));
        if (!product)
            say(line.id, "inactive", called(line.id) + " names a product that is not on this laptop. Take it out.");
        else if (product->value("active").integer() != 1)
            say(line.id, "inactive",
                called(line.id) + ": " + inQuotes(product->label()) + " is no longer sold. Offer another product.");
        else if (line.partOf.isNull() && !line.free &&
                 !entitlement.permits(product->id, product->value("family").text()))
            say(line.id, "entitlement",
                called(line.id) + ": " + m_document.customerName + " may not buy " + inQuotes(product->label()) +
                    ". Take it out, or ask whoever keeps the account's entitlements.");
    }
    return Ok{};
}

Status Watch::lookAtBundles()
{
    std::map<Id, std::set<Id>> parts; // products, by the bundle's line
    for (const Document::Line& line : m_document.lines)
        if (!line.partOf.isNull())
            parts[line.partOf].insert(line.product);
    for (const Document::Line& line : m_document.lines) {
        if (line.product.isNull() || line.free)
            continue;
        SATCHEL_ASSIGN(const Bundle bundle, readBundle(m_records, line.product));
        if (bundle.parts.empty())
            continue;
        std::set<Id> chosen;
        std::set<Id> products = {line.product};
        for (const BundlePart& part : bundle.parts) {
            products.insert(part.product);
            if (parts[line.id].contains(part.product))
                chosen.insert(part.id);
        }
        SATCHEL_ASSIGN(const ProductNames names, readNames(m_records, products));
        for (const std::string& objection : objectionsTo(bundle, chosen, names))
            say(line.id, "bundle", called(line.id) + ": " + objection + " Choose its parts.");
    }
    return Ok{};
}

Status Watch::lookAtRules()
{
    std::set<Id> products;
    for (const Document::Line& line : m_document.lines)
        if (line.counted && !line.product.isNull())
            products.insert(line.product);
    SATCHEL_ASSIGN(const auto rules, readRules(m_records, products));
    std::set<Id> named = products;
    for (const ProductRule& rule : rules) {
        named.insert(rule.product);
        named.insert(rule.other);
    }
    SATCHEL_ASSIGN(const ProductNames names, readNames(m_records, named));
    for (const std::string& sentence : brokenRules(rules, products, names))
        say({}, "rule", sentence + " Add or take out what it names.");
    return Ok{};
}

// A revision that took the place of one this quote is pinned to.
Status Watch::lookAtLists()
{
    for (const Id& pin : idsOf(m_quote.quote, "pins")) {
        SATCHEL_ASSIGN(const auto revision, m_records.find(schema::entity("price_revision"), pin));
        if (!revision)
            continue;
        const Id list = revision->value("price_list").id();
        const Entity& entity = schema::entity("price_revision");
        SATCHEL_ASSIGN(const auto rows, m_records.where(entity, {{*entity.indexOf("price_list"), list}}));
        const Record* newest = &*revision;
        for (const Record& row : rows)
            if (row.value("status").text() == "published" && row.value("effective_from").text() <= m_today &&
                row.value("number").integer() > newest->value("number").integer())
                newest = &row;
        if (newest->id == pin)
            continue;
        SATCHEL_ASSIGN(const auto record, m_records.find(schema::entity("price_list"), list));
        say({}, "superseded",
            "The quote has the prices of " + (record ? record->label() : std::string("a list")) + " r" +
                std::to_string(revision->value("number").integer()) + "; r" +
                std::to_string(newest->value("number").integer()) +
                " is in force by now. Reprice it, or leave it as it was offered.");
    }
    return Ok{};
}

Status Watch::lookAtPromotions()
{
    std::set<Id> told;
    for (const Document::Line& line : m_document.lines) {
        if (line.promotion.isNull() || !told.insert(line.promotion).second)
            continue;
        SATCHEL_ASSIGN(const auto promotion, m_records.find(schema::entity("promotion"), line.promotion));
        const std::string last = promotion ? promotion->value("valid_to").text() : std::string();
        const bool over = !last.empty() && last < m_today;
        if (promotion && promotion->value("active").integer() == 1 && !over)
            continue;
        const std::string promotes = inQuotes(line.promotionName);
        say(line.id, "promotion_ended",
            over ? called(line.id) + " has its price from the promotion " + promotes + ", which ended on " + last +
                       ". Reprice the quote, or leave it as it was offered."
                 : called(line.id) + " has its price from the promotion " + promotes +
                       ", which no longer runs. Reprice the quote, or leave it as it was offered.");
    }
    return Ok{};
}

Status Watch::lookAtAuthority()
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    if (!identity)
        return Ok{};
    SATCHEL_ASSIGN(const auto excesses, quotes::excesses(m_document, identity->user, identity->role, m_records));
    for (const quotes::Excess& excess : excesses)
        say(excess.line, excess.belowFloor ? "below_floor" : "authority", excess.text + " Ask for approval.");
    return Ok{};
}

void Watch::lookAtHead()
{
    const Record& quote = m_quote.quote;
    if (quote.value("template").integer() == 1)
        return;
    if (quote.value("review").text() == "merged")
        say({}, "review",
            "Two people changed this quote apart from each other. Look it over and mark it as looked at.");
    if (quote.value("number").isNull())
        say({}, "draft_number",
            "The quote has no number yet. It gets a provisional one when it is handed over; sync first for a proper "
            "one.");
    if (!m_document.validUntil.empty() && m_document.validUntil < m_today)
        say({}, "expired",
            "The quote was valid until " + m_document.validUntil + ". Give it a later day, or reprice it for today.");
}

Result<std::vector<Warning>> Watch::all()
{
    const Record& quote = m_quote.quote;
    SATCHEL_ASSIGN(const Origin origin,
                   originFor(m_replica, quote.value("account").id(), quote.value("price_list").id()));
    m_today = origin.today;
    auto document = quotes::QuoteReader(m_records).document(m_quote);
    if (!document) {
        say({}, "total", "The quote has no total: " + document.error().message);
        return std::move(m_warnings);
    }
    m_document = std::move(*document);
    SATCHEL_TRY(lookAtPrices());
    SATCHEL_TRY(lookAtProducts());
    SATCHEL_TRY(lookAtBundles());
    SATCHEL_TRY(lookAtPromotions());
    SATCHEL_TRY(lookAtAuthority());
    std::map<Id, std::size_t> order;
    for (const Record* line : inOrder(m_quote))
        order.emplace(line->id, order.size());
    std::stable_sort(m_warnings.begin(), m_warnings.end(), [&](const Warning& a, const Warning& b) {
        const auto place = [&](const Warning& each) { return each.line.isNull() ? order.size() : order[each.line]; };
        return place(a) < place(b);
    });
    SATCHEL_TRY(lookAtRules());
    SATCHEL_TRY(lookAtLists());
    lookAtHead();
    return std::move(m_warnings);
}

} // namespace

Result<std::vector<Warning>> warningsFor(Replica& replica, const Id& quote)
{
    const Moment moment(replica.connection());
    CachedRecords records(replica.connection());
    SATCHEL_ASSIGN(quotes::QuoteRecords rows, quotes::QuoteReader(records).records(quote));
    return Watch(replica, std::move(rows)).all();
}

} // namespace satchel::sales
