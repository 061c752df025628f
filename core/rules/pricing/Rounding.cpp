// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Rounding.h"

#include "core/rules/pricing/Limits.h"

namespace satchel::pricing {

namespace {

struct Quotient {
    Int128 floor;
    Int128 remainder;
};

Quotient divided(Int128 numerator, Int128 denominator)
{
    const Int128 quotient = numerator / denominator;
    const Int128 remainder = numerator % denominator;
    return remainder < 0 ? Quotient{quotient - 1, remainder + denominator} : Quotient{quotient, remainder};
}

std::optional<Decimal> amountOf(Int128 units)
{
    if (!isAmount(units))
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(units)};
}

// Half away from zero is up where the number is positive and down where it is negative.
bool goesUp(const Quotient& quotient, Int128 denominator, HalfRule half)
{
    const Int128 rest = denominator - quotient.remainder;
    if (quotient.remainder != rest)
        return quotient.remainder > rest;
    return half == HalfRule::ToEven ? quotient.floor % 2 != 0 : quotient.floor >= 0;
}

Int128 multipleOfStep(Int128 numerator, Int128 denominator, std::int64_t step, Direction direction)
{
    const Quotient steps = divided(numerator, denominator * step);
    const bool up = direction == Direction::Nearest ? goesUp(steps, denominator * step, HalfRule::AwayFromZero)
                                                    : direction == Direction::Up && steps.remainder != 0;
    return (steps.floor + (up ? 1 : 0)) * step;
}

Int128 powerOfTenAbove(std::int64_t ending)
{
    Int128 power = 1;
    while (power <= ending)
        power *= 10;
    return power;
}

// Of e, e + T, e + 2T, ... the one that `y` goes to.
Int128 candidateFor(Int128 y, std::int64_t ending, Direction direction)
{
    if (y <= ending)
        return ending;
    const Int128 period = powerOfTenAbove(ending);
    const Int128 above = (y - ending) % period;
    const Int128 lower = y - above;
    if (above == 0 || direction == Direction::Down)
        return lower;
    return direction == Direction::Up || above >= period - above ? lower + period : lower;
}

} // namespace

std::int64_t minorUnit(std::string_view currency)
{
    std::int64_t unit = Decimal::scale;
    for (int places = currencyDecimals(currency); places > 0; --places)
        unit /= 10;
    return unit;
}

std::optional<Decimal> roundedQuotient(Int128 numerator, Int128 denominator, std::int64_t unit, HalfRule half)
{
    const Quotient quotient = divided(numerator, denominator * unit);
    return amountOf((quotient.floor + (goesUp(quotient, denominator * unit, half) ? 1 : 0)) * unit);
}

std::optional<Decimal> roundedToPlaces(Int128 numerator, Int128 denominator)
{
    return roundedQuotient(numerator, denominator, 1);
}

std::optional<Decimal> roundedToMinor(Int128 numerator, Int128 denominator, std::string_view currency, HalfRule half)
{
    return roundedQuotient(numerator, denominator, minorUnit(currency), half);
}

std::optional<Decimal> roundedForList(Int128 numerator, Int128 denominator, const ListRounding& rounding,
                                      std::string_view currency)
{
    const std::int64_t step = rounding.step.units > 0 ? rounding.step.units : minorUnit(currency);
    const Int128 y = multipleOfStep(numerator, denominator, step, rounding.direction);
    return amountOf(rounding.endsIn.units > 0 ? candidateFor(y, rounding.endsIn.units, rounding.direction) : y);
}

std::string roundsTo(const ListRounding& rounding, std::string_view currency)
{
    const int places = currencyDecimals(currency);
    if (rounding.endsIn.units <= 0)
        return (rounding.step.units > 0 ? rounding.step : Decimal{minorUnit(currency)}).toString(places);
    // 0.99 is "x.99", 9.90 is "x9.90", 0.05 (then 0.15, 0.25, ...) is "x.x5".
    std::string text = rounding.endsIn.toString(places);
    if (rounding.endsIn.units >= Decimal::scale)
        return "x" + text;
    text.front() = 'x';
    for (std::size_t i = 2; i < text.size() && text[i] == '0'; ++i)
        text[i] = 'x';
    return text;
}

} // namespace satchel::pricing
