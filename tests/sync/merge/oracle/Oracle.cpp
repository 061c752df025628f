// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/merge/oracle/Oracle.h"

#include "core/schema/Composite.h"

#include <algorithm>
#include <set>

namespace satchel::test {

namespace {

using Strings = std::vector<std::string>;

const std::set<std::string> ends = {"converted", "disqualified", "forwarded"};

Strings stringsOf(const Value& value)
{
    return value.isNull() ? Strings() : readList(value.text()).value();
}

// An element is there if one of the two put it in, or if it was there and neither took it out.
Value unitedSets(const Value& base, const Value& theirs, const Value& mine)
{
    const Strings b = stringsOf(base);
    const Strings t = stringsOf(theirs);
    const Strings m = stringsOf(mine);
    const auto in = [](const Strings& list, const std::string& element) {
        return std::count(list.begin(), list.end(), element) > 0;
    };
    Strings all = t; // the server's order, mine behind
    all.insert(all.end(), m.begin(), m.end());
    Strings result;
    for (const std::string& element : all) {
        const bool put = !in(b, element);
        const bool stayed = in(b, element) && in(t, element) && in(m, element);
        if ((put || stayed) && !in(result, element))
            result.push_back(element);
    }
    return result.empty() ? Value() : Value(writeList(result));
}

Value allEntries(const Value& theirs, const Value& mine)
{
    std::map<std::pair<std::int64_t, std::string>, TimelineEntry> ordered;
    std::set<std::string> ids;
    for (const Value* side : {&theirs, &mine}) {
        if (side->isNull())
            continue;
        const auto read = readTimeline(side->text());
        for (const TimelineEntry& entry : *read)
            if (ids.insert(entry.id).second)
                ordered[{entry.at, entry.id}] = entry;
    }
    std::vector<TimelineEntry> entries;
    for (const auto& [key, entry] : ordered)
        entries.push_back(entry);
    return entries.empty() ? Value() : Value(writeTimeline(entries));
}

} // namespace

// One group of fields of one deed: what was typed, what stands there now, and whether the author knew of that.
struct Oracle::Case {
    const Deed& deed;
    std::vector<Deed::Typed> typed;
    std::string name;
    Policy policy = Policy::Plain;
    Standing standing;
    bool known = false;
    bool alike = false; // what stands is what was typed
};

Oracle::Oracle(const Entity& entity, std::vector<Value> values) : m_entity(&entity), m_values(std::move(values)) {}

Oracle::Oracle(const Entity& entity, std::vector<Value> values, char author, Milliseconds at)
    : m_entity(&entity), m_values(std::move(values)), m_born{author, at, 1}, m_arrivals(1)
{}

bool Oracle::knows(const Deed& deed, const Standing& standing)
{
    return standing.author == 's' || standing.author == deed.author || standing.arrival <= deed.seen;
}

bool Oracle::later(const Deed& deed, const Standing& standing)
{
    return deed.at > standing.at || (deed.at == standing.at && deed.author > standing.author);
}

std::string Oracle::unitOf(std::size_t field) const
{
    const Field& declared = m_entity->fields[field];
    return declared.group.empty() ? declared.name : "group " + declared.group;
}

std::vector<Dispute> Oracle::arrive(const Deed& deed)
{
    ++m_arrivals;
    return deed.removal ? remove(deed) : edit(deed);
}

std::vector<Dispute> Oracle::remove(const Deed& deed)
{
    std::vector<Dispute> disputes;
    if (m_removal)
        return disputes;
    const Standing* unknown = nullptr;
    for (const auto& [unit, standing] : m_standing) {
        if (knows(deed, standing))
            continue;
        if (unknown == nullptr || standing.arrival > unknown->arrival)
            unknown = &standing;
        if (!m_entity->revives) // what somebody typed and the deleter had not seen stays readable
            for (std::size_t i = 0; i < m_values.size(); ++i)
                if (unitOf(i) == unit && !m_values[i].isNull())
                    disputes.push_back({m_entity->fields[i].name,
                                        {},
                                        m_values[i],
                                        {},
                                        {},
                                        "mine",
                                        "delete_beats_edit",
                                        standing.author});
    }
    if (unknown == nullptr && !knows(deed, m_born))
        unknown = &m_born;
    if (unknown != nullptr && m_entity->revives)
        return {{"", {}, {}, {}, {}, "theirs", "edit_beats_delete", unknown->author}};
    m_removal = Standing{deed.author, deed.at, m_arrivals};
    return disputes;
}

std::vector<Dispute> Oracle::edit(const Deed& deed)
{
    std::map<std::string, std::vector<Deed::Typed>> units;
    for (const Deed::Typed& typed : deed.typed)
        units[unitOf(typed.field)].push_back(typed);
    std::erase_if(units, [](const auto& unit) {
        return std::all_of(unit.second.begin(), unit.second.end(),
                           [](const Deed::Typed& typed) { return typed.before == typed.after; });
    });
    std::vector<Dispute> disputes;
    if (units.empty())
        return disputes; // nothing was typed
    if (m_removal && (!m_entity->revives || m_removal->arrival <= deed.seen)) {
        for (const auto& [name, unit] : units)
            for (const Deed::Typed& typed : unit)
                if (typed.before != typed.after)
                    disputes.push_back({m_entity->fields[typed.field].name,
                                        typed.before,
                                        {},
                                        typed.after,
                                        {},
                                        "theirs",
                                        "delete_beats_edit",
                                        m_removal->author});
        return disputes;
    }
    if (m_removal)
        disputes.push_back({"", {}, {}, {}, {}, "mine", "edit_beats_delete", m_removal->author});
    m_removal.reset();
    for (const auto& [name, typed] : units) {
        const auto stands = m_standing.find(name);
        Case unit{deed,
                  typed,
                  name,
                  m_entity->fields[typed.front().field].policy,
                  stands == m_standing.end() ? m_born : stands->second,
                  false,
                  true};
        unit.known = knows(deed, unit.standing);
        for (const Deed::Typed& each : typed)
            unit.alike = unit.alike && m_values[each.field] == each.after;
        settle(unit, disputes);
    }
    return disputes;
}

void Oracle::take(const Case& unit)
{
    for (const Deed::Typed& typed : unit.typed)
        m_values[typed.field] = typed.after;
    m_standing[unit.name] = Standing{unit.deed.author, unit.deed.at, m_arrivals};
}

// Called before anything is written: what stands afterwards follows from `kept`, but for both, which the caller sets.
void Oracle::dispute(const Case& unit, const char* kept, const char* rule, std::vector<Dispute>& disputes)
{
    for (const Deed::Typed& typed : unit.typed) {
        const Value& theirs = m_values[typed.field];
        if (theirs == typed.after && std::string(kept) != "both")
            continue;
        const Value& stands = std::string(kept) == "mine" ? typed.after : theirs;
        disputes.push_back({m_entity->fields[typed.field].name, typed.before, theirs, typed.after, stands, kept, rule,
                            unit.standing.author});
    }
}

void Oracle::settle(const Case& unit, std::vector<Dispute>& disputes)
{
    const Deed::Typed& typed = unit.typed.front();
    const Value theirs = m_values[typed.field];
    switch (unit.policy) {
    case Policy::Plain: return whoIsLater(unit, disputes);
    case Policy::Stage: return stage(unit, disputes);
    case Policy::Ask:
        if (unit.known)
            take(unit);
        else
            dispute(unit, "theirs", "ask", disputes);
        return;
    case Policy::Theirs: return dispute(unit, "theirs", "theirs", disputes);
    case Policy::Sum: {
        if (!unit.known)
            dispute(unit, "both", "sum", disputes);
        take(unit);
        if (theirs != typed.before)
            m_values[typed.field] = theirs.integer() + typed.after.integer() - typed.before.integer();
        if (!unit.known)
            disputes.back().stands = m_values[typed.field];
        return;
    }
    case Policy::Extreme: {
        if (unit.known)
            return take(unit);
        if (unit.alike)
            return;
        const bool more = theirs.isNull() || (!typed.after.isNull() && typed.after.integer() > theirs.integer());
        dispute(unit, more ? "mine" : "theirs", "extreme", disputes);
        if (more)
            take(unit);
        return;
    }
    case Policy::Append: {
        const Value all = allEntries(theirs, typed.after);
        if (all == theirs)
            return;
        take(unit);
        m_values[typed.field] = all;
        return;
    }
    case Policy::Union: return united(unit, unitedSets(typed.before, theirs, typed.after), "union", false, disputes);
    case Policy::Text: {
        bool overlap = false;
        const std::string text = mergedLines(typed.before.text(), theirs.text(), typed.after.text(), overlap);
        return united(unit, text.empty() ? Value() : Value(text), overlap ? "text_both" : "text_merged", overlap,
                      disputes);
    }
    }
}

// The later edit wins; of two that say the same the later one stands, and nobody is told.
void Oracle::whoIsLater(const Case& unit, std::vector<Dispute>& disputes)
{
    if (unit.known)
        return take(unit);
    if (unit.deed.uncertain) // the server's value stands until somebody answers
        return dispute(unit, "theirs", "ask", disputes);
    const bool mine = later(unit.deed, unit.standing);
    dispute(unit, mine ? "mine" : "theirs", "later_edit", disputes);
    if (mine)
        take(unit);
}

// Closing is a deed that a mere move or a better reason does not undo; two ways of closing are asked.
void Oracle::stage(const Case& unit, std::vector<Dispute>& disputes)
{
    const Deed::Typed& status = unit.typed.front();
    const Value theirs = m_values[status.field];
    const bool iClose = ends.contains(status.after.text()) && status.after != status.before;
    const bool theyClosed = ends.contains(theirs.text()) && theirs != status.before;
    if (unit.known || (iClose && theyClosed && theirs == status.after) || (!iClose && !theyClosed))
        return whoIsLater(unit, disputes);
    if (iClose && theyClosed)
        return dispute(unit, "theirs", "ask", disputes);
    dispute(unit, iClose ? "mine" : "theirs", "stage", disputes);
    if (iClose)
        take(unit);
}

void Oracle::united(const Case& unit, const std::optional<Value>& merged, const char* rule, bool overlap,
                    std::vector<Dispute>& disputes)
{
    const Deed::Typed& typed = unit.typed.front();
    const Value theirs = m_values[typed.field];
    if (unit.known && (theirs == typed.before || unit.alike))
        return take(unit);
    if (unit.alike)
        return;
    if (!unit.known || overlap) {
        dispute(unit, "both", rule, disputes);
        disputes.back().stands = *merged;
    }
    if (*merged == theirs)
        return;
    take(unit);
    m_values[typed.field] = *merged;
}

namespace {

Strings lines(const std::string& text)
{
    Strings result;
    if (text.empty())
        return result;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        result.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    result.push_back(text.substr(start));
    return result;
}

// A side's edit of base [from, to), told by where its lines are found again (all lines are different).
struct Place {
    std::size_t from = 0;
    std::size_t to = 0;
    Strings now;
};

std::vector<Place> placesOf(const Strings& base, const Strings& side)
{
    std::vector<Place> places;
    std::size_t b = 0;
    std::size_t s = 0;
    while (b < base.size() || s < side.size()) {
        std::size_t nextBase = b;
        while (nextBase < base.size() && std::find(side.begin(), side.end(), base[nextBase]) == side.end())
            ++nextBase;
        std::size_t nextSide = s;
        while (nextSide < side.size() && std::find(base.begin(), base.end(), side[nextSide]) == base.end())
            ++nextSide;
        if (nextBase > b || nextSide > s)
            places.push_back({b, nextBase,
                              Strings(side.begin() + static_cast<std::ptrdiff_t>(s),
                                      side.begin() + static_cast<std::ptrdiff_t>(nextSide))});
        b = nextBase + 1;
        s = nextSide + 1;
        if (nextBase >= base.size() && nextSide >= side.size())
            break;
    }
    return places;
}

bool meet(const Place& a, const Place& b)
{
    if (a.from == a.to && b.from == b.to)
        return a.from == b.from;
    return std::max(a.from, b.from) < std::min(a.to, b.to);
}

// Lines of one word each: where no line is put in or taken out, word by word is line by line. Empty: that does not
// help.
Strings byWords(const Strings& base, const Strings& theirs, const Strings& mine)
{
    Strings result;
    if (base.size() != theirs.size() || base.size() != mine.size())
        return result;
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (theirs[i] != base[i] && mine[i] != base[i] && theirs[i] != mine[i])
            return {};
        result.push_back(theirs[i] != base[i] ? theirs[i] : mine[i]);
    }
    return result;
}

// What a side has in place of base [from, to), which its places lie within.
Strings shown(const Strings& base, const std::vector<Place>& places, std::size_t from, std::size_t to)
{
    Strings result;
    std::size_t at = from;
    for (const Place& place : places) {
        result.insert(result.end(), base.begin() + static_cast<std::ptrdiff_t>(at),
                      base.begin() + static_cast<std::ptrdiff_t>(place.from));
        result.insert(result.end(), place.now.begin(), place.now.end());
        at = place.to;
    }
    result.insert(result.end(), base.begin() + static_cast<std::ptrdiff_t>(at),
                  base.begin() + static_cast<std::ptrdiff_t>(to));
    return result;
}

} // namespace

std::string mergedLines(const std::string& baseText, const std::string& theirText, const std::string& myText,
                        bool& overlap)
{
    const Strings base = lines(baseText);
    std::vector<Place> theirs = placesOf(base, lines(theirText));
    std::vector<Place> mine = placesOf(base, lines(myText));
    Strings result;
    std::size_t at = 0;
    while (!theirs.empty() || !mine.empty()) {
        std::vector<Place> t;
        std::vector<Place> m;
        const bool mineFirst = theirs.empty() || (!mine.empty() && std::pair(mine[0].from, mine[0].to) <=
                                                                       std::pair(theirs[0].from, theirs[0].to));
        std::vector<Place>& first = mineFirst ? mine : theirs;
        Place whole = first.front();
        (mineFirst ? m : t).push_back(first.front());
        first.erase(first.begin());
        for (bool more = true; more;) {
            more = false;
            for (auto [side, taken] : {std::pair(&theirs, &t), std::pair(&mine, &m)})
                if (!side->empty() && meet(side->front(), whole)) {
                    whole.to = std::max(whole.to, side->front().to);
                    taken->push_back(side->front());
                    side->erase(side->begin());
                    more = true;
                }
        }
        result.insert(result.end(), base.begin() + static_cast<std::ptrdiff_t>(at),
                      base.begin() + static_cast<std::ptrdiff_t>(whole.from));
        at = whole.to;
        const Strings a = shown(base, t, whole.from, whole.to);
        const Strings b = shown(base, m, whole.from, whole.to);
        if (m.empty() || t.empty() || a == b) {
            const Strings& one = m.empty() ? a : b;
            result.insert(result.end(), one.begin(), one.end());
            continue;
        }
        const Strings words = byWords(Strings(base.begin() + static_cast<std::ptrdiff_t>(whole.from),
                                              base.begin() + static_cast<std::ptrdiff_t>(whole.to)),
                                      a, b);
        result.insert(result.end(), words.begin(), words.end());
        if (!words.empty())
            continue;
        overlap = true;
        std::size_t head = 0;
        while (head < std::min(a.size(), b.size()) && a[head] == b[head])
            result.push_back(a[head++]);
        std::size_t tail = 0;
        while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
            ++tail;
        result.emplace_back(">>> 1");
        for (std::size_t i = head; i < a.size() - tail; ++i)
            result.push_back(a[i]);
        result.emplace_back(">>> 2");
        for (std::size_t i = head; i < b.size() - tail; ++i)
            result.push_back(b[i]);
        result.emplace_back("<<<");
        for (std::size_t i = a.size() - tail; i < a.size(); ++i)
            result.push_back(a[i]);
    }
    result.insert(result.end(), base.begin() + static_cast<std::ptrdiff_t>(at), base.end());
    std::string text;
    for (std::size_t i = 0; i < result.size(); ++i)
        text += (i > 0 ? "\n" : "") + result[i];
    return text;
}

} // namespace satchel::test
