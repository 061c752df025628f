// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Exact.h"

#include <algorithm>

namespace satchel::pricing {

namespace {

using Limbs = std::vector<std::uint32_t>;
constexpr std::uint32_t million = 1'000'000;

void trim(Limbs& limbs)
{
    while (!limbs.empty() && limbs.back() == 0)
        limbs.pop_back();
}

Limbs limbsOf(std::int64_t number)
{
    Limbs limbs{static_cast<std::uint32_t>(number & 0xFFFFFFFF), static_cast<std::uint32_t>(number >> 32)};
    trim(limbs);
    return limbs;
}

void multiply(Limbs& limbs, std::uint32_t factor)
{
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : limbs) {
        carry += static_cast<std::uint64_t>(limb) * factor;
        limb = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    limbs.push_back(static_cast<std::uint32_t>(carry));
    trim(limbs);
}

// Leaves the quotient and returns the remainder.
std::uint32_t divide(Limbs& limbs, std::uint32_t divisor)
{
    std::uint64_t rest = 0;
    for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
        rest = (rest << 32) | *limb;
        *limb = static_cast<std::uint32_t>(rest / divisor);
        rest %= divisor;
    }
    trim(limbs);
    return static_cast<std::uint32_t>(rest);
}

bool isLess(const Limbs& a, const Limbs& b)
{
    if (a.size() != b.size())
        return a.size() < b.size();
    return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

// `b` is not larger.
void subtract(Limbs& a, const Limbs& b)
{
    std::int64_t borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference =
            static_cast<std::int64_t>(a[i]) - borrow - (i < b.size() ? static_cast<std::int64_t>(b[i]) : 0);
        a[i] = static_cast<std::uint32_t>(difference);
        borrow = difference < 0 ? 1 : 0;
    }
    trim(a);
}

} // namespace

Exact::Exact(Decimal price) : m_limbs(limbsOf(price.units)) {}

bool Exact::takePercent(Decimal percent)
{
    const std::int64_t taken = std::clamp<std::int64_t>(percent.units, 0, million);
    if (taken == 0 || m_limbs.empty())
        return false;
    multiply(m_limbs, static_cast<std::uint32_t>(million - taken));
    ++m_millions;
    return true;
}

bool Exact::takeAmount(Decimal amount)
{
    if (amount.units <= 0 || m_limbs.empty())
        return false;
    Limbs taken = limbsOf(amount.units);
    for (std::size_t i = 0; i < m_millions; ++i)
        multiply(taken, million);
    if (isLess(m_limbs, taken))
        m_limbs.clear();
    else
        subtract(m_limbs, taken);
    return true;
}

Exact::Fraction Exact::forRounding() const
{
    Limbs halves = m_limbs;
    multiply(halves, 2);
    bool more = false; // than these halves
    for (std::size_t i = 0; i < m_millions; ++i)
        more = divide(halves, million) != 0 || more;
    Int128 whole = 0; // a price has no more than it began with: this fits
    for (auto limb = halves.rbegin(); limb != halves.rend(); ++limb)
        whole = (whole << 32) | *limb;
    return Fraction{whole * 2 + (more ? 1 : 0), 4};
}

} // namespace satchel::pricing
