// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Touches.h"

namespace satchel::server {

Result<std::vector<Touches::Touch>> Touches::unseen(const Id& quote, const Id& incarnation, std::int64_t seen)
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT incarnation, user_id, seq FROM quote_touch WHERE quote=$1 AND "
                                    "incarnation<>$2 AND seq>$3 ORDER BY seq DESC, incarnation",
                                    {cell(quote), cell(incarnation), Cell(seen)}));
    std::vector<Touch> touches;
    for (const Row& row : rows)
        touches.push_back({idOf(row[0]), idOf(row[1]), integerOf(row[2])});
    return touches;
}

Result<bool> Touches::has(const Id& quote, const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT 1 FROM quote_touch WHERE quote=$1 AND incarnation=$2",
                                                     {cell(quote), cell(incarnation)}));
    return !rows.empty();
}

Result<std::vector<Id>> Touches::revisionsOf(const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT quote FROM quote_touch JOIN e_quote ON id=quote WHERE incarnation=$1 AND "
                                    "f_former IS NOT NULL AND deleted=0 ORDER BY seq DESC, quote",
                                    {cell(incarnation)}));
    std::vector<Id> revisions;
    for (const Row& row : rows)
        revisions.push_back(idOf(row[0]));
    return revisions;
}

Status Touches::put(const Id& quote, const Touch& touch)
{
    return m_database.post("INSERT INTO quote_touch(quote, incarnation, user_id, seq) VALUES($1, $2, $3, $4) "
                           "ON CONFLICT(quote, incarnation) DO UPDATE SET user_id=excluded.user_id, seq=excluded.seq",
                           {cell(quote), cell(touch.incarnation), cell(touch.user), Cell(touch.seq)});
}

} // namespace satchel::server
