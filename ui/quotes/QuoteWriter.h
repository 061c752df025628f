// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/OpenQuote.h"
#include "core/sales/Quotes.h"
#include "ui/models/Desk.h"
#include "ui/quotes/QuoteSheet.h"

namespace satchel::ui {

/// The way of one quote's deeds to the disk: each deed of core/sales is one step to undo, done on the writer's thread
/// one after the other. What an edit makes of the other lines and of the total is foreseen: shown when it is computed,
/// before the disk has it. Owned by the editor; window's thread.
class QuoteWriter final : public QObject {
    Q_OBJECT
public:
    using Deed = std::function<Result<sales::Edited>(Replica&)>;
    using QuoteDeed = std::function<Result<sales::Edited>(sales::Quotes&)>;
    using Answer = std::function<void(const Result<sales::Edited>&)>;

    QuoteWriter(const Desk& desk, QObject* parent);

    void setQuote(const Id& quote);
    [[nodiscard]] const Id& quote() const { return m_quote; }
    /// Somebody else may have written: nothing that was read is believed any more.
    void forgetRead();
    /// What the first edit would have to read is read now, where it is not known yet.
    void readAhead();
    /// Counts the questions to the store; the next one sees what is done now.
    [[nodiscard]] std::uint64_t nextQuestion() const { return m_asked + 1; }
    std::uint64_t countQuestion() { return ++m_asked; }

    /// Without an `answer`, a refusal is a notice.
    void run(const QString& name, Deed deed, const Answer& answer = {});
    /// The same for one call about the quote, which is foreseen; `seen` runs just before that is told.
    void runForeseen(const QString& name, const QuoteDeed& deed, const std::function<void()>& seen = {},
                     const Answer& answer = {});

Q_SIGNALS:
    /// What the quote is about to be; `asked` as for the answer to a question.
    void foreseen(const satchel::ui::QuoteSheet& sheet, std::uint64_t asked);
    /// It did not come to be.
    void failed();
    void notice(const QString& sentence, bool undoable);

private:
    [[nodiscard]] sales::OpenQuote::Preview foreseeing(const std::function<void()>& seen);

    const Desk& m_desk;
    Id m_quote;
    std::uint64_t m_asked = 0;
    // Used on the writer's thread.
    std::shared_ptr<sales::OpenQuote> m_open;
    std::shared_ptr<QuoteRowsMade> m_rowsMade;
    bool m_isReadAhead = false; ///< into m_open, or it is being done
};

} // namespace satchel::ui
