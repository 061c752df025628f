// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HandedOver.h"

#include "core/base/Planted.h"
#include "core/rules/quotes/Ids.h"
#include "core/rules/quotes/QuoteReader.h"
#include "sync/server/QuoteFlags.h"
#include "sync/server/TableRecords.h"

#include <algorithm>
#include <set>

namespace satchel::server {

namespace {

using pricing::Document;

Value textOrNone(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

Value idOrNone(const Id& id)
{
    return id.isNull() ? Value() : Value(id);
}

// A number of which 0 is as good as none: what stands there stays if it comes to the same.
Value numberOrNone(const Value& present, const Decimal& number)
{
    if (present.integer() == number.units)
        return present;
    return number.units == 0 ? Value() : Value(number.units);
}

Value flagOrNone(const Value& present, bool flag)
{
    if ((present.integer() == 1) == flag)
        return present;
    return flag ? Value(std::int64_t{1}) : Value();
}

Value moneyOrNone(const Value& present, const std::optional<Decimal>& amount, const std::string& currency,
                  bool zeroIsNone)
{
    const auto money = Money::parse(present.text());
    const Decimal stands = money ? money->amount : Decimal{};
    if (zeroIsNone && stands == amount.value_or(Decimal{}))
        return present;
    if (!amount || (zeroIsNone && amount->units == 0))
        return {};
    return Money{*amount, currency}.toString();
}

const char* nameOf(Document::Role role)
{
    switch (role) {
    case Document::Role::Optional: return "optional";
    case Document::Role::Alternative: return "alternative";
    case Document::Role::Normal: break;
    }
    return "normal";
}

std::vector<std::size_t> differing(const Record& a, const Record& b)
{
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        if (a.values[i] != b.values[i])
            fields.push_back(i);
    return fields;
}

} // namespace

Result<Id> HandedOver::placeOf(const Entity& entity, const Id& quote, const Id& onPaper)
{
    if (onPaper.isNull())
        return onPaper;
    SATCHEL_ASSIGN(const auto row, m_ledger.tables().findForMerge(entity, onPaper));
    if (row && row->record.value("quote").id() == quote)
        return onPaper;
    const Id copy = quotes::copiedRowIdOf(quote, onPaper);
    if (row)
        return copy;
    SATCHEL_ASSIGN(const auto renamed,
                   m_ledger.tables().findForMerge(entity, copy)); // free goods, found by who hands over
    return renamed ? copy : onPaper;
}

// What a reader shows where the row is silent is not written into it.
Result<Record> HandedOver::lineAs(Record row, const Document::Line& line, const Document& document)
{
    const Id quote = row.value("quote").id();
    const Entity& lines = *row.entity;
    const auto present = [&](const char* field) -> const Value& { return row.value(field); };
    SATCHEL_ASSIGN(const Id group, placeOf(schema::entity("quote_group"), quote, line.group));
    SATCHEL_ASSIGN(const Id alternative, placeOf(lines, quote, line.alternativeTo));
    SATCHEL_ASSIGN(const Id bundle, placeOf(lines, quote, line.partOf));
    SATCHEL_ASSIGN(const auto product, line.product.isNull()
                                           ? Result<std::optional<Record>>(std::optional<Record>())
                                           : m_ledger.tables().find(schema::entity("product"), line.product));
    const auto unless = [](const Value& stands, const std::string& text, const std::string& shown) {
        return stands.isNull() && text == shown ? stands : textOrNone(text);
    };
    row.set("quote_group", idOrNone(group));
    row.set("position", line.position);
    row.set("kind", line.kind == Document::Kind::Text ? "text" : "item");
    if (!present("role").isNull() || line.role != Document::Role::Normal)
        row.set("role", nameOf(line.role));
    row.set("chosen", flagOrNone(present("chosen"), line.chosen));
    row.set("alternative_to", idOrNone(alternative));
    row.set("part_of", idOrNone(bundle));
    row.set("product", idOrNone(line.product));
    row.set("quantity", numberOrNone(present("quantity"), line.quantity));
    row.set("unit", unless(present("unit"), line.unit, product ? product->value("unit").text() : std::string()));
    row.set("list_price", moneyOrNone(present("list_price"), line.listPrice, document.currency, false));
    row.set("price", moneyOrNone(present("price"), line.handPrice, document.currency, false));
    row.set("discount_percent", numberOrNone(present("discount_percent"), line.discountPercent));
    row.set("discount_amount", moneyOrNone(present("discount_amount"), line.discountAmount, document.currency, true));
    row.set("tax_percent", numberOrNone(present("tax_percent"), line.taxPercent));
    row.set("promotion", idOrNone(line.promotion));
    row.set("free", flagOrNone(present("free"), line.free));
    row.set("why", textOrNone(line.why));
    row.set("description",
            unless(present("description"), line.description, product ? product->label() : std::string()));
    row.set("part_number", textOrNone(line.partNumber));
    row.set("delivery_date", textOrNone(line.deliveryDate));
    if (!line.shipTo.isNull())
        row.set("ship_to", line.shipTo);
    return row;
}

Status HandedOver::planParts(const Record& quote, const Document& document, Plan& plan)
{
    const Entity& groups = schema::entity("quote_group");
    const Entity& lines = schema::entity("quote_line");
    std::set<Id> wanted;
    const auto add = [&](const Record& before, Record after, bool there) {
        wanted.insert(after.id);
        auto fields = differing(before, after);
        if (!there || !fields.empty())
            plan.parts.push_back({std::move(after), std::move(fields), there});
    };
    const auto rowFor = [&](const Entity& entity, const Id& onPaper, bool& there) -> Result<Record> {
        SATCHEL_ASSIGN(const Id id, placeOf(entity, quote.id, onPaper));
        SATCHEL_ASSIGN(const auto row, m_ledger.tables().findForMerge(entity, id));
        there = row && !row->deleted;
        if (row)
            return row->record;
        Record made(entity, id);
        made.set("quote", quote.id);
        return made;
    };
    for (const Document::Group& group : document.groups) {
        bool there = false;
        SATCHEL_ASSIGN(const Record row, rowFor(groups, group.id, there));
        Record after = row;
        after.set("title", textOrNone(group.title));
        after.set("position", textOrNone(group.position));
        after.set("text", textOrNone(group.text));
        add(row, std::move(after), there);
    }
    for (const Document::Line& line : document.lines) {
        bool there = false;
        SATCHEL_ASSIGN(const Record row, rowFor(lines, line.id, there));
        SATCHEL_ASSIGN(Record after, lineAs(row, line, document));
        add(row, std::move(after), there);
    }
    TableRecords records(m_database);
    for (const Entity* entity : {&lines, &groups}) {
        SATCHEL_ASSIGN(auto rows, records.where(*entity, {{*entity->indexOf("quote"), Value(quote.id)}}));
        for (Record& row : rows)
            if (!wanted.contains(row.id))
                plan.gone.push_back(std::move(row));
    }
    return Ok{};
}

Result<HandedOver::Plan> HandedOver::plan(const Record& quote, const Document& document)
{
    Record after = quote;
    after.set("number", document.number);
    if (document.quote == quote.id)
        after.set("revision", document.revision);
    after.set("title", textOrNone(document.title));
    after.set("date", document.date);
    after.set("valid_until", textOrNone(document.validUntil));
    after.set("language", textOrNone(document.language));
    after.set("delivery_date", textOrNone(document.deliveryDate));
    after.set("introduction", textOrNone(document.introduction));
    after.set("terms", textOrNone(document.terms));
    after.set("reference", textOrNone(document.reference));
    after.set("discount_percent", numberOrNone(quote.value("discount_percent"), document.discountPercent));
    after.set("discount_amount",
              moneyOrNone(quote.value("discount_amount"), document.discountAmount, document.currency, true));
    if (!document.shipTo.isNull())
        after.set("ship_to", document.shipTo);
    Plan plan;
    if (auto fields = differing(quote, after); !fields.empty())
        plan.quote = Wanted{std::move(after), std::move(fields)};
    SATCHEL_TRY(planParts(quote, document, plan));
    return plan;
}

Status HandedOver::write(const Wanted& wanted)
{
    const Stamp mine = Revisions::own(m_stamp, m_now);
    if (wanted.there)
        return m_ledger.update(wanted.record, wanted.fields, mine, false);
    SATCHEL_ASSIGN(const auto deleted, m_ledger.tables().findForMerge(*wanted.record.entity, wanted.record.id));
    return deleted ? m_ledger.update(wanted.record, wanted.fields, mine, true) : m_ledger.insert(wanted.record, mine);
}

Status HandedOver::carryOut(const Plan& plan)
{
    if (plan.quote)
        SATCHEL_TRY(write(*plan.quote));
    for (const Wanted& part : plan.parts)
        SATCHEL_TRY(write(part));
    for (const Record& row : plan.gone)
        SATCHEL_TRY(m_ledger.remove(row, Revisions::own(m_stamp, m_now)));
    return Ok{};
}

// Once for each device whose edits are in it the revision is the place where its later ones go too.
Status HandedOver::keepOthersEdits(const Record& quote, const Record& document)
{
    Touches touches(m_database);
    SATCHEL_ASSIGN(const auto unseen, touches.unseen(quote.id, m_stamp.device, m_seen));
    if (unseen.empty())
        return Ok{};
    const Id next = quotes::revisionIdOf(quote.id, document.id);
    SATCHEL_TRY(Revisions(m_database, m_ledger)
                    .make(quote.id, next,
                          {.editor = unseen.front(), .seller = m_stamp.user, .sellerDevice = m_stamp.deviceName},
                          m_stamp, m_now));
    for (Touches::Touch touch : unseen) {
        touch.seq = m_ledger.seq();
        SATCHEL_TRY(touches.put(next, touch));
    }
    return Ok{};
}

// Nobody looks at it before it goes out any more.
Status HandedOver::isOut(const Id& id)
{
    SATCHEL_ASSIGN(auto quote, m_ledger.tables().find(schema::entity("quote"), id));
    if (!quote || quote->value("review").isNull())
        return Ok{};
    quote->set("review", Value());
    const std::size_t review = *quote->entity->indexOf("review");
    return m_ledger.update(std::move(*quote), {review}, Revisions::own(m_stamp, m_now), false);
}

Status HandedOver::flag(const Record& row, const Document& document)
{
    QuoteFlags flags(m_database, m_ledger);
    SATCHEL_ASSIGN(const auto found, flags.of(row, document, m_stamp.user, m_role));
    return flags.write(row, document, found, m_stamp, m_now);
}

Status HandedOver::recompute(const Record& row)
{
    TableRecords records(m_database);
    quotes::QuoteReader now(records);
    SATCHEL_ASSIGN(const auto quote, now.records(row.value("quote").id()));
    SATCHEL_ASSIGN(const Document document, now.document(quote));
    Record changed = row;
    changed.set("body", pricing::writeDocument(document));
    changed.set("hash", pricing::hashOf(changed.value("body").text()));
    return m_ledger.update(changed, {*row.entity->indexOf("body"), *row.entity->indexOf("hash")},
                           Revisions::own(m_stamp, m_now), false);
}

Status HandedOver::settle(const Record& row)
{
    const auto document = pricing::readDocument(row.value("body").text());
    SATCHEL_ASSIGN(const auto quote, m_ledger.tables().find(schema::entity("quote"), row.value("quote").id()));
    if (!document.ok() || !quote)
        return Ok{}; // the guard has refused such a change
    if (planted("a fact recomputed"))
        return recompute(row);
    SATCHEL_ASSIGN(const Plan todo, plan(*quote, *document));
    if (!todo.empty()) {
        SATCHEL_TRY(keepOthersEdits(*quote, row));
        SATCHEL_TRY(carryOut(todo));
    }
    SATCHEL_TRY(isOut(quote->id));
    return flag(row, *document);
}

} // namespace satchel::server
