// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/ReferencePicker.h"

#include "ui/models/ReplicaThread.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace satchel::ui {

ReferencePicker::ReferencePicker(const Entity& entity, const Field& field, ReplicaReader& reader, QWidget* parent)
    : FieldEditor(entity, field, parent),
      m_reader(reader),
      m_target(schema::entity(field.references)),
      m_edit(new QLineEdit(this)),
      m_list(new QListWidget(parent->window()))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setPlaceholderText(tr("Type to search"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Choices for %1").arg(fieldWord(field)));
    m_list->setStyleSheet(
        QStringLiteral("QListWidget { border: 1px solid palette(dark); border-radius: 6px; padding: 4px; } "
                       "QListWidget::item { min-height: 28px; border-radius: 4px; }"));
    m_list->hide();
    addInput(m_edit, fieldWord(field));
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_typed = true;
        search();
    });
    connect(m_list, &QListWidget::itemPressed, this, [this] {
        m_typed = true;
        m_pending = false;
        Q_EMIT accepted(Leaving::Enter);
    });
}

ReferencePicker::~ReferencePicker()
{
    delete m_list;
}

void ReferencePicker::setValue(const Value& value, const QString& shown)
{
    m_before = value;
    m_beforeShown = shown;
    m_edit->setText(oneLine(shown));
}

void ReferencePicker::begin()
{
    FieldEditor::begin();
    m_edit->selectAll();
}

Result<Value> ReferencePicker::value() const
{
    if (!m_typed)
        return m_before;
    if (m_edit->text().trimmed().isEmpty()) {
        if (m_field.required)
            return invalid(fromQString(tr("%1 cannot be empty.").arg(fieldWord(m_field))), m_field.name);
        return Value();
    }
    const QListWidgetItem* item = m_list->currentItem();
    if (m_pending || item == nullptr)
        return invalid(fromQString(tr("Choose one from the list.")), m_field.name);
    return Value(Id::fromBytes(item->data(Qt::UserRole).toByteArray().toStdString()).value_or(Id{}));
}

QString ReferencePicker::shown() const
{
    if (!m_typed)
        return m_beforeShown;
    const QListWidgetItem* item = m_list->currentItem();
    return m_edit->text().trimmed().isEmpty() || item == nullptr ? QString() : item->text();
}

void ReferencePicker::search()
{
    const std::uint64_t asked = ++m_asked;
    m_pending = true;
    const Query query{.entity = &m_target,
                      .search = fromQString(m_edit->text()),
                      .filters = {},
                      .orderBy = {},
                      .limit = 8,
                      .after = {}};
    m_reader.ask(
        this, [query](Replica& replica) { return replica.list(query); },
        [this, asked](const Result<Page>& page) {
            if (asked != m_asked || !page.ok() || m_list.isNull())
                return;
            m_pending = false;
            m_list->clear();
            for (const Record& record : page->rows) {
                auto* item = new QListWidgetItem(oneLine(toQString(record.label())), m_list);
                item->setData(Qt::UserRole, QByteArray(record.id.view().data(), 16));
            }
            m_list->setCurrentRow(0);
            place();
        });
}

void ReferencePicker::place()
{
    const int rows = m_list->count();
    m_list->setVisible(rows > 0);
    const QPoint corner = m_edit->mapTo(window(), QPoint(0, m_edit->height() + 4));
    const int height = rows * 30 + 12;
    const bool fits = corner.y() + height < window()->height();
    m_list->setGeometry(corner.x(), fits ? corner.y() : corner.y() - height - m_edit->height() - 8,
                        qMax(m_edit->width(), 240), height);
    m_list->raise();
}

bool ReferencePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_list) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down && !m_list->isVisible()) {
            m_typed = true;
            m_edit->clear();
            search();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(qMax(0, qMin(next, m_list->count() - 1)));
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace satchel::ui
