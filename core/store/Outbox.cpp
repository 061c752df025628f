// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Outbox.h"

#include "core/store/Meta.h"

#include <algorithm>

namespace satchel {

Result<std::int64_t> Outbox::firstWaiting()
{
    // What was sent under a former incarnation is with the server; only its outcome is still to come.
    return m_replica.connection().integer("SELECT min(number) FROM outbox WHERE answered IS NULL AND "
                                          "number >= coalesce((SELECT value FROM meta WHERE key='first_number'), 0)");
}

Result<Outbox::Batch> Outbox::next(std::int64_t fromNumber, std::size_t maxBytes)
{
    sqlite::Connection& connection = m_replica.connection();
    Batch batch;
    {
        SATCHEL_ASSIGN(
            auto statement,
            connection.prepare("SELECT number, body, withdrawn FROM outbox WHERE number>=?1 AND answered IS NULL "
                               "ORDER BY number LIMIT 2000"));
        statement.bind(1, fromNumber);
        std::size_t bytes = 0;
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const std::int64_t number = statement.integer(0);
            const std::string_view body = statement.blob(1);
            if (!batch.bodies.empty() && (bytes + body.size() > maxBytes ||
                                          number != batch.firstNumber + static_cast<std::int64_t>(batch.bodies.size())))
                break;
            if (batch.bodies.empty())
                batch.firstNumber = number;
            bytes += body.size();
            batch.bodies.emplace_back(body);
            if (statement.integer(2) != 0)
                batch.withdrawn.push_back(number);
        }
    }
    SATCHEL_ASSIGN(const std::int64_t chainStart, Meta(connection).integer("first_number"));
    if (batch.firstNumber > std::max<std::int64_t>(chainStart, 1)) {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT chain FROM outbox WHERE number=?1"));
        statement.bind(1, batch.firstNumber - 1);
        SATCHEL_ASSIGN(const bool found, statement.step());
        SATCHEL_ASSIGN(const std::int64_t link, Meta(connection).integer("link_number"));
        SATCHEL_ASSIGN(const std::string chain, Meta(connection).text("link_chain"));
        // The change before was damaged, and is in no file any more: the server tells which of the others it has.
        if (!found && link != batch.firstNumber - 1)
            return Error{ErrorKind::Forked, "The list of changes to send has a gap."};
        batch.previous = bytes16(found ? statement.blob(0) : std::string_view(chain)).value_or(Bytes16{});
    }
    return batch;
}

} // namespace satchel
