// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteDifference.h"

#include "core/rules/quotes/Ids.h"
#include "core/sales/DealDesk.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace satchel::sales {

namespace {

using pricing::Document;
using Changes = std::vector<QuoteDifference::Change>;

// Collects what differs.
class Sheet {
public:
    void compare(const char* field, const std::string& before, const std::string& after)
    {
        if (before != after)
            m_changes.push_back({field, before, after});
    }
    void compare(const char* field, Decimal before, Decimal after)
    {
        compare(field, before.toString(), after.toString());
    }
    void compare(const char* field, const std::optional<Decimal>& before, const std::optional<Decimal>& after)
    {
        compare(field, before ? before->toString() : "", after ? after->toString() : "");
    }
    void compare(const char* field, bool before, bool after)
    {
        compare(field, std::string(before ? "true" : ""), std::string(after ? "true" : ""));
    }
    [[nodiscard]] Changes take() { return std::move(m_changes); }

private:
    Changes m_changes;
};

std::string roleText(const Document::Line& line)
{
    switch (line.role) {
    case Document::Role::Optional: return "optional";
    case Document::Role::Alternative: return "alternative";
    case Document::Role::Normal: break;
    }
    return "normal";
}

std::string groupTitle(const Document& document, const Document::Line& line)
{
    const auto found = std::find_if(document.groups.begin(), document.groups.end(),
                                    [&](const Document::Group& group) { return group.id == line.group; });
    return found == document.groups.end() ? "" : found->title;
}

Changes changesOf(const Document& left, const Document::Line& a, const Document& right, const Document::Line& b)
{
    Sheet sheet;
    sheet.compare("group", groupTitle(left, a), groupTitle(right, b));
    sheet.compare("role", roleText(a), roleText(b));
    sheet.compare("chosen", a.chosen, b.chosen);
    sheet.compare("product", a.code, b.code);
    sheet.compare("part_number", a.partNumber, b.partNumber);
    sheet.compare("description", a.description, b.description);
    sheet.compare("quantity", a.quantity, b.quantity);
    sheet.compare("unit", a.unit, b.unit);
    sheet.compare("list_price", a.listPrice, b.listPrice);
    sheet.compare("promotion", a.promotionName, b.promotionName);
    sheet.compare("price", a.handPrice, b.handPrice);
    sheet.compare("discount_percent", a.discountPercent, b.discountPercent);
    sheet.compare("discount_amount", a.discountAmount, b.discountAmount);
    sheet.compare("unit_price", a.unitPrice, b.unitPrice);
    sheet.compare("net", a.net, b.net);
    sheet.compare("tax_percent", a.taxPercent, b.taxPercent);
    sheet.compare("ship_to", a.shipToName, b.shipToName);
    sheet.compare("delivery_date", a.deliveryDate, b.deliveryDate);
    return sheet.take();
}

Changes changesOf(const Document& a, const Document& b)
{
    Sheet sheet;
    sheet.compare("title", a.title, b.title);
    sheet.compare("customer", a.customerName, b.customerName);
    sheet.compare("contact", a.contactName, b.contactName);
    sheet.compare("date", a.date, b.date);
    sheet.compare("valid_until", a.validUntil, b.validUntil);
    sheet.compare("currency", a.currency, b.currency);
    sheet.compare("tax_inclusive", a.taxInclusive, b.taxInclusive);
    sheet.compare("language", a.language, b.language);
    sheet.compare("reference", a.reference, b.reference);
    sheet.compare("ship_to", a.shipToName, b.shipToName);
    sheet.compare("delivery_date", a.deliveryDate, b.deliveryDate);
    sheet.compare("introduction", a.introduction, b.introduction);
    sheet.compare("terms", a.terms, b.terms);
    sheet.compare("discount_percent", a.discountPercent, b.discountPercent);
    sheet.compare("discount_amount", a.discountAmount, b.discountAmount);
    sheet.compare("sum", a.sum, b.sum);
    sheet.compare("discount", a.discount, b.discount);
    sheet.compare("net", a.net, b.net);
    sheet.compare("tax", a.tax, b.tax);
    sheet.compare("gross", a.gross, b.gross);
    return sheet.take();
}

// Which line of the left quote each line of the right one was.
class Matching {
public:
    Matching(const Document& left, const Document& right) : m_left(left), m_right(right), m_of(right.lines.size()) {}

    void byDescent(const Descent& descent)
    {
        std::map<Id, std::size_t> places;
        for (std::size_t i = 0; i < m_right.lines.size(); ++i)
            places[m_right.lines[i].id] = i;
        for (std::size_t i = 0; i < m_left.lines.size(); ++i)
            if (const auto found = places.find(descent(m_left.lines[i].id)); found != places.end())
                pair(i, found->second);
    }
    // Goods by product and what they are in the offer, texts by their words.
    void byContent()
    {
        std::multimap<Key, std::size_t> open;
        for (std::size_t i = 0; i < m_left.lines.size(); ++i)
            if (!m_used.contains(i))
                open.emplace(keyOf(m_left.lines[i]), i);
        for (std::size_t i = 0; i < m_right.lines.size(); ++i) {
            if (m_of[i])
                continue;
            const auto found = open.find(keyOf(m_right.lines[i])); // the first of equal ones
            if (found == open.end())
                continue;
            pair(found->second, i);
            open.erase(found);
        }
    }
    [[nodiscard]] std::optional<std::size_t> of(std::size_t right) const { return m_of[right]; }
    [[nodiscard]] bool isUsed(std::size_t left) const { return m_used.contains(left); }

private:
    using Key = std::tuple<bool, Id, std::string, bool>;
    static Key keyOf(const Document::Line& line)
    {
        const bool text = line.kind == Document::Kind::Text || line.product.isNull();
        return {text, text ? Id() : line.product, text ? line.description : std::string(), line.free};
    }
    void pair(std::size_t left, std::size_t right)
    {
        m_of[right] = left;
        m_used[left] = right;
    }

    const Document& m_left;
    const Document& m_right;
    std::vector<std::optional<std::size_t>> m_of;
    std::map<std::size_t, std::size_t> m_used;
};

// What was removed stands behind the line it stood behind.
void addRemoved(const Document& left, const Matching& matching, std::vector<QuoteDifference::Line>& lines)
{
    std::map<std::size_t, std::vector<QuoteDifference::Line>> behind; // by the left line, from 1; 0: at the beginning
    std::size_t last = 0;
    for (std::size_t i = 0; i < left.lines.size(); ++i) {
        if (matching.isUsed(i))
            last = i + 1;
        else
            behind[last].push_back({.kind = QuoteDifference::Kind::Removed, .before = i});
    }
    std::vector<QuoteDifference::Line> all = std::move(behind[0]);
    for (QuoteDifference::Line& line : lines) {
        const auto removed = line.before ? behind.find(*line.before + 1) : behind.end();
        all.push_back(std::move(line));
        if (removed != behind.end())
            all.insert(all.end(), removed->second.begin(), removed->second.end());
    }
    lines = std::move(all);
}

// The quotes from `older` to `newer`, each made from the one before; empty if they are not of one line.
Result<std::vector<Id>> descentOf(Replica& replica, const Id& older, const Id& newer)
{
    constexpr std::size_t longest = 200;
    std::vector<Id> chain = {newer};
    while (chain.front() != older) {
        SATCHEL_ASSIGN(const auto quote, replica.find(schema::entity("quote"), chain.front()));
        const Id former = quote ? quote->value("former").id() : Id();
        if (former.isNull() || chain.size() > longest)
            return std::vector<Id>();
        chain.insert(chain.begin(), former);
    }
    return chain;
}

} // namespace

bool QuoteDifference::isEmpty() const
{
    return changes.empty() &&
           std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.kind == Kind::Same; });
}

QuoteDifference differenceOf(Document left, Document right, const Descent& descent)
{
    QuoteDifference difference;
    difference.changes = changesOf(left, right);
    difference.sameCurrency = left.currency == right.currency;
    Matching matching(left, right);
    matching.byDescent(descent);
    matching.byContent();
    for (std::size_t i = 0; i < right.lines.size(); ++i) {
        QuoteDifference::Line line{.kind = QuoteDifference::Kind::Added, .before = matching.of(i), .after = i};
        if (line.before) {
            line.changes = changesOf(left, left.lines[*line.before], right, right.lines[i]);
            line.kind = line.changes.empty() ? QuoteDifference::Kind::Same : QuoteDifference::Kind::Changed;
        }
        difference.lines.push_back(std::move(line));
    }
    addRemoved(left, matching, difference.lines);
    difference.left = std::move(left);
    difference.right = std::move(right);
    return difference;
}

Result<QuoteDifference> differenceOf(Replica& replica, const Id& left, const Id& right)
{
    SATCHEL_ASSIGN(std::vector<Id> chain, descentOf(replica, left, right));
    const bool turned = chain.empty();
    if (turned) {
        SATCHEL_ASSIGN(chain, descentOf(replica, right, left));
    }
    const bool swaps = turned && !chain.empty();
    SATCHEL_ASSIGN(DealDesk before, DealDesk::open(replica, swaps ? right : left));
    SATCHEL_ASSIGN(DealDesk after, DealDesk::open(replica, swaps ? left : right));
    const Descent descent = [&](const Id& line) {
        Id id = line;
        for (std::size_t i = 1; i < chain.size(); ++i)
            id = quotes::copiedRowIdOf(chain[i], id);
        return id;
    };
    return differenceOf(std::move(before.document), std::move(after.document), descent);
}

} // namespace satchel::sales
