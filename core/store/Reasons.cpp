// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Reasons.h"

#include "core/rules/Access.h"

namespace satchel {

namespace {

using State = Reasons::State;

// The entity of a root is known by its membership; a row's own root is the row.
Result<std::optional<RowKey>> rootOf(Replica& replica, const Record& record)
{
    if (record.root == record.id)
        return std::optional<RowKey>();
    for (const Entity& entity : schema::entities()) {
        SATCHEL_ASSIGN(const auto root, replica.find(entity, record.root));
        if (root)
            return std::optional(RowKey{entity.number, record.root});
    }
    return std::optional<RowKey>();
}

Status addMemberships(Replica& replica, const Record& record, Reasons& reasons)
{
    if (const auto shared = sharedScope(*record.entity)) {
        SATCHEL_ASSIGN(std::string name, nameOf(replica, *shared));
        reasons.memberships.push_back({*shared, std::move(name), false});
        return Ok{};
    }
    std::vector<std::pair<Scope, bool>> found;
    {
        SATCHEL_ASSIGN(auto statement,
                       replica.connection().prepare("SELECT scope, row FROM member WHERE row IN (?1, ?2) "
                                                    "ORDER BY row=?2, scope"));
        statement.bind(1, record.root).bind(2, record.id);
        for (;;) {
            SATCHEL_ASSIGN(const bool more, statement.step());
            if (!more)
                break;
            const auto scope = Scope::fromBytes(statement.blob(0));
            if (scope && carries(scope->kind, *record.entity))
                found.emplace_back(*scope, statement.id(1) != record.id);
        }
    }
    for (const auto& [scope, throughRoot] : found) {
        SATCHEL_ASSIGN(std::string name, nameOf(replica, scope));
        reasons.memberships.push_back({scope, std::move(name), throughRoot});
    }
    return Ok{};
}

Status readDeparture(Replica& replica, Reasons& reasons)
{
    std::optional<Departure> reason;
    {
        SATCHEL_ASSIGN(auto statement, replica.connection().prepare("SELECT at, seq, reason, scope FROM departed "
                                                                    "WHERE entity=?1 AND row=?2"));
        statement.bind(1, std::int64_t{reasons.row.entity}).bind(2, reasons.row.id);
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        reasons.at = statement.integer(0);
        reasons.seq = statement.integer(1);
        reason = static_cast<Departure>(statement.integer(2));
        reasons.from = Scope::fromBytes(statement.blob(3));
    }
    reasons.state = reason == Departure::Deleted      ? State::Deleted
                    : reason == Departure::OutOfSight ? State::Gone
                                                      : State::Left;
    if (reasons.from) {
        SATCHEL_ASSIGN(reasons.fromName, nameOf(replica, *reasons.from));
    }
    if (reason != Departure::Deleted)
        return Ok{};
    SATCHEL_ASSIGN(const auto history, replica.history(reasons.row));
    for (const HistoryEntry& entry : history) {
        if (entry.rule != "deleted")
            continue;
        reasons.by = entry.user;
        reasons.deletedAt = entry.at;
        break;
    }
    return Ok{};
}

} // namespace

Result<Reasons> Reasons::of(Replica& replica, const RowKey& row)
{
    Reasons reasons;
    reasons.row = row;
    const Entity& entity = *schema::entityNumbered(row.entity);
    std::int64_t base = 0; // 0: no pending changes; 1: the server does not know it; 2: it does
    {
        SATCHEL_ASSIGN(auto statement, replica.connection().prepare(
                                           "SELECT (SELECT count(*) FROM outbox_row WHERE entity=?1 AND row=?2), "
                                           "(SELECT CASE WHEN image IS NULL THEN 1 ELSE 2 END FROM base_row "
                                           "WHERE entity=?1 AND row=?2)"));
        statement.bind(1, std::int64_t{row.entity}).bind(2, row.id);
        SATCHEL_TRY(statement.step());
        reasons.unsent = statement.integer(0);
        base = statement.integer(1);
    }
    SATCHEL_ASSIGN(const auto record, replica.find(entity, row.id));
    if (!record) {
        reasons.state = base == 2 ? State::Removing : State::Unknown;
        return base == 2 ? Result<Reasons>(std::move(reasons)) : [&]() -> Result<Reasons> {
            SATCHEL_TRY(readDeparture(replica, reasons));
            return std::move(reasons);
        }();
    }
    reasons.label = record->label();
    reasons.state = base == 1 || record->rev == 0 ? State::OnlyHere : State::Here;
    SATCHEL_ASSIGN(reasons.root, rootOf(replica, *record));
    if (reasons.root) {
        SATCHEL_ASSIGN(reasons.rootLabel, replica.label(*reasons.root));
    }
    if (reasons.state == State::Here)
        SATCHEL_TRY(addMemberships(replica, *record, reasons));
    return reasons;
}

Status noteDeparture(sqlite::Connection& connection, const RowKey& row, Milliseconds at, std::int64_t seq,
                     Departure reason, const std::optional<Scope>& scope)
{
    SATCHEL_ASSIGN(auto insert,
                   connection.prepare("INSERT OR REPLACE INTO departed(entity, row, at, seq, reason, scope) "
                                      "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    insert.bind(1, std::int64_t{row.entity}).bind(2, row.id).bind(3, at).bind(4, seq);
    insert.bind(5, static_cast<std::int64_t>(reason));
    const Bytes bytes = scope ? scope->toBytes() : Bytes();
    if (scope)
        insert.bindBlob(6, bytes);
    else
        insert.bindNull(6);
    return insert.run();
}

Status noteArrival(sqlite::Connection& connection, const RowKey& row)
{
    SATCHEL_ASSIGN(auto statement, connection.prepare("DELETE FROM departed WHERE entity=?1 AND row=?2"));
    return statement.bind(1, std::int64_t{row.entity}).bind(2, row.id).run();
}

Result<std::string> nameOf(Replica& replica, const Scope& scope)
{
    const auto called = [&](const char* entity, const std::string& before,
                            const std::string& otherwise) -> Result<std::string> {
        SATCHEL_ASSIGN(const std::string label, replica.label({schema::entity(entity).number, scope.id}));
        return label.empty() ? otherwise : before + label;
    };
    switch (scope.kind) {
    case ScopeKind::Company: return std::string("the directory that everybody has");
    case ScopeKind::Catalogue: return std::string("the catalogue that everybody has");
    case ScopeKind::Territory: return called("territory", "the territory ", "a territory that is no longer here");
    case ScopeKind::Leads:
        return called("territory", "the lead queue of ", "the lead queue of a territory that is no longer here");
    case ScopeKind::Marketing:
        return called("territory", "the marketing list of ",
                      "the marketing list of a territory that is no longer here");
    case ScopeKind::Team: return called("account", "the account team of ", "an account team");
    case ScopeKind::User: {
        SATCHEL_ASSIGN(const auto identity, replica.identity());
        if (identity && identity->user == scope.id)
            return std::string("your own records");
        return called("user", "the records of ", "somebody's own records");
    }
    case ScopeKind::Margin: return std::string("the costs that those have who may know margins");
    case ScopeKind::Device: return std::string("this device");
    }
    return std::string();
}

} // namespace satchel
