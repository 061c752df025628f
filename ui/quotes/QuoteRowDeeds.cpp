// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteRowDeeds.h"

#include "core/sales/Duplicates.h"
#include "ui/quotes/QuoteMoves.h"
#include "ui/quotes/QuoteTyping.h"
#include "ui/quotes/QuoteWriter.h"
#include "ui/widgets/Text.h"

namespace satchel::ui {

using sales::Edited;
using sales::Quotes;

QuoteRowDeeds::QuoteRowDeeds(QuoteWriter& writer, QuoteModel& model, const QuoteTyping& typing, QObject* parent)
    : QObject(parent), m_writer(writer), m_model(model), m_typing(typing)
{}

std::vector<Id> QuoteRowDeeds::heads(const std::vector<Id>& rows) const
{
    std::vector<Id> heads;
    for (const Id& id : rows)
        if (const QuoteRow* row = m_model.find(id); row != nullptr && row->isHead())
            heads.push_back(id);
    return heads;
}

void QuoteRowDeeds::remove(const std::vector<Id>& rows)
{
    std::vector<Id> lines;
    std::vector<Id> groups;
    for (const Id& id : rows) {
        const QuoteRow* row = m_model.find(id);
        if (row == nullptr)
            continue;
        if (row->kind == QuoteRow::Kind::Group)
            groups.push_back(id);
        else if (row->isLine() && !m_typing.isComing(id))
            lines.push_back(id);
        else if (row->kind == QuoteRow::Kind::Coming && !m_typing.isMade(id))
            m_model.removeComing(id);
    }
    if (lines.empty() && groups.empty())
        return;
    const QString name = lines.size() == 1 ? tr("Removed a line")
                         : lines.empty()   ? tr("Removed a group; its lines stay")
                                           : tr("Removed %1 lines").arg(lines.size());
    m_writer.run(
        name,
        [quote = m_writer.quote(), lines, groups](Replica& replica) -> Result<Edited> {
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

void QuoteRowDeeds::move(const std::vector<Id>& rows, bool up)
{
    const std::vector<Id> lines = heads(rows);
    if (!lines.empty()) {
        const auto to = up ? placeOneUp(m_model.rows(), lines) : placeOneDown(m_model.rows(), lines);
        if (to)
            m_writer.run(tr("Moved lines"), [quote = m_writer.quote(), lines, to = *to](Replica& replica) {
                return Quotes(replica).moveLines(quote, lines, to);
            });
        return;
    }
    const QuoteRow* row = rows.size() == 1 ? m_model.find(rows.front()) : nullptr;
    if (row == nullptr || row->kind != QuoteRow::Kind::Group)
        return;
    const Id group = row->id;
    if (const auto after = up ? groupOneUp(m_model.rows(), group) : groupOneDown(m_model.rows(), group))
        m_writer.run(tr("Moved a group"),
                     [group, after = *after](Replica& replica) { return Quotes(replica).moveGroup(group, after); });
}

void QuoteRowDeeds::duplicate(const std::vector<Id>& rows)
{
    std::vector<Id> lines;
    for (const Id& id : rows)
        if (const QuoteRow* row = m_model.find(id); row != nullptr && row->isLine())
            lines.push_back(id);
    if (lines.empty())
        return;
    m_writer.run(tr("Duplicated lines"), [quote = m_writer.quote(), lines](Replica& replica) {
        return sales::duplicateLines(replica, quote, lines);
    });
}

// With the selected lines in it, else empty behind the group in which the person is.
void QuoteRowDeeds::addGroup(const std::vector<Id>& selected, const Id& current)
{
    const std::vector<Id> lines = selected.size() > 1 ? heads(selected) : std::vector<Id>();
    const QuoteRow* row = m_model.find(current);
    const Id after = row == nullptr || row->kind == QuoteRow::Kind::Entry ? lastGroup(m_model.rows()) : row->group;
    m_writer.run(
        tr("Added a group"),
        [quote = m_writer.quote(), lines, after,
         title = fromQString(tr("New group"))](Replica& replica) -> Result<Edited> {
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

void QuoteRowDeeds::toggleOption(const std::vector<Id>& rows)
{
    const std::vector<Id> lines = heads(rows);
    const QuoteRow* first = lines.empty() ? nullptr : m_model.find(lines.front());
    if (first == nullptr)
        return;
    const auto role = first->role == "optional" ? sales::LineRole::Normal : sales::LineRole::Optional;
    m_writer.run(role == sales::LineRole::Optional ? tr("Made optional") : tr("Made a normal line"),
                 [lines, role](Replica& replica) -> Result<Edited> {
                     Edited edited;
                     for (const Id& line : lines) {
                         SATCHEL_ASSIGN(edited, Quotes(replica).changeLine(line, {.role = role}));
                     }
                     return edited;
                 });
}

void QuoteRowDeeds::toggleAlternative(const Id& id)
{
    const QuoteRow* row = m_model.find(id);
    if (row == nullptr || row->kind != QuoteRow::Kind::Line)
        return;
    if (row->role == "alternative")
        return m_writer.run(tr("Made a normal line"), [id](Replica& replica) {
            return Quotes(replica).changeLine(id, {.role = sales::LineRole::Normal});
        });
    const Id above = normalAbove(m_model.rows(), id);
    if (above.isNull()) {
        Q_EMIT notice(tr("An alternative stands below the line whose place it may take."), false);
        return;
    }
    m_writer.run(tr("Made an alternative"), [id, above](Replica& replica) {
        return Quotes(replica).changeLine(id, {.role = sales::LineRole::Alternative, .alternativeTo = above});
    });
}

void QuoteRowDeeds::chooseParts(const Id& line, const std::set<Id>& parts)
{
    m_writer.run(tr("Other parts in %1").arg(m_model.calledInSentence(line)),
                 [line, parts](Replica& replica) { return Quotes(replica).chooseParts(line, parts); });
}

void QuoteRowDeeds::toggleChosen(const Id& id)
{
    const QuoteRow* row = m_model.find(id);
    if (row == nullptr || row->role == "normal")
        return;
    m_writer.runForeseen(
        row->chosen ? tr("No longer chosen") : tr("Chosen"),
        [id, chosen = !row->chosen](Quotes& quotes) { return quotes.changeLine(id, {.chosen = chosen}); });
}

void QuoteRowDeeds::setPrice(const Id& row, const std::optional<Decimal>& price)
{
    m_writer.runForeseen(price ? tr("Set a price by hand") : tr("Back to the list price"),
                         [row, price](Quotes& quotes) { return quotes.changeLine(row, {.price = price}); });
}

void QuoteRowDeeds::discountDocument(const Decimal& percent, const Decimal& amount)
{
    m_writer.runForeseen(tr("Changed the discount of the quote"),
                         [quote = m_writer.quote(), percent, amount](Quotes& quotes) {
                             return quotes.discountDocument(quote, percent, amount);
                         });
}

} // namespace satchel::ui
