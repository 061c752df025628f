// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/Agenda.h"

#include "ui/records/RowMakers.h"
#include "ui/widgets/Words.h"

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int daysAhead = 7;
constexpr int mostItems = 400;

// The first of its references that is on this laptop: a to-do may be about a customer of somebody else.
std::optional<RowKey> customerOf(Replica& replica, const Record& record)
{
    for (const char* field : {"account", "contact", "lead"})
        if (const RowKey key{schema::entity(field).number, record.value(field).id()}; !key.id.isNull())
            if (const auto label = replica.label(key); label.ok() && !label->empty())
                return key;
    return std::nullopt;
}

std::vector<Record> find(Replica& replica, const Entity& entity, std::vector<Filter> filters, const char* order)
{
    const Query query{.entity = &entity,
                      .search = {},
                      .filters = std::move(filters),
                      .orderBy = entity.indexOf(order),
                      .limit = mostItems,
                      .after = {}};
    auto page = replica.list(query);
    return page.ok() ? std::move(page).value().rows : std::vector<Record>();
}

void addTasks(Replica& replica, const Id& me, Milliseconds now, std::vector<AgendaItem>& items)
{
    const Entity& task = schema::entity("task");
    const std::string today = localDay(now);
    const RowMaker maker = rowMakerFor(task, now);
    for (const Record& record : find(replica, task,
                                     {{*task.indexOf("assignee"), Comparison::Equal, Value(me)},
                                      {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})},
                                      {*task.indexOf("due"), Comparison::Less, Value(localDay(now, daysAhead + 1))}},
                                     "due")) {
        const std::string& due = record.value("due").text();
        AgendaItem item{
            .row = maker(replica, record), .icon = QStringLiteral("circle"), .customer = customerOf(replica, record)};
        item.part = due < today    ? AgendaItem::Part::Overdue
                    : due == today ? AgendaItem::Part::Today
                                   : AgendaItem::Part::Soon;
        int days = 0; // to-dos of a day come after what has a time, the pressing ones first
        while (days > -400 && days < daysAhead && localDay(now, days) != due)
            days += due < today ? -1 : 1;
        const std::string& priority = record.value("priority").text();
        item.order = startOfLocalDay(now, days + 1) - (priority == "high" ? 3 : priority == "low" ? 1 : 2);
        items.push_back(std::move(item));
    }
}

void addActivities(Replica& replica, const Id& me, Milliseconds now, std::vector<AgendaItem>& items)
{
    const Entity& activity = schema::entity("activity");
    const RowMaker maker = rowMakerFor(activity, now);
    for (const Record& record :
         find(replica, activity,
              {{*activity.indexOf("owner"), Comparison::Equal, Value(me)},
               {*activity.indexOf("status"), Comparison::Equal, Value("planned")},
               {*activity.indexOf("starts"), Comparison::Less, Value(startOfLocalDay(now, daysAhead + 1))}},
              "starts")) {
        AgendaItem item{.row = maker(replica, record),
                        .icon = activityIcon(record.value("kind").text()),
                        .customer = customerOf(replica, record)};
        item.order = record.value("starts").integer();
        item.part = item.order < startOfLocalDay(now)      ? AgendaItem::Part::Overdue
                    : item.order < startOfLocalDay(now, 1) ? AgendaItem::Part::Today
                                                           : AgendaItem::Part::Soon;
        items.push_back(std::move(item));
    }
}

} // namespace

std::vector<AgendaItem> loadAgenda(Replica& replica, const Id& me, Milliseconds now)
{
    std::vector<AgendaItem> items;
    addTasks(replica, me, now, items);
    addActivities(replica, me, now, items);
    std::stable_sort(items.begin(), items.end(), [](const AgendaItem& a, const AgendaItem& b) {
        return std::pair(a.part, a.order) < std::pair(b.part, b.order);
    });
    return items;
}

std::vector<Edit> doneEdits(const Record& item, Milliseconds now)
{
    const Entity& entity = *item.entity;
    Edit edit{.kind = OperationKind::Update, .entity = &entity, .id = item.id, .values = {}};
    if (entity.name == "task")
        edit.values = {{*entity.indexOf("done"), Value(std::int64_t{1})},
                       {*entity.indexOf("done_on"), Value(localDay(now))}};
    else
        edit.values = {{*entity.indexOf("status"), Value("done")}};
    return {edit};
}

std::vector<Edit> snoozeEdits(const Record& item, Milliseconds now)
{
    const Entity& entity = *item.entity;
    Edit edit{.kind = OperationKind::Update, .entity = &entity, .id = item.id, .values = {}};
    if (entity.name == "task") {
        edit.values = {{*entity.indexOf("due"), Value(localDay(now, 1))}};
        return {edit};
    }
    // The same time of day tomorrow; the end moves along.
    const Milliseconds starts = item.value("starts").integer();
    const Milliseconds moved = startOfLocalDay(now, 1) + (starts - startOfLocalDay(starts));
    edit.values = {{*entity.indexOf("starts"), Value(moved)}};
    if (!item.value("ends").isNull())
        edit.values.emplace_back(*entity.indexOf("ends"), Value(item.value("ends").integer() + (moved - starts)));
    return {edit};
}

} // namespace satchel::ui
