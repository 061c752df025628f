// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Document.h"

#include "core/base/Planted.h"

namespace satchel::pricing {

namespace {

using Line = Document::Line;

// A line that nobody has given a price yet comes to nothing, so that a draft has totals; handing it over is refused
// elsewhere.
Decimal priceOf(const Line& line)
{
    if (line.handPrice)
        return *line.handPrice;
    return line.free ? Decimal{} : line.listPrice.value_or(Decimal{});
}

// A text is a line that comes to nothing, so that numbers of lines in errors are those of the document.
LineTerms termsOf(const Line& line)
{
    if (line.kind == Document::Kind::Text)
        return LineTerms{.id = line.id, .group = line.group, .quantity = {Decimal::scale}, .counted = false};
    return LineTerms{.id = line.id,
                     .group = line.group,
                     .quantity = line.quantity,
                     .price = priceOf(line),
                     .discountPercent = line.discountPercent,
                     .discountAmount = line.discountAmount,
                     .taxPercent = line.taxPercent,
                     .counted = line.counted};
}

Result<Totals> totalsOf(const Document& document)
{
    std::vector<LineTerms> lines;
    lines.reserve(document.lines.size());
    for (const Line& line : document.lines)
        lines.push_back(termsOf(line));
    const DocumentTerms terms{document.currency, document.taxInclusive, document.half, document.discountPercent,
                              document.discountAmount};
    return pricing::totalsOf(terms, lines);
}

Decimal subtotalOf(const Totals& totals, const Id& group)
{
    const auto found = totals.groups.find(group);
    return found == totals.groups.end() ? Decimal{} : found->second;
}

void setLines(Document& document, const Totals& totals)
{
    for (std::size_t i = 0; i < totals.lines.size(); ++i) {
        document.lines[i].unitPrice = totals.lines[i].unitPrice;
        document.lines[i].net = totals.lines[i].net;
        document.lines[i].share = totals.lines[i].share;
    }
    for (Document::Group& group : document.groups)
        group.subtotal = subtotalOf(totals, group.id);
}

void setTotals(Document& document, const Totals& totals)
{
    document.sum = totals.sum;
    document.discount = totals.discount;
    document.taxes.clear();
    for (const TaxTotal& tax : totals.taxes)
        document.taxes.push_back({tax.percent, tax.net, tax.tax});
    document.net = totals.net;
    document.tax = totals.tax;
    document.gross = totals.gross;
}

Status same(const std::string& what, Decimal stands, Decimal made)
{
    if (stands == made)
        return Ok{};
    return invalid(what + " is " + stands.toString(2) + " but must be " + made.toString(2) + ".");
}

Status checkLines(const Document& document, const Totals& totals)
{
    for (std::size_t i = 0; i < totals.lines.size(); ++i) {
        const std::string of = " of line " + std::to_string(i + 1);
        SATCHEL_TRY(same("The unit price" + of, document.lines[i].unitPrice, totals.lines[i].unitPrice));
        SATCHEL_TRY(same("The net" + of, document.lines[i].net, totals.lines[i].net));
        SATCHEL_TRY(same("The share" + of + " in the discount", document.lines[i].share, totals.lines[i].share));
    }
    for (std::size_t i = 0; i < document.groups.size(); ++i)
        SATCHEL_TRY(same("The sub-total of group " + std::to_string(i + 1), document.groups[i].subtotal,
                         subtotalOf(totals, document.groups[i].id)));
    return Ok{};
}

Status checkTaxes(const Document& document, const Totals& totals)
{
    if (document.taxes.size() != totals.taxes.size())
        return invalid("The document does not have one tax for each rate of its lines.");
    for (std::size_t i = 0; i < totals.taxes.size(); ++i) {
        const Document::Tax& stands = document.taxes[i];
        const TaxTotal& made = totals.taxes[i];
        const std::string rate = " at " + made.percent.toString() + " %";
        SATCHEL_TRY(same("A tax rate", stands.percent, made.percent));
        SATCHEL_TRY(same("The net" + rate, stands.net, made.net));
        SATCHEL_TRY(same("The tax" + rate, stands.tax, made.tax));
    }
    return Ok{};
}

} // namespace

Status computeTotals(Document& document)
{
    SATCHEL_ASSIGN(const Totals totals, totalsOf(document));
    setLines(document, totals);
    if (planted("a total not recomputed") && document.gross != Decimal{})
        return Ok{};
    setTotals(document, totals);
    return Ok{};
}

Status checkArithmetic(const Document& document)
{
    SATCHEL_ASSIGN(const Totals totals, totalsOf(document));
    SATCHEL_TRY(checkLines(document, totals));
    SATCHEL_TRY(checkTaxes(document, totals));
    SATCHEL_TRY(same("The sum of the lines", document.sum, totals.sum));
    SATCHEL_TRY(same("The discount of the document", document.discount, totals.discount));
    SATCHEL_TRY(same("The net", document.net, totals.net));
    SATCHEL_TRY(same("The tax", document.tax, totals.tax));
    return same("The total", document.gross, totals.gross);
}

} // namespace satchel::pricing
