// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Leasing.h"

#include "core/base/Planted.h"
#include "sync/server/Incarnations.h"
#include "sync/server/Ledger.h"

#include <algorithm>

namespace satchel::server::leasing {

namespace {

constexpr int epochBits = 40; // of a seq, below the epoch
constexpr std::size_t longestSeries = 40;
constexpr std::int64_t believable = 100'000; // how far ahead of its own count a laptop is believed

bool isSeries(const std::string& name)
{
    return !name.empty() && name.size() <= longestSeries &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

} // namespace

Result<LeaseReply> lease(Database& database, const Caller& caller, const LeaseRequest& request, Milliseconds now)
{
    if (!isSeries(request.series) || request.count < 1 || request.machine.size() != 16)
        return invalid("The request for numbers is not complete.");
    SATCHEL_ASSIGN(const Clock clock, readClock(database));
    if (request.history != clock.history)
        return Error{ErrorKind::OtherHistory, "The server's data has been replaced since this laptop last synced."};
    SATCHEL_TRY(incarnations::readChain(database, caller, request.incarnation));
    const std::int64_t first = (clock.seq >> epochBits) * blockSize + 1;
    const std::int64_t last = first + blockSize - 1;
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT next FROM number_series WHERE series=$1", {Cell(request.series)}));
    std::int64_t next = std::max(first, rows.empty() ? 0 : integerOf(rows[0][0]));
    // A laptop that has seen more than this server knows of: numbers of a future that was lost.
    if (request.highest >= next && request.highest < next + believable)
        next = request.highest + 1;
    const std::int64_t end = next + std::min(request.count, mostAtOnce) - 1;
    if (end > last)
        return Error{ErrorKind::Full, "All numbers of this series are used up. Ask the administrator."};
    SATCHEL_TRY(
        database.query("INSERT INTO number_series(series, next) VALUES($1, $2) ON CONFLICT(series) DO UPDATE SET "
                       "next=excluded.next",
                       {Cell(request.series), Cell(planted("a range leased twice") ? end : end + 1)}));
    SATCHEL_TRY(database.query(
        "INSERT INTO lease(series, first, last, incarnation, machine, at) VALUES($1, $2, $3, $4, "
        "$5, $6)",
        {Cell(request.series), Cell(next), Cell(end), cell(request.incarnation), Blob{request.machine}, Cell(now)}));
    return LeaseReply{.first = next, .last = end};
}

} // namespace satchel::server::leasing
