// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Withdrawal.h"

#include "core/store/Overlay.h"
#include "sync/protocol/Codec.h"

#include <algorithm>
#include <set>

namespace satchel {

namespace {

const Error buildsOnIt{ErrorKind::Conflict,
                       "Something you did later builds on this change. Take that back first, newest first."};

// Which rows the change touches, and whether it can be taken back by itself.
Result<std::vector<RowKey>> rowsOfWithdrawable(sqlite::Connection& connection, std::int64_t number)
{
    std::vector<RowKey> rows;
    SATCHEL_ASSIGN(auto found,
                   connection.prepare("SELECT body, deferred, bulk FROM outbox WHERE number=?1 AND answered "
                                      "IS NULL AND withdrawn IS NULL"));
    SATCHEL_ASSIGN(const bool waits, found.bind(1, number).step());
    if (!waits)
        return Error{ErrorKind::Conflict, "This change has been sent already; undo it or change it again instead."};
    if (!found.isNull(1))
        return Error{ErrorKind::Conflict, "The server has this change and waits for somebody's decision."};
    if (!found.isNull(2))
        return Error{ErrorKind::Conflict, "This change is a part of something larger."};
    SATCHEL_ASSIGN(const Change change, decodeChange(found.blob(0)));
    std::set<Id> touched;
    for (const Operation& operation : change.operations) {
        rows.push_back({operation.entity->number, operation.id});
        touched.insert(operation.id);
    }
    SATCHEL_ASSIGN(auto later, connection.prepare("SELECT body FROM outbox WHERE number>?1 AND answered IS NULL AND "
                                                  "withdrawn IS NULL"));
    later.bind(1, number);
    for (;;) {
        SATCHEL_ASSIGN(const bool more, later.step());
        if (!more)
            return rows;
        const auto other = decodeChange(later.blob(0));
        if (!other.ok()) // a newer program's: nobody knows what it builds on
            return buildsOnIt;
        for (const Operation& operation : other->operations)
            if (touched.contains(operation.id) || touched.contains(operation.other) ||
                std::any_of(operation.fields.begin(), operation.fields.end(), [&](const FieldChange& field) {
                    return field.after.isId() && touched.contains(field.after.id());
                }))
                return buildsOnIt;
    }
}

} // namespace

Status mayWithdraw(Replica& replica, std::int64_t number)
{
    SATCHEL_TRY(rowsOfWithdrawable(replica.connection(), number));
    return Ok{};
}

Status withdrawChange(Replica& replica, std::int64_t number)
{
    SATCHEL_ASSIGN(const auto identity, replica.identity());
    if (!identity || replica.isReadOnly())
        return Error{ErrorKind::Forbidden, "Nothing can be changed in this profile now."};
    sqlite::Connection& connection = replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    SATCHEL_ASSIGN(const auto rows, rowsOfWithdrawable(connection, number));
    for (const char* sql : {"UPDATE outbox SET withdrawn=1 WHERE number=?1", "DELETE FROM outbox_row WHERE number=?1",
                            "DELETE FROM history WHERE number=?1 AND seq=0"}) {
        SATCHEL_ASSIGN(auto statement, connection.prepare(sql));
        SATCHEL_TRY(statement.bind(1, number).run());
    }
    Overlay overlay(connection, identity->user, identity->incarnation);
    for (const RowKey& row : rows)
        SATCHEL_TRY(overlay.refold(row));
    return transaction.commit();
}

} // namespace satchel
