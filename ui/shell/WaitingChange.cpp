// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WaitingChange.h"

#include "core/store/Withdrawal.h"
#include "ui/language/Sentences.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int longestValue = 40;

QString tr(const char* text, const char* which = nullptr, int count = -1)
{
    return QCoreApplication::translate("WaitingChange", text, which, count);
}

// What the change did to its first record: its own lines of history, which nobody else has yet.
QString deedWords(Replica& replica, const OutboxItem& item, const LabelOf& labels)
{
    const RowKey& row = item.rows.front();
    const Entity& entity = *schema::entityNumbered(row.entity);
    const QString name = oneLine(labels(entity.name, row.id), 80);
    const QString kind = entityWord(entity);
    const auto history = replica.history(row);
    for (const HistoryEntry& entry : history.ok() ? *history : std::vector<HistoryEntry>()) {
        if (entry.seq != 0 || entry.at != item.edited)
            continue;
        const auto field = entity.indexOfNumber(entry.field);
        if (entry.field == 0 || !field)
            return tr("%1 %2: %3").arg(kind, name, inSentence(ruleWord(entry.rule)));
        const auto shown = [&](const Value& value) {
            const QString text = oneLine(valueWord(entity.fields[*field], value, labels), longestValue);
            return text.isEmpty() ? tr("nothing") : text;
        };
        return tr("%1 of %2: %3 → %4")
            .arg(fieldWord(entity.fields[*field]), name.isEmpty() ? kind : name, shown(entry.from), shown(entry.to));
    }
    return name.isEmpty() ? kind : QStringLiteral("%1 %2").arg(kind, name);
}

} // namespace

std::vector<WaitingChange> waitingChanges(Replica& replica, Milliseconds now, std::size_t most)
{
    std::vector<WaitingChange> changes;
    auto items = replica.outbox();
    if (!items.ok())
        return changes;
    std::reverse(items->begin(), items->end());
    const LabelOf labels = labelsOf(replica);
    for (const OutboxItem& item : *items) {
        // Answers to the inbox and the like are no business of their own.
        if (item.rows.empty() || changes.size() == most)
            continue;
        WaitingChange change{.number = item.number, .row = item.rows.front()};
        change.what = deedWords(replica, item, labels);
        if (item.rows.size() > 1)
            change.what += tr(", and %Ln more records", nullptr, static_cast<int>(item.rows.size()) - 1);
        change.when = item.edited == 0 ? QString() : agoWord(item.edited, now);
        change.why = sentenceWord(toQString(item.why));
        if (change.why.isEmpty() && !item.waitsFor.empty())
            change.why = tr("The server has it and waits for somebody's decision.");
        const Status free = mayWithdraw(replica, item.number);
        change.whyFixed = free.ok() ? QString() : sentenceWord(toQString(free.error().message));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace satchel::ui
