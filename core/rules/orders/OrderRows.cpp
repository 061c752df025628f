// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/orders/OrderRows.h"

#include "core/base/CsvText.h"
#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/ValueText.h"

#include <algorithm>

namespace satchel::orders {

namespace {

using Cells = std::vector<std::string>;

std::string textOf(const Record* record, const char* field)
{
    return record == nullptr ? "" : harmlessCell(formatValue(*record->entity->field(field), record->value(field)));
}

// Amounts are all in the order's currency, which stands there once.
std::string numberOf(const Record& record, const char* field)
{
    const Field& declared = *record.entity->field(field);
    if (declared.type != FieldType::Money)
        return formatValue(declared, record.value(field));
    const auto money = Money::parse(record.value(field).text());
    return money ? money->amount.toString(currencyDecimals(money->currency)) : "";
}

// "Main Street 1, 28001, Madrid" in one cell.
std::string addressOf(const Record* account)
{
    if (account == nullptr)
        return "";
    std::string all;
    if (const auto members = readGroup(account->value("address").text()); members.ok())
        for (const auto& [name, text] : *members)
            all += (all.empty() ? "" : ", ") + text;
    return harmlessCell(all);
}

Result<Cells> headOf(const Record& order, const std::string& received, const Mentioned& mentioned)
{
    SATCHEL_ASSIGN(const Record* account, mentioned(order, "account"));
    SATCHEL_ASSIGN(const Record* contact, mentioned(order, "contact"));
    SATCHEL_ASSIGN(const Record* owner, mentioned(order, "owner"));
    SATCHEL_ASSIGN(const Record* quote, mentioned(order, "quote"));
    return Cells{textOf(&order, "number"),
                 numberOf(order, "ordered_on"),
                 received,
                 textOf(&order, "reference"),
                 textOf(quote, "number"),
                 textOf(account, "number"),
                 textOf(account, "name"),
                 addressOf(account),
                 textOf(account, "vat_id"),
                 contact == nullptr ? "" : harmlessCell(contact->label()),
                 textOf(contact, "email"),
                 textOf(owner, "login"),
                 textOf(&order, "currency"),
                 numberOf(order, "net"),
                 numberOf(order, "tax"),
                 numberOf(order, "gross")};
}

Result<Cells> lineOf(const Record& order, const Record& line, std::size_t number, const Mentioned& mentioned)
{
    SATCHEL_ASSIGN(const Record* product, mentioned(line, "product"));
    SATCHEL_ASSIGN(const Record* promotion, mentioned(line, "promotion"));
    SATCHEL_ASSIGN(const Record* shipTo, mentioned(line.value("ship_to").isNull() ? order : line, "ship_to"));
    const Record& dated = line.value("delivery_date").isNull() ? order : line;
    return Cells{std::to_string(number),
                 textOf(product, "code"),
                 textOf(&line, "description"),
                 textOf(&line, "part_number"),
                 numberOf(line, "quantity"),
                 textOf(&line, "unit"),
                 numberOf(line, "unit_price"),
                 numberOf(line, "net"),
                 numberOf(line, "tax_percent"),
                 textOf(promotion, "code"),
                 textOf(shipTo, "number"),
                 textOf(shipTo, "name"),
                 addressOf(shipTo),
                 numberOf(dated, "delivery_date")};
}

} // namespace

const std::vector<std::string>& orderColumns()
{
    static const std::vector<std::string> columns = {"order",
                                                     "ordered_on",
                                                     "received",
                                                     "reference",
                                                     "quote",
                                                     "account",
                                                     "account_name",
                                                     "address",
                                                     "vat_id",
                                                     "contact",
                                                     "contact_email",
                                                     "owner",
                                                     "currency",
                                                     "order_net",
                                                     "order_tax",
                                                     "order_gross",
                                                     "line",
                                                     "product",
                                                     "description",
                                                     "part_number",
                                                     "quantity",
                                                     "unit",
                                                     "unit_price",
                                                     "net",
                                                     "tax_percent",
                                                     "promotion",
                                                     "ship_to",
                                                     "ship_to_name",
                                                     "ship_to_address",
                                                     "delivery_date"};
    return columns;
}

Result<std::string> orderRows(const Record& order, const std::vector<Record>& lines, const std::string& received,
                              const Mentioned& mentioned)
{
    SATCHEL_ASSIGN(const Cells head, headOf(order, received, mentioned));
    std::string rows;
    for (std::size_t i = 0; i < std::max<std::size_t>(lines.size(), 1); ++i) {
        Cells cells = head;
        if (i < lines.size()) {
            SATCHEL_ASSIGN(const Cells line, lineOf(order, lines[i], i + 1, mentioned));
            cells.insert(cells.end(), line.begin(), line.end());
        }
        cells.resize(orderColumns().size());
        rows += csvLine(cells);
    }
    return rows;
}

} // namespace satchel::orders
