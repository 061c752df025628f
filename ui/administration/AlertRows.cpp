// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/AlertRows.h"

#include "ui/administration/LogWords.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr Milliseconds reversibleFor = 30LL * 24 * 60 * 60 * 1000; // as the server has it

QString tr(const char* text, const char* meaning = nullptr, int count = -1)
{
    return QCoreApplication::translate("AlertRows", text, meaning, count);
}

QString alertWord(const std::string& kind)
{
    if (kind == "clone")
        return tr("Copied laptop");
    if (kind == "recovery")
        return tr("Restored server");
    if (kind == "fuse")
        return tr("Held deletions");
    if (kind == "quarantine")
        return tr("Change in quarantine");
    if (kind == "stale")
        return tr("Device not seen");
    if (kind == "digest")
        return tr("Checksums");
    if (kind == "orders")
        return tr("Orders");
    if (kind == "deed")
        return tr("Administration");
    return toQString(kind);
}

AlertRow fuseRow(const Overview::Fuse& fuse, const DirectoryRows& names)
{
    const QString who = names.nameOf(fuse.user);
    const QString person = who.isEmpty() ? tr("Somebody") : who;
    const QString records = tr("%Ln records", nullptr, static_cast<int>(fuse.records));
    const QString device = oneLine(toQString(fuse.device), 80);
    AlertRow row{
        .kind = AlertRow::Kind::Fuse, .subject = fuse.id, .alert = {}, .at = fuse.at, .what = {}, .sentence = {}};
    row.what = alertWord("fuse");
    row.sentence = tr("%1 deleted %2 within an hour on %3. The deletions wait for you: carry them out, or refuse them.")
                       .arg(person, records, device);
    if (fuse.state == "released") {
        row.kind = AlertRow::Kind::Released;
        row.at = fuse.ended;
        row.sentence = tr("%1 deleted %2 on %3, and it was carried out. For 30 days they can be brought back.")
                           .arg(person, records, device);
    }
    return row;
}

AlertRow changeRow(const Overview::Quarantined& change)
{
    return {.kind = AlertRow::Kind::Quarantine,
            .subject = change.incarnation,
            .number = change.number,
            .alert = {},
            .at = change.at,
            .what = alertWord("quarantine"),
            .sentence = tr("The server failed %1 times with a change of %2 (%3): %4")
                            .arg(numberWord(change.attempts), oneLine(toQString(change.login), 80),
                                 oneLine(toQString(change.device), 80), oneLine(toQString(change.error), 200))};
}

AlertRow recoveryRow(const Overview& overview)
{
    AlertRow row{
        .kind = AlertRow::Kind::Recovery, .subject = {}, .alert = {}, .at = overview.at, .what = {}, .sentence = {}};
    row.what = alertWord("recovery");
    row.sentence = overview.heldInAll == 0
                       ? tr("The server was restored. Close the recovery when everybody has synced.")
                       : tr("The server was restored. %Ln records are known to laptops only; take them back before you "
                            "close the recovery, for then they are forgotten.",
                            nullptr, static_cast<int>(overview.heldInAll));
    return row;
}

} // namespace

std::vector<AlertRow> alertRows(const Overview& overview, const DirectoryRows& names, bool log, Milliseconds now)
{
    std::vector<AlertRow> rows;
    const auto alertAbout = [&](const char* kind, const Id& subject) {
        for (const Overview::Alert& each : overview.alerts)
            if (!each.closed && each.kind == kind && each.subject == subject)
                return std::optional(each);
        return std::optional<Overview::Alert>();
    };
    if (overview.recovering)
        rows.push_back(recoveryRow(overview));
    for (const Overview::Fuse& fuse : overview.fuses) {
        const bool released = fuse.state == "released" && now - fuse.ended <= reversibleFor;
        if (fuse.state != "blown" && !released)
            continue;
        rows.push_back(fuseRow(fuse, names));
        if (const auto alert = alertAbout("fuse", fuse.id))
            rows.back().alert = alert->id;
    }
    for (const Overview::Quarantined& change : overview.changes)
        rows.push_back(changeRow(change));
    for (const Overview::Alert& alert : overview.alerts) {
        const bool told = alert.kind == "fuse" || (alert.kind == "recovery" && overview.recovering) ||
                          (alert.kind == "quarantine" && !overview.changes.empty());
        if (alert.closed || told)
            continue;
        rows.push_back({.kind = AlertRow::Kind::Plain,
                        .subject = alert.id,
                        .alert = alert.id,
                        .at = alert.at,
                        .what = alertWord(alert.kind),
                        .sentence = sentenceWord(toQString(alert.text))});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const AlertRow& a, const AlertRow& b) { return a.at > b.at; });
    if (log)
        for (const Overview::Alert& alert : overview.alerts)
            if (alert.closed)
                rows.push_back({.kind = AlertRow::Kind::Deed,
                                .subject = alert.id,
                                .alert = {},
                                .at = alert.at,
                                .what = alertWord(alert.kind),
                                .sentence = alert.kind == "deed" ? logWord(toQString(alert.text))
                                                                 : sentenceWord(toQString(alert.text))});
    return rows;
}

} // namespace satchel::ui
