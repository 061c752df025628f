// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Limits.h"
#include "core/rules/quotes/GuardCase.h"
#include "core/schema/Wording.h"

// What one row must be by itself: validities, percentages, amounts and currencies.

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;

constexpr Decimal mostPercent{1000 * Decimal::scale};

std::int64_t number(const Record& record, std::string_view field)
{
    return record.value(field).integer();
}

Verdict validity(const Record& record)
{
    if (record.entity->field("valid_from") == nullptr || record.entity->field("valid_to") == nullptr)
        return {};
    const std::string& from = record.value("valid_from").text();
    const std::string& to = record.value("valid_to").text();
    if (!from.empty() && !to.empty() && to < from)
        return objection("The last day (" + to + ") is before the first one (" + from + ").", "valid_to");
    return {};
}

Verdict percent(const Record& record, std::string_view field)
{
    if (pricing::isDiscountPercent(Decimal{number(record, field)}))
        return {};
    return objection("A percentage is from 0 to 100.", std::string(field));
}

Verdict moreThanNothing(const Record& record, std::string_view field)
{
    if (record.value(field).isNull() || number(record, field) > 0)
        return {};
    return objection("The " + spoken(field) + " must be more than 0.", std::string(field));
}

Verdict notNegative(const Record& record, std::string_view field)
{
    const auto money = Money::parse(record.value(field).text());
    if (!money || pricing::isUnitPrice(money->amount.units))
        return {};
    return objection("The " + spoken(field) + " is at least 0 and at most 1,000,000,000.", std::string(field));
}

Verdict inCurrency(const Record& record, std::string_view field, const std::string& currency, const char* of)
{
    const auto money = Money::parse(record.value(field).text());
    if (!money || currency.empty() || money->currency == currency)
        return notNegative(record, field);
    return objection("The " + spoken(field) + " is in " + money->currency + ", but " + of + " is in " + currency + ".",
                     std::string(field));
}

Verdict ofPromotion(const Record& record)
{
    const std::string& kind = record.value("kind").text();
    if (auto verdict = percent(record, "percent"))
        return verdict;
    for (const char* field : {"buy", "free"})
        if (auto verdict = moreThanNothing(record, field))
            return verdict;
    for (const char* field : {"amount", "min_amount"})
        if (auto verdict = notNegative(record, field))
            return verdict;
    if (number(record, "min_quantity") < 0)
        return objection("The min quantity is not negative.", "min_quantity");
    const auto needs = [&](const char* field) {
        return record.value(field).isNull()
                   ? Verdict(objection("A promotion of this kind needs its " + spoken(field) + ".", field))
                   : Verdict();
    };
    if (kind == "percent")
        return needs("percent");
    if (kind == "amount")
        return needs("amount");
    if (auto verdict = kind == "buy_get" ? needs("buy") : needs("free_product"))
        return verdict;
    return needs("free");
}

Verdict ofGroup(const Record& record)
{
    for (const char* field : {"least", "most"})
        if (number(record, field) < 0)
            return objection("The number of options is not negative.", field);
    if (!record.value("most").isNull() && number(record, "most") < number(record, "least"))
        return objection("At least " + std::to_string(number(record, "least")) + " and at most " +
                             std::to_string(number(record, "most")) + " options cannot be chosen.",
                         "most");
    return {};
}

Verdict ofAgreement(const Record& record)
{
    const std::int64_t formula = number(record, "percent");
    if (!record.value("percent").isNull() && (formula <= 0 || formula > mostPercent.units))
        return objection("A percentage of a price is more than 0 and at most 1,000.", "percent");
    if (!record.value("percent").isNull() && record.value("base_list").isNull())
        return objection("A percentage needs a list that it is of.", "base_list");
    return {};
}

Verdict ofLine(const Record& record, const std::string& currency)
{
    const Decimal quantity{number(record, "quantity")};
    if (record.value("kind").text() != "text" && (quantity.units <= 0 || pricing::mostQuantity < quantity))
        return objection("A quantity is more than 0 and at most 10,000,000.", "quantity");
    for (const char* field : {"discount_percent", "tax_percent"})
        if (auto verdict = percent(record, field))
            return verdict;
    for (const char* field : {"list_price", "price", "discount_amount"})
        if (auto verdict = inCurrency(record, field, currency, "the quote"))
            return verdict;
    return {};
}

// The currency of the row that a reference leads to; "" if it is not here.
Result<std::string> currencyOf(GuardCase& look, const Record& record, std::string_view field)
{
    const Field& reference = *record.entity->field(field);
    if (record.value(field).isNull())
        return std::string();
    SATCHEL_ASSIGN(const auto row, look.now().find(schema::entity(reference.references), record.value(field).id()));
    return row ? row->value("currency").text() : std::string();
}

} // namespace

Result<Verdict> guardValues(GuardCase& look, const Touched&, const Record& record)
{
    if (auto verdict = validity(record))
        return verdict;
    const std::string& name = record.entity->name;
    if (name == "quote") {
        if (auto verdict = percent(record, "discount_percent"))
            return verdict;
        return inCurrency(record, "discount_amount", record.value("currency").text(), "the quote");
    }
    if (name == "quote_line") {
        SATCHEL_ASSIGN(const std::string currency, currencyOf(look, record, "quote"));
        return ofLine(record, currency);
    }
    if (name == "agreement")
        return ofAgreement(record);
    if (name == "agreed_price") {
        SATCHEL_ASSIGN(const std::string currency, currencyOf(look, record, "agreement"));
        if (number(record, "min_quantity") < 0)
            return Verdict(objection("A price counts from a quantity of 0 or more on.", "min_quantity"));
        for (const char* field : {"price", "min_price"})
            if (auto verdict = inCurrency(record, field, currency, "the agreement"))
                return verdict;
        return Verdict();
    }
    if (name == "product_unit")
        return moreThanNothing(record, "factor");
    if (name == "bundle_part")
        return moreThanNothing(record, "quantity");
    if (name == "option_group")
        return ofGroup(record);
    if (name == "promotion")
        return ofPromotion(record);
    if (name == "tax_rate" || name == "discount_authority")
        return percent(record, "percent");
    if (name == "product_cost") {
        for (const char* field : {"cost", "floor_price"})
            if (auto verdict = notNegative(record, field))
                return verdict;
        return Verdict();
    }
    if (name == "exchange_rate") {
        for (const char* field : {"from_amount", "to_amount"})
            if (auto verdict = moreThanNothing(record, field))
                return verdict;
        if (record.value("from_currency") == record.value("to_currency"))
            return Verdict(objection("An exchange rate is between two currencies.", "to_currency"));
    }
    return Verdict();
}

} // namespace satchel::quotes
