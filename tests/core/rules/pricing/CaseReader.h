// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/rules/pricing/Totals.h"

#include <nlohmann/json.hpp>

namespace satchel::pricing::test {

/// A document as data (CASES.md): what the engine is given. Reading throws nothing; what is no case is Invalid.
struct Case {
    std::int64_t number = 0;
    Snapshot snapshot = {};
    Request request = {};
    DocumentTerms terms = {};
    std::vector<LineTerms> lines = {}; ///< without prices and taxes; in the order of the request's
};

[[nodiscard]] Result<Case> readCase(const nlohmann::json& json);

} // namespace satchel::pricing::test
