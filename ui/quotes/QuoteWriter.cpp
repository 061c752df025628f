// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteWriter.h"

#include "ui/widgets/Text.h"

namespace satchel::ui {

using sales::Edited;
using sales::Quotes;

QuoteWriter::QuoteWriter(const Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void QuoteWriter::setQuote(const Id& quote)
{
    m_quote = quote;
    m_rowsMade = std::make_shared<QuoteRowsMade>();
    forgetRead();
}

void QuoteWriter::forgetRead()
{
    m_open = std::make_shared<sales::OpenQuote>();
    m_isReadAhead = false;
}

void QuoteWriter::readAhead()
{
    if (std::exchange(m_isReadAhead, true))
        return;
    m_desk.writer.ask(this, ReplicaThread::Question([open = m_open, made = m_rowsMade,
                                                     quote = m_quote](Replica& replica) -> ReplicaThread::Answer {
                          open->setPreview([made](Replica& from, RecordSource& source,
                                                  const quotes::QuoteRecords& records,
                                                  const pricing::Document& document) {
                              (void)makeQuoteSheet(*made, from, source, records, document);
                          });
                          (void)Quotes(replica, open.get()).readAhead(quote); // what is wrong is said to who edits
                          return {};
                      }));
}

void QuoteWriter::run(const QString& name, Deed deed, const Answer& answer)
{
    m_desk.undo.run(name, std::move(deed), this, [this, answer](const Result<Edited>& result) {
        if (answer)
            answer(result);
        else if (!result.ok())
            Q_EMIT notice(toQString(result.error().message), false);
    });
}

void QuoteWriter::runForeseen(const QString& name, const QuoteDeed& deed, const std::function<void()>& seen,
                              const Answer& answer)
{
    run(
        name,
        [open = m_open, preview = foreseeing(seen), deed](Replica& replica) {
            open->setPreview(preview);
            Quotes quotes(replica, open.get());
            return deed(quotes);
        },
        [this, answer](const Result<Edited>& result) {
            if (answer)
                answer(result);
            else if (!result.ok())
                Q_EMIT notice(toQString(result.error().message), false);
            if (!result.ok())
                Q_EMIT failed();
        });
}

// On the writer's thread, but for what the window does with it.
sales::OpenQuote::Preview QuoteWriter::foreseeing(const std::function<void()>& seen)
{
    return [writer = &m_desk.writer, guard = QPointer<QuoteWriter>(this), quote = m_quote, seen,
            made = m_rowsMade](Replica& replica, RecordSource& source, const quotes::QuoteRecords& records,
                               const pricing::Document& document) {
        const auto sheet = std::make_shared<QuoteSheet>(makeQuoteSheet(*made, replica, source, records, document));
        QMetaObject::invokeMethod(
            writer,
            [guard, quote, seen, sheet] {
                if (!guard || guard->m_quote != quote)
                    return;
                if (seen)
                    seen();
                Q_EMIT guard->foreseen(*sheet, guard->countQuestion());
            },
            Qt::QueuedConnection);
    };
}

} // namespace satchel::ui
