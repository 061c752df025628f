// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Currencies.h"

#include "core/rules/pricing/Rounding.h"

#include <algorithm>

namespace satchel::pricing {

const Rate* Currencies::rate(const std::string& from, const std::string& to)
{
    const auto [known, fresh] = m_known.try_emplace({from, to}, nullptr);
    if (fresh)
        known->second = find(from, to);
    return known->second;
}

bool Currencies::isNamed(const Rate& rate) const
{
    return std::find(m_request.rates.begin(), m_request.rates.end(), rate.id) != m_request.rates.end();
}

const Rate* Currencies::find(const std::string& from, const std::string& to) const
{
    const auto comesBefore = [&](const Rate& a, const Rate& b) {
        if (isNamed(a) || isNamed(b))
            return isNamed(a) && (!isNamed(b) || a.id < b.id);
        if (a.date != b.date)
            return a.date > b.date;
        return a.from != b.from ? a.from == from : a.id < b.id;
    };
    const Rate* best = nullptr;
    for (const Rate& rate : m_snapshot.rates) {
        const bool between = (rate.from == from && rate.to == to) || (rate.from == to && rate.to == from);
        const bool sound = rate.fromAmount > Decimal{} && rate.toAmount > Decimal{};
        if (between && sound && (isNamed(rate) || rate.date <= m_request.date) &&
            (best == nullptr || comesBefore(rate, *best)))
            best = &rate;
    }
    return best;
}

std::optional<Decimal> Currencies::converted(Decimal price, const Rate& rate, const std::string& to)
{
    const bool forward = rate.to == to;
    const Decimal times = forward ? rate.toAmount : rate.fromAmount;
    const Decimal by = forward ? rate.fromAmount : rate.toAmount;
    return roundedToMinor(static_cast<Int128>(price.units) * times.units, by.units, to);
}

} // namespace satchel::pricing
