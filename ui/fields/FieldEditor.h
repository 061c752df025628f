// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/schema/Entity.h"
#include "core/schema/Value.h"

#include <QPointer>
#include <QWidget>

namespace satchel::ui {

class ReplicaReader;

/// Edits one field where it stands. Accepted by Enter or by leaving it (a group: by leaving the group), cancelled by
/// Esc. Made by makeEditor() for a field, filled once, deleted when it is done. Window's thread.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    enum class Leaving { Enter, Tab, BackTab, FocusOut };

    FieldEditor(const Entity& entity, const Field& field, QWidget* parent);

    virtual void setValue(const Value& value, const QString& shown) = 0;
    /// What stands in it now, or why that cannot be.
    [[nodiscard]] virtual Result<Value> value() const = 0;
    /// How the value is to be shown until it is read back; "": as Words says.
    [[nodiscard]] virtual QString shown() const { return {}; }
    virtual void begin();
    void setWrong(bool wrong);

Q_SIGNALS:
    void accepted(satchel::ui::FieldEditor::Leaving how);
    void cancelled();

protected:
    /// A control in which a person types; the first one gets the focus.
    void addInput(QWidget* input, const QString& name);
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] virtual bool enterIsText() const { return false; }

    const Entity& m_entity;
    const Field& m_field;
    QList<QWidget*> m_inputs;

private:
    void focusMoved(QWidget* from, QWidget* to);
};

[[nodiscard]] FieldEditor* makeEditor(const Entity& entity, const Field& field, ReplicaReader& reader, Milliseconds now,
                                      QWidget* parent);

} // namespace satchel::ui
