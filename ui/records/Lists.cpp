// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/Lists.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("Lists", text);
}

std::vector<Filter> stillOpen()
{
    const std::size_t status = *schema::entity("lead").indexOf("status");
    return {{status, Comparison::NotEqual, Value("converted")}, {status, Comparison::NotEqual, Value("disqualified")}};
}
} // namespace

RelatedList openTasks(const std::string& link)
{
    const Entity& task = schema::entity("task");
    return {.heading = tr("Open to-dos"),
            .empty = tr("Nothing to do."),
            .entity = &task,
            .link = link,
            .filters = {{*task.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})}},
            .orderBy = task.indexOf("due")};
}

RelatedList openLeads(const std::string& link)
{
    return {.heading = tr("Leads"),
            .empty = tr("No open leads."),
            .entity = &schema::entity("lead"),
            .link = link,
            .filters = stillOpen()};
}

RelatedList openDeals(const std::string& link)
{
    const Entity& deal = schema::entity("opportunity");
    return {.heading = tr("Open deals"),
            .empty = tr("No deal under way."),
            .entity = &deal,
            .link = link,
            .orderBy = deal.indexOf("close_on")};
}

std::vector<ListChoice> choicesFor(const Entity& entity, const Id& me)
{
    std::vector<ListChoice> choices;
    if (entity.name == "lead") // at first what is to be worked on; what came last has the latest day
        choices.push_back({.id = QStringLiteral("open"),
                           .name = tr("Open, newest first"),
                           .filters = stillOpen(),
                           .orderBy = entity.indexOf("respond_by"),
                           .descending = true});
    choices.push_back({.id = QStringLiteral("all"), .name = tr("All, by name")});
    if (const auto owner = entity.indexOf("owner"))
        choices.push_back(
            {.id = QStringLiteral("mine"), .name = tr("Mine"), .filters = {{*owner, Comparison::Equal, Value(me)}}});
    if (const auto deadline = entity.indexOf("respond_by"))
        choices.push_back({.id = QStringLiteral("deadline"),
                           .name = tr("New, by deadline"),
                           .filters = {{*entity.indexOf("status"), Comparison::Equal, Value("new")}},
                           .orderBy = deadline});
    for (const char* name : {"status", "decision_role"})
        if (const Field* field = entity.field(name))
            for (const std::string& choice : field->choices)
                choices.push_back({.id = toQString(choice),
                                   .name = choiceWord(choice),
                                   .filters = {{*entity.indexOf(name), Comparison::Equal, Value(choice)}}});
    return choices;
}

} // namespace satchel::ui
