// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/NewRecordPanel.h"

#include "ui/fields/FieldEditor.h"
#include "ui/records/TwinHint.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

std::vector<std::string> firstFields(const Entity& entity)
{
    if (entity.name == "account")
        return {"name", "status", "phone", "next_step"};
    if (entity.name == "contact")
        return {"first_name", "last_name", "account", "job_title", "phone", "email"};
    if (entity.name == "lead")
        return {"name", "company", "phone", "email", "origin"};
    if (entity.name == "task")
        return {"title", "due", "priority", "account"};
    std::vector<std::string> fields;
    for (const Field& field : entity.fields)
        if (field.required)
            fields.push_back(field.name);
    return fields;
}

} // namespace

NewRecordPanel::NewRecordPanel(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_title(makeLabel({}, "heading", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_twins(new TwinHint(desk, this)),
      m_fields(new QVBoxLayout)
{
    setProperty("kind", QStringLiteral("panel"));
    setFixedWidth(360);
    m_trouble->setWordWrap(true);
    QPushButton* add = makeButton(tr("Add"), "primary", this, QKeySequence(Qt::Key_Return));
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(add, &QPushButton::clicked, this, &NewRecordPanel::create);
    connect(leave, &QToolButton::clicked, this, &NewRecordPanel::close);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_title, 1);
    bar->addWidget(leave);
    setMargins(m_fields, 0, 0, 0, 0, 4);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 16, 8);
    layout->addLayout(bar);
    layout->addLayout(m_fields);
    layout->addWidget(m_twins);
    layout->addWidget(m_trouble);
    layout->addWidget(add, 0, Qt::AlignRight);
    m_settle.setSingleShot(true);
    m_settle.setInterval(250);
    connect(&m_settle, &QTimer::timeout, this, &NewRecordPanel::lookForTwins);
    connect(m_twins, &TwinHint::changed, this, [this] { adjustSize(); });
    connect(m_twins, &TwinHint::openRequested, this, [this](const RowKey& row) {
        hide();
        Q_EMIT openRequested(row);
    });
    hide();
}

void NewRecordPanel::lookForTwins()
{
    if (m_entity == nullptr || !m_entity->mergeable || !isVisible())
        return;
    Record typed(*m_entity);
    for (const auto& [index, editor] : m_editors)
        if (const Result<Value> value = editor->value(); value.ok()) // half an address is none yet
            typed.values[index] = *value;
    if (!m_link.isEmpty())
        typed.set(fromQString(m_link), Value(m_linked));
    m_twins->showTyped(typed);
}

void NewRecordPanel::begin(const Entity& entity, const QString& link, const Id& id)
{
    m_entity = &entity;
    m_link = link;
    m_linked = id;
    m_typed.clear();
    m_along.clear();
    fill(firstFields(entity));
}

void NewRecordPanel::beginAgain(const Entity& entity, const std::vector<std::pair<std::size_t, Value>>& values,
                                const Edit& along)
{
    m_entity = &entity;
    m_link.clear();
    m_linked = {};
    m_typed = values;
    m_along = {along};
    std::vector<std::string> fields = firstFields(entity);
    for (const auto& [index, value] : values) {
        const Field& field = entity.fields[index];
        const auto found = std::find(fields.begin(), fields.end(), field.name);
        const bool shown = field.type != FieldType::Timeline && field.type != FieldType::Reference;
        if (!shown && found != fields.end())
            fields.erase(found);
        else if (shown && found == fields.end() && field.initial.empty())
            fields.push_back(field.name);
    }
    fill(fields);
}

void NewRecordPanel::fill(const std::vector<std::string>& fields)
{
    const Entity& entity = *m_entity;
    const QString link = m_link;
    m_title->setText(tr("New %1").arg(inSentence(entityWord(entity))));
    setAccessibleName(m_title->text());
    m_trouble->hide();
    m_twins->clear();
    m_settle.stop();
    clearLayout(m_fields);
    m_editors.clear();
    for (const std::string& name : fields) {
        const std::size_t index = *entity.indexOf(name);
        if (!link.isEmpty() && name == fromQString(link))
            continue;
        const Field& field = entity.fields[index];
        m_fields->addWidget(makeLabel(fieldWord(field), "small", this));
        FieldEditor* editor = makeEditor(entity, field, m_desk.reader, m_desk.environment.now(), this);
        const auto typed =
            std::find_if(m_typed.begin(), m_typed.end(), [index](const auto& each) { return each.first == index; });
        editor->setValue(typed != m_typed.end()            ? typed->second
                         : field.type == FieldType::Choice ? Value(field.initial)
                                                           : Value(),
                         {});
        m_fields->addWidget(editor);
        m_editors.emplace_back(index, editor);
        connect(editor, &FieldEditor::cancelled, this, &NewRecordPanel::close);
        connect(
            editor, &FieldEditor::accepted, this, [this, editor, at = m_editors.size() - 1](FieldEditor::Leaving how) {
                if (how == FieldEditor::Leaving::Enter && editor->property("choice").toBool())
                    return;
                if (how == FieldEditor::Leaving::Enter)
                    create();
                else if (how == FieldEditor::Leaving::Tab)
                    at + 1 < m_editors.size() ? m_editors[at + 1].second->begin() : m_editors.front().second->begin();
                else if (how == FieldEditor::Leaving::BackTab)
                    (at > 0 ? m_editors[at - 1].second : m_editors.back().second)->begin();
            });
        for (QLineEdit* line : editor->findChildren<QLineEdit*>())
            connect(line, &QLineEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
        editor->setProperty("choice", field.type == FieldType::Choice);
    }
    adjustSize();
    show();
    raise();
    m_editors.front().second->begin();
}

void NewRecordPanel::create()
{
    Edit edit{.kind = OperationKind::Create, .entity = m_entity, .id = {}, .values = {}};
    for (const auto& [index, editor] : m_editors) {
        const Result<Value> value = editor->value();
        editor->setWrong(!value.ok());
        if (!value.ok()) {
            m_trouble->setText(toQString(value.error().message));
            m_trouble->show();
            adjustSize();
            editor->begin();
            return;
        }
        if (!value->isNull())
            edit.values.emplace_back(index, *value);
    }
    for (const auto& [index, value] : m_typed)
        if (std::none_of(m_editors.begin(), m_editors.end(),
                         [index = index](const auto& each) { return each.first == index; }))
            edit.values.emplace_back(index, value);
    if (!m_link.isEmpty())
        edit.values.emplace_back(*m_entity->indexOf(fromQString(m_link)), Value(m_linked));
    Action action{.name = m_title->text(), .edits = {edit}};
    action.edits.insert(action.edits.end(), m_along.begin(), m_along.end());
    m_desk.undo.perform(action, this, [this](const Result<ReplicaWriter::Done>& result) {
        if (!result.ok()) {
            m_trouble->setText(toQString(result.error().message));
            m_trouble->show();
            adjustSize();
            return;
        }
        const auto& rows = result->receipt.rows; // what was done along is among them
        const auto made = std::find_if(
            rows.begin(), rows.end(), [this](const Receipt::Row& each) { return each.key.entity == m_entity->number; });
        const RowKey row = made == rows.end() ? rows.front().key : made->key;
        hide();
        Q_EMIT created(row);
    });
}

void NewRecordPanel::close()
{
    hide();
    Q_EMIT closed();
}

void NewRecordPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace satchel::ui
