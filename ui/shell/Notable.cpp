// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Notable.h"

#include "ui/inbox/InboxEntry.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace satchel::ui {

namespace {

constexpr int mostOfAKind = 200;
constexpr Milliseconds beforeVisit = Milliseconds{15} * 60 * 1000;
constexpr Milliseconds decidedLately = Milliseconds{14} * 24 * 60 * 60 * 1000;
constexpr Milliseconds handedLately = decidedLately;

QString tr(const char* text)
{
    return QCoreApplication::translate("Notable", text);
}

std::vector<Record> notableRows(Replica& replica, const Entity& entity, std::vector<Filter> filters, const char* order)
{
    auto page = replica.list({.entity = &entity,
                              .search = {},
                              .filters = std::move(filters),
                              .orderBy = entity.indexOf(order),
                              .limit = mostOfAKind,
                              .after = {}});
    return page.ok() ? std::move(page).value().rows : std::vector<Record>();
}

// The customer a to-do or visit is about, for the second line; "" if there is none here.
QString aboutWhom(Replica& replica, const Record& record)
{
    for (const char* field : {"account", "contact", "lead"})
        if (const Id id = record.value(field).id(); !id.isNull())
            if (const auto label = replica.label({schema::entity(field).number, id}); label.ok() && !label->empty())
                return oneLine(toQString(*label), 80);
    return {};
}

QString keyOf(const char* kind, const Id& id, const std::string& more = {})
{
    return QStringLiteral("%1:%2:%3").arg(QString::fromLatin1(kind), toQString(id.toString()), toQString(more));
}

void addDue(Replica& replica, const Id& me, Milliseconds now, std::vector<Notable>& all)
{
    const Entity& task = schema::entity("task");
    const std::string today = localDay(now);
    for (const Record& row : notableRows(replica, task,
                                         {{*task.indexOf("assignee"), Comparison::Equal, Value(me)},
                                          {*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})},
                                          {*task.indexOf("due"), Comparison::Equal, Value(today)}},
                                         "due")) {
        const QString who = aboutWhom(replica, row);
        all.push_back({.kind = Notable::Kind::ToDo,
                       .key = keyOf("task", row.id, today),
                       .heading = tr("Due today"),
                       .text = who.isEmpty() ? oneLine(toQString(row.label()), 120)
                                             : QStringLiteral("%1 · %2").arg(oneLine(toQString(row.label()), 120), who),
                       .row = {task.number, row.id},
                       .at = startOfLocalDay(now)});
    }
}

void addVisits(Replica& replica, const Id& me, Milliseconds now, std::vector<Notable>& all)
{
    const Entity& activity = schema::entity("activity");
    for (const Record& row :
         notableRows(replica, activity,
                     {{*activity.indexOf("owner"), Comparison::Equal, Value(me)},
                      {*activity.indexOf("status"), Comparison::Equal, Value("planned")},
                      {*activity.indexOf("starts"), Comparison::Greater, Value(now - 1)},
                      {*activity.indexOf("starts"), Comparison::Less, Value(now + beforeVisit + 1)}},
                     "starts")) {
        const Milliseconds starts = row.value("starts").integer();
        const QString who = aboutWhom(replica, row);
        const QString what = oneLine(toQString(row.label()), 120);
        all.push_back(
            {.kind = Notable::Kind::Visit,
             .key = keyOf("activity", row.id, std::to_string(starts)),
             .heading = tr("At %1: %2").arg(timeWord(starts, now), inSentence(choiceWord(row.value("kind").text()))),
             .text = who.isEmpty() ? what : QStringLiteral("%1 · %2").arg(what, who),
             .row = {activity.number, row.id},
             .at = starts - beforeVisit});
    }
}

Notable approvalNotable(Replica& replica, const Record& row, bool decided)
{
    const RowKey quote{schema::entity("quote").number, row.value("quote").id()};
    const auto label = replica.label(quote);
    const Id who = decided ? row.value("decided_by").id() : row.value("asked_by").id();
    const auto name = replica.label({schema::entity("user").number, who});
    const QString person = name.ok() && !name->empty() ? toQString(*name) : tr("Somebody");
    const bool yes = row.value("status").text() == "approved";
    const QString answer = toQString(row.value(decided ? "answer" : "comment").text());
    Notable notable{.kind = decided ? Notable::Kind::Decided : Notable::Kind::Approval,
                    .key = keyOf(decided ? "decided" : "asked", row.id),
                    .heading = !decided ? tr("%1 asks for your approval").arg(person)
                               : yes    ? tr("%1 has approved your quote").arg(person)
                                        : tr("%1 has refused your quote").arg(person),
                    .text = label.ok() ? oneLine(toQString(*label), 120) : QString(),
                    .row = quote,
                    .at = row.value(decided ? "decided_at" : "asked_at").integer()};
    if (!answer.isEmpty())
        notable.text += QStringLiteral(" · ") + oneLine(answer, 120);
    return notable;
}

void addApprovals(Replica& replica, const Id& me, Milliseconds now, std::vector<Notable>& all)
{
    const Entity& approval = schema::entity("approval");
    for (const Record& row : notableRows(replica, approval,
                                         {{*approval.indexOf("asked"), Comparison::Equal, Value(me)},
                                          {*approval.indexOf("status"), Comparison::Equal, Value("open")}},
                                         "asked_at"))
        all.push_back(approvalNotable(replica, row, false));
    for (const Record& row :
         notableRows(replica, approval,
                     {{*approval.indexOf("asked_by"), Comparison::Equal, Value(me)},
                      {*approval.indexOf("asked_at"), Comparison::Greater, Value(now - 4 * decidedLately)}},
                     "asked_at")) {
        const std::string& status = row.value("status").text();
        const bool decided = status == "approved" || status == "rejected";
        if (decided && row.value("decided_by").id() != me && row.value("decided_at").isInteger() &&
            row.value("decided_at").integer() >= now - decidedLately)
            all.push_back(approvalNotable(replica, row, true));
    }
}

void addInbox(Replica& replica, const Id& me, Milliseconds now, std::vector<Notable>& all)
{
    for (const InboxEntry& entry : loadInbox(replica, me, now))
        if (entry.open)
            all.push_back(
                {.kind = Notable::Kind::Inbox,
                 .key = keyOf("inbox", entry.item.id),
                 .heading = entry.rejected ? tr("A change was not accepted") : tr("Two of you changed the same"),
                 .text = entry.sentence,
                 .row = entry.item.row,
                 .at = std::max(entry.item.a.at, entry.item.b.at)});
}

// Who gave it to him stands in its history; what he took or made himself is no news, nor what is no longer his.
void addAccounts(Replica& replica, const Id& me, Milliseconds now, std::vector<Notable>& all)
{
    const Entity& account = schema::entity("account");
    const auto handed = replica.accountsHandedTo(me, now - handedLately);
    std::set<Id> seen; // the last time counts
    for (const HistoryEntry& entry : handed.ok() ? *handed : std::vector<HistoryEntry>()) {
        if (!seen.insert(entry.row.id).second || entry.user == me)
            continue;
        const auto row = replica.find(account, entry.row.id);
        if (!row.ok() || !*row || (*row)->value("owner").id() != me)
            continue;
        const auto name = replica.label({schema::entity("user").number, entry.user});
        const QString what = oneLine(toQString((*row)->label()), 80);
        all.push_back({.kind = Notable::Kind::Account,
                       .key = keyOf("account", entry.row.id, std::to_string(entry.at)),
                       .heading = tr("An account is yours now"),
                       .text = name.ok() && !name->empty() ? tr("%1, from %2").arg(what, toQString(*name)) : what,
                       .row = entry.row,
                       .at = entry.at});
        if (seen.size() == mostOfAKind)
            return;
    }
}

} // namespace

std::vector<Notable> loadNotables(Replica& replica, const Id& me, Milliseconds now)
{
    std::vector<Notable> all;
    addVisits(replica, me, now, all);
    addDue(replica, me, now, all);
    addApprovals(replica, me, now, all);
    addInbox(replica, me, now, all);
    addAccounts(replica, me, now, all);
    std::stable_sort(all.begin(), all.end(), [](const Notable& a, const Notable& b) { return a.at > b.at; });
    return all;
}

} // namespace satchel::ui
