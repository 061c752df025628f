// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/QuoteFlags.h"

#include "core/rules/pricing/Pricing.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/Ids.h"
#include "core/schema/Composite.h"
#include "sync/server/Revisions.h"
#include "sync/server/TableRecords.h"

#include <algorithm>

namespace satchel::server {

namespace {

using pricing::Document;

constexpr std::size_t longest = 19'000; // of the field's 20,000 code points

std::string line(std::size_t number)
{
    return "Line " + std::to_string(number + 1);
}

std::string amount(const std::optional<Decimal>& value, const std::string& currency)
{
    return value ? Money{*value, currency}.toString() : "none";
}

std::string percentText(const Decimal& percent)
{
    return percent.toString() + " %";
}

std::string joined(const std::vector<std::string>& flags)
{
    std::string text;
    for (const std::string& flag : flags) {
        if (text.size() + flag.size() > longest)
            return text + "\nAnd more.";
        text += (text.empty() ? "" : "\n") + flag;
    }
    return text;
}

// Prices and taxes of the paper against what the lists make of its products on its date.
void compare(const Document& document, const pricing::Pricing& priced, const std::map<Id, Id>& rows,
             std::vector<std::string>& flags)
{
    std::map<Id, const pricing::LinePrice*> prices;
    for (const pricing::LinePrice& price : priced.lines)
        prices[price.line] = &price;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const Document::Line& each = document.lines[i];
        if (each.kind != Document::Kind::Item || each.product.isNull())
            continue;
        if (each.free) {
            const bool given = std::any_of(priced.free.begin(), priced.free.end(), [&](const auto& goods) {
                return goods.product == each.product && goods.promotion == each.promotion &&
                       goods.quantity >= each.quantity;
            });
            if (!given)
                flags.push_back(line(i) + " is given away, and no promotion gives it.");
            continue;
        }
        const auto row = rows.find(each.id);
        const auto price = prices.find(row == rows.end() ? each.id : row->second);
        if (price == prices.end())
            continue;
        if (price->second->listPrice != each.listPrice)
            flags.push_back(line(i) + " has the list price " + amount(each.listPrice, document.currency) +
                            "; the lists say " + amount(price->second->listPrice, document.currency) + ".");
        if (price->second->taxPercent != each.taxPercent)
            flags.push_back(line(i) + " is taxed with " + percentText(each.taxPercent) + "; the rate is " +
                            percentText(price->second->taxPercent) + ".");
    }
}

// Lists of which there was a newer revision for the document's date than the one it was priced with.
void addSuperseded(const Document& document, const pricing::Snapshot& snapshot, const std::vector<Id>& pins,
                   std::vector<std::string>& flags)
{
    for (const auto& [id, list] : snapshot.lists) {
        const auto revision = [&](const Id& wanted) {
            return std::find_if(list.revisions.begin(), list.revisions.end(),
                                [&](const pricing::Revision& each) { return each.id == wanted; });
        };
        const auto newest = revision(pricing::revisionOn(list, document.date));
        for (const Id& pin : pins) {
            const auto pinned = revision(pin);
            if (pinned == list.revisions.end() || newest == list.revisions.end() || newest->number <= pinned->number)
                continue;
            flags.push_back("Its prices are from " + list.code + " r" + std::to_string(pinned->number) + ", which r" +
                            std::to_string(newest->number) + " had superseded.");
        }
    }
}

} // namespace

Status QuoteFlags::addAuthority(const Record& row, const Document& document, const Id& author, Role role, Flags& flags)
{
    TableRecords records(m_database);
    SATCHEL_ASSIGN(const auto beyond, quotes::excesses(document, author, role, records));
    if (beyond.empty())
        return Ok{};
    const Entity& approvals = schema::entity("approval");
    SATCHEL_ASSIGN(const auto rows, records.where(approvals, {{*approvals.indexOf("quote"), row.value("quote")}}));
    const std::string seal = quotes::sealOf(document);
    const bool allowed = std::any_of(rows.begin(), rows.end(), [&](const Record& approval) {
        return approval.value("status").text() == "approved" && approval.value("seal").text() == seal;
    });
    for (const quotes::Excess& excess : beyond)
        if (!allowed)
            flags.push_back(excess.text);
    return Ok{};
}

Status QuoteFlags::addPrices(const Record& row, const Document& document, Flags& flags)
{
    TableRecords records(m_database);
    quotes::QuoteReader reader(records);
    SATCHEL_ASSIGN(const auto quote, reader.records(row.value("quote").id()));
    SATCHEL_ASSIGN(const auto request, reader.request(quote));
    std::set<Id> products;
    for (const pricing::LineRequest& each : request.lines)
        products.insert(each.product);
    SATCHEL_ASSIGN(const auto snapshot,
                   pricing::SnapshotReader(records).read(request.customer, request.list, products));
    const auto priced = pricing::price(snapshot, request);
    if (!priced.ok()) {
        flags.push_back("Its prices cannot be computed again: " + priced.error().message);
        return Ok{};
    }
    std::map<Id, Id> rows;
    for (const Document::Line& each : document.lines) {
        const Id copy = quotes::copiedRowIdOf(quote.quote.id, each.id);
        for (const Record& record : quote.lines)
            if (record.id == copy)
                rows[each.id] = copy;
    }
    compare(document, *priced, rows, flags);
    addSuperseded(document, snapshot, request.pins, flags);
    return Ok{};
}

// Of another quote, that is, and not of a revision of this one.
Status QuoteFlags::addNumber(const Record& row, const Document& document, Flags& flags)
{
    const Entity& entity = schema::entity("quote");
    TableRecords records(m_database);
    SATCHEL_ASSIGN(const auto same, records.where(entity, {{*entity.indexOf("number"), Value(document.number)}}));
    std::set<Id> family = {row.value("quote").id()};
    const auto knows = [&](const Record& quote) {
        return family.contains(quote.id) || family.contains(quote.value("former").id());
    };
    for (std::size_t before = 0; before != family.size();) { // revisions that follow each other, in either direction
        before = family.size();
        for (const Record& quote : same)
            if (knows(quote)) {
                family.insert(quote.id);
                if (!quote.value("former").isNull())
                    family.insert(quote.value("former").id());
            }
    }
    const bool others = std::any_of(same.begin(), same.end(), [&](const Record& quote) { return !knows(quote); });
    if (others)
        flags.push_back("Another quote has the number " + document.number + ", too.");
    return Ok{};
}

// The paper of a second hand-over names the quote that this revision was made of.
Status QuoteFlags::addOther(const Record& row, const Document& document, Flags& flags)
{
    SATCHEL_ASSIGN(const auto quote, m_ledger.tables().find(schema::entity("quote"), row.value("quote").id()));
    if (quote && document.account != quote->value("account").id())
        flags.emplace_back("It was handed to another customer than the quote is for now.");
    if (document.quote == row.value("quote").id())
        return Ok{};
    flags.push_back("The quote " + document.number +
                    " was handed over twice; this is what the customer was given the second time.");
    return Ok{};
}

Result<std::vector<std::string>> QuoteFlags::of(const Record& row, const Document& document, const Id& author,
                                                Role role)
{
    Flags flags;
    SATCHEL_TRY(addAuthority(row, document, author, role, flags));
    SATCHEL_TRY(addPrices(row, document, flags));
    SATCHEL_TRY(addNumber(row, document, flags));
    SATCHEL_TRY(addOther(row, document, flags));
    return flags;
}

Status QuoteFlags::addTo(const Id& id, const Flags& flags, const Stamp& mine)
{
    const Entity& entity = schema::entity("quote");
    SATCHEL_ASSIGN(auto quote, m_ledger.tables().find(entity, id));
    if (!quote)
        return Ok{};
    Flags all;
    if (!quote->value("flags").isNull())
        all.push_back(quote->value("flags").text());
    for (const std::string& flag : flags)
        if (all.empty() || all.front().find(flag) == std::string::npos)
            all.push_back(flag);
    const Value text = joined(all);
    if (quote->value("flags") == text)
        return Ok{};
    quote->set("flags", text);
    return m_ledger.update(std::move(*quote), {*entity.indexOf("flags")}, mine, false);
}

Status QuoteFlags::giveTask(const Record& row, const Record& quote, const Flags& flags, const Stamp& stamp,
                            Milliseconds now)
{
    const Entity& entity = schema::entity("task");
    Record task(entity, Id::derived("satchel flags", row.id.view()));
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(entity, task.id));
    TableRecords records(m_database);
    SATCHEL_ASSIGN(const Id manager, quotes::managerFor(quote.value("account").id(), stamp.user, records));
    if (present || manager.isNull())
        return Ok{};
    task.set("title", "Look at quote " + row.value("number").text() + ", which was handed over");
    task.set("priority", "high");
    task.set("assignee", manager);
    task.set("account", quote.value("account"));
    task.set("notes", joined(flags));
    SATCHEL_TRY(m_ledger.insert(task, Revisions::own(stamp, now)));
    return m_ledger.addHistory({.row = {entity.number, task.id},
                                .user = stamp.user,
                                .device = stamp.deviceName,
                                .at = now,
                                .rule = "created"});
}

Status QuoteFlags::write(const Record& row, const Document& document, const Flags& flags, const Stamp& stamp,
                         Milliseconds now)
{
    if (flags.empty())
        return Ok{};
    const Id quote = row.value("quote").id();
    const Stamp mine = Revisions::own(stamp, now);
    SATCHEL_TRY(addTo(quote, flags, mine));
    if (document.quote != quote)
        SATCHEL_TRY(addTo(
            document.quote,
            {"The quote " + document.number + " was handed over twice; the next revision is the other time."}, mine));
    SATCHEL_ASSIGN(const auto record, m_ledger.tables().find(schema::entity("quote"), quote));
    return record ? giveTask(row, *record, flags, stamp, now) : Status(Ok{});
}

} // namespace satchel::server
