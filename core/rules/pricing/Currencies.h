// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Limits.h"
#include "core/rules/pricing/Pricing.h"

#include <utility>

namespace satchel::pricing {

/// The exchange rates of one document: for each pair of currencies the one that counts, looked up once.
class Currencies {
public:
    Currencies(const Snapshot& snapshot, const Request& request) : m_snapshot(snapshot), m_request(request) {}

    /// nullptr: there is none.
    [[nodiscard]] const Rate* rate(const std::string& from, const std::string& to);
    /// Rounded to the minor unit of `to`; nothing if it does not fit.
    [[nodiscard]] static std::optional<Decimal> converted(Decimal price, const Rate& rate, const std::string& to);

private:
    [[nodiscard]] const Rate* find(const std::string& from, const std::string& to) const;
    [[nodiscard]] bool isNamed(const Rate& rate) const;

    const Snapshot& m_snapshot;
    const Request& m_request;
    std::map<std::pair<std::string, std::string>, const Rate*> m_known;
};

} // namespace satchel::pricing
