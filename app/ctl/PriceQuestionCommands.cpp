// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/PriceWork.h"
#include "core/sales/PriceExplanation.h"
#include "core/sales/ProductFinder.h"
#include "core/sales/PromotionCheck.h"

namespace satchel::ctl {

namespace {

Result<sales::PriceQuestion> questionOf(const PriceArguments& arguments, Session& session)
{
    sales::PriceQuestion question{.unit = arguments.unit, .date = arguments.date, .currency = arguments.currency};
    if (!arguments.account.empty()) {
        SATCHEL_ASSIGN(question.account, session.replica().resolve(schema::entity("account"), arguments.account));
    }
    if (!arguments.list.empty()) {
        SATCHEL_ASSIGN(question.list, session.replica().resolve(schema::entity("price_list"), arguments.list));
    }
    SATCHEL_ASSIGN(auto finder, sales::ProductFinder::make(session.replica(), question.account));
    SATCHEL_ASSIGN(question.product, finder.find(arguments.product));
    if (!question.date.empty() && !isDate(question.date))
        return invalid("The day must be written as 2026-11-22.");
    if (!question.currency.empty() && !isCurrencyCode(question.currency))
        return invalid("A currency is three capital letters, such as EUR.");
    if (!arguments.quantity.empty()) {
        SATCHEL_ASSIGN(question.quantity, sales::readNumber("The quantity", arguments.quantity));
    }
    return question;
}

Json stepsJson(const std::vector<pricing::Step>& steps)
{
    Json all = Json::array();
    for (const pricing::Step& step : steps) {
        Json each = Json::array({step.code});
        for (const std::string& argument : step.arguments)
            each.push_back(argument);
        all.push_back(std::move(each));
    }
    return all;
}

Json chainJson(const sales::PriceExplanation& made, std::string& text)
{
    Json chain = Json::array();
    bool given = false;
    for (const auto& asked : made.chain) {
        const std::string name = asked.name + (asked.revision == 0 ? "" : " r" + std::to_string(asked.revision));
        chain.push_back({{"list", asked.name},
                         {"agreement", asked.agreement},
                         {"revision", asked.revision == 0 ? Json(nullptr) : Json(asked.revision)},
                         {"gave", asked.gave},
                         {"reason", asked.reason.empty() ? Json(nullptr) : Json(asked.reason)}});
        text += "  " + name +
                (asked.gave ? " gives the price"
                 : given    ? " was not asked any more"
                            : " " + asked.reason) +
                "\n";
        given = given || asked.gave;
    }
    return chain;
}

} // namespace

Result<Reply> explainOnePrice(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto question, questionOf(arguments, session));
    SATCHEL_ASSIGN(const auto made, sales::explainPrice(session.replica(), question));
    SATCHEL_ASSIGN(const auto product, session.replica().find(schema::entity("product"), question.product));
    const auto money = [&](const Decimal& amount) { return Money{amount, made.question.currency}.toString(); };
    const std::string price = made.line.listPrice ? money(*made.line.listPrice) : std::string();
    Reply reply{.json = {{"product", product ? product->label() : std::string()},
                         {"quantity", made.question.quantity.toString()},
                         {"date", made.question.date},
                         {"currency", made.question.currency},
                         {"price", price.empty() ? Json(nullptr) : Json(price)},
                         {"tax_percent", made.line.taxPercent.toString()},
                         {"minimum", made.line.minimum ? Json(money(*made.line.minimum)) : Json(nullptr)},
                         {"why", pricing::sentence(made.line.steps)},
                         {"steps", stepsJson(made.line.steps)}},
                .text = {}};
    reply.text = (product ? product->label() : std::string()) + ", " + made.question.quantity.toString() + " on " +
                 made.question.date + ": " + (price.empty() ? "no list has a price" : price) + "\n";
    if (!made.line.steps.empty())
        reply.text += pricing::sentence(made.line.steps) + "\n";
    Json free = Json::array();
    for (const pricing::FreeGoods& goods : made.free) {
        SATCHEL_ASSIGN(const auto gift, session.replica().find(schema::entity("product"), goods.product));
        const std::string name = gift ? gift->label() : std::string("a product that is not here");
        free.push_back(
            {{"product", name}, {"quantity", goods.quantity.toString()}, {"why", pricing::sentence(goods.steps)}});
        reply.text +=
            "free: " + goods.quantity.toString() + " x " + name + " (" + pricing::sentence(goods.steps) + ")\n";
    }
    reply.json["free"] = std::move(free);
    reply.text += made.chain.empty() ? "No price list is for this customer.\n" : "Asked, in this order:\n";
    reply.json["chain"] = chainJson(made, reply.text);
    return reply;
}

Result<Reply> checkForClashes(const PriceArguments& arguments, Session& session)
{
    if (!arguments.date.empty() && !isDate(arguments.date))
        return invalid("The day must be written as 2026-11-22.");
    Id account;
    if (!arguments.account.empty()) {
        SATCHEL_ASSIGN(account, session.replica().resolve(schema::entity("account"), arguments.account));
    }
    SATCHEL_ASSIGN(const auto clashes, sales::checkPromotions(session.replica(), account, arguments.date));
    Json all = Json::array();
    std::string text;
    for (const sales::PromotionClash& clash : clashes) {
        all.push_back({{"first", clash.first},
                       {"second", clash.second},
                       {"from", clash.clash.from.empty() ? Json(nullptr) : Json(clash.clash.from)},
                       {"until", clash.clash.to.empty() ? Json(nullptr) : Json(clash.clash.to)},
                       {"exclusive", clash.clash.exclusive},
                       {"accounts", clash.accounts.size()},
                       {"why", clash.sentence()}});
        text += clash.sentence() + "\n";
    }
    if (clashes.empty())
        text = "No promotions clash.\n";
    return Reply{.json = {{"clashes", std::move(all)}}, .text = std::move(text)};
}

} // namespace satchel::ctl
