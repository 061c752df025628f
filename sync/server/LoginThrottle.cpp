// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/LoginThrottle.h"

#include "sync/server/Write.h"

#include <algorithm>

namespace satchel::server::throttle {

namespace {

constexpr std::int64_t freeFailures = 5;
constexpr Milliseconds longestWait = 5LL * 60 * 1000;
constexpr Milliseconds forgottenAfter = 24LL * 60 * 60 * 1000;

Cell keyOf(const std::string& login)
{
    return cell(blake2b128("login", login));
}

Milliseconds waitAfter(std::int64_t failures)
{
    if (failures < freeFailures)
        return 0;
    return std::min<Milliseconds>(longestWait, 1000LL << std::min<std::int64_t>(failures - freeFailures, 20));
}

} // namespace

std::string tables()
{
    return "CREATE TABLE login_failure (login BYTEA PRIMARY KEY, failures BIGINT NOT NULL, last BIGINT NOT NULL);\n";
}

Status check(Database& database, const std::string& login, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT failures, last FROM login_failure WHERE login = $1", {keyOf(login)}));
    if (rows.empty())
        return Ok{};
    const Milliseconds last = integerOf(rows[0][1]);
    const Milliseconds wait = waitAfter(integerOf(rows[0][0])) - (now - last);
    // A clock that was set back must not lock anybody out for longer than the longest wait.
    if (wait <= 0 || now < last)
        return Ok{};
    return Error{ErrorKind::Busy,
                 "Too many failed attempts. Try again in " + std::to_string((wait + 999) / 1000) + " seconds."};
}

Status failed(Database& database, const std::string& login, Milliseconds now)
{
    return write(database, [&]() -> Status {
        SATCHEL_TRY(database.query("DELETE FROM login_failure WHERE last < $1", {now - forgottenAfter}));
        SATCHEL_TRY(
            database.query("INSERT INTO login_failure (login, failures, last) VALUES ($1, 1, $2) ON CONFLICT (login) "
                           "DO UPDATE SET failures = login_failure.failures + 1, last = excluded.last",
                           {keyOf(login), now}));
        return Ok{};
    });
}

Status succeeded(Database& database, const std::string& login)
{
    SATCHEL_ASSIGN(const auto rows, database.query("SELECT 1 FROM login_failure WHERE login = $1", {keyOf(login)}));
    if (rows.empty())
        return Ok{};
    return write(database, [&]() -> Status {
        SATCHEL_TRY(database.query("DELETE FROM login_failure WHERE login = $1", {keyOf(login)}));
        return Ok{};
    });
}

} // namespace satchel::server::throttle
