// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/ListPrices.h"

#include <unordered_map>

namespace satchel::pricing {

/// A line that has a list price and takes part in promotions.
struct PromotedLine {
    const LineRequest& request;
    const Product& product;
    const ListPrice& price;
    Quantity quantity;
    bool counted = false;
};

/// Goods that a promotion gives away, of the product's own unit.
struct Gift {
    const Promotion* promotion = nullptr;
    const Product* product = nullptr;
    Decimal quantity = {};
    Int128 value = 0; ///< hundred-millionths of the document's currency
};

/// What promotions make of a line.
struct Offer {
    Decimal price = {};
    std::vector<const Promotion*> effective = {}; ///< that changed the price or give something
    std::vector<Gift> gifts = {};
    std::vector<Step> steps = {};
};

/// Step d of PRICING.md for one document: first all lines are added, because promotions look at what lines come to
/// together, then each is asked for. Errors begin in lower case.
class Promotions {
public:
    Promotions(const Snapshot& snapshot, const Request& request, ListPrices& lists);

    void add(const PromotedLine& line);
    [[nodiscard]] Result<Offer> bestFor(const PromotedLine& line);
    /// What `free_item` promotions give for the document as a whole.
    [[nodiscard]] Result<std::vector<Gift>> giftsForAll();

private:
    /// What the counted lines that a promotion is on come to.
    struct Sum {
        Int128 amount = 0;   ///< price x quantity: 10^-12
        Int128 quantity = 0; ///< 10^-8
    };
    using Several = std::vector<const Promotion*>;

    [[nodiscard]] const Several& promotionsOn(const Product& product);
    [[nodiscard]] bool reachesAmount(const Promotion& promotion) const;
    [[nodiscard]] bool appliesTo(const Promotion& promotion, const PromotedLine& line) const;
    [[nodiscard]] Result<Offer> offerOf(const Several& promotions, const PromotedLine& line);
    [[nodiscard]] Status addGift(const Promotion& promotion, const PromotedLine& line, Offer& offer);
    [[nodiscard]] Result<std::optional<Gift>> giftForAll(const Promotion& promotion);
    [[nodiscard]] Status identify(Gift& gift) const;
    [[nodiscard]] Status appraise(Gift& gift);

    const Snapshot& m_snapshot;
    const Request& m_request;
    ListPrices& m_lists;
    Several m_open; ///< by priority, code, id
    std::unordered_map<Id, Several> m_onProduct;
    std::unordered_map<const Promotion*, Sum> m_sums;
};

} // namespace satchel::pricing
