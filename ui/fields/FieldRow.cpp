// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/FieldRow.h"

#include "core/rules/Access.h"
#include "ui/fields/ValueLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace satchel::ui {

FieldRow::FieldRow(const Desk& desk, const Entity& entity, std::size_t field, Layout layout, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_entity(entity),
      m_index(field),
      m_field(entity.fields[field]),
      m_name(fieldWord(m_field)),
      m_caption(makeLabel(m_name, layout == Layout::Above ? "small" : "muted", this)),
      m_display(new ValueLabel(this))
{
    auto* box = new QBoxLayout(layout == Layout::Above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    setMargins(box, 0, 0, 0, 0, layout == Layout::Above ? 0 : 8);
    if (layout == Layout::Beside) {
        m_caption->setFixedWidth(136);
        m_caption->setMinimumHeight(28);
        box->addWidget(m_caption, 0, Qt::AlignTop);
    } else if (layout == Layout::Above) {
        m_caption->setIndent(7);
        box->addWidget(m_caption);
    } else {
        m_caption->hide();
        ui::setProperty(m_display, "scale", QStringLiteral("title"));
        m_display->setWordWrap(false);
        m_display->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_display->setMinimumWidth(40);
        m_display->setFixedHeight(36);
        m_display->setWhenEmpty(m_name); // a dash of this size says nothing
    }
    m_column = new QVBoxLayout;
    setMargins(m_column, 0, 0, 0, 0, 4);
    m_column->addWidget(m_display);
    box->addLayout(m_column, 1);
    m_display->setEditable(mayEdit(), tr("Your role cannot change this."));
    m_display->setShown(m_name, {});
    connect(m_display, &ValueLabel::editWanted, this, &FieldRow::edit);
    connect(m_display, &ValueLabel::openWanted, this, [this] {
        if (m_field.type == FieldType::Reference && !m_value.isNull())
            Q_EMIT openRequested({schema::entity(m_field.references).number, m_value.id()});
    });
    if (m_field.type == FieldType::Reference)
        m_display->setToolTip(tr("Ctrl+Enter or Ctrl+click opens it"));
}

void FieldRow::show(const ShownRecord& record)
{
    if (m_editor && m_record == record.record.id) {
        if (record.record.values[m_index] != m_value)
            showTheirs(record);
        return;
    }
    finish();
    m_record = record.record.id;
    m_recordLabel = toQString(record.record.label());
    m_rev = record.record.rev;
    m_value = record.record.values[m_index];
    m_shown = record.shown.value(static_cast<qsizetype>(m_index));
    m_display->setShown(m_name, m_shown);
    hideNote();
}

void FieldRow::edit()
{
    if (m_editor || !m_display->isEditable())
        return;
    open(m_value, m_shown);
    if (m_editor)
        m_editor->begin();
}

void FieldRow::open(const Value& value, const QString& shown)
{
    hideNote();
    m_editor = makeEditor(m_entity, m_field, m_desk.reader, m_desk.environment.now(), this);
    if (!m_editor)
        return;
    m_editor->setValue(value, shown);
    m_column->insertWidget(0, m_editor);
    m_display->hide();
    connect(m_editor, &FieldEditor::accepted, this, &FieldRow::save);
    connect(m_editor, &FieldEditor::cancelled, this, [this] {
        hideNote();
        close(FieldEditor::Leaving::Enter);
    });
    m_editor->show();
}

void FieldRow::focusValue()
{
    m_display->setFocus(Qt::OtherFocusReason);
}

bool FieldRow::mayEdit() const
{
    return mayUpdate(m_desk.me.role, m_entity) && mayWriteField(m_desk.me.role, m_entity, m_field) &&
           m_field.type != FieldType::ReferenceList && m_field.type != FieldType::Timeline;
}

void FieldRow::setLocked(const QString& reason)
{
    if (!mayEdit())
        return;
    m_display->setEditable(reason.isEmpty(), reason);
    if (reason.isEmpty() && m_field.type == FieldType::Reference)
        m_display->setToolTip(tr("Ctrl+Enter or Ctrl+click opens it"));
}

void FieldRow::finish()
{
    if (m_editor)
        save(FieldEditor::Leaving::FocusOut);
    if (m_editor)
        close(FieldEditor::Leaving::FocusOut);
}

void FieldRow::save(FieldEditor::Leaving how)
{
    if (!m_editor)
        return;
    const Result<Value> typed = m_editor->value();
    if (!typed.ok()) { // it stays open: nothing typed is lost
        m_editor->setWrong(true);
        complain(toQString(typed.error().message));
        return;
    }
    if (*typed == m_value) {
        hideNote();
        close(how);
        return;
    }
    const QString picked = m_editor->shown();
    const auto noLabels = [&picked](const std::string&, const Id&) { return picked; };
    const QString shown = valueWord(m_field, *typed, noLabels);
    const Value value = *typed;
    hideNote();
    m_display->setShown(m_name, shown);
    close(how);
    perform(value, shown);
    m_value = value;
    m_shown = shown;
}

void FieldRow::perform(const Value& value, const QString& shown)
{
    const Action action{.name = tr("%1 of %2").arg(m_name, m_recordLabel),
                        .edits = {setField(m_entity, m_record, m_index, value, m_value, m_rev)}};
    m_desk.undo.perform(
        action, this,
        [this, before = m_value, shownBefore = m_shown, record = m_record, value, shown,
         label = m_recordLabel](const Result<ReplicaWriter::Done>& result) {
            if (result.ok())
                return;
            const QString sentence = toQString(result.error().message);
            if (record != m_record || m_editor) { // the person has gone on; what was typed is at least said
                Q_EMIT m_desk.undo.refused(
                    tr("%1 of %2 was not saved as \"%3\": %4").arg(m_name, label, oneLine(shown, 80), sentence));
                return;
            }
            putBack(before, shownBefore);
            // Nothing typed is lost: the editor is open again, without taking the keyboard from elsewhere.
            open(value, shown);
            if (m_editor)
                m_editor->setWrong(true);
            complain(sentence);
        });
}

void FieldRow::putBack(const Value& before, const QString& shownBefore)
{
    m_value = before;
    m_shown = shownBefore;
    m_display->setShown(m_name, m_shown);
}

void FieldRow::close(FieldEditor::Leaving how)
{
    FieldEditor* editor = m_editor;
    m_editor = nullptr;
    m_display->show();
    if (how != FieldEditor::Leaving::FocusOut)
        m_display->setFocus(Qt::OtherFocusReason);
    if (how == FieldEditor::Leaving::Tab || how == FieldEditor::Leaving::BackTab)
        m_display->focusNext(how == FieldEditor::Leaving::Tab);
    editor->hide();
    editor->deleteLater();
}

void FieldRow::complain(const QString& sentence)
{
    hideNote();
    m_note = makeFrame("bad", this);
    auto* layout = new QHBoxLayout(m_note);
    setMargins(layout, 8, 4, 8, 4, 8);
    QLabel* label = makeLabel(sentence, "danger", m_note);
    label->setWordWrap(true);
    layout->addWidget(label);
    m_column->addWidget(m_note);
}

void FieldRow::showTheirs(const ShownRecord& record)
{
    hideNote();
    const Value theirs = record.record.values[m_index];
    const QString shown = record.shown.value(static_cast<qsizetype>(m_index));
    m_note = makeFrame("hint", this);
    auto* layout = new QHBoxLayout(m_note);
    setMargins(layout, 8, 4, 4, 4, 4);
    const QString before = m_shown.isEmpty() ? tr("empty") : tr("\"%1\"").arg(oneLine(m_shown, 60));
    QLabel* label =
        makeLabel(shown.isEmpty() ? tr("Was %1; meanwhile somebody emptied it.").arg(before)
                                  : tr("Was %1; meanwhile changed to \"%2\".").arg(before, oneLine(shown, 80)),
                  "warning", m_note);
    label->setWordWrap(true);
    layout->addWidget(label, 1);
    QPushButton* takeTheirs = makeButton(tr("Take theirs"), "quiet", m_note);
    QPushButton* keepMine = makeButton(tr("Keep mine"), "quiet", m_note);
    for (QPushButton* button : {takeTheirs, keepMine}) {
        button->setFocusPolicy(Qt::NoFocus); // a click must not end the editing; Esc takes theirs, Enter keeps mine
        layout->addWidget(button);
    }
    takeTheirs->setToolTip(withKey(tr("Take theirs"), QKeySequence(Qt::Key_Escape)));
    keepMine->setToolTip(withKey(tr("Keep mine"), QKeySequence(Qt::Key_Return)));
    m_rev = record.record.rev;
    m_value = theirs;
    m_shown = shown;
    m_display->setShown(m_name, m_shown);
    connect(takeTheirs, &QPushButton::clicked, this, [this] {
        hideNote();
        close(FieldEditor::Leaving::Enter);
    });
    connect(keepMine, &QPushButton::clicked, this, [this] { save(FieldEditor::Leaving::Enter); });
    m_column->addWidget(m_note);
}

void FieldRow::hideNote()
{
    if (m_note) {
        m_note->hide();
        m_note->deleteLater();
        m_note = nullptr;
    }
}

} // namespace satchel::ui
