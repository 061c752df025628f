// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/WhyHere.h"

#include "core/store/Reasons.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

using ReasonState = Reasons::State;

QString tr(const char* text, const char* which = nullptr, int count = -1)
{
    return QCoreApplication::translate("WhyHere", text, which, count);
}

QString labelOfScope(Replica& replica, const char* entity, const Id& id)
{
    const auto label = replica.label({schema::entity(entity).number, id});
    return label.ok() && !label->empty() ? oneLine(toQString(*label), 80) : tr("one that is no longer here");
}

// "it is in your territory North", or, for what follows another record, "its account is in your territory North".
QString becauseOfScope(Replica& replica, const Reasons::Membership& membership, const Reasons& reasons,
                       const ReplicaIdentity& me)
{
    const Scope& scope = membership.scope;
    const bool follows = membership.throughRoot && reasons.root;
    const QString root = follows ? inSentence(entityWord(*schema::entityNumbered(reasons.root->entity))) : QString();
    switch (scope.kind) {
    case ScopeKind::Company: return tr("It is in the directory that everybody has.");
    case ScopeKind::Catalogue: return tr("It is in the catalogue that everybody has.");
    case ScopeKind::Margin: return tr("It is about costs, and you may know margins.");
    case ScopeKind::Device: return tr("It is about this laptop itself.");
    case ScopeKind::Territory: {
        const QString name = labelOfScope(replica, "territory", scope.id);
        return follows ? tr("The %1 it belongs to is in the territory %2, which is yours.").arg(root, name)
                       : tr("It is in the territory %1, which is yours.").arg(name);
    }
    case ScopeKind::Leads:
        return tr("It is in the lead queue of %1, which you work on.")
            .arg(labelOfScope(replica, "territory", scope.id));
    case ScopeKind::Marketing:
        return tr("It is on the marketing list of %1, which is yours.")
            .arg(labelOfScope(replica, "territory", scope.id));
    case ScopeKind::Team:
        return tr("It belongs to the account team of %1, on which you are.")
            .arg(labelOfScope(replica, "account", scope.id));
    case ScopeKind::User:
        if (scope.id != me.user)
            return tr("It is one of the records of %1, which you may see.")
                .arg(labelOfScope(replica, "user", scope.id));
        if (follows)
            return tr("The %1 it belongs to is your own.").arg(root);
        return reasons.row.entity == schema::entity("task").number
                   ? tr("It is assigned to you.")
                   : tr("It is your own and belongs to nothing that others share.");
    }
    return {};
}

void addPresent(Replica& replica, const Reasons& reasons, const ReplicaIdentity& me, QStringList& lines)
{
    for (const Reasons::Membership& membership : reasons.memberships)
        if (const QString line = becauseOfScope(replica, membership, reasons, me); !lines.contains(line))
            lines << line;
    if (lines.isEmpty())
        lines << tr("It is in no area of yours any more, and goes with the next sync.");
    if (reasons.root)
        lines << tr("It follows %1: where that goes, it goes.").arg(oneLine(toQString(reasons.rootLabel), 80));
}

void addAbsent(Replica& replica, const Reasons& reasons, QStringList& lines)
{
    const QString when = exactTime(reasons.at);
    switch (reasons.state) {
    case ReasonState::Removing:
        lines << tr("You have deleted it on this laptop; the server does not know that yet. Ctrl+Z brings it back.");
        break;
    case ReasonState::Deleted:
        lines << (reasons.by.isNull()
                      ? tr("It has been deleted; this laptop learned of it on %1.").arg(when)
                      : tr("%1 has deleted it on %2.")
                            .arg(labelOfScope(replica, "user", reasons.by), exactTime(reasons.deletedAt)));
        break;
    case ReasonState::Left:
        lines << tr("It has left your area and was not deleted; this laptop learned of it on %1.").arg(when);
        break;
    case ReasonState::Gone:
        lines << tr("It went while what it belonged to was out of your sight: deleted, or moved away. This laptop "
                    "noticed on %1.")
                     .arg(when);
        break;
    default: lines << tr("It has never been on this laptop."); break;
    }
}

} // namespace

QStringList whyHere(Replica& replica, const RowKey& row)
{
    QStringList lines;
    const auto reasons = Reasons::of(replica, row);
    const auto me = replica.identity();
    if (!reasons.ok() || !me.ok() || !me->has_value())
        return {tr("This cannot be told now.")};
    if (reasons->state == ReasonState::OnlyHere)
        lines << tr("It was made on this laptop, and the server does not know it yet.");
    else if (reasons->state == ReasonState::Here)
        addPresent(replica, *reasons, **me, lines);
    else
        addAbsent(replica, *reasons, lines);
    if (reasons->unsent > 0 && reasons->state != ReasonState::OnlyHere)
        lines << tr("%Ln changes of yours to it have not been sent yet.", nullptr, static_cast<int>(reasons->unsent));
    return lines;
}

} // namespace satchel::ui
