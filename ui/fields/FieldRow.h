// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldEditor.h"
#include "ui/models/Desk.h"
#include "ui/models/ShownRecord.h"

class QBoxLayout;
class QFrame;
class QLabel;

namespace satchel::ui {

class ValueLabel;

/// One field of the record on a page: its name, its value, and the editor where the value stands. What is typed is
/// saved on leaving and shown at once; if the store refuses it, the editor is open again with what was typed and the
/// reason. If the record changes underneath while it is edited, a quiet mark offers theirs and mine. Window's thread.
class FieldRow final : public QWidget {
    Q_OBJECT
public:
    enum class Layout { Beside, Above, Bare };

    FieldRow(const Desk& desk, const Entity& entity, std::size_t field, Layout layout, QWidget* parent);

    void show(const ShownRecord& record);
    [[nodiscard]] bool isEditing() const { return m_editor != nullptr; }
    [[nodiscard]] bool isEmpty() const { return m_value.isNull(); }
    [[nodiscard]] const Field& field() const { return m_field; }
    void edit();
    void focusValue();
    /// For a record that cannot be changed now: the reason is the tool tip; "" opens it again.
    void setLocked(const QString& reason);
    /// Saves what is being typed (leaving the record).
    void finish();

Q_SIGNALS:
    void openRequested(satchel::RowKey row);

private:
    [[nodiscard]] bool mayEdit() const; ///< by the role
    void save(FieldEditor::Leaving how);
    void close(FieldEditor::Leaving how);
    void open(const Value& value, const QString& shown);
    void perform(const Value& value, const QString& shown);
    void putBack(const Value& before, const QString& shownBefore);
    void complain(const QString& sentence);
    void showTheirs(const ShownRecord& record);
    void hideNote();

    const Desk& m_desk;
    const Entity& m_entity;
    const std::size_t m_index;
    const Field& m_field;
    Id m_record;
    QString m_recordLabel;
    Value m_value;
    std::int64_t m_rev = 0; ///< of the record when m_value was shown
    QString m_shown;
    QString m_name;
    QLabel* m_caption;
    ValueLabel* m_display;
    QBoxLayout* m_column;
    QPointer<FieldEditor> m_editor;
    QPointer<QFrame> m_note;
};

} // namespace satchel::ui
