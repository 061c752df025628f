// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/GuardCase.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <set>

// Price lists with their revisions, bundles, deputies: what was published stands, and nothing refers to itself in a
// circle.

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;

bool isPublished(const Record& revision)
{
    const std::string& status = revision.value("status").text();
    return status == "published" || status == "withdrawn";
}

std::string listName(const std::optional<Record>& list)
{
    if (!list)
        return "this list";
    return list->value("code").isNull() ? list->label() : list->value("code").text();
}

// The one that is published now: its number, and what it follows.
Result<Verdict> publishing(GuardCase& look, const Record& revision)
{
    const Entity& entity = *revision.entity;
    const Value& list = revision.value("price_list");
    SATCHEL_ASSIGN(const auto all, look.now().where(entity, {{*entity.indexOf("price_list"), list}}));
    std::int64_t highest = 0;
    bool any = false;
    for (const Record& other : all) {
        if (other.id == revision.id || !isPublished(other))
            continue;
        any = true;
        highest = std::max(highest, other.value("number").integer());
    }
    SATCHEL_ASSIGN(const auto of, look.now().find(schema::entity("price_list"), list.id()));
    const std::int64_t number = revision.value("number").integer();
    if (any && number <= highest) {
        const std::string newest = "r" + std::to_string(highest);
        return Verdict(objection(look.author().onServer ? "Somebody else has published " + newest + " of " +
                                                              listName(of) + " meanwhile; compare and publish again."
                                                        : listName(of) + " has a revision " + newest +
                                                              "; the next one has a higher number.",
                                 "number"));
    }
    if (number < 1)
        return Verdict(objection("Revisions are numbered from 1.", "number"));
    if (revision.value("follows").isNull())
        return any ? Verdict(objection("A revision follows an earlier one of its list.", "follows")) : Verdict();
    const auto followed = std::find_if(all.begin(), all.end(),
                                       [&](const Record& other) { return other.id == revision.value("follows").id(); });
    if (followed == all.end() || followed->id == revision.id || !isPublished(*followed))
        return Verdict(objection("A revision follows an earlier one of its list that was published.", "follows"));
    return Verdict();
}

Result<Verdict> publishedBefore(GuardCase& look, const Record& before, const Record& after)
{
    if (const Field* field = changedBeyond(before, after, {"status", "notes"}))
        return Verdict(objection("A revision that was published does not change; publish the next one.", field->name));
    if (!differs(before, after, "status"))
        return Verdict();
    if (before.value("status").text() != "published" || after.value("status").text() != "withdrawn")
        return Verdict(
            objection("A revision that was published or withdrawn stays so; publish the next one.", "status"));
    SATCHEL_ASSIGN(const std::string today, look.today());
    const std::string& from = before.value("effective_from").text();
    return from.empty() || from <= today
               ? Verdict(
                     objection("This revision is in use already; publish one that follows the one before.", "status"))
               : Verdict();
}

// From a row on along a reference, back to where it began?
Result<bool> comesBack(RecordSource& records, const Record& from, std::string_view field)
{
    std::set<Id> seen = {from.id};
    Value next = from.value(field);
    while (!next.isNull()) {
        if (!seen.insert(next.id()).second)
            return next.id() == from.id;
        SATCHEL_ASSIGN(const auto above, records.find(*from.entity, next.id()));
        if (!above)
            return false;
        next = above->value(field);
    }
    return false;
}

} // namespace

Result<Verdict> guardRevision(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto after, look.after(touched));
    const auto& before = touched.before;
    if (!after)
        return before && isPublished(*before)
                   ? Verdict(objection("A revision that was published cannot be deleted.", "status"))
                   : Verdict();
    if (before && isPublished(*before))
        return publishedBefore(look, *before, *after);
    if (after->value("status").text() == "withdrawn")
        return Verdict(objection("Only a revision that was published can be withdrawn.", "status"));
    return isPublished(*after) ? publishing(look, *after) : Result<Verdict>(Verdict());
}

Result<Verdict> guardPriceList(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto list, look.after(touched));
    if (!list) {
        const Entity& revision = schema::entity("price_revision");
        SATCHEL_ASSIGN(const auto all,
                       look.now().where(revision, {{*revision.indexOf("price_list"), Value(touched.id)}}));
        return std::any_of(all.begin(), all.end(), isPublished)
                   ? Verdict(objection("Prices of this list were published; make it inactive instead of deleting it.",
                                       "active"))
                   : Verdict();
    }
    if (touched.before && differs(*touched.before, *list, "currency")) {
        const Entity& entry = schema::entity("price_entry");
        SATCHEL_ASSIGN(const auto revisions,
                       look.now().where(schema::entity("price_revision"),
                                        {{*schema::entity("price_revision").indexOf("price_list"), Value(list->id)}}));
        SATCHEL_ASSIGN(const auto loose, look.now().where(entry, {{*entry.indexOf("price_list"), Value(list->id)},
                                                                  {*entry.indexOf("revision"), Value()}}));
        if (!revisions.empty() || !loose.empty())
            return Verdict(objection("The currency of a list with prices does not change.", "currency"));
    }
    SATCHEL_ASSIGN(const bool circle, comesBack(look.now(), *list, "parent"));
    return circle ? Verdict(objection("Price lists cannot be each other's parents in a circle.", "parent")) : Verdict();
}

Result<Verdict> guardBundlePart(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto part, look.after(touched));
    if (!part || part->value("product").isNull() || part->value("bundle").isNull())
        return Verdict();
    // Down from the part: does it contain the bundle that it stands in?
    const Entity& entity = *part->entity;
    std::set<Id> seen;
    std::vector<Id> open = {part->value("product").id()};
    while (!open.empty()) {
        const Id product = open.back();
        open.pop_back();
        if (product == part->value("bundle").id())
            return Verdict(objection("A bundle cannot contain itself.", "product"));
        if (!seen.insert(product).second)
            continue;
        SATCHEL_ASSIGN(const auto below, look.now().where(entity, {{*entity.indexOf("bundle"), Value(product)}}));
        for (const Record& each : below)
            open.push_back(each.value("product").id());
    }
    return Verdict();
}

Result<Verdict> guardDeputy(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto after, look.after(touched));
    const bool administrator = look.author().role == Role::Administrator;
    for (const auto* row : {&touched.before, &after})
        if (*row && (*row)->value("user").id() != look.author().user && !administrator)
            return Verdict(objection("You can name a deputy for yourself only.", "user"));
    if (after && after->value("user") == after->value("deputy"))
        return Verdict(objection("Nobody is his own deputy.", "deputy"));
    return Verdict();
}

} // namespace satchel::quotes
