// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/UndoHistory.h"

#include "core/store/UndoLog.h"
#include "ui/models/ActionText.h"
#include "ui/widgets/Text.h"

namespace satchel::ui {

namespace {

using UndoStack = UndoLog::Stack;

struct TakenDeed {
    std::optional<Action> action = std::nullopt;
    std::string forgotten = {}; ///< why there is none
};

// Taken off at once, so that a key pressed twice takes two of them. On the writer's thread.
Result<TakenDeed> takeDeed(Replica& replica, UndoStack stack)
{
    UndoLog log(replica.connection());
    TakenDeed taken;
    for (;;) {
        SATCHEL_ASSIGN(const auto deed, log.take(stack));
        if (!deed) {
            SATCHEL_ASSIGN(taken.forgotten, log.whyForgotten());
            return taken;
        }
        Result<Action> action = readAction(*deed);
        if (!action.ok())
            continue; // of another version, which knew more than this one
        taken.action = std::move(action).value();
        return taken;
    }
}

// What was done stands, whether or not there is room to remember how to take it back.
void rememberDeed(ReplicaWriter& writer, QObject* asker, const Action& inverse, bool anew, UndoStack stack)
{
    writer.ask(asker, ReplicaThread::Question([inverse, anew, stack](Replica& replica) -> ReplicaThread::Answer {
                   UndoLog log(replica.connection());
                   const std::string body = writeAction(inverse);
                   static_cast<void>(anew ? log.done(body, mentionedBy(inverse))
                                          : log.push(stack, body, mentionedBy(inverse)));
                   return {};
               }));
}

QString refusal(bool back, const std::string& forgotten)
{
    if (!back)
        return UndoHistory::tr("There is nothing to redo.");
    if (forgotten == UndoLog::rebuilt)
        return UndoHistory::tr("There is nothing to undo: the file with your records was built anew, and what was "
                               "done before cannot be taken back step by step.");
    if (forgotten == UndoLog::restored)
        return UndoHistory::tr("There is nothing to undo: this laptop was restored from a copy, and what was done "
                               "before cannot be taken back step by step.");
    if (forgotten == UndoLog::left)
        return UndoHistory::tr("There is nothing to undo: what you did last was about records that have left your "
                               "area.");
    return UndoHistory::tr("There is nothing to undo.");
}

} // namespace

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
                rememberDeed(m_writer, this, result->inverse, true, UndoStack::Undo);
            if (guard && then)
                then(result);
        };
}

void UndoHistory::step(bool back)
{
    const UndoStack from = back ? UndoStack::Undo : UndoStack::Redo;
    const UndoStack to = back ? UndoStack::Redo : UndoStack::Undo;
    m_writer.ask(
        this, [from](Replica& replica) { return takeDeed(replica, from); },
        [this, back, to](const Result<TakenDeed>& taken) {
            if (!taken.ok() || !taken->action) {
                Q_EMIT refused(refusal(back, taken.ok() ? taken->forgotten : std::string()));
                return;
            }
            m_writer.perform(*taken->action, this,
                             [this, back, to, name = taken->action->name](const Result<ReplicaWriter::Done>& result) {
                                 if (!result.ok()) {
                                     Q_EMIT refused(toQString(result.error().message));
                                     return;
                                 }
                                 if (!result->inverse.edits.empty())
                                     rememberDeed(m_writer, this, result->inverse, false, to);
                                 Q_EMIT undone(back ? tr("Undone: %1").arg(name) : tr("Done again: %1").arg(name));
                             });
        });
}

} // namespace satchel::ui
