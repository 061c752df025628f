// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Formats.h"
#include "ui/documents/Letterhead.h"

#include <optional>

namespace satchel::documents {

/// A quote in the customer's words: every text that stands on the paper, in order, with numbers, dates and remarks as
/// they are printed, but no place on any page. The PDF and the spreadsheet are both made from it, so they say the same.
/// It refers to the document it was made from, which must outlive it.
struct QuotePaper {
    struct Line {
        const pricing::Document::Line* source = nullptr;
        int depth = 0;           ///< 1 and more: a part of a bundle
        std::string number = {}; ///< "2.1"; "" for a text
        std::string remark = {}; ///< why it stands outside the totals, or what was chosen; "" for most
        std::string description = {};
        std::vector<std::string> notes = {}; ///< offer, ship-to, delivery
        std::string code = {}, partNumber = {};
        std::string quantity = {}, unit = {}, unitPrice = {}, discount = {}, tax = {};
        std::string net = {};              ///< as printed: an amount or a word (included, free of charge)
        std::optional<Decimal> price = {}; ///< before line discounts
        Decimal carried = {};              ///< what has come together on the paper up to and with this line
        [[nodiscard]] bool isText() const { return source->kind == pricing::Document::Kind::Text; }
        [[nodiscard]] bool counts() const { return source->counted && !isText(); }
    };
    struct Group {
        const pricing::Document::Group* source = nullptr; ///< none for lines that belong to none
        std::string number = {}, title = {}, text = {};
        std::string subtotalLabel = {}, subtotal = {};
        Decimal carried = {}; ///< what has come together on the paper up to its end
        std::vector<Line> lines = {};
    };
    /// Grand: the amount to pay; Plain: part of the sum; Aside: outside of it.
    enum class Weight { Plain, Grand, Aside };
    struct Total {
        std::string label = {};
        std::string amount = {};
        Decimal value = {};
        Weight weight = Weight::Plain;
        bool money = false; ///< with the currency's code
    };
    struct Detail {
        std::string label = {}, value = {};
    };

    bool draft = false;
    std::string number = {}; ///< of the quote; the word "draft" for one
    std::string heading = {};
    std::string title = {};
    std::vector<std::string> addressee = {};
    std::vector<Detail> details = {};
    std::vector<Detail> seller = {};
    std::string amountsIn = {};
    std::vector<Group> groups = {};
    std::vector<Total> totals = {};
    std::string introduction = {}, taxation = {}, terms = {}, acceptedBy = {};
};

[[nodiscard]] QuotePaper paperOf(const pricing::Document& document, const Letterhead& head, const Words& words,
                                 const Formats& formats);

} // namespace satchel::documents
