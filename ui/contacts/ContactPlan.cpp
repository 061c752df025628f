// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactPlan.h"

#include "ui/records/Lists.h"

#include <QCoreApplication>

namespace satchel::ui {

DetailPlan contactPlan()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ContactPlan", text); };
    return {.entity = &schema::entity("contact"),
            .pills = {"decision_role", "consent"},
            .nameFields = {"first_name", "last_name"},
            .subtitle = {"job_title", "account"},
            .highlights = {"phone", "mobile", "email"},
            .fields = {"account", "job_title", "decision_role", "preferred_channel", "department", "salutation",
                       "more_phones", "more_emails", "consent", "birthday", "language", "owner", "address", "tags",
                       "notes"},
            .always = 4,
            .lists = {openTasks("contact"),
                      openDeals("contact"),
                      {.heading = tr("Quotes"),
                       .empty = tr("No quotes yet."),
                       .entity = &schema::entity("quote"),
                       .link = "contact",
                       .orderBy = schema::entity("quote").indexOf("date"),
                       .descending = true,
                       .addable = false},
                      {.heading = tr("Orders"),
                       .empty = tr("Nothing bought yet."),
                       .entity = &schema::entity("order"),
                       .link = "contact",
                       .orderBy = schema::entity("order").indexOf("ordered_on"),
                       .descending = true,
                       .addable = false},
                      openLeads("contact")},
            .tasksFirst = true};
}

} // namespace satchel::ui
