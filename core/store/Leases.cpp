// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Leases.h"

#include "core/base/Files.h"
#include "core/rules/Access.h"

#include <algorithm>

namespace satchel {

namespace {

// Papers get their numbers on the road, so sellers have some from the first sync on.
std::vector<std::string> seriesOf(Role role)
{
    std::vector<std::string> series;
    for (const char* name : {"quote", "order"})
        if (mayCreate(role, schema::entity(name)))
            series.emplace_back(name);
    return series;
}

} // namespace

std::string LeasedNumber::text() const
{
    if (isDraft())
        return "draft";
    std::string digits = std::to_string(number);
    return digits.size() < 6 ? std::string(6 - digits.size(), '0') + digits : digits;
}

Leases::Leases(Replica& replica, Bytes machine) : m_replica(replica), m_machine(std::move(machine)) {}

Bytes Leases::thisMachine()
{
    for (const char* file : {"/etc/machine-id", "/var/lib/dbus/machine-id"})
        if (const auto text = readFile(file); text.ok() && !text->empty())
            return Bytes(view(blake2b128("satchel leases", *text)));
    return Bytes(16, '\0');
}

Bytes Leases::holder(const ReplicaIdentity& identity) const
{
    return Bytes(identity.incarnation.view()) + m_machine + Bytes(identity.history.view());
}

Result<std::vector<Leases::Lease>> Leases::read()
{
    std::vector<Lease> leases;
    SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare(
                                       "SELECT series, first, last, next, spare_first, spare_last, holder, file "
                                       "FROM lease ORDER BY series"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return leases;
        leases.push_back({.series = std::string(statement.text(0)),
                          .first = statement.integer(1),
                          .last = statement.integer(2),
                          .next = statement.integer(3),
                          .spareFirst = statement.integer(4),
                          .spareLast = statement.integer(5),
                          .holder = Bytes(statement.blob(6)),
                          .file = Bytes(statement.blob(7))});
    }
}

namespace {

// What the file says: one series a line.
template <typename List>
std::string linesOf(const List& leases)
{
    std::string text;
    for (const auto& lease : leases)
        text += toHex(lease.series) + " " + std::to_string(lease.first) + " " + std::to_string(lease.last) + " " +
                std::to_string(lease.next) + " " + std::to_string(lease.spareFirst) + " " +
                std::to_string(lease.spareLast) + " " + toHex(lease.holder) + "\n";
    return text;
}

} // namespace

bool Leases::agrees(const std::vector<Lease>& leases) const
{
    const auto text = readFile(path());
    const Bytes file = fileIdentity(path());
    return text.ok() && *text == linesOf(leases) &&
           std::all_of(leases.begin(), leases.end(), [&](const Lease& lease) { return lease.file == file; });
}

// The file first: a number may be lost by what happens in between, but never be given twice.
Status Leases::write(std::vector<Lease> leases)
{
    SATCHEL_TRY(writeFile(path(), linesOf(leases)));
    const Bytes file = fileIdentity(path());
    for (Lease& lease : leases) {
        lease.file = file;
        SATCHEL_ASSIGN(auto insert,
                       m_replica.connection().prepare(
                           "INSERT OR REPLACE INTO lease(series, first, last, next, spare_first, spare_last, "
                           "holder, file) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
        insert.bindText(1, lease.series).bind(2, lease.first).bind(3, lease.last).bind(4, lease.next);
        insert.bind(5, lease.spareFirst).bind(6, lease.spareLast).bindBlob(7, lease.holder).bindBlob(8, lease.file);
        SATCHEL_TRY(insert.run());
    }
    return Ok{};
}

Leases::Lease& Leases::leaseOf(const std::string& series, std::vector<Lease>& leases, const ReplicaIdentity& identity)
{
    auto found = std::lower_bound(leases.begin(), leases.end(), series,
                                  [](const Lease& each, const std::string& name) { return each.series < name; });
    if (found == leases.end() || found->series != series)
        found = leases.insert(found, {.series = series, .holder = holder(identity), .file = {}});
    return *found;
}

Result<LeasedNumber> Leases::next(const std::string& series)
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    if (!identity)
        return LeasedNumber{};
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica.connection()));
    SATCHEL_ASSIGN(auto leases, read());
    const bool sound = leases.empty() || agrees(leases);
    for (Lease& each : leases)
        if (!sound || each.holder != holder(*identity))
            each = {.series = each.series, .holder = holder(*identity), .file = {}}; // void
    Lease& lease = leaseOf(series, leases, *identity);
    if ((lease.next == 0 || lease.next > lease.last) && lease.spareFirst != 0) {
        lease.first = lease.next = std::exchange(lease.spareFirst, 0);
        lease.last = std::exchange(lease.spareLast, 0);
    }
    LeasedNumber number;
    if (lease.next != 0 && lease.next <= lease.last)
        number.number = lease.next++;
    SATCHEL_TRY(write(std::move(leases)));
    SATCHEL_TRY(transaction.commit());
    return number;
}

Result<std::vector<LeaseRequest>> Leases::wanted()
{
    std::vector<LeaseRequest> requests;
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    SATCHEL_ASSIGN(auto leases, read());
    if (!identity)
        return requests;
    const bool sound = agrees(leases);
    for (const std::string& series : seriesOf(identity->role))
        leaseOf(series, leases, *identity);
    for (const Lease& lease : leases) {
        const bool mine = sound && lease.holder == holder(*identity);
        const std::int64_t left = lease.next == 0 ? 0 : lease.last + 1 - lease.next;
        if (mine && (lease.spareFirst != 0 || left * 3 >= size))
            continue;
        requests.push_back({.history = identity->history,
                            .incarnation = identity->incarnation,
                            .machine = m_machine,
                            .series = lease.series,
                            .count = size,
                            .highest = std::max(lease.last, lease.spareLast)});
    }
    return requests;
}

Status Leases::put(const LeaseRequest& request, const LeaseReply& reply)
{
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica.connection()));
    SATCHEL_ASSIGN(auto leases, read());
    if (!identity || identity->incarnation != request.incarnation || reply.first < 1 || reply.last < reply.first)
        return Ok{}; // leased to what this replica is no more: void
    const bool sound = agrees(leases);
    for (Lease& each : leases)
        if (!sound || each.holder != holder(*identity))
            each = {.series = each.series, .holder = holder(*identity), .file = {}};
    Lease& lease = leaseOf(request.series, leases, *identity);
    if (lease.next == 0 || lease.next > lease.last) {
        lease.first = lease.next = reply.first;
        lease.last = reply.last;
    } else {
        lease.spareFirst = reply.first;
        lease.spareLast = reply.last;
    }
    SATCHEL_TRY(write(std::move(leases)));
    return transaction.commit();
}

} // namespace satchel
