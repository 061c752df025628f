// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuotePricing.h"

#include "core/base/Planted.h"
#include "core/model/Reading.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/sales/Followers.h"
#include "core/sales/FreeGoods.h"
#include "core/sales/QuoteNumbers.h"

#include <algorithm>
#include <map>

namespace satchel::sales {

namespace {

using pricing::FreeGoods;
using pricing::LinePrice;
using pricing::Pricing;
using pricing::Request;
using pricing::Snapshot;

// What the engine says, by line and by the row of the free goods.
struct Answer {
    std::shared_ptr<const Pricing> all = std::make_shared<Pricing>(); // which the others point into
    std::map<Id, const LinePrice*> lines;
    std::map<Id, const FreeGoods*> free;
};

Result<Answer> answerTo(const QuoteWork& work, const std::shared_ptr<const Snapshot>& snapshot, Request request)
{
    // A line whose product is not here any more keeps what it has.
    std::erase_if(request.lines, [&](const auto& line) { return !snapshot->products.contains(line.product); });
    Answer answer;
    if (request.lines.empty())
        return answer;
    SATCHEL_ASSIGN(answer.all, work.price(snapshot, request));
    for (const LinePrice& line : answer.all->lines)
        answer.lines.emplace(line.line, &line);
    if (answer.all->free.empty())
        return answer;
    SATCHEL_ASSIGN(const GoodsNames names, GoodsNames::of(work.now.quote, work.records()));
    for (const FreeGoods& goods : answer.all->free) {
        const Id id =
            planted("a line tripled") ? work.replica().environment().newId() : names(goods.promotion, goods.line);
        answer.free.emplace(id, &goods);
    }
    return answer;
}

bool samePrice(const LinePrice& a, const LinePrice& b)
{
    return a.listPrice == b.listPrice && a.taxPercent == b.taxPercent && a.promotions == b.promotions;
}

bool isStored(const Record& line, const LinePrice& price)
{
    return amountOf(line, "list_price") == price.listPrice &&
           line.value("tax_percent").integer() == price.taxPercent.units;
}

void store(Record& line, const LinePrice& price, const std::string& currency)
{
    std::vector<pricing::Step> steps = price.steps;
    // That a part is in its bundle's price is said by its steps alone.
    if (quotes::isIncludedPart(line)) {
        std::erase_if(steps, [](const pricing::Step& step) { return step.code == "part"; });
        const auto known = pricing::readSteps(line.value("why").text());
        for (const pricing::Step& step : *known)
            if (step.code == "part")
                steps.insert(steps.begin(), step);
    }
    line.set("list_price", moneyValue(price.listPrice, currency));
    line.set("promotion", price.promotions.empty() ? Value() : Value(price.promotions.front()));
    line.set("why", textValue(pricing::writeSteps(steps)));
    line.set("tax_percent", Value(price.taxPercent.units));
}

bool sameGoods(const FreeGoods* a, const FreeGoods* b)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    return a->product == b->product && a->quantity == b->quantity && a->counted == b->counted &&
           a->taxPercent == b->taxPercent;
}

const FreeGoods* goodsOf(const Answer& answer, const Id& id)
{
    const auto found = answer.free.find(id);
    return found == answer.free.end() ? nullptr : found->second;
}

// Whether the quote has what the engine gave before the edit.
bool isStored(const Record* line, const FreeGoods* goods)
{
    if (line == nullptr || goods == nullptr)
        return line == nullptr && goods == nullptr;
    return line->value("product").id() == goods->product && line->value("quantity").integer() == goods->quantity.units;
}

// What comes with a line that is only offered is only offered too.
void setRole(Record& line, const FreeGoods& goods, const Record* earner)
{
    const bool offered = !goods.counted || (earner != nullptr && earner->value("role").text() != "normal" &&
                                            !earner->value("role").isNull());
    line.set("role", offered ? "optional" : "normal");
    line.set("chosen", flagValue(offered && goods.counted));
}

Status putGoods(QuoteWork& work, const Snapshot& snapshot, const Id& id, const FreeGoods& goods)
{
    const bool isNew = work.line(id) == nullptr;
    if (isNew)
        work.addLine(id);
    Record& line = *work.line(id);
    const Record* earner = work.line(goods.line);
    const auto product = snapshot.products.find(goods.product);
    if (isNew || line.value("product").id() != goods.product)
        line.set("description", product == snapshot.products.end() ? Value() : textValue(product->second.name));
    line.set("product", goods.product);
    line.set("quantity", goods.quantity.units);
    line.set("unit", product == snapshot.products.end() ? Value() : textValue(product->second.unit));
    line.set("list_price", moneyValue(Decimal{}, work.currency()));
    line.set("promotion", goods.promotion);
    line.set("why", textValue(pricing::writeSteps(goods.steps)));
    line.set("tax_percent", goods.taxPercent.units);
    line.set("free", flagValue(true));
    setRole(line, goods, earner);
    if (!isNew)
        return Ok{};
    Place place;
    if (earner != nullptr)
        place.after = earner->id;
    else if (!work.now.groups.empty())
        place.group = work.now.groups.back().id;
    return work.putLines({id}, place);
}

Id adopted(const QuoteWork& work, const Id& name, const FreeGoods& goods, std::vector<const Record*>& others)
{
    const bool isThere =
        std::any_of(work.now.lines.begin(), work.now.lines.end(), [&](const Record& line) { return line.id == name; });
    const auto other = std::find_if(others.begin(), others.end(), [&](const Record* line) {
        return line->value("promotion").id() == goods.promotion && line->value("product").id() == goods.product;
    });
    if (isThere || other == others.end() || planted("a line tripled"))
        return name;
    const Id row = (*other)->id;
    others.erase(other);
    return row;
}

// In which row goods are or would be: the one named after them, else one of the same that nothing is named after (a
// revision's that was made of lines which are not here any more).
std::map<Id, Id> rowsOfGoods(const QuoteWork& work, const Answer& before, const Answer& after)
{
    std::map<Id, const FreeGoods*> all;
    for (const Answer* answer : {&before, &after})
        for (const auto& [name, goods] : answer->free)
            all.emplace(name, goods);
    if (all.empty())
        return {};
    const std::vector<const Record*> lines = inOrder(work.now);
    std::vector<const Record*> others;
    for (const Record* line : lines)
        if (line->value("free").integer() == 1 && !all.contains(line->id))
            others.push_back(line);
    std::map<Id, Id> rows;
    for (const Record* earner : lines) // both stand in this order
        for (const auto& [name, goods] : all)
            if (goods->line == earner->id)
                rows.emplace(name, adopted(work, name, *goods, others));
    for (const auto& [name, goods] : all)
        if (!rows.contains(name))
            rows.emplace(name, adopted(work, name, *goods, others));
    return rows;
}

Status follow(QuoteWork& work, const Snapshot& snapshot, const Answer& before, const Answer& after)
{
    for (const auto& [id, price] : after.lines) {
        Record& line = *work.line(id);
        if (!work.touched.contains(id)) {
            const auto was = before.lines.find(id);
            if (was == before.lines.end() || samePrice(*was->second, *price) || !isStored(line, *was->second))
                continue;
            work.repriced.push_back(id);
        }
        store(line, *price, work.currency());
    }
    const std::map<Id, Id> rows = rowsOfGoods(work, before, after);
    for (const auto& [name, id] : rows) {
        const FreeGoods* was = goodsOf(before, name);
        const FreeGoods* is = goodsOf(after, name);
        const Record* line = work.line(id);
        const Id earner = is != nullptr ? is->line : was->line;
        const bool ofEdit = work.touched.contains(earner) || (!earner.isNull() && work.line(earner) == nullptr);
        if (sameGoods(was, is) || !(ofEdit || isStored(line, was)))
            continue;
        if (is != nullptr)
            SATCHEL_TRY(putGoods(work, snapshot, id, *is));
        else if (line != nullptr)
            work.removeLine(id);
        if (is != nullptr || line != nullptr)
            work.repriced.push_back(id);
    }
    return Ok{};
}

// Whether some line's price or goods may depend on other lines.
bool looksAtTheWhole(const Snapshot& snapshot, const Request& request, const QuoteWork& work)
{
    const auto replaces = [](const Record& line) { return !line.value("alternative_to").isNull(); };
    const auto& lines = work.now.lines;
    const auto& former = work.before.lines;
    return std::any_of(lines.begin(), lines.end(), replaces) || std::any_of(former.begin(), former.end(), replaces) ||
           std::any_of(snapshot.promotions.begin(), snapshot.promotions.end(), [&](const pricing::Promotion& each) {
               const bool runs = each.active && each.validFrom <= request.date &&
                                 (each.validTo.empty() || request.date <= each.validTo);
               return runs && (each.kind == pricing::Promotion::Kind::FreeItem || each.minAmount);
           });
}

void addTo(Record& quote, std::string_view field, const std::vector<Id>& ids)
{
    std::vector<Id> all = idsOf(quote, field);
    for (const Id& id : ids)
        if (std::find(all.begin(), all.end(), id) == all.end())
            all.push_back(id);
    quote.set(field, idsValue(all));
}

void keep(Request& request, const std::set<Id>& lines)
{
    std::erase_if(request.lines, [&](const auto& line) { return !lines.contains(line.id); });
}

// A line cannot be priced whose product this laptop does not have.
Status missing(const QuoteWork& work, const Answer& answer)
{
    for (const Record& line : work.now.lines)
        if (work.touched.contains(line.id) && !line.value("product").isNull() && line.value("free").integer() != 1 &&
            !answer.lines.contains(line.id))
            return invalid(work.called(line.id) + " names a product that is not on this laptop.");
    return Ok{};
}

// Lines to look at: what was touched, and what is gone.
std::set<Id> focusOf(const QuoteWork& work)
{
    std::set<Id> focus = work.touched;
    std::set<Id> present;
    for (const Record& line : work.now.lines)
        present.insert(line.id);
    for (const Record& line : work.before.lines)
        if (!present.contains(line.id))
            focus.insert(line.id);
    return focus;
}

// What was earned by a line that is gone goes with it, also where the promotion is over by now.
Status removeOrphans(QuoteWork& work)
{
    if (work.isNew())
        return Ok{};
    Earners earners(work.before, work.records());
    for (const Record& line : work.before.lines) {
        if (line.value("free").integer() != 1 || work.line(line.id) == nullptr)
            continue;
        SATCHEL_ASSIGN(const Id earner, earners.of(line));
        if (earner.isNull() || work.line(earner) != nullptr)
            continue;
        work.removeLine(line.id);
        work.repriced.push_back(line.id);
    }
    return Ok{};
}

} // namespace

std::set<Id> productsOf(const Request& request)
{
    std::set<Id> products;
    for (const auto& line : request.lines)
        products.insert(line.product);
    return products;
}

Result<Snapshot> snapshotFor(RecordSource& records, const Request& request)
{
    return pricing::SnapshotReader(records).read(request.customer, request.list, productsOf(request));
}

Status settle(QuoteWork& work)
{
    RecordSource& records = work.records();
    SATCHEL_ASSIGN(const auto aligned, alignFollowers(work.now, records));
    work.touched.insert(aligned.begin(), aligned.end());
    const std::set<Id> focus = focusOf(work);
    if (focus.empty())
        return Ok{};
    quotes::QuoteReader reader(records);
    SATCHEL_ASSIGN(Request after, reader.request(work.now));
    Request before = after;
    before.lines.clear();
    if (!work.isNew()) {
        SATCHEL_ASSIGN(before, reader.request(work.before));
    }
    Request both = after;
    both.lines.insert(both.lines.end(), before.lines.begin(), before.lines.end());
    Request touched = both;
    keep(touched, focus);
    SATCHEL_ASSIGN(auto known, work.snapshot(touched));
    const bool whole = looksAtTheWhole(*known, after, work);
    if (whole) {
        SATCHEL_ASSIGN(known, work.snapshot(both));
    } else {
        keep(before, focus);
        keep(after, focus);
    }
    SATCHEL_ASSIGN(const Answer now, answerTo(work, known, after));
    const auto was = answerTo(work, known, before); // an error here is what the edit mends
    SATCHEL_TRY(missing(work, now));
    keep(after, work.touched);
    Answer used = now;
    if (whole) { // other lines may by now be priced by revisions that this quote does not have
        SATCHEL_ASSIGN(used, answerTo(work, known, after));
    }
    SATCHEL_TRY(removeOrphans(work));
    SATCHEL_TRY(follow(work, *known, was.ok() ? *was : Answer{}, now));
    addTo(work.quote(), "pins", used.all->revisions);
    addTo(work.quote(), "rates", used.all->rates);
    return Ok{};
}

Status priceAnew(QuoteWork& work, const Request& request)
{
    RecordSource& records = work.records();
    SATCHEL_ASSIGN(Snapshot read, snapshotFor(records, request));
    const auto snapshot = std::make_shared<const Snapshot>(std::move(read));
    SATCHEL_ASSIGN(const Answer answer, answerTo(work, snapshot, request));
    for (const auto& [id, price] : answer.lines)
        if (Record& line = *work.line(id); !isStored(line, *price) || line.value("why").isNull())
            work.repriced.push_back(id);
    for (const auto& [id, price] : answer.lines)
        store(*work.line(id), *price, work.currency());
    const std::map<Id, Id> rows = rowsOfGoods(work, {}, answer);
    std::set<Id> kept;
    for (const auto& [name, row] : rows)
        kept.insert(row);
    std::vector<Id> gone;
    for (const Record& line : work.now.lines)
        if (line.value("free").integer() == 1 && !kept.contains(line.id))
            gone.push_back(line.id);
    for (const Id& id : gone)
        work.removeLine(id);
    work.repriced.insert(work.repriced.end(), gone.begin(), gone.end());
    for (const auto& [name, goods] : answer.free) {
        if (!isStored(work.line(rows.at(name)), goods))
            work.repriced.push_back(rows.at(name));
        SATCHEL_TRY(putGoods(work, *snapshot, rows.at(name), *goods));
    }
    work.quote().set("pins", idsValue(answer.all->revisions));
    work.quote().set("rates", idsValue(answer.all->rates));
    return Ok{};
}

} // namespace satchel::sales
