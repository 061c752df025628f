// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Alerts.h"

#include "core/model/Administering.h"
#include "sync/server/Identities.h"

namespace satchel::server::alerts {

namespace {

using administering::staleAfter;

} // namespace

Status raise(Database& database, Environment& environment, const std::string& kind, std::string_view subject,
             const std::string& text)
{
    const Cell about = Blob{Bytes(subject)};
    SATCHEL_ASSIGN(
        const auto open,
        database.query("SELECT 1 FROM alert WHERE kind=$1 AND subject=$2 AND closed IS NULL", {Cell(kind), about}));
    if (!open.empty())
        return Ok{};
    SATCHEL_TRY(database.query("INSERT INTO alert(id, at, kind, subject, text) VALUES($1, $2, $3, $4, $5)",
                               {cell(environment.newId()), Cell(environment.now()), Cell(kind), about, Cell(text)}));
    return Ok{};
}

Status note(Database& database, Environment& environment, const std::string& kind, std::string_view subject,
            const std::string& text)
{
    const Milliseconds now = environment.now();
    SATCHEL_TRY(database.query("INSERT INTO alert(id, at, kind, subject, text, closed) VALUES($1, $2, $3, $4, $5, $2)",
                               {cell(environment.newId()), Cell(now), Cell(kind), Blob{Bytes(subject)}, Cell(text)}));
    return Ok{};
}

Result<std::vector<Alert>> list(Database& database, bool closedToo)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query(std::string("SELECT id, at, kind, text, closed FROM alert ") +
                                  (closedToo ? "" : "WHERE closed IS NULL ") + "ORDER BY at DESC, id DESC"));
    std::vector<Alert> alerts;
    for (const Row& row : rows)
        alerts.push_back({idOf(row[0]), integerOf(row[1]), textOf(row[2]), textOf(row[3]), integerOf(row[4]) != 0});
    return alerts;
}

Status close(Database& database, const Id& id, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto open, database.query("SELECT 1 FROM alert WHERE id=$1 AND closed IS NULL", {cell(id)}));
    if (open.empty())
        return Error{ErrorKind::NotFound, "There is no such open alert. See: satchel-server alert list."};
    SATCHEL_TRY(database.query("UPDATE alert SET closed=$1 WHERE id=$2", {Cell(now), cell(id)}));
    return Ok{};
}

Status closeAbout(Database& database, const std::string& kind, std::string_view subject, Milliseconds now)
{
    SATCHEL_TRY(database.query("UPDATE alert SET closed=$1 WHERE kind=$2 AND subject=$3 AND closed IS NULL",
                               {Cell(now), Cell(kind), Blob{Bytes(subject)}}));
    return Ok{};
}

Status lookForStaleDevices(Database& database, Environment& environment)
{
    const Milliseconds now = environment.now();
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT device.id, device.name, COALESCE(f_login, ''), last_seen FROM device "
                       "LEFT JOIN e_user ON e_user.id = device.user_id WHERE revoked IS NULL ORDER BY device.id"));
    for (const Row& row : rows) {
        const Bytes& device = bytesOf(row[0]);
        if (integerOf(row[3]) >= now - staleAfter)
            SATCHEL_TRY(closeAbout(database, "stale", device, now));
        else
            SATCHEL_TRY(raise(database, environment, "stale", device,
                              "The device \"" + textOf(row[1]) + "\" of " + textOf(row[2]) + " has not synced since " +
                                  dateOf(integerOf(row[3])) + "."));
    }
    return Ok{};
}

} // namespace satchel::server::alerts
