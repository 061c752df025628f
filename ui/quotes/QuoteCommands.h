// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quotes/QuoteBar.h"

namespace satchel {
class Id;
}

namespace satchel::ui {

class QuoteGrid;
class QuoteModel;
class QuoteRowDeeds;
class QuoteTyping;

/// What the buttons over a quote's grid and the keys in it mean for the rows in front of the person: it finds which
/// rows those are, and hands them to the deeds. Nothing happens in a quote that cannot be changed. Owned by the editor;
/// window's thread.
class QuoteCommands final : public QObject {
    Q_OBJECT
public:
    QuoteCommands(QuoteGrid& grid, QuoteModel& model, QuoteTyping& typing, QuoteRowDeeds& rows, QObject* parent);

    void run(QuoteBar::Deed deed);

Q_SIGNALS:
    /// Which parts the bundle of this line has is to be chosen; `name`: what the line is called.
    void partsWanted(const satchel::Id& line, const QString& name);

private:
    void connectKeys();
    void beginEntry(bool text);
    void wantParts();
    void takeBack();

    QuoteGrid& m_grid;
    QuoteModel& m_model;
    QuoteTyping& m_typing;
    QuoteRowDeeds& m_rows;
};

} // namespace satchel::ui
