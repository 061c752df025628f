// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteCommands.h"

#include "ui/quotes/QuoteGrid.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/quotes/QuoteRowDeeds.h"
#include "ui/quotes/QuoteTyping.h"

namespace satchel::ui {

QuoteCommands::QuoteCommands(QuoteGrid& grid, QuoteModel& model, QuoteTyping& typing, QuoteRowDeeds& rows,
                             QObject* parent)
    : QObject(parent), m_grid(grid), m_model(model), m_typing(typing), m_rows(rows)
{
    connectKeys();
}

void QuoteCommands::connectKeys()
{
    connect(&m_model, &QuoteModel::edited, this,
            [this](const Id& row, QuoteColumn column, const QString& text, const Id& picked) {
                m_typing.type(row, column, text, picked, m_grid.selectedRows());
            });
    connect(&m_grid, &QuoteGrid::deleteWanted, this, [this] {
        if (m_model.isEditable())
            m_rows.remove(m_grid.selectedRows());
    });
    connect(&m_grid, &QuoteGrid::toggleWanted, this, [this] {
        if (m_model.isEditable())
            m_rows.toggleChosen(m_grid.currentRow());
    });
    connect(&m_grid, &QuoteGrid::pasteWanted, this, [this](const QString& text) {
        if (m_model.isEditable())
            m_typing.paste(text);
    });
    connect(&m_grid, &QuoteGrid::forgetWanted, this, &QuoteCommands::takeBack);
}

void QuoteCommands::run(QuoteBar::Deed deed)
{
    using Deed = QuoteBar::Deed;
    if (!m_model.isEditable())
        return;
    switch (deed) {
    case Deed::Insert: beginEntry(false); break;
    case Deed::Text: beginEntry(true); break;
    case Deed::Group: m_rows.addGroup(m_grid.selectedRows(), m_grid.currentRow()); break;
    case Deed::Option: m_rows.toggleOption(m_grid.selectedRows()); break;
    case Deed::Alternative: m_rows.toggleAlternative(m_grid.currentRow()); break;
    case Deed::Parts: wantParts(); break;
    case Deed::Duplicate: m_rows.duplicate(m_grid.selectedRows()); break;
    case Deed::Up: m_rows.move(m_grid.selectedRows(), true); break;
    case Deed::Down: m_rows.move(m_grid.selectedRows(), false); break;
    case Deed::Why:
    case Deed::Paper: break; // what is shown beside the lines is the editor's
    }
}

// Where the person is: behind the line, or at the beginning of the group; a second time back to the end.
void QuoteCommands::beginEntry(bool text)
{
    const int row = m_grid.currentIndex().row();
    QuoteModel::EntryPlace place = m_model.entryPlace();
    if (row >= 0) {
        const QuoteRow& here = m_model.row(row);
        if (here.kind == QuoteRow::Kind::Group)
            place = {.group = here.id, .first = true};
        else if (here.isLine())
            place = {.after = here.bundle.isNull() ? here.id : here.bundle};
        else if (here.kind == QuoteRow::Kind::Entry && !text)
            place = {};
    }
    place.text = text;
    m_grid.keeping([&] { m_model.setEntryPlace(place); });
    m_grid.goToEntry();
    m_grid.setFocus(Qt::OtherFocusReason);
    if (text)
        m_grid.editCurrent();
}

// Of the bundle in front, also from one of its parts.
void QuoteCommands::wantParts()
{
    const int at = m_grid.currentIndex().row();
    if (at < 0 || m_model.row(at).kind != QuoteRow::Kind::Line)
        return;
    const QuoteRow& here = m_model.row(at);
    const Id line = here.bundle.isNull() ? here.id : here.bundle;
    const QuoteRow* head = m_model.find(line);
    Q_EMIT partsWanted(line, head == nullptr ? QString() : head->text(QuoteColumn::Description));
}

// What was typed into the cell in front and refused.
void QuoteCommands::takeBack()
{
    const Id row = m_grid.currentRow();
    if (m_model.row(m_grid.currentIndex().row()).kind == QuoteRow::Kind::Coming)
        m_model.removeComing(row);
    else
        m_model.forget(row, m_grid.currentColumn());
}

} // namespace satchel::ui
