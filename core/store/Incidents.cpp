// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Incidents.h"

namespace satchel {

Status addIncident(sqlite::Connection& connection, const Incident& incident)
{
    SATCHEL_ASSIGN(auto insert,
                   connection.prepare("INSERT INTO incident(at, text, scope, entity, changed, missing, foreign_rows) "
                                      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    insert.bind(1, incident.at).bindText(2, incident.text);
    const Bytes scope = incident.scope ? incident.scope->toBytes() : Bytes();
    if (incident.scope)
        insert.bindBlob(3, scope).bind(4, std::int64_t{incident.entity});
    else
        insert.bindNull(3).bindNull(4);
    return insert.bind(5, incident.changed).bind(6, incident.missing).bind(7, incident.foreign).run();
}

Result<std::vector<Incident>> incidents(Replica& replica)
{
    SATCHEL_ASSIGN(auto statement,
                   replica.connection().prepare("SELECT at, text, scope, entity, changed, missing, foreign_rows "
                                                "FROM incident ORDER BY rowid DESC"));
    std::vector<Incident> all;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({.at = statement.integer(0),
                       .text = std::string(statement.text(1)),
                       .scope = Scope::fromBytes(statement.blob(2)),
                       .entity = static_cast<int>(statement.integer(3)),
                       .changed = statement.integer(4),
                       .missing = statement.integer(5),
                       .foreign = statement.integer(6)});
    }
}

} // namespace satchel
