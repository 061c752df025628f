// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Travel.h"

#include "core/rules/Access.h"
#include "core/store/Leases.h"
#include "core/store/Reserve.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace satchel::ui {

namespace {

using TravelWay = TravelCheck::Way;

constexpr Milliseconds recently = Milliseconds{60} * 60 * 1000;
constexpr std::int64_t enoughRoom = 200LL * 1024 * 1024;

QString tr(const char* text, const char* which = nullptr, int count = -1)
{
    return QCoreApplication::translate("Travel", text, which, count);
}

TravelCheck recordsCheck(const ReplicaStatus& status, const TravelFacts& facts, Milliseconds now)
{
    TravelCheck check{.what = tr("Records"), .state = {}};
    if (status.lastSync == 0)
        check.state = tr("Nothing has been fetched yet.");
    else if (facts.downloading)
        check.state = tr("The first download is still under way; your own records are here already.");
    else
        check.state = tr("Synced %1.").arg(agoWord(status.lastSync, now));
    check.fine = status.lastSync != 0 && !facts.downloading && now - status.lastSync <= recently;
    check.way = check.fine ? TravelWay::None : TravelWay::Sync;
    return check;
}

TravelCheck outboxCheck(const ReplicaStatus& status)
{
    return {.what = tr("Your changes"),
            .state = status.waiting == 0 ? tr("Everything you did has been sent.")
                                         : tr("%Ln changes wait to be sent. They are safe on this laptop.", nullptr,
                                              static_cast<int>(status.waiting)),
            .fine = status.waiting == 0,
            .way = status.waiting == 0 ? TravelWay::None : TravelWay::Sync};
}

TravelCheck inboxCheck(const ReplicaStatus& status)
{
    return {.what = tr("Inbox"),
            .state = status.inbox == 0 ? tr("Nothing waits for an answer.")
                                       : tr("%Ln items wait for an answer.", nullptr, static_cast<int>(status.inbox)),
            .fine = status.inbox == 0,
            .way = status.inbox == 0 ? TravelWay::None : TravelWay::Inbox};
}

// The same question the next sync asks: whether a series runs short, or is void because this is a copy.
TravelCheck numbersCheck(Replica& replica)
{
    const auto wanted = Leases(replica).wanted();
    const bool enough = wanted.ok() && std::none_of(wanted->begin(), wanted->end(), [](const LeaseRequest& request) {
                            return request.series == "quote";
                        });
    return {.what = tr("Quote numbers"),
            .state = enough ? tr("There are enough numbers for the quotes you will write.")
                            : tr("Few numbers are left: without them a quote is called a draft until the next "
                                 "sync."),
            .fine = enough,
            .way = enough ? TravelWay::None : TravelWay::Sync};
}

struct ComingPrices {
    std::int64_t lists = 0;
    std::int64_t current = 0;
    std::string next; ///< the first day on which one of them changes
};

ComingPrices comingPrices(Replica& replica, const std::string& today)
{
    ComingPrices coming;
    const Entity& revision = schema::entity("price_revision");
    const Entity& list = schema::entity("price_list");
    Query lists{.entity = &list, .search = {}, .filters = {}, .orderBy = {}, .limit = 500, .after = {}};
    const auto page = replica.list(lists);
    if (!page.ok())
        return coming;
    for (const Record& each : page->rows) {
        if (each.value("active").isInteger() && each.value("active").integer() == 0)
            continue;
        ++coming.lists;
        const auto revisions =
            replica.list({.entity = &revision,
                          .search = {},
                          .filters = {{*revision.indexOf("price_list"), Comparison::Equal, Value(each.id)}},
                          .orderBy = {},
                          .limit = 500,
                          .after = {}});
        bool counts = revisions.ok() && revisions->rows.empty(); // prices without any revision count always
        for (const Record& row : revisions.ok() ? revisions->rows : std::vector<Record>()) {
            if (row.value("status").text() != "published")
                continue;
            const std::string& from = row.value("effective_from").text();
            counts = counts || from <= today;
            if (from > today && (coming.next.empty() || from < coming.next))
                coming.next = from;
        }
        coming.current += counts ? 1 : 0;
    }
    return coming;
}

TravelCheck pricesCheck(Replica& replica, Milliseconds now)
{
    const ComingPrices coming = comingPrices(replica, localDay(now));
    TravelCheck check{.what = tr("Prices"), .state = {}, .fine = coming.lists == 0 || coming.current > 0};
    if (coming.lists == 0)
        check.state = tr("There are no price lists for you.");
    else if (coming.current == 0)
        check.state = tr("None of your price lists counts today.");
    else if (coming.next.empty())
        check.state =
            tr("%Ln price lists count today; no change is announced.", nullptr, static_cast<int>(coming.current));
    else
        check.state = tr("%Ln price lists count today; the next change is on %1 and is on this laptop already.",
                         nullptr, static_cast<int>(coming.current))
                          .arg(dateWord(coming.next, now));
    check.way = check.fine ? TravelWay::None : TravelWay::Prices;
    return check;
}

TravelCheck passwordCheck(const TravelFacts& facts)
{
    if (facts.needsPassword)
        return {.what = tr("Password"),
                .state = tr("Syncing needs your password. Give it while there is a network."),
                .fine = false,
                .way = TravelWay::Password};
    return {.what = tr("Password"),
            .state = facts.hasKeyring ? tr("You are signed in; nothing has to be typed on the way.")
                                      : tr("This computer keeps no passwords: after a restart, syncing will ask "
                                           "for yours. Your records open without it.")};
}

TravelCheck roomCheck(Replica& replica)
{
    const std::int64_t room = roomForPublishing(replica.folder());
    const QString size = QLocale().formattedDataSize(room > 0 ? room : 0);
    return {.what = tr("Disk"),
            .state = room >= enoughRoom
                         ? tr("%1 are free.").arg(size)
                         : tr("Only %1 are free. Make room, or the next sync may have to stop.").arg(size),
            .fine = room >= enoughRoom};
}

} // namespace

std::vector<TravelCheck> travelChecks(Replica& replica, const TravelFacts& facts, Milliseconds now)
{
    std::vector<TravelCheck> checks;
    const auto status = replica.status();
    const auto me = replica.identity();
    if (!status.ok() || !me.ok() || !me->has_value())
        return checks;
    checks.push_back(recordsCheck(*status, facts, now));
    checks.push_back(outboxCheck(*status));
    checks.push_back(inboxCheck(*status));
    if (mayCreate((*me)->role, schema::entity("quote")))
        checks.push_back(numbersCheck(replica));
    checks.push_back(pricesCheck(replica, now));
    checks.push_back(passwordCheck(facts));
    checks.push_back(roomCheck(replica));
    return checks;
}

} // namespace satchel::ui
