// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceRevisions.h"

#include "core/rules/pricing/Entries.h"

#include <algorithm>

namespace satchel::sales {

namespace {

pricing::List revisionsOf(const PriceListRecords& list)
{
    pricing::List made{.id = list.list.id};
    for (const Record& each : list.revisions)
        made.revisions.push_back({.id = each.id,
                                  .number = each.value("number").integer(),
                                  .published = each.value("status").text() == "published",
                                  .effectiveFrom = each.value("effective_from").text(),
                                  .follows = each.value("follows").id()});
    return made;
}

RevisionState stateOf(const pricing::Revision& revision, const pricing::List& list, const std::string& date,
                      const Id& current, const std::vector<Id>& descent)
{
    if (revision.id == current)
        return RevisionState::Current;
    if (revision.effectiveFrom > date) {
        const bool overtaken = std::any_of(list.revisions.begin(), list.revisions.end(), [&](const auto& other) {
            return other.published && other.number > revision.number && other.effectiveFrom <= revision.effectiveFrom;
        });
        return overtaken ? RevisionState::Overtaken : RevisionState::Coming;
    }
    const bool counts = std::find(descent.begin(), descent.end(), revision.id) != descent.end();
    return counts ? RevisionState::Earlier : RevisionState::RolledBack;
}

} // namespace

Id revisionOn(const PriceListRecords& list, const std::string& date)
{
    return pricing::revisionOn(revisionsOf(list), date, {});
}

std::vector<Id> lineOfDescent(const PriceListRecords& list, const Id& revision)
{
    return pricing::lineOfDescent(revisionsOf(list), revision);
}

std::vector<RevisionState> statesOn(const PriceListRecords& list, const std::string& date)
{
    const pricing::List plain = revisionsOf(list);
    const Id current = pricing::revisionOn(plain, date, {});
    const auto descent = pricing::lineOfDescent(plain, current);
    std::vector<RevisionState> states;
    for (std::size_t i = 0; i < plain.revisions.size(); ++i) {
        const std::string& status = list.revisions[i].value("status").text();
        states.push_back(status == "withdrawn"           ? RevisionState::Withdrawn
                         : !plain.revisions[i].published ? RevisionState::Draft
                                                         : stateOf(plain.revisions[i], plain, date, current, descent));
    }
    return states;
}

} // namespace satchel::sales
