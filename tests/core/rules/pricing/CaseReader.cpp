// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/pricing/CaseReader.h"

#include <type_traits>

namespace satchel::pricing::test {

namespace {

using Json = nlohmann::json;

/// Reads members of an object; remembers whether one of them was not what it must be.
class Members {
public:
    Members(const Json& json, bool& ok) : m_json(json), m_ok(ok) { m_ok = m_ok && json.is_object(); }

    [[nodiscard]] std::string text(const char* key, const std::string& otherwise = {}) const
    {
        const Json* found = member(key);
        if (found == nullptr)
            return otherwise;
        m_ok = m_ok && found->is_string();
        return found->is_string() ? found->get<std::string>() : otherwise;
    }
    [[nodiscard]] bool truth(const char* key, bool otherwise = false) const
    {
        const Json* found = member(key);
        if (found == nullptr)
            return otherwise;
        m_ok = m_ok && found->is_boolean();
        return found->is_boolean() && found->get<bool>();
    }
    [[nodiscard]] std::int64_t number(const char* key, std::int64_t otherwise = 0) const
    {
        const Json* found = member(key);
        if (found == nullptr)
            return otherwise;
        m_ok = m_ok && found->is_number_integer();
        return found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
    }
    [[nodiscard]] Id id(const char* key) const { return idOf(text(key)); }
    [[nodiscard]] Decimal decimal(const char* key) const { return decimalOf(text(key)); }
    [[nodiscard]] std::optional<Decimal> perhaps(const char* key) const
    {
        return text(key).empty() ? std::nullopt : std::optional(decimal(key));
    }
    [[nodiscard]] std::optional<Money> money(const char* amount, const char* currency) const
    {
        return text(currency).empty() ? std::nullopt : std::optional(Money{decimal(amount), text(currency)});
    }
    [[nodiscard]] std::vector<Id> ids(const char* key) const
    {
        std::vector<Id> found;
        for (const std::string& each : texts(key))
            found.push_back(idOf(each));
        return found;
    }
    [[nodiscard]] std::vector<std::string> texts(const char* key) const
    {
        std::vector<std::string> found;
        const Json* list = member(key);
        if (list == nullptr)
            return found;
        m_ok = m_ok && list->is_array();
        for (const Json& element : *list) {
            m_ok = m_ok && element.is_string();
            if (element.is_string())
                found.push_back(element.get<std::string>());
        }
        return found;
    }
    /// Calls read(Members) for each object of a list.
    template <typename Read>
    void each(const char* key, const Read& read) const
    {
        const Json* list = member(key);
        if (list == nullptr)
            return;
        m_ok = m_ok && list->is_array();
        if (list->is_array())
            for (const Json& element : *list)
                read(Members(element, m_ok));
    }
    /// One of some words; the first if there is none.
    template <typename T>
    [[nodiscard]] T word(const char* key, const std::vector<std::pair<const char*, T>>& words) const
    {
        const std::string given = text(key);
        if (given.empty())
            return words.front().second;
        for (const auto& [name, value] : words)
            if (given == name)
                return value;
        m_ok = false;
        return words.front().second;
    }
    void factors(const char* key, std::map<std::string, Decimal>& into) const
    {
        const Json* units = member(key);
        if (units == nullptr)
            return;
        m_ok = m_ok && units->is_object();
        if (units->is_object())
            for (const auto& [name, factor] : units->items())
                into[name] = decimalOf(factor.is_string() ? factor.get<std::string>() : "?");
    }

private:
    [[nodiscard]] const Json* member(const char* key) const
    {
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(key);
        return found == m_json.end() || found->is_null() ? nullptr : &*found;
    }
    [[nodiscard]] Id idOf(const std::string& text) const
    {
        const auto parsed = text.empty() ? Id{} : Id::parse(text);
        m_ok = m_ok && parsed;
        return parsed.value_or(Id{});
    }
    [[nodiscard]] Decimal decimalOf(const std::string& text) const
    {
        const auto parsed = text.empty() ? Decimal{} : Decimal::parse(text);
        m_ok = m_ok && parsed;
        return parsed.value_or(Decimal{});
    }

    const Json& m_json;
    bool& m_ok;
};

Entry readEntry(const Members& json)
{
    return Entry{.id = json.id("id"),
                 .revision = json.id("revision"),
                 .kind = json.word<Entry::Kind>("kind", {{"fixed", Entry::Kind::Fixed},
                                                         {"percent_of_list", Entry::Kind::PercentOfList},
                                                         {"percent_of_cost", Entry::Kind::PercentOfCost},
                                                         {"removed", Entry::Kind::Removed}}),
                 .price = json.decimal("price"),
                 .minQuantity = json.decimal("minQuantity"),
                 .percent = json.decimal("percent"),
                 .baseList = json.id("baseList"),
                 .minPrice = json.perhaps("minPrice"),
                 .validFrom = json.text("validFrom"),
                 .validTo = json.text("validTo")};
}

List readList(const Members& json)
{
    List list{.id = json.id("id"),
              .code = json.text("code"),
              .currency = json.text("currency"),
              .active = json.truth("active", true),
              .parent = json.id("parent"),
              .segment = json.text("segment"),
              .territory = json.id("territory"),
              .breaks = json.word<Breaks>("breaks", {{"slab", Breaks::Slab}, {"graduated", Breaks::Graduated}}),
              .taxInclusive = json.truth("taxInclusive"),
              .converts = json.truth("converts"),
              .rounding = {json.word<Direction>(
                               "rounding",
                               {{"nearest", Direction::Nearest}, {"up", Direction::Up}, {"down", Direction::Down}}),
                           json.decimal("step"), json.decimal("endsIn")},
              .account = json.id("account"),
              .validFrom = json.text("validFrom"),
              .validTo = json.text("validTo"),
              .baseList = json.id("baseList"),
              .percent = json.decimal("percent")};
    json.each("revisions", [&](const Members& revision) {
        list.revisions.push_back({revision.id("id"), revision.number("number"), revision.truth("published"),
                                  revision.text("effectiveFrom"), revision.id("follows")});
    });
    json.each("entries", [&](const Members& entry) { list.entries[entry.id("product")].push_back(readEntry(entry)); });
    return list;
}

Promotion readPromotion(const Members& json)
{
    return Promotion{.id = json.id("id"),
                     .code = json.text("code"),
                     .kind = json.word<Promotion::Kind>("kind", {{"percent", Promotion::Kind::Percent},
                                                                 {"amount", Promotion::Kind::Amount},
                                                                 {"free_item", Promotion::Kind::FreeItem},
                                                                 {"buy_get", Promotion::Kind::BuyGet}}),
                     .priority = json.number("priority", 100),
                     .exclusive = json.truth("exclusive"),
                     .active = json.truth("active", true),
                     .validFrom = json.text("validFrom"),
                     .validTo = json.text("validTo"),
                     .territories = json.ids("territories"),
                     .segments = json.texts("segments"),
                     .accounts = json.ids("accounts"),
                     .products = json.ids("products"),
                     .families = json.texts("families"),
                     .minQuantity = json.decimal("minQuantity"),
                     .minAmount = json.money("minAmount", "minAmountCurrency"),
                     .percent = json.decimal("percent"),
                     .amount = json.money("amount", "amountCurrency"),
                     .buy = json.decimal("buy"),
                     .free = json.decimal("free"),
                     .freeProduct = json.id("freeProduct"),
                     .repeats = json.truth("repeats")};
}

Snapshot readSnapshot(const Members& json)
{
    Snapshot snapshot{.companyList = json.id("companyList")};
    json.each("lists", [&](const Members& list) { snapshot.lists[list.id("id")] = readList(list); });
    json.each("products", [&](const Members& product) {
        Product made{.id = product.id("id"),
                     .family = product.text("family"),
                     .unit = product.text("unit"),
                     .taxClass = product.text("taxClass")};
        product.factors("units", made.units);
        snapshot.products[made.id] = made;
    });
    json.each("rates", [&](const Members& rate) {
        snapshot.rates.push_back({rate.id("id"), rate.text("from"), rate.text("to"), rate.text("date"),
                                  rate.decimal("fromAmount"), rate.decimal("toAmount")});
    });
    json.each("taxRates", [&](const Members& rate) {
        snapshot.taxRates.push_back({rate.id("id"), rate.text("country"), rate.text("region"), rate.text("taxClass"),
                                     rate.decimal("percent"), rate.text("validFrom"), rate.text("validTo")});
    });
    json.each("promotions", [&](const Members& promotion) { snapshot.promotions.push_back(readPromotion(promotion)); });
    return snapshot;
}

LineRequest readLine(const Members& json)
{
    using Role = LineRequest::Role;
    return LineRequest{
        .id = json.id("id"),
        .product = json.id("product"),
        .quantity = json.decimal("quantity"),
        .unit = json.text("unit"),
        .role = json.word<Role>(
            "role", {{"normal", Role::Normal}, {"optional", Role::Optional}, {"alternative", Role::Alternative}}),
        .chosen = json.truth("chosen"),
        .alternativeTo = json.id("alternativeTo"),
        .includedPart = json.truth("includedPart"),
        .handPrice = json.perhaps("handPrice")};
}

void readDocument(const Members& json, Case& made)
{
    made.request.date = json.text("date");
    made.request.currency = json.text("currency");
    made.request.taxInclusive = json.truth("taxInclusive");
    made.request.list = json.id("list");
    made.request.pins = json.ids("pins");
    made.request.rates = json.ids("useRates");
    made.terms = {made.request.currency, made.request.taxInclusive,
                  json.word<HalfRule>("half", {{"half_away", HalfRule::AwayFromZero}, {"half_even", HalfRule::ToEven}}),
                  json.decimal("discountPercent"), json.decimal("discountAmount")};
    json.each("lines", [&](const Members& line) {
        made.request.lines.push_back(readLine(line));
        made.lines.push_back({.id = line.id("id"),
                              .group = line.id("group"),
                              .quantity = line.decimal("quantity"),
                              .discountPercent = line.decimal("discountPercent"),
                              .discountAmount = line.decimal("discountAmount")});
    });
}

Customer readCustomer(const Members& json)
{
    return Customer{json.ids("accounts"),
                    json.text("segment"),
                    json.ids("territories"),
                    json.text("country"),
                    json.text("region"),
                    json.word<Taxation>("taxation", {{"normal", Taxation::Normal},
                                                     {"reverse_charge", Taxation::ReverseCharge},
                                                     {"exempt", Taxation::Exempt}})};
}

} // namespace

Result<Case> readCase(const nlohmann::json& json)
{
    bool ok = true;
    const Members members(json, ok);
    Case made{.number = members.number("case"), .snapshot = readSnapshot(members)};
    readDocument(members, made);
    const Json customer = json.is_object() ? json.value("customer", Json::object()) : Json();
    made.request.customer = readCustomer(Members(customer, ok));
    if (!ok)
        return invalid("That is no case.");
    return made;
}

} // namespace satchel::pricing::test
