// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderExport.h"

#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/ValueText.h"
#include "sync/server/OrderPapers.h"

namespace satchel::server {

namespace {

// A name may be anything, and a spreadsheet runs what begins like a formula. Columns of numbers and dates are ours.
std::string harmless(std::string text)
{
    const std::size_t first = text.find_first_not_of(" '");
    if (first != std::string::npos && std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos)
        text.insert(0, "'");
    return text;
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' '))
        return text;
    std::string cell = "\"";
    for (const char c : text)
        cell.append(c == '"' ? 2 : 1, c);
    return cell + '"';
}

void append(std::string& csv, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        csv += (i == 0 ? "" : ",") + quoted(cells[i]);
    csv += "\r\n";
}

std::string text(const Record* record, const char* field)
{
    return record == nullptr ? "" : harmless(formatValue(*record->entity->field(field), record->value(field)));
}

std::string number(const Record& record, const char* field)
{
    const Field& declared = *record.entity->field(field);
    const auto money = Money::parse(record.value(field).text());
    if (declared.type == FieldType::Money)
        return money ? money->amount.toString(currencyDecimals(money->currency)) : "";
    return formatValue(declared, record.value(field));
}

/// "Main Street 1, 28001 Madrid" in one cell.
std::string address(const Record* account)
{
    const auto members =
        account == nullptr ? Result<GroupMembers>(GroupMembers()) : readGroup(account->value("address").text());
    std::string all;
    for (const auto& [name, value] : members.ok() ? *members : GroupMembers())
        all += (all.empty() ? "" : ", ") + value;
    return harmless(all);
}

void appendOrder(std::string& csv, const OrderPapers& papers, Milliseconds received)
{
    const Record& order = papers.order;
    const auto of = [&](const Record& from, const char* reference) { return papers.find(from.value(reference).id()); };
    const Record* account = of(order, "account");
    const Record* contact = of(order, "contact");
    const Record* owner = of(order, "owner");
    const std::vector<std::string> head = {text(&order, "number"),
                                           number(order, "ordered_on"),
                                           formatInstant(received),
                                           text(&order, "reference"),
                                           text(of(order, "quote"), "number"),
                                           text(account, "number"),
                                           text(account, "name"),
                                           address(account),
                                           text(account, "vat_id"),
                                           contact == nullptr ? "" : harmless(contact->label()),
                                           text(contact, "email"),
                                           text(owner, "login"),
                                           text(&order, "currency"),
                                           number(order, "net"),
                                           number(order, "tax"),
                                           number(order, "gross")};
    for (std::size_t i = 0; i < std::max<std::size_t>(papers.lines.size(), 1); ++i) {
        std::vector<std::string> cells = head;
        if (i < papers.lines.size()) {
            const Record& line = papers.lines[i];
            const bool own = !line.value("ship_to").isNull();
            const Record* shipTo = own ? of(line, "ship_to") : of(order, "ship_to");
            const Record& dated = line.value("delivery_date").isNull() ? order : line;
            for (std::string& cell : std::vector<std::string>{
                     std::to_string(i + 1), text(of(line, "product"), "code"), text(&line, "description"),
                     text(&line, "part_number"), number(line, "quantity"), text(&line, "unit"),
                     number(line, "unit_price"), number(line, "net"), number(line, "tax_percent"),
                     text(of(line, "promotion"), "code"), text(shipTo, "number"), text(shipTo, "name"), address(shipTo),
                     number(dated, "delivery_date")})
                cells.push_back(std::move(cell));
        }
        cells.resize(orderColumns().size());
        append(csv, cells);
    }
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

Result<std::string> exportOrders(Database& database, Milliseconds since, Milliseconds until, std::int64_t& orders)
{
    SATCHEL_TRY(database.begin(Database::Access::Read));
    auto csv = [&]() -> Result<std::string> {
        // When its change was committed: the first checkpoint that has it.
        SATCHEL_ASSIGN(const auto rows,
                       database.query("SELECT id, at FROM (SELECT o.id, o.born, COALESCE((SELECT c.committed FROM "
                                      "checkpoint c WHERE c.seq>=o.born ORDER BY c.seq LIMIT 1), 0) AS at FROM e_order "
                                      "o WHERE o.deleted=0) AS taken WHERE at>=$1 AND at<$2 ORDER BY born, id",
                                      {Cell(since), Cell(until)}));
        orders = static_cast<std::int64_t>(rows.size());
        std::string text;
        append(text, orderColumns());
        EntityTables tables(database);
        for (const Row& row : rows) {
            SATCHEL_ASSIGN(const OrderPapers papers, readOrder(database, tables, idOf(row[0])));
            appendOrder(text, papers, integerOf(row[1]));
        }
        return text;
    }();
    database.rollback(); // only read
    return csv;
}

} // namespace satchel::server
