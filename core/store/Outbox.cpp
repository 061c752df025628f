// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Outbox.h"

#include "core/store/Meta.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel {

Result<std::int64_t> Outbox::firstWaiting()
{
    // What was sent under a former incarnation is with the server; only its outcome is still to come.
    return m_replica.connection().integer("SELECT min(number) FROM outbox WHERE answered IS NULL AND "
                                          "number >= coalesce((SELECT value FROM meta WHERE key='first_number'), 0)");
}

// The id of the change before `number`; nothing known before the first of the chain.
Result<Bytes16> Outbox::linkBefore(std::int64_t number)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(const std::int64_t chainStart, Meta(connection).integer("first_number"));
    if (number <= std::max<std::int64_t>(chainStart, 1))
        return Bytes16{};
    SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT chain FROM outbox WHERE number=?1"));
    SATCHEL_ASSIGN(const bool found, statement.bind(1, number - 1).step());
    SATCHEL_ASSIGN(const std::int64_t link, Meta(connection).integer("link_number"));
    SATCHEL_ASSIGN(const std::string chain, Meta(connection).text("link_chain"));
    // The change before was damaged, and is in no file any more: the server tells which of the others it has.
    if (!found && link != number - 1)
        return Error{ErrorKind::Forked, "The list of changes to send has a gap."};
    return bytes16(found ? statement.blob(0) : std::string_view(chain)).value_or(Bytes16{});
}

Result<Outbox::Batch> Outbox::next(std::int64_t fromNumber, std::size_t maxBytes)
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    if (!identity)
        return Batch{};
    SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare(
                                       "SELECT number, coalesce(boxed, body), withdrawn, chain FROM outbox WHERE "
                                       "number>=?1 AND answered IS NULL ORDER BY number LIMIT 2000"));
    statement.bind(1, fromNumber);
    Batch batch;
    Bytes16 link{};
    std::size_t bytes = 0;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return batch;
        const std::int64_t number = statement.integer(0);
        const std::string_view body = statement.blob(1);
        const bool isFirst = batch.bodies.empty();
        if (!isFirst && (bytes + body.size() > maxBytes ||
                         number != batch.firstNumber + static_cast<std::int64_t>(batch.bodies.size())))
            return batch;
        if (isFirst) {
            SATCHEL_ASSIGN(link, linkBefore(number));
            batch.previous = link;
        }
        const Bytes16 chain = bytes16(statement.blob(3)).value_or(Bytes16{});
        if (!isBoxed(body) && chainId(identity->secret, number, link, body) != chain) {
            // It is not what was sealed under this number (it has lost what it said of before, and there is no box):
            // the server would take it for another change. Sealed anew it says which one it is.
            if (isFirst)
                return Error{ErrorKind::Forked, "A change that waits is no longer what was sealed."};
            return batch;
        }
        link = chain;
        if (isFirst)
            batch.firstNumber = number;
        bytes += body.size();
        batch.bodies.emplace_back(body);
        if (statement.integer(2) != 0)
            batch.withdrawn.push_back(number);
    }
}

} // namespace satchel
