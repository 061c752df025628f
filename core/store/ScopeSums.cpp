// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ScopeSums.h"

#include "core/base/Planted.h"
#include "core/rules/Access.h"
#include "core/store/RowCount.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

Status ScopeSums::start(bool fromNothing)
{
    m_fromNothing = fromNothing;
    if (fromNothing)
        return m_connection.execute("DELETE FROM digest");
    SATCHEL_ASSIGN(const auto kept, stored());
    for (const Digest& digest : kept)
        m_sums[{digest.scope, digest.entity}] = digest;
    return Ok{};
}

Result<std::vector<RowKey>> ScopeSums::countAll()
{
    SATCHEL_ASSIGN(auto counted, RowCount::of(m_connection, m_digestKey));
    start(counted.sums);
    return std::move(counted.homeless);
}

void ScopeSums::start(const std::map<std::pair<Scope, int>, Digest>& counted)
{
    m_sums = counted;
    for (const auto& [table, digest] : m_sums)
        m_changed.insert(table);
}

Result<std::vector<Digest>> ScopeSums::stored()
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT scope, entity, rows, sum FROM digest WHERE rows>0"));
    std::vector<Digest> all;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({Scope::fromBytes(statement.blob(0)).value_or(Scope{}), static_cast<int>(statement.integer(1)),
                       statement.integer(2), bytes16(statement.blob(3)).value_or(Bytes16{})});
    }
}

Status ScopeSums::addMemberships(const Id& row, std::vector<Scope>& scopes)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT scope FROM member WHERE row=?1"));
    statement.lend(1, row);
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        if (const auto scope = Scope::fromBytes(statement.blob(0));
            scope && std::find(scopes.begin(), scopes.end(), *scope) == scopes.end())
            scopes.push_back(*scope);
    }
}

// Most rows hang on a head that others hang on, too.
Result<std::vector<Scope>> ScopeSums::scopesOf(const RowKey& key, const Id& root)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    if (const auto shared = sharedScope(entity))
        return std::vector<Scope>{*shared};
    std::vector<Scope> scopes;
    if (const auto known = m_ofRoot.find(root); !m_moved && known != m_ofRoot.end()) {
        scopes = known->second;
    } else {
        SATCHEL_TRY(addMemberships(root, scopes));
        if (!m_moved)
            m_ofRoot.emplace(root, scopes);
    }
    if (key.id != root)
        SATCHEL_TRY(addMemberships(key.id, scopes));
    std::erase_if(scopes, [&](const Scope& scope) { return !carries(scope.kind, entity); });
    return scopes;
}

Result<std::map<Scope, std::int64_t>> ScopeSums::scopes()
{
    std::map<Scope, std::int64_t> scopes;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT scope, seq FROM scope"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return scopes;
        if (const auto scope = Scope::fromBytes(statement.blob(0)))
            scopes[*scope] = statement.integer(1);
    }
}

Result<std::set<Scope>> ScopeSums::scopesBeside(const std::vector<Scope>& known)
{
    SATCHEL_ASSIGN(auto others, scopes());
    for (const Scope& scope : known)
        others.erase(scope);
    std::set<Scope> beside;
    for (const auto& [scope, seq] : others)
        beside.insert(scope);
    return beside;
}

void ScopeSums::count(const RowKey& key, const Bytes16& hash, const std::vector<Scope>& scopes, bool add)
{
    for (const Scope& scope : scopes) {
        Digest& digest = m_sums[{scope, key.entity}];
        digest.scope = scope;
        digest.entity = key.entity;
        digest.rows += add ? 1 : -1;
        digest.sum = add ? addHash(digest.sum, hash) : subtractHash(digest.sum, hash);
        m_changed.insert({scope, key.entity});
    }
}

// What a row's base image stands for in the digests.
Result<std::optional<Rows::Sum>> ScopeSums::sumOf(const RowKey& key)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(const auto kept, m_overlay.keptBase(key));
    if (!kept.any)
        return m_rows.sumOf(entity, key.id, m_hash);
    if (!kept.image)
        return std::optional<Rows::Sum>();
    Record record = Overlay::toRecord(*kept.image);
    if (planted("digest over the overlay"))
        if (auto shown = m_rows.find(entity, key.id); shown.ok() && *shown)
            record = std::move(**shown);
    return std::optional(Rows::Sum{kept.image->rev, kept.image->root, m_hash.of(record)});
}

Status ScopeSums::takeOut(const RowKey& key, const std::optional<Rows::Sum>& sum)
{
    if (!sum || sum->rev == 0)
        return Ok{};
    SATCHEL_ASSIGN(auto scopes, scopesOf(key, sum->root));
    count(key, sum->hash, scopes, false);
    m_touched[key] = {true, sum->root, std::move(scopes)};
    return Ok{};
}

Status ScopeSums::touch(const RowKey& key)
{
    if (!m_touched.try_emplace(key).second || m_fromNothing)
        return Ok{};
    SATCHEL_ASSIGN(const auto sum, sumOf(key));
    return takeOut(key, sum);
}

Result<std::optional<Rows::Stored>> ScopeSums::touchStored(const RowKey& key)
{
    const bool isNew = m_touched.try_emplace(key).second && !m_fromNothing;
    SATCHEL_ASSIGN(const auto kept, m_overlay.keptBase(key));
    if (kept.any) {
        if (isNew) {
            SATCHEL_ASSIGN(const auto sum, sumOf(key));
            SATCHEL_TRY(takeOut(key, sum));
        }
        return std::optional<Rows::Stored>();
    }
    SATCHEL_ASSIGN(auto stored, m_rows.findStored(*schema::entityNumbered(key.entity), key.id));
    if (isNew && stored)
        SATCHEL_TRY(takeOut(key, Rows::Sum{stored->record.rev, stored->record.root, m_hash.of(stored->record)}));
    return stored;
}

Result<bool> ScopeSums::countAgain(const RowKey& key)
{
    SATCHEL_ASSIGN(const auto sum, sumOf(key));
    if (!sum || sum->rev == 0)
        return true;
    Place& place = m_touched[key];
    if (m_moved || !place.known || place.root != sum->root) {
        SATCHEL_ASSIGN(place.scopes, scopesOf(key, sum->root));
    }
    count(key, sum->hash, place.scopes, true);
    return !place.scopes.empty();
}

Status ScopeSums::touchTable(const Entity& entity)
{
    SATCHEL_ASSIGN(const auto ids, allRows(entity));
    for (const Id& id : ids)
        SATCHEL_TRY(touch({entity.number, id}));
    return Ok{};
}

// The head of an aggregate takes its memberships along. Where it left and was deleted between two syncs nothing else is
// said of what stood below it.
Status ScopeSums::touchGone(const RowKey& key)
{
    bool head = false;
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT 1 FROM member WHERE row=?1 LIMIT 1"));
        SATCHEL_ASSIGN(head, statement.bind(1, key.id).step());
    }
    return head ? touchAggregate(key) : touch(key);
}

Status ScopeSums::touchAggregate(const RowKey& root)
{
    SATCHEL_TRY(touch(root));
    for (const Entity& entity : schema::entities()) {
        SATCHEL_ASSIGN(const auto ids, m_rows.ofRoot(entity, root.id));
        for (const Id& id : ids)
            SATCHEL_TRY(touch({entity.number, id}));
    }
    return Ok{};
}

// A row that a pending change deletes is in no table where its aggregate could find it, but its base counts.
Status ScopeSums::touchPending()
{
    std::vector<RowKey> keys;
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT entity, row FROM base_row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            keys.push_back({static_cast<int>(statement.integer(0)), statement.id(1)});
        }
    }
    for (const RowKey& key : keys)
        SATCHEL_TRY(touch(key));
    return Ok{};
}

Result<std::vector<Id>> ScopeSums::allRows(const Entity& entity)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT id FROM \"" + entity.name +
                                                        "\" UNION SELECT row FROM base_row WHERE entity=" +
                                                        std::to_string(entity.number)));
    std::vector<Id> ids;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return ids;
        ids.push_back(statement.id(0));
    }
}

Status ScopeSums::write()
{
    for (const auto& key : m_changed) {
        const Digest& digest = m_sums[key];
        SATCHEL_ASSIGN(
            auto statement,
            m_connection.prepare("INSERT INTO digest(scope, entity, rows, sum) VALUES(?1, ?2, ?3, ?4) "
                                 "ON CONFLICT(scope, entity) DO UPDATE SET rows=excluded.rows, sum=excluded.sum"));
        statement.bindBlob(1, key.first.toBytes()).bind(2, std::int64_t{key.second}).bind(3, digest.rows);
        SATCHEL_TRY(statement.bindBlob(4, view(digest.sum)).run());
    }
    return Ok{};
}

Result<std::pair<std::vector<Digest>, std::int64_t>> ScopeSums::recount()
{
    SATCHEL_ASSIGN(const auto count, RowCount::of(m_connection, m_digestKey));
    std::vector<Digest> counted;
    for (const auto& [key, digest] : count.sums)
        counted.push_back(digest);
    return std::pair(std::move(counted), count.rows);
}

} // namespace satchel
