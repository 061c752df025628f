// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ValueInput.h"

#include "ui/fields/FieldEditor.h"
#include "ui/fields/Reading.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>

namespace satchel::ui {

namespace {
constexpr int usualDays = 60;
} // namespace

ValueInput::ValueInput(const Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_room(new QHBoxLayout(this))
{
    setMargins(m_room, 0, 0, 0, 0, 4);
}

ValueInput::Kind ValueInput::kindFor(const Field& field, Condition::Test test, bool part)
{
    if (needsDays(test))
        return Kind::Days;
    if (!needsValue(test))
        return Kind::None;
    if (part || test == Condition::Test::Contains || test == Condition::Test::Lacks || field.type == FieldType::Text ||
        field.type == FieldType::Notes)
        return Kind::Words;
    return field.type == FieldType::Money ? Kind::Number : Kind::Typed;
}

void ValueInput::clear()
{
    for (QWidget* old : {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_editor)})
        if (old != nullptr) {
            old->hide();
            old->setParent(nullptr); // out of the way of Tab at once
            old->deleteLater();
        }
    m_line = nullptr;
    m_days = nullptr;
    m_editor = nullptr;
}

void ValueInput::ask(const Entity& entity, const Field& field, Kind kind, const QString& name)
{
    clear();
    m_entity = &entity;
    m_field = &field;
    m_kind = kind;
    setVisible(kind != Kind::None);
    if (kind == Kind::Words || kind == Kind::Number) {
        m_line = new QLineEdit(this);
        m_line->setAccessibleName(name);
        m_line->installEventFilter(this);
        connect(m_line, &QLineEdit::textChanged, this, &ValueInput::changed);
        m_room->addWidget(m_line);
    } else if (kind == Kind::Days) {
        m_days = new QSpinBox(this);
        m_days->setRange(0, mostConditionDays);
        m_days->setValue(usualDays);
        m_days->setAccessibleName(tr("Number of days"));
        m_days->setSuffix(tr(" days", "behind a number in a box"));
        m_days->installEventFilter(this);
        connect(m_days, &QSpinBox::valueChanged, this, &ValueInput::changed);
        m_room->addWidget(m_days);
    } else if (kind == Kind::Typed) {
        m_editor = makeEditor(entity, field, m_desk.reader, m_desk.environment.now(), this);
        const bool choice = field.type == FieldType::Choice;
        m_editor->setValue(choice && !field.choices.empty() ? Value(field.choices.front()) : Value(), {});
        m_room->addWidget(m_editor);
        connect(m_editor, &FieldEditor::cancelled, this, &ValueInput::escaped);
        connect(m_editor, &FieldEditor::accepted, this, [this](FieldEditor::Leaving how) {
            Q_EMIT changed();
            if (how == FieldEditor::Leaving::Tab || how == FieldEditor::Leaving::BackTab)
                focusNextPrevChild(how == FieldEditor::Leaving::Tab);
            else if (how == FieldEditor::Leaving::Enter && m_field->type != FieldType::Choice)
                Q_EMIT entered();
        });
    }
}

void ValueInput::setValue(const Value& value, const QString& shown)
{
    if (m_editor)
        m_editor->setValue(value, shown);
    else if (m_line && m_kind == Kind::Number)
        m_line->setText(typedForm(*m_field, value).section(QLatin1Char(' '), 0, 0));
    else if (m_line)
        m_line->setText(toQString(value.text()));
}

void ValueInput::setDays(int days)
{
    if (m_days)
        m_days->setValue(days);
}

Result<Value> ValueInput::value() const
{
    if (m_editor)
        return m_editor->value();
    if (!m_line)
        return Value();
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return Value();
    if (m_kind == Kind::Words)
        return Value(fromQString(typed));
    // More and less look at the amount alone, so no currency need be typed.
    const bool hasCurrency = typed.back().isLetter();
    return readTyped(*m_entity, *m_field, hasCurrency ? typed : typed + QStringLiteral(" EUR"), Value(),
                     m_desk.environment.now());
}

int ValueInput::days() const
{
    return m_days ? m_days->value() : 0;
}

void ValueInput::begin()
{
    if (m_editor)
        m_editor->begin();
    else if (m_line)
        m_line->setFocus(Qt::OtherFocusReason);
    else if (m_days)
        m_days->setFocus(Qt::OtherFocusReason);
}

bool ValueInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT entered();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace satchel::ui
