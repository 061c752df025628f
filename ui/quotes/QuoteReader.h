// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/quotes/QuoteSheet.h"

#include <QTimer>

#include <atomic>

namespace satchel::ui {

class QuoteWriter;

/// Asks the store for the quote that is shown: its sheet, one question at a time and again after every commit, and a
/// moment later what there is to know about it, which asks the price engine. An answer that may not know an edit that
/// is shown already is asked for once more instead. Owned by the editor; window's thread, reads on the reader's.
class QuoteReader final : public QObject {
    Q_OBJECT
public:
    QuoteReader(const Desk& desk, QuoteWriter& writer, QObject* parent);

    /// What is still being asked about another quote is dropped. Asks nothing yet.
    void setQuote(const Id& quote);
    void ask();
    /// The store changed, by whomever.
    void refresh();
    /// What is shown knows more than the answers to the questions up to this one.
    void disregardUntil(std::uint64_t asked) { m_foreseen = asked; }

Q_SIGNALS:
    void sheetRead(const satchel::ui::QuoteSheet& sheet, std::uint64_t asked);
    /// None for a quote that cannot be changed: what might have been better is past.
    void notesRead(const std::vector<satchel::ui::QuoteNote>& notes);

private:
    void take(const QuoteSheet& sheet, std::uint64_t asked);
    void askNotes();

    const Desk& m_desk;
    QuoteWriter& m_writer;
    Id m_quote;
    std::uint64_t m_foreseen = 0; ///< the last question whose answer is disregarded
    bool m_asking = false;
    bool m_again = false;
    bool m_committed = false; ///< what was committed here is being read already
    bool m_editable = false;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
    QTimer m_notesSoon;
};

} // namespace satchel::ui
