// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteDeeds.h"

#include "core/sales/Duplicates.h"
#include "ui/quotes/CellReading.h"
#include "ui/quotes/ProductChoice.h"
#include "ui/quotes/QuoteMoves.h"
#include "ui/widgets/Text.h"

#include <algorithm>

namespace satchel::ui {

using sales::Edited;
using sales::Quotes;

QuoteDeeds::QuoteDeeds(const Desk& desk, QuoteModel& model, QObject* parent)
    : QObject(parent), m_desk(desk), m_model(model)
{}

void QuoteDeeds::setQuote(const Id& quote)
{
    m_quote = quote;
    m_rowsMade = std::make_shared<QuoteRowsMade>();
    forgetRead();
    m_made.clear();
    m_last.reset();
    m_lastPlace = {};
}

void QuoteDeeds::forgetRead()
{
    m_open = std::make_shared<sales::OpenQuote>();
    m_isReadAhead = false;
}

void QuoteDeeds::readAhead()
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

void QuoteDeeds::setTerms(const Id& account, const std::string& currency)
{
    m_account = account;
    m_currency = currency;
}

void QuoteDeeds::run(const QString& name, Deed deed, Answer answer)
{
    m_desk.undo.run(name, std::move(deed), this, [this, answer = std::move(answer)](const Result<Edited>& result) {
        if (answer)
            answer(result);
        else if (!result.ok())
            Q_EMIT notice(toQString(result.error().message), false);
    });
}

// On the writer's thread, but for what the window does with it.
sales::OpenQuote::Preview QuoteDeeds::foreseeing(const std::optional<Cell>& cell)
{
    return [writer = &m_desk.writer, guard = QPointer<QuoteDeeds>(this), quote = m_quote, cell,
            made = m_rowsMade](Replica& replica, RecordSource& source, const quotes::QuoteRecords& records,
                               const pricing::Document& document) {
        const auto sheet = std::make_shared<QuoteSheet>(makeQuoteSheet(*made, replica, source, records, document));
        QMetaObject::invokeMethod(
            writer,
            [guard, quote, cell, sheet] {
                if (!guard || guard->m_quote != quote)
                    return;
                if (cell)
                    guard->m_model.setSaved(*cell->row, cell->column, cell->text, guard->nextQuestion());
                Q_EMIT guard->foreseen(*sheet, guard->countQuestion());
            },
            Qt::QueuedConnection);
    };
}

void QuoteDeeds::runOnQuote(const QString& name, const QuoteDeed& deed, const std::optional<Cell>& cell)
{
    if (cell && !cell->row->isNull())
        m_model.setTyped(*cell->row, cell->column, cell->text);
    run(
        name,
        [open = m_open, preview = foreseeing(cell), deed](Replica& replica) {
            open->setPreview(preview);
            Quotes quotes(replica, open.get());
            return deed(quotes);
        },
        [this, cell](const Result<Edited>& result) {
            if (cell)
                answered(*cell, result);
            else if (!result.ok())
                Q_EMIT notice(toQString(result.error().message), false);
            if (!result.ok())
                Q_EMIT failed();
        });
}

void QuoteDeeds::answered(const Cell& cell, const Result<Edited>& result)
{
    if (cell.row->isNull())
        return; // it waits with its line
    if (result.ok()) {
        m_model.setSaved(*cell.row, cell.column, cell.text, nextQuestion());
        return;
    }
    m_model.setTyped(*cell.row, cell.column, cell.text); // it may have looked as if it were there already
    m_model.setWrong(*cell.row, cell.column, toQString(result.error().message));
}

const QuoteRow* QuoteDeeds::rowOf(const Id& id) const
{
    const int at = m_model.indexOf(id);
    return at < 0 ? nullptr : &m_model.row(at);
}

QString QuoteDeeds::calledInSentence(const Id& id) const
{
    const QuoteRow* row = rowOf(id);
    const QString number = row == nullptr ? QString() : row->text(QuoteColumn::Number);
    return number.isEmpty() ? tr("the new line") : tr("line %1").arg(number);
}

QuoteDeeds::Made QuoteDeeds::madeOf(const Id& row) const
{
    const auto made = m_made.find(row);
    return made == m_made.end() ? std::make_shared<Id>(row) : made->second;
}

std::vector<Id> QuoteDeeds::heads(const std::vector<Id>& rows) const
{
    std::vector<Id> heads;
    for (const Id& id : rows)
        if (const QuoteRow* row = rowOf(id); row != nullptr && row->isHead())
            heads.push_back(id);
    return heads;
}

void QuoteDeeds::type(const Id& row, QuoteColumn column, const QString& text, const Id& picked,
                      const std::vector<Id>& selected)
{
    const QuoteRow* found = rowOf(row);
    if (found == nullptr)
        return;
    switch (found->kind) {
    case QuoteRow::Kind::Entry:
        if (text.trimmed().isEmpty())
            return;
        return m_model.entryPlace().text ? addText(text) : addLine(text, picked);
    case QuoteRow::Kind::Group:
        return runOnQuote(
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

// Where the entry row stands, seen from the writer's thread: behind the line that was typed there before.
std::function<sales::Place()> QuoteDeeds::place()
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
    return [fixed, last = m_last] { return last && !last->isNull() ? sales::Place{.after = *last} : fixed; };
}

void QuoteDeeds::addLine(const QString& text, const Id& picked)
{
    const Id coming = m_model.addComing(text.trimmed(), {}, false);
    m_made[coming] = std::make_shared<Id>();
    Q_EMIT lineTyped(coming, readProduct(text).quantity.has_value());
    add(coming, text, picked, false);
}

void QuoteDeeds::add(const Id& coming, const QString& text, const Id& picked, bool again)
{
    const Made made = madeOf(coming);
    const auto where = place();
    m_last = made;
    const Deed deed = [quote = m_quote, account = m_account, text, picked, made,
                       where](Replica& replica) -> Result<Edited> {
        SATCHEL_ASSIGN(const sales::NewLine line, lineMeant(replica, account, text, picked));
        SATCHEL_ASSIGN(Edited edited, Quotes(replica).addLines(quote, {line}, where()));
        *made = edited.added.front();
        return edited;
    };
    if (again)
        m_model.setTyped(coming, QuoteColumn::Code, text);
    run(tr("Added a line"), deed, [this, coming, text, again](const Result<Edited>& result) {
        if (!result.ok()) {
            m_model.setTyped(coming, QuoteColumn::Code, text.trimmed());
            m_model.setWrong(coming, QuoteColumn::Code, toQString(result.error().message));
            return;
        }
        const Id line = result->added.front();
        m_model.setSaved(coming, QuoteColumn::Code, text, nextQuestion());
        m_model.setCame(coming, line, nextQuestion());
        if (again)
            saveWaiting(line);
        Q_EMIT linesAdded(line);
    });
}

// What was typed beside a product that was refused at first.
void QuoteDeeds::saveWaiting(const Id& line)
{
    const int at = m_model.indexOf(line);
    for (int i = 0; at >= 0 && i < quoteColumns; ++i) {
        const auto column = static_cast<QuoteColumn>(i);
        const QuoteModel::Typed* typed = m_model.typed(at, column);
        if (column != QuoteColumn::Code && typed != nullptr && typed->saved == 0 && typed->wrong.isEmpty())
            changeCell(line, column, QString(typed->text));
    }
}

void QuoteDeeds::addText(const QString& text)
{
    const Id coming = m_model.addComing({}, text, true);
    const auto made = std::make_shared<Id>();
    m_made[coming] = made;
    const auto where = place();
    m_last = made;
    run(
        tr("Added a text"),
        [quote = m_quote, text, made, where](Replica& replica) -> Result<Edited> {
            SATCHEL_ASSIGN(Edited edited,
                           Quotes(replica).addLines(quote, {{.description = fromQString(text)}}, where()));
            *made = edited.added.front();
            return edited;
        },
        [this, coming](const Result<Edited>& result) {
            if (result.ok()) {
                m_model.setCame(coming, result->added.front(), nextQuestion());
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

void QuoteDeeds::changeProduct(const Id& row, const QString& text, const Id& picked)
{
    const Cell cell{madeOf(row), QuoteColumn::Code, text};
    m_model.setTyped(row, QuoteColumn::Code, text);
    run(
        tr("Changed the product of %1").arg(calledInSentence(row)),
        [account = m_account, row, text, picked](Replica& replica) -> Result<Edited> {
            SATCHEL_ASSIGN(const sales::NewLine meant, lineMeant(replica, account, text, picked));
            return Quotes(replica).changeLine(row, {.product = meant.product});
        },
        [this, cell](const Result<Edited>& result) { answered(cell, result); });
}

void QuoteDeeds::changeCell(const Id& row, QuoteColumn column, const QString& text)
{
    const auto change = readCell(column, text, m_currency);
    if (!change.ok()) {
        m_model.setTyped(row, column, text);
        m_model.setWrong(row, column, toQString(change.error().message));
        return;
    }
    const QString name = m_model.headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const Made made = madeOf(row);
    if (made->isNull())
        m_model.setTyped(row, column, text);
    runOnQuote(
        tr("%1 of %2").arg(name, calledInSentence(row)),
        [made, change = *change](Quotes& quotes) -> Result<Edited> {
            if (made->isNull())
                return Error{ErrorKind::NotFound, "This line waits for its product."};
            return quotes.changeLine(*made, change);
        },
        Cell{made, column, text});
}

void QuoteDeeds::discount(const std::vector<Id>& rows, const Id& row, const QString& text)
{
    const auto percent = readPercent(text);
    if (!percent.ok()) {
        m_model.setTyped(row, QuoteColumn::Discount, text);
        m_model.setWrong(row, QuoteColumn::Discount, toQString(percent.error().message));
        return;
    }
    std::vector<Id> lines;
    for (const Id& id : rows)
        if (const QuoteRow* each = rowOf(id); each != nullptr && each->kind == QuoteRow::Kind::Line)
            lines.push_back(id);
    runOnQuote(
        tr("Discount of %1 lines").arg(lines.size()),
        [quote = m_quote, lines, percent = *percent](Quotes& quotes) {
            return quotes.discountLines(quote, lines, percent, Decimal{});
        },
        Cell{madeOf(row), QuoteColumn::Discount, text});
}

void QuoteDeeds::remove(const std::vector<Id>& rows)
{
    std::vector<Id> lines;
    std::vector<Id> groups;
    for (const Id& id : rows) {
        const QuoteRow* row = rowOf(id);
        if (row == nullptr)
            continue;
        if (row->kind == QuoteRow::Kind::Group)
            groups.push_back(id);
        else if (row->isLine() && !m_made.contains(id))
            lines.push_back(id);
        else if (row->kind == QuoteRow::Kind::Coming && madeOf(id)->isNull())
            m_model.removeComing(id);
    }
    if (lines.empty() && groups.empty())
        return;
    const QString name = lines.size() == 1 ? tr("Removed a line")
                         : lines.empty()   ? tr("Removed a group; its lines stay")
                                           : tr("Removed %1 lines").arg(lines.size());
    run(
        name,
        [quote = m_quote, lines, groups](Replica& replica) -> Result<Edited> {
            Quotes quotes(replica);
            Edited edited;
            if (!lines.empty()) {
                SATCHEL_ASSIGN(edited, quotes.removeLines(quote, lines));
            }
            for (const Id& group : groups) {
                SATCHEL_ASSIGN(edited, quotes.removeGroup(group, false));
            }
            return edited;
        },
        [this, name](const Result<Edited>& result) {
            Q_EMIT notice(result.ok() ? name : toQString(result.error().message), result.ok());
        });
}

void QuoteDeeds::move(const std::vector<Id>& rows, bool up)
{
    const std::vector<Id> lines = heads(rows);
    if (!lines.empty()) {
        const auto to = up ? placeOneUp(m_model.rows(), lines) : placeOneDown(m_model.rows(), lines);
        if (to)
            run(tr("Moved lines"), [quote = m_quote, lines, to = *to](Replica& replica) {
                return Quotes(replica).moveLines(quote, lines, to);
            });
        return;
    }
    const QuoteRow* row = rows.size() == 1 ? rowOf(rows.front()) : nullptr;
    if (row == nullptr || row->kind != QuoteRow::Kind::Group)
        return;
    const Id group = row->id;
    if (const auto after = up ? groupOneUp(m_model.rows(), group) : groupOneDown(m_model.rows(), group))
        run(tr("Moved a group"),
            [group, after = *after](Replica& replica) { return Quotes(replica).moveGroup(group, after); });
}

void QuoteDeeds::duplicate(const std::vector<Id>& rows)
{
    std::vector<Id> lines;
    for (const Id& id : rows)
        if (const QuoteRow* row = rowOf(id); row != nullptr && row->isLine())
            lines.push_back(id);
    if (lines.empty())
        return;
    run(
        tr("Duplicated lines"),
        [quote = m_quote, lines](Replica& replica) { return sales::duplicateLines(replica, quote, lines); },
        [this](const Result<Edited>& result) {
            if (result.ok())
                Q_EMIT linesAdded(result->added.front());
            else
                Q_EMIT notice(toQString(result.error().message), false);
        });
}

// With the selected lines in it, else empty behind the group in which the person is.
void QuoteDeeds::addGroup(const std::vector<Id>& selected, const Id& current)
{
    const std::vector<Id> lines = selected.size() > 1 ? heads(selected) : std::vector<Id>();
    const QuoteRow* row = rowOf(current);
    const Id after = row == nullptr || row->kind == QuoteRow::Kind::Entry ? lastGroup(m_model.rows()) : row->group;
    run(
        tr("Added a group"),
        [quote = m_quote, lines, after, title = fromQString(tr("New group"))](Replica& replica) -> Result<Edited> {
            Quotes quotes(replica);
            SATCHEL_ASSIGN(Edited edited, quotes.addGroup(quote, title, after));
            if (!lines.empty())
                SATCHEL_TRY(quotes.moveLines(quote, lines, {.group = edited.added.front()}));
            return edited;
        },
        [this](const Result<Edited>& result) {
            if (result.ok())
                Q_EMIT groupAdded(result->added.front());
            else
                Q_EMIT notice(toQString(result.error().message), false);
        });
}

void QuoteDeeds::toggleOption(const std::vector<Id>& rows)
{
    const std::vector<Id> lines = heads(rows);
    const QuoteRow* first = lines.empty() ? nullptr : rowOf(lines.front());
    if (first == nullptr)
        return;
    const auto role = first->role == "optional" ? sales::LineRole::Normal : sales::LineRole::Optional;
    run(role == sales::LineRole::Optional ? tr("Made optional") : tr("Made a normal line"),
        [lines, role](Replica& replica) -> Result<Edited> {
            Edited edited;
            for (const Id& line : lines) {
                SATCHEL_ASSIGN(edited, Quotes(replica).changeLine(line, {.role = role}));
            }
            return edited;
        });
}

void QuoteDeeds::chooseParts(const Id& line, const std::set<Id>& parts)
{
    run(tr("Other parts in %1").arg(calledInSentence(line)),
        [line, parts](Replica& replica) { return Quotes(replica).chooseParts(line, parts); });
}

void QuoteDeeds::toggleAlternative(const Id& id)
{
    const QuoteRow* row = rowOf(id);
    if (row == nullptr || row->kind != QuoteRow::Kind::Line)
        return;
    if (row->role == "alternative")
        return run(tr("Made a normal line"), [id](Replica& replica) {
            return Quotes(replica).changeLine(id, {.role = sales::LineRole::Normal});
        });
    const Id above = normalAbove(m_model.rows(), id);
    if (above.isNull()) {
        Q_EMIT notice(tr("An alternative stands below the line whose place it may take."), false);
        return;
    }
    run(tr("Made an alternative"), [id, above](Replica& replica) {
        return Quotes(replica).changeLine(id, {.role = sales::LineRole::Alternative, .alternativeTo = above});
    });
}

void QuoteDeeds::toggleChosen(const Id& id)
{
    const QuoteRow* row = rowOf(id);
    if (row == nullptr || row->role == "normal")
        return;
    runOnQuote(row->chosen ? tr("No longer chosen") : tr("Chosen"),
               [id, chosen = !row->chosen](Quotes& quotes) { return quotes.changeLine(id, {.chosen = chosen}); });
}

void QuoteDeeds::paste(const QString& text)
{
    const auto where = place();
    run(
        tr("Pasted lines"),
        [quote = m_quote, text, where](Replica& replica) {
            return Quotes(replica).paste(quote, fromQString(text), where());
        },
        [this, text](const Result<Edited>& result) { Q_EMIT pasted(text, result); });
}

void QuoteDeeds::discountDocument(const Decimal& percent, const Decimal& amount)
{
    runOnQuote(tr("Changed the discount of the quote"), [quote = m_quote, percent, amount](Quotes& quotes) {
        return quotes.discountDocument(quote, percent, amount);
    });
}

void QuoteDeeds::setPrice(const Id& row, const std::optional<Decimal>& price)
{
    runOnQuote(price ? tr("Set a price by hand") : tr("Back to the list price"),
               [row, price](Quotes& quotes) { return quotes.changeLine(row, {.price = price}); });
}

} // namespace satchel::ui
