// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteReader.h"

#include "ui/quotes/QuoteWriter.h"

namespace satchel::ui {

QuoteReader::QuoteReader(const Desk& desk, QuoteWriter& writer, QObject* parent)
    : QObject(parent), m_desk(desk), m_writer(writer)
{
    m_notesSoon.setSingleShot(true);
    m_notesSoon.setInterval(40); // not for every line that is typed
    connect(&m_notesSoon, &QTimer::timeout, this, &QuoteReader::askNotes);
    connect(&desk.writer, &ReplicaWriter::committed, this, [this] {
        if (m_quote.isNull())
            return;
        m_committed = true;
        ask();
    });
}

void QuoteReader::setQuote(const Id& quote)
{
    m_quote = quote;
    m_asking = m_again = false;
    ++*m_generation;
}

// What was committed through this window is read at once; the window's own round of refreshing comes a little later.
void QuoteReader::refresh()
{
    if (std::exchange(m_committed, false) || m_quote.isNull())
        return;
    m_writer.forgetRead();
    ask();
}

void QuoteReader::ask()
{
    if (m_quote.isNull()) // no quote is shown: there is nothing to find, and nobody must ask again for it
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const std::uint64_t asked = m_writer.countQuestion();
    m_desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return readQuoteSheet(replica, quote); },
        [this, quote = m_quote, asked](const QuoteSheet& sheet) {
            if (quote == m_quote)
                take(sheet, asked);
        });
}

void QuoteReader::take(const QuoteSheet& sheet, std::uint64_t asked)
{
    m_asking = false;
    if (asked > m_foreseen) {
        m_editable = sheet.readOnly.isEmpty();
        if (sheet.found)
            m_notesSoon.start();
        Q_EMIT sheetRead(sheet, asked);
    } else { // it may not know yet what is shown
        m_again = true;
    }
    if (std::exchange(m_again, false))
        ask();
}

void QuoteReader::askNotes()
{
    const std::uint64_t generation = ++*m_generation;
    if (m_quote.isNull() || !m_editable) {
        Q_EMIT notesRead({});
        return;
    }
    m_desk.reader.ask(this, ReplicaThread::Question([this, quote = m_quote, generation, current = m_generation](
                                                        Replica& replica) -> ReplicaThread::Answer {
                          if (*current != generation)
                              return {}; // the quote has changed again
                          const auto notes = std::make_shared<std::vector<QuoteNote>>(readQuoteNotes(replica, quote));
                          return [this, notes, generation] {
                              if (*m_generation == generation)
                                  Q_EMIT notesRead(*notes);
                          };
                      }));
}

} // namespace satchel::ui
