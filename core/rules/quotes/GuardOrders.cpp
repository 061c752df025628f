// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Reading.h"
#include "core/rules/pricing/Limits.h"
#include "core/rules/quotes/GuardCase.h"
#include "core/rules/quotes/Ids.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/schema/Wording.h"

#include <set>

// Orders: made once, of what was handed over and accepted, to the minor unit.

namespace satchel::quotes {

namespace {

using pricing::Document;
using Verdict = GuardCase::Verdict;

Result<std::vector<Record>> linesOf(GuardCase& look, const Id& order)
{
    const Entity& entity = schema::entity("order_line");
    return look.now().where(entity, {{*entity.indexOf("order"), Value(order)}});
}

Verdict ownAmounts(const Record& order, const std::vector<Record>& lines)
{
    const std::string& currency = order.value("currency").text();
    const auto net = moneyOf(order, "net");
    const auto tax = moneyOf(order, "tax");
    const auto gross = moneyOf(order, "gross");
    pricing::Int128 sum = 0;
    for (const Record& line : lines) {
        const auto each = moneyOf(line, "net");
        const auto price = moneyOf(line, "unit_price");
        if (!each || !price || each->currency != currency || price->currency != currency)
            return objection("All amounts of an order are in its currency.", "currency");
        sum += each->amount.units;
    }
    if (!net || !tax || !gross || net->currency != currency || tax->currency != currency || gross->currency != currency)
        return objection("All amounts of an order are in its currency.", "currency");
    if (pricing::Int128{net->amount.units} != sum)
        return objection("The net of the order is not the sum of its lines.", "net");
    if (pricing::Int128{net->amount.units} + tax->amount.units != gross->amount.units)
        return objection("The total of the order is not its net and its tax together.", "gross");
    return {};
}

// What the customer has, with what he chose when he accepted it.
Result<std::optional<Document>> acceptedDocument(const QuoteRecords& quote)
{
    if (quote.documents.empty())
        return std::optional<Document>();
    auto document = pricing::readDocument(quote.documents.front().value("body").text());
    if (!document.ok())
        return std::optional<Document>();
    std::set<Id> replaced;
    std::map<Id, bool> chosen;
    for (const Record& line : quote.lines)
        chosen[line.id] = line.value("chosen").integer() == 1;
    // The rows of a revision that the server made have other ids than the paper that it is about.
    for (Document::Line& line : document->lines) {
        auto row = chosen.find(line.id);
        if (row == chosen.end())
            row = chosen.find(copiedRowIdOf(quote.quote.id, line.id));
        line.chosen = row == chosen.end() ? line.chosen : row->second;
        if (line.role == Document::Role::Alternative && line.chosen)
            replaced.insert(line.alternativeTo);
    }
    for (Document::Line& line : document->lines)
        line.counted = line.kind == Document::Kind::Item &&
                       (line.role == Document::Role::Normal ? !replaced.contains(line.id) : line.chosen);
    if (const Status status = pricing::computeTotals(*document); !status.ok())
        return status.error();
    return std::optional(std::move(*document));
}

Verdict likeLine(const Record& row, const Document::Line& line, const std::string& currency)
{
    const auto amount = [&](const Decimal& value) { return Money{value, currency}; };
    if (row.value("quantity").integer() != line.quantity.units || row.value("product").id() != line.product)
        return objection("An order has what was accepted, and as much of it.", "quantity");
    if (moneyOf(row, "unit_price") != amount(line.unitPrice))
        return objection("An order has the prices that were accepted.", "unit_price");
    if (moneyOf(row, "net") != amount(Decimal{line.net.units - line.share.units}) ||
        row.value("tax_percent").integer() != line.taxPercent.units)
        return objection("The amounts of an order are those of the quote that was accepted.", "net");
    return {};
}

Result<Verdict> ofQuote(GuardCase& look, const Record& order, const std::vector<Record>& lines)
{
    const Id quoteId = order.value("quote").id();
    QuoteReader reader(look.now());
    const auto found = reader.records(quoteId);
    if (!found.ok()) {
        if (found.error().kind == ErrorKind::NotFound)
            return Verdict(objection("The quote of this order is not there.", "quote"));
        return found.error();
    }
    const QuoteRecords& quote = *found;
    if (statusOf(quote.quote) != "accepted")
        return Verdict(objection("An order is made when its quote is accepted.", "quote"));
    if (order.value("account") != quote.quote.value("account"))
        return Verdict(objection("An order is of the account that accepted the quote.", "account"));
    // On the server a second hand-over has become a revision of its own.
    const Id former = look.author().onServer ? quote.quote.value("former").id() : Id();
    if (order.id != orderIdOf(quoteId) && (former.isNull() || order.id != orderIdOf(former)))
        return Verdict(objection("An order has the id that follows from its quote.", "quote"));
    auto document = acceptedDocument(quote);
    if (!document.ok()) {
        if (document.error().kind == ErrorKind::Invalid)
            return Verdict(objection(document.error().message));
        return document.error();
    }
    if (!*document)
        return Verdict(objection("What was accepted is not there.", "quote"));
    const Document& paper = **document;
    if (order.value("currency").text() != paper.currency || moneyOf(order, "net") != Money{paper.net, paper.currency} ||
        moneyOf(order, "tax") != Money{paper.tax, paper.currency} ||
        moneyOf(order, "gross") != Money{paper.gross, paper.currency})
        return Verdict(objection("The amounts of an order are those of the quote that was accepted.", "net"));
    std::map<Id, const Record*> rows;
    for (const Record& row : lines)
        rows[row.id] = &row;
    std::size_t counted = 0;
    for (const Document::Line& line : paper.lines) {
        if (!line.counted)
            continue;
        ++counted;
        auto row = rows.find(orderLineIdOf(order.id, line.id));
        if (row == rows.end())
            row = rows.find(orderLineIdOf(order.id, copiedRowIdOf(quoteId, line.id)));
        if (row == rows.end() && !former.isNull())
            row = rows.find(copiedRowIdOf(order.id, orderLineIdOf(orderIdOf(former), line.id)));
        if (row == rows.end())
            return Verdict(objection("An order has all lines that were accepted."));
        if (auto verdict = likeLine(*row->second, line, paper.currency))
            return verdict;
    }
    return counted == lines.size() ? Verdict() : Verdict(objection("An order has only lines that were accepted."));
}

} // namespace

Result<Verdict> guardOrder(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto order, look.after(touched));
    if (!order)
        return touched.before ? Verdict(objection("Orders are never deleted.")) : Verdict();
    if (touched.before) {
        if (const Field* field = changedBeyond(
                *touched.before, *order,
                {"reference", "notes", "terms", "delivery_date", "ship_to", "contact", "owner", "opportunity"}))
            return Verdict(
                objection("The " + spoken(field->name) + " of an order is not changed by hand.", field->name));
        return Verdict();
    }
    const std::string& status = order->value("status").text();
    if (!status.empty() && status != "new")
        return Verdict(objection("What becomes of an order is told by the system that delivers it.", "status"));
    for (const char* field : {"status_text", "status_at", "remote_number"})
        if (!order->value(field).isNull())
            return Verdict(objection("What becomes of an order is told by the system that delivers it.", field));
    SATCHEL_ASSIGN(const auto lines, linesOf(look, order->id));
    if (lines.empty())
        return Verdict(objection("An order has at least one line."));
    if (!order->value("quote").isNull())
        return ofQuote(look, *order, lines);
    return ownAmounts(*order, lines);
}

Result<Verdict> guardOrderLine(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto line, look.after(touched));
    if (touched.before) {
        const bool same = line && changedBeyond(*touched.before, *line, {}) == nullptr;
        return same ? Verdict() : Verdict(objection("The lines of an order do not change."));
    }
    if (!line)
        return Verdict();
    SATCHEL_ASSIGN(const auto order, look.images(schema::entity("order"), line->value("order").id()));
    if (order.before)
        return Verdict(objection("The lines of an order come with it; none is added later.", "order"));
    return Verdict();
}

} // namespace satchel::quotes
