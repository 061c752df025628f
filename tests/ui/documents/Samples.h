// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "ui/documents/Letterhead.h"

#include <functional>

namespace satchel::documents::test {

using pricing::Document;

/// Quotes and a letterhead for the tests of papers. Everything in them is made up.

inline constexpr std::int64_t madeAt = 1'773'140'400'000; // 10 March 2026, 11:00 UTC

inline Decimal decimal(const char* text)
{
    return Decimal::parse(text).value();
}

inline Id id(int number)
{
    return Id::derived("documents", std::to_string(number));
}

inline Letterhead letterhead()
{
    return {.name = "Nordlicht Technik GmbH",
            .address = {"Hafenstrasse 12", "24103", "Kiel", "", "DE"},
            .phone = "+49 431 555 0100",
            .email = "hallo@nordlicht.example",
            .website = "www.nordlicht.example",
            .vatId = "DE123456789",
            .registration = "Amtsgericht Kiel, HRB 12345",
            .bank = "Fördebank, IBAN DE02 1203 0000 0000 2020 51, BIC BYLADEM1001",
            .footer = "",
            .logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 220 48'><circle cx='24' cy='24' r='20' "
                    "fill='#1f5c8b'/>"
                    "<path d='M24 8 L29 21 L42 24 L29 27 L24 40 L19 27 L6 24 L19 21 Z' fill='#fff'/>"
                    "<path d='M58 34V14l14 20V14M80 24a9 10 0 1 0 18 0a9 10 0 1 0 -18 0M106 34V15c4-3 11-1 11 4s-6 "
                    "6-11 6l11 9' "
                    "fill='none' stroke='#1f5c8b' stroke-width='3.4'/></svg>"};
}

/// A quote without lines for a customer.
inline Document quoteFor(const std::string& customer, const std::string& language, const std::string& currency)
{
    Document quote;
    quote.quote = id(1);
    quote.number = "Q-2026-00417";
    quote.date = "2026-03-10";
    quote.validUntil = "2026-04-09";
    quote.currency = currency;
    quote.language = language;
    quote.account = id(2);
    quote.customerName = customer;
    quote.sellerName = "Karin Voss";
    quote.sellerEmail = "karin.voss@nordlicht.example";
    quote.sellerPhone = "+49 431 555 0123";
    return quote;
}

inline Document::Line& addLine(Document& quote, const Id& group, const std::string& description, const char* quantity,
                               const char* price, const char* tax = "19")
{
    Document::Line line;
    line.id = id(int(1000 + quote.lines.size()));
    line.group = group;
    line.position = "a" + std::to_string(quote.lines.size());
    line.counted = true;
    line.description = description;
    line.quantity = decimal(quantity);
    line.unit = "pcs";
    line.listPrice = decimal(price);
    line.taxPercent = decimal(tax);
    return quote.lines.emplace_back(line);
}

inline Id addGroup(Document& quote, const std::string& title, const std::string& text = {})
{
    quote.groups.push_back({.id = id(int(100 + quote.groups.size())), .title = title, .text = text});
    return quote.groups.back().id;
}

/// n lines in groups of 25, three tax rates, line discounts and a document discount; with options, alternatives and
/// texts in between, which do not count.
inline Document longQuote(int count, const std::string& language = "en")
{
    Document quote = quoteFor("Grønnegade Retail A/S", language, "EUR");
    quote.title = "Refit of forty stores";
    quote.customerAddress = {"Grønnegade 10", "1107", "København K", "", "DK"};
    quote.contactName = "Mette Østergård";
    quote.customerNumber = "C-10442";
    quote.customerVatId = "DK12345678";
    quote.discountPercent = decimal("2.5");
    const char* taxes[] = {"19", "7", "0"};
    Id group;
    for (int i = 0; i < count; ++i) {
        if (i % 25 == 0)
            group = addGroup(quote, "Store " + std::to_string(i / 25 + 1),
                             i % 50 ? "" : "Delivered and mounted by our own people.");
        const std::string price = std::to_string(3 + (i * 37) % 900) + "." + std::to_string(10 + i % 90);
        auto& line = addLine(quote, group, "Shelf system model " + std::to_string(10000 + i) + ", powder coated",
                             std::to_string(1 + i % 13).c_str(), price.c_str(), taxes[i % 3]);
        line.code = "SH-" + std::to_string(20000 + i);
        if (i % 7 == 0)
            line.discountPercent = decimal("5");
        if (i % 11 == 3)
            line.role = Document::Role::Optional, line.counted = false;
    }
    return quote;
}

} // namespace satchel::documents::test
