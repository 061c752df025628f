// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/TwinHint.h"

#include "core/rules/Access.h"
#include "core/sales/Twins.h"
#include "ui/duplicates/TwinWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace satchel::ui {

TwinHint::TwinHint(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_sentence(makeLabel({}, "", this)),
      m_button(makeButton(tr("Compare"), "quiet", this, QKeySequence(Qt::Key_M)))
{
    setProperty("kind", QStringLiteral("hint"));
    wrap(m_sentence);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 12, 4, 4, 4, 8);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_typed)
            Q_EMIT openRequested(m_other);
        else
            Q_EMIT compareRequested();
    });
    hide();
}

void TwinHint::show(const Record& record)
{
    if (record == m_record)
        return;
    if (record.id != m_record.id)
        clear();
    ask(record, false);
}

void TwinHint::showTyped(const Record& record)
{
    if (!m_typed) {
        m_typed = true;
        m_button->setText(tr("Open it"));
        m_button->setAccessibleName(m_button->text());
        m_button->setToolTip({});
    }
    ask(record, true);
}

void TwinHint::clear()
{
    ++m_asked;
    m_record = {};
    if (isHidden())
        return;
    hide();
    Q_EMIT changed();
}

void TwinHint::ask(const Record& record, bool typed)
{
    const Entity& entity = *record.entity;
    if (!entity.mergeable || (!typed && (!mayDelete(m_desk.me.role, entity) || !mayUpdate(m_desk.me.role, entity))))
        return;
    m_record = record;
    m_desk.reader.ask(
        this, [record](Replica& replica) { return sales::twinsOf(replica, record); },
        [this, asked = ++m_asked, typed](const Result<std::vector<sales::Twin>>& twins) {
            if (asked != m_asked)
                return;
            if (!twins.ok() || twins->empty()) {
                const Record kept = m_record;
                clear();
                m_record = kept;
                return;
            }
            const sales::Twin& first = twins->front();
            m_other = {first.record.entity->number, first.record.id};
            const QString name = oneLine(toQString(first.record.label()), 60);
            const auto more = static_cast<qint64>(twins->size()) - 1;
            const QString why = alikeWords(first.by);
            QString sentence = typed ? tr("There is already %1 (%2).").arg(name, why)
                                     : tr("May be the same as %1 (%2).").arg(name, why);
            if (more > 0)
                sentence += QLatin1Char(' ') + tr("Alike: %1 more.").arg(numberWord(more));
            m_sentence->setText(sentence);
            const bool came = isHidden();
            setVisible(true);
            if (came)
                Q_EMIT changed();
        });
}

} // namespace satchel::ui
