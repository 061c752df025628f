// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReplicaWriter.h"

#include "ui/models/ActionRecorder.h"

namespace satchel::ui {

namespace {

constexpr std::size_t mostOfOneChange = 500;

// Sealed in parts that take effect together; the replica's witness does not see those by itself.
Result<ReplicaWriter::Done> performLarge(Replica& replica, const Action& action)
{
    ActionRecorder recorder(replica, action.name);
    SATCHEL_TRY(recorder.before(action.edits));
    SATCHEL_TRY(replica.commitBulk(action.edits, mostOfOneChange));
    Receipt receipt{.number = 1, .rows = {}};
    for (const Edit& edit : action.edits) {
        Receipt::Row row{{edit.entity->number, edit.id}, {}};
        for (const auto& [field, value] : edit.values)
            row.changed.push_back(field);
        receipt.rows.push_back(std::move(row));
    }
    SATCHEL_TRY(recorder.after(action.edits, receipt));
    return ReplicaWriter::Done{receipt, recorder.inverse()};
}

Result<ReplicaWriter::Done> performOn(Replica& replica, const Action& action)
{
    SATCHEL_TRY(checkExpectations(replica, action));
    if (action.edits.size() > mostOfOneChange)
        return performLarge(replica, action);
    ActionRecorder recorder(replica, action.name);
    SATCHEL_ASSIGN(const Receipt receipt, replica.commit(action.edits));
    return ReplicaWriter::Done{receipt, recorder.inverse()};
}

// An edit that cannot reach the disk gets its answer all the same: the page keeps what was typed, and says why.
template <typename T>
ReplicaThread::Refusal unanswered(QObject* receiver, std::function<void(const T&)> then)
{
    return [guard = QPointer<QObject>(receiver), then = std::move(then)](const Error& error) -> ReplicaThread::Answer {
        return [guard, then, error] {
            if (guard && then)
                then(T(error));
        };
    };
}

} // namespace

void ReplicaWriter::perform(const Action& action, QObject* receiver, Then then)
{
    run([action](Replica& replica) { return performOn(replica, action); }, receiver, std::move(then));
}

void ReplicaWriter::perform(const QString& name, Deed deed, QObject* receiver, Then then)
{
    run(
        [name, deed = std::move(deed)](Replica& replica) -> Result<Done> {
            ActionRecorder recorder(replica, name);
            SATCHEL_TRY(deed(replica));
            return Done{recorder.receipt(), recorder.inverse()};
        },
        receiver, std::move(then));
}

void ReplicaWriter::run(std::function<Result<Done>(Replica&)> work, QObject* receiver, Then then)
{
    // The commit is announced even if the page that asked is gone; so two answers, one guarded by each receiver.
    ask(this,
        Question([this, work = std::move(work), guard = QPointer<QObject>(receiver), then](Replica& replica) -> Answer {
            const auto result = std::make_shared<Result<Done>>(inTheirLanguage(work(replica)));
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
        }),
        unanswered<Result<Done>>(receiver, then));
}

void ReplicaWriter::answerInbox(const Id& item, char side, QObject* receiver, std::function<void(const Status&)> then)
{
    ask(this, Question([this, item, side, guard = QPointer<QObject>(receiver), then](Replica& replica) -> Answer {
            const auto result = std::make_shared<Status>(
                inTheirLanguage(side == 0 ? replica.dismissInbox(item) : replica.takeInbox(item, side)));
            return [this, result, guard, then] {
                if (guard && then)
                    then(*result);
                if (result->ok())
                    Q_EMIT committed({});
            };
        }),
        unanswered<Status>(receiver, then));
}

} // namespace satchel::ui
