// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/LineMaker.h"
#include "core/sales/Origin.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuotePricing.h"
#include "core/sales/Quotes.h"

#include "core/base/TimeZone.h"
#include "core/schema/Wording.h"
#include "core/store/Leases.h"

#include <map>

namespace satchel::sales {

namespace {

// New quotes: empty ones, and copies of what is there.

constexpr std::int64_t usualDays = 30;

std::string textOf(const std::optional<Record>& record, std::string_view field)
{
    return record ? record->value(field).text() : std::string();
}

Result<std::optional<Record>> find(Replica& replica, std::string_view entity, const Id& id)
{
    if (id.isNull())
        return std::optional<Record>();
    return replica.find(schema::entity(entity), id);
}

std::string firstOf(const std::vector<std::string>& texts)
{
    for (const std::string& text : texts)
        if (!text.empty())
            return text;
    return {};
}

// The head of a quote, without a number.
Result<Record> headFor(Replica& replica, const NewQuote& wish, const Origin& origin)
{
    SATCHEL_ASSIGN(const auto account, find(replica, "account", wish.account));
    SATCHEL_ASSIGN(const auto contact, find(replica, "contact", wish.contact));
    if (!account && !wish.isTemplate)
        return Error{ErrorKind::NotFound, "A quote needs an account, and this one is not on this laptop.", "account"};
    const std::string currency =
        firstOf({wish.currency, textOf(account, "currency"), origin.listCurrency, textOf(origin.company, "currency")});
    if (!isCurrencyCode(currency))
        return invalid(currency.empty() ? "Say which currency the quote is in; neither account nor price list has one."
                                        : inQuotes(currency) + " is no currency; write it as EUR.",
                       "currency");
    const std::string date = wish.date.empty() ? origin.today : wish.date;
    if (!isDate(date))
        return invalid(inQuotes(date) + " is no date; write it as 2026-11-30.", "date");
    const bool hasDays = origin.company && !origin.company->value("quote_days").isNull();
    const std::int64_t days = hasDays ? origin.company->value("quote_days").integer() : usualDays;
    const std::string validUntil = wish.validUntil.empty() ? dayAfter(date, days) : wish.validUntil;
    if (!validUntil.empty() && (!isDate(validUntil) || validUntil < date))
        return invalid("The quote would be over before it begins: it is dated " + date + " and valid until " +
                           inQuotes(validUntil) + ".",
                       "valid_until");
    Record quote(schema::entity("quote"), replica.environment().newId());
    quote.set("title", textValue(wish.title));
    quote.set("account", wish.isTemplate ? Value() : idValue(wish.account));
    quote.set("contact", wish.isTemplate ? Value() : idValue(wish.contact));
    quote.set("opportunity", wish.isTemplate ? Value() : idValue(wish.opportunity));
    quote.set("template", flagValue(wish.isTemplate));
    quote.set("currency", currency);
    quote.set("date", date);
    quote.set("valid_until", wish.isTemplate ? Value() : textValue(validUntil));
    quote.set("price_list", idValue(wish.list));
    quote.set("tax_inclusive", flagValue(origin.taxInclusive));
    quote.set("rounding", textValue(textOf(origin.company, "rounding")));
    quote.set("terms", textValue(textOf(origin.company, "terms")));
    quote.set("language", textValue(firstOf({textOf(contact, "language"), textOf(account, "language")})));
    return quote;
}

// Used up by asking, so it comes last.
Status giveNumber(QuoteWork& work)
{
    if (work.quote().value("template").integer() == 1)
        return Ok{};
    work.close();
    SATCHEL_ASSIGN(const LeasedNumber number, Leases(work.replica()).next("quote"));
    if (!number.isDraft())
        work.quote().set("number", "Q-" + number.text());
    return Ok{};
}

// What of the old rows goes into the new quote.
struct Copying {
    bool sameAccount = false;
    bool sameMoney = false; ///< currency, and with or without tax: amounts set by hand still mean the same
    std::map<Id, Id> rows = {};
};

void copyFields(const Record& from, Record& to, std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields)
        to.set(field, from.value(field));
}

Id renamed(const Copying& copying, const Id& old)
{
    const auto row = copying.rows.find(old);
    return row == copying.rows.end() ? Id{} : row->second;
}

void copyLine(QuoteWork& work, const Record& from, LineMaker& maker, Copying& copying)
{
    Record& line = work.addLine();
    copying.rows[from.id] = line.id;
    copyFields(from, line,
               {"position", "kind", "role", "product", "quantity", "unit", "description", "discount_percent"});
    line.set("quote_group", idValue(renamed(copying, from.value("quote_group").id())));
    if (copying.sameMoney)
        copyFields(from, line, {"price", "discount_amount"});
    if (copying.sameAccount)
        copyFields(from, line, {"part_number", "ship_to", "delivery_date", "notes"});
    else
        line.set("part_number", textValue(maker.finder().partNumber(from.value("product").id())));
    if (quotes::isIncludedPart(from)) // its steps say so
        line.set("why", from.value("why"));
}

// Only what a person could add by hand; free goods come by themselves.
Result<std::vector<std::string>> copyRows(QuoteWork& work, const quotes::QuoteRecords& source, LineMaker& maker,
                                          Copying& copying)
{
    for (const Record& from : source.groups) {
        Record& group = work.addGroup();
        copying.rows[from.id] = group.id;
        copyFields(from, group, {"title", "position", "text"});
    }
    std::vector<std::string> notes;
    std::set<Id> leftOut;
    for (const Record* from : inOrder(source)) { // bundles before their parts
        const Id bundle = from->value("part_of").id();
        if (from->value("free").integer() == 1 || leftOut.contains(bundle))
            continue;
        if (!from->value("product").isNull() && bundle.isNull()) {
            const NewLine wish{.product = from->value("product").id(),
                               .quantity = Decimal{from->value("quantity").integer()},
                               .unit = from->value("unit").text()};
            SATCHEL_ASSIGN(const auto objection, maker.objectionTo(wish));
            if (objection) {
                leftOut.insert(from->id);
                notes.push_back(*objection + " It was left out.");
                continue;
            }
        }
        copyLine(work, *from, maker, copying);
    }
    for (const Record& from : source.lines) {
        Record* line = work.line(renamed(copying, from.id));
        if (line == nullptr)
            continue;
        line->set("part_of", idValue(renamed(copying, from.value("part_of").id())));
        const Id other = renamed(copying, from.value("alternative_to").id());
        line->set("alternative_to", idValue(other));
        if (from.value("role").text() == "alternative" && other.isNull())
            line->set("role", "optional");
    }
    return notes;
}

} // namespace

Result<Edited> Quotes::create(const NewQuote& wish)
{
    SATCHEL_ASSIGN(const Origin origin, originFor(m_replica, wish.account, wish.list));
    QuoteWork work = QuoteWork::begin(m_replica);
    SATCHEL_ASSIGN(work.now.quote, headFor(m_replica, wish, origin));
    SATCHEL_TRY(giveNumber(work));
    return work.commit({work.now.quote.id});
}

Result<Edited> Quotes::copy(const Id& quote, const CopyWish& wish)
{
    QuoteWork work = QuoteWork::begin(m_replica);
    quotes::QuoteReader reader(work.records());
    SATCHEL_ASSIGN(const quotes::QuoteRecords source, reader.records(quote));
    const Record& old = source.quote;
    const std::string& oldCurrency = old.value("currency").text();
    const Id oldAccount = old.value("account").id();
    const Id account = wish.isTemplate ? Id{} : wish.account.value_or(oldAccount);
    const std::string currency = wish.currency.empty() ? oldCurrency : wish.currency;
    const Id list = wish.list.isNull() && currency == oldCurrency ? old.value("price_list").id() : wish.list;
    SATCHEL_ASSIGN(const Origin origin, originFor(m_replica, account, list));
    Copying copying{.sameAccount = account == oldAccount && !wish.isTemplate};
    const NewQuote head{.account = account,
                        .contact = copying.sameAccount ? old.value("contact").id() : Id{},
                        .opportunity = copying.sameAccount ? old.value("opportunity").id() : Id{},
                        .title = wish.title.empty() ? old.value("title").text() : wish.title,
                        .currency = currency,
                        .date = wish.date,
                        .validUntil = wish.validUntil,
                        .list = list,
                        .isTemplate = wish.isTemplate};
    SATCHEL_ASSIGN(work.now.quote, headFor(m_replica, head, origin));
    copying.sameMoney = currency == oldCurrency && (old.value("tax_inclusive").integer() == 1) == origin.taxInclusive;
    copyFields(old, work.quote(), {"introduction", "discount_percent"});
    if (!old.value("terms").isNull())
        work.quote().set("terms", old.value("terms"));
    if (copying.sameMoney)
        work.quote().set("discount_amount", old.value("discount_amount"));
    if (copying.sameAccount)
        work.quote().set("ship_to", old.value("ship_to"));
    SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(m_replica, account));
    SATCHEL_ASSIGN(auto notes, copyRows(work, source, maker, copying));
    SATCHEL_ASSIGN(const pricing::Request request, reader.request(work.now));
    SATCHEL_TRY(priceAnew(work, request));
    work.repriced.clear(); // all of it is new
    if (const auto document = reader.document(work.now); !document.ok())
        return document.error();
    SATCHEL_TRY(giveNumber(work));
    SATCHEL_ASSIGN(Edited edited, work.commit({work.now.quote.id}));
    edited.notes = std::move(notes);
    return edited;
}

} // namespace satchel::sales
