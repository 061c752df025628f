// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Intake.h"

#include "core/base/Planted.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Alerts.h"
#include "sync/server/LostPast.h"

#include <algorithm>

namespace satchel::server {

namespace {

Bytes subjectOf(const Sealed& sealed)
{
    return Bytes(sealed.incarnation.view()) + ":" + std::to_string(sealed.number);
}

// Of an action that came as several changes.
bool isEarlyPart(const Change& change)
{
    return !change.bulk.bulk.isNull() && change.bulk.part + 1 < change.bulk.parts;
}

bool isLastPart(const Change& change)
{
    return !change.bulk.bulk.isNull() && change.bulk.part + 1 >= change.bulk.parts;
}

bool writesAnything(const Outcome& outcome)
{
    return outcome.status == OutcomeStatus::Applied || outcome.status == OutcomeStatus::Merged;
}

// What becomes of a change that another copy of the laptop has sent.
Outcome twinOf(const Change& change, const Id& incarnation, std::int64_t seq)
{
    Outcome outcome{
        .incarnation = incarnation, .number = change.number, .status = OutcomeStatus::NoOp, .seq = seq, .code = "twin"};
    for (const Operation& operation : change.operations)
        outcome.untouched.push_back({operation.entity->number, operation.id});
    return outcome;
}

} // namespace

bool concernsEverybody(const Error& error)
{
    return error.kind != ErrorKind::Internal && error.kind != ErrorKind::Corrupt && error.kind != ErrorKind::Invalid;
}

Intake::Intake(Database& database, Ledger& ledger, Environment& environment, const Caller& caller, Milliseconds now,
               Faults faults)
    : m_database(database),
      m_ledger(ledger),
      m_environment(environment),
      m_caller(caller),
      m_now(now),
      m_faults(faults),
      m_applier(database, ledger, environment, caller, now),
      m_deferrals(database),
      m_fuse(database, ledger, environment)
{}

Status Intake::storeOrigin(const Sealed& sealed, const Bytes16& origin)
{
    SATCHEL_TRY(m_database.query("UPDATE outcome SET origin=$3 WHERE incarnation=$1 AND number=$2",
                                 {cell(sealed.incarnation), Cell(sealed.number), cell(origin)}));
    return Ok{};
}

// Copies of one replica have each sealed it anew, or one of them still has it as it was: the first that came is the one
// that counts. What was taken back does not (unless this one is, too), and part of a larger action only counts with all
// of it.
Result<bool> Intake::isTwin(const Change& change, const Sealed& sealed, bool withdrawing)
{
    const bool anew = change.origin != Bytes16{};
    if (!anew && m_noCopies)
        return false;
    const Bytes16& first = anew ? change.origin : sealed.chain;
    SATCHEL_ASSIGN(
        const auto known,
        m_database.query(std::string("SELECT answer FROM outcome WHERE ") +
                             (anew ? "(origin=$2 OR chain=$2)" : "origin=$2") +
                             " AND NOT (incarnation=$3 AND number=$4) AND incarnation IN (SELECT id FROM "
                             "incarnation WHERE device_id=$1)",
                         {cell(m_caller.device), cell(first), cell(sealed.incarnation), Cell(sealed.number)}));
    for (const Row& row : known) {
        SATCHEL_ASSIGN(const Outcome outcome, decodeOutcome(bytesOf(row.front())));
        const bool waits = outcome.status == OutcomeStatus::Deferred && outcome.code == waitsFor::bulk;
        if (!waits && (withdrawing || outcome.status != OutcomeStatus::Withdrawn))
            return true;
    }
    return false;
}

Result<Outcome> Intake::takeTwin(const Change& change, const Sealed& sealed)
{
    SATCHEL_TRY(m_ledger.beginChange());
    SATCHEL_TRY(m_ledger.finishChange());
    return twinOf(change, sealed.incarnation, m_ledger.seq());
}

Status Intake::store(const Sealed& sealed, const Outcome& outcome)
{
    if (outcome.status != OutcomeStatus::Deferred && !m_noneWaits)
        SATCHEL_TRY(m_deferrals.remove(sealed.incarnation, sealed.number));
    SATCHEL_TRY(m_database.post(
        "INSERT INTO outcome(incarnation, number, seq, chain, body, answer) VALUES($1, $2, $3, $4, $5, $6) "
        "ON CONFLICT(incarnation, number) DO UPDATE SET seq=excluded.seq, answer=excluded.answer",
        {cell(sealed.incarnation), Cell(sealed.number), Cell(outcome.seq), cell(sealed.chain), Blob{sealed.body},
         Blob{encodeOutcome(outcome)}}));
    return Ok{};
}

Result<Outcome> Intake::defer(const Change& change, const Sealed& sealed, Deferred why, const std::string& text)
{
    SATCHEL_TRY(m_ledger.beginChange());
    why.incarnation = sealed.incarnation;
    why.number = sealed.number;
    why.since = sealed.received;
    m_noneWaits = false;
    SATCHEL_TRY(m_deferrals.put(why, change));
    SATCHEL_TRY(m_ledger.finishChange());
    return Outcome{.incarnation = sealed.incarnation,
                   .number = sealed.number,
                   .status = OutcomeStatus::Deferred,
                   .seq = m_ledger.seq(),
                   .code = why.reason,
                   .text = text};
}

Result<Outcome> Intake::judgeOne(Change change, const Sealed& sealed, Waiver waiver)
{
    if (!m_nothingLost)
        SATCHEL_TRY(lostPast::translate(m_database, sealed.incarnation, change));
    return judge(change, OnePart(change), sealed, waiver);
}

Result<Outcome> Intake::judge(const Change& change, const Parts& parts, const Sealed& sealed, Waiver waiver)
{
    SATCHEL_ASSIGN(const bool behind,
                   m_noneWaits ? Result<bool>(false) : m_deferrals.isBehind(sealed.incarnation, change.number, parts));
    if (behind)
        return defer(change, sealed, {.reason = waitsFor::change},
                     "It waits for an earlier change of yours to the same records.");
    SATCHEL_ASSIGN(const auto deletes, m_fuse.count(parts));
    SATCHEL_ASSIGN(const bool blown, deletes.empty() || waiver == Waiver::Fuse
                                         ? Result<bool>(false)
                                         : m_fuse.blows(m_caller.user, deletes, m_now));
    if (blown) {
        SATCHEL_TRY(m_fuse.remember(m_caller.user, deletes, m_now));
        SATCHEL_ASSIGN(const Id fuse, m_fuse.hold(m_caller, sealed.incarnation, sealed.number, deletes, m_now));
        return defer(change, sealed, {.reason = waitsFor::fuse, .subject = Bytes(fuse.view())},
                     "These are very many deletions; they wait for an administrator.");
    }
    auto outcome = m_applier.apply(change, parts, sealed.chain, sealed.incarnation, sealed.received);
    if (!outcome.ok()) {
        // The savepoint of the change is taken back; if that does not work either, the whole transaction failed.
        const bool others =
            m_faults == Faults::GiveUp || concernsEverybody(outcome.error()) || !m_ledger.abandonChange().ok();
        return others ? outcome : failed(change, parts, sealed, outcome.error());
    }
    m_noneWaits = m_noneWaits && outcome->status != OutcomeStatus::Deferred;
    if (outcome->status == OutcomeStatus::Deferred)
        SATCHEL_TRY(m_deferrals.put({.incarnation = sealed.incarnation,
                                     .number = sealed.number,
                                     .reason = outcome->code,
                                     .since = sealed.received},
                                    change));
    else if (!deletes.empty() && waiver == Waiver::None && outcome->status != OutcomeStatus::Rejected)
        SATCHEL_TRY(m_fuse.remember(m_caller.user, deletes, m_now));
    return outcome;
}

Result<Outcome> Intake::judgePart(const Change& change, const Sealed& sealed, Waiver waiver)
{
    if (planted("half a price list visible") && isEarlyPart(change))
        return judgeOne(change, sealed, waiver);
    if (isEarlyPart(change))
        return defer(change, sealed, {.reason = waitsFor::bulk, .subject = Bytes(change.bulk.bulk.view())},
                     "It waits for the rest of a large change.");
    SATCHEL_ASSIGN(const auto action,
                   LargeAction::gather(m_database, change, sealed.incarnation, m_caller.device, !m_nothingLost));
    if (!action)
        return m_applier.withdraw(sealed.number, sealed.incarnation); // some of it was taken back
    Change head = change;
    head.number = action->firstNumber();
    if (!m_nothingLost)
        SATCHEL_TRY(lostPast::translate(m_database, sealed.incarnation, head));
    SATCHEL_ASSIGN(Outcome outcome, judge(head, *action, sealed, waiver));
    outcome.number = sealed.number;
    return outcome;
}

Result<Outcome> Intake::withAll(const Change& change, const Sealed& sealed,
                                const std::function<Result<Outcome>(const Parts&)>& work)
{
    if (isLastPart(change)) {
        SATCHEL_ASSIGN(const auto action,
                       LargeAction::gather(m_database, change, sealed.incarnation, m_caller.device, !m_nothingLost));
        if (action)
            return work(*action);
    }
    return work(OnePart(change));
}

Status Intake::storeParts(const Change& last, const Sealed& sealed, const Outcome& outcome)
{
    SATCHEL_ASSIGN(const auto places, LargeAction::earlierParts(m_database, last, sealed.incarnation, m_caller.device));
    for (const LargeAction::Place& place : places) {
        Outcome part = outcome;
        if (place.isTwin) { // one that another copy of the laptop has sent, too, counts once
            SATCHEL_ASSIGN(const Change change, LargeAction::read(m_database, place));
            part = twinOf(change, {}, outcome.seq);
        } else if (writesAnything(outcome)) {
            SATCHEL_TRY(m_applier.tellPart(static_cast<std::size_t>(place.part), part));
        }
        part.incarnation = place.incarnation;
        part.number = place.number;
        SATCHEL_TRY(m_deferrals.remove(part.incarnation, part.number));
        SATCHEL_TRY(
            m_database.query("UPDATE outcome SET seq=$3, answer=$4 WHERE incarnation=$1 AND number=$2",
                             {cell(part.incarnation), Cell(part.number), Cell(part.seq), Blob{encodeOutcome(part)}}));
    }
    return Ok{};
}

Status Intake::conclude(const Change& change, const Sealed& sealed, const Outcome& outcome)
{
    if (isLastPart(change) && outcome.status != OutcomeStatus::Deferred)
        SATCHEL_TRY(storeParts(change, sealed, outcome));
    SATCHEL_TRY(store(sealed, outcome));
    return change.origin == Bytes16{} ? Status(Ok{}) : storeOrigin(sealed, change.origin);
}

Result<Outcome> Intake::failed(const Change& change, const Parts& parts, const Sealed& sealed, const Error& error)
{
    SATCHEL_ASSIGN(const auto before, m_deferrals.find(sealed.incarnation, sealed.number));
    const std::int64_t attempts = (before && before->reason == waitsFor::fault ? before->attempts : 0) + 1;
    if (attempts < mostAttempts)
        return defer(change, sealed,
                     {.reason = waitsFor::fault, .attempts = attempts, .error = error.message.substr(0, 2000)},
                     "The server failed with this change and will try it again.");
    SATCHEL_TRY(
        m_database.query("INSERT INTO quarantine(incarnation, number, at, attempts, error) VALUES($1, $2, $3, $4, "
                         "$5) ON CONFLICT(incarnation, number) DO UPDATE SET at=excluded.at, "
                         "attempts=quarantine.attempts+excluded.attempts, error=excluded.error, closed=NULL",
                         {cell(sealed.incarnation), Cell(sealed.number), Cell(m_now), Cell(attempts),
                          Cell(error.message.substr(0, 2000))}));
    SATCHEL_TRY(alerts::raise(m_database, m_environment, "quarantine", subjectOf(sealed),
                              "The server failed five times with a change of " + m_caller.login + " (" +
                                  m_caller.deviceName + "). It was put aside: see satchel-server quarantine."));
    return m_applier.refuse(change, parts, sealed.chain, sealed.incarnation, "quarantined",
                            "The server could not carry this out. The administrator has been told.");
}

Result<Outcome> Intake::take(const Sealed& sealed, Waiver waiver)
{
    const auto& change = sealed.change;
    if (change.ok()) {
        SATCHEL_ASSIGN(const bool twin, isTwin(*change, sealed));
        if (twin) {
            SATCHEL_ASSIGN(const Outcome outcome, takeTwin(*change, sealed));
            SATCHEL_TRY(store(sealed, outcome));
            return outcome;
        }
    }
    if (planted("double apply") && change.ok() && sealed.number % 4 == 0)
        SATCHEL_TRY(judgeOne(*change, sealed, waiver));
    if (!change.ok()) {
        SATCHEL_ASSIGN(const Outcome outcome,
                       m_applier.refuseUnreadable(sealed.number, sealed.incarnation, change.error().message));
        SATCHEL_TRY(store(sealed, outcome));
        return outcome;
    }
    SATCHEL_ASSIGN(const Outcome outcome,
                   change->bulk.bulk.isNull() ? judgeOne(*change, sealed, waiver) : judgePart(*change, sealed, waiver));
    SATCHEL_TRY(conclude(*change, sealed, outcome));
    return outcome;
}

Result<Outcome> Intake::setAside(const Sealed& sealed, const Error& error)
{
    const auto& change = sealed.change;
    if (!change.ok() || isEarlyPart(*change)) // nothing that one could fail with
        return take(sealed, Waiver::None);
    SATCHEL_ASSIGN(Outcome outcome,
                   withAll(*change, sealed, [&](const Parts& parts) { return failed(*change, parts, sealed, error); }));
    outcome.number = sealed.number;
    SATCHEL_TRY(conclude(*change, sealed, outcome));
    return outcome;
}

Result<Outcome> Intake::withdraw(const Sealed& sealed)
{
    const auto& change = sealed.change;
    bool twin = false;
    if (change.ok()) {
        SATCHEL_ASSIGN(twin, isTwin(*change, sealed, true));
    }
    SATCHEL_ASSIGN(const Outcome outcome,
                   twin ? takeTwin(*change, sealed) : m_applier.withdraw(sealed.number, sealed.incarnation));
    SATCHEL_TRY(change.ok() && !twin ? conclude(*change, sealed, outcome) : store(sealed, outcome));
    return outcome;
}

Result<Outcome> Intake::refuse(const Sealed& sealed, const std::string& code, const std::string& text)
{
    SATCHEL_TRY(sealed.change);
    const Change& change = *sealed.change;
    SATCHEL_ASSIGN(Outcome outcome, withAll(change, sealed, [&](const Parts& parts) {
                       return m_applier.refuse(change, parts, sealed.chain, sealed.incarnation, code, text);
                   }));
    outcome.number = sealed.number;
    SATCHEL_TRY(conclude(change, sealed, outcome));
    return outcome;
}

} // namespace satchel::server
