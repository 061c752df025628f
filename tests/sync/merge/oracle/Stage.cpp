// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/merge/oracle/Stage.h"

#include "core/schema/Composite.h"

#include <algorithm>
#include <limits>

namespace satchel::test {

namespace {

constexpr std::int64_t firstRev = 100;

Entity makeEntity(bool revives)
{
    Entity e{.number = 901, .name = "trial"};
    e.revives = revives;
    e.fields = {
        {.number = 1, .name = "calm"}, // nobody types here
        {.number = 2, .name = "plain"},
        {.number = 3, .name = "ask", .policy = Policy::Ask},
        {.number = 4, .name = "theirs", .policy = Policy::Theirs},
        {.number = 5, .name = "sum", .type = FieldType::Integer, .policy = Policy::Sum},
        {.number = 6, .name = "extreme", .type = FieldType::Integer, .policy = Policy::Extreme},
        {.number = 7, .name = "text", .type = FieldType::Notes, .max = 1000, .policy = Policy::Text},
        {.number = 8, .name = "union", .type = FieldType::TextList, .max = 60, .policy = Policy::Union},
        {.number = 9, .name = "append", .type = FieldType::Timeline, .policy = Policy::Append},
        {.number = 10, .name = "address", .type = FieldType::Group, .members = {"street", "city"}},
        {.number = 11, .name = "price", .group = "price"},
        {.number = 12, .name = "currency", .group = "price"},
        {.number = 13, .name = "discount", .group = "price"},
        {.number = 14,
         .name = "status",
         .type = FieldType::Choice,
         .policy = Policy::Stage,
         .group = "status",
         .closing = {"converted", "disqualified", "forwarded"}},
        {.number = 15, .name = "reason", .policy = Policy::Stage, .group = "status"},
        {.number = 16, .name = "closed_on", .type = FieldType::Date, .policy = Policy::Stage, .group = "status"},
    };
    return e;
}

Value list(const std::vector<std::string>& elements)
{
    return writeList(elements);
}

Value entries(const std::vector<std::pair<const char*, std::int64_t>>& all)
{
    std::vector<TimelineEntry> made;
    for (const auto& [id, at] : all)
        made.push_back({.id = id, .at = at * 1000, .by = "x", .text = std::string("text of ") + id});
    return writeTimeline(std::move(made));
}

Id idOf(char name)
{
    Id made;
    made.bytes[0] = static_cast<unsigned char>(name);
    return made;
}

std::vector<Dispute> disputesOf(const Entity& entity, const MergeResult& result)
{
    std::vector<Dispute> all;
    for (const FieldConflict& each : result.conflicts) {
        const char* kept = each.kept == Kept::Both ? "both" : each.kept == Kept::Mine ? "mine" : "theirs";
        all.push_back({each.field == wholeRow ? std::string() : entity.fields[each.field].name, each.base, each.theirs,
                       each.mine, each.result, kept, each.rule, static_cast<char>(each.theirStamp.device.bytes[0])});
    }
    return all;
}

std::string told(const std::vector<Dispute>& disputes)
{
    std::string text;
    for (const Dispute& each : disputes)
        text += " [" + each.field + " " + each.rule + ", kept " + each.kept + ", stands " + each.stands.text() +
                ", against " + each.their + "]";
    return text;
}

} // namespace

const Entity& trialEntity(bool revives)
{
    static const Entity lives = makeEntity(true);
    static const Entity stays = makeEntity(false);
    return revives ? lives : stays;
}

const std::vector<Kind>& trialKinds()
{
    static const std::vector<Kind> kinds = [] {
        const std::vector<std::vector<Value>> words = {{Value()}, {"x"}, {"y"}, {"z"}};
        const auto number = [](std::int64_t n) { return std::vector<Value>{Value(n)}; };
        const std::vector<std::vector<Value>> numbers = {{Value()}, number(1), number(5), number(-2)};
        return std::vector<Kind>{
            {"plain", {1}, words},
            {"ask", {2}, words},
            {"theirs", {3}, words},
            {"sum", {4}, numbers},
            {"extreme", {5}, numbers},
            {"text", {6}, {{Value()}, {"one\ntwo"}, {"uno\ntwo"}, {"one\ndue"}}},
            {"union", {7}, {{Value()}, {list({"a"})}, {list({"b", "a"})}, {list({"c"})}}},
            {"append", {8}, {{Value()}, {entries({{"e", 5}})}, {entries({{"f", 3}})}, {entries({{"d", 5}, {"e", 5}})}}},
            {"address",
             {9},
             {{Value()}, {"{\"city\":\"Bonn\"}"}, {"{\"street\":\"1\",\"city\":\"Bonn\"}"}, {"{\"city\":\"Ulm\"}"}}},
            {"price", {10, 11, 12}, {{{}, {}, {}}, {"10", "EUR", {}}, {"12", "EUR", "3"}, {"10", "USD", "3"}}},
            {"stage",
             {13, 14, 15},
             {{"new", {}, {}},
              {"contacted", {}, {}},
              {"converted", "good", "2026-11-22"},
              {"disqualified", "bad", {}}}},
        };
    }();
    return kinds;
}

Play::Play(const Entity& entity, const Kind& kind, std::size_t base) : m_entity(entity), m_kind(kind)
{
    MergeRow row;
    row.record = Record(entity, idOf('r'));
    row.record.values[0] = "undisturbed";
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
        row.record.values[kind.fields[i]] = kind.values[base][i];
    row.born = stampOf({.author = 's', .at = 1}, firstRev);
    m_arrived.push_back({row, Oracle(entity, row.record.values)});
}

Stamp Play::stampOf(const Deed& deed, std::int64_t rev)
{
    // Everybody is one user: what counts is the replica.
    return {.rev = rev, .at = deed.at, .user = idOf('u'), .device = idOf(deed.author), .deviceName = {}, .change = {}};
}

Operation Play::operationOf(const Deed& deed) const
{
    Operation operation{.kind = deed.removal ? OperationKind::Delete : OperationKind::Update,
                        .entity = &m_entity,
                        .id = idOf('r'),
                        .seenRev = firstRev + deed.seen};
    for (const Deed::Typed& typed : deed.typed)
        operation.fields.push_back({typed.field, typed.before, typed.after});
    return operation;
}

// As the server's ledger and the laptop's overlay do it.
MergeResult Play::apply(MergeRow& row, const Deed& deed, std::int64_t rev) const
{
    MergeResult result = merge(row, operationOf(deed), stampOf(deed, 0));
    const Stamp stamp = stampOf(deed, rev);
    row.record = result.record;
    for (const std::size_t field : result.written)
        row.stamps[field] = stamp;
    if (result.effect == MergeResult::Effect::Deleted) {
        row.deleted = true;
        row.removed = stamp;
    } else if (result.effect == MergeResult::Effect::Revived) {
        row.deleted = false;
    }
    return result;
}

Play::State Play::viewOf(const Laptop& laptop) const
{
    State view = m_arrived[static_cast<std::size_t>(laptop.seen)];
    for (const Deed& deed : laptop.pending) {
        apply(view.row, deed, std::numeric_limits<std::int64_t>::max());
        view.oracle.arrive(deed);
    }
    return view;
}

std::string Play::compare(const State& state, const char* where) const
{
    if (state.row.deleted != state.oracle.gone())
        return std::string(where) + (state.row.deleted ? ": the row is gone" : ": the row is still there");
    for (std::size_t i = 0; i < m_entity.fields.size(); ++i)
        if (state.row.record.values[i] != state.oracle.values()[i])
            return std::string(where) + ": " + m_entity.fields[i].name + " is \"" + state.row.record.values[i].text() +
                   "\" (" + std::to_string(state.row.record.values[i].integer()) + "), and must be \"" +
                   state.oracle.values()[i].text() + "\" (" + std::to_string(state.oracle.values()[i].integer()) + ")";
    return {};
}

std::string Play::types(char who, std::size_t what, Milliseconds at)
{
    Laptop& laptop = m_laptops[who];
    const State view = viewOf(laptop);
    if (view.row.deleted) {
        m_possible = false;
        return {};
    }
    Deed deed{.author = who, .at = at, .seen = laptop.seen, .removal = what == removes};
    for (std::size_t i = 0; i < m_kind.fields.size() && !deed.removal; ++i) {
        const std::size_t field = m_kind.fields[i];
        const bool entriesOnly = m_entity.fields[field].policy == Policy::Append;
        deed.typed.push_back({field, entriesOnly ? Value() : view.row.record.values[field], m_kind.values[what][i]});
    }
    laptop.pending.push_back(deed);
    laptop.predicted = viewOf(laptop);
    laptop.predictedAt = laptop.seen + static_cast<int>(laptop.pending.size());
    return compare(*laptop.predicted, "on the laptop");
}

std::string Play::arrives(char who)
{
    Laptop& laptop = m_laptops[who];
    const Deed deed = laptop.pending[laptop.arrived++];
    State state = m_arrived.back();
    const MergeRow before = state.row;
    const auto rev = firstRev + static_cast<std::int64_t>(m_arrived.size());
    const MergeResult result = apply(state.row, deed, rev);
    auto wanted = state.oracle.arrive(deed);
    auto found = disputesOf(m_entity, result);
    m_conflicts += found.size();
    m_arrived.push_back(state);
    if (std::string wrong = compare(state, "at the server"); !wrong.empty())
        return wrong;
    const auto byField = [](const Dispute& a, const Dispute& b) { return a.field < b.field; };
    std::sort(wanted.begin(), wanted.end(), byField);
    std::sort(found.begin(), found.end(), byField);
    if (wanted != found)
        return "the inbox has" + told(found) + " and must have" + told(wanted);
    // Prediction is outcome where nothing of others' was committed between.
    const bool alone =
        static_cast<std::size_t>(laptop.predictedAt) + 1 == m_arrived.size() && laptop.arrived == laptop.pending.size();
    if (alone &&
        (laptop.predicted->row.record != state.row.record || laptop.predicted->row.deleted != state.row.deleted))
        return "the laptop predicted something else than the server did";
    return laws(deed, before, result);
}

std::string Play::laws(const Deed& deed, const MergeRow& before, const MergeResult& result) const
{
    if (result.record.values[0].text() != "undisturbed")
        return "a field that nobody typed in was written";
    if (result.written.size() != result.rules.size())
        return "a written field has no rule";
    using Effect = MergeResult::Effect;
    const bool writes = result.effect == Effect::Updated || result.effect == Effect::Revived;
    if (!writes && (!result.written.empty() || result.record != before.record))
        return "something was written without effect";
    const auto told = [&](std::size_t field) {
        return std::any_of(result.conflicts.begin(), result.conflicts.end(),
                           [&](const FieldConflict& each) { return each.field == field; });
    };
    const auto written = [&](std::size_t field) {
        return std::find(result.written.begin(), result.written.end(), field) != result.written.end();
    };
    for (const Deed::Typed& typed : deed.typed) {
        const Value& after = result.record.values[typed.field];
        if (after != before.record.values[typed.field] && !written(typed.field))
            return "a value changed and says not by whom";
        if (typed.before != typed.after && after != typed.after && !written(typed.field) && !told(typed.field) &&
            m_entity.fields[typed.field].policy != Policy::Append)
            return "what was typed can be read nowhere";
    }
    // A group is somebody's as a whole.
    const auto group = [&](const std::vector<Value>& values) {
        return std::any_of(m_kind.values.begin(), m_kind.values.end(), [&](const std::vector<Value>& whole) {
            for (std::size_t i = 0; i < whole.size(); ++i)
                if (values[m_kind.fields[i]] != whole[i])
                    return false;
            return true;
        });
    };
    if (m_kind.fields.size() > 1 && !group(result.record.values))
        return "a group is mixed";
    // Typing what stands there already is nothing.
    Operation nothing{.kind = OperationKind::Update, .entity = &m_entity, .id = idOf('r'), .seenRev = 0};
    for (const std::size_t field : m_kind.fields)
        nothing.fields.push_back({field, result.record.values[field], result.record.values[field]});
    MergeRow now = m_arrived.back().row;
    const MergeResult again = merge(now, nothing, stampOf({.author = 'z', .at = 1000}, 0));
    if (again.effect != Effect::None || !again.conflicts.empty() || again.record != now.record)
        return "typing nothing did something";
    return {};
}

std::string Play::run(const Scene& scene)
{
    std::size_t next = 0;
    for (const char event : scene.events) {
        std::string wrong;
        if (event >= 'a' && event <= 'c') {
            wrong = types(event, scene.typed[next], scene.times[next]);
            ++next;
        } else if (event >= 'A' && event <= 'C') {
            wrong = arrives(static_cast<char>(event - 'A' + 'a'));
        } else {
            Laptop& laptop = m_laptops[static_cast<char>(event - '1' + 'a')];
            laptop.seen = static_cast<int>(m_arrived.size()) - 1;
            laptop.pending.erase(laptop.pending.begin(),
                                 laptop.pending.begin() + static_cast<std::ptrdiff_t>(laptop.arrived));
            laptop.arrived = 0;
        }
        if (!wrong.empty() || !m_possible)
            return wrong;
    }
    return {};
}

} // namespace satchel::test
