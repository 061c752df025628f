// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Outbox.h"

namespace satchel {

Result<std::int64_t> Outbox::firstWaiting()
{
    return m_replica.connection().integer("SELECT min(number) FROM outbox WHERE answered IS NULL");
}

Result<Outbox::Batch> Outbox::next(std::int64_t fromNumber, std::size_t maxBytes)
{
    sqlite::Connection& connection = m_replica.connection();
    Batch batch;
    {
        SATCHEL_ASSIGN(auto statement,
                       connection.prepare("SELECT number, body FROM outbox WHERE number>=?1 AND answered IS NULL "
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
        }
    }
    if (batch.firstNumber > 1) {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT chain FROM outbox WHERE number=?1"));
        statement.bind(1, batch.firstNumber - 1);
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Error{ErrorKind::Corrupt, "The list of changes to send has a gap."};
        batch.previous = bytes16(statement.blob(0)).value_or(Bytes16{});
    }
    return batch;
}

} // namespace satchel
