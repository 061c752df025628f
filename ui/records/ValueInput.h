// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Condition.h"
#include "ui/models/Desk.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QSpinBox;

namespace satchel::ui {

class FieldEditor;

/// One value a person gives without a record in front: what a condition compares with, what many records get. Takes the
/// control that the field needs. Window's thread.
class ValueInput final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { None, Words, Number, Typed, Days };

    ValueInput(const Desk& desk, QWidget* parent);
    /// Which control stands there for the test of a condition.
    [[nodiscard]] static Kind kindFor(const Field& field, Condition::Test test, bool part);

    void ask(const Entity& entity, const Field& field, Kind kind, const QString& name);
    void setValue(const Value& value, const QString& shown);
    void setDays(int days);
    /// What stands there, or why that cannot be.
    [[nodiscard]] Result<Value> value() const;
    [[nodiscard]] int days() const;
    void begin();

Q_SIGNALS:
    void changed();
    void entered(); ///< Enter
    void escaped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void clear();

    const Desk& m_desk;
    const Entity* m_entity = nullptr;
    const Field* m_field = nullptr;
    Kind m_kind = Kind::None;
    QHBoxLayout* m_room;
    QPointer<QLineEdit> m_line;
    QPointer<QSpinBox> m_days;
    QPointer<FieldEditor> m_editor;
};

} // namespace satchel::ui
