// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountPlan.h"

#include "ui/orders/PurchasesCard.h"
#include "ui/records/Lists.h"

#include <QCoreApplication>

namespace satchel::ui {

DetailPlan accountPlan()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("AccountPlan", text); };
    return {.entity = &schema::entity("account"),
            .pills = {"status", "national"},
            .nameFields = {"name"},
            .subtitle = {"number", "industry", "address"},
            .highlights = {"next_step", "status", "owner", "territory"},
            .fields = {"phone", "email", "website", "address", "parent", "national", "industry", "segment", "number",
                       "vat_id", "annual_revenue", "employees", "tags", "notes"},
            .always = 4,
            .lists = {{.heading = tr("People"),
                       .empty = tr("Nobody is known here yet."),
                       .entity = &schema::entity("contact"),
                       .link = "account"},
                      openTasks("account"),
                      {.heading = tr("Sites"),
                       .empty = tr("No sites below this one."),
                       .entity = &schema::entity("account"),
                       .link = "parent"},
                      openLeads("account"),
                      {.heading = tr("Quotes"),
                       .empty = tr("No quotes yet."),
                       .entity = &schema::entity("quote"),
                       .link = "account",
                       .orderBy = schema::entity("quote").indexOf("date")}},
            .cards = {[](const Desk& desk, QWidget* parent) { return new PurchasesCard(desk, parent); }}};
}

} // namespace satchel::ui
