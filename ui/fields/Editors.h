// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldEditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace satchel::ui {

/// The editors of the field types but references (ReferencePicker.h).

/// Text, numbers, money, dates and times: one line, read by readTyped.
class LineEditor final : public FieldEditor {
    Q_OBJECT
public:
    LineEditor(const Entity& entity, const Field& field, Milliseconds now, QWidget* parent);
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;
    void begin() override;

private:
    QLineEdit* m_edit;
    Value m_before;
    Milliseconds m_now;
};

class NotesEditor final : public FieldEditor {
    Q_OBJECT
public:
    NotesEditor(const Entity& entity, const Field& field, QWidget* parent);
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;

protected:
    [[nodiscard]] bool enterIsText() const override { return true; }

private:
    QPlainTextEdit* m_edit;
    Value m_before;
};

class ChoiceEditor final : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const Entity& entity, const Field& field, QWidget* parent);
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;

private:
    QComboBox* m_box;
};

/// Phones, mail addresses, tags: one line, separated by commas.
class ListEditor final : public FieldEditor {
    Q_OBJECT
public:
    ListEditor(const Entity& entity, const Field& field, QWidget* parent);
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;

private:
    QPlainTextEdit* m_edit;
    Value m_before;
};

/// Fields that mean one thing, such as an address; saved on leaving all of them.
class GroupEditor final : public FieldEditor {
    Q_OBJECT
public:
    GroupEditor(const Entity& entity, const Field& field, QWidget* parent);
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;

private:
    QList<QLineEdit*> m_edits;
    Value m_before;
};

} // namespace satchel::ui
