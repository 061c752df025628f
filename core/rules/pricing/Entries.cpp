// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Entries.h"

#include "core/rules/pricing/Days.h"

#include <algorithm>
#include <tuple>

namespace satchel::pricing {

namespace {

bool isNewer(const Revision& a, const Revision* b)
{
    return b == nullptr || a.number > b->number || (a.number == b->number && a.id < b->id);
}

// Of entries from the same quantity on, the one that began last comes first.
bool hasPrecedence(const Entry* a, const Entry* b)
{
    return std::tie(a->minQuantity, b->validFrom, a->id) < std::tie(b->minQuantity, a->validFrom, b->id);
}

} // namespace

Id revisionOn(const List& list, const std::string& date, const std::vector<Id>& pins)
{
    const Revision* pinned = nullptr;
    const Revision* newest = nullptr;
    for (const Revision& revision : list.revisions) {
        if (std::find(pins.begin(), pins.end(), revision.id) != pins.end() && isNewer(revision, pinned))
            pinned = &revision;
        if (revision.published && revision.effectiveFrom <= date && isNewer(revision, newest))
            newest = &revision;
    }
    const Revision* counts = pinned != nullptr ? pinned : newest;
    return counts == nullptr ? Id{} : counts->id;
}

Id revisionOn(const List& list, const std::string& date)
{
    return revisionOn(list, date, {});
}

std::vector<Id> lineOfDescent(const List& list, const Id& revision)
{
    std::vector<Id> descent;
    Id next = revision;
    while (!next.isNull() && std::find(descent.begin(), descent.end(), next) == descent.end()) {
        const auto found = std::find_if(list.revisions.begin(), list.revisions.end(),
                                        [&](const Revision& candidate) { return candidate.id == next; });
        if (found == list.revisions.end())
            break;
        descent.push_back(next);
        next = found->follows;
    }
    descent.push_back(Id{});
    return descent;
}

ProductEntries entriesOf(const List& list, const std::vector<Id>& descent, const Id& product, const std::string& date)
{
    ProductEntries said;
    const auto found = list.entries.find(product);
    if (found == list.entries.end())
        return said;
    const std::vector<Entry>& all = found->second;
    const auto speaks = [&](const Id& revision) {
        return std::any_of(all.begin(), all.end(), [&](const Entry& entry) { return entry.revision == revision; });
    };
    const auto speaker = std::find_if(descent.begin(), descent.end(), speaks);
    if (speaker == descent.end())
        return said;
    for (const Entry& entry : all) {
        if (entry.revision != *speaker)
            continue;
        said.removed = said.removed || entry.kind == Entry::Kind::Removed;
        if (isWithin(entry.validFrom, entry.validTo, date))
            said.entries.push_back(&entry);
    }
    std::sort(said.entries.begin(), said.entries.end(), hasPrecedence);
    const auto same = [](const Entry* a, const Entry* b) { return a->minQuantity == b->minQuantity; };
    said.entries.erase(std::unique(said.entries.begin(), said.entries.end(), same), said.entries.end());
    return said;
}

} // namespace satchel::pricing
