// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Pusher.h"

#include "core/base/Planted.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Recovery.h"
#include "sync/server/Settlement.h"

#include <algorithm>

namespace satchel::server {

namespace {

Error otherHistory()
{
    return {ErrorKind::OtherHistory, "The server's data has been replaced since this laptop last synced. Your changes "
                                     "are safe on this laptop; sync again."};
}

} // namespace

bool Pusher::isWithdrawn(std::int64_t number) const
{
    return std::find(m_request.withdrawn.begin(), m_request.withdrawn.end(), number) != m_request.withdrawn.end();
}

bool Pusher::mustWait(const Bytes& body) const
{
    return m_request.schemaVersion > schema::version && !decodeChange(body).ok();
}

Status Pusher::checkHistory(const Ledger& ledger, const PushRequest& request)
{
    return request.history == ledger.clock().history ? Status(Ok{}) : Status(otherHistory());
}

Result<std::int64_t> Pusher::run()
{
    SATCHEL_TRY(m_intake.open());
    m_intake.assumeNoneWaits(!m_chain.waits);
    m_intake.assumeNoCopies(!m_chain.copies);
    m_intake.assumeNothingLost(!m_chain.lost);
    Bytes16 previous = m_request.previous;
    const std::int64_t begun = m_chain.lastNumber;
    for (std::size_t i = 0; i < m_request.changes.size(); ++i) {
        const Bytes& sent = m_request.changes[i];
        Bytes opened;
        bool anew = false;
        if (isBoxed(sent)) {
            SATCHEL_ASSIGN(opened, takeOutOfBox(sent, anew));
        }
        const Bytes& body = opened.empty() ? sent : opened;
        if (!mustWait(body)) {
            auto change = opened.empty() && i < m_known.size() ? std::move(m_known[i]) : decodeChange(body);
            SATCHEL_TRY(take(std::move(change), body, anew ? sent : body, previous));
            continue;
        }
        if (m_chain.lastNumber == begun)
            return Error{ErrorKind::TooNew, "The server is older than this program and cannot read one of your changes "
                                            "yet. It waits on this laptop, with those after it, until the server has "
                                            "been updated."};
        break; // what came before it is taken
    }
    SATCHEL_TRY(m_database.post("UPDATE incarnation SET last_number=$2, last_id=$3 WHERE id=$1",
                                {cell(m_request.incarnation), Cell(m_chain.lastNumber), cell(m_chain.lastId)}));
    return m_chain.lastNumber;
}

Result<Bytes> Pusher::takeOutOfBox(const Bytes& sent, bool& anew)
{
    const auto boxed = decodeBoxed(sent);
    if (!boxed.ok())
        return Bytes();
    SATCHEL_ASSIGN(const Bytes secret, boxSecret(m_database));
    auto body = openBox(secret, boxed->box);
    if (boxed->origin == Bytes16{}) {
        // Its place in the chain is that of what nobody can read any more: the laptop seals it anew.
        return body ? Result<Bytes>(std::move(*body)) : Result<Bytes>(incarnations::forked());
    }
    anew = true;
    auto change = body ? decodeChange(*body) : Result<Change>(Error{});
    if (!change.ok())
        return Bytes();
    change->number = boxed->number;
    change->origin = boxed->origin;
    return encodeChange(*change);
}

// `previous` walks along the chain as the laptop has it; a change the server already answered is only compared.
Status Pusher::take(Result<Change> change, const Bytes& body, const Bytes& sealedAs, Bytes16& previous)
{
    const std::int64_t number = change.ok() ? change->number : m_chain.lastNumber + 1;
    const Bytes16 id = chainId(m_chain.secret, number, previous, sealedAs);
    if (number <= m_chain.lastNumber) {
        SATCHEL_ASSIGN(const auto known,
                       m_database.query("SELECT chain FROM outcome WHERE incarnation=$1 AND number=$2",
                                        {cell(m_request.incarnation), Cell(number)}));
        if (known.empty() || bytesOf(known[0][0]) != view(id))
            return incarnations::forked();
        previous = id;
        return Ok{};
    }
    if (number > m_chain.lastNumber + 1)
        return otherHistory(); // the server has lost what it had acknowledged
    if (previous != m_chain.lastId)
        return incarnations::forked();
    const Sealed sealed{m_request.incarnation, number, id, body, m_now, std::move(change)};
    if (planted("lost ack") && number % 4 == 0) {
        m_chain.lastNumber = number;
        m_chain.lastId = id;
        previous = id;
        return Ok{};
    }
    SATCHEL_TRY(m_error               ? m_intake.setAside(sealed, *m_error)
                : isWithdrawn(number) ? m_intake.withdraw(sealed)
                                      : m_intake.take(sealed, Intake::Waiver::None));
    for (const Id& decided : m_intake.takeDecided())
        SATCHEL_TRY(Settlement(m_database, m_ledger, m_environment, m_now).follow(decided));
    m_chain.lastNumber = number;
    m_chain.lastId = id;
    previous = id;
    return Ok{};
}

} // namespace satchel::server
