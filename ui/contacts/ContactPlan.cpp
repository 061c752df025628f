// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ContactPlan.h"

#include "ui/records/Lists.h"

namespace satchel::ui {

DetailPlan contactPlan()
{
    return {.entity = &schema::entity("contact"),
            .pills = {"decision_role", "consent"},
            .nameFields = {"first_name", "last_name"},
            .subtitle = {"job_title", "account"},
            .highlights = {"phone", "mobile", "email"},
            .fields = {"account", "job_title", "decision_role", "preferred_channel", "department", "salutation",
                       "more_phones", "more_emails", "consent", "birthday", "language", "owner", "address", "tags",
                       "notes"},
            .always = 4,
            .lists = {openTasks("contact"), openLeads("contact")}};
}

} // namespace satchel::ui
