// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Totals.h"

#include "core/rules/pricing/Limits.h"
#include "core/rules/pricing/Rounding.h"

#include <algorithm>

namespace satchel::pricing {

namespace {

const char* const tooLarge = "The document comes to more than can be reckoned with.";

Error refuse(std::size_t number, const char* reason)
{
    return invalid("Line " + std::to_string(number) + ": " + reason);
}

Status checkLine(std::size_t number, const LineTerms& line)
{
    if (line.quantity <= Decimal{} || line.quantity > mostQuantity)
        return refuse(number, "the quantity must be more than 0 and at most 10,000,000.");
    if (!isUnitPrice(line.price.units))
        return refuse(number, "the price must be at least 0 and at most 1,000,000,000.");
    if (!isDiscountPercent(line.discountPercent))
        return refuse(number, "the discount must be 0 to 100 percent.");
    if (line.discountAmount < Decimal{})
        return refuse(number, "the discount must not be less than 0.");
    if (line.taxPercent < Decimal{})
        return refuse(number, "the tax must not be less than 0 percent.");
    return Ok{};
}

Status checkDocument(const DocumentTerms& document, std::size_t lines)
{
    if (lines > mostLines)
        return invalid("A document has at most 10,000 lines.");
    if (!isCurrencyCode(document.currency))
        return invalid("The currency must be three capital letters such as EUR.", "currency");
    if (!isDiscountPercent(document.discountPercent))
        return invalid("The discount of the document must be 0 to 100 percent.", "discount_percent");
    if (document.discountAmount < Decimal{})
        return invalid("The discount of the document must not be less than 0.", "discount_amount");
    return Ok{};
}

// e and f.
Result<LineTotal> lineTotal(const DocumentTerms& document, std::size_t number, const LineTerms& line)
{
    SATCHEL_TRY(checkLine(number, line));
    const Int128 percent = percentScale - line.discountPercent.units;
    const Decimal discounted = *roundedToPlaces(line.price.units * percent, percentScale);
    if (line.discountAmount > discounted)
        return refuse(number, "the discount is more than the price.");
    const Decimal unitPrice{discounted.units - line.discountAmount.units};
    const auto net = roundedToMinor(static_cast<Int128>(line.quantity.units) * unitPrice.units, Decimal::scale,
                                    document.currency, document.half);
    if (!net)
        return refuse(number, "it comes to more than can be reckoned with.");
    return LineTotal{line.id, unitPrice, *net, {}};
}

// g: the sub-totals, the sum and the discount.
Status addUp(const DocumentTerms& document, std::span<const LineTerms> lines, Totals& totals)
{
    Int128 sum = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Decimal& group = totals.groups[lines[i].group];
        if (!lines[i].counted)
            continue;
        sum += totals.lines[i].net.units;
        if (!isAmount(sum))
            return invalid(tooLarge);
        group.units += totals.lines[i].net.units;
    }
    totals.sum = Decimal{static_cast<std::int64_t>(sum)};
    const auto percent =
        roundedToMinor(sum * document.discountPercent.units, percentScale, document.currency, document.half);
    const auto amount = roundedToMinor(document.discountAmount.units, 1, document.currency, document.half);
    if (!percent || !amount || *amount > totals.sum || percent->units > totals.sum.units - amount->units)
        return invalid("The discount of the document is more than its sum.", "discount_amount");
    totals.discount = Decimal{percent->units + amount->units};
    return Ok{};
}

struct Claim {
    std::size_t line;
    Int128 remainder;
};

// Who gets one of the minor units that are left.
bool comesFirst(const Totals& totals, const Claim& a, const Claim& b)
{
    const LineTotal& left = totals.lines[a.line];
    const LineTotal& right = totals.lines[b.line];
    if (a.remainder != b.remainder)
        return a.remainder > b.remainder;
    return left.net != right.net ? left.net > right.net : left.id < right.id;
}

// g: the discount, spread by largest remainder.
void spread(const DocumentTerms& document, std::span<const LineTerms> lines, Totals& totals)
{
    if (totals.discount == Decimal{})
        return;
    const std::int64_t unit = minorUnit(document.currency);
    const Int128 units = totals.discount.units / unit;
    std::vector<Claim> claims;
    Int128 left = units;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].counted)
            continue;
        const Int128 product = units * totals.lines[i].net.units;
        const Int128 whole = product / totals.sum.units;
        totals.lines[i].share.units = static_cast<std::int64_t>(whole) * unit;
        left -= whole;
        claims.push_back(Claim{i, product % totals.sum.units});
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [&](const Claim& a, const Claim& b) { return comesFirst(totals, a, b); });
    for (auto claim = claims.begin(); left > 0 && claim != claims.end(); ++claim, --left)
        totals.lines[claim->line].share.units += unit;
}

// h.
Result<TaxTotal> taxOf(const DocumentTerms& document, Decimal percent, Decimal amount)
{
    const Int128 denominator = document.taxInclusive ? percentScale + percent.units : percentScale;
    const auto tax = roundedToMinor(static_cast<Int128>(amount.units) * percent.units, denominator, document.currency,
                                    document.half);
    if (!tax)
        return invalid(tooLarge);
    return TaxTotal{percent, document.taxInclusive ? Decimal{amount.units - tax->units} : amount, *tax};
}

Status addTaxes(const DocumentTerms& document, std::span<const LineTerms> lines, Totals& totals)
{
    std::map<Decimal, Decimal> amounts; // by rate
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].counted)
            amounts[lines[i].taxPercent].units += totals.lines[i].net.units - totals.lines[i].share.units;
    Int128 net = 0;
    Int128 tax = 0;
    for (const auto& [percent, amount] : amounts) {
        SATCHEL_ASSIGN(const TaxTotal total, taxOf(document, percent, amount));
        net += total.net.units;
        tax += total.tax.units;
        totals.taxes.push_back(total);
    }
    if (!isAmount(net + tax))
        return invalid(tooLarge);
    totals.net = Decimal{static_cast<std::int64_t>(net)};
    totals.tax = Decimal{static_cast<std::int64_t>(tax)};
    totals.gross = Decimal{static_cast<std::int64_t>(net + tax)};
    return Ok{};
}

} // namespace

Result<Totals> totalsOf(const DocumentTerms& document, std::span<const LineTerms> lines)
{
    SATCHEL_TRY(checkDocument(document, lines.size()));
    Totals totals;
    totals.lines.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        SATCHEL_ASSIGN(LineTotal line, lineTotal(document, i + 1, lines[i]));
        totals.lines.push_back(line);
    }
    SATCHEL_TRY(addUp(document, lines, totals));
    spread(document, lines, totals);
    SATCHEL_TRY(addTaxes(document, lines, totals));
    return totals;
}

} // namespace satchel::pricing
