// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Totals.h"

namespace satchel::pricing {

/// A quote as its reader gets it: everything that stands on the paper but the letterhead. It is computed from records
/// (core/rules/quotes/QuoteReader), printed (ui/documents), compared, and at hand-over frozen as JSON in a
/// quote_document. Plain values; amounts are in `currency`; dates YYYY-MM-DD; texts as typed.
struct Document {
    struct Address {
        std::string street = {}, postcode = {}, city = {}, region = {}, country = {};
        bool operator==(const Address&) const = default;
    };
    struct Group {
        Id id;
        std::string title = {};
        std::string text = {};
        std::string position = {};
        Decimal subtotal = {};
        bool operator==(const Group&) const = default;
    };
    enum class Kind { Item, Text };
    enum class Role { Normal, Optional, Alternative };
    struct Line {
        Id id;
        Id group; ///< null: none
        std::string position = {};
        Kind kind = Kind::Item;
        Role role = Role::Normal;
        bool chosen = false;
        bool counted = false;
        Id alternativeTo;
        Id partOf; ///< the bundle's line
        Id product;
        std::string code = {};
        std::string partNumber = {}; ///< the customer's
        std::string description = {};
        Decimal quantity = {};
        std::string unit = {};
        std::optional<Decimal> listPrice = {};
        std::optional<Decimal> handPrice = {};
        Decimal discountPercent = {};
        Decimal discountAmount = {};
        Decimal unitPrice = {};
        Decimal net = {};
        Decimal share = {};
        Decimal taxPercent = {};
        Id promotion;
        std::string promotionName = {};
        bool free = false;
        std::string why = {}; ///< Explanation.h
        Id shipTo;
        std::string shipToName = {};
        Address shipToAddress = {};
        std::string deliveryDate = {};
        bool operator==(const Line&) const = default;
    };
    struct Tax {
        Decimal percent = {};
        Decimal net = {};
        Decimal tax = {};
        bool operator==(const Tax&) const = default;
    };

    Id quote;
    std::string number = {}; ///< "" : draft
    std::int64_t revision = 1;
    std::string title = {};
    std::string date = {};
    std::string validUntil = {};
    std::string currency = {};
    std::string language = {}; ///< BCP 47, of the customer
    bool taxInclusive = false;
    HalfRule half = HalfRule::AwayFromZero;
    std::string taxation = {}; ///< "", reverse_charge or exempt: a sentence on the paper
    Id account;
    std::string customerName = {};
    std::string customerNumber = {};
    std::string customerVatId = {};
    Address customerAddress = {};
    std::string contactName = {};
    std::string sellerName = {};
    std::string sellerEmail = {};
    std::string sellerPhone = {};
    Id shipTo;
    std::string shipToName = {};
    Address shipToAddress = {};
    std::string deliveryDate = {};
    std::string introduction = {};
    std::string terms = {};
    std::string reference = {};
    std::vector<Group> groups = {}; ///< by position
    std::vector<Line> lines = {};   ///< by group, then position; lines of no group first
    Decimal discountPercent = {};
    Decimal discountAmount = {};
    Decimal sum = {};
    Decimal discount = {};
    std::vector<Tax> taxes = {};
    Decimal net = {};
    Decimal tax = {};
    Decimal gross = {};
    std::string acceptedBy = {};
    std::string signature = {}; ///< SVG path, 1000 units wide
    bool operator==(const Document&) const = default;
};

/// Canonical JSON of what the customer is told: keys in a fixed order, empty ones left out, decimals as strings, no
/// white space. Acceptance is not part of it.
[[nodiscard]] std::string writeDocument(const Document& document);
/// Corrupt if it is not such a text.
[[nodiscard]] Result<Document> readDocument(std::string_view json);
/// BLAKE2b-256 of writeDocument(), in hexadecimal.
[[nodiscard]] std::string hashOf(std::string_view json);
/// Computes nets, shares, sub-totals, taxes and totals of a document from its lines' terms: what stands there before is
/// overwritten. Ok, or what is wrong with which line.
[[nodiscard]] Status computeTotals(Document& document);
/// Whether the amounts in the document are those that its own terms make (P10): Ok, or which one is not.
[[nodiscard]] Status checkArithmetic(const Document& document);

} // namespace satchel::pricing
