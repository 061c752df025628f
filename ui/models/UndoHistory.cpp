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
            if (result.ok() && result->receipt.number != 0 && !result->inverse.edits.empty()) {
                m_undo.push_back(result->inverse);
                m_redo.clear();
                if (m_undo.size() > longest)
                    m_undo.erase(m_undo.begin());
            }
            if (guard && then)
                then(result);
        };
}

void UndoHistory::step(std::vector<Action>& from, std::vector<Action>& to, bool back)
{
    if (from.empty()) {
        Q_EMIT refused(back ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
        return;
    }
    const Action action = from.back();
    from.pop_back();
    m_writer.perform(action, this, [this, &to, action, back](const Result<ReplicaWriter::Done>& result) {
        if (!result.ok()) {
            Q_EMIT refused(toQString(result.error().message));
            return;
        }
        to.push_back(result->inverse);
        Q_EMIT undone(back ? tr("Undone: %1").arg(action.name) : tr("Done again: %1").arg(action.name));
    });
}

} // namespace satchel::ui
