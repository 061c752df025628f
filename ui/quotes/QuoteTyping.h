// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Quotes.h"
#include "ui/quotes/QuoteModel.h"

#include <map>
#include <mutex>

namespace satchel::ui {

class QuoteWriter;

/// Which line came of what was typed: the writer's thread says it, and the window may look meanwhile.
class MadeLine {
public:
    explicit MadeLine(const Id& id = {}) : m_id(id) {}
    void set(const Id& id)
    {
        const std::lock_guard lock(m_mutex);
        m_id = id;
    }
    /// Null until it is there.
    [[nodiscard]] Id id() const
    {
        const std::lock_guard lock(m_mutex);
        return m_id;
    }

private:
    mutable std::mutex m_mutex;
    Id m_id;
};

/// What a person types into the grid of a quote: cells, new lines, texts, lines pasted. It stands in the model at once
/// and stays there, marked, if it is refused. Lines are typed faster than they are stored, so what is typed into one
/// that is still to come waits in the writer behind it. Owned by the editor; window's thread.
class QuoteTyping final : public QObject {
    Q_OBJECT
public:
    QuoteTyping(QuoteWriter& writer, QuoteModel& model, QObject* parent);

    /// Another quote; nothing of the last one is still to come.
    void clear();
    void setTerms(const Id& account, const std::string& currency);

    /// Something was typed into a cell; `selected`: the rows that are selected with it.
    void type(const Id& row, QuoteColumn column, const QString& text, const Id& picked,
              const std::vector<Id>& selected);
    void paste(const QString& text);
    /// The grid shows this row for a line that was typed and that the store had not when it was shown.
    [[nodiscard]] bool isComing(const Id& row) const { return m_made.contains(row); }
    /// The store has it, though the grid may not show that yet.
    [[nodiscard]] bool isMade(const Id& row) const { return !madeOf(row)->id().isNull(); }

Q_SIGNALS:
    void lineTyped(const satchel::Id& coming, bool quantityGiven);
    void pasted(const QString& text, const satchel::Result<satchel::sales::Edited>& result);
    void notice(const QString& sentence, bool undoable);

private:
    using Made = std::shared_ptr<MadeLine>;
    /// Where something was typed, and what.
    struct Cell {
        Made row;
        QuoteColumn column;
        QString text;
    };

    void writeCell(const QString& name, const std::function<Result<sales::Edited>(sales::Quotes&)>& deed,
                   const Cell& cell);
    void answered(const Cell& cell, const Result<sales::Edited>& result);
    void addLine(const QString& text, const Id& picked);
    void addText(const QString& text);
    void add(const Id& coming, const QString& text, const Id& picked, bool again);
    void changeProduct(const Id& row, const QString& text, const Id& picked);
    void changeCell(const Id& row, QuoteColumn column, const QString& text);
    void discount(const std::vector<Id>& rows, const Id& row, const QString& text);
    void saveWaiting(const Id& line);
    [[nodiscard]] Made madeOf(const Id& row) const;
    [[nodiscard]] std::function<sales::Place()> place();

    QuoteWriter& m_writer;
    QuoteModel& m_model;
    Id m_account;
    std::string m_currency;
    std::map<Id, Made> m_made; ///< by the row that was to come; filled on the writer's thread
    Made m_last;               ///< the line typed last at this place
    QuoteModel::EntryPlace m_lastPlace;
};

} // namespace satchel::ui
