// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Deferrals.h"

#include <set>

namespace satchel::server {

Result<std::vector<Deferred>> Deferrals::select(const std::string& condition, const std::vector<Cell>& parameters)
{
    std::vector<Deferred> found;
    SATCHEL_TRY(m_database.each(
        "SELECT incarnation, number, reason, subject, since, attempts, error FROM deferred WHERE " + condition,
        parameters, [&](const Row& row) -> Status {
            found.push_back({.incarnation = idOf(row[0]),
                             .number = integerOf(row[1]),
                             .reason = textOf(row[2]),
                             .subject = bytesOf(row[3]),
                             .since = integerOf(row[4]),
                             .attempts = integerOf(row[5]),
                             .error = textOf(row[6])});
            return Ok{};
        }));
    return found;
}

Result<std::vector<Deferred>> Deferrals::of(const Id& incarnation)
{
    return select("incarnation=$1 ORDER BY number", {cell(incarnation)});
}

Result<std::vector<Deferred>> Deferrals::about(const std::string& reason, std::string_view subject)
{
    return select("reason=$1 AND subject=$2 ORDER BY since, incarnation, number", {Cell(reason), Blob{Bytes(subject)}});
}

Result<std::optional<Deferred>> Deferrals::find(const Id& incarnation, std::int64_t number)
{
    SATCHEL_ASSIGN(auto found, select("incarnation=$1 AND number=$2", {cell(incarnation), Cell(number)}));
    return found.empty() ? std::optional<Deferred>() : std::optional(std::move(found.front()));
}

Result<bool> Deferrals::isBehind(const Id& incarnation, std::int64_t before, const Parts& parts)
{
    SATCHEL_ASSIGN(const auto any, m_database.query("SELECT 1 FROM deferred WHERE incarnation=$1 AND number<$2 LIMIT 1",
                                                    {cell(incarnation), Cell(before)}));
    if (any.empty())
        return false;
    bool behind = false;
    SATCHEL_TRY(parts.each([&](const Change& part) -> Status {
        if (!behind) {
            SATCHEL_ASSIGN(behind, touchesAny(incarnation, before, part));
        }
        return Ok{};
    }));
    return behind;
}

Result<bool> Deferrals::touchesAny(const Id& incarnation, std::int64_t before, const Change& change)
{
    std::set<Id> rows;
    for (const Operation& operation : change.operations) {
        rows.insert(operation.id);
        rows.insert(operation.other);
        for (const FieldChange& field : operation.fields)
            if (field.after.isId())
                rows.insert(field.after.id()); // it hangs on a record that waits to be made
    }
    for (const Id& row : rows) {
        SATCHEL_ASSIGN(
            const auto found,
            m_database.query("SELECT 1 FROM deferred_row WHERE incarnation=$1 AND row_id=$2 AND number<$3 LIMIT 1",
                             {cell(incarnation), cell(row), Cell(before)}));
        if (!found.empty())
            return true;
    }
    return false;
}

Status Deferrals::put(const Deferred& deferred, const Change& change)
{
    SATCHEL_TRY(m_database.query(
        "INSERT INTO deferred(incarnation, number, reason, subject, since, attempts, error) VALUES($1, $2, $3, $4, $5, "
        "$6, $7) ON CONFLICT(incarnation, number) DO UPDATE SET reason=excluded.reason, subject=excluded.subject, "
        "attempts=excluded.attempts, error=excluded.error",
        {cell(deferred.incarnation), Cell(deferred.number), Cell(deferred.reason), Blob{deferred.subject},
         Cell(deferred.since), Cell(deferred.attempts), Cell(deferred.error)}));
    for (const Operation& operation : change.operations)
        SATCHEL_TRY(m_database.query("INSERT INTO deferred_row(incarnation, row_id, entity, number) VALUES($1, $2, $3, "
                                     "$4) ON CONFLICT DO NOTHING",
                                     {cell(deferred.incarnation), cell(operation.id),
                                      Cell(std::int64_t{operation.entity->number}), Cell(deferred.number)}));
    return Ok{};
}

Status Deferrals::remove(const Id& incarnation, std::int64_t number)
{
    const std::vector<Cell> which = {cell(incarnation), Cell(number)};
    SATCHEL_TRY(m_database.query("DELETE FROM deferred WHERE incarnation=$1 AND number=$2", which));
    SATCHEL_TRY(m_database.query("DELETE FROM deferred_row WHERE incarnation=$1 AND number=$2", which));
    return Ok{};
}

} // namespace satchel::server
