// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/Agenda.h"

#include "ui/records/RowMakers.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace satchel::ui {

namespace {

using Part = AgendaItem::Part;

constexpr int daysAhead = 7;
constexpr int mostItems = 400;
constexpr Milliseconds leadWarning = Milliseconds{24} * 60 * 60 * 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Agenda", text);
}

// The first of its references that is on this laptop: a to-do may be about a customer of somebody else.
std::optional<RowKey> customerOf(Replica& replica, const Record& record)
{
    for (const char* field : {"account", "contact", "lead"})
        if (record.entity->field(field) != nullptr)
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

Milliseconds startOf(const std::string& day)
{
    return QDate::fromString(toQString(day), Qt::ISODate).startOfDay().toMSecsSinceEpoch();
}

AgendaItem taskItem(Replica& replica, const RowMaker& maker, const Record& record)
{
    AgendaItem item{
        .row = maker(replica, record), .icon = QStringLiteral("circle"), .customer = customerOf(replica, record)};
    // The pressing ones first; those of a day that is no day any more stay where they are.
    const std::string& priority = record.value("priority").text();
    item.order = startOf(record.value("due").text()) + (priority == "high" ? 0 : priority == "low" ? 2 : 1);
    return item;
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
        AgendaItem item = taskItem(replica, maker, record);
        item.part = due < today ? Part::Overdue : due == today ? Part::FollowUps : Part::Soon;
        item.late = due < today;
        if (item.late && record.value("priority").text() == "high") // an escalation: before all others
            item.order -= Milliseconds{400} * 24 * 60 * 60 * 1000;
        items.push_back(std::move(item));
    }
}

AgendaItem activityItem(Replica& replica, const RowMaker& maker, const Record& record)
{
    AgendaItem item{.row = maker(replica, record),
                    .icon = activityIcon(record.value("kind").text()),
                    .customer = customerOf(replica, record)};
    item.order = record.value("starts").integer();
    return item;
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
        AgendaItem item = activityItem(replica, maker, record);
        item.late = item.order < startOfLocalDay(now);
        item.part = item.late ? Part::Overdue : item.order < startOfLocalDay(now, 1) ? Part::Timed : Part::Soon;
        items.push_back(std::move(item));
    }
}

void addApprovals(Replica& replica, const Id& me, Milliseconds now, std::vector<AgendaItem>& items)
{
    const Entity& approval = schema::entity("approval");
    for (const Record& record : find(replica, approval,
                                     {{*approval.indexOf("asked"), Comparison::Equal, Value(me)},
                                      {*approval.indexOf("status"), Comparison::Equal, Value("open")}},
                                     "asked_at")) {
        const Entity& quotes = schema::entity("quote");
        const auto quote = replica.find(quotes, record.value("quote").id());
        if (!quote.ok() || !*quote) // not on this laptop (any more)
            continue;
        AgendaItem item{
            .part = Part::Approvals, .row = {.record = record, .title = {}}, .icon = QStringLiteral("check")};
        item.row.title = tr("Approve %1").arg(oneLine(toQString((*quote)->label())));
        const auto who = replica.label({schema::entity("user").number, record.value("asked_by").id()});
        const auto account = replica.label({schema::entity("account").number, (*quote)->value("account").id()});
        QStringList about;
        for (const auto& name : {account, who})
            if (name.ok() && !name->empty())
                about << toQString(*name);
        item.row.subtitle = oneLine((about << toQString(record.value("reason").text())).join(QStringLiteral(" · ")));
        item.row.aside = timeWord(record.value("asked_at").integer(), now);
        item.order = record.value("asked_at").integer();
        item.customer = customerOf(replica, **quote);
        item.quote = (*quote)->id;
        items.push_back(std::move(item));
    }
}

void addLeads(Replica& replica, const Id& me, Milliseconds now, std::vector<AgendaItem>& items)
{
    const Entity& lead = schema::entity("lead");
    const RowMaker maker = rowMakerFor(lead, now);
    for (const Record& record : find(replica, lead,
                                     {{*lead.indexOf("status"), Comparison::Equal, Value("new")},
                                      {*lead.indexOf("owner"), Comparison::Equal, Value(me)},
                                      {*lead.indexOf("respond_by"), Comparison::Less, Value(now + leadWarning)}},
                                     "respond_by")) {
        AgendaItem item{.part = Part::Leads, .row = maker(replica, record), .icon = QStringLiteral("flame")};
        item.order = record.value("respond_by").integer();
        item.late = item.order < now;
        item.row.aside =
            item.late ? tr("answer was due %1").arg(item.row.aside) : tr("answer by %1").arg(item.row.aside);
        item.customer = RowKey{lead.number, record.id};
        items.push_back(std::move(item));
    }
}

void sort(std::vector<AgendaItem>& items)
{
    std::stable_sort(items.begin(), items.end(), [](const AgendaItem& a, const AgendaItem& b) {
        return std::pair(a.part, a.order) < std::pair(b.part, b.order);
    });
}

} // namespace

std::vector<AgendaItem> loadAgenda(Replica& replica, const Id& me, Milliseconds now)
{
    std::vector<AgendaItem> items;
    addTasks(replica, me, now, items);
    addActivities(replica, me, now, items);
    addApprovals(replica, me, now, items);
    addLeads(replica, me, now, items);
    sort(items);
    return items;
}

std::vector<AgendaItem> loadDay(Replica& replica, const Id& me, const std::string& day, Milliseconds now)
{
    std::vector<AgendaItem> items;
    const Entity& activity = schema::entity("activity");
    const RowMaker activities = rowMakerFor(activity, now);
    const QDate date = QDate::fromString(toQString(day), Qt::ISODate);
    for (const Record& record : find(replica, activity,
                                     {{*activity.indexOf("owner"), Comparison::Equal, Value(me)},
                                      {*activity.indexOf("starts"), Comparison::Greater, Value(startOf(day) - 1)},
                                      {*activity.indexOf("starts"), Comparison::Less,
                                       Value(std::int64_t{date.addDays(1).startOfDay().toMSecsSinceEpoch()})}},
                                     "starts")) {
        items.push_back(activityItem(replica, activities, record));
        items.back().part = Part::Timed;
    }
    const Entity& task = schema::entity("task");
    const RowMaker tasks = rowMakerFor(task, now);
    for (const Record& record : find(replica, task,
                                     {{*task.indexOf("assignee"), Comparison::Equal, Value(me)},
                                      {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})},
                                      {*task.indexOf("due"), Comparison::Equal, Value(day)}},
                                     "due"))
        items.push_back(taskItem(replica, tasks, record));
    sort(items);
    return items;
}

} // namespace satchel::ui
