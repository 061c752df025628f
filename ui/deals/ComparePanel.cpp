// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/ComparePanel.h"

#include "core/rules/quotes/LineNumbers.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

using sales::QuoteDifference;

constexpr int mostRows = 9;

// A field as the declaration calls it, or one of the few that only a difference has.
const Field* fieldOf(const std::string& name)
{
    for (const char* entity : {"quote_line", "quote", "order_line", "order"})
        if (const Field* field = schema::entity(entity).field(name))
            return field;
    return nullptr;
}

QString nameOf(const std::string& name)
{
    if (name == "group")
        return ComparePanel::tr("Group");
    if (name == "customer")
        return ComparePanel::tr("Customer");
    if (name == "sum")
        return ComparePanel::tr("Sum of the lines");
    if (name == "discount")
        return ComparePanel::tr("Discount on the whole");
    const Field* field = fieldOf(name);
    return field == nullptr ? toQString(name) : fieldWord(*field);
}

// Texts come as satchelctl writes them; here they are shown in the locale.
QString valueOf(const std::string& name, const std::string& text, const std::string& currency)
{
    if (text.empty())
        return ComparePanel::tr("nothing");
    const auto number = Decimal::parse(text);
    if (number && (name == "sum" || name == "discount"))
        return moneyWord(*number, currency);
    const Field* field = fieldOf(name);
    if (field == nullptr || field->type == FieldType::Reference)
        return oneLine(toQString(text), 60);
    switch (field->type) {
    case FieldType::Money: return number ? moneyWord(*number, currency) : toQString(text);
    case FieldType::Decimal: return number ? quantityWord(*number, {}) : toQString(text);
    case FieldType::Date: return dayWord(text);
    case FieldType::Boolean: return ComparePanel::tr("yes");
    case FieldType::Choice: return choiceWord(text);
    default: return oneLine(toQString(text), 60);
    }
}

QString changesWord(const QuoteDifference& difference, const std::vector<QuoteDifference::Change>& changes)
{
    QStringList parts;
    for (const auto& change : changes)
        parts << ComparePanel::tr("%1: %2, was %3")
                     .arg(nameOf(change.field), valueOf(change.field, change.after, difference.right.currency),
                          valueOf(change.field, change.before, difference.left.currency));
    return parts.join(QStringLiteral(" · "));
}

QString lineWord(const pricing::Document& document, std::size_t at)
{
    const pricing::Document::Line& line = document.lines[at];
    const auto numbers = quotes::lineNumbers(document);
    const auto number = numbers.find(line.id);
    const QString name = QStringLiteral("%1  %2").arg(number == numbers.end() ? QString() : toQString(number->second),
                                                      oneLine(toQString(line.description), 50));
    return line.kind == pricing::Document::Kind::Text
               ? name
               : ComparePanel::tr("%1, %2, %3")
                     .arg(name, quantityWord(line.quantity, line.unit), moneyWord(line.net, document.currency));
}

QString sideWord(const pricing::Document& side)
{
    const QString name = side.number.empty() ? ComparePanel::tr("Draft") : toQString(side.number);
    return ComparePanel::tr("%1, revision %2: %3")
        .arg(name, numberWord(side.revision), moneyWord(side.gross, side.currency));
}

} // namespace

ComparePanel::ComparePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("Compare revisions"), parent),
      m_with(new QComboBox(this)),
      m_said(nullptr),
      m_sheet(new Sheet(tr("Differences"), {tr("What"), tr("Before"), tr("After"), tr("Difference")}, 3, this))
{
    for (const Record& other : steps.others) {
        m_others.push_back(other.id);
        m_with->addItem(tr("%1 (%2)").arg(quoteWord(other), choiceWord(other.value("status").text())));
    }
    addField(tr("Compare with"), m_with);
    nameCombo(m_with, tr("Compare with"));
    m_said = addText({}, "muted");
    for (int column : {1, 2}) {
        m_sheet->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        m_sheet->setColumnWidth(column, 216);
    }
    m_body->addWidget(m_sheet);
    connect(m_with, &QComboBox::activated, this, &ComparePanel::ask);
    ask();
}

void ComparePanel::begin()
{
    m_with->setFocus(Qt::OtherFocusReason);
}

void ComparePanel::ask()
{
    const std::size_t at = static_cast<std::size_t>(m_with->currentIndex());
    if (at >= m_others.size())
        return;
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this,
        [quote = m_quote, other = m_others[at]](Replica& replica) {
            return sales::differenceOf(replica, other, quote);
        },
        [this, asked](const Result<QuoteDifference>& difference) {
            if (asked == m_asked)
                show(difference);
        });
}

void ComparePanel::show(const Result<QuoteDifference>& difference)
{
    m_sheet->clearRows();
    if (!difference.ok()) {
        complain(difference.error());
        return;
    }
    m_sheet->horizontalHeaderItem(1)->setText(sideWord(difference->left));
    m_sheet->horizontalHeaderItem(2)->setText(sideWord(difference->right));
    std::size_t same = 0;
    addHead(*difference);
    for (const QuoteDifference::Line& line : difference->lines)
        if (line.kind == QuoteDifference::Kind::Same)
            ++same;
        else
            addLine(*difference, line);
    m_sheet->setVisible(!difference->isEmpty());
    m_sheet->fitHeight(mostRows);
    m_said->setText(difference->isEmpty() ? tr("They say the same.")
                    : same == 0           ? tr("No line is the same.")
                                : tr("%n lines are the same and not shown.", nullptr, static_cast<int>(same)));
}

void ComparePanel::addHead(const QuoteDifference& difference)
{
    for (const auto& change : difference.changes)
        m_sheet->addRow({tr("~ Quote"), valueOf(change.field, change.before, difference.left.currency),
                         valueOf(change.field, change.after, difference.right.currency), nameOf(change.field)});
}

void ComparePanel::addLine(const QuoteDifference& difference, const QuoteDifference::Line& line)
{
    const QString before = line.before ? lineWord(difference.left, *line.before) : QString();
    const QString after = line.after ? lineWord(difference.right, *line.after) : QString();
    switch (line.kind) {
    case QuoteDifference::Kind::Added: m_sheet->addRow({tr("+ Added"), {}, after, {}}); break;
    case QuoteDifference::Kind::Removed: m_sheet->addRow({tr("− Removed"), before, {}, {}}); break;
    default: m_sheet->addRow({tr("~ Changed"), before, after, changesWord(difference, line.changes)}); break;
    }
}

} // namespace satchel::ui
