// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/inbox/InboxEntry.h"

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// One inbox item: the sentence, base, mine and theirs side by side with the kept one marked, the reason and the
/// answers; what was refused can be edited where it stands and sent again. Of several items what can be done with all
/// of them. Window's thread.
class ConflictView final : public QFrame {
    Q_OBJECT
public:
    ConflictView(ReplicaReader& reader, QWidget* parent);
    void show(const InboxEntry& entry);
    void showSeveral(qsizetype count, qsizetype swappable);
    /// Opens an editor with what was refused; Enter sends, Esc leaves it.
    void edit(const Entity& entity, const Field& field, const Value& value, Milliseconds now);
    [[nodiscard]] bool isEditing() const { return m_editor != nullptr; }
    /// What was sent is refused here already: the editor stays with what was typed.
    void complain(const QString& sentence);
    void endEdit();

Q_SIGNALS:
    void swapWanted();
    void keepWanted();
    void openWanted();
    void editWanted();
    void copyWanted();
    void historyWanted();
    void sendWanted(const satchel::Value& value);
    /// The editor was left without sending.
    void editLeft();

private:
    void addValue(const QString& heading, const QString& detail, const QString& value, bool kept);

    QLabel* m_heading;
    QLabel* m_sentence;
    QHBoxLayout* m_values;
    QLabel* m_reason;
    QVBoxLayout* m_editing;
    QLabel* m_trouble;
    QPointer<FieldEditor> m_editor;
    ReplicaReader& m_reader;
    QPushButton* m_swap;
    QPushButton* m_edit;
    QPushButton* m_copy;
    QPushButton* m_history;
    QPushButton* m_keep;
    QPushButton* m_open;
};

} // namespace satchel::ui
