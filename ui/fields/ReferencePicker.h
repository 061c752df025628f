// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldEditor.h"

class QLineEdit;
class QListWidget;

namespace satchel::ui {

/// Chooses a record by search-as-you-type: letters narrow the list below, arrows choose, Enter takes; an empty line
/// means none. The list is a child of the window, not a popup, so the keyboard stays in the line.
class ReferencePicker final : public FieldEditor {
    Q_OBJECT
public:
    ReferencePicker(const Entity& entity, const Field& field, ReplicaReader& reader, QWidget* parent);
    ~ReferencePicker() override;
    void setValue(const Value& value, const QString& shown) override;
    [[nodiscard]] Result<Value> value() const override;
    [[nodiscard]] QString shown() const override;
    void begin() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void place();

    ReplicaReader& m_reader;
    const Entity& m_target;
    QLineEdit* m_edit;
    QPointer<QListWidget> m_list;
    Value m_before;
    QString m_beforeShown;
    std::uint64_t m_asked = 0;
    bool m_typed = false;
    bool m_pending = false; ///< the list does not fit the text yet
};

} // namespace satchel::ui
