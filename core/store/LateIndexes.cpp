// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LateIndexes.h"

#include "core/schema/Schema.h"

namespace satchel {

Status LateIndexes::takeAway()
{
    std::vector<std::string> tables = {"member"};
    for (const Entity& entity : schema::entities())
        tables.push_back(entity.name);
    std::vector<std::string> names;
    for (const std::string& table : tables) {
        // Those without SQL belong to UNIQUE and PRIMARY KEY and stay.
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type='index' AND tbl_name=?1 "
                                            "AND sql IS NOT NULL ORDER BY rowid"));
        statement.bindText(1, table);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            names.emplace_back(statement.text(0));
            m_taken.emplace_back(statement.text(1));
        }
    }
    for (const std::string& name : names)
        SATCHEL_TRY(m_connection.execute("DROP INDEX \"" + name + "\""));
    return Ok{};
}

Status LateIndexes::putBack()
{
    for (const std::string& sql : m_taken)
        SATCHEL_TRY(m_connection.execute(sql));
    m_taken.clear();
    return Ok{};
}

} // namespace satchel
