// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/RecordForm.h"

#include "ui/widgets/Kit.h"
#include "ui/widgets/LayoutPause.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

RecordForm::RecordForm(const Desk& desk, const Entity& entity, const std::vector<std::string>& fields,
                       std::size_t always, QWidget* parent)
    : QWidget(parent), m_always(always), m_more(makeButton(tr("Show more fields"), "quiet", this))
{
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    for (const std::string& name : fields) {
        auto* row = new FieldRow(desk, entity, *entity.indexOf(name), FieldRow::Layout::Beside, this);
        connect(row, &FieldRow::openRequested, this, &RecordForm::openRequested);
        layout->addWidget(row);
        m_rows.push_back(row);
    }
    layout->addSpacing(4);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->setProperty("flush", true); // under the names of the fields
    m_more->setIcon(icon(QStringLiteral("chevron-down"), Tint::Muted));
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        arrange();
    });
}

void RecordForm::show(const ShownRecord& record)
{
    if (m_record != record.record.id)
        m_all = false;
    m_record = record.record.id;
    for (FieldRow* row : m_rows)
        row->show(record);
    arrange();
}

void RecordForm::finish()
{
    for (FieldRow* row : m_rows)
        row->finish();
}

void RecordForm::arrange()
{
    const LayoutPause pause(layout());
    int hidden = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool wanted = i < m_always || m_all || !m_rows[i]->isEmpty() || m_rows[i]->isEditing();
        m_rows[i]->setVisible(wanted);
        hidden += wanted ? 0 : 1;
    }
    const QString text = m_all ? tr("Show fewer fields") : tr("Show %Ln more fields", nullptr, hidden);
    m_more->setText(text);
    m_more->setAccessibleName(text);
    m_more->setIcon(icon(m_all ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), Tint::Muted));
    m_more->setVisible(m_all || hidden > 0);
}

} // namespace satchel::ui
