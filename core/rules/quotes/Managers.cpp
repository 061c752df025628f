// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/SnapshotReader.h"
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/Limits.h"

#include <algorithm>
#include <tuple>

namespace satchel::quotes {

namespace {

struct Candidate {
    Person person;
    std::size_t distance = 0; ///< from the account's node upwards
    Decimal authority;
};

// The sales managers above an account, nearest node first, of one node the one with most authority, and then the
// administrators; the smaller id decides what else would be left to chance.
Result<std::vector<Candidate>> candidates(const Id& account, RecordSource& records)
{
    SATCHEL_ASSIGN(const auto customer, pricing::SnapshotReader(records).customer(account));
    SATCHEL_ASSIGN(const Limits limits, Limits::read(records));
    SATCHEL_ASSIGN(const auto users, records.where(schema::entity("user"), {}));
    const auto& nodes = customer.territories;
    std::vector<Candidate> found;
    for (const Record& user : users) {
        const auto person = personIn(user);
        if (!person || (person->role != Role::SalesManager && person->role != Role::Administrator))
            continue;
        std::size_t distance = person->role == Role::Administrator ? nodes.size() : nodes.size() + 1;
        for (const Id& node : person->role == Role::SalesManager ? person->territories : std::vector<Id>())
            if (const auto at = std::find(nodes.begin(), nodes.end(), node); at != nodes.end())
                distance = std::min(distance, static_cast<std::size_t>(at - nodes.begin()));
        if (distance <= nodes.size())
            found.push_back({*person, distance, limits.of(person->id, person->role, {})});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.distance, b.authority, a.person.id) < std::tie(b.distance, a.authority, b.person.id);
    });
    return found;
}

} // namespace

Result<Id> approverFor(const pricing::Document& document, const Id& author, RecordSource& records)
{
    SATCHEL_ASSIGN(const auto all, candidates(document.account, records));
    for (const Candidate& candidate : all) {
        if (candidate.person.id == author)
            continue;
        SATCHEL_ASSIGN(const auto beyond, excesses(document, candidate.person.id, candidate.person.role, records));
        if (beyond.empty())
            return candidate.person.id;
    }
    return Id();
}

Result<Id> managerFor(const Id& account, const Id& author, RecordSource& records)
{
    SATCHEL_ASSIGN(const auto all, candidates(account, records));
    for (const Candidate& candidate : all)
        if (candidate.person.id != author)
            return candidate.person.id;
    return Id();
}

} // namespace satchel::quotes
