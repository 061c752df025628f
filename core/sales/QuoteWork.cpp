// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteWork.h"

#include "core/sales/FreeGoods.h"
#include "core/sales/Positions.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuotePricing.h"
#include "core/schema/Composite.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <map>

namespace satchel::sales {

namespace {

// Why a quote in this state cannot be changed, and what to do.
Status mayBeChanged(const Record& quote)
{
    const std::string& status = quote.value("status").text();
    if (status.empty() || status == "draft")
        return Ok{};
    const std::string title = "The quote " + inQuotes(quote.label());
    if (status == "in_approval")
        return Error{ErrorKind::Conflict,
                     title + " waits for approval; withdraw the request before you change the quote."};
    return Error{ErrorKind::Conflict,
                 title + " was handed over and cannot be changed any more; make a new revision of it."};
}

Edit creationOf(const Record& row)
{
    Edit edit{.kind = OperationKind::Create, .entity = row.entity, .id = row.id};
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (!row.values[i].isNull())
            edit.values.emplace_back(i, row.values[i]);
    return edit;
}

Edit changeOf(const Record& from, const Record& to)
{
    Edit edit{.kind = OperationKind::Update, .entity = to.entity, .id = to.id};
    for (std::size_t i = 0; i < to.values.size(); ++i)
        if (from.values[i] != to.values[i])
            edit.values.emplace_back(i, to.values[i]);
    return edit;
}

void addDifference(const std::vector<Record>& before, const std::vector<Record>& now, std::vector<Edit>& edits,
                   std::vector<Edit>& removals)
{
    std::map<Id, const Record*> old;
    for (const Record& row : before)
        old.emplace(row.id, &row);
    for (const Record& row : now) {
        const auto was = old.find(row.id);
        if (was == old.end()) {
            edits.push_back(creationOf(row));
            continue;
        }
        if (Edit edit = changeOf(*was->second, row); !edit.values.empty())
            edits.push_back(std::move(edit));
        old.erase(was);
    }
    for (const auto& [id, row] : old)
        removals.push_back({.kind = OperationKind::Delete, .entity = row->entity, .id = id});
}

} // namespace

Result<QuoteWork> QuoteWork::open(Replica& replica, const Id& quote, OpenQuote* kept)
{
    QuoteWork work(replica);
    if (kept != nullptr) {
        work.m_kept = kept;
        SATCHEL_ASSIGN(work.m_records, kept->recordsOf(replica));
        SATCHEL_ASSIGN(work.before, kept->read(quote));
    } else {
        SATCHEL_ASSIGN(work.before, quotes::QuoteReader(work.records()).records(quote));
    }
    SATCHEL_TRY(mayBeChanged(work.before.quote));
    work.now = work.before;
    return work;
}

QuoteWork QuoteWork::begin(Replica& replica)
{
    QuoteWork work(replica);
    work.now.quote = Record(schema::entity("quote"), replica.environment().newId());
    return work;
}

Result<std::shared_ptr<const pricing::Snapshot>> QuoteWork::snapshot(const pricing::Request& request)
{
    const auto read = [&] { return snapshotFor(*m_records, request); };
    if (m_kept != nullptr)
        return m_kept->snapshot(now.quote.value("account").id(), request.list, productsOf(request), read);
    SATCHEL_ASSIGN(auto fresh, read());
    return std::make_shared<const pricing::Snapshot>(std::move(fresh));
}

Result<std::shared_ptr<const pricing::Pricing>>
QuoteWork::price(const std::shared_ptr<const pricing::Snapshot>& snapshot, const pricing::Request& request) const
{
    if (m_kept != nullptr)
        return m_kept->price(snapshot, request);
    SATCHEL_ASSIGN(auto answer, pricing::price(*snapshot, request));
    return std::make_shared<const pricing::Pricing>(std::move(answer));
}

Record* QuoteWork::line(const Id& id)
{
    const auto isThere = [&](const auto& place) {
        return place != m_places.end() && place->second < now.lines.size() && now.lines[place->second].id == id;
    };
    auto place = m_places.find(id);
    if (!isThere(place)) { // lines came, went or moved
        m_places.clear();
        for (std::size_t i = 0; i < now.lines.size(); ++i)
            m_places.emplace(now.lines[i].id, i);
        place = m_places.find(id);
    }
    return place == m_places.end() ? nullptr : &now.lines[place->second];
}

Record* QuoteWork::group(const Id& id)
{
    const auto row =
        std::find_if(now.groups.begin(), now.groups.end(), [&](const Record& each) { return each.id == id; });
    return row == now.groups.end() ? nullptr : &*row;
}

Record& QuoteWork::addLine(const Id& id)
{
    Record& line =
        now.lines.emplace_back(schema::entity("quote_line"), id.isNull() ? m_replica->environment().newId() : id);
    line.set("quote", now.quote.id);
    line.set("kind", "item");
    line.set("role", "normal");
    return line;
}

Record& QuoteWork::addGroup()
{
    Record& group = now.groups.emplace_back(schema::entity("quote_group"), m_replica->environment().newId());
    group.set("quote", now.quote.id);
    return group;
}

void QuoteWork::removeLine(const Id& id)
{
    std::set<Id> gone = {id};
    for (const Id& part : partsOf(id))
        gone.insert(part);
    std::erase_if(now.lines, [&](const Record& line) { return gone.contains(line.id); });
    for (const Id& each : gone)
        touched.erase(each);
    for (Record& line : now.lines)
        if (gone.contains(line.value("alternative_to").id())) {
            line.set("alternative_to", Value());
            line.set("role", "optional");
            touched.insert(line.id);
        }
}

void QuoteWork::removeGroup(const Id& id)
{
    std::erase_if(now.groups, [&](const Record& group) { return group.id == id; });
}

std::vector<Id> QuoteWork::partsOf(const Id& line) const
{
    std::vector<Id> parts;
    for (const Record& each : now.lines) // by position
        if (each.value("part_of").id() == line)
            parts.push_back(each.id);
    return parts;
}

void QuoteWork::sort()
{
    quotes::sortByPosition(now.lines);
    quotes::sortByPosition(now.groups);
}

Result<std::vector<Id>> QuoteWork::withFollowers(const std::vector<Id>& lines)
{
    std::map<Id, std::vector<Id>> goods; // by what earned them
    Earners earners(now, *m_records);
    for (const Record& each : now.lines)
        if (each.value("free").integer() == 1) {
            SATCHEL_ASSIGN(const Id earner, earners.of(each));
            goods[earner].push_back(each.id);
        }
    std::vector<Id> all;
    for (const Id& id : lines) {
        all.push_back(id);
        for (const auto& followers : {partsOf(id), goods[id]})
            for (const Id& each : followers)
                if (std::find(lines.begin(), lines.end(), each) == lines.end())
                    all.push_back(each);
    }
    return all;
}

Status QuoteWork::putLines(const std::vector<Id>& lines, const Place& place)
{
    if (lines.empty())
        return Ok{};
    SATCHEL_ASSIGN(const std::vector<Id> moved, withFollowers(lines));
    const std::set<Id> all(moved.begin(), moved.end());
    Id after = place.after;
    Id group = place.group;
    if (!after.isNull()) {
        const Record* anchor = line(after);
        if (anchor == nullptr)
            return Error{ErrorKind::NotFound, "The line to put it behind is no longer there."};
        if (const Id bundle = anchor->value("part_of").id(); line(bundle) != nullptr) // parts stay together
            after = bundle;
        if (all.contains(after))
            return invalid("A line cannot be put behind itself.");
        group = anchor->value("quote_group").id();
    }
    sort();
    std::vector<Record*> rows; // of the group
    std::size_t at = 0;
    bool behind = false; // what belongs to the anchor is still being passed
    for (Record& each : now.lines) {
        if (each.value("quote_group").id() != group || all.contains(each.id))
            continue;
        const bool belongs = each.value("part_of").id() == after || each.value("free").integer() == 1;
        behind = each.id == after || (behind && belongs);
        rows.push_back(&each);
        if (after.isNull() ? !place.first : behind)
            at = rows.size();
    }
    std::vector<Record*> added;
    for (const Id& id : moved) {
        added.push_back(line(id));
        added.back()->set("quote_group", idValue(group));
    }
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), added.begin(), added.end());
    givePositions(rows, at, added.size());
    sort();
    return Ok{};
}

Status QuoteWork::putGroup(const Id& id, const Id& after, bool atEnd)
{
    if (id == after)
        return invalid("A group cannot be put behind itself.");
    sort();
    std::vector<Record*> rows;
    std::size_t at = 0;
    bool there = after.isNull();
    for (Record& each : now.groups) {
        if (each.id == id)
            continue;
        rows.push_back(&each);
        there = there || each.id == after;
        if (after.isNull() ? atEnd : each.id == after)
            at = rows.size();
    }
    if (!there)
        return Error{ErrorKind::NotFound, "The group to put it behind is no longer there."};
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), group(id));
    givePositions(rows, at, 1);
    sort();
    return Ok{};
}

std::string QuoteWork::called(const Id& line) const
{
    for (const quotes::QuoteRecords* records : {&now, &before}) {
        if (records->quote.entity == nullptr)
            continue;
        const auto numbers = numbersOf(*records);
        if (const auto number = numbers.find(line); number != numbers.end())
            return "Line " + number->second;
    }
    return "A line";
}

std::vector<Edit> QuoteWork::edits() const
{
    std::vector<Edit> edits;
    std::vector<Edit> removals;
    if (isNew())
        edits.push_back(creationOf(now.quote));
    else if (Edit edit = changeOf(before.quote, now.quote); !edit.values.empty())
        edits.push_back(std::move(edit));
    addDifference(before.groups, now.groups, edits, removals);
    addDifference(before.lines, now.lines, edits, removals);
    edits.insert(edits.end(), removals.begin(), removals.end());
    return edits;
}

Result<Edited> QuoteWork::finish(std::vector<Id> added)
{
    sort();
    SATCHEL_TRY(settle(*this));
    sort();
    quotes::QuoteReader reader(*m_records);
    // A quote that merging has left without a total can still be mended, step by step.
    const auto document = reader.document(now);
    if (!document.ok()) {
        const bool wasSound = isNew() || reader.document(before).ok();
        if (wasSound)
            return document.error();
    } else {
        preview(*document);
    }
    return commit(std::move(added));
}

// As if a line were typed anew as it stands.
Status QuoteWork::readAhead()
{
    const auto item = std::find_if(now.lines.begin(), now.lines.end(),
                                   [](const Record& line) { return line.value("kind").text() == "item"; });
    if (item != now.lines.end())
        touched.insert(item->id);
    SATCHEL_TRY(settle(*this));
    now = before;
    SATCHEL_ASSIGN(const auto document, quotes::QuoteReader(*m_records).document(before));
    preview(document);
    if (m_kept != nullptr)
        m_kept->keep(std::move(before));
    return Ok{};
}

// Where the same lines stand in the same order, whoever looks at them can show at once what they will be.
void QuoteWork::preview(const pricing::Document& document)
{
    if (m_kept == nullptr || !m_kept->m_preview)
        return;
    const auto sameRows = [](const std::vector<Record>& a, const std::vector<Record>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const Record& one, const Record& other) { return one.id == other.id; });
    };
    if (sameRows(before.lines, now.lines) && sameRows(before.groups, now.groups))
        m_kept->m_preview(*m_replica, *m_records, now, document);
}

Result<Edited> QuoteWork::commit(std::vector<Id> added)
{
    close();
    const std::vector<Edit> changes = edits();
    SATCHEL_ASSIGN(Receipt receipt, m_replica->commit(changes));
    if (m_kept != nullptr)
        m_kept->written(std::move(now), receipt.number,
                        std::all_of(changes.begin(), changes.end(),
                                    [](const Edit& edit) { return edit.kind == OperationKind::Update; }));
    return Edited{.receipt = std::move(receipt), .added = std::move(added), .repriced = repriced};
}

Value textValue(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

Value decimalValue(const Decimal& decimal)
{
    return decimal.units == 0 ? Value() : Value(decimal.units);
}

Value moneyValue(const std::optional<Decimal>& amount, const std::string& currency)
{
    return amount ? Value(Money{*amount, currency}.toString()) : Value();
}

Value idValue(const Id& id)
{
    return id.isNull() ? Value() : Value(id);
}

Value flagValue(bool flag)
{
    return flag ? Value(std::int64_t{1}) : Value();
}

Value idsValue(const std::vector<Id>& ids)
{
    std::vector<std::string> texts;
    for (const Id& id : ids)
        texts.push_back(id.toString());
    return textValue(writeList(texts));
}

} // namespace satchel::sales
