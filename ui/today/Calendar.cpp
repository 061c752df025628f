// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/Calendar.h"

#include "core/sales/People.h"
#include "ui/widgets/Text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace satchel::ui {

namespace {

constexpr int rowsAtOnce = 500;
constexpr std::size_t mostRows = 3000; // more than a month of a team has

// Whose entries are shown, and what the others are called.
using People = std::map<Id, QString>;

People peopleOf(Replica& replica, const Id& me)
{
    People people = {{me, QString()}};
    if (const auto below = sales::peopleBelow(replica, me); below.ok())
        for (const Id& id : *below)
            if (const auto name = replica.label({schema::entity("user").number, id}); name.ok())
                people[id] = toQString(*name).section(QLatin1Char(' '), 0, 0);
    return people;
}

std::vector<Record> rows(Replica& replica, Query query, const People& people, const char* owner)
{
    const std::size_t field = *query.entity->indexOf(owner);
    if (people.size() == 1)
        query.filters.push_back({field, Comparison::Equal, Value(people.begin()->first)});
    query.limit = rowsAtOnce;
    std::vector<Record> found;
    do {
        auto page = replica.list(query);
        if (!page.ok())
            break;
        for (Record& row : page->rows)
            if (people.contains(row.values[field].id()))
                found.push_back(std::move(row));
        query.after = page->next;
    } while (!query.after.empty() && found.size() < mostRows);
    return found;
}

void addActivities(Replica& replica, const People& people, QDate first, QDate last, CalendarDays& days)
{
    const Entity& activity = schema::entity("activity");
    const std::size_t starts = *activity.indexOf("starts");
    const Query query{
        .entity = &activity,
        .search = {},
        .filters = {{starts, Comparison::Greater, Value(std::int64_t{first.startOfDay().toMSecsSinceEpoch() - 1})},
                    {starts, Comparison::Less, Value(std::int64_t{last.addDays(1).startOfDay().toMSecsSinceEpoch()})}},
        .orderBy = starts,
        .after = {}};
    for (const Record& row : rows(replica, query, people, "owner")) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(row.value("starts").integer());
        days[moment.date()] << CalendarEntry{.title = oneLine(toQString(row.label()), 80),
                                             .time = QLocale().toString(moment.time(), QLocale::ShortFormat),
                                             .who = people.at(row.value("owner").id()),
                                             .order = moment.time().msecsSinceStartOfDay(),
                                             .done = row.value("status").text() != "planned"};
    }
}

void addTasks(Replica& replica, const People& people, QDate first, QDate last, CalendarDays& days)
{
    const Entity& task = schema::entity("task");
    const std::size_t due = *task.indexOf("due");
    const auto text = [](QDate day) { return Value(fromQString(day.toString(Qt::ISODate))); };
    const Query query{.entity = &task,
                      .search = {},
                      .filters = {{*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})},
                                  {due, Comparison::Greater, text(first.addDays(-1))},
                                  {due, Comparison::Less, text(last.addDays(1))}},
                      .orderBy = due,
                      .after = {}};
    for (const Record& row : rows(replica, query, people, "assignee"))
        days[QDate::fromString(toQString(row.value("due").text()), Qt::ISODate)]
            << CalendarEntry{.title = oneLine(toQString(row.label()), 80),
                             .who = people.at(row.value("assignee").id()),
                             .order = qint64{24} * 60 * 60 * 1000}; // after what has a time
}

} // namespace

CalendarDays loadCalendar(Replica& replica, const Id& me, QDate first, QDate last)
{
    const People people = peopleOf(replica, me);
    CalendarDays days;
    addActivities(replica, people, first, last, days);
    addTasks(replica, people, first, last, days);
    for (QList<CalendarEntry>& entries : days)
        std::stable_sort(entries.begin(), entries.end(),
                         [](const CalendarEntry& a, const CalendarEntry& b) { return a.order < b.order; });
    return days;
}

WeekLoad loadWeek(Replica& replica, const Id& me, QDate first)
{
    const Entity& activity = schema::entity("activity");
    const Entity& task = schema::entity("task");
    const auto count = [&](const Entity& entity, std::vector<Filter> filters) {
        const auto found =
            replica.count({.entity = &entity, .search = {}, .filters = std::move(filters), .orderBy = {}, .after = {}});
        return found.ok() ? *found : 0;
    };
    const auto moment = [](QDate day) { return Value(std::int64_t{day.startOfDay().toMSecsSinceEpoch()}); };
    WeekLoad load;
    for (const auto& [person, name] : peopleOf(replica, me))
        for (QDate day = first; day < first.addDays(daysOfWeek); day = day.addDays(1))
            load[day] +=
                count(activity, {{*activity.indexOf("owner"), Comparison::Equal, Value(person)},
                                 {*activity.indexOf("status"), Comparison::Equal, Value("planned")},
                                 {*activity.indexOf("starts"), Comparison::AtLeast, moment(day)},
                                 {*activity.indexOf("starts"), Comparison::Less, moment(day.addDays(1))}}) +
                count(task, {{*task.indexOf("assignee"), Comparison::Equal, Value(person)},
                             {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})},
                             {*task.indexOf("due"), Comparison::Equal, Value(fromQString(day.toString(Qt::ISODate)))}});
    return load;
}

QDate weekOf(QDate day)
{
    const int first = QLocale().firstDayOfWeek();
    return day.addDays(-((day.dayOfWeek() - first + 7) % 7));
}

QDate monthSheetOf(QDate day)
{
    return weekOf(QDate(day.year(), day.month(), 1));
}

} // namespace satchel::ui
