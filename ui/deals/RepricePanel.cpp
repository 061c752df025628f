// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/RepricePanel.h"

#include "core/rules/pricing/Explanation.h"
#include "core/rules/quotes/LineNumbers.h"
#include "core/sales/DealDesk.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int mostRows = 8;

QString whyWord(const std::string& json)
{
    const auto steps = pricing::readSteps(json);
    return steps.ok() ? toQString(pricing::sentence(*steps)) : QString();
}

const pricing::Document::Line* lineOf(const pricing::Document& document, const Id& id)
{
    const auto found = std::find_if(document.lines.begin(), document.lines.end(),
                                    [&](const pricing::Document::Line& line) { return line.id == id; });
    return found == document.lines.end() ? nullptr : &*found;
}

} // namespace

RepricePanel::RepricePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("Reprice"), parent),
      m_name(quoteWord(steps.quote)),
      m_said(addText(tr("Looking at the price lists ..."), "muted")),
      m_total(nullptr),
      m_sheet(new Sheet(tr("Lines that would change"), {tr("Take over"), tr("Line"), tr("Now"), tr("New"), tr("Why")},
                        4, this))
{
    m_sheet->setFigures(2);
    m_sheet->setFigures(3);
    m_sheet->hide();
    m_body->addWidget(m_sheet);
    m_total = addText({}, "strong");
    m_total->hide();
    setPrimary(tr("Take over"), [this] { apply(); });
    m_primary->hide();
    connect(m_sheet, &QTableWidget::itemChanged, this, &RepricePanel::count);
    desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return load(replica, quote); },
        [this](const Result<Preview>& preview) { show(preview); });
}

void RepricePanel::begin()
{
    if (m_sheet->isVisible())
        m_sheet->setFocus(Qt::OtherFocusReason);
    else
        DealPanel::begin();
}

Result<RepricePanel::Preview> RepricePanel::load(Replica& replica, const Id& quote)
{
    Preview preview;
    SATCHEL_ASSIGN(preview.repricing, sales::previewRepricing(replica, quote));
    SATCHEL_ASSIGN(const sales::DealDesk desk, sales::DealDesk::open(replica, quote));
    preview.document = desk.document;
    for (const auto& free : preview.repricing.free) {
        SATCHEL_ASSIGN(preview.products[free.product], replica.label({schema::entity("product").number, free.product}));
    }
    return preview;
}

void RepricePanel::show(const Result<Preview>& preview)
{
    if (!preview.ok()) {
        m_said->setText(tr("The prices cannot be looked at now."));
        complain(preview.error());
        return;
    }
    const sales::Repricing& repricing = preview->repricing;
    const QString date = dayWord(repricing.date);
    if (!repricing.changesAnything()) {
        m_said->setText(tr("All prices are those of the lists and promotions on %1; nothing would change.").arg(date));
        return;
    }
    m_said->setText(tr("By the lists and promotions of %1 this would change. Space ticks a line; what is not ticked "
                       "stays as it was offered.")
                        .arg(date));
    const QSignalBlocker quiet(m_sheet);
    addLines(*preview);
    addFree(*preview);
    m_sheet->fitHeight(mostRows);
    m_sheet->show();
    m_sheet->setCurrentCell(0, 0);
    if (repricing.grossBefore && repricing.grossAfter) {
        m_total->setText(tr("Total: %1, with all of it %2")
                             .arg(moneyWord(*repricing.grossBefore, preview->document.currency),
                                  moneyWord(*repricing.grossAfter, preview->document.currency)));
        m_total->show();
    }
    m_primary->show();
    count();
    m_sheet->setFocus(Qt::OtherFocusReason);
}

void RepricePanel::addLines(const Preview& preview)
{
    const auto numbers = quotes::lineNumbers(preview.document);
    const auto price = [&](const std::optional<Decimal>& amount) {
        return amount ? moneyWord(*amount, preview.document.currency) : tr("no price");
    };
    for (const sales::Repricing::Line& line : preview.repricing.lines) {
        const auto* shown = lineOf(preview.document, line.line);
        const auto number = numbers.find(line.line);
        QString why = whyWord(line.whyAfter);
        if (line.byHand)
            why = tr("Set by hand: its own price stays");
        else if (line.before == line.after)
            why = tr("Tax: %1, was %2").arg(percentWord(line.taxAfter), percentWord(line.taxBefore));
        addRow(line.line, line.changes(),
               {{},
                tr("%1  %2").arg(number == numbers.end() ? QString() : toQString(number->second),
                                 shown == nullptr ? QString() : oneLine(toQString(shown->description), 60)),
                price(line.before),
                price(line.after),
                why});
    }
}

void RepricePanel::addFree(const Preview& preview)
{
    for (const sales::Repricing::Free& free : preview.repricing.free) {
        const auto product = preview.products.find(free.product);
        const QString name = product == preview.products.end() ? QString() : toQString(product->second);
        const QString why = free.before.units == 0  ? tr("Free goods come")
                            : free.after.units == 0 ? tr("Free goods go: they are no longer given")
                                                    : tr("Another number of free goods");
        addRow(free.line, true,
               {{}, tr("Free: %1").arg(name), quantityWord(free.before, {}), quantityWord(free.after, {}), why});
    }
}

void RepricePanel::addRow(const Id& row, bool choosable, const QStringList& cells)
{
    const int at = m_sheet->addRow(cells);
    m_rows.push_back(choosable ? row : Id{});
    if (!choosable)
        return;
    ++m_choosable;
    QTableWidgetItem* tick = m_sheet->item(at, 0);
    tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    tick->setCheckState(Qt::Checked);
    tick->setData(Qt::AccessibleTextRole, cells.mid(1).join(QStringLiteral(", ")));
}

std::set<Id> RepricePanel::ticked() const
{
    std::set<Id> wanted;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (!m_rows[i].isNull() && m_sheet->item(static_cast<int>(i), 0)->checkState() == Qt::Checked)
            wanted.insert(m_rows[i]);
    return wanted;
}

void RepricePanel::count()
{
    const std::size_t wanted = ticked().size();
    const QString text = wanted == m_choosable
                             ? tr("Take over all %1").arg(numberWord(static_cast<std::int64_t>(m_choosable)))
                             : tr("Take over %1 of %2")
                                   .arg(numberWord(static_cast<std::int64_t>(wanted)),
                                        numberWord(static_cast<std::int64_t>(m_choosable)));
    m_primary->setText(text);
    m_primary->setAccessibleName(text);
    setReady(wanted > 0);
}

void RepricePanel::apply()
{
    std::set<Id> wanted = ticked();
    sales::RepriceWish wish;
    if (wanted.size() < m_choosable)
        wish.only = std::move(wanted);
    const QString done = tr("Repriced %1").arg(m_name);
    setBusy(true);
    m_desk.undo.run(
        done, [quote = m_quote, wish](Replica& replica) { return sales::reprice(replica, quote, wish); }, this,
        [this, done](const Result<sales::Edited>& edited) {
            setBusy(false);
            if (!edited.ok()) {
                complain(edited.error());
                return;
            }
            Q_EMIT notice(done, true);
            Q_EMIT closed();
        });
}

} // namespace satchel::ui
