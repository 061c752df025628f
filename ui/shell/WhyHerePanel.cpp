// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WhyHerePanel.h"

#include "ui/history/WhyHere.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

WhyHerePanel::WhyHerePanel(const Desk& desk, QWidget* parent)
    : CornerPanel(tr("Why is this here?"), 420, parent),
      m_desk(desk),
      m_record(makeLabel({}, "muted", this)),
      m_lines(new QVBoxLayout)
{
    m_record->setWordWrap(true);
    setMargins(m_lines, 0, 0, 0, 0, 8);
    m_body->addWidget(m_record);
    m_body->addLayout(m_lines);
}

void WhyHerePanel::ask(const RowKey& row)
{
    struct Told {
        QString record;
        QStringList lines;
    };
    m_desk.reader.ask(
        this,
        [row](Replica& replica) {
            const auto label = replica.label(row);
            return Told{label.ok() ? oneLine(toQString(*label), 120) : QString(), whyHere(replica, row)};
        },
        [this](const Told& told) {
            m_record->setText(told.record);
            m_record->setVisible(!told.record.isEmpty());
            clearLayout(m_lines);
            for (const QString& line : told.lines) {
                QLabel* label = makeLabel(line, "", this);
                label->setWordWrap(true);
                label->setTextInteractionFlags(Qt::TextSelectableByMouse);
                m_lines->addWidget(label);
            }
            setAccessibleDescription(told.lines.join(QLatin1Char(' ')));
            Q_EMIT filled();
        });
}

} // namespace satchel::ui
