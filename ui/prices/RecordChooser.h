// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldEditor.h"

namespace satchel::ui {

/// A reference that stays on the page: search as you type, Enter takes, an empty line means nobody in particular.
/// Window's thread.
class RecordChooser final : public QWidget {
    Q_OBJECT
public:
    /// `field`: a reference to the kind of record that is chosen.
    RecordChooser(const Entity& entity, const Field& field, const QString& name, ReplicaReader& reader,
                  QWidget* parent);
    void set(const Id& id, const QString& shown);
    [[nodiscard]] Id id() const { return m_id; }
    [[nodiscard]] QString shown() const { return m_shown; }
    void focusLine();

Q_SIGNALS:
    void chosen();

private:
    void renew();
    void take(FieldEditor::Leaving how);

    const Entity& m_entity;
    const Field& m_field;
    QString m_name;
    ReplicaReader& m_reader;
    FieldEditor* m_editor = nullptr;
    Id m_id;
    QString m_shown;
};

} // namespace satchel::ui
