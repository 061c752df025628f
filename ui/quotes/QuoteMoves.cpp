// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteMoves.h"

#include <algorithm>

namespace satchel::ui {

namespace {

std::vector<const QuoteRow*> headsOf(const std::vector<QuoteRow>& rows)
{
    std::vector<const QuoteRow*> heads;
    for (const QuoteRow& row : rows)
        if (row.isHead())
            heads.push_back(&row);
    return heads;
}

std::vector<Id> groupsOf(const std::vector<QuoteRow>& rows)
{
    std::vector<Id> groups = {Id{}};
    for (const QuoteRow& row : rows)
        if (row.kind == QuoteRow::Kind::Group)
            groups.push_back(row.id);
    return groups;
}

bool isAmong(const std::vector<Id>& ids, const Id& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

std::optional<sales::Place> placeOneUp(const std::vector<QuoteRow>& rows, const std::vector<Id>& moved)
{
    const auto heads = headsOf(rows);
    const auto first =
        std::find_if(heads.begin(), heads.end(), [&](const QuoteRow* row) { return isAmong(moved, row->id); });
    if (first == heads.end())
        return std::nullopt;
    const Id group = (*first)->group;
    if (first != heads.begin() && (*(first - 1))->group == group) {
        const bool second = first - 1 != heads.begin() && (*(first - 2))->group == group;
        return second ? sales::Place{.after = (*(first - 2))->id} : sales::Place{.group = group, .first = true};
    }
    const auto groups = groupsOf(rows);
    const auto own = std::find(groups.begin(), groups.end(), group);
    if (own == groups.begin() || own == groups.end())
        return std::nullopt;
    return sales::Place{.group = *(own - 1)};
}

std::optional<sales::Place> placeOneDown(const std::vector<QuoteRow>& rows, const std::vector<Id>& moved)
{
    const auto heads = headsOf(rows);
    const auto last =
        std::find_if(heads.rbegin(), heads.rend(), [&](const QuoteRow* row) { return isAmong(moved, row->id); });
    if (last == heads.rend())
        return std::nullopt;
    const Id group = (*last)->group;
    if (last != heads.rbegin() && (*(last - 1))->group == group)
        return sales::Place{.after = (*(last - 1))->id};
    const auto groups = groupsOf(rows);
    const auto own = std::find(groups.begin(), groups.end(), group);
    if (own == groups.end() || own + 1 == groups.end())
        return std::nullopt;
    return sales::Place{.group = *(own + 1), .first = true};
}

std::optional<Id> groupOneUp(const std::vector<QuoteRow>& rows, const Id& group)
{
    const auto groups = groupsOf(rows); // the first is that of no group
    const auto own = std::find(groups.begin(), groups.end(), group);
    if (own == groups.end() || own - groups.begin() < 2)
        return std::nullopt;
    return *(own - 2);
}

std::optional<Id> groupOneDown(const std::vector<QuoteRow>& rows, const Id& group)
{
    const auto groups = groupsOf(rows);
    const auto own = std::find(groups.begin(), groups.end(), group);
    if (own == groups.end() || own + 1 == groups.end())
        return std::nullopt;
    return *(own + 1);
}

Id lastGroup(const std::vector<QuoteRow>& rows)
{
    return groupsOf(rows).back();
}

Id normalAbove(const std::vector<QuoteRow>& rows, const Id& line)
{
    Id above;
    for (const QuoteRow& row : rows) {
        if (row.id == line)
            return above;
        if (row.kind == QuoteRow::Kind::Line && row.isHead() && row.role == "normal")
            above = row.id;
    }
    return {};
}

} // namespace satchel::ui
