// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/Agenda.h"

#include "ui/deals/ApprovalEntry.h"
#include "ui/language/Sentences.h"
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

/// Fills an agenda part by part, each a question of its own: who has hundreds of things overdue sees what is to be done
/// today all the same. First which records there are and their order, then what is shown of them, which costs more.
class AgendaReader {
public:
    AgendaReader(Replica& replica, const Id& me, Milliseconds now, int most)
        : m_replica(replica), m_me(me), m_now(now), m_most(most)
    {}

    /// False once a glimpse is full.
    bool addOverdue();
    bool addTimed();
    bool addFollowUps();
    bool addApprovals();
    bool addLeads();
    bool addSoon();
    void addDay(const std::string& day);
    [[nodiscard]] Agenda take();

private:
    [[nodiscard]] bool isGlimpse() const { return m_most <= agendaGlimpse; }
    bool mayGoOn();
    std::vector<Record> find(Part part, const Entity& entity, std::vector<Filter> filters, const char* order);
    void add(Part part, Record record, Milliseconds order);
    void addTasks(Part part, std::vector<Filter> due);
    void addActivities(Part part, std::vector<Filter> starts);

    /// False: there is nothing to show.
    bool dress(AgendaItem& item);
    bool dressApproval(AgendaItem& item);
    std::optional<RowKey> customerOf(const Record& record);

    Replica& m_replica;
    const Id& m_me;
    Milliseconds m_now;
    int m_most;
    Agenda m_agenda;
};

bool AgendaReader::mayGoOn()
{
    const bool full = isGlimpse() && m_agenda.items.size() >= static_cast<std::size_t>(m_most);
    m_agenda.whole = m_agenda.whole && !full;
    return !full;
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
    if (!isGlimpse())
        if (const auto all = m_replica.count(query); all.ok())
            m_agenda.cut[part] += *all - m_most;
    return std::move(page).value().rows;
}

void AgendaReader::add(Part part, Record record, Milliseconds order)
{
    AgendaItem item{.part = part, .row = {.record = std::move(record), .title = {}}};
    item.order = order;
    item.late = part == Part::Overdue;
    m_agenda.items.push_back(std::move(item));
}

void AgendaReader::addTasks(Part part, std::vector<Filter> due)
{
    const Entity& task = schema::entity("task");
    due.insert(due.begin(), {{*task.indexOf("assignee"), Comparison::Equal, Value(m_me)},
                             {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})}});
    for (Record& record : find(part, task, std::move(due), "due")) {
        // The pressing ones of a day first, an escalation before all others; those of a day that is no day any more
        // stay where they are.
        const std::string& priority = record.value("priority").text();
        Milliseconds order = startOf(record.value("due").text()) + (priority == "high" ? 0 : priority == "low" ? 2 : 1);
        if (part == Part::Overdue && priority == "high")
            order -= Milliseconds{400} * 24 * 60 * 60 * 1000;
        add(part, std::move(record), order);
    }
}

void AgendaReader::addActivities(Part part, std::vector<Filter> starts)
{
    const Entity& activity = schema::entity("activity");
    starts.insert(starts.begin(), {*activity.indexOf("owner"), Comparison::Equal, Value(m_me)});
    for (Record& record : find(part, activity, std::move(starts), "starts")) {
        const Milliseconds order = record.value("starts").integer();
        add(part, std::move(record), order);
    }
}

Filter planned()
{
    return {*schema::entity("activity").indexOf("status"), Comparison::Equal, Value("planned")};
}

Filter starts(Comparison comparison, Milliseconds moment)
{
    return {*schema::entity("activity").indexOf("starts"), comparison, Value(std::int64_t{moment})};
}

Filter due(Comparison comparison, const std::string& day)
{
    return {*schema::entity("task").indexOf("due"), comparison, Value(day)};
}

bool AgendaReader::addOverdue()
{
    const std::size_t priority = *schema::entity("task").indexOf("priority");
    const Filter before = due(Comparison::Less, localDay(m_now));
    addTasks(Part::Overdue, {before, {priority, Comparison::Equal, Value("high")}});
    addTasks(Part::Overdue, {before, {priority, Comparison::NotEqual, Value("high")}});
    addActivities(Part::Overdue, {planned(), starts(Comparison::Less, startOfLocalDay(m_now))});
    return mayGoOn();
}

bool AgendaReader::addTimed()
{
    addActivities(Part::Timed, {planned(), starts(Comparison::AtLeast, startOfLocalDay(m_now)),
                                starts(Comparison::Less, startOfLocalDay(m_now, 1))});
    return mayGoOn();
}

bool AgendaReader::addFollowUps()
{
    addTasks(Part::FollowUps, {due(Comparison::Equal, localDay(m_now))});
    return mayGoOn();
}

bool AgendaReader::addApprovals()
{
    for (Record& record : approvalsToDecide(m_replica, m_me, m_most)) {
        const Milliseconds order = record.value("asked_at").integer();
        add(Part::Approvals, std::move(record), order);
    }
    return mayGoOn();
}

bool AgendaReader::addLeads()
{
    const Entity& lead = schema::entity("lead");
    for (Record& record : find(Part::Leads, lead,
                               {{*lead.indexOf("owner"), Comparison::Equal, Value(m_me)},
                                {*lead.indexOf("status"), Comparison::Equal, Value("new")},
                                {*lead.indexOf("respond_by"), Comparison::Less, Value(m_now + leadWarning)}},
                               "respond_by")) {
        const Milliseconds order = record.value("respond_by").integer();
        add(Part::Leads, std::move(record), order);
        m_agenda.items.back().late = order < m_now;
    }
    return mayGoOn();
}

bool AgendaReader::addSoon()
{
    addTasks(Part::Soon,
             {due(Comparison::Greater, localDay(m_now)), due(Comparison::Less, localDay(m_now, daysAhead + 1))});
    addActivities(Part::Soon, {planned(), starts(Comparison::AtLeast, startOfLocalDay(m_now, 1)),
                               starts(Comparison::Less, startOfLocalDay(m_now, daysAhead + 1))});
    return mayGoOn();
}

void AgendaReader::addDay(const std::string& day)
{
    const QDate next = QDate::fromString(toQString(day), Qt::ISODate).addDays(1);
    addActivities(Part::Timed, {starts(Comparison::AtLeast, startOf(day)),
                                starts(Comparison::Less, startOf(fromQString(next.toString(Qt::ISODate))))});
    addTasks(Part::FollowUps, {due(Comparison::Equal, day)});
}

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

bool AgendaReader::dressApproval(AgendaItem& item)
{
    const Record& record = item.row.record;
    const auto quote = m_replica.find(schema::entity("quote"), record.value("quote").id());
    if (!quote.ok() || !*quote) // not on this laptop (any more)
        return false;
    item.icon = QStringLiteral("check");
    item.row.title = tr("Approve %1").arg(oneLine(toQString((*quote)->label())));
    const auto who = m_replica.label({schema::entity("user").number, record.value("asked_by").id()});
    const auto account = m_replica.label({schema::entity("account").number, (*quote)->value("account").id()});
    QStringList about;
    for (const auto& name : {account, who})
        if (name.ok() && !name->empty())
            about << toQString(*name);
    item.row.subtitle =
        oneLine((about << reasonsWord(toQString(record.value("reason").text()))).join(QStringLiteral(" · ")));
    item.row.aside = timeWord(record.value("asked_at").integer(), m_now);
    item.customer = customerOf(**quote);
    item.quote = (*quote)->id;
    return true;
}

bool AgendaReader::dress(AgendaItem& item)
{
    const Record record = item.row.record;
    const std::string& name = record.entity->name;
    if (name == "approval")
        return dressApproval(item);
    item.row = rowMakerFor(*record.entity, m_now)(m_replica, record);
    if (name == "lead") {
        item.icon = QStringLiteral("flame");
        item.row.aside = (item.late ? tr("answer was due %1") : tr("answer by %1"))
                             .arg(timeWord(record.value("respond_by").integer(), m_now));
        item.customer = RowKey{record.entity->number, record.id};
        return true;
    }
    item.icon = name == "task" ? QStringLiteral("circle") : activityIcon(record.value("kind").text());
    item.customer = customerOf(record);
    return true;
}

Agenda AgendaReader::take()
{
    std::vector<AgendaItem>& items = m_agenda.items;
    std::stable_sort(items.begin(), items.end(), [](const AgendaItem& a, const AgendaItem& b) {
        return std::pair(a.part, a.order) < std::pair(b.part, b.order);
    });
    if (isGlimpse() && items.size() > static_cast<std::size_t>(m_most))
        items.resize(static_cast<std::size_t>(m_most));
    std::erase_if(items, [this](AgendaItem& item) { return !dress(item); });
    for (auto& [part, more] : m_agenda.cut)
        more += std::count_if(items.begin(), items.end(),
                              [part = part](const AgendaItem& item) { return item.part == part; });
    return std::move(m_agenda);
}

} // namespace

Agenda loadAgenda(Replica& replica, const Id& me, Milliseconds now, int most)
{
    AgendaReader reader(replica, me, now, most);
    (void)(reader.addOverdue() && reader.addTimed() && reader.addFollowUps() && reader.addApprovals() &&
           reader.addLeads() && reader.addSoon());
    return reader.take();
}

Agenda loadDay(Replica& replica, const Id& me, const std::string& day, Milliseconds now)
{
    AgendaReader reader(replica, me, now, wholeAgenda);
    reader.addDay(day);
    return reader.take();
}

} // namespace satchel::ui
