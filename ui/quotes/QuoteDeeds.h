// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/OpenQuote.h"
#include "core/sales/Quotes.h"
#include "ui/models/Desk.h"
#include "ui/quotes/QuoteModel.h"

namespace satchel::ui {

/// What a person does to a quote in its grid, as deeds of core/sales: each is one step to undo. What is typed stands in
/// the model at once and stays there, marked, if it is refused. Lines are typed faster than they are stored, so what
/// is done to one that is still to come waits in the writer behind it. What an edit makes of the other lines and of the
/// total is shown when it is computed, before the disk has it. Owned by the editor; window's thread.
class QuoteDeeds final : public QObject {
    Q_OBJECT
public:
    QuoteDeeds(const Desk& desk, QuoteModel& model, QObject* parent);

    void setQuote(const Id& quote);
    /// Somebody else may have written: nothing that was read is believed any more.
    void forgetRead();
    /// What the first edit would have to read is read now, where it is not known yet.
    void readAhead();
    void setTerms(const Id& account, const std::string& currency);
    /// Counts the questions to the store; the next one sees what is done now.
    [[nodiscard]] std::uint64_t nextQuestion() const { return m_asked + 1; }
    std::uint64_t countQuestion() { return ++m_asked; }

    /// Something was typed into a cell; `selected`: the rows that are selected with it.
    void type(const Id& row, QuoteColumn column, const QString& text, const Id& picked,
              const std::vector<Id>& selected);
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
    void paste(const QString& text);
    void discountDocument(const Decimal& percent, const Decimal& amount);
    /// Nothing: back to the list's.
    void setPrice(const Id& row, const std::optional<Decimal>& price);

Q_SIGNALS:
    void lineTyped(const satchel::Id& coming, bool quantityGiven);
    void groupAdded(const satchel::Id& group);
    void linesAdded(const satchel::Id& last);
    void pasted(const QString& text, const satchel::Result<satchel::sales::Edited>& result);
    /// What the quote is about to be; `asked` as for the answer to a question.
    void foreseen(const satchel::ui::QuoteSheet& sheet, std::uint64_t asked);
    /// It did not come to be.
    void failed();
    void notice(const QString& sentence, bool undoable);

private:
    using Deed = std::function<Result<sales::Edited>(Replica&)>;
    using QuoteDeed = std::function<Result<sales::Edited>(sales::Quotes&)>;
    using Made = std::shared_ptr<Id>;
    /// Where something was typed, and what.
    struct Cell {
        Made row;
        QuoteColumn column;
        QString text;
    };
    using Answer = std::function<void(const Result<sales::Edited>&)>;

    void run(const QString& name, Deed deed, Answer answer = {});
    /// The same for one call about the quote, which is foreseen. `cell`: where it was typed.
    void runOnQuote(const QString& name, const QuoteDeed& deed, const std::optional<Cell>& cell = {});
    [[nodiscard]] sales::OpenQuote::Preview foreseeing(const std::optional<Cell>& cell);
    void answered(const Cell& cell, const Result<sales::Edited>& result);
    void addLine(const QString& text, const Id& picked);
    void addText(const QString& text);
    void add(const Id& coming, const QString& text, const Id& picked, bool again);
    void changeProduct(const Id& row, const QString& text, const Id& picked);
    void changeCell(const Id& row, QuoteColumn column, const QString& text);
    void discount(const std::vector<Id>& rows, const Id& row, const QString& text);
    void saveWaiting(const Id& line);
    [[nodiscard]] Made madeOf(const Id& row) const;
    [[nodiscard]] const QuoteRow* rowOf(const Id& id) const;
    [[nodiscard]] QString calledInSentence(const Id& id) const;
    [[nodiscard]] std::function<sales::Place()> place();
    [[nodiscard]] std::vector<Id> heads(const std::vector<Id>& rows) const;

    const Desk& m_desk;
    QuoteModel& m_model;
    Id m_quote;
    Id m_account;
    std::string m_currency;
    std::uint64_t m_asked = 0;
    // Used on the writer's thread.
    std::shared_ptr<sales::OpenQuote> m_open;
    std::shared_ptr<QuoteRowsMade> m_rowsMade;
    bool m_isReadAhead = false; ///< into m_open, or it is being done
    std::map<Id, Made> m_made;  ///< by the row that was to come; filled on the writer's thread
    Made m_last;                ///< the line typed last at this place
    QuoteModel::EntryPlace m_lastPlace;
};

} // namespace satchel::ui
