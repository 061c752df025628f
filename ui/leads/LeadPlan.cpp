// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/LeadPlan.h"

#include "ui/records/Lists.h"
#include "ui/records/RowMakers.h"

namespace satchel::ui {

DetailPlan leadPlan()
{
    return {.entity = &schema::entity("lead"),
            .pills = {"status", "origin"},
            .nameFields = {"name"},
            .subtitle = {"company", "job_title"},
            .highlights = {"status", "respond_by", "value", "owner"},
            .fields = {"phone", "email", "company", "product", "job_title", "origin", "reason", "closed_on", "score",
                       "touches", "last_contact", "account", "contact", "territory", "address", "tags", "notes"},
            .always = 4,
            .lists = {openTasks("lead")},
            .isOverdue = isOverdueLead};
}

} // namespace satchel::ui
