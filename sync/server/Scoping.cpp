// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Scoping.h"

#include "core/schema/Composite.h"

#include <algorithm>

namespace satchel::server {

namespace {

// A chain of parents longer than this is a ring somebody tied; everything behind is left out.
constexpr std::size_t longestLine = 32;

const Scope orphans{ScopeKind::User, {}}; // rows that belong to nobody: only administrators have this scope

} // namespace

// Of a row that is there; null of none.
Result<Id> Scoping::rootOf(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(const Record* const row, m_tables.peek(entity, id));
    return row == nullptr ? Id() : row->root;
}

Result<Id> Scoping::rootOf(const Record& record)
{
    for (const std::string& parent : record.entity->scope.parents) {
        const Value& reference = record.value(parent);
        if (reference.isNull())
            continue;
        SATCHEL_ASSIGN(const Id root, rootOf(schema::entity(record.entity->field(parent)->references), reference.id()));
        if (!root.isNull())
            return root;
    }
    return record.id;
}

// The row and those it inherits from, nearest first.
Result<std::vector<Record>> Scoping::lineOf(const Record& record)
{
    std::vector<Record> line = {record};
    const std::string& inherits = record.entity->scope.inherits;
    while (!inherits.empty() && line.size() < longestLine) {
        const Value above = line.back().value(inherits);
        if (above.isNull())
            break;
        SATCHEL_ASSIGN(auto row, m_tables.find(*record.entity, above.id()));
        if (!row || std::any_of(line.begin(), line.end(), [&](const Record& each) { return each.id == row->id; }))
            break;
        line.push_back(std::move(*row));
    }
    return line;
}

Result<std::set<Scope>> Scoping::membershipsOf(const Record& record)
{
    const ScopePath& path = record.entity->scope;
    std::set<Scope> scopes;
    for (const std::string& user : path.users)
        if (!record.value(user).isNull())
            scopes.insert({ScopeKind::User, record.value(user).id()});
    if (sharedScope(*record.entity) || record.root != record.id)
        return scopes;

    SATCHEL_ASSIGN(const auto line, lineOf(record));
    if (!path.inherits.empty()) {
        for (const Record& above : line) {
            SATCHEL_ASSIGN(const auto team,
                           m_database.query("SELECT 1 FROM e_account_team WHERE f_account=$1 AND deleted=0 LIMIT 1",
                                            {cell(above.id)}));
            if (!team.empty())
                scopes.insert({ScopeKind::Team, above.id});
        }
    }
    const auto placed =
        path.territory.empty() ? line.end() : std::find_if(line.begin(), line.end(), [&](const Record& each) {
            return !each.value(path.territory).isNull();
        });
    if (placed != line.end()) {
        for (const ScopeKind kind : {ScopeKind::Territory, ScopeKind::Leads, ScopeKind::Marketing})
            if (carries(kind, *record.entity))
                scopes.insert({kind, placed->value(path.territory).id()});
    } else if (!path.owner.empty()) {
        scopes.insert({ScopeKind::User, record.value(path.owner).id()});
    }
    if (scopes.empty())
        scopes.insert(orphans);
    return scopes;
}

Result<std::set<Scope>> Scoping::storedScopes(const Entity& entity, const Id& id, const Id& root)
{
    if (const auto shared = sharedScope(entity))
        return std::set<Scope>{*shared};
    if (m_last && m_last->entity == entity.number && m_last->id == id && m_last->root == root)
        return m_last->scopes;
    std::set<Scope> scopes;
    for (const Id& each : std::set<Id>{id, root}) {
        SATCHEL_ASSIGN(const auto memberships, membershipsIn(each));
        for (const Scope& scope : memberships)
            if (carries(scope.kind, entity))
                scopes.insert(scope);
    }
    m_last = Stored{entity.number, id, root, scopes};
    return scopes;
}

Result<std::set<Scope>> Scoping::membershipsIn(const Id& row)
{
    RowCache* const cache = m_database.rowCache();
    if (const auto* known = cache == nullptr ? nullptr : cache->scopesOf(row))
        return *known;
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT scope FROM member WHERE row_id=$1", {cell(row)}));
    std::set<Scope> scopes;
    for (const Row& each : rows)
        if (const auto scope = Scope::fromBytes(bytesOf(each.front())))
            scopes.insert(*scope);
    return cache == nullptr ? scopes : cache->keepScopes(row, std::move(scopes));
}

void Scoping::moved(const Id& row)
{
    if (RowCache* const cache = m_database.rowCache())
        cache->forgetScopes(row);
}

std::vector<Id> Scoping::unknown(const std::set<Id>& rows) const
{
    const RowCache* const cache = m_database.rowCache();
    std::vector<Id> wanted;
    for (const Id& row : rows)
        if (cache != nullptr && cache->scopesOf(row) == nullptr)
            wanted.push_back(row);
    return wanted;
}

std::vector<Database::Question> Scoping::membersOf(const std::vector<Id>& rows)
{
    std::vector<Database::Question> questions;
    for (const std::vector<Id>& some : EntityTables::inPieces(rows)) {
        std::vector<Cell> parameters;
        const std::string marks = EntityTables::marks(some, parameters);
        questions.push_back({"SELECT row_id, scope FROM member WHERE row_id IN " + marks, std::move(parameters)});
    }
    return questions;
}

void Scoping::keepMembers(const std::vector<Id>& rows, const std::vector<std::vector<Row>>& answers, std::size_t at)
{
    std::map<Id, std::set<Scope>> scopes;
    for (const Id& row : rows)
        scopes[row];
    for (; at < answers.size(); ++at)
        for (const Row& each : answers[at])
            if (const auto scope = Scope::fromBytes(bytesOf(each[1])))
                scopes[idOf(each[0])].insert(*scope);
    for (auto& [row, its] : scopes)
        m_database.rowCache()->keepScopes(row, std::move(its));
}

Result<std::set<Id>> Scoping::nodesOf(const Id& user, bool withSubtree)
{
    SATCHEL_ASSIGN(const auto record, m_tables.find(schema::entity("user"), user));
    std::set<Id> nodes;
    if (!record)
        return nodes;
    SATCHEL_ASSIGN(const auto assigned, readList(record->value("territories").text()));
    for (const std::string& text : assigned)
        if (const auto id = Id::parse(text))
            nodes.insert(*id);
    if (!withSubtree)
        return nodes;
    SATCHEL_ASSIGN(const auto tree, m_database.query("SELECT id, f_parent FROM e_territory WHERE deleted=0"));
    for (std::size_t before = 0; before != nodes.size();) {
        before = nodes.size();
        for (const Row& row : tree)
            if (nodes.contains(idOf(row[1])))
                nodes.insert(idOf(row[0]));
    }
    return nodes;
}

Result<std::set<Id>> Scoping::allNodes()
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT id FROM e_territory WHERE deleted=0"));
    std::set<Id> nodes;
    for (const Row& row : rows)
        nodes.insert(idOf(row.front()));
    return nodes;
}

Result<std::set<Scope>> Scoping::scopesOf(const Id& user, Role role)
{
    std::set<Scope> scopes = {{ScopeKind::Company, {}}, {ScopeKind::Catalogue, {}}, {ScopeKind::User, user}};
    if (mayKnowMargins(role))
        scopes.insert({ScopeKind::Margin, {}});
    const auto add = [&](ScopeKind kind, const std::set<Id>& ids) {
        for (const Id& id : ids)
            scopes.insert({kind, id});
    };
    if (role == Role::Administrator) {
        SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT DISTINCT scope FROM member"));
        for (const Row& row : rows)
            if (const auto scope = Scope::fromBytes(bytesOf(row.front())))
                scopes.insert(*scope);
        return scopes;
    }
    if (role == Role::Marketing) {
        SATCHEL_ASSIGN(const auto nodes, allNodes());
        add(ScopeKind::Marketing, nodes);
        return scopes;
    }
    SATCHEL_ASSIGN(const auto nodes, nodesOf(user, role == Role::SalesManager));
    if (role != Role::InsideSales)
        add(ScopeKind::Territory, nodes);
    add(ScopeKind::Leads, nodes);
    if (role == Role::AccountManager) {
        SATCHEL_ASSIGN(const auto rows,
                       m_database.query("SELECT DISTINCT f_account FROM e_account_team WHERE f_user=$1 AND deleted=0",
                                        {cell(user)}));
        for (const Row& row : rows)
            scopes.insert({ScopeKind::Team, idOf(row.front())});
    }
    return scopes;
}

} // namespace satchel::server
