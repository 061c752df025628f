// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaWriter.h"

namespace satchel::ui {

/// What can be taken back, over all records and over restarts, newest first: the replica remembers it. Undoing is an
/// action like any other and can be taken back again; it never goes over a newer edit. Window's thread.
class UndoHistory final : public QObject {
    Q_OBJECT
public:
    explicit UndoHistory(ReplicaWriter& writer, QObject* parent = nullptr);

    /// Performs an action and remembers how to take it back. `then` runs first with the result.
    void perform(const Action& action, QObject* receiver, ReplicaWriter::Then then = {});
    /// The same for a deed of core/sales. `answer` gets what the deed answered: answer(const Result<T>&).
    template <typename Deed, typename Answer>
    void run(const QString& name, Deed deed, QObject* receiver, Answer answer)
    {
        using Value = std::remove_cvref_t<decltype(deed(std::declval<Replica&>()))>;
        const auto value = std::make_shared<std::optional<Value>>();
        m_writer.perform(
            name,
            [deed = std::move(deed), value](Replica& replica) -> Status {
                *value = deed(replica);
                if constexpr (std::is_same_v<Value, Status>)
                    return **value;
                else
                    return (*value)->ok() ? Status(Ok{}) : Status((*value)->error());
            },
            this, keeping(receiver, [value, answer = std::move(answer)](const Result<ReplicaWriter::Done>& done) {
                if (*value && done.ok())
                    answer(**value);
                else
                    answer(Value(done.error()));
            }));
    }
    void undo() { step(true); }
    void redo() { step(false); }

Q_SIGNALS:
    /// For the notice at the foot of the window.
    void undone(const QString& sentence);
    void refused(const QString& sentence);

private:
    /// Remembers how to take it back, then tells who asked if he is still there.
    [[nodiscard]] ReplicaWriter::Then keeping(QObject* receiver, ReplicaWriter::Then then);
    void step(bool back);

    ReplicaWriter& m_writer;
};

} // namespace satchel::ui
