// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/Session.h"
#include "core/sales/Orders.h"
#include "core/schema/Wording.h"

namespace satchel::ctl {

namespace {

using sales::Purchase;

Result<sales::OrderFilter> filterOf(const DealWishes& wishes, Session& session)
{
    sales::OrderFilter filter{.status = wishes.status, .from = wishes.from, .to = wishes.to, .limit = wishes.limit};
    for (const std::string& day : {wishes.from, wishes.to})
        if (!day.empty() && !isDate(day))
            return invalid(inQuotes(day) + " is not a day such as 2026-11-22.");
    if (!wishes.account.empty()) {
        SATCHEL_ASSIGN(filter.account, session.replica().resolve(schema::entity("account"), wishes.account));
    }
    return filter;
}

Json purchaseJson(const Purchase& purchase)
{
    return {{"order", purchase.number},
            {"order_id", purchase.order.toString()},
            {"ordered_on", purchase.orderedOn},
            {"status", purchase.status},
            {"account", purchase.account.toString()},
            {"account_name", purchase.accountName},
            {"line", purchase.line.toString()},
            {"product", nullIfEmpty(purchase.code)},
            {"description", purchase.description},
            {"quantity", purchase.quantity.toString()},
            {"unit", nullIfEmpty(purchase.unit)},
            {"unit_price", amountText(purchase.unitPrice, purchase.currency)},
            {"net", amountText(purchase.net, purchase.currency)},
            {"promotion", nullIfEmpty(purchase.promotionName)}};
}

std::string purchaseText(const Purchase& purchase)
{
    std::string text = purchase.description.substr(0, purchase.description.find('\n')) + "  " +
                       purchase.quantity.toString() + (purchase.unit.empty() ? "" : " " + purchase.unit) + " x " +
                       amountText(purchase.unitPrice, purchase.currency) + " = " +
                       amountText(purchase.net, purchase.currency);
    if (!purchase.promotionName.empty())
        text += "  (" + purchase.promotionName + ")";
    return text + "\n";
}

} // namespace

Result<Reply> listOrders(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const auto filter, filterOf(wishes, session));
    SATCHEL_ASSIGN(const auto orders, sales::listOrders(session.replica(), filter));
    Reply reply;
    Json rows = Json::array();
    for (const auto& each : orders) {
        Json row = recordJson(each.order);
        row["account_name"] = each.accountName;
        row["lines"] = each.lines;
        rows.push_back(std::move(row));
        reply.text += each.order.value("number").text() + "  " + each.order.value("ordered_on").text() + "  " +
                      each.accountName + "  " + each.order.value("gross").text() + "  " +
                      each.order.value("status").text() + "\n";
    }
    reply.json = {{"rows", std::move(rows)}};
    return reply;
}

Result<Reply> showOrder(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id id, session.replica().resolve(schema::entity("order"), wishes.order));
    SATCHEL_ASSIGN(const auto sheet, sales::orderSheet(session.replica(), id));
    Reply reply{.json = recordJson(sheet.order), .text = {}};
    reply.json["account_name"] = sheet.accountName;
    reply.text = sheet.order.value("number").text() + "  " + sheet.order.value("ordered_on").text() + "  " +
                 sheet.accountName + "  " + sheet.order.value("status").text() + "\n";
    if (!sheet.order.value("status_text").isNull())
        reply.text += sheet.order.value("status_text").text() + "\n";
    Json lines = Json::array();
    for (const Purchase& line : sheet.lines) {
        lines.push_back(purchaseJson(line));
        reply.text += "  " + purchaseText(line);
    }
    for (const char* sum : {"net", "tax", "gross"})
        reply.text += std::string(sum) + ": " + sheet.order.value(sum).text() + "\n";
    reply.json["lines"] = std::move(lines);
    return reply;
}

Result<Reply> exportOrders(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const auto filter, filterOf(wishes, session));
    SATCHEL_ASSIGN(const auto exported, sales::exportOrders(session.replica(), filter));
    SATCHEL_TRY(writeFile(wishes.file, exported.text));
    return plainReply({{"orders", exported.orders}, {"lines", exported.lines}, {"file", wishes.file}});
}

Result<Reply> boughtBy(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id account, session.replica().resolve(schema::entity("account"), wishes.account));
    Id product;
    if (!wishes.product.empty()) {
        SATCHEL_ASSIGN(product, session.replica().resolve(schema::entity("product"), wishes.product));
    }
    SATCHEL_ASSIGN(const auto purchases, sales::purchasesOf(session.replica(), account, product));
    Reply reply;
    Json rows = Json::array();
    for (const Purchase& purchase : purchases) {
        rows.push_back(purchaseJson(purchase));
        reply.text +=
            purchase.orderedOn + "  " + purchase.number + "  " + purchase.accountName + "  " + purchaseText(purchase);
    }
    reply.json = {{"rows", std::move(rows)}};
    return reply;
}

} // namespace satchel::ctl
