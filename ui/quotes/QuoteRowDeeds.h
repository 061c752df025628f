// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "ui/quotes/QuoteModel.h"

#include <set>

namespace satchel::ui {

class QuoteTyping;
class QuoteWriter;

/// What is done to rows of a quote as a whole, by a key or a button: removed, moved, duplicated, put into a group, made
/// optional, given other parts, chosen, priced by hand; and the discount of the document. Owned by the editor; window's
/// thread.
class QuoteRowDeeds final : public QObject {
    Q_OBJECT
public:
    QuoteRowDeeds(QuoteWriter& writer, QuoteModel& model, const QuoteTyping& typing, QObject* parent);

    void remove(const std::vector<Id>& rows);
    void move(const std::vector<Id>& rows, bool up);
    void duplicate(const std::vector<Id>& rows);
    void addGroup(const std::vector<Id>& selected, const Id& current);
    /// Between option and normal line.
    void toggleOption(const std::vector<Id>& rows);
    /// To the normal line above, or back.
    void toggleAlternative(const Id& row);
    /// Which parts the bundle of a line has.
    void chooseParts(const Id& line, const std::set<Id>& parts);
    /// The customer wants it, or does not.
    void toggleChosen(const Id& row);
    /// Nothing: back to the list's.
    void setPrice(const Id& row, const std::optional<Decimal>& price);
    void discountDocument(const Decimal& percent, const Decimal& amount);

Q_SIGNALS:
    void groupAdded(const satchel::Id& group);
    void notice(const QString& sentence, bool undoable);

private:
    [[nodiscard]] std::vector<Id> heads(const std::vector<Id>& rows) const;

    QuoteWriter& m_writer;
    QuoteModel& m_model;
    const QuoteTyping& m_typing;
};

} // namespace satchel::ui
