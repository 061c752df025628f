// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaWriter.h"

namespace satchel::ui {

/// What can be taken back, over all records, newest first. Undoing is an action like any other and can be taken back
/// again; it never goes over a newer edit. Window's thread.
class UndoHistory final : public QObject {
    Q_OBJECT
public:
    explicit UndoHistory(ReplicaWriter& writer, QObject* parent = nullptr);

    /// Performs an action and remembers how to take it back. `then` runs first with the result.
    void perform(const Action& action, QObject* receiver, ReplicaWriter::Then then = {});
    void undo() { step(m_undo, m_redo, true); }
    void redo() { step(m_redo, m_undo, false); }
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

Q_SIGNALS:
    /// For the notice at the foot of the window.
    void undone(const QString& sentence);
    void refused(const QString& sentence);

private:
    void step(std::vector<Action>& from, std::vector<Action>& to, bool back);

    ReplicaWriter& m_writer;
    std::vector<Action> m_undo;
    std::vector<Action> m_redo;
};

} // namespace satchel::ui
