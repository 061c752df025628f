// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GlobalSearch.h"

#include "core/schema/Composite.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>
#include <tuple>

namespace satchel {

namespace {

constexpr const char* searched[] = {"account",  "contact", "lead",    "quote",     "order",
                                    "activity", "task",    "product", "price_list"};
// Only so many of a kind are ranked: the first by name, which lie all over the file, and the newest of what else
// matches.
const std::string mostCalledSo = " LIMIT 40";
const std::string mostMatching = " LIMIT 200";
constexpr int mostDone = 3;
const std::string lastOfAll = "\xF4\x8F\xBF\xBF"; // U+10FFFF: behind whatever begins alike

// Whether the record is the user's own (bound as ?1).
std::string mineOf(const Entity& entity)
{
    const std::string& owner =
        entity.scope.owner.empty() && !entity.scope.users.empty() ? entity.scope.users.front() : entity.scope.owner;
    return owner.empty() ? "0" : "e.\"" + owner + "\" IS ?1";
}

// Whether it is called by a sentence and not by a name.
bool isDeed(const Entity& entity)
{
    return entity.name == "activity" || entity.name == "task";
}

// Where the kind says when something was or will be; "" where it does not.
std::string timeOf(const Entity& entity)
{
    return entity.name == "activity" ? "starts" : entity.name == "task" ? "due" : "";
}

// Whether nothing is left to do with it.
std::string closedOf(const Entity& entity)
{
    if (entity.name == "activity")
        return "e.status IS NOT 'planned'";
    for (const Field& field : entity.fields) {
        std::string any;
        for (const std::string& choice : field.closing)
            any += (any.empty() ? "'" : ", '") + choice + "'";
        if (!any.empty())
            return "e.\"" + field.name + "\" IN (" + any + ")";
    }
    return entity.indexOf("done") ? "e.done IS 1" : "0";
}

std::string candidateColumns(const Entity& entity)
{
    return "SELECT e.id, e.sort, " + mineOf(entity) + ", " + closedOf(entity) +
           (entity.name == "activity" ? ", e.starts" : ", 0");
}

bool hasWord(const std::string& sort, const std::string& beginning)
{
    return sort.starts_with(beginning) || sort.find(" " + beginning) != std::string::npos;
}

enum Match { CalledSo, HasTheWords, Elsewhere };

Match matchOf(const std::string& sort, const std::string& folded)
{
    if (sort.starts_with(folded))
        return CalledSo;
    std::istringstream words(folded);
    for (std::string word; words >> word;)
        if (!hasWord(sort, word))
            return Elsewhere;
    return HasTheWords;
}

} // namespace

struct GlobalSearch::Candidate {
    int match; ///< a Match
    bool isDeed;
    bool isOthers;
    bool isClosed;
    std::size_t kind;
    std::int64_t ago; ///< the higher the longer
    std::string sort;
    Id id;

    [[nodiscard]] auto rank() const { return std::tie(match, isDeed, isOthers, isClosed, kind, ago, sort, id); }
    [[nodiscard]] bool isDone() const { return isDeed && isClosed; }
};

GlobalSearch::GlobalSearch(sqlite::Connection& connection, const Id& me) : m_connection(connection), m_me(me) {}

GlobalSearch::~GlobalSearch() = default;

std::span<const char* const> GlobalSearch::kinds()
{
    return searched;
}

Status GlobalSearch::add(std::size_t kind, const std::string& folded, sqlite::Statement& statement)
{
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        std::string sort(statement.text(1));
        const bool deed = isDeed(schema::entity(searched[kind]));
        const int match = matchOf(sort, folded);
        m_candidates.push_back({.match = deed ? std::max<int>(match, HasTheWords) : match,
                                .isDeed = deed,
                                .isOthers = statement.integer(2) == 0,
                                .isClosed = statement.integer(3) != 0,
                                .kind = kind,
                                .ago = -statement.integer(4),
                                .sort = std::move(sort),
                                .id = statement.id(0)});
    }
}

Status GlobalSearch::addCalledSo(std::size_t kind, const std::string& folded)
{
    const Entity& entity = schema::entity(searched[kind]);
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare(candidateColumns(entity) + " FROM \"" + entity.name +
                                        "\" e WHERE e.sort>=?2 AND e.sort<?3 ORDER BY e.sort, e.n" + mostCalledSo));
    statement.bind(1, m_me).bind(2, folded).bind(3, folded + lastOfAll);
    return add(kind, folded, statement);
}

Status GlobalSearch::addMatching(std::size_t kind, const std::string& folded, const std::string& match)
{
    const Entity& entity = schema::entity(searched[kind]);
    const std::string index = "\"search_" + entity.name + "\"";
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare(candidateColumns(entity) + " FROM " + index + " s CROSS JOIN \"" + entity.name +
                                        "\" e ON e.n=s.rowid WHERE " + index + " MATCH ?2 ORDER BY s.rowid DESC" +
                                        mostMatching));
    statement.bind(1, m_me).bind(2, match);
    return add(kind, folded, statement);
}

Result<std::vector<Hit>> GlobalSearch::find(const std::string& typed, int limit)
{
    std::vector<std::size_t> places(std::size(searched));
    std::iota(places.begin(), places.end(), std::size_t{0});
    return best(places, typed, searchQuery(typed, SearchBy::LongBeginnings), limit);
}

Result<std::vector<Hit>> GlobalSearch::findAmong(const Entity& kind, const std::string& typed, int limit)
{
    const auto* place = std::find(std::begin(searched), std::end(searched), kind.name);
    return best({static_cast<std::size_t>(place - searched)}, typed, searchQuery(typed), limit);
}

Result<std::vector<Hit>> GlobalSearch::best(const std::vector<std::size_t>& places, const std::string& typed,
                                            const std::string& match, int limit)
{
    std::vector<Hit> hits;
    if (match.empty())
        return hits;
    std::string folded = foldText(typed);
    folded.erase(folded.find_last_not_of(' ') + 1);
    folded.erase(0, folded.find_first_not_of(' '));
    m_candidates.clear();
    const auto most = static_cast<std::size_t>(limit);
    std::size_t names = 0;
    std::vector<std::size_t> scarce; // of these the names alone do not fill the room
    for (const std::size_t kind : places) {
        const std::size_t before = m_candidates.size();
        SATCHEL_TRY(addCalledSo(kind, folded));
        const std::size_t found = m_candidates.size() - before;
        names += isDeed(schema::entity(searched[kind])) ? 0 : found;
        if (found < most)
            scarce.push_back(kind);
    }
    if (names < most)
        for (const std::size_t kind : scarce)
            SATCHEL_TRY(addMatching(kind, folded, match));
    std::sort(m_candidates.begin(), m_candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.rank() < b.rank(); });
    const bool others =
        std::any_of(m_candidates.begin(), m_candidates.end(), [](const Candidate& each) { return !each.isDeed; });
    int done = 0;
    std::set<Id> seen; // by name and by index
    for (const Candidate& each : m_candidates) {
        if (hits.size() == most)
            break;
        if (!seen.insert(each.id).second || (others && each.isDone() && done == mostDone))
            continue;
        done += each.isDone() ? 1 : 0;
        SATCHEL_ASSIGN(const auto record, Rows(m_connection).find(schema::entity(searched[each.kind]), each.id));
        if (!record)
            continue; // deleted by another connection in between
        SATCHEL_ASSIGN(Hit hit, hitOf(*record));
        hits.push_back(std::move(hit));
    }
    return hits;
}

Result<std::string> GlobalSearch::labelOf(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(const auto record, Rows(m_connection).find(entity, id));
    return record ? record->label() : std::string();
}

Result<Hit> GlobalSearch::hitOf(const Record& record)
{
    const Entity& entity = *record.entity;
    Hit hit{{entity.number, record.id}, record.label(), {}};
    if (const std::string time = timeOf(entity); !time.empty())
        hit.when = record.value(time);
    for (const char* with : {"account", "contact", "lead"})
        if (hit.context.empty() && entity.indexOf(with) && !record.value(with).isNull()) {
            SATCHEL_ASSIGN(hit.context, labelOf(schema::entity(with), record.value(with).id()));
        }
    if (hit.context.empty() && entity.indexOf("address")) {
        if (const auto members = readGroup(record.value("address").text()); members.ok())
            for (const auto& [member, value] : *members)
                if (member == "city")
                    hit.context = value;
    }
    return hit;
}

} // namespace satchel
