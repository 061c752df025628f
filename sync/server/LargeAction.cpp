// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/LargeAction.h"

#include "sync/protocol/Codec.h"
#include "sync/server/LostPast.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::server {

namespace {

bool deletes(const Change& change)
{
    return std::any_of(change.operations.begin(), change.operations.end(),
                       [](const Operation& operation) { return operation.kind == OperationKind::Delete; });
}

// Hands out every deferred part but the last, and where it stands: one body in memory at a time.
Status eachEarlier(Database& database, const Change& last, const Id& incarnation, const Id& device,
                   const std::function<void(const LargeAction::Place&, const Change&)>& take)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT incarnation, number FROM deferred WHERE reason='bulk' AND subject=$1 AND "
                                  "incarnation IN (SELECT id FROM incarnation WHERE device_id=$2) ORDER BY "
                                  "incarnation=$3 DESC, incarnation, number",
                                  {Blob{Bytes(last.bulk.bulk.view())}, cell(device), cell(incarnation)}));
    std::set<std::int64_t> told;
    for (const Row& row : rows) {
        LargeAction::Place place{.incarnation = idOf(row[0]), .number = integerOf(row[1])};
        SATCHEL_ASSIGN(const Change part, LargeAction::read(database, place));
        place.part = part.bulk.part;
        place.isTwin = !told.insert(place.part).second;
        take(place, part);
    }
    return Ok{};
}

} // namespace

Result<std::optional<LargeAction>> LargeAction::gather(Database& database, const Change& last, const Id& incarnation,
                                                       const Id& device, bool lost)
{
    LargeAction action(database, last, incarnation, lost);
    action.m_deletes = deletes(last);
    std::map<std::int64_t, Place> earlier;
    SATCHEL_TRY(eachEarlier(database, last, incarnation, device, [&](const Place& place, const Change& part) {
        if (place.part >= last.bulk.part)
            return;
        if (place.incarnation == incarnation)
            action.m_firstNumber = std::min(action.m_firstNumber, place.number);
        if (!place.isTwin)
            earlier.emplace(place.part, place);
        action.m_deletes |= deletes(part);
    }));
    if (static_cast<std::int64_t>(earlier.size()) != last.bulk.part)
        return std::optional<LargeAction>();
    for (const auto& [part, place] : earlier)
        action.m_earlier.push_back(place);
    if (lost)
        SATCHEL_TRY(lostPast::translate(database, incarnation, action.m_last));
    return std::optional(std::move(action));
}

Result<std::vector<LargeAction::Place>> LargeAction::earlierParts(Database& database, const Change& last,
                                                                  const Id& incarnation, const Id& device)
{
    std::vector<Place> places;
    SATCHEL_TRY(eachEarlier(database, last, incarnation, device,
                            [&](const Place& place, const Change&) { places.push_back(place); }));
    return places;
}

Result<Change> LargeAction::read(Database& database, const Place& place)
{
    SATCHEL_ASSIGN(const auto rows, database.query("SELECT body FROM outcome WHERE incarnation=$1 AND number=$2",
                                                   {cell(place.incarnation), Cell(place.number)}));
    if (rows.empty())
        return Error{ErrorKind::Internal, "A part of a larger change is missing."};
    return decodeChange(bytesOf(rows[0][0]));
}

Status LargeAction::each(const Take& take) const
{
    for (const Place& place : m_earlier) {
        SATCHEL_ASSIGN(Change part, read(m_database, place));
        if (m_lost)
            SATCHEL_TRY(lostPast::translate(m_database, m_incarnation, part));
        SATCHEL_TRY(take(part));
    }
    return take(m_last);
}

} // namespace satchel::server
