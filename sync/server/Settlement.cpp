// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Settlement.h"

#include "sync/protocol/Codec.h"

namespace satchel::server {

namespace {

constexpr const char* shutOut = "Its author may no longer use Satchel.";

} // namespace

Result<std::optional<Caller>> Settlement::authorOf(const Id& incarnation)
{
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT e_user.id, f_login, f_role, device.id, device.name FROM incarnation "
                         "JOIN device ON device.id=incarnation.device_id JOIN e_user ON e_user.id=device.user_id "
                         "WHERE incarnation.id=$1 AND deleted=0 AND COALESCE(f_active, 1)<>0",
                         {cell(incarnation)}));
    const auto role = rows.empty() ? std::nullopt : roleNamed(textOf(rows[0][2]));
    if (!role)
        return std::optional<Caller>();
    return std::optional(
        Caller{idOf(rows[0][0]), textOf(rows[0][1]), *role, idOf(rows[0][3]), textOf(rows[0][4]), incarnation});
}

Result<std::optional<Sealed>> Settlement::sealed(const Id& incarnation, std::int64_t number)
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT o.chain, o.body, d.since FROM outcome o LEFT JOIN deferred d "
                                    "ON d.incarnation=o.incarnation AND d.number=o.number "
                                    "WHERE o.incarnation=$1 AND o.number=$2",
                                    {cell(incarnation), Cell(number)}));
    if (rows.empty())
        return std::optional<Sealed>();
    const std::int64_t since = integerOf(rows[0][2]);
    return std::optional(Sealed{.incarnation = incarnation,
                                .number = number,
                                .chain = bytes16(bytesOf(rows[0][0])).value_or(Bytes16{}),
                                .body = bytesOf(rows[0][1]),
                                .received = since == 0 ? m_now : since,
                                .change = decodeChange(bytesOf(rows[0][1]))});
}

Result<std::optional<Outcome>> Settlement::take(const Id& incarnation, std::int64_t number, Intake::Waiver waiver)
{
    SATCHEL_ASSIGN(auto outcome, takeAlone(incarnation, number, waiver));
    if (outcome && outcome->status != OutcomeStatus::Deferred)
        SATCHEL_TRY(follow(incarnation));
    return outcome;
}

Result<std::optional<Outcome>> Settlement::takeAlone(const Id& incarnation, std::int64_t number, Intake::Waiver waiver)
{
    SATCHEL_ASSIGN(const auto change, sealed(incarnation, number));
    if (!change)
        return std::optional<Outcome>();
    SATCHEL_ASSIGN(const auto author, authorOf(incarnation));
    Intake intake(m_database, m_ledger, m_environment, author.value_or(Caller{}), m_now, Intake::Faults::SetAside);
    SATCHEL_TRY(intake.open());
    SATCHEL_ASSIGN(auto outcome, author ? intake.take(*change, waiver) : intake.refuse(*change, "forbidden", shutOut));
    for (const Id& decided : intake.takeDecided())
        if (decided != incarnation)
            SATCHEL_TRY(follow(decided));
    return std::optional(std::move(outcome));
}

Status Settlement::refuse(const Id& incarnation, std::int64_t number, const std::string& code, const std::string& text)
{
    SATCHEL_ASSIGN(const auto change, sealed(incarnation, number));
    if (!change)
        return Ok{};
    SATCHEL_ASSIGN(const auto author, authorOf(incarnation));
    Intake intake(m_database, m_ledger, m_environment, author.value_or(Caller{}), m_now, Intake::Faults::SetAside);
    SATCHEL_TRY(intake.open());
    SATCHEL_TRY(intake.refuse(*change, code, text));
    return follow(incarnation);
}

// In the order of the laptop, so that one pass finds whatever has become free on the way.
Status Settlement::follow(const Id& incarnation)
{
    Deferrals deferrals(m_database);
    SATCHEL_ASSIGN(const auto waiting, deferrals.of(incarnation));
    for (const Deferred& each : waiting) {
        if (each.reason != waitsFor::change)
            continue;
        SATCHEL_ASSIGN(const auto change, sealed(incarnation, each.number));
        const auto read = change ? decodeChange(change->body) : Result<Change>(Error{});
        if (!read.ok())
            continue;
        // The last part of a larger action is not behind its own others.
        SATCHEL_ASSIGN(const bool behind,
                       deferrals.isBehind(incarnation, each.number - read->bulk.part, OnePart(*read)));
        if (!behind)
            SATCHEL_TRY(takeAlone(incarnation, each.number, Intake::Waiver::None));
    }
    return Ok{};
}

Result<std::vector<std::int64_t>> Settlement::faults(const Id& incarnation)
{
    SATCHEL_ASSIGN(const auto waiting, Deferrals(m_database).of(incarnation));
    std::vector<std::int64_t> numbers;
    for (const Deferred& each : waiting)
        if (each.reason == waitsFor::fault)
            numbers.push_back(each.number);
    return numbers;
}

Status Settlement::setAside(const Id& incarnation, std::int64_t number, const Error& error)
{
    SATCHEL_ASSIGN(const auto change, sealed(incarnation, number));
    SATCHEL_ASSIGN(const auto author, authorOf(incarnation));
    if (!change || !author)
        return Ok{};
    Intake intake(m_database, m_ledger, m_environment, *author, m_now, Intake::Faults::SetAside);
    SATCHEL_TRY(intake.open());
    SATCHEL_TRY(intake.setAside(*change, error));
    return follow(incarnation);
}

} // namespace satchel::server
