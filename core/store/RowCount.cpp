// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RowCount.h"

#include "core/rules/Access.h"
#include "core/store/Overlay.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace satchel {

namespace {

class Counter {
public:
    Counter(sqlite::Connection& connection, const Bytes& digestKey) : m_connection(connection), m_digestKey(digestKey)
    {}

    Result<RowCount> run()
    {
        SATCHEL_TRY(readMemberships());
        SATCHEL_TRY(countBases());
        for (const Entity& entity : schema::entities())
            SATCHEL_TRY(countTable(entity));
        return std::move(m_count);
    }

private:
    Status readMemberships()
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT row, scope FROM member"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            if (const auto scope = Scope::fromBytes(statement.blob(1)))
                m_members[statement.id(0)].push_back(*scope);
        }
    }

    // Rows with pending changes count as the server has them, not as they are seen.
    Status countBases()
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT entity, row, image FROM base_row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            m_pending.insert({static_cast<int>(statement.integer(0)), statement.id(1)});
            ++m_count.rows;
            if (statement.isNull(2))
                continue;
            SATCHEL_ASSIGN(const RowUpsert image, decodeRow(statement.blob(2)));
            count(Overlay::toRecord(image));
        }
    }

    Status countTable(const Entity& entity)
    {
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("SELECT " + Rows::columns(entity) + " FROM \"" + entity.name + "\""));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            if (!m_pending.empty() && m_pending.contains({entity.number, statement.id(0)}))
                continue;
            ++m_count.rows;
            count(Rows::read(entity, statement));
        }
    }

    void count(const Record& record)
    {
        if (record.rev == 0)
            return;
        const Bytes16 hash = rowHash(m_digestKey, record);
        m_scopes.clear();
        if (const auto shared = sharedScope(*record.entity)) {
            m_scopes.push_back(*shared);
        } else {
            addScopes(*record.entity, record.id);
            if (record.root != record.id)
                addScopes(*record.entity, record.root);
        }
        if (m_scopes.empty())
            m_count.homeless.push_back({record.entity->number, record.id});
        for (const Scope& scope : m_scopes) {
            Digest& digest = m_count.sums[{scope, record.entity->number}];
            digest.scope = scope;
            digest.entity = record.entity->number;
            ++digest.rows;
            digest.sum = addHash(digest.sum, hash);
        }
    }

    void addScopes(const Entity& entity, const Id& row)
    {
        const auto found = m_members.find(row);
        if (found == m_members.end())
            return;
        for (const Scope& scope : found->second)
            if (carries(scope.kind, entity) && std::find(m_scopes.begin(), m_scopes.end(), scope) == m_scopes.end())
                m_scopes.push_back(scope);
    }

    sqlite::Connection& m_connection;
    const Bytes& m_digestKey;
    std::unordered_map<Id, std::vector<Scope>> m_members;
    std::set<RowKey> m_pending;
    std::vector<Scope> m_scopes; ///< of the row being counted
    RowCount m_count;
};

} // namespace

Result<RowCount> RowCount::of(sqlite::Connection& connection, const Bytes& digestKey)
{
    return Counter(connection, digestKey).run();
}

} // namespace satchel
