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
constexpr Milliseconds leadWarning = Milliseconds{24} * 60 * 60 * 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Agenda", text);
}

Milliseconds startOf(const std::string& day)
{
    return QDate::fromString(toQString(day), Qt::ISODate).startOfDay().toMSecsSinceEpoch();
}

/// Fills an agenda part by part. Each part is a question of its own: who has hundreds of things overdue sees what is
/// to be done today all the same.
class AgendaReader {
public:
    AgendaReader(Replica& replica, const Id& me, Milliseconds now, int most)
        : m_replica(replica), m_me(me), m_now(now), m_most(most)
    {}

    void addTasks();
    void addActivities();
    void addApprovals();
    void addLeads();
    void addDay(const std::string& day);
    [[nodiscard]] Agenda take();

private:
    std::vector<Record> find(Part part, const Entity& entity, std::vector<Filter> filters, const char* order);
    std::optional<RowKey> customerOf(const Record& record);
    AgendaItem taskItem(const RowMaker& maker, const Record& record);
    AgendaItem activityItem(const RowMaker& maker, const Record& record);
    void addTasks(Part part, std::vector<Filter> due);
    void addActivities(Part part, std::vector<Filter> starts);

    Replica& m_replica;
    const Id& m_me;
    Milliseconds m_now;
    int m_most;
    Agenda m_agenda;
};

// The first of its references that is on this laptop: a to-do may be about a customer of somebody else.
std::optional<RowKey> AgendaReader::customerOf(const Record& record)
{
    for (const char* field : {"account", "contact", "lead"})
        if (record.entity->field(field) != nullptr)
            if (const RowKey key{schema::entity(field).number, record.value(field).id()}; !key.id.isNull())
                if (const auto label = m_replica.label(key); label.ok() && !label->empty())
                    return key;
    return std::nullopt;
}

std::vector<Record> AgendaReader::find(Part part, const Entity& entity, std::vector<Filter> filters, const char* order)
{
    const Query query{.entity = &entity,
                      .search = {},
                      .filters = std::move(filters),
                      .orderBy = entity.indexOf(order),
                      .limit = m_most,
                      .after = {}};
    auto page = m_replica.list(query);
    if (!page.ok())
        return {};
    if (page->next.empty())
        return std::move(page).value().rows;
    m_agenda.whole = false;
    if (m_most > agendaGlimpse)
        if (const auto all = m_replica.count(query); all.ok())
            m_agenda.cut[part] += *all - m_most;
    return std::move(page).value().rows;
}

AgendaItem AgendaReader::taskItem(const RowMaker& maker, const Record& record)
{
    AgendaItem item{.row = maker(m_replica, record), .icon = QStringLiteral("circle"), .customer = customerOf(record)};
    // The pressing ones first; those of a day that is no day any more stay where they are.
    const std::string& priority = record.value("priority").text();
    item.order = startOf(record.value("due").text()) + (priority == "high" ? 0 : priority == "low" ? 2 : 1);
    return item;
}

void AgendaReader::addTasks(Part part, std::vector<Filter> due)
{
    const Entity& task = schema::entity("task");
    const RowMaker maker = rowMakerFor(task, m_now);
    due.insert(due.begin(), {{*task.indexOf("assignee"), Comparison::Equal, Value(m_me)},
                             {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})}});
    for (const Record& record : find(part, task, std::move(due), "due")) {
        AgendaItem item = taskItem(maker, record);
        item.part = part;
        item.late = part == Part::Overdue;
        if (item.late && record.value("priority").text() == "high") // an escalation: before all others
            item.order -= Milliseconds{400} * 24 * 60 * 60 * 1000;
        m_agenda.items.push_back(std::move(item));
    }
}

void AgendaReader::addTasks()
{
    const Entity& task = schema::entity("task");
    const std::size_t due = *task.indexOf("due"), priority = *task.indexOf("priority");
    const Value today(localDay(m_now));
    addTasks(Part::Overdue, {{due, Comparison::Less, today}, {priority, Comparison::Equal, Value("high")}});
    addTasks(Part::Overdue, {{due, Comparison::Less, today}, {priority, Comparison::NotEqual, Value("high")}});
    addTasks(Part::FollowUps, {{due, Comparison::Equal, today}});
    addTasks(Part::Soon,
             {{due, Comparison::Greater, today}, {due, Comparison::Less, Value(localDay(m_now, daysAhead + 1))}});
}

AgendaItem AgendaReader::activityItem(const RowMaker& maker, const Record& record)
{
    AgendaItem item{.row = maker(m_replica, record),
                    .icon = activityIcon(record.value("kind").text()),
                    .customer = customerOf(record)};
    item.order = record.value("starts").integer();
    return item;
}

void AgendaReader::addActivities(Part part, std::vector<Filter> starts)
{
    const Entity& activity = schema::entity("activity");
    const RowMaker maker = rowMakerFor(activity, m_now);
    starts.insert(starts.begin(), {*activity.indexOf("owner"), Comparison::Equal, Value(m_me)});
    for (const Record& record : find(part, activity, std::move(starts), "starts")) {
        m_agenda.items.push_back(activityItem(maker, record));
        m_agenda.items.back().part = part;
        m_agenda.items.back().late = part == Part::Overdue;
    }
}

void AgendaReader::addActivities()
{
    const Entity& activity = schema::entity("activity");
    const std::size_t starts = *activity.indexOf("starts");
    const Filter planned{*activity.indexOf("status"), Comparison::Equal, Value("planned")};
    const auto from = [&](int days) {
        return Filter{starts, Comparison::AtLeast, Value(startOfLocalDay(m_now, days))};
    };
    const auto before = [&](int days) { return Filter{starts, Comparison::Less, Value(startOfLocalDay(m_now, days))}; };
    addActivities(Part::Overdue, {planned, before(0)});
    addActivities(Part::Timed, {planned, from(0), before(1)});
    addActivities(Part::Soon, {planned, from(1), before(daysAhead + 1)});
}

void AgendaReader::addApprovals()
{
    const Entity& approval = schema::entity("approval");
    const Entity& quotes = schema::entity("quote");
    for (const Record& record : find(Part::Approvals, approval,
                                     {{*approval.indexOf("asked"), Comparison::Equal, Value(m_me)},
                                      {*approval.indexOf("status"), Comparison::Equal, Value("open")}},
                                     "asked_at")) {
        const auto quote = m_replica.find(quotes, record.value("quote").id());
        if (!quote.ok() || !*quote) // not on this laptop (any more)
            continue;
        AgendaItem item{
            .part = Part::Approvals, .row = {.record = record, .title = {}}, .icon = QStringLiteral("check")};
        item.row.title = tr("Approve %1").arg(oneLine(toQString((*quote)->label())));
        const auto who = m_replica.label({schema::entity("user").number, record.value("asked_by").id()});
        const auto account = m_replica.label({schema::entity("account").number, (*quote)->value("account").id()});
        QStringList about;
        for (const auto& name : {account, who})
            if (name.ok() && !name->empty())
                about << toQString(*name);
        item.row.subtitle = oneLine((about << toQString(record.value("reason").text())).join(QStringLiteral(" · ")));
        item.row.aside = timeWord(record.value("asked_at").integer(), m_now);
        item.order = record.value("asked_at").integer();
        item.customer = customerOf(**quote);
        item.quote = (*quote)->id;
        m_agenda.items.push_back(std::move(item));
    }
}

void AgendaReader::addLeads()
{
    const Entity& lead = schema::entity("lead");
    const RowMaker maker = rowMakerFor(lead, m_now);
    for (const Record& record : find(Part::Leads, lead,
                                     {{*lead.indexOf("owner"), Comparison::Equal, Value(m_me)},
                                      {*lead.indexOf("status"), Comparison::Equal, Value("new")},
                                      {*lead.indexOf("respond_by"), Comparison::Less, Value(m_now + leadWarning)}},
                                     "respond_by")) {
        AgendaItem item{.part = Part::Leads, .row = maker(m_replica, record), .icon = QStringLiteral("flame")};
        item.order = record.value("respond_by").integer();
        item.late = item.order < m_now;
        item.row.aside =
            item.late ? tr("answer was due %1").arg(item.row.aside) : tr("answer by %1").arg(item.row.aside);
        item.customer = RowKey{lead.number, record.id};
        m_agenda.items.push_back(std::move(item));
    }
}

void AgendaReader::addDay(const std::string& day)
{
    const std::size_t starts = *schema::entity("activity").indexOf("starts");
    const QDate next = QDate::fromString(toQString(day), Qt::ISODate).addDays(1);
    addActivities(Part::Timed, {{starts, Comparison::AtLeast, Value(startOf(day))},
                                {starts, Comparison::Less, Value(startOf(fromQString(next.toString(Qt::ISODate))))}});
    addTasks(Part::FollowUps, {{*schema::entity("task").indexOf("due"), Comparison::Equal, Value(day)}});
}

Agenda AgendaReader::take()
{
    std::stable_sort(m_agenda.items.begin(), m_agenda.items.end(), [](const AgendaItem& a, const AgendaItem& b) {
        return std::pair(a.part, a.order) < std::pair(b.part, b.order);
    });
    for (auto& [part, more] : m_agenda.cut)
        more += std::count_if(m_agenda.items.begin(), m_agenda.items.end(),
                              [part = part](const AgendaItem& item) { return item.part == part; });
    return std::move(m_agenda);
}

} // namespace

Agenda loadAgenda(Replica& replica, const Id& me, Milliseconds now, int most)
{
    AgendaReader reader(replica, me, now, most);
    reader.addTasks();
    reader.addActivities();
    reader.addApprovals();
    reader.addLeads();
    return reader.take();
}

Agenda loadDay(Replica& replica, const Id& me, const std::string& day, Milliseconds now)
{
    AgendaReader reader(replica, me, now, wholeAgenda);
    reader.addDay(day);
    return reader.take();
}

} // namespace satchel::ui
