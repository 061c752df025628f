// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/Quotes.h"
#include "core/sales/Repricing.h"
#include "core/store/ReplicaRecords.h"
#include "tests/support/world/Profile.h"

namespace satchel::test {

/// A laptop with a small catalogue and a customer: the list EUR-Retail r1 has Pump at 10.00 (9.00 from 20), Hose
/// at 2.00 and Service at 50.00 an hour; Acme is in Germany, where 19 % tax are due. Its owner is an administrator, so
/// that a story can publish and promote.
struct Shop {
    Shop() : profile(Role::Administrator)
    {
        list = add("price_list", {{"name", "EUR Retail"}, {"code", "EUR-Retail"}, {"currency", "EUR"}});
        add("company", {{"name", "Satchel Pumps"},
                        {"currency", "EUR"},
                        {"country", "DE"},
                        {"time_zone", "Europe/Berlin"},
                        {"price_list", list}});
        add("tax_rate", {{"name", "VAT"}, {"country", "DE"}, {"tax_class", "standard"}, {"percent", of("19")}});
        pump = product("P-1", "Pump", "pumps");
        hose = product("H-1", "Hose", "hoses");
        service = product("S-1", "Service", "services");
        first = publish(1, "2026-01-01",
                        {{pump, "10.00 EUR"}, {pump, "9.00 EUR", "20"}, {hose, "2.00 EUR"}, {service, "50.00 EUR"}});
        acme = add("account", {{"name", "Acme"}, {"number", "A-1"}, {"address", R"({"country":"DE"})"}});
    }

    static Value of(const char* decimal) { return Decimal::parse(decimal)->units; }
    static Decimal dec(const char* decimal) { return *Decimal::parse(decimal); }
    Id add(const char* entity, const std::vector<std::pair<const char*, Value>>& values)
    {
        return profile.add(entity, values);
    }
    Id product(const char* code, const char* name, const char* family, const char* kind = "good")
    {
        return add("product", {{"code", code}, {"name", name}, {"family", family}, {"unit", "pc"}, {"kind", kind}});
    }

    struct Price {
        Id product;
        const char* price;
        const char* from = nullptr;
    };
    Id publish(int number, const char* day, const std::vector<Price>& prices)
    {
        profile.clock.advance(HandEnvironment::second);
        const Id revision = profile.clock.newId();
        std::vector<Edit> edits = {Profile::edit(OperationKind::Create, "price_revision", revision,
                                                 {{"name", "r" + std::to_string(number)},
                                                  {"price_list", list},
                                                  {"number", std::int64_t{number}},
                                                  {"effective_from", day},
                                                  {"follows", newest.isNull() ? Value() : Value(newest)},
                                                  {"status", "published"}})};
        for (const Price& each : prices)
            edits.push_back(Profile::edit(OperationKind::Create, "price_entry", profile.clock.newId(),
                                          {{"price_list", list},
                                           {"revision", revision},
                                           {"product", each.product},
                                           {"price", each.price},
                                           {"min_quantity", each.from == nullptr ? Value() : of(each.from)}}));
        must(profile.replica->commit(edits));
        newest = revision;
        return revision;
    }
    /// A promotion of these kinds of goods.
    Id promote(const char* code, const char* kind, std::vector<std::pair<const char*, Value>> values)
    {
        values.insert(values.end(), {{"name", code}, {"code", code}, {"kind", kind}});
        return add("promotion", values);
    }

    sales::Quotes quotes() { return sales::Quotes(*profile.replica); }
    Id begin() { return begin({.account = acme, .title = "Pumps"}); }
    Id begin(const sales::NewQuote& wish)
    {
        profile.clock.advance(HandEnvironment::second);
        return must(quotes().create(wish)).added.front();
    }
    Id line(const Id& quote, const Id& product, const char* quantity)
    {
        return must(quotes().addLines(quote, {{.product = product, .quantity = dec(quantity)}})).added.front();
    }
    void setQuantity(const Id& line, const char* quantity)
    {
        static_cast<void>(must(quotes().changeLine(line, {.quantity = dec(quantity)})));
    }

    quotes::QuoteRecords records(const Id& quote)
    {
        ReplicaRecords source(profile.replica->connection());
        return must(quotes::QuoteReader(source).records(quote));
    }
    /// As everybody sees it; its sums are looked at every time (P10), also those a list shows.
    pricing::Document document(const Id& quote)
    {
        ReplicaRecords source(profile.replica->connection());
        const quotes::QuoteRecords read = records(quote);
        auto document = must(quotes::QuoteReader(source).document(read));
        must(pricing::checkArithmetic(document));
        const auto listed = must(quotes::QuoteReader(source).totals(read.quote));
        must(listed.gross == document.gross && listed.tax == document.tax && listed.net == document.net
                 ? Status(Ok{})
                 : Status(Error{ErrorKind::Invalid, "A list shows another total."}));
        return document;
    }
    /// "1 24 Pump 9.00 | 1.1 ..." : number, quantity, description and unit price, one line after the other.
    std::string text(const Id& quote)
    {
        const auto rows = records(quote);
        const auto numbers = sales::numbersOf(rows);
        const auto whole = document(quote);
        std::string text;
        for (const Record* row : sales::inOrder(rows))
            for (const auto& line : whole.lines)
                if (line.id == row->id) {
                    text += (text.empty() ? "" : " | ") + numbers.at(line.id) + " ";
                    if (line.kind == pricing::Document::Kind::Item)
                        text += line.quantity.toString() + " ";
                    text += line.description;
                    if (line.kind == pricing::Document::Kind::Item)
                        text += " " + (line.listPrice || line.handPrice ? line.unitPrice.toString(2) : "-");
                    if (line.free)
                        text += " free";
                    if (line.role != pricing::Document::Role::Normal)
                        text += line.counted ? " taken" : " offered";
                }
        return text;
    }
    std::string net(const Id& quote) { return document(quote).net.toString(2); }
    /// What changes by pricing the quote again at its own revisions: nothing, unless a merge left something.
    bool isSettled(const Id& quote)
    {
        const auto preview = must(sales::previewRepricing(*profile.replica, quote, {.atPins = true}));
        return !preview.changesAnything();
    }
    std::string refusal(const Result<sales::Edited>& edited) { return edited.ok() ? "" : edited.error().message; }

    Profile profile;
    Id list, first, newest, pump, hose, service, acme;
};

} // namespace satchel::test
