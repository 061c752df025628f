// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/Editors.h"

#include "core/schema/Composite.h"
#include "core/schema/Validation.h"
#include "ui/fields/Reading.h"
#include "ui/fields/ReferencePicker.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

QVBoxLayout* tightLayout(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    setMargins(layout, 0, 0, 0, 0, 4);
    return layout;
}

// toPlainText() would turn no-break spaces into spaces; only paragraph ends are ours.
QString textOf(const QPlainTextEdit& edit)
{
    return edit.document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

Result<Value> checked(const Entity& entity, const Field& field, Value value)
{
    if (!value.isNull())
        SATCHEL_TRY(validateValue(entity, field, value));
    return value;
}

} // namespace

LineEditor::LineEditor(const Entity& entity, const Field& field, Milliseconds now, QWidget* parent)
    : FieldEditor(entity, field, parent), m_edit(new QLineEdit(this)), m_now(now)
{
    tightLayout(this)->addWidget(m_edit);
    if (field.type == FieldType::Date)
        m_edit->setPlaceholderText(tr("tomorrow, +3, 24.12."));
    else if (field.type == FieldType::Instant)
        m_edit->setPlaceholderText(tr("tomorrow 10:30"));
    addInput(m_edit, fieldWord(field));
}

void LineEditor::setValue(const Value& value, const QString&)
{
    m_before = value;
    m_edit->setText(typedForm(m_field, value));
    m_edit->setModified(false);
}

Result<Value> LineEditor::value() const
{
    if (!m_edit->isModified())
        return m_before; // byte for byte what it was
    return readTyped(m_entity, m_field, m_edit->text(), m_before, m_now);
}

void LineEditor::begin()
{
    FieldEditor::begin();
    m_edit->selectAll();
}

NotesEditor::NotesEditor(const Entity& entity, const Field& field, QWidget* parent)
    : FieldEditor(entity, field, parent), m_edit(new QPlainTextEdit(this))
{
    QVBoxLayout* layout = tightLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(makeLabel(tr("Ctrl+Enter saves, Esc discards"), "small", this));
    m_edit->setMinimumHeight(112);
    m_edit->setTabChangesFocus(true);
    addInput(m_edit, fieldWord(field));
}

void NotesEditor::setValue(const Value& value, const QString&)
{
    m_before = value;
    m_edit->setPlainText(toQString(value.text()));
    m_edit->document()->setModified(false);
    m_edit->moveCursor(QTextCursor::End);
}

Result<Value> NotesEditor::value() const
{
    if (!m_edit->document()->isModified())
        return m_before;
    const QString text = textOf(*m_edit);
    return checked(m_entity, m_field, text.isEmpty() ? Value() : Value(fromQString(text)));
}

ChoiceEditor::ChoiceEditor(const Entity& entity, const Field& field, QWidget* parent)
    : FieldEditor(entity, field, parent), m_box(new QComboBox(this))
{
    tightLayout(this)->addWidget(m_box);
    if (!field.required && field.type != FieldType::Boolean)
        m_box->addItem(tr("None"), QString());
    if (field.type == FieldType::Boolean) {
        m_box->addItem(tr("No"), QStringLiteral("0"));
        m_box->addItem(tr("Yes"), QStringLiteral("1"));
    }
    for (const std::string& choice : field.choices)
        m_box->addItem(choiceWord(choice), toQString(choice));
    nameCombo(m_box, fieldWord(field));
    addInput(m_box, fieldWord(field));
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT accepted(Leaving::Enter); });
}

void ChoiceEditor::setValue(const Value& value, const QString&)
{
    const QString choice =
        m_field.type == FieldType::Boolean ? QString::number(value.integer()) : toQString(value.text());
    if (m_box->findData(choice) < 0)
        m_box->addItem(choiceWord(value.text()), choice); // of a newer server
    m_box->setCurrentIndex(m_box->findData(choice));
}

Result<Value> ChoiceEditor::value() const
{
    const QString choice = m_box->currentData().toString();
    if (m_field.type == FieldType::Boolean)
        return Value(std::int64_t{choice.toLongLong()});
    return choice.isEmpty() ? Value() : Value(fromQString(choice));
}

ListEditor::ListEditor(const Entity& entity, const Field& field, QWidget* parent)
    : FieldEditor(entity, field, parent), m_edit(new QPlainTextEdit(this))
{
    QVBoxLayout* layout = tightLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(makeLabel(tr("Separate with commas; Enter saves, Esc discards"), "small", this));
    m_edit->setFixedHeight(64);
    m_edit->setTabChangesFocus(true);
    addInput(m_edit, fieldWord(field));
}

void ListEditor::setValue(const Value& value, const QString&)
{
    m_before = value;
    QStringList lines;
    if (const auto elements = readList(value.text()); elements.ok())
        for (const std::string& element : *elements)
            lines << toQString(element);
    m_edit->setPlainText(lines.join(QLatin1Char('\n')));
    m_edit->document()->setModified(false);
    m_edit->moveCursor(QTextCursor::End);
}

Result<Value> ListEditor::value() const
{
    if (!m_edit->document()->isModified())
        return m_before;
    std::vector<std::string> elements;
    QString text = textOf(*m_edit);
    text.replace(QLatin1Char(','), QLatin1Char('\n'));
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const std::string element = fromQString(line.trimmed());
        if (!element.empty() && std::find(elements.begin(), elements.end(), element) == elements.end())
            elements.push_back(element);
    }
    return checked(m_entity, m_field, elements.empty() ? Value() : Value(writeList(elements)));
}

GroupEditor::GroupEditor(const Entity& entity, const Field& field, QWidget* parent) : FieldEditor(entity, field, parent)
{
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 4);
    for (const std::string& member : field.members) {
        auto* edit = new QLineEdit(this);
        edit->setPlaceholderText(memberWord(member));
        layout->addWidget(edit);
        addInput(edit, QStringLiteral("%1, %2").arg(fieldWord(field), memberWord(member)));
        m_edits << edit;
    }
}

void GroupEditor::setValue(const Value& value, const QString&)
{
    m_before = value;
    const auto members = readGroup(value.text());
    for (int i = 0; i < m_edits.size(); ++i) {
        m_edits[i]->clear();
        if (members.ok())
            for (const auto& [name, text] : *members)
                if (name == m_field.members[static_cast<std::size_t>(i)])
                    m_edits[i]->setText(toQString(text));
        m_edits[i]->setModified(false);
    }
}

Result<Value> GroupEditor::value() const
{
    if (std::none_of(m_edits.begin(), m_edits.end(), [](const QLineEdit* edit) { return edit->isModified(); }))
        return m_before;
    GroupMembers members;
    for (int i = 0; i < m_edits.size(); ++i)
        if (!m_edits[i]->text().isEmpty())
            members.emplace_back(m_field.members[static_cast<std::size_t>(i)], fromQString(m_edits[i]->text()));
    return checked(m_entity, m_field, members.empty() ? Value() : Value(writeGroup(members)));
}

FieldEditor* makeEditor(const Entity& entity, const Field& field, ReplicaReader& reader, Milliseconds now,
                        QWidget* parent)
{
    switch (field.type) {
    case FieldType::Notes: return new NotesEditor(entity, field, parent);
    case FieldType::Choice:
    case FieldType::Boolean: return new ChoiceEditor(entity, field, parent);
    case FieldType::TextList: return new ListEditor(entity, field, parent);
    case FieldType::Group: return new GroupEditor(entity, field, parent);
    case FieldType::Reference: return new ReferencePicker(entity, field, reader, parent);
    case FieldType::ReferenceList:
    case FieldType::Timeline: return nullptr; // shown, not edited in a form
    default: return new LineEditor(entity, field, now, parent);
    }
}

} // namespace satchel::ui
