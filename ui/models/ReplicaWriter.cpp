// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReplicaWriter.h"

#include "ui/models/Deletion.h"

namespace satchel::ui {

namespace {

Result<ReplicaWriter::Done> performOn(Replica& replica, const Action& action)
{
    SATCHEL_TRY(checkExpectations(replica, action));
    SATCHEL_ASSIGN(Action inverse, inverseOf(replica, action));
    std::vector<Deletion> deletions;
    for (const Edit& edit : action.edits)
        if (edit.kind == OperationKind::Delete) {
            SATCHEL_ASSIGN(Deletion deletion, Deletion::remember(replica, *edit.entity, edit.id));
            deletions.push_back(std::move(deletion));
        }
    SATCHEL_ASSIGN(const Receipt receipt, replica.commit(action.edits));
    completeInverse(inverse, action, receipt);
    for (const Deletion& deletion : deletions) {
        SATCHEL_ASSIGN(const std::vector<Edit> edits, deletion.restoring(replica));
        inverse.edits.insert(inverse.edits.end(), edits.begin(), edits.end());
    }
    return ReplicaWriter::Done{receipt, std::move(inverse)};
}

} // namespace

void ReplicaWriter::perform(const Action& action, QObject* receiver, Then then)
{
    // The commit is announced even if the page that asked is gone; so two answers, one guarded by each receiver.
    ask(this, Question([this, action, guard = QPointer<QObject>(receiver),
                        then = std::move(then)](Replica& replica) -> Answer {
            const auto result = std::make_shared<Result<Done>>(performOn(replica, action));
            return [this, result, guard, then] {
                if (guard && then)
                    then(*result);
                if (!result->ok() || (*result)->receipt.number == 0)
                    return;
                QList<RowKey> rows;
                for (const Receipt::Row& row : (*result)->receipt.rows)
                    rows << row.key;
                Q_EMIT committed(rows);
            };
        }));
}

void ReplicaWriter::answerInbox(const Id& item, char side, QObject* receiver, std::function<void(const Status&)> then)
{
    ask(this, Question([this, item, side, guard = QPointer<QObject>(receiver),
                        then = std::move(then)](Replica& replica) -> Answer {
            const auto result =
                std::make_shared<Status>(side == 0 ? replica.dismissInbox(item) : replica.takeInbox(item, side));
            return [this, result, guard, then] {
                if (guard && then)
                    then(*result);
                if (result->ok())
                    Q_EMIT committed({});
            };
        }));
}

} // namespace satchel::ui
