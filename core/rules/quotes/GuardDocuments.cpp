// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/GuardCase.h"
#include "core/rules/quotes/LineNumbers.h"

#include <algorithm>

// What is handed over: that it is a document, and on a laptop that it may go out.

namespace satchel::quotes {

namespace {

using pricing::Document;
using Verdict = GuardCase::Verdict;

constexpr std::size_t longestBody = 900U * 1024;

Verdict wrong(const std::string& what, const char* field)
{
    return objection("This is not a document that can be handed over: " + what, field);
}

// Whether the row says what its body says.
Verdict likeItsBody(const Record& row, const Document& document)
{
    const auto amount = [&](const Decimal& value) { return Value(Money{value, document.currency}.toString()); };
    if (row.value("number").text() != document.number || document.number.empty())
        return wrong("its number is another than the one printed on it.", "number");
    if (row.value("revision").integer() != document.revision)
        return wrong("its revision is another than the one printed on it.", "revision");
    if (row.value("net") != amount(document.net))
        return wrong("its net is another than the one printed on it.", "net");
    if (row.value("tax") != amount(document.tax))
        return wrong("its tax is another than the one printed on it.", "tax");
    if (row.value("gross") != amount(document.gross))
        return wrong("its total is another than the one printed on it.", "gross");
    return {};
}

Verdict byItself(const Record& row, const Document& document, const Id& author)
{
    const std::string& body = row.value("body").text();
    if (pricing::writeDocument(document) != body)
        return wrong("it is not written as Satchel writes one.", "body");
    if (pricing::hashOf(body) != row.value("hash").text())
        return wrong("its hash is that of another one.", "hash");
    if (auto verdict = likeItsBody(row, document))
        return verdict;
    if (const Status sums = pricing::checkArithmetic(document); !sums.ok())
        return wrong("its sums are not those of its lines. " + sums.error().message, "body");
    if (row.value("handed_by").id() != author)
        return wrong("somebody else is named as who handed it over.", "handed_by");
    if (row.value("handed_at").isNull())
        return wrong("it does not say when it was handed over.", "handed_at");
    return {};
}

// Free goods have a price by being free, and an included part has its bundle's.
bool hasPrice(const Document::Line& line)
{
    return line.listPrice || line.handPrice || line.free;
}

Verdict hasCountedPrices(const Document& document)
{
    bool any = false;
    for (const Document::Line& line : document.lines) {
        any = any || line.counted;
        if (line.counted && !hasPrice(line))
            return objection("Line " + lineNumbers(document).at(line.id) +
                             " has no price; set one before you hand the quote over.");
    }
    return any ? Verdict()
               : Verdict(objection("There is nothing in this quote that counts; it cannot be handed over."));
}

// What a laptop looks at beside: the server takes the paper as the customer has it.
Result<Verdict> mayGoOut(GuardCase& look, const Record& row, const Document& document)
{
    QuoteReader reader(look.now());
    SATCHEL_ASSIGN(const QuoteRecords quote, reader.records(row.value("quote").id()));
    if (row.value("body").text().size() > longestBody)
        return Verdict(objection("The quote is too large to be handed over (over 900 KiB); split it.", "body"));
    if (auto verdict = hasCountedPrices(document))
        return verdict;
    if (!quote.quote.value("review").isNull())
        return Verdict(objection(
            "Somebody else has changed this quote at the same time; look at it before you hand it over.", "review"));
    const auto now = reader.document(quote);
    if (!now.ok() || sealOf(*now) != sealOf(document) || quote.quote.value("number").text() != document.number ||
        now->revision != document.revision)
        return Verdict(wrong("it does not say what the quote says.", "body"));
    SATCHEL_ASSIGN(const auto beyond, excesses(document, look.author().user, look.author().role, look.now()));
    if (beyond.empty())
        return Verdict();
    const std::string seal = sealOf(document);
    const bool allowed = std::any_of(quote.approvals.begin(), quote.approvals.end(), [&](const Record& approval) {
        return approval.value("status").text() == "approved" && approval.value("seal").text() == seal;
    });
    return allowed ? Verdict()
                   : Verdict(objection("This quote needs approval first. " + beyond.front().text, "status"));
}

} // namespace

Result<Verdict> guardDocument(GuardCase& look, const Touched& touched)
{
    if (touched.before)
        return Verdict(objection("What was handed over does not change and is not deleted."));
    SATCHEL_ASSIGN(const auto row, look.after(touched));
    if (!row)
        return Verdict();
    const auto document = pricing::readDocument(row->value("body").text());
    if (!document.ok())
        return Verdict(wrong("it cannot be read.", "body"));
    if (auto verdict = byItself(*row, *document, look.author().user))
        return verdict;
    SATCHEL_ASSIGN(const auto quote, look.images(schema::entity("quote"), row->value("quote").id()));
    if (!quote.after)
        return Verdict(wrong("its quote is not there.", "quote"));
    // On the server a second hand-over has become a revision of its own, whose paper names the one it was made of.
    const bool about = document->quote == row->value("quote").id() ||
                       (look.author().onServer && document->quote == quote.after->value("former").id());
    if (!about)
        return Verdict(wrong("it is about another quote.", "quote"));
    if (document->currency != quote.after->value("currency").text())
        return Verdict(wrong("it is in another currency than its quote.", "body"));
    if (quote.before && isHandedOver(statusOf(*quote.before)))
        return Verdict(objection("This quote has been handed over already; make the next revision of it.", "status"));
    if (statusOf(*quote.after) != "sent")
        return Verdict(objection("A quote with a document for the customer is sent.", "status"));
    return look.author().onServer ? Result<Verdict>(Verdict()) : mayGoOut(look, *row, *document);
}

} // namespace satchel::quotes
