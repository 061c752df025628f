// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/UndoHistory.h"

#include "ui/widgets/Text.h"

namespace satchel::ui {

namespace {
constexpr std::size_t longest = 500;
}

UndoHistory::UndoHistory(ReplicaWriter& writer, QObject* parent) : QObject(parent), m_writer(writer) {}

void UndoHistory::perform(const Action& action, QObject* receiver, ReplicaWriter::Then then)
{
    m_writer.perform(action, this, keeping(receiver, std::move(then)));
}

ReplicaWriter::Then UndoHistory::keeping(QObject* receiver, ReplicaWriter::Then then)
{
    return
        [this, guard = QPointer<QObject>(receiver), then = std::move(then)](const Result<ReplicaWriter::Done>& result) {
            if (result.ok() && result->receipt.number != 0 && !result->inverse.edits.empty())
                keep({.action = result->inverse});
            if (guard && then)
                then(result);
        };
}

void UndoHistory::keep(Step step)
{
    m_undo.push_back(std::move(step));
    m_redo.clear();
    if (m_undo.size() > longest)
        m_undo.erase(m_undo.begin());
}

BulkRun* UndoHistory::runApart(const QString& name, std::vector<RowKey> rows, BulkRun::Maker maker)
{
    auto* run = new BulkRun(m_writer, std::move(rows), std::move(maker), BulkRun::Purpose::Do, this);
    connect(run, &BulkRun::finished, this, [this, run, name] {
        if (run->tally().changed == 0)
            return;
        Step step{.action = run->tally().inverse, .apart = true};
        step.action.name = name;
        keep(std::move(step));
        Q_EMIT m_writer.committed({});
    });
    run->start();
    return run;
}

void UndoHistory::step(std::vector<Step>& from, std::vector<Step>& to, bool back)
{
    if (from.empty()) {
        Q_EMIT refused(back ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
        return;
    }
    const Step step = from.back();
    from.pop_back();
    if (step.apart) {
        stepApart(step.action, to, back);
        return;
    }
    m_writer.perform(
        step.action, this, [this, &to, action = step.action, back](const Result<ReplicaWriter::Done>& result) {
            if (!result.ok()) {
                Q_EMIT refused(toQString(result.error().message));
                return;
            }
            to.push_back({.action = result->inverse});
            Q_EMIT undone(back ? tr("Undone: %1").arg(action.name) : tr("Done again: %1").arg(action.name));
        });
}

void UndoHistory::stepApart(const Action& action, std::vector<Step>& to, bool back)
{
    std::vector<RowKey> rows;
    for (const Edit& edit : action.edits)
        rows.push_back({edit.entity->number, edit.id});
    auto* run = new BulkRun(m_writer, std::move(rows), takingBack(action), BulkRun::Purpose::Do, this);
    connect(run, &BulkRun::finished, this, [this, run, &to, name = action.name, back] {
        const BulkRun::Tally& tally = run->tally();
        if (tally.changed == 0) {
            Q_EMIT refused(tally.why);
            return;
        }
        Step step{.action = tally.inverse, .apart = true};
        step.action.name = name;
        to.push_back(std::move(step));
        Q_EMIT m_writer.committed({});
        QString sentence = back ? tr("Undone: %1").arg(name) : tr("Done again: %1").arg(name);
        if (tally.left > 0)
            sentence = tr("%1. %Ln records have been changed since and were left as they are.", nullptr,
                          static_cast<int>(tally.left))
                           .arg(sentence);
        Q_EMIT undone(sentence);
    });
    run->start();
}

} // namespace satchel::ui
