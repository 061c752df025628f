// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Reading.h"

#include "core/schema/Composite.h"

namespace satchel {

Decimal decimalOf(const Record& record, std::string_view field)
{
    return Decimal{record.value(field).integer()};
}

bool isSet(const Record& record, std::string_view field)
{
    return record.value(field).integer() == 1;
}

std::optional<Money> moneyOf(const Record& record, std::string_view field)
{
    return Money::parse(record.value(field).text());
}

std::optional<Decimal> amountOf(const Record& record, std::string_view field)
{
    const auto money = moneyOf(record, field);
    return money ? std::optional(money->amount) : std::nullopt;
}

std::vector<std::string> textsOf(const Record& record, std::string_view field)
{
    auto texts = readList(record.value(field).text());
    return texts.ok() ? std::move(texts).value() : std::vector<std::string>();
}

std::vector<Id> idsOf(const Record& record, std::string_view field)
{
    std::vector<Id> ids;
    for (const std::string& text : textsOf(record, field))
        if (const auto id = Id::parse(text))
            ids.push_back(*id);
    return ids;
}

std::string memberOf(const Record& record, std::string_view field, std::string_view member)
{
    if (const auto members = readGroup(record.value(field).text()); members.ok())
        for (const auto& [name, text] : *members)
            if (name == member)
                return text;
    return {};
}

} // namespace satchel
