// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/QuoteReader.h"

#include "core/model/Reading.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/schema/Schema.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::quotes {

namespace {

using pricing::Document;

Document::Address addressOf(const Record& record)
{
    const auto part = [&](std::string_view member) { return memberOf(record, "address", member); };
    return {.street = part("street"),
            .postcode = part("postcode"),
            .city = part("city"),
            .region = part("region"),
            .country = part("country")};
}

Document::Role roleOf(const Record& line)
{
    const std::string& role = line.value("role").text();
    return role == "optional"      ? Document::Role::Optional
           : role == "alternative" ? Document::Role::Alternative
                                   : Document::Role::Normal;
}

pricing::LineRequest::Role roleForPrice(const Record& line)
{
    switch (roleOf(line)) {
    case Document::Role::Optional: return pricing::LineRequest::Role::Optional;
    case Document::Role::Alternative: return pricing::LineRequest::Role::Alternative;
    case Document::Role::Normal: break;
    }
    return pricing::LineRequest::Role::Normal;
}

Result<std::vector<Record>> rowsOf(RecordSource& records, std::string_view entityName, const Id& quote)
{
    const Entity& entity = schema::entity(entityName);
    return records.where(entity, {{*entity.indexOf("quote"), Value(quote)}});
}

bool standsBefore(const Record& a, const Record& b)
{
    const int order = a.value("position").text().compare(b.value("position").text());
    return order != 0 ? order < 0 : a.id < b.id;
}

} // namespace

void sortByPosition(std::vector<Record>& rows)
{
    if (!std::is_sorted(rows.begin(), rows.end(), standsBefore)) // mostly they are, and rows are large to move
        std::sort(rows.begin(), rows.end(), standsBefore);
}

namespace {

void sortNewestFirst(std::vector<Record>& rows, std::string_view field)
{
    std::sort(rows.begin(), rows.end(), [&](const Record& a, const Record& b) {
        const std::int64_t left = a.value(field).integer();
        const std::int64_t right = b.value(field).integer();
        return left != right ? left > right : b.id < a.id;
    });
}

// Lines of no group first, then group by group; a line whose group is gone stands with those of none.
void orderLines(Document& document)
{
    std::map<Id, std::size_t> places;
    for (std::size_t i = 0; i < document.groups.size(); ++i)
        places[document.groups[i].id] = i + 1;
    for (Document::Line& line : document.lines)
        if (!places.contains(line.group))
            line.group = Id();
    const auto before = [&](const Document::Line& a, const Document::Line& b) {
        return places[a.group] < places[b.group];
    };
    if (!std::is_sorted(document.lines.begin(), document.lines.end(), before)) // lines are large to move
        std::stable_sort(document.lines.begin(), document.lines.end(), before);
}

// Normal lines, unless an alternative to them was chosen; and what was chosen of the others.
void countLines(Document& document)
{
    std::set<Id> replaced;
    for (const Document::Line& line : document.lines)
        if (line.role == Document::Role::Alternative && line.chosen)
            replaced.insert(line.alternativeTo);
    for (Document::Line& line : document.lines)
        line.counted = line.kind == Document::Kind::Item &&
                       (line.role == Document::Role::Normal ? !replaced.contains(line.id) : line.chosen);
}

// What stands in the line itself.
Document::Line pricedLine(const Record& record)
{
    Document::Line line{.id = record.id};
    line.group = record.value("quote_group").id();
    line.position = record.value("position").text();
    line.kind = record.value("kind").text() == "text" ? Document::Kind::Text : Document::Kind::Item;
    line.role = roleOf(record);
    line.chosen = isSet(record, "chosen");
    line.alternativeTo = record.value("alternative_to").id();
    line.partOf = record.value("part_of").id();
    line.partNumber = record.value("part_number").text();
    line.description = record.value("description").text();
    line.product = record.value("product").id();
    line.promotion = record.value("promotion").id();
    line.quantity = decimalOf(record, "quantity");
    line.unit = record.value("unit").text();
    line.listPrice = amountOf(record, "list_price");
    line.handPrice = amountOf(record, "price");
    line.discountPercent = decimalOf(record, "discount_percent");
    line.discountAmount = amountOf(record, "discount_amount").value_or(Decimal{});
    line.taxPercent = decimalOf(record, "tax_percent");
    line.free = isSet(record, "free");
    line.why = record.value("why").text();
    line.deliveryDate = record.value("delivery_date").text();
    return line;
}

Document withoutLines(const Record& quote, const std::vector<Record>& groups)
{
    Document document;
    document.quote = quote.id;
    document.number = quote.value("number").text();
    document.revision = quote.value("revision").isNull() ? 1 : quote.value("revision").integer();
    document.title = quote.value("title").text();
    document.date = quote.value("date").text();
    document.validUntil = quote.value("valid_until").text();
    document.currency = quote.value("currency").text();
    document.language = quote.value("language").text();
    document.taxInclusive = isSet(quote, "tax_inclusive");
    document.half =
        quote.value("rounding").text() == "half_even" ? pricing::HalfRule::ToEven : pricing::HalfRule::AwayFromZero;
    document.deliveryDate = quote.value("delivery_date").text();
    document.introduction = quote.value("introduction").text();
    document.terms = quote.value("terms").text();
    document.reference = quote.value("reference").text();
    document.discountPercent = decimalOf(quote, "discount_percent");
    document.discountAmount = amountOf(quote, "discount_amount").value_or(Decimal{});
    document.acceptedBy = quote.value("accepted_by").text();
    document.signature = quote.value("signature").text();
    for (const Record& group : groups)
        document.groups.push_back({.id = group.id,
                                   .title = group.value("title").text(),
                                   .text = group.value("text").text(),
                                   .position = group.value("position").text()});
    return document;
}

Status computeInOrder(Document& document)
{
    orderLines(document);
    countLines(document);
    return pricing::computeTotals(document);
}

} // namespace

Result<QuoteRecords> QuoteReader::records(const Id& quote)
{
    SATCHEL_ASSIGN(auto found, m_records.find(schema::entity("quote"), quote));
    if (!found)
        return Error{ErrorKind::NotFound, "There is no such quote here."};
    QuoteRecords records{.quote = std::move(*found), .groups = {}, .lines = {}, .approvals = {}, .documents = {}};
    SATCHEL_ASSIGN(records.groups, rowsOf(m_records, "quote_group", quote));
    SATCHEL_ASSIGN(records.lines, rowsOf(m_records, "quote_line", quote));
    SATCHEL_ASSIGN(records.approvals, rowsOf(m_records, "approval", quote));
    SATCHEL_ASSIGN(records.documents, rowsOf(m_records, "quote_document", quote));
    sortByPosition(records.groups);
    sortByPosition(records.lines);
    sortNewestFirst(records.approvals, "asked_at");
    sortNewestFirst(records.documents, "handed_at");
    return records;
}

Result<std::optional<Record>> QuoteReader::named(const Record& record, std::string_view field)
{
    const Value& reference = record.value(field);
    if (reference.isNull())
        return std::optional<Record>();
    return m_records.find(schema::entity(record.entity->field(field)->references), reference.id());
}

Status QuoteReader::addCustomer(const Record& quote, Document& document)
{
    SATCHEL_ASSIGN(const auto account, named(quote, "account"));
    if (account) {
        document.account = account->id;
        document.customerName = account->label();
        document.customerNumber = account->value("number").text();
        document.customerVatId = account->value("vat_id").text();
        document.customerAddress = addressOf(*account);
        if (account->value("taxation").text() != "normal")
            document.taxation = account->value("taxation").text();
    }
    SATCHEL_ASSIGN(const auto contact, named(quote, "contact"));
    if (contact)
        document.contactName = contact->label();
    SATCHEL_ASSIGN(const auto owner, named(quote, "owner"));
    if (owner) {
        document.sellerName = owner->label();
        document.sellerEmail = owner->value("email").text();
        document.sellerPhone = owner->value("phone").text();
    }
    SATCHEL_ASSIGN(const auto shipTo, named(quote, "ship_to"));
    if (shipTo) {
        document.shipTo = shipTo->id;
        document.shipToName = shipTo->label();
        document.shipToAddress = addressOf(*shipTo);
    }
    return Ok{};
}

Result<Document::Line> QuoteReader::line(const Record& record)
{
    Document::Line line = pricedLine(record);
    SATCHEL_ASSIGN(const auto product, named(record, "product"));
    if (product) {
        line.code = product->value("code").text();
        if (line.description.empty())
            line.description = product->label();
        if (line.unit.empty())
            line.unit = product->value("unit").text();
    }
    SATCHEL_ASSIGN(const auto promotion, named(record, "promotion"));
    line.promotionName = promotion ? promotion->label() : std::string();
    SATCHEL_ASSIGN(const auto shipTo, named(record, "ship_to"));
    if (shipTo) {
        line.shipTo = shipTo->id;
        line.shipToName = shipTo->label();
        line.shipToAddress = addressOf(*shipTo);
    }
    return line;
}

Result<Document> QuoteReader::document(const QuoteRecords& records)
{
    Document document = withoutLines(records.quote, records.groups);
    SATCHEL_TRY(addCustomer(records.quote, document));
    document.lines.reserve(records.lines.size());
    for (const Record& record : records.lines) {
        SATCHEL_ASSIGN(auto each, line(record));
        document.lines.push_back(std::move(each));
    }
    SATCHEL_TRY(computeInOrder(document));
    return document;
}

Result<Document> QuoteReader::totals(const Record& quote)
{
    SATCHEL_ASSIGN(auto groups, rowsOf(m_records, "quote_group", quote.id));
    SATCHEL_ASSIGN(auto lines, rowsOf(m_records, "quote_line", quote.id));
    sortByPosition(groups);
    sortByPosition(lines);
    Document document = withoutLines(quote, groups);
    document.lines.reserve(lines.size());
    for (const Record& line : lines)
        document.lines.push_back(pricedLine(line));
    SATCHEL_TRY(computeInOrder(document));
    return document;
}

Result<pricing::Request> QuoteReader::request(const QuoteRecords& records)
{
    const Record& quote = records.quote;
    pricing::Request request;
    request.date = quote.value("date").text();
    request.currency = quote.value("currency").text();
    request.taxInclusive = isSet(quote, "tax_inclusive");
    request.list = quote.value("price_list").id();
    request.pins = idsOf(quote, "pins");
    request.rates = idsOf(quote, "rates");
    SATCHEL_ASSIGN(request.customer, pricing::SnapshotReader(m_records).customer(quote.value("account").id()));
    for (const Record& record : records.lines) {
        if (record.value("kind").text() == "text" || record.value("product").isNull() || isSet(record, "free"))
            continue;
        request.lines.push_back({.id = record.id,
                                 .product = record.value("product").id(),
                                 .quantity = decimalOf(record, "quantity"),
                                 .unit = record.value("unit").text(),
                                 .role = roleForPrice(record),
                                 .chosen = isSet(record, "chosen"),
                                 .alternativeTo = record.value("alternative_to").id(),
                                 .includedPart = isIncludedPart(record),
                                 .handPrice = amountOf(record, "price")});
    }
    return request;
}

bool isIncludedPart(const Record& line)
{
    if (line.value("part_of").isNull())
        return false;
    // A part that is priced by itself has been priced; the price of the others is the bundle's.
    const auto steps = pricing::readSteps(line.value("why").text());
    return steps.ok() &&
           std::any_of(steps->begin(), steps->end(), [](const pricing::Step& step) { return step.code == "part"; });
}

std::string sealOf(const Document& document)
{
    std::vector<const Document::Line*> lines;
    for (const Document::Line& line : document.lines)
        if (line.kind == Document::Kind::Item)
            lines.push_back(&line);
    std::sort(lines.begin(), lines.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    std::string text = document.currency + "\n" + document.discountPercent.toString() + "\n" +
                       document.discountAmount.toString() + "\n";
    for (const Document::Line* line : lines) {
        const auto price = [](const std::optional<Decimal>& each) { return each ? each->toString() : std::string(); };
        for (const std::string& part :
             {line->id.toString(), line->product.toString(), std::to_string(static_cast<int>(line->role)),
              std::string(line->chosen ? "chosen" : ""), line->alternativeTo.toString(), line->quantity.toString(),
              line->unit, price(line->listPrice), price(line->handPrice), line->discountPercent.toString(),
              line->discountAmount.toString(), line->taxPercent.toString(), std::string(line->free ? "free" : "")})
            text += part + "\t";
        text += "\n";
    }
    return pricing::hashOf(text);
}

} // namespace satchel::quotes
