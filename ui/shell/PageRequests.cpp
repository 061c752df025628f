// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PageRequests.h"

#include "ui/duplicates/DuplicatesPage.h"
#include "ui/inbox/InboxPage.h"
#include "ui/records/RecordPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Panels.h"
#include "ui/today/TodayPage.h"

namespace satchel::ui {

namespace {

// `twin`: whom it is compared with; null: whoever is found.
void lookForTwins(MainWindow& window, const RowKey& row, const Id& twin)
{
    const QString place = QStringLiteral("duplicates");
    window.go(place);
    qobject_cast<DuplicatesPage*>(window.page(place))->lookFor(row, twin);
}

} // namespace

void connectRequests(Page* page, MainWindow& window, Panels& panels)
{
    if (const auto* records = qobject_cast<RecordPage*>(page))
        QObject::connect(records, &RecordPage::twinsRequested, &window,
                         [&window](const RowKey& row) { lookForTwins(window, row, {}); });
    if (const auto* inbox = qobject_cast<InboxPage*>(page)) {
        QObject::connect(inbox, &InboxPage::resendWanted, &panels,
                         [&panels](const Entity* entity, const FieldValues& values, const Edit& used) {
                             panels.addAgain(*entity, values, used);
                         });
        QObject::connect(inbox, &InboxPage::twinsRequested, &window,
                         [&window](const RowKey& row, const Id& twin) { lookForTwins(window, row, twin); });
    }
    if (const auto* today = qobject_cast<TodayPage*>(page))
        QObject::connect(today, &TodayPage::quoteWanted, &window, [&window](const Id& account) {
            window.go(QStringLiteral("quote"));
            window.currentPage()->addFor(QStringLiteral("account"), account);
        });
}

} // namespace satchel::ui
