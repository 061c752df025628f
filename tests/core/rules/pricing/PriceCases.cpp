// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/pricing/CaseReader.h"

#include <fstream>
#include <iostream>
#include <unordered_set>

// satchel-price: prices documents that are data (CASES.md), one a line, from standard input or from a file, and answers
// one line for each. A second evaluator answers too, and the answers are compared.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const Id& id)
{
    return id.isNull() ? Json() : Json(id.toString());
}

Json orNull(const std::optional<Decimal>& decimal)
{
    return decimal ? Json(decimal->toString()) : Json();
}

Json texts(const std::vector<Id>& ids)
{
    Json json = Json::array();
    for (const Id& id : ids)
        json.push_back(id.toString());
    return json;
}

// The terms of all lines, and after them of what comes free.
Result<std::vector<LineTerms>> termsOf(const Case& given, const Pricing& priced)
{
    const auto replaced = replacedLines(given.request);
    std::vector<LineTerms> terms = given.lines;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const LineRequest& line = given.request.lines[i];
        if (!line.handPrice && !priced.lines[i].listPrice)
            return invalid("Line " + std::to_string(i + 1) + " has no price.");
        terms[i].price = line.handPrice ? *line.handPrice : *priced.lines[i].listPrice;
        terms[i].taxPercent = priced.lines[i].taxPercent;
        terms[i].counted = line.role == LineRequest::Role::Normal ? replaced.count(line.id) == 0 : line.chosen;
    }
    for (const FreeGoods& free : priced.free)
        terms.push_back({.quantity = free.quantity, .taxPercent = free.taxPercent, .counted = free.counted});
    return terms;
}

Json lineOf(const LinePrice& price, const LineTotal& total)
{
    return Json{{"id", price.line.toString()},
                {"listPrice", orNull(price.listPrice)},
                {"taxPercent", price.taxPercent.toString()},
                {"minimum", orNull(price.minimum)},
                {"promotions", texts(price.promotions)},
                {"list", orNull(price.list)},
                {"unitPrice", total.unitPrice.toString()},
                {"net", total.net.toString()},
                {"share", total.share.toString()}};
}

Json freeOf(const FreeGoods& goods)
{
    return Json{{"promotion", goods.promotion.toString()},   {"line", orNull(goods.line)},
                {"product", goods.product.toString()},       {"quantity", goods.quantity.toString()},
                {"taxPercent", goods.taxPercent.toString()}, {"counted", goods.counted}};
}

Json groupsOf(const Case& given, const Totals& totals)
{
    Json groups = Json::object();
    for (const LineTerms& line : given.lines)
        groups[line.group.isNull() ? "" : line.group.toString()] = totals.groups.at(line.group).toString();
    return groups;
}

Json answerOf(const Case& given, const Pricing& priced, const Totals& totals)
{
    Json answer{{"case", given.number}, {"error", false}, {"lines", Json::array()}, {"free", Json::array()}};
    for (std::size_t i = 0; i < priced.lines.size(); ++i)
        answer["lines"].push_back(lineOf(priced.lines[i], totals.lines[i]));
    for (const FreeGoods& goods : priced.free)
        answer["free"].push_back(freeOf(goods));
    answer["revisions"] = texts(priced.revisions);
    answer["rates"] = texts(priced.rates);
    answer["groups"] = groupsOf(given, totals);
    answer["sum"] = totals.sum.toString();
    answer["discount"] = totals.discount.toString();
    answer["taxes"] = Json::array();
    for (const TaxTotal& tax : totals.taxes)
        answer["taxes"].push_back(
            Json{{"percent", tax.percent.toString()}, {"net", tax.net.toString()}, {"tax", tax.tax.toString()}});
    answer["net"] = totals.net.toString();
    answer["tax"] = totals.tax.toString();
    answer["gross"] = totals.gross.toString();
    return answer;
}

Result<Json> answer(const nlohmann::json& json)
{
    SATCHEL_ASSIGN(const Case given, readCase(json));
    SATCHEL_ASSIGN(const Pricing priced, price(given.snapshot, given.request));
    SATCHEL_ASSIGN(const std::vector<LineTerms> terms, termsOf(given, priced));
    SATCHEL_ASSIGN(const Totals totals, totalsOf(given.terms, terms));
    return answerOf(given, priced, totals);
}

int answerAll(std::istream& input, bool why)
{
    std::string line;
    while (std::getline(input, line)) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object() || !json.contains("case")) {
            std::cerr << "That is no case: " << line.substr(0, 80) << "\n";
            return 2;
        }
        const auto answered = answer(json);
        if (!answered && why)
            std::cerr << "Case " << json["case"] << ": " << answered.error().message << "\n";
        std::cout << (answered ? *answered : Json{{"case", json["case"]}, {"error", true}}).dump() << "\n";
    }
    return 0;
}

} // namespace

// satchel-price [--why] [FILE]: --why says on standard error why a case is refused.
int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool why = !arguments.empty() && arguments.front() == "--why";
    if (arguments.size() == (why ? 1U : 0U))
        return answerAll(std::cin, why);
    std::ifstream file(arguments.back());
    if (!file) {
        std::cerr << "The file " << arguments.back() << " cannot be read.\n";
        return 2;
    }
    return answerAll(file, why);
}
