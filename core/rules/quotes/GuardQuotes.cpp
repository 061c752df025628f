// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/GuardCase.h"
#include "core/schema/Wording.h"

#include <algorithm>

// Quotes, their groups and lines: states and what stands still in each.

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;

std::string nameOf(const Record& quote)
{
    const std::string& number = quote.value("number").text();
    return number.empty() ? "this quote" : "quote " + number;
}

Objection frozen(const Record& quote, const std::string& field)
{
    const std::string name = nameOf(quote);
    return objection("The customer has " + name + " as it is, so its " + spoken(field) +
                         " cannot be changed any more; make the next revision of it instead.",
                     field);
}

// A row of the quote that is in this state before and in that one after the change.
Result<bool> hasMoved(GuardCase& look, std::string_view entity, const Id& quote, std::string_view from,
                      std::string_view to)
{
    for (const Touched* each : look.touched(entity)) {
        SATCHEL_ASSIGN(const auto row, look.after(*each));
        if (!row || row->value("quote").id() != quote)
            continue;
        const auto is = [](const Record& record, std::string_view wanted) {
            return record.value("status").text() == wanted;
        };
        const bool came = from.empty() ? !each->before : each->before && is(*each->before, from);
        if (came && (to.empty() || (to.front() == '!' ? !is(*row, to.substr(1)) : is(*row, to))))
            return true;
    }
    return false;
}

Result<bool> hasDocument(GuardCase& look, const Id& quote)
{
    for (const Touched* each : look.touched("quote_document")) {
        SATCHEL_ASSIGN(const auto row, look.after(*each));
        if (row && !each->before && row->value("quote").id() == quote)
            return true;
    }
    return false;
}

Result<Verdict> accepted(GuardCase& look, const Record& quote)
{
    if (quote.value("accepted_by").isNull() || quote.value("accepted_at").isNull())
        return Verdict(objection("Say who accepted the quote, and when.", "accepted_by"));
    SATCHEL_ASSIGN(const std::string day, look.dayOf(quote.value("accepted_at").integer()));
    const std::string& last = quote.value("valid_until").text();
    if (!last.empty() && last < day)
        return Verdict(objection("The quote was valid until " + last + " and cannot be accepted on " + day +
                                     "; make the next revision of it.",
                                 "accepted_at"));
    const Entity& order = schema::entity("order");
    SATCHEL_ASSIGN(const auto orders, look.now().where(order, {{*order.indexOf("account"), quote.value("account")},
                                                               {*order.indexOf("quote"), Value(quote.id)}}));
    if (orders.empty())
        return Verdict(objection("A quote that is accepted becomes an order in the same change.", "status"));
    return Verdict();
}

Result<Verdict> transition(GuardCase& look, const Record& before, const Record& after)
{
    const std::string from = statusOf(before);
    const std::string to = statusOf(after);
    if (from == to)
        return Verdict();
    if (from == "draft" && to == "in_approval") {
        SATCHEL_ASSIGN(const bool asked, hasMoved(look, "approval", after.id, "", "open"));
        return asked ? Verdict()
                     : Verdict(objection("A quote waits for approval only if somebody is asked for it.", "status"));
    }
    if (from == "in_approval" && to == "draft") {
        SATCHEL_ASSIGN(const bool decided, hasMoved(look, "approval", after.id, "open", "!open"));
        return decided ? Verdict()
                       : Verdict(objection("This quote waits for approval, which has to be decided or withdrawn first.",
                                           "status"));
    }
    if ((from == "draft" || from == "in_approval") && to == "sent") {
        if (after.value("template").integer() == 1)
            return Verdict(objection("A template cannot be handed over; make a quote of it first.", "status"));
        SATCHEL_ASSIGN(const bool has, hasDocument(look, after.id));
        return has ? Verdict()
                   : Verdict(objection("A quote is handed over as a document in the same change.", "status"));
    }
    if (from == "sent" && to == "accepted")
        return accepted(look, after);
    if (from == "sent" && to == "rejected") {
        return after.value("reason").isNull() ? Verdict(objection("Say why the customer does not want it.", "reason"))
                                              : Verdict();
    }
    if (from == "sent" && to == "expired") {
        SATCHEL_ASSIGN(const std::string today, look.today());
        const std::string& last = after.value("valid_until").text();
        return last.empty() || today <= last
                   ? Verdict(objection("This quote has not expired: its last day has not passed.", "status"))
                   : Verdict();
    }
    return Verdict(objection("A quote that is " + spoken(from) + " cannot become " + spoken(to) + ".", "status"));
}

Verdict itself(const Record& quote)
{
    const bool isTemplate = quote.value("template").integer() == 1;
    if (isTemplate && !quote.value("account").isNull())
        return objection("A template belongs to no account.", "account");
    if (!isTemplate && quote.value("account").isNull())
        return objection("A quote needs an account.", "account");
    return {};
}

Verdict nobodysWord(const Record& before, const Record& after)
{
    if (const Field* field = changedAmong(before, after, {"accepted_by", "accepted_at", "signature"}))
        return objection("The customer's word is written down once, when he accepts the quote.", field->name);
    return {};
}

Verdict ofFact(const Record& before, const Record& after)
{
    if (const Field* field = changedBeyond(before, after,
                                           {"status", "reason", "closed_on", "accepted_by", "accepted_at", "signature",
                                            "reference", "notes", "owner", "opportunity", "review", "flags"}))
        return frozen(before, field->name);
    const bool accepts = statusOf(before) == "sent" && statusOf(after) == "accepted";
    return accepts ? Verdict() : nobodysWord(before, after);
}

Verdict whileApproved(const GuardCase& look)
{
    if (look.author().onServer)
        return {}; // who did not know of it is merged; the approval no longer fits
    return objection("This quote waits for approval; withdraw the request before you change what is priced.", "status");
}

} // namespace

Result<Verdict> guardQuote(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto after, look.after(touched));
    const auto& before = touched.before;
    if (!after)
        return before && isHandedOver(statusOf(*before))
                   ? Verdict(objection("The customer has " + nameOf(*before) + "; it cannot be deleted.", "status"))
                   : Verdict();
    if (!before) {
        if (statusOf(*after) != "draft")
            return Verdict(objection("A new quote is a draft.", "status"));
        if (auto verdict = itself(*after))
            return verdict;
        return nobodysWord(Record(*after->entity), *after);
    }
    if (isHandedOver(statusOf(*before))) {
        if (auto verdict = ofFact(*before, *after))
            return verdict;
        return transition(look, *before, *after);
    }
    if (const Field* field = changedAmong(*before, *after, {"currency", "tax_inclusive", "rounding"}))
        return Verdict(
            objection("The " + spoken(field->name) + " of a quote does not change; make a copy of it for another one.",
                      field->name));
    if (differs(*before, *after, "former"))
        return Verdict(objection("What a quote is the next revision of does not change.", "former"));
    if (statusOf(*before) == "in_approval" && statusOf(*after) == "in_approval" &&
        changedAmong(*before, *after, {"discount_percent", "discount_amount"}) != nullptr) {
        if (auto verdict = whileApproved(look))
            return verdict;
    }
    if (auto verdict = itself(*after))
        return verdict;
    if (auto verdict = nobodysWord(*before, *after))
        return verdict;
    return transition(look, *before, *after);
}

namespace {

const std::initializer_list<std::string_view> priced = {
    "kind",       "role",        "chosen", "alternative_to", "product",          "quantity",        "unit",
    "list_price", "tax_percent", "free",   "price",          "discount_percent", "discount_amount", "part_of"};

// A reference to another row of the same quote.
Result<Verdict> staysInside(GuardCase& look, const Record& part, std::string_view field)
{
    if (part.entity->indexOf(field) == std::nullopt || part.value(field).isNull())
        return Verdict();
    SATCHEL_ASSIGN(const auto other,
                   look.now().find(schema::entity(part.entity->field(field)->references), part.value(field).id()));
    if (!other || other->value("quote") == part.value("quote"))
        return Verdict();
    return Verdict(objection("The " + spoken(field) + " belongs to another quote.", std::string(field)));
}

Result<Verdict> partOfFact(const GuardCase::Images& quote, const std::optional<Record>& before,
                           const std::optional<Record>& after)
{
    const std::string kind = spoken((before ? before : after)->entity->name == "quote_line" ? "line" : "group");
    const std::string name = nameOf(*quote.before);
    if (!before)
        return Verdict(objection("The customer has " + name + " as it is, so no " + kind +
                                 " can be added to it; make the next revision of it instead."));
    if (!after)
        return Verdict(objection("The customer has " + name + " as it is, so no " + kind +
                                 " of it can go; make the next revision of it instead."));
    const bool accepts = quote.after && statusOf(*quote.before) == "sent" && statusOf(*quote.after) == "accepted";
    const Field* field = before->entity->name == "quote_group" ? changedBeyond(*before, *after, {})
                         : accepts                             ? changedBeyond(*before, *after, {"notes", "chosen"})
                                                               : changedBeyond(*before, *after, {"notes"});
    return field == nullptr ? Verdict() : Verdict(frozen(*quote.before, field->name));
}

} // namespace

Result<Verdict> guardQuotePart(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto after, look.after(touched));
    const auto& before = touched.before;
    if (!before && !after)
        return Verdict();
    if (before && after && differs(*before, *after, "quote"))
        return Verdict(objection("A " + spoken(touched.entity->name) + " stays with its quote.", "quote"));
    const Id id = (before ? before : after)->value("quote").id();
    SATCHEL_ASSIGN(const auto quote, look.images(schema::entity("quote"), id));
    if (quote.before && isHandedOver(statusOf(*quote.before)))
        return partOfFact(quote, before, after);
    const bool isLine = touched.entity->name == "quote_line";
    const bool waits = quote.before && quote.after && statusOf(*quote.before) == "in_approval" &&
                       statusOf(*quote.after) == "in_approval";
    if (waits && isLine && (!before || !after || changedAmong(*before, *after, priced) != nullptr)) {
        if (auto verdict = whileApproved(look))
            return verdict;
    }
    if (!after)
        return Verdict();
    for (const char* field : {"quote_group", "alternative_to", "part_of"})
        SATCHEL_OBJECT(staysInside(look, *after, field));
    return Verdict();
}

} // namespace satchel::quotes
