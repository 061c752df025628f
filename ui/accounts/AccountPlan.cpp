// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountPlan.h"

#include "ui/accounts/BusinessCard.h"
#include "ui/accounts/SiteTreeCard.h"
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
                      openDeals("account"),
                      {.heading = tr("Quotes"),
                       .empty = tr("No quotes yet."),
                       .entity = &schema::entity("quote"),
                       .link = "account",
                       .orderBy = schema::entity("quote").indexOf("date"),
                       .descending = true},
                      openLeads("account")},
            .cards = {[](const Desk& desk, QWidget* parent) { return new SiteTreeCard(desk, parent); },
                      [](const Desk& desk, QWidget* parent) { return new PurchasesCard(desk, parent); },
                      [](const Desk& desk, QWidget* parent) { return new BusinessCard(desk, parent); }}};
}

} // namespace satchel::ui
