// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/LogPage.h"

#include "core/base/Planted.h"
#include "core/model/Rule.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Ledger.h"
#include "sync/server/Turn.h"

#include <algorithm>
#include <limits>

namespace satchel::server {

namespace {

constexpr std::size_t many = 256;             // lines
constexpr std::size_t mostBytes = 4U << 20;   // of texts in one page
constexpr std::int64_t linesARowWhereOwn = 2; // of rows that a laptop changed itself nothing is sent

bool shareOne(const std::set<Scope>& a, const std::set<Scope>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const Scope& scope) { return b.contains(scope); });
}

// The scopes in which a row is seen, by its root's memberships and its own.
std::set<Scope> scopesOf(const Record& record, const std::map<Id, std::set<Scope>>& members)
{
    if (const auto shared = sharedScope(*record.entity))
        return {*shared};
    std::set<Scope> scopes;
    for (const Id& id : {record.id, record.root})
        if (const auto of = members.find(id); of != members.end())
            for (const Scope& scope : of->second)
                if (carries(scope.kind, *record.entity))
                    scopes.insert(scope);
    return scopes;
}

// Whether a laptop can tell the history of these fields from their stamps and from what it had before: each was
// written once since then.
bool leavesTrace(const RowUpsert& part, const std::vector<HistoryEntry>& history)
{
    if (part.stamps.size() != history.size())
        return false;
    for (std::size_t i = 0; i < part.stamps.size(); ++i) {
        const auto& [field, stamp] = part.stamps[i];
        const int number = part.entity->fields[field].number;
        const auto line = std::find_if(history.begin(), history.end(),
                                       [&](const HistoryEntry& each) { return each.field == number; });
        if (line == history.end() || line->rule != rule::set || line->seq != stamp.rev || line->at != stamp.at ||
            line->user != stamp.user || line->device != stamp.deviceName || line->to != part.fields[i].second)
            return false;
    }
    return true;
}

} // namespace

RowUpsert wholeRowOf(Record record)
{
    RowUpsert row{.entity = record.entity, .id = record.id, .rev = record.rev, .root = record.root, .whole = true};
    row.fields.reserve(record.values.size());
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!record.values[i].isNull())
            row.fields.emplace_back(i, std::move(record.values[i]));
    return row;
}

void LogPage::note(std::size_t index, Mentions& mentions) const
{
    const auto& [place, scope, isFresh] = m_lines[index];
    const RowKey key{static_cast<int>(place.entity), place.row};
    const auto kind = static_cast<LogKind>(place.kind);
    Mention& mention = mentions.at(key);
    const bool mayBeOwn = !isFresh && place.seq <= m_about.start;
    // The laptop knows where a row that it has made itself has come from. A scope that is new to it gives whole rows:
    // it may have none of this one.
    const bool born = kind == LogKind::Enter && mayBeOwn && m_own.created(key) == place.seq;
    mention.entered |= (kind == LogKind::Enter && !born) || isFresh;
    mention.onlyOwn &= mayBeOwn && (kind == LogKind::Upsert || born) && m_own.wrote(key, place.seq);
    mention.deleted |= kind == LogKind::Delete;
    // What was deleted here may have come back elsewhere.
    if (kind != LogKind::Upsert)
        mention.moved.insert(*scope);
}

Result<std::int64_t> LogPage::linesAtOnce()
{
    SATCHEL_ASSIGN(const auto own, m_database.query("SELECT 1 FROM outcome WHERE incarnation=$1 AND seq>$2 LIMIT 1",
                                                    {cell(m_about.incarnation), Cell(m_about.checkpoint)}));
    return own.empty() ? m_about.rows : m_about.rows * linesARowWhereOwn;
}

// Of each scope no more than fits, and then the first of all: a line of one scope that says the same as the last one of
// another belongs to it.
Result<bool> LogPage::readLines()
{
    SATCHEL_ASSIGN(const std::int64_t limit, linesAtOnce());
    const auto most = static_cast<std::size_t>(limit);
    bool more = false;
    for (const Scope& scope : m_about.published) {
        const auto known = m_about.known.find(scope);
        const bool isFresh = known == m_about.known.end();
        const std::int64_t since = (isFresh ? m_about.start : known->second) + (planted("cursor past a gap") ? 1 : 0);
        const Place from = std::max(m_about.after, Place{.seq = since + 1, .row = {}}); // no kind is 0
        SATCHEL_TRY(m_database.each(
            "SELECT seq, kind, entity, row_id FROM scope_log WHERE scope=$1 AND (seq, kind, entity, row_id) > ($2, $3, "
            "$4, $5) ORDER BY seq, kind, entity, row_id LIMIT $6",
            {Blob{scope.toBytes()}, Cell(from.seq), Cell(from.kind), Cell(from.entity), cell(from.row),
             Cell(limit + 1)},
            [&](const Row& row) -> Status {
                m_lines.push_back(
                    {{integerOf(row[0]), integerOf(row[1]), integerOf(row[2]), idOf(row[3])}, &scope, isFresh});
                return Ok{};
            }));
        if (m_lines.size() <= most)
            continue;
        std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.place < b.place; });
        const auto beyond = std::find_if(m_lines.begin() + limit, m_lines.end(),
                                         [&](const Line& line) { return line.place != m_lines[most - 1].place; });
        more |= beyond != m_lines.end();
        m_lines.erase(beyond, m_lines.end());
    }
    std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.place < b.place; });
    if (planted("cursor past a page") && m_about.after.seq > 0 && !m_lines.empty())
        m_lines.erase(m_lines.begin());
    return more;
}

// Those that may have written the lines of this page. Of a row that others have been told of by then, or will be, less
// is foreseen than could be, and it is sent.
Status LogPage::readOwnChanges(const Mentions& mentions, bool more)
{
    if (m_about.checkpoint == 0) // a laptop without one is told everything
        return Ok{};
    const std::int64_t from = std::max(m_about.checkpoint + 1, m_about.after.seq);
    const std::int64_t until = more ? m_lines.back().place.seq : std::numeric_limits<std::int64_t>::max();
    return m_database.each(
        "SELECT answer, body FROM outcome JOIN incarnation ON incarnation.id=outcome.incarnation WHERE "
        "outcome.incarnation=$1 AND seq>=$2 AND seq<=$3 AND device_id=$4 ORDER BY number",
        {cell(m_about.incarnation), Cell(from), Cell(until), cell(m_about.device)}, [&](const Row& row) -> Status {
            SATCHEL_ASSIGN(const Outcome outcome, decodeOutcome(bytesOf(row[0])));
            m_own.add(outcome, bytesOf(row[1]), [&](const RowKey& key) { return mentions.contains(key); });
            return Ok{};
        });
}

Result<LogPage::Batch> LogPage::load(const Entity& entity, const std::vector<Id>& ids)
{
    Batch batch;
    SATCHEL_ASSIGN(batch.rows, m_tables.findAll(entity, ids));
    SATCHEL_ASSIGN(batch.history, historyOf(m_database, entity, ids, m_about.checkpoint));
    std::set<Id> members(ids.begin(), ids.end());
    for (const auto& [id, stored] : batch.rows)
        members.insert(stored.row.record.root);
    std::vector<Cell> parameters;
    const std::string marks = EntityTables::marks({members.begin(), members.end()}, parameters);
    SATCHEL_TRY(m_database.each("SELECT row_id, scope FROM member WHERE row_id IN " + marks, parameters,
                                [&](const Row& row) -> Status {
                                    if (const auto scope = Scope::fromBytes(bytesOf(row[1])))
                                        batch.members[idOf(row[0])].insert(*scope);
                                    return Ok{};
                                }));
    return batch;
}

Status LogPage::addWhole(const RowKey& key, PullReply& reply)
{
    if (!m_whole.insert(key).second)
        return Ok{};
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(const auto record, m_tables.find(entity, key.id));
    if (!record)
        return Ok{};
    reply.rows.push_back(wholeRowOf(*record));
    SATCHEL_ASSIGN(reply.rows.back().stamps, m_tables.stampsAfter(entity, key.id, 0));
    SATCHEL_ASSIGN(auto history, historyOf(m_database, entity, {key.id}, 0));
    for (HistoryEntry& line : history[key.id])
        reply.entries.push_back(std::move(line));
    return Ok{};
}

// A root brings what hangs on it: the laptop may have none of that either.
Status LogPage::addEntered(const RowKey& key, const Record& record, const std::set<Scope>& scopes, bool withAggregate,
                           PullReply& reply)
{
    SATCHEL_TRY(addWhole(key, reply));
    if (!withAggregate || record.root != key.id)
        return Ok{};
    for (const Entity& other : schema::entities()) {
        const bool carried = std::any_of(m_about.published.begin(), m_about.published.end(), [&](const Scope& scope) {
            return scopes.contains(scope) && carries(scope.kind, other);
        });
        if (other.scope.parents.empty() || !carried)
            continue;
        SATCHEL_ASSIGN(const auto ids, m_tables.ofRoot(other, key.id));
        for (const Id& id : ids)
            SATCHEL_TRY(addWhole({other.number, id}, reply));
    }
    return Ok{};
}

void LogPage::addPart(const EntityTables::Stored& stored, const std::vector<HistoryEntry>& history, PullReply& reply)
{
    const Record& record = stored.row.record;
    RowUpsert row{.entity = record.entity, .id = record.id, .rev = record.rev, .root = {}, .whole = false};
    if (stored.rooted > m_about.checkpoint)
        row.root = record.root;
    for (const auto& [field, stamp] : stored.row.stamps) {
        if (stamp.rev <= m_about.checkpoint)
            continue;
        row.fields.emplace_back(field, record.values[field]);
        row.stamps.emplace_back(field, stamp);
    }
    row.trace = leavesTrace(row, history);
    if (!row.trace)
        reply.entries.insert(reply.entries.end(), history.begin(), history.end());
    m_parts.push_back(std::move(row));
}

Status LogPage::answer(const RowKey& key, const Mention& mention, Batch& batch, PullReply& reply)
{
    const auto found = batch.rows.find(key.id);
    if (found == batch.rows.end())
        return Ok{};
    const EntityTables::Stored& stored = found->second;
    if (stored.row.deleted) {
        // What happened to a row that had left before is not this user's to know; who deleted his, is.
        reply.gone.push_back({key, mention.deleted ? GoneReason::Deleted : GoneReason::LeftScope});
        for (const HistoryEntry& line : batch.history[key.id])
            if (mention.deleted && line.rule == "deleted")
                reply.entries.push_back(line);
        return Ok{};
    }
    bool isMember = false;
    for (const Scope& scope : mention.moved) {
        const bool member = batch.members[key.id].contains(scope);
        reply.memberships.push_back({scope, key, member});
        isMember |= member;
    }
    const Record& record = stored.row.record;
    const auto scopes = scopesOf(record, batch.members);
    if (!shareOne(scopes, m_about.published)) {
        reply.gone.push_back({key, GoneReason::LeftScope});
        return Ok{};
    }
    const std::vector<HistoryEntry>& history = batch.history[key.id];
    if (mention.onlyOwn && !shareOne(scopes, m_about.fresh) &&
        m_own.foresees(key, stored, history, m_about.checkpoint, m_about.incarnation))
        return Ok{};
    // A row that hangs on another record now may have come into view with the one before, and be new to the laptop.
    const bool moved = stored.rooted > m_about.checkpoint;
    // What the laptop has made over a deleted row it may have nothing of: it forgot that one when it heard it was gone.
    const std::int64_t created = m_own.created(key);
    const bool revived = created != 0 && created != stored.row.born.rev;
    if (mention.entered || moved || revived || stored.row.born.rev > m_about.checkpoint)
        return addEntered(key, record, scopes, isMember, reply);
    if (!m_whole.contains(key))
        addPart(stored, history, reply);
    return Ok{};
}

bool LogPage::isFull(const PullReply& reply)
{
    const auto weigh = [this](const std::vector<RowUpsert>& rows, std::size_t& weighed) {
        for (; weighed < rows.size(); ++weighed)
            for (const auto& [field, value] : rows[weighed].fields)
                m_bytes += value.text().size();
    };
    weigh(reply.rows, m_weighedRows);
    weigh(m_parts, m_weighedParts);
    const std::size_t told = reply.rows.size() + m_parts.size() + reply.gone.size();
    return told >= static_cast<std::size_t>(m_about.rows) || m_bytes >= mostBytes;
}

Status LogPage::answerSome(InOrder some, PullReply& reply)
{
    std::sort(some.begin(), some.end(), [](const auto& a, const auto& b) { return a->first < b->first; });
    for (auto next = some.begin(); next != some.end();) {
        const Entity& entity = *schema::entityNumbered((*next)->first.entity);
        const auto begin = next;
        std::vector<Id> ids;
        for (; next != some.end() && (*next)->first.entity == entity.number; ++next)
            ids.push_back((*next)->first.id);
        SATCHEL_ASSIGN(Batch loaded, load(entity, ids));
        for (auto each = begin; each != next; ++each)
            SATCHEL_TRY(answer((*each)->first, (*each)->second, loaded, reply));
    }
    return Ok{};
}

Status LogPage::answerAll(bool entered, const InOrder& order, std::size_t& end, PullReply& reply)
{
    const auto atOnce = std::min(EntityTables::atOnce, static_cast<std::size_t>(m_about.rows));
    for (auto next = order.begin();;) {
        const auto isWanted = [&](const auto& each) {
            return each->second.entered == entered && each->second.first < end;
        };
        InOrder some;
        for (; next != order.end() && some.size() < atOnce; ++next)
            if (isWanted(*next))
                some.push_back(*next);
        SATCHEL_TRY(answerSome(std::move(some), reply));
        next = std::find_if(next, order.end(), isWanted);
        if (next == order.end())
            return Ok{};
        if (isFull(reply)) {
            end = (*next)->second.first;
            return Ok{};
        }
    }
}

Result<std::optional<LogPage::Place>> LogPage::fill(PullReply& reply)
{
    SATCHEL_ASSIGN(const bool more, readLines());
    if (m_turn != nullptr && m_lines.size() > many)
        m_turn->take();
    Mentions mentions;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        mentions.try_emplace({static_cast<int>(m_lines[i].place.entity), m_lines[i].place.row}, Mention{.first = i});
    SATCHEL_TRY(readOwnChanges(mentions, more));
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        note(i, mentions);
    InOrder order;
    for (auto each = mentions.cbegin(); each != mentions.cend(); ++each)
        order.push_back(each);
    std::sort(order.begin(), order.end(),
              [](const auto& a, const auto& b) { return a->second.first < b->second.first; });
    // Whole rows first: what comes with an aggregate need not come again as a part.
    std::size_t end = m_lines.size();
    for (const bool entered : {true, false})
        SATCHEL_TRY(answerAll(entered, order, end, reply));
    // In the order in which they were changed the differences of their revs and times are small.
    std::stable_sort(m_parts.begin(), m_parts.end(),
                     [](const RowUpsert& a, const RowUpsert& b) { return a.rev < b.rev; });
    std::move(m_parts.begin(), m_parts.end(), std::back_inserter(reply.rows));
    m_parts.clear();
    if (end == m_lines.size() && !more)
        return std::optional<Place>();
    // The line before the first that was not told is of another row.
    return std::optional(m_lines[end - 1].place);
}

} // namespace satchel::server
