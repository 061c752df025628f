// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteHeader.h"

#include "core/rules/quotes/Authority.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

QuoteHeader::QuoteHeader(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_number(makeLabel({}, "muted", this)),
      m_state(new QHBoxLayout),
      m_title(addField(desk, "title", FieldRow::Layout::Bare)),
      m_locked(makeFrame("hint", this)),
      m_why(makeLabel({}, "warning", m_locked))
{
    setKind(this, "card");
    setMargins(m_state, 0, 0, 0, 0, 4);
    auto* first = new QHBoxLayout;
    setMargins(first, 4, 0, 0, 0, 8);
    first->addWidget(m_title);
    first->addWidget(m_number);
    first->addLayout(m_state);
    first->addStretch(1);
    QToolButton* history =
        makeIconButton(QStringLiteral("history"), tr("History of changes"), this, QKeySequence(Qt::CTRL | Qt::Key_H));
    QToolButton* remove = makeIconButton(QStringLiteral("trash-2"), tr("Delete the quote"), this,
                                         QKeySequence(Qt::CTRL | Qt::Key_Delete));
    connect(history, &QToolButton::clicked, this, &QuoteHeader::historyRequested);
    connect(remove, &QToolButton::clicked, this, &QuoteHeader::deleteRequested);
    first->addWidget(history);
    first->addWidget(remove);
    auto* facts = new QHBoxLayout;
    setMargins(facts, 0, 0, 0, 0, 8);
    facts->addWidget(addField(desk, "account", FieldRow::Layout::Above), 3);
    facts->addWidget(addField(desk, "contact", FieldRow::Layout::Above), 2);
    facts->addWidget(addField(desk, "date", FieldRow::Layout::Above), 2);
    facts->addWidget(addField(desk, "valid_until", FieldRow::Layout::Above), 2);
    m_currency = addField(desk, "currency", FieldRow::Layout::Above);
    facts->addWidget(m_currency, 1);
    wrap(m_why);
    auto* lock = new QHBoxLayout(m_locked);
    setMargins(lock, 8, 4, 8, 4, 8);
    lock->addWidget(new IconLabel(QStringLiteral("lock"), Tint::Warning, 16, m_locked));
    lock->addWidget(m_why, 1);
    m_locked->hide();
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 8, 8, 8, 8, 4);
    layout->addLayout(first);
    layout->addLayout(facts);
    layout->addWidget(m_locked);
}

FieldRow* QuoteHeader::addField(const Desk& desk, const char* field, FieldRow::Layout layout)
{
    const Entity& quote = schema::entity("quote");
    auto* row = new FieldRow(desk, quote, *quote.indexOf(field), layout, this);
    connect(row, &FieldRow::openRequested, this, &QuoteHeader::openRequested);
    m_rows.push_back(row);
    return row;
}

void QuoteHeader::showState(const QuoteSheet& sheet, const std::string& today)
{
    const Record& quote = sheet.quote.record;
    const std::string state = quotes::stateOn(quote, today);
    clearLayout(m_state);
    m_state->addWidget(new Pill(choiceWord(state.empty() ? "draft" : state), toneOf(toQString(state)), this));
    if (quote.value("template").integer() == 1)
        m_state->addWidget(new Pill(tr("Template"), Tone::Accent, this));
    const std::int64_t revision = quote.value("revision").integer();
    QString number = toQString(quote.value("number").text());
    if (revision > 1)
        number = tr("%1, revision %2").arg(number, numberWord(revision));
    m_number->setText(number.isEmpty() ? tr("No number yet") : number);
}

void QuoteHeader::show(const QuoteSheet& sheet, const std::string& today)
{
    m_name = oneLine(toQString(sheet.quote.record.label()));
    showState(sheet, today);
    for (FieldRow* row : m_rows) {
        row->show(sheet.quote);
        row->setLocked(sheet.readOnly);
    }
    const bool priced = std::any_of(sheet.rows.begin(), sheet.rows.end(),
                                    [](const QuoteRow& row) { return row.kind == QuoteRow::Kind::Line; });
    if (priced && sheet.readOnly.isEmpty())
        m_currency->setLocked(
            tr("Its lines have their prices in this currency. Take them out first, or copy the quote."));
    m_why->setText(sheet.readOnly);
    m_locked->setVisible(!sheet.readOnly.isEmpty());
}

void QuoteHeader::finish()
{
    for (FieldRow* row : m_rows)
        row->finish();
}

void QuoteHeader::focusFields()
{
    m_title->focusValue();
}

} // namespace satchel::ui
