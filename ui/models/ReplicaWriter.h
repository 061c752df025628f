// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Action.h"
#include "ui/models/ReplicaThread.h"

#include <QList>
#include <QPointer>

namespace satchel::ui {

/// The window's only way to change records. Each action is one durable commit on the writer's thread; its result comes
/// back to the window's thread.
class ReplicaWriter final : public ReplicaThread {
    Q_OBJECT
public:
    ReplicaWriter(const std::string& folder, Environment& environment, QObject* parent = nullptr)
        : ReplicaThread(folder, environment, QStringLiteral("writer"), parent)
    {}

    struct Done {
        Receipt receipt;
        Action inverse;
    };
    using Then = std::function<void(const Result<Done>&)>;

    /// Commits the action if what it expects still stands.
    void perform(const Action& action, QObject* receiver, Then then);
    /// Something that core/sales does, on the writer's thread: at most one commit, which is undone as one step.
    using Deed = std::function<Status(Replica&)>;
    void perform(const QString& name, Deed deed, QObject* receiver, Then then);
    /// Answers an inbox item: takes side 'a' or 'b', or dismisses it with 0.
    void answerInbox(const Id& item, char side, QObject* receiver, std::function<void(const Status&)> then);

Q_SIGNALS:
    /// Rows of this laptop changed through us; empty: anything may have.
    void committed(const QList<satchel::RowKey>& rows);

private:
    void run(std::function<Result<Done>(Replica&)> work, QObject* receiver, Then then);
};

} // namespace satchel::ui
