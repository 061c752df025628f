// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteTyping.h"

#include "ui/quotes/CellReading.h"
#include "ui/quotes/ProductChoice.h"
#include "ui/quotes/QuoteMoves.h"
#include "ui/quotes/QuoteWriter.h"
#include "ui/widgets/Text.h"

namespace satchel::ui {

using sales::Edited;
using sales::Quotes;

QuoteTyping::QuoteTyping(QuoteWriter& writer, QuoteModel& model, QObject* parent)
    : QObject(parent), m_writer(writer), m_model(model)
{}

void QuoteTyping::clear()
{
    m_made.clear();
    m_last.reset();
    m_lastPlace = {};
}

void QuoteTyping::setTerms(const Id& account, const std::string& currency)
{
    m_account = account;
    m_currency = currency;
}

void QuoteTyping::type(const Id& row, QuoteColumn column, const QString& text, const Id& picked,
                       const std::vector<Id>& selected)
{
    const QuoteRow* found = m_model.find(row);
    if (found == nullptr)
        return;
    switch (found->kind) {
    case QuoteRow::Kind::Entry:
        if (text.trimmed().isEmpty())
            return;
        return m_model.entryPlace().text ? addText(text) : addLine(text, picked);
    case QuoteRow::Kind::Group:
        return writeCell(
            tr("Renamed a group"), [row, text](Quotes& quotes) { return quotes.renameGroup(row, fromQString(text)); },
            Cell{madeOf(row), column, text});
    case QuoteRow::Kind::Coming:
        if (column == QuoteColumn::Code)
            return add(row, text, picked, true);
        return changeCell(row, column, text);
    case QuoteRow::Kind::Line:
    case QuoteRow::Kind::Text:
        if (column == QuoteColumn::Code)
            return changeProduct(row, text, picked);
        if (column == QuoteColumn::Discount && selected.size() > 1)
            return discount(selected, row, text);
        return changeCell(row, column, text);
    }
}

void QuoteTyping::writeCell(const QString& name, const QuoteWriter::QuoteDeed& deed, const Cell& cell)
{
    if (!cell.row->id().isNull())
        m_model.setTyped(cell.row->id(), cell.column, cell.text);
    m_writer.runForeseen(
        name, deed, [this, cell] { m_model.setSaved(cell.row->id(), cell.column, cell.text, m_writer.nextQuestion()); },
        [this, cell](const Result<Edited>& result) { answered(cell, result); });
}

void QuoteTyping::answered(const Cell& cell, const Result<Edited>& result)
{
    if (cell.row->id().isNull())
        return; // it waits with its line
    if (result.ok()) {
        m_model.setSaved(cell.row->id(), cell.column, cell.text, m_writer.nextQuestion());
        return;
    }
    m_model.setTyped(cell.row->id(), cell.column, cell.text); // it may have looked as if it were there already
    m_model.setWrong(cell.row->id(), cell.column, toQString(result.error().message));
}

QuoteTyping::Made QuoteTyping::madeOf(const Id& row) const
{
    const auto made = m_made.find(row);
    return made == m_made.end() ? std::make_shared<MadeLine>(row) : made->second;
}

// Where the entry row stands, seen from the writer's thread: behind the line that was typed there before.
std::function<sales::Place()> QuoteTyping::place()
{
    const QuoteModel::EntryPlace& entry = m_model.entryPlace();
    if (entry.after.isNull() && !entry.first) {
        const Id group = entry.group.isNull() ? lastGroup(m_model.rows()) : entry.group;
        return [group] { return sales::Place{.group = group}; };
    }
    const sales::Place fixed{.after = entry.after, .group = entry.group, .first = entry.first};
    if (!(entry == m_lastPlace))
        m_last.reset();
    m_lastPlace = entry;
    return [fixed, last = m_last] { return last && !last->id().isNull() ? sales::Place{.after = last->id()} : fixed; };
}

void QuoteTyping::addLine(const QString& text, const Id& picked)
{
    const Id coming = m_model.addComing(text.trimmed(), {}, false);
    m_made[coming] = std::make_shared<MadeLine>();
    Q_EMIT lineTyped(coming, readProduct(text).quantity.has_value());
    add(coming, text, picked, false);
}

void QuoteTyping::add(const Id& coming, const QString& text, const Id& picked, bool again)
{
    const Made made = madeOf(coming);
    const auto where = place();
    m_last = made;
    const QuoteWriter::Deed deed = [quote = m_writer.quote(), account = m_account, text, picked, made,
                                    where](Replica& replica) -> Result<Edited> {
        SATCHEL_ASSIGN(const sales::NewLine line, lineMeant(replica, account, text, picked));
        SATCHEL_ASSIGN(Edited edited, Quotes(replica).addLines(quote, {line}, where()));
        made->set(edited.added.front());
        return edited;
    };
    if (again)
        m_model.setTyped(coming, QuoteColumn::Code, text);
    m_writer.run(tr("Added a line"), deed, [this, coming, text, again](const Result<Edited>& result) {
        if (!result.ok()) {
            m_model.setTyped(coming, QuoteColumn::Code, text.trimmed());
            m_model.setWrong(coming, QuoteColumn::Code, toQString(result.error().message));
            return;
        }
        const Id line = result->added.front();
        m_model.setSaved(coming, QuoteColumn::Code, text, m_writer.nextQuestion());
        m_model.setCame(coming, line, m_writer.nextQuestion());
        if (again)
            saveWaiting(line);
    });
}

// What was typed beside a product that was refused at first.
void QuoteTyping::saveWaiting(const Id& line)
{
    const int at = m_model.indexOf(line);
    for (int i = 0; at >= 0 && i < quoteColumns; ++i) {
        const auto column = static_cast<QuoteColumn>(i);
        const QuoteModel::Typed* typed = m_model.typed(at, column);
        if (column != QuoteColumn::Code && typed != nullptr && typed->saved == 0 && typed->wrong.isEmpty())
            changeCell(line, column, QString(typed->text));
    }
}

void QuoteTyping::addText(const QString& text)
{
    const Id coming = m_model.addComing({}, text, true);
    const auto made = std::make_shared<MadeLine>();
    m_made[coming] = made;
    const auto where = place();
    m_last = made;
    m_writer.run(
        tr("Added a text"),
        [quote = m_writer.quote(), text, made, where](Replica& replica) -> Result<Edited> {
            SATCHEL_ASSIGN(Edited edited,
                           Quotes(replica).addLines(quote, {{.description = fromQString(text)}}, where()));
            made->set(edited.added.front());
            return edited;
        },
        [this, coming](const Result<Edited>& result) {
            if (result.ok()) {
                m_model.setCame(coming, result->added.front(), m_writer.nextQuestion());
                return;
            }
            m_model.removeComing(coming);
            Q_EMIT notice(toQString(result.error().message), false);
        });
    QuoteModel::EntryPlace products = m_model.entryPlace();
    products.text = false;
    m_model.setEntryPlace(products);
    m_lastPlace = products;
}

void QuoteTyping::changeProduct(const Id& row, const QString& text, const Id& picked)
{
    const Cell cell{madeOf(row), QuoteColumn::Code, text};
    m_model.setTyped(row, QuoteColumn::Code, text);
    m_writer.run(
        tr("Changed the product of %1").arg(m_model.calledInSentence(row)),
        [account = m_account, row, text, picked](Replica& replica) -> Result<Edited> {
            SATCHEL_ASSIGN(const sales::NewLine meant, lineMeant(replica, account, text, picked));
            return Quotes(replica).changeLine(row, {.product = meant.product});
        },
        [this, cell](const Result<Edited>& result) { answered(cell, result); });
}

void QuoteTyping::changeCell(const Id& row, QuoteColumn column, const QString& text)
{
    const auto change = readCell(column, text, m_currency);
    if (!change.ok()) {
        m_model.setTyped(row, column, text);
        m_model.setWrong(row, column, toQString(change.error().message));
        return;
    }
    const QString name = m_model.headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const Made made = madeOf(row);
    if (made->id().isNull())
        m_model.setTyped(row, column, text);
    writeCell(
        tr("%1 of %2").arg(name, m_model.calledInSentence(row)),
        [made, change = *change](Quotes& quotes) -> Result<Edited> {
            if (made->id().isNull())
                return Error{ErrorKind::NotFound, fromQString(tr("This line waits for its product."))};
            return quotes.changeLine(made->id(), change);
        },
        Cell{made, column, text});
}

void QuoteTyping::discount(const std::vector<Id>& rows, const Id& row, const QString& text)
{
    const auto percent = readPercent(text);
    if (!percent.ok()) {
        m_model.setTyped(row, QuoteColumn::Discount, text);
        m_model.setWrong(row, QuoteColumn::Discount, toQString(percent.error().message));
        return;
    }
    std::vector<Id> lines;
    for (const Id& id : rows)
        if (const QuoteRow* each = m_model.find(id); each != nullptr && each->kind == QuoteRow::Kind::Line)
            lines.push_back(id);
    writeCell(
        tr("Discount of %1 lines").arg(lines.size()),
        [quote = m_writer.quote(), lines, percent = *percent](Quotes& quotes) {
            return quotes.discountLines(quote, lines, percent, Decimal{});
        },
        Cell{madeOf(row), QuoteColumn::Discount, text});
}

void QuoteTyping::paste(const QString& text)
{
    const auto where = place();
    m_writer.run(
        tr("Pasted lines"),
        [quote = m_writer.quote(), text, where](Replica& replica) {
            return Quotes(replica).paste(quote, fromQString(text), where());
        },
        [this, text](const Result<Edited>& result) { Q_EMIT pasted(text, result); });
}

} // namespace satchel::ui
