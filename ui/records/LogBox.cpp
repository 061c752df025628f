// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/LogBox.h"

#include "ui/records/RowMakers.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace satchel::ui {

LogBox::LogBox(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_kind(new QComboBox(this)),
      m_line(new QLineEdit(this)),
      m_trouble(makeLabel({}, "danger", this))
{
    const Field& kind = *schema::entity("activity").field("kind");
    for (const char* name : {"note", "call", "mail", "visit", "meeting"})
        m_kind->addItem(icon(activityIcon(name), Tint::Muted), choiceWord(name), QString::fromLatin1(name));
    nameCombo(m_kind, fieldWord(kind));
    m_kind->setToolTip(tr("What happened; Alt+Down chooses"));
    m_line->setPlaceholderText(tr("Log a call or note, then Enter"));
    m_line->setAccessibleName(tr("Log a call or note"));
    m_line->setToolTip(withKey(tr("Log a call or note"), QKeySequence(Qt::CTRL | Qt::Key_L)));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_kind);
    bar->addWidget(m_line, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 4);
    layout->addLayout(bar);
    layout->addWidget(m_trouble);
    connect(m_line, &QLineEdit::returnPressed, this, &LogBox::log);
}

void LogBox::setRecord(const Record& record)
{
    if (m_record.id != record.id) {
        m_line->clear();
        m_trouble->hide();
    }
    m_record = record;
}

void LogBox::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
}

std::string LogBox::kindOf(const QString& text) const
{
    const QString first = text.section(QLatin1Char(' '), 0, 0).toLower();
    const auto begins = [&](const QString& words) { return words.split(QLatin1Char(' ')).contains(first); };
    if (m_kind->currentIndex() == 0) {
        if (begins(tr("call called phoned rang", "first words of a line that logs a call")))
            return "call";
        if (begins(tr("mailed wrote", "first words of a line that logs a mail")))
            return "mail";
        if (begins(tr("visited visit", "first words of a line that logs a visit")))
            return "visit";
        if (begins(tr("met meeting", "first words of a line that logs a meeting")))
            return "meeting";
    }
    return fromQString(m_kind->currentData().toString());
}

void LogBox::log()
{
    const QString text = m_line->text();
    if (text.trimmed().isEmpty() || m_record.entity == nullptr)
        return;
    const Entity& activity = schema::entity("activity");
    constexpr int longest = 180; // UTF-16 units, so below the limit of 200 code points
    Edit edit{.kind = OperationKind::Create, .entity = &activity, .id = {}, .values = {}};
    const auto set = [&](const char* field, Value value) {
        edit.values.emplace_back(*activity.indexOf(field), std::move(value));
    };
    set("kind", kindOf(text));
    set("subject", fromQString(oneLine(text, longest)));
    if (text.size() > longest)
        set("notes", fromQString(text));
    set(m_record.entity->name.c_str(), m_record.id);
    if (m_record.entity->name == "contact" && !m_record.value("account").isNull())
        set("account", m_record.value("account"));
    m_line->clear();
    const Action action{.name = tr("Logged \"%1\"").arg(oneLine(text, 40)), .edits = {edit}};
    m_desk.undo.perform(action, this, [this, text](const Result<ReplicaWriter::Done>& result) {
        m_trouble->setVisible(!result.ok());
        if (result.ok())
            return;
        m_trouble->setText(toQString(result.error().message));
        if (m_line->text().isEmpty())
            m_line->setText(text); // nothing typed is lost
    });
}

} // namespace satchel::ui
