// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Access.h"
#include "ui/accounts/AccountPlan.h"
#include "ui/administration/AdministrationPage.h"
#include "ui/contacts/ContactPlan.h"
#include "ui/deals/ApprovalsPage.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/inbox/InboxPage.h"
#include "ui/leads/LeadsPage.h"
#include "ui/orders/OrdersPage.h"
#include "ui/prices/PricesPage.h"
#include "ui/quotes/QuotesPage.h"
#include "ui/records/RecordPage.h"
#include "ui/records/RowMakers.h"
#include "ui/shell/Pages.h"
#include "ui/shell/SyncGateway.h"
#include "ui/today/TodayPage.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

namespace satchel::ui {

namespace {

using MakePage = std::function<Page*(QWidget* parent)>;

PageCard cardOfRecords(const char* name, const QKeySequence& key, MakePage make)
{
    const Entity& entity = schema::entity(name);
    return {.id = toQString(entity.name),
            .title = entitiesWord(entity),
            .iconName = iconFor(entity),
            .key = key,
            .entity = &entity,
            .make = std::move(make)};
}

PageCard cardOfDesk(const char* id, const QString& title, const char* iconName, const QKeySequence& key, bool below,
                    MakePage make)
{
    return {.id = QString::fromLatin1(id),
            .title = title,
            .iconName = QString::fromLatin1(iconName),
            .key = key,
            .below = below,
            .make = std::move(make)};
}

} // namespace

std::vector<PageCard> pageCards(const Desk& desk, SyncGateway& gateway)
{
    const Desk* const at = &desk;
    SyncGateway* const way = &gateway;
    constexpr auto plainKey = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    constexpr auto shiftedKey = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    std::vector<PageCard> cards;
    cards.push_back(cardOfDesk("today", TodayPage::tr("Today"), "calendar-check", plainKey(Qt::Key_1), false,
                               [at](QWidget* parent) { return new TodayPage(*at, parent); }));
    cards.push_back(cardOfRecords("account", plainKey(Qt::Key_2),
                                  [at](QWidget* parent) { return new RecordPage(*at, accountPlan(), parent); }));
    cards.push_back(cardOfRecords("contact", plainKey(Qt::Key_3),
                                  [at](QWidget* parent) { return new RecordPage(*at, contactPlan(), parent); }));
    cards.push_back(
        cardOfRecords("lead", plainKey(Qt::Key_4), [at](QWidget* parent) { return new LeadsPage(*at, parent); }));
    cards.push_back(
        cardOfRecords("quote", plainKey(Qt::Key_5), [at](QWidget* parent) { return new QuotesPage(*at, parent); }));
    cards.push_back(
        cardOfRecords("order", plainKey(Qt::Key_6), [at](QWidget* parent) { return new OrdersPage(*at, parent); }));
    cards.push_back(cardOfDesk("prices", PricesPage::tr("Prices"), "tag", plainKey(Qt::Key_7), false,
                               [at, way](QWidget* parent) { return new PricesPage(*at, *way, parent); }));
    cards.back().entity = &schema::entity("price_list");
    if (mayUpdate(desk.me.role, schema::entity("user"))) // the rail leads here for no other role
        cards.push_back(cardOfDesk(
            "administration", AdministrationPage::tr("Administration"), "network", plainKey(Qt::Key_0), false,
            [at, way](QWidget* parent) { return new AdministrationPage(*at, way->administration(), parent); }));
    cards.push_back(cardOfDesk("approvals", ApprovalsPage::tr("Approvals"), "circle-check", shiftedKey(Qt::Key_A), true,
                               [at](QWidget* parent) { return new ApprovalsPage(*at, parent); }));
    cards.back().offered = false;
    cards.push_back(cardOfDesk("duplicates", DuplicatesPage::tr("Duplicates"), "git-merge", shiftedKey(Qt::Key_D), true,
                               [at](QWidget* parent) { return new DuplicatesPage(*at, parent); }));
    cards.back().offered = false;
    cards.push_back(cardOfDesk("inbox", InboxPage::tr("Inbox"), "inbox", plainKey(Qt::Key_I), true,
                               [at](QWidget* parent) { return new InboxPage(*at, parent); }));
    return cards;
}

} // namespace satchel::ui
