// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/Revisions.h"

#include "core/store/ReplicaRecords.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace satchel::ui {

namespace {

using State = sales::RevisionState;

QString tr(const char* text)
{
    return QCoreApplication::translate("Revisions", text);
}

QString whenOf(State state, const std::string& from)
{
    const QString day = from.empty() ? tr("the beginning") : dayWord(from);
    switch (state) {
    case State::Current: return tr("In force since %1").arg(day);
    case State::Coming: return tr("In force from %1 on").arg(day);
    case State::Overtaken: return tr("Was to be in force from %1 on; a newer one came first").arg(day);
    case State::RolledBack: return tr("Was in force from %1 on, until it was taken back").arg(day);
    case State::Draft: return tr("Not published");
    case State::Withdrawn: return tr("Withdrawn; was to be in force from %1 on").arg(day);
    case State::Earlier: return tr("Was in force from %1 on").arg(day);
    }
    return {};
}

Result<QString> whoOf(Replica& replica, const Record& revision)
{
    const std::int64_t at = revision.value("published_at").integer();
    if (at == 0)
        return QString();
    const QString when = timeWord(at, replica.environment().now());
    SATCHEL_ASSIGN(const std::string who,
                   replica.label({schema::entity("user").number, revision.value("published_by").id()}));
    return who.empty() ? tr("Published %1").arg(when) : tr("Published %1 by %2").arg(when, oneLine(toQString(who)));
}

} // namespace

const RevisionEntry* Revisions::entry(const Id& id) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& each) { return each.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

const RevisionEntry* Revisions::newest() const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [](const auto& each) {
        return each.state != State::Draft && each.state != State::Withdrawn;
    });
    return found == entries.end() ? nullptr : &*found;
}

const RevisionEntry* Revisions::before(const RevisionEntry& entry) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& each) {
        return each.number < entry.number && each.state != State::Draft && each.state != State::Withdrawn;
    });
    return found == entries.end() ? nullptr : &*found;
}

Result<Revisions> loadRevisions(Replica& replica, const Id& list)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, sales::readPriceList(records, list));
    const auto states = sales::statesOn(all, all.today(replica.environment().now()));
    Revisions made{.list = list, .code = toQString(all.code()), .entries = {}};
    for (std::size_t i = all.revisions.size(); i-- > 0;) {
        const Record& revision = all.revisions[i];
        RevisionEntry entry{.id = revision.id,
                            .number = revision.value("number").integer(),
                            .state = states[i],
                            .effectiveFrom = revision.value("effective_from").text(),
                            .note = oneLine(toQString(revision.value("notes").text())),
                            .follows = revision.value("follows").id()};
        entry.when = whenOf(entry.state, entry.effectiveFrom);
        SATCHEL_ASSIGN(entry.who, whoOf(replica, revision));
        made.entries.push_back(std::move(entry));
    }
    // One that follows another than the one before it says again what that one said.
    for (RevisionEntry& entry : made.entries) {
        const RevisionEntry* followed = made.entry(entry.follows);
        const RevisionEntry* before = made.before(entry);
        if (followed != nullptr && before != nullptr && followed != before)
            entry.when += QStringLiteral(" · ") + tr("went back to %1").arg(revisionWord(followed->number));
    }
    return made;
}

Result<SharedDifference> compareRevisions(Replica& replica, const Id& list, const Id& before, const Id& after)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, sales::readPriceList(records, list));
    SATCHEL_ASSIGN(const auto old, before.isNull() ? Result<sales::PriceSheet>(sales::PriceSheet())
                                                   : sales::readSheet(records, all, before));
    SATCHEL_ASSIGN(const auto now, sales::readSheet(records, all, after));
    const auto name = [&](const Id& id) {
        const Record* revision = all.revision(id);
        return revisionWord(revision == nullptr ? 0 : revision->value("number").integer());
    };
    return makeDifference(records, all, sales::compare(old, now), name(before), name(after),
                          all.today(replica.environment().now()));
}

} // namespace satchel::ui
