// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/QuoteNaming.h"
#include "app/ctl/Session.h"
#include "core/sales/QuoteDifference.h"

#include <array>

namespace satchel::ctl {

namespace {

using sales::QuoteDifference;
using Changes = std::vector<QuoteDifference::Change>;

constexpr std::array<const char*, 4> kinds = {"added", "removed", "changed", "same"};
constexpr std::array<const char*, 4> marks = {"+ ", "- ", "~ ", "  "};

Json sideJson(const pricing::Document& side)
{
    return {{"id", side.quote.toString()},
            {"number", side.number.empty() ? Json(nullptr) : Json(side.number)},
            {"revision", side.revision},
            {"sum", amountText(side.sum, side.currency)},
            {"discount", amountText(side.discount, side.currency)},
            {"net", amountText(side.net, side.currency)},
            {"tax", amountText(side.tax, side.currency)},
            {"gross", amountText(side.gross, side.currency)}};
}

std::string sideName(const pricing::Document& side)
{
    return (side.number.empty() ? "draft" : side.number) + " revision " + std::to_string(side.revision) + ", " +
           amountText(side.gross, side.currency);
}

Json changesJson(const Changes& changes)
{
    Json all = Json::array();
    for (const auto& change : changes)
        all.push_back({{"field", change.field}, {"before", change.before}, {"after", change.after}});
    return all;
}

std::string changesText(const Changes& changes, const std::string& indent)
{
    std::string text;
    for (const auto& change : changes)
        text += indent + change.field + ": " + (change.before.empty() ? "(empty)" : change.before) + " -> " +
                (change.after.empty() ? "(empty)" : change.after) + "\n";
    return text;
}

Json lineJson(const pricing::Document::Line& line, const std::string& currency)
{
    return {{"id", line.id.toString()},
            {"product", line.code.empty() ? Json(nullptr) : Json(line.code)},
            {"description", line.description},
            {"quantity", line.quantity.toString()},
            {"unit", line.unit},
            {"unit_price", amountText(line.unitPrice, currency)},
            {"net", amountText(line.net, currency)},
            {"counted", line.counted}};
}

void addLine(const QuoteDifference& difference, const QuoteDifference::Line& line, Json& lines, std::string& text)
{
    const auto kind = static_cast<std::size_t>(line.kind);
    const pricing::Document::Line* before = line.before ? &difference.left.lines[*line.before] : nullptr;
    const pricing::Document::Line* after = line.after ? &difference.right.lines[*line.after] : nullptr;
    lines.push_back({{"kind", kinds.at(kind)},
                     {"before", before ? lineJson(*before, difference.left.currency) : Json(nullptr)},
                     {"after", after ? lineJson(*after, difference.right.currency) : Json(nullptr)},
                     {"changes", changesJson(line.changes)}});
    const auto& shown = after ? *after : *before;
    const std::string& currency = after ? difference.right.currency : difference.left.currency;
    const std::string goods = shown.quantity.toString() + " " + shown.unit + "  " + amountText(shown.net, currency);
    text += marks.at(kind) + shown.description.substr(0, shown.description.find('\n')) +
            (shown.kind == pricing::Document::Kind::Item ? "  " + goods : "") + "\n" +
            changesText(line.changes, "    ");
}

} // namespace

Result<Reply> compareQuotes(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(Id left, quoteNamed(wishes.quote, session));
    Id right;
    if (wishes.other.empty()) {
        SATCHEL_ASSIGN(const auto quote, session.replica().find(schema::entity("quote"), left));
        right = std::exchange(left, quote ? quote->value("former").id() : Id());
        if (left.isNull())
            return invalid("This quote was not made from another; say which one to compare it with.");
    } else {
        SATCHEL_ASSIGN(right, quoteNamed(wishes.other, session));
    }
    SATCHEL_ASSIGN(const QuoteDifference difference, sales::differenceOf(session.replica(), left, right));
    Reply reply;
    Json lines = Json::array();
    reply.text = "from: " + sideName(difference.left) + "\nto: " + sideName(difference.right) + "\n" +
                 changesText(difference.changes, "");
    for (const auto& line : difference.lines)
        addLine(difference, line, lines, reply.text);
    reply.json = {{"left", sideJson(difference.left)},
                  {"right", sideJson(difference.right)},
                  {"equal", difference.isEmpty()},
                  {"same_currency", difference.sameCurrency},
                  {"changes", changesJson(difference.changes)},
                  {"lines", std::move(lines)}};
    return reply;
}

} // namespace satchel::ctl
