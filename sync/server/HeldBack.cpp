// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HeldBack.h"

#include "core/model/Rule.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Alerts.h"
#include "sync/server/Revival.h"
#include "sync/server/Write.h"

namespace satchel::server {

template <typename Work>
Status HeldBack::inLedger(const Work& work)
{
    return write(m_database, [&]() -> Status {
        if (m_alongside)
            SATCHEL_TRY(m_alongside());
        Ledger ledger(m_database);
        SATCHEL_TRY(ledger.open());
        SATCHEL_TRY(work(ledger));
        return ledger.close(m_environment.now(), m_environment.random(16));
    });
}

Result<std::vector<BlownFuse>> HeldBack::fuses()
{
    Ledger reading(m_database);
    return Fuse(m_database, reading, m_environment).list();
}

Result<BlownFuse> HeldBack::blown(Fuse& fuses, const Id& id)
{
    SATCHEL_ASSIGN(auto fuse, fuses.find(id));
    if (fuse.state != "blown")
        return Error{ErrorKind::Conflict, "This fuse has been " + fuse.state + " already."};
    return fuse;
}

Status HeldBack::release(const Id& id)
{
    const Carefully carefully(m_database);
    return inLedger([&](Ledger& ledger) -> Status {
        Fuse fuses(m_database, ledger, m_environment);
        SATCHEL_ASSIGN(BlownFuse fuse, blown(fuses, id));
        Settlement settlement(m_database, ledger, m_environment, m_environment.now());
        for (BlownFuse::Waiting& each : fuse.changes) {
            SATCHEL_ASSIGN(const auto outcome, settlement.take(each.incarnation, each.number, Intake::Waiver::Fuse));
            each.seq = outcome ? outcome->seq : 0;
        }
        return fuses.setState(fuse, "released", m_environment.now());
    });
}

Status HeldBack::refuse(const Id& id)
{
    const Carefully carefully(m_database);
    return inLedger([&](Ledger& ledger) -> Status {
        Fuse fuses(m_database, ledger, m_environment);
        SATCHEL_ASSIGN(const BlownFuse fuse, blown(fuses, id));
        Settlement settlement(m_database, ledger, m_environment, m_environment.now());
        for (const BlownFuse::Waiting& each : fuse.changes)
            SATCHEL_TRY(settlement.refuse(each.incarnation, each.number, "forbidden",
                                          "An administrator has refused these deletions."));
        return fuses.setState(fuse, "refused", m_environment.now());
    });
}

Result<std::int64_t> HeldBack::undo(const Id& id)
{
    std::int64_t restored = 0;
    SATCHEL_TRY(inLedger([&](Ledger& ledger) -> Status {
        Fuse fuses(m_database, ledger, m_environment);
        SATCHEL_ASSIGN(const BlownFuse fuse, fuses.find(id));
        const Milliseconds now = m_environment.now();
        if (fuse.state != "released")
            return Error{ErrorKind::Conflict, "Only what a released fuse has deleted can be brought back."};
        if (now - fuse.ended > Fuse::reversibleFor)
            return Error{ErrorKind::Conflict, "These deletions are more than 30 days old and can no longer be undone."};
        Revival revival(m_database, ledger);
        for (const BlownFuse::Waiting& each : fuse.changes) {
            SATCHEL_ASSIGN(const auto rows, revival.deletedBy(each.seq));
            SATCHEL_TRY(ledger.beginChange());
            const Stamp stamp{
                .rev = ledger.seq(), .at = now, .user = fuse.user, .deviceName = "satchel-server", .change = {}};
            SATCHEL_TRY(revival.undo(each.seq, stamp, rule::restored));
            SATCHEL_TRY(ledger.finishChange());
            restored += static_cast<std::int64_t>(rows.size());
        }
        return fuses.setState(fuse, "undone", now);
    }));
    return restored;
}

Result<std::vector<HeldBack::Quarantined>> HeldBack::quarantined()
{
    std::vector<Quarantined> all;
    SATCHEL_TRY(m_database.each(
        "SELECT q.incarnation, q.number, coalesce(f_login, ''), coalesce(device.name, ''), q.at, q.attempts, q.error, "
        "o.body FROM quarantine q JOIN outcome o ON o.incarnation=q.incarnation AND o.number=q.number "
        "LEFT JOIN incarnation i ON i.id=q.incarnation LEFT JOIN device ON device.id=i.device_id "
        "LEFT JOIN e_user ON e_user.id=device.user_id WHERE q.closed IS NULL ORDER BY q.at, q.incarnation, q.number",
        {}, [&](const Row& row) -> Status {
            Quarantined each{.incarnation = idOf(row[0]),
                             .number = integerOf(row[1]),
                             .login = textOf(row[2]),
                             .device = textOf(row[3]),
                             .at = integerOf(row[4]),
                             .attempts = integerOf(row[5]),
                             .error = textOf(row[6]),
                             .rows = {}};
            if (const auto change = decodeChange(bytesOf(row[7])); change.ok())
                for (const Operation& operation : change->operations)
                    each.rows +=
                        (each.rows.empty() ? "" : ", ") + operation.entity->name + " " + operation.id.toString();
            all.push_back(std::move(each));
            return Ok{};
        }));
    return all;
}

Status HeldBack::retry(const Id& incarnation, std::int64_t number)
{
    std::string failed;
    const std::vector<Cell> which = {cell(incarnation), Cell(number)};
    const Carefully carefully(m_database);
    const Status done = inLedger([&](Ledger& ledger) -> Status {
        SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT 1 FROM quarantine WHERE incarnation=$1 AND number=$2 "
                                                         "AND closed IS NULL",
                                                         which));
        if (rows.empty())
            return Error{ErrorKind::NotFound,
                         "There is no such change in quarantine. See: satchel-server quarantine list."};
        Settlement settlement(m_database, ledger, m_environment, m_environment.now());
        SATCHEL_ASSIGN(const auto outcome, settlement.take(incarnation, number, Intake::Waiver::None));
        if (outcome && outcome->code == waitsFor::fault) {
            // Still: back to where it was, with one more attempt on its account.
            SATCHEL_ASSIGN(const auto waiting, Deferrals(m_database).find(incarnation, number));
            SATCHEL_TRY(settlement.refuse(incarnation, number, "quarantined", "The server could not carry this out."));
            SATCHEL_TRY(m_database.query("UPDATE quarantine SET attempts=attempts+1 WHERE incarnation=$1 AND number=$2",
                                         which));
            failed = waiting ? waiting->error : std::string();
            return Ok{};
        }
        SATCHEL_TRY(m_database.query("UPDATE quarantine SET closed=$3 WHERE incarnation=$1 AND number=$2",
                                     {which[0], which[1], Cell(m_environment.now())}));
        return alerts::closeAbout(m_database, "quarantine", Bytes(incarnation.view()) + ":" + std::to_string(number),
                                  m_environment.now());
    });
    if (done.ok() && !failed.empty())
        return Error{ErrorKind::Internal, "The server failed with it again: " + failed};
    return done;
}

} // namespace satchel::server
