// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/RecordChooser.h"

#include "ui/fields/ReferencePicker.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace satchel::ui {

RecordChooser::RecordChooser(const Entity& entity, const Field& field, const QString& name, ReplicaReader& reader,
                             QWidget* parent)
    : QWidget(parent), m_entity(entity), m_field(field), m_name(name), m_reader(reader)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    renew();
}

// An editor is for one edit: the next one gets a new one, with what was chosen in it.
void RecordChooser::renew()
{
    if (m_editor != nullptr) {
        m_editor->disconnect(this);
        m_editor->hide();
        m_editor->deleteLater();
    }
    m_editor = new ReferencePicker(m_entity, m_field, m_reader, this);
    m_editor->setValue(m_id.isNull() ? Value() : Value(m_id), m_shown);
    if (auto* line = m_editor->findChild<QLineEdit*>()) {
        line->setAccessibleName(m_name);
        setFocusProxy(line);
    }
    layout()->addWidget(m_editor);
    connect(m_editor, &FieldEditor::accepted, this, &RecordChooser::take);
    connect(m_editor, &FieldEditor::cancelled, this, [this] {
        renew();
        m_editor->begin();
    });
}

void RecordChooser::set(const Id& id, const QString& shown)
{
    m_id = id;
    m_shown = shown;
    renew();
}

void RecordChooser::focusLine()
{
    m_editor->begin();
}

void RecordChooser::take(FieldEditor::Leaving how)
{
    const auto value = m_editor->value();
    const bool moved = how == FieldEditor::Leaving::FocusOut;
    if (!value.ok() && !moved) {
        m_editor->setWrong(true);
        return;
    }
    const Id before = m_id;
    if (value.ok()) {
        m_id = value->id();
        m_shown = m_id.isNull() ? QString() : m_editor->shown();
    }
    if (moved) // perhaps because the window goes: there is no new editor in that case
        QMetaObject::invokeMethod(this, &RecordChooser::renew, Qt::QueuedConnection);
    else
        renew();
    if (!moved)
        m_editor->begin();
    if (how == FieldEditor::Leaving::Tab || how == FieldEditor::Leaving::BackTab)
        focusNextPrevChild(how == FieldEditor::Leaving::Tab);
    if (m_id != before || how == FieldEditor::Leaving::Enter)
        Q_EMIT chosen();
}

} // namespace satchel::ui
