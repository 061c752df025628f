// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/QuoteText.h"

#include "app/ctl/Session.h"
#include "core/rules/pricing/Explanation.h"
#include "core/sales/Margins.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuoteWarnings.h"
#include "core/schema/ValueJson.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::ctl {

namespace {

using pricing::Document;

// A quote as one command shows it.
struct Shown {
    quotes::QuoteRecords records;
    Document document;
    std::map<Id, std::string> numbers;

    [[nodiscard]] std::string number(const Id& line) const
    {
        const auto found = numbers.find(line);
        return found == numbers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string money(const Decimal& amount) const { return Money{amount, document.currency}.toString(); }
    [[nodiscard]] Json moneyJson(const std::optional<Decimal>& amount) const
    {
        if (!amount)
            return nullptr;
        static const Field field{.number = 1, .name = "money", .type = FieldType::Money};
        return valueToJson(field, Value(money(*amount)));
    }
};

Result<Shown> read(const Id& quote, Session& session)
{
    ReplicaRecords records(session.replica().connection());
    quotes::QuoteReader reader(records);
    Shown shown;
    SATCHEL_ASSIGN(shown.records, reader.records(quote));
    SATCHEL_ASSIGN(shown.document, reader.document(shown.records));
    shown.numbers = sales::numbersOf(shown.records);
    return shown;
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json orNull(const Id& id)
{
    return id.isNull() ? Json(nullptr) : Json(id.toString());
}

std::string roleOf(const Document::Line& line)
{
    return line.role == Document::Role::Optional      ? "optional"
           : line.role == Document::Role::Alternative ? "alternative"
                                                      : "normal";
}

std::vector<pricing::Step> stepsOf(const std::string& why)
{
    auto steps = pricing::readSteps(why);
    return steps.ok() ? std::move(*steps) : std::vector<pricing::Step>();
}

Json whyJson(const std::string& why)
{
    Json steps = Json::array();
    for (const pricing::Step& step : stepsOf(why)) {
        Json parts = Json::array({step.code});
        for (const std::string& argument : step.arguments)
            parts.push_back(argument);
        steps.push_back(std::move(parts));
    }
    return steps;
}

Json marginJson(const sales::Margin& margin, const Shown& shown)
{
    return {{"net", shown.moneyJson(margin.net)},
            {"cost", shown.moneyJson(margin.cost)},
            {"margin", shown.moneyJson(margin.margin)},
            {"percent", margin.percent ? Json(margin.percent->toString()) : Json(nullptr)}};
}

Json lineJson(const Document::Line& line, const Shown& shown, const std::optional<sales::Margins>& margins)
{
    Json json = {{"id", line.id.toString()},
                 {"line", orNull(shown.number(line.id))},
                 {"group", orNull(line.group)},
                 {"kind", line.kind == Document::Kind::Text ? "text" : "item"},
                 {"description", orNull(line.description)}};
    if (line.kind == Document::Kind::Text)
        return json;
    json["product"] = orNull(line.product);
    json["code"] = orNull(line.code);
    json["part_number"] = orNull(line.partNumber);
    json["quantity"] = line.quantity.toString();
    json["unit"] = orNull(line.unit);
    json["role"] = roleOf(line);
    json["chosen"] = line.chosen;
    json["counted"] = line.counted;
    json["alternative_to"] = orNull(shown.number(line.alternativeTo));
    json["part_of"] = orNull(shown.number(line.partOf));
    json["list_price"] = shown.moneyJson(line.listPrice);
    json["price"] = shown.moneyJson(line.handPrice);
    json["discount_percent"] = line.discountPercent.toString();
    json["discount_amount"] = shown.moneyJson(line.discountAmount);
    json["unit_price"] = shown.moneyJson(line.unitPrice);
    json["net"] = shown.moneyJson(line.net);
    json["share"] = shown.moneyJson(line.share);
    json["tax_percent"] = line.taxPercent.toString();
    json["promotion"] = orNull(line.promotionName);
    json["free"] = line.free;
    json["ship_to"] = orNull(line.shipTo);
    json["delivery_date"] = orNull(line.deliveryDate);
    json["why"] = whyJson(line.why);
    json["explanation"] = orNull(pricing::sentence(stepsOf(line.why)));
    if (margins) {
        const auto margin = margins->lines.find(line.id);
        json["margin"] = margin == margins->lines.end() ? Json(nullptr) : marginJson(margin->second, shown);
    }
    return json;
}

Json totalsJson(const Shown& shown)
{
    const Document& document = shown.document;
    Json taxes = Json::array();
    for (const Document::Tax& tax : document.taxes)
        taxes.push_back({{"percent", tax.percent.toString()},
                         {"net", shown.moneyJson(tax.net)},
                         {"tax", shown.moneyJson(tax.tax)}});
    return {{"sum", shown.moneyJson(document.sum)},
            {"discount", shown.moneyJson(document.discount)},
            {"taxes", taxes},
            {"net", shown.moneyJson(document.net)},
            {"tax", shown.moneyJson(document.tax)},
            {"gross", shown.moneyJson(document.gross)}};
}

Json warningsJson(const std::vector<sales::Warning>& warnings, const Shown& shown)
{
    Json json = Json::array();
    for (const sales::Warning& warning : warnings)
        json.push_back({{"line", orNull(shown.number(warning.line))}, {"code", warning.code}, {"text", warning.text}});
    return json;
}

// Sums stand at the end of lines, under each other.
std::string row(const std::string& left, const std::string& right)
{
    constexpr std::size_t width = 78;
    const std::size_t used = left.size() + right.size();
    return left + std::string(used < width ? width - used : 1, ' ') + right + "\n";
}

std::string lineText(const Document::Line& line, const Shown& shown, bool why)
{
    const std::string number = shown.number(line.id);
    std::string left = "  " + number + std::string(number.size() < 5 ? 6 - number.size() : 1, ' ');
    std::string description = line.description.substr(0, line.description.find('\n'));
    if (line.kind == Document::Kind::Text)
        return left + description + "\n";
    left += line.quantity.toString() + (line.unit.empty() ? "" : " " + line.unit) + "  " + description;
    if (!line.code.empty())
        left += " (" + line.code + ")";
    if (line.role != Document::Role::Normal)
        left += line.chosen ? " [" + roleOf(line) + ", chosen]" : " [" + roleOf(line) + "]";
    if (line.role == Document::Role::Alternative)
        left += " to " + shown.number(line.alternativeTo);
    const bool priced = line.listPrice || line.handPrice;
    std::string text = row(left, priced ? shown.money(line.unitPrice) + "  " + shown.money(line.net) : "no price");
    std::string terms;
    if (line.handPrice)
        terms += "set by hand" + (line.listPrice ? ", list " + shown.money(*line.listPrice) : std::string());
    if (line.discountPercent.units != 0)
        terms += (terms.empty() ? "" : ", ") + ("-" + line.discountPercent.toString() + " %");
    if (line.discountAmount.units != 0)
        terms += (terms.empty() ? "" : ", ") + ("-" + shown.money(line.discountAmount) + " each");
    if (!terms.empty())
        text += "        " + terms + "\n";
    if (const std::string sentence = pricing::sentence(stepsOf(line.why)); why && !sentence.empty())
        text += "        " + sentence + "\n";
    return text;
}

std::string totalsText(const Shown& shown)
{
    const Document& document = shown.document;
    std::string text;
    if (document.discount.units != 0) {
        text += row("sum", shown.money(document.sum));
        text += row("discount", "-" + shown.money(document.discount));
    }
    text += row("net", shown.money(document.net));
    for (const Document::Tax& tax : document.taxes)
        text += row("tax " + tax.percent.toString() + " % of " + shown.money(tax.net), shown.money(tax.tax));
    return text + row("gross", shown.money(document.gross));
}

std::string headText(const Shown& shown)
{
    const Document& document = shown.document;
    const Record& quote = shown.records.quote;
    std::string text = document.number.empty() ? "draft" : document.number;
    if (document.revision > 1)
        text += " revision " + std::to_string(document.revision);
    if (!document.title.empty())
        text += "  " + document.title;
    text += "\n";
    if (quote.value("template").integer() == 1)
        text += "a template";
    else
        text += document.customerName + (document.contactName.empty() ? "" : ", " + document.contactName);
    text += "\n" + document.date + (document.validUntil.empty() ? "" : " until " + document.validUntil) + ", " +
            document.currency + (document.taxInclusive ? " with tax in its prices" : "") + ", " +
            quote.value("status").text() + "\nid: " + quote.id.toString() + "\n\n";
    return text;
}

std::string linesText(const Shown& shown, bool why)
{
    std::string text;
    Id group;
    std::map<Id, const Document::Line*> lines;
    for (const Document::Line& line : shown.document.lines)
        lines.emplace(line.id, &line);
    const auto title = [&](const Id& id) {
        for (const Document::Group& each : shown.document.groups)
            if (each.id == id)
                text += row(shown.number(id) + "  " + each.title, shown.money(each.subtotal));
    };
    std::set<Id> used;
    for (const Record* record : sales::inOrder(shown.records)) {
        const Document::Line& line = *lines.at(record->id);
        if (line.group != group && line.partOf.isNull()) {
            group = line.group;
            used.insert(group);
            title(group);
        }
        text += lineText(line, shown, why);
    }
    for (const Document::Group& each : shown.document.groups)
        if (!used.contains(each.id))
            title(each.id);
    return text + "\n";
}

std::string warningsText(const std::vector<sales::Warning>& warnings)
{
    std::string text;
    for (const sales::Warning& warning : warnings)
        text += "! " + warning.text + "\n";
    return text;
}

} // namespace

Result<Reply> quoteReply(const Id& quote, bool why, Session& session)
{
    SATCHEL_ASSIGN(const Shown shown, read(quote, session));
    SATCHEL_ASSIGN(const auto margins, sales::marginsOf(session.replica(), shown.document));
    SATCHEL_ASSIGN(const auto warnings, sales::warningsFor(session.replica(), quote));
    Json groups = Json::array();
    for (const Document::Group& group : shown.document.groups)
        groups.push_back({{"id", group.id.toString()},
                          {"group", orNull(shown.number(group.id))},
                          {"title", group.title},
                          {"text", orNull(group.text)},
                          {"subtotal", shown.moneyJson(group.subtotal)}});
    std::map<Id, const Document::Line*> byId;
    for (const Document::Line& line : shown.document.lines)
        byId.emplace(line.id, &line);
    Json lines = Json::array();
    for (const Record* record : sales::inOrder(shown.records))
        lines.push_back(lineJson(*byId.at(record->id), shown, margins));
    Reply reply;
    reply.json = {{"quote", recordJson(shown.records.quote)},
                  {"groups", groups},
                  {"lines", lines},
                  {"totals", totalsJson(shown)}};
    reply.text = headText(shown) + linesText(shown, why) + totalsText(shown);
    if (margins) { // else this person does not know what things cost
        reply.json["margin"] = margins->total ? marginJson(*margins->total, shown) : Json(nullptr);
        if (margins->total)
            reply.text += row(
                "margin" + (margins->total->percent ? " " + margins->total->percent->toString() + " %" : std::string()),
                shown.money(margins->total->margin));
    }
    reply.json["warnings"] = warningsJson(warnings, shown);
    if (!warnings.empty())
        reply.text += "\n" + warningsText(warnings);
    return reply;
}

Result<Reply> editedReply(const Id& quote, const sales::Edited& edited, Session& session)
{
    SATCHEL_ASSIGN(const Shown shown, read(quote, session));
    Json added = Json::array();
    std::string addedText;
    for (const Id& id : edited.added) {
        added.push_back({{"id", id.toString()}, {"line", orNull(shown.number(id))}});
        if (const std::string number = shown.number(id); !number.empty())
            addedText += (addedText.empty() ? "" : ", ") + number;
    }
    Json repriced = Json::array();
    std::string repricedText;
    for (const Id& id : edited.repriced) {
        repriced.push_back({{"id", id.toString()}, {"line", orNull(shown.number(id))}});
        const std::string number = shown.number(id);
        repricedText += (repricedText.empty() ? "" : ", ") + (number.empty() ? "one that is gone" : number);
    }
    Reply reply;
    reply.json = {{"id", quote.toString()},
                  {"number", orNull(shown.document.number)},
                  {"changed", edited.receipt.number != 0},
                  {"added", added},
                  {"repriced", repriced},
                  {"notes", edited.notes},
                  {"totals", totalsJson(shown)}};
    reply.text = "quote: " + (shown.document.number.empty() ? quote.toString() : shown.document.number) + "\n";
    if (edited.receipt.number == 0)
        reply.text += "nothing was different\n";
    if (!addedText.empty())
        reply.text += "new lines: " + addedText + "\n";
    if (!repricedText.empty())
        reply.text += "lines that followed: " + repricedText + "\n";
    for (const std::string& note : edited.notes)
        reply.text += note + "\n";
    reply.text += "net: " + shown.money(shown.document.net) + "\ngross: " + shown.money(shown.document.gross) + "\n";
    return reply;
}

Result<Reply> repricingReply(const Id& quote, const sales::Repricing& repricing, Session& session)
{
    SATCHEL_ASSIGN(const Shown shown, read(quote, session));
    Reply reply;
    Json lines = Json::array();
    const auto price = [&](const std::optional<Decimal>& amount) {
        return amount ? shown.money(*amount) : std::string("no price");
    };
    for (const auto& line : repricing.lines) {
        const std::string before = pricing::sentence(stepsOf(line.whyBefore));
        const std::string after = pricing::sentence(stepsOf(line.whyAfter));
        lines.push_back({{"id", line.line.toString()},
                         {"line", orNull(shown.number(line.line))},
                         {"before", shown.moneyJson(line.before)},
                         {"after", shown.moneyJson(line.after)},
                         {"tax_before", line.taxBefore.toString()},
                         {"tax_after", line.taxAfter.toString()},
                         {"why_before", whyJson(line.whyBefore)},
                         {"why_after", whyJson(line.whyAfter)},
                         {"explanation_before", orNull(before)},
                         {"explanation_after", orNull(after)},
                         {"by_hand", line.byHand}});
        reply.text += "line " + shown.number(line.line) + ": ";
        if (line.byHand)
            reply.text += "its price was set by hand and stays; by the list ";
        reply.text += price(line.before) + (line.changes() ? " -> " + price(line.after) : "") + "\n";
        if (line.taxBefore != line.taxAfter)
            reply.text += "    tax " + line.taxBefore.toString() + " % -> " + line.taxAfter.toString() + " %\n";
        if (line.changes())
            reply.text += "    " + before + "\n    " + after + "\n";
    }
    Json free = Json::array();
    for (const auto& goods : repricing.free) {
        SATCHEL_ASSIGN(const std::string product,
                       session.replica().label({schema::entity("product").number, goods.product}));
        free.push_back({{"id", goods.line.toString()},
                        {"line", orNull(shown.number(goods.line))},
                        {"product", goods.product.toString()},
                        {"promotion", goods.promotion.toString()},
                        {"before", goods.before.toString()},
                        {"after", goods.after.toString()}});
        reply.text += "free " + product + ": " + goods.before.toString() + " -> " + goods.after.toString() + "\n";
    }
    reply.json = {{"date", repricing.date},
                  {"changes", repricing.changesAnything()},
                  {"lines", lines},
                  {"free", free},
                  {"gross_before", shown.moneyJson(repricing.grossBefore)},
                  {"gross_after", shown.moneyJson(repricing.grossAfter)}};
    if (!repricing.changesAnything())
        reply.text += "No price would change.\n";
    else if (repricing.grossBefore && repricing.grossAfter)
        reply.text +=
            "gross: " + shown.money(*repricing.grossBefore) + " -> " + shown.money(*repricing.grossAfter) + "\n";
    return reply;
}

Result<Reply> warningsReply(const Id& quote, Session& session)
{
    SATCHEL_ASSIGN(const auto warnings, sales::warningsFor(session.replica(), quote));
    ReplicaRecords records(session.replica().connection());
    Shown shown;
    SATCHEL_ASSIGN(shown.records, quotes::QuoteReader(records).records(quote));
    shown.numbers = sales::numbersOf(shown.records);
    Reply reply{.json = {{"warnings", warningsJson(warnings, shown)}}, .text = warningsText(warnings)};
    if (warnings.empty())
        reply.text = "Nothing stands against handing it over.\n";
    return reply;
}

} // namespace satchel::ctl
