// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Quotes.h"

#include "core/sales/Followers.h"
#include "core/sales/LineMaker.h"
#include "core/sales/QuoteWork.h"
#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel::sales {

namespace {

Error gone()
{
    return Error{ErrorKind::NotFound, "This line is no longer in the quote."};
}

bool isFree(const Record& line)
{
    return line.value("free").integer() == 1;
}

bool isText(const Record& line)
{
    return line.value("kind").text() == "text";
}

Status checkDiscount(const Decimal& percent, const Decimal& amount)
{
    if (percent.units < 0 || percent.units > 100 * Decimal::scale)
        return invalid("A discount is from 0 to 100 percent.", "discount_percent");
    if (amount.units < 0)
        return invalid("A discount is not negative.", "discount_amount");
    return Ok{};
}

Value discountValue(const Decimal& amount, const std::string& currency)
{
    return amount.units == 0 ? Value() : moneyValue(amount, currency);
}

// What may be an alternative to what.
Status checkAlternative(QuoteWork& work, const Id& line, const Id& other)
{
    const Record* target = work.line(other);
    if (other.isNull() || target == nullptr)
        return invalid("An alternative needs a line of this quote that it is an alternative to.", "alternative_to");
    if (other == line)
        return invalid("A line cannot be an alternative to itself.", "alternative_to");
    const std::string& role = target->value("role").text();
    if (isText(*target) || isFree(*target) || !target->value("part_of").isNull() || (!role.empty() && role != "normal"))
        return invalid(work.called(other) + " cannot have alternatives: it is not a normal line of its own.",
                       "alternative_to");
    return Ok{};
}

// One alternative at most takes a line's place.
void choose(QuoteWork& work, Record& line, bool chosen)
{
    line.set("chosen", flagValue(chosen));
    const Id other = line.value("alternative_to").id();
    if (!chosen || other.isNull())
        return;
    for (Record& each : work.now.lines)
        if (each.id != line.id && each.value("alternative_to").id() == other && each.value("chosen").integer() == 1) {
            each.set("chosen", Value());
            work.touched.insert(each.id);
        }
}

Status changeRole(QuoteWork& work, Record& line, const LineChange& change)
{
    if (!change.role && !change.alternativeTo && !change.chosen)
        return Ok{};
    work.touched.insert(line.id);
    if (change.role || change.alternativeTo) {
        const LineRole role = change.role.value_or(LineRole::Alternative);
        const Id other = change.alternativeTo.value_or(line.value("alternative_to").id());
        if (role == LineRole::Alternative)
            SATCHEL_TRY(checkAlternative(work, line.id, other));
        line.set("role", role == LineRole::Alternative ? "alternative"
                         : role == LineRole::Optional  ? "optional"
                                                       : "normal");
        line.set("alternative_to", role == LineRole::Alternative ? idValue(other) : Value());
        if (role == LineRole::Normal)
            line.set("chosen", Value());
        else // nothing can be an alternative to what is only offered
            for (Record& each : work.now.lines)
                if (each.value("alternative_to").id() == line.id) {
                    each.set("alternative_to", Value());
                    each.set("role", "optional");
                    work.touched.insert(each.id);
                }
    }
    if (!change.chosen)
        return Ok{};
    if (*change.chosen && line.value("role").text() == "normal")
        return invalid(work.called(line.id) + " is not optional; it is in the quote already.", "chosen");
    choose(work, line, *change.chosen);
    return Ok{};
}

void changeTexts(Record& line, const LineChange& change)
{
    if (change.description)
        line.set("description", textValue(*change.description));
    if (change.partNumber)
        line.set("part_number", textValue(*change.partNumber));
    if (change.shipTo)
        line.set("ship_to", idValue(*change.shipTo));
    if (change.deliveryDate)
        line.set("delivery_date", textValue(*change.deliveryDate));
    if (change.notes)
        line.set("notes", textValue(*change.notes));
}

// Free goods are the promotion's, parts the bundle's, and a text costs nothing.
Status mayChange(QuoteWork& work, const Record& line, const LineChange& change)
{
    const bool goods = change.product || change.quantity || change.unit;
    const bool terms = change.price || change.discountPercent || change.discountAmount;
    const bool role = change.role || change.alternativeTo || change.chosen;
    if (isText(line) && (goods || terms || role))
        return invalid(work.called(line.id) + " is only a text.");
    if (isFree(line) && (goods || terms || role))
        return invalid(work.called(line.id) + " is given by a promotion; it can only be removed.");
    if (!line.value("part_of").isNull() && (goods || role))
        return invalid(work.called(line.id) + " is part of a bundle; change the bundle's line instead.");
    return Ok{};
}

// What the line would be if it were added anew must be possible too.
Status changeGoods(QuoteWork& work, Record& line, const LineChange& change)
{
    const Id id = line.id;
    const bool other = change.product && *change.product != line.value("product").id();
    NewLine wish{.product = change.product.value_or(line.value("product").id()),
                 .quantity = change.quantity.value_or(Decimal{line.value("quantity").integer()}),
                 .unit = change.unit.value_or(other ? std::string() : line.value("unit").text())};
    SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(work.replica(), work.quote().value("account").id()));
    SATCHEL_ASSIGN(const auto product, maker.product(wish.product));
    // A product that is no longer sold stays where it is.
    const bool retired = product && product->value("active").integer() != 1 && !other;
    if (!retired) {
        SATCHEL_ASSIGN(const auto objection, maker.objectionTo(wish));
        if (objection)
            return invalid(*objection);
    }
    if (wish.quantity.units <= 0 || wish.quantity > maxQuantity)
        return invalid("The quantity must be more than 0 and at most 10,000,000.", "quantity");
    line.set("quantity", wish.quantity.units);
    line.set("unit", product && wish.unit == product->value("unit").text() ? Value() : textValue(wish.unit));
    work.touched.insert(id);
    if (!other)
        return maker.scaleParts(work, id);
    line.set("product", wish.product);
    line.set("description", textValue(product->value("name").text()));
    line.set("part_number", textValue(maker.finder().partNumber(wish.product)));
    for (const Id& part : work.partsOf(id))
        work.removeLine(part);
    if (product->value("kind").text() != "bundle")
        return Ok{};
    SATCHEL_ASSIGN(const auto parts, maker.giveParts(work, id, std::nullopt));
    return work.putLines(parts, {.after = id});
}

} // namespace

Result<QuoteWork> Quotes::workOn(const Id& quote)
{
    return QuoteWork::open(m_replica, quote, m_kept);
}

Status Quotes::readAhead(const Id& quote)
{
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    return work.readAhead();
}

Result<Id> Quotes::quoteOf(std::string_view entity, const Id& row)
{
    SATCHEL_ASSIGN(const auto record, m_replica.find(schema::entity(entity), row));
    if (!record)
        return Error{ErrorKind::NotFound,
                     "This " + std::string(entity == "quote_line" ? "line" : "group") + " is no longer in the quote."};
    return record->value("quote").id();
}

Result<Edited> Quotes::addLines(const Id& quote, const std::vector<NewLine>& lines, const Place& place)
{
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(m_replica, work.quote().value("account").id()));
    if (!place.group.isNull() && work.group(place.group) == nullptr)
        return Error{ErrorKind::NotFound, "This group is no longer in the quote."};
    std::vector<Id> heads;
    std::vector<Id> all;
    for (const NewLine& line : lines) {
        SATCHEL_ASSIGN(const auto objection, maker.objectionTo(line));
        if (objection)
            return invalid(*objection);
        if (line.role == LineRole::Alternative)
            SATCHEL_TRY(checkAlternative(work, {}, line.alternativeTo));
        SATCHEL_ASSIGN(const auto added, maker.add(work, line));
        heads.push_back(added.front());
        all.insert(all.end(), added.begin(), added.end());
    }
    SATCHEL_TRY(work.putLines(heads, place));
    return work.finish(std::move(all));
}

Result<Edited> Quotes::changeLine(const Id& id, const LineChange& change)
{
    SATCHEL_ASSIGN(const Id quote, quoteOf("quote_line", id));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    if (work.line(id) == nullptr)
        return gone();
    SATCHEL_TRY(mayChange(work, *work.line(id), change));
    SATCHEL_TRY(checkDiscount(change.discountPercent.value_or(Decimal{}), change.discountAmount.value_or(Decimal{})));
    if (change.product || change.quantity || change.unit)
        SATCHEL_TRY(changeGoods(work, *work.line(id), change));
    Record& line = *work.line(id);
    if (change.price) {
        if (*change.price && (*change.price)->units < 0)
            return invalid("A price is not negative.", "price");
        line.set("price", moneyValue(*change.price, work.currency()));
        work.touched.insert(id);
    }
    if (change.discountPercent)
        line.set("discount_percent", decimalValue(*change.discountPercent));
    if (change.discountAmount)
        line.set("discount_amount", discountValue(*change.discountAmount, work.currency()));
    changeTexts(line, change);
    SATCHEL_TRY(changeRole(work, line, change));
    return work.finish({});
}

Result<Edited> Quotes::discountLines(const Id& quote, const std::vector<Id>& lines, const Decimal& percent,
                                     const Decimal& amount)
{
    SATCHEL_TRY(checkDiscount(percent, amount));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    for (const Id& id : lines) {
        Record* line = work.line(id);
        if (line == nullptr)
            return gone();
        if (isText(*line) || isFree(*line) || quotes::isIncludedPart(*line)) // a selection may have them among it
            continue;
        line->set("discount_percent", decimalValue(percent));
        line->set("discount_amount", discountValue(amount, work.currency()));
    }
    return work.finish({});
}

Result<Edited> Quotes::discountDocument(const Id& quote, const Decimal& percent, const Decimal& amount)
{
    SATCHEL_TRY(checkDiscount(percent, amount));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    work.quote().set("discount_percent", decimalValue(percent));
    work.quote().set("discount_amount", discountValue(amount, work.currency()));
    return work.finish({});
}

Result<Edited> Quotes::moveLines(const Id& quote, const std::vector<Id>& lines, const Place& place)
{
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    if (!place.group.isNull() && work.group(place.group) == nullptr)
        return Error{ErrorKind::NotFound, "This group is no longer in the quote."};
    std::vector<Id> heads;
    for (const Id& id : lines) {
        const Record* line = work.line(id);
        if (line == nullptr)
            return gone();
        const Id bundle = line->value("part_of").id();
        if (work.line(bundle) == nullptr)
            heads.push_back(id);
        else if (std::find(lines.begin(), lines.end(), bundle) == lines.end())
            return invalid(work.called(id) + " is part of a bundle; move the bundle's line instead.");
    }
    SATCHEL_TRY(work.putLines(heads, place));
    return work.commit({});
}

Result<Edited> Quotes::removeLines(const Id& quote, const std::vector<Id>& lines)
{
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    for (const Id& id : lines) {
        const Record* line = work.line(id);
        if (line == nullptr)
            return gone();
        const Id bundle = line->value("part_of").id();
        if (work.line(bundle) != nullptr && std::find(lines.begin(), lines.end(), bundle) == lines.end())
            return invalid(work.called(id) + " is part of a bundle; choose the bundle's parts instead.");
    }
    for (const Id& id : lines)
        work.removeLine(id);
    return work.finish({});
}

Result<Edited> Quotes::chooseParts(const Id& id, const std::set<Id>& parts)
{
    SATCHEL_ASSIGN(const Id quote, quoteOf("quote_line", id));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    if (work.line(id) == nullptr)
        return gone();
    SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(m_replica, work.quote().value("account").id()));
    SATCHEL_ASSIGN(const auto product, maker.product(work.line(id)->value("product").id()));
    if (!product || product->value("kind").text() != "bundle")
        return invalid(work.called(id) + " is no bundle; it has no parts to choose.");
    SATCHEL_ASSIGN(const auto added, maker.giveParts(work, id, parts));
    SATCHEL_TRY(work.putLines(added, {.after = id}));
    return work.finish(added);
}

} // namespace satchel::sales
