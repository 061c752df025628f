// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/InboxEntry.h"

#include "core/model/Rule.h"
#include "core/schema/ValueJson.h"
#include "ui/language/Sentences.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int longestInSentence = 60;

QString tr(const char* text)
{
    return QCoreApplication::translate("InboxEntry", text);
}

QString quoted(const QString& value)
{
    return value.isEmpty() ? tr("nothing") : tr("\"%1\"").arg(oneLine(value, longestInSentence));
}

// "on Tuesday", "today at 10:30": conflicts are mostly days old, so the day says more than the minute.
QString dayPhrase(Milliseconds at, Milliseconds now)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    const qint64 ago = moment.date().daysTo(QDateTime::fromMSecsSinceEpoch(now).date());
    const QLocale locale;
    const QString clock = locale.toString(moment.time(), QLocale::ShortFormat);
    if (ago == 0)
        return tr("today at %1").arg(clock);
    if (ago == 1)
        return tr("yesterday at %1").arg(clock);
    if (ago > 1 && ago < 7)
        return tr("on %1").arg(locale.toString(moment.date(), QStringLiteral("dddd")));
    return tr("on %1").arg(locale.toString(moment.date(), dayFormat()));
}

// A whole refused record comes as an object: "Name: ..., Phone: ...".
QString wholeRow(const Entity* entity, const nlohmann::ordered_json& json, const LabelOf& labels)
{
    QStringList parts;
    if (entity != nullptr && json.is_object())
        for (const auto& [name, content] : json.items())
            if (const Field* field = entity->field(name))
                if (const auto value = valueFromJson(*field, content); value.ok())
                    parts << QStringLiteral("%1: %2").arg(fieldWord(*field),
                                                          oneLine(valueWord(*field, *value, labels), 80));
    return parts.join(QStringLiteral("\n"));
}

QString valueOf(const Entity* entity, const Field* field, const std::string& text, const LabelOf& labels)
{
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_discarded() || json.is_null())
        return {};
    if (field == nullptr)
        return wholeRow(entity, json, labels);
    const auto value = valueFromJson(*field, json);
    return value.ok() ? valueWord(*field, *value, labels) : toQString(text);
}

InboxEntry::Side sideOf(const InboxItem::Side& side, const QString& value, const Id& me, const LabelOf& labels,
                        Milliseconds now)
{
    InboxEntry::Side result{
        .value = value, .when = side.at == 0 ? QString() : dayPhrase(side.at, now), .device = toQString(side.device)};
    result.mine = side.user == me;
    result.who = result.mine ? tr("You") : side.user.isNull() ? tr("The server") : labels("user", side.user);
    if (result.who.isEmpty())
        result.who = tr("Somebody");
    return result;
}

QString keptPhrase(const InboxEntry& entry)
{
    if (entry.item.kept == "both")
        return tr("Both are kept.");
    const InboxEntry::Side& kept = entry.item.kept == "b" ? entry.b : entry.a;
    if (kept.mine && entry.a.mine && entry.b.mine)
        return tr("The one from %1 is kept.").arg(kept.device);
    return kept.mine ? tr("Yours is kept.") : tr("%1's is kept.").arg(kept.who.section(QLatin1Char(' '), 0, 0));
}

QString wholeSentence(const InboxEntry& entry, const InboxEntry::Side& first, const InboxEntry::Side& second)
{
    const InboxEntry::Side& mine = first.mine ? first : second;
    const InboxEntry::Side& theirs = first.mine ? second : first;
    if (entry.item.rule == "edit_beats_delete")
        return tr("%1 was deleted on one laptop and changed on another, by you and %2. It was brought back, so no edit "
                  "is lost.")
            .arg(entry.record, theirs.who);
    if (entry.item.rule == "delete_beats_edit")
        return tr("%1 was deleted by one of you while the other changed it (you and %2). It stays deleted; what was "
                  "typed is below.")
            .arg(entry.record, theirs.who);
    if (entry.item.rule == rule::handedOver)
        return tr("A quote was handed over by %1 while %2 still changed it. These edits are in its next revision, %3.")
            .arg(entry.a.mine ? tr("you") : entry.a.who, entry.b.mine ? tr("you") : entry.b.who, entry.record);
    return tr("%1 %2 and %3 both worked on %4.").arg(mine.who, mine.when, theirs.who, entry.record);
}

QString conflictSentence(const InboxEntry& entry)
{
    // The reader first, then the other; two devices of one person in the order of time.
    const bool aFirst = entry.a.mine != entry.b.mine ? entry.a.mine : entry.item.a.at <= entry.item.b.at;
    InboxEntry::Side first = aFirst ? entry.a : entry.b;
    InboxEntry::Side second = aFirst ? entry.b : entry.a;
    if (entry.field.isEmpty())
        return wholeSentence(entry, first, second);
    if (first.mine && second.mine) {
        first.who = tr("You on %1").arg(first.device);
        second.who = tr("you on %1").arg(second.device);
    }
    return tr("%1 set the %2 of %3 to %4 %5; %6 set it to %7 %8. %9")
        .arg(first.who, inSentence(entry.field), entry.record, quoted(first.value), first.when, second.who,
             quoted(second.value), second.when, keptPhrase(entry));
}

QString rejectedSentence(const InboxEntry& entry)
{
    if (entry.field.isEmpty())
        return tr("What you did with %1 %2 was not accepted.").arg(entry.record, entry.b.when);
    return tr("You set the %1 of %2 to %3 %4. It was not accepted.")
        .arg(inSentence(entry.field), entry.record, quoted(entry.b.value), entry.b.when);
}

// A record that changed hands while its former owner still had edits to send; and one that may be there twice.
QString specialSentence(const InboxEntry& entry)
{
    const QString value = quoted(entry.b.value);
    if (entry.isDuplicate())
        return entry.a.value.isEmpty()
                   ? tr("%1 may be there twice: another record has this too.").arg(entry.record)
                   : tr("%1 may be there twice: %2 has %3 too.").arg(entry.record, entry.a.who, entry.a.value);
    if (!entry.b.mine)
        return entry.field.isEmpty()
                   ? tr("%1 had changed %2 %3, before it became yours. Take it over?")
                         .arg(entry.b.who, entry.record, entry.b.when)
                   : tr("%1 had set the %2 of %3 to %4 %5, before it became yours. Take it over?")
                         .arg(entry.b.who, inSentence(entry.field), entry.record, value, entry.b.when);
    return tr("You changed %1 %2. It belongs to somebody else now, who was offered what you typed.")
        .arg(entry.record, entry.b.when);
}

// Two records stand beside each other instead of two values: what is alike of each, under its own name.
void readTwin(InboxEntry& entry, const Entity& entity, const LabelOf& labels)
{
    const auto json = nlohmann::json::parse(entry.item.a.value, nullptr, false);
    const auto id = json.is_object() && json.contains("id") && json["id"].is_string()
                        ? Id::parse(json["id"].get<std::string>())
                        : std::nullopt;
    const QString now = id ? labels(entity.name, *id) : QString();
    if (!now.isEmpty() && entry.here)
        entry.twin = *id;
    entry.a.who = now;
    if (now.isEmpty() && json.is_object() && json.contains("label") && json["label"].is_string())
        entry.a.who = toQString(json["label"].get<std::string>());
    entry.b.who = entry.record;
    entry.a.kept = entry.b.kept = false;
    for (InboxEntry::Side* side : {&entry.a, &entry.b})
        side->value = side->value.section(QStringLiteral(": "), 1);
}

} // namespace

char InboxEntry::other() const
{
    if (!canSwap)
        return 0;
    if (item.kept == "both")
        return b.mine ? 'b' : 'a';
    return item.kept == "a" ? 'b' : 'a';
}

bool InboxEntry::isForServer() const
{
    return item.rule.starts_with(rule::proposal) || item.rule == rule::deleted;
}

bool InboxEntry::isDuplicate() const
{
    return item.rule == rule::duplicate;
}

Edit usedEdit(const InboxEntry& entry)
{
    const Entity& conflict = schema::entity("conflict");
    const char* state = entry.a.mine && !entry.b.mine ? "a_state" : "b_state";
    return {.kind = OperationKind::Update,
            .entity = &conflict,
            .id = entry.item.id,
            .values = {{*conflict.indexOf(state), Value("taken")}}};
}

FieldValues typedValues(const InboxEntry& entry)
{
    FieldValues values;
    const Entity* entity = schema::entityNumbered(entry.item.row.entity);
    const auto json = nlohmann::ordered_json::parse(
        entry.a.mine && !entry.b.mine ? entry.item.a.value : entry.item.b.value, nullptr, false);
    if (entity == nullptr || json.is_discarded() || json.is_null())
        return values;
    const auto add = [&](const std::string& name, const nlohmann::ordered_json& content) {
        const auto field = entity->indexOf(name);
        if (!field)
            return;
        if (const auto value = valueFromJson(entity->fields[*field], content); value.ok())
            values.emplace_back(*field, *value);
    };
    if (!entry.item.field.empty())
        add(entry.item.field, json);
    else if (json.is_object())
        for (const auto& [name, content] : json.items())
            add(name, content);
    return values;
}

InboxEntry inboxEntry(Replica& replica, const InboxItem& item, const Id& me, Milliseconds now)
{
    const LabelOf labels = labelsOf(replica);
    const Entity* entity = schema::entityNumbered(item.row.entity);
    const Field* field = entity == nullptr ? nullptr : entity->field(item.field);
    InboxEntry entry{.item = item, .record = entity == nullptr ? QString() : labels(entity->name, item.row.id)};
    const bool here = !entry.record.isEmpty();
    if (!here)
        entry.record = entity == nullptr ? tr("a record")
                                         : tr("a %1 that is not on this laptop").arg(inSentence(entityWord(*entity)));
    entry.field = field == nullptr ? QString() : fieldWord(*field);
    entry.base = valueOf(entity, field, item.base, labels);
    entry.a = sideOf(item.a, valueOf(entity, field, item.a.value, labels), me, labels, now);
    entry.b = sideOf(item.b, valueOf(entity, field, item.b.value, labels), me, labels, now);
    entry.a.kept = item.kept == "a" || item.kept == "both";
    entry.b.kept = item.kept == "b" || item.kept == "both";
    entry.rejected = item.state == "rejected";
    entry.open = item.state == "open" || entry.rejected;
    entry.here = here;
    if (entry.isDuplicate() && entity != nullptr)
        readTwin(entry, *entity, labels);
    // What the server carries out by itself needs no record on this laptop.
    const bool proposed = item.rule.starts_with(rule::proposal);
    const bool offered = proposed && item.state == "open";
    entry.canSwap = offered || (field != nullptr && !proposed && (here || item.rule == rule::deleted));
    entry.canResend = entry.rejected && !proposed && (field != nullptr ? here : !here && !typedValues(entry).empty());
    entry.sentence = entry.rejected && !proposed       ? rejectedSentence(entry)
                     : proposed || entry.isDuplicate() ? specialSentence(entry)
                                                       : conflictSentence(entry);
    entry.reason =
        entry.rejected && !proposed
            ? tr("%1 The record shows the server's value again. Edit what you typed and send it again, copy it for "
                 "later, or discard it.")
                  .arg(sentenceWord(toQString(item.rule)))
            : ruleWord(item.rule) + QStringLiteral(".");
    return entry;
}

std::vector<InboxEntry> loadInbox(Replica& replica, const Id& me, Milliseconds now)
{
    std::vector<InboxEntry> entries;
    const auto items = replica.inbox();
    if (!items.ok())
        return entries;
    for (const InboxItem& item : *items)
        entries.push_back(inboxEntry(replica, item, me, now));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const InboxEntry& a, const InboxEntry& b) { return a.open > b.open; });
    return entries;
}

} // namespace satchel::ui
