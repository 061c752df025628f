// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/WhyPanel.h"

#include "core/sales/PriceExplanation.h"
#include "ui/deals/DealPanel.h"
#include "ui/fields/Amounts.h"
#include "ui/language/Sentences.h"
#include "ui/quotes/CellReading.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Room.h"
#include "ui/widgets/Text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

// What the lists say, one line each, made on the reader's thread.
QStringList listsSay(Replica& replica, const sales::PriceQuestion& question)
{
    QStringList lines;
    const auto told = sales::explainPrice(replica, question);
    if (!told.ok())
        return {sentenceWord(toQString(told.error().message))};
    for (const auto& asked : told->chain) {
        QString name = toQString(asked.name);
        if (asked.revision > 0)
            name += QStringLiteral(" r%1").arg(asked.revision);
        if (asked.gave)
            lines << WhyPanel::tr("%1: %2").arg(name, told->line.listPrice
                                                          ? moneyWord(*told->line.listPrice, told->question.currency)
                                                          : WhyPanel::tr("no price"));
        else if (!asked.reason.empty())
            lines << sentenceWord(name + QLatin1Char(' ') + toQString(asked.reason));
    }
    return lines;
}

} // namespace

WhyPanel::WhyPanel(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_name(makeLabel({}, "strong", this)),
      m_steps(new QVBoxLayout),
      m_listsHeading(makeLabel(tr("What the lists say"), "small", this)),
      m_lists(new QVBoxLayout),
      m_byHand(new QWidget(this)),
      m_price(new QLineEdit(m_byHand)),
      m_back(makeButton(tr("Back to the list price"), "quiet", m_byHand)),
      m_trouble(makeLabel({}, "danger", this))
{
    setKind(this, "card");
    setAccessibleName(tr("Why this price"));
    setMinimumWidth(240);
    wrap(m_name);
    wrap(m_trouble);
    m_trouble->hide();
    setMargins(m_steps, 0, 0, 0, 0, 4);
    setMargins(m_lists, 0, 0, 0, 0, 4);
    m_price->setAccessibleName(tr("Price by hand"));
    m_price->setPlaceholderText(tr("Price by hand"));
    connect(m_price, &QLineEdit::editingFinished, this, &WhyPanel::save);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT priceTyped(m_line, std::nullopt); });
    build();
}

// What is higher than the lines beside it scrolls.
void WhyPanel::build()
{
    auto* hand = new QVBoxLayout(m_byHand);
    setMargins(hand, 0, 8, 0, 0, 4);
    hand->addWidget(makeLabel(tr("Price by hand, for one unit"), "small", m_byHand));
    hand->addWidget(m_price);
    hand->addWidget(m_back, 0, Qt::AlignLeading);
    auto* layout = new QVBoxLayout;
    setMargins(layout, 0, 0, 8, 0, 8);
    layout->addWidget(m_name);
    layout->addLayout(m_steps);
    layout->addWidget(m_listsHeading);
    layout->addLayout(m_lists);
    layout->addWidget(m_byHand);
    layout->addWidget(m_trouble);
    layout->addStretch(1);
    auto* room = new Room(this);
    room->setContent(layout);
    auto* whole = new QVBoxLayout(this);
    setMargins(whole, 16, 12, 8, 12, 8);
    whole->addWidget(makeLabel(tr("Why this price"), "section", this));
    whole->addWidget(room, 1);
}

QString WhyPanel::trouble() const
{
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

void WhyPanel::keyPressEvent(QKeyEvent* event)
{
    if (!pressButton(*event))
        QFrame::keyPressEvent(event);
}

void WhyPanel::show(const QuoteRow* row, const QStringList& notes, const Record& quote, bool editable)
{
    ++m_asked;
    clearLayout(m_steps);
    const bool priced = row != nullptr && row->kind == QuoteRow::Kind::Line;
    const auto add = [this](const QString& text, const char* kind) {
        QLabel* label = makeLabel(text, kind, this);
        wrap(label);
        m_steps->addWidget(label);
    };
    m_byHand->setVisible(priced && editable && !row->free && !row->included);
    m_listsHeading->setVisible(priced && !row->free && !row->included);
    if (!priced || (row != nullptr && row->id != m_line))
        clearLayout(m_lists);
    if (!priced) {
        m_line = {};
        m_name->clear();
        m_trouble->hide();
        return add(tr("Go to a line with a price, and here stands how it came about."), "muted");
    }
    if (row->id != m_line)
        m_trouble->hide();
    m_line = row->id;
    m_row = *row;
    m_currency = quote.value("currency").text();
    m_name->setText(row->text(QuoteColumn::Description));
    for (const QString& step : row->steps)
        add(step, "");
    if (const QString& discount = row->text(QuoteColumn::Discount); !discount.isEmpty())
        add(tr("Discount on the line: %1").arg(discount), "");
    if (const QString& price = row->exactPrice.isEmpty() ? row->text(QuoteColumn::UnitPrice) : row->exactPrice;
        !price.isEmpty())
        add(tr("The customer pays %1 for one").arg(price), "strong");
    for (const QString& note : notes)
        add(note, "warning");
    if (trouble().isEmpty()) { // what was refused stays to be corrected
        m_price->setText(row->typed[static_cast<std::size_t>(QuoteColumn::ListPrice)]);
        m_price->setModified(false);
    }
    m_back->setVisible(row->byHand);
    if (m_listsHeading->isVisibleTo(this))
        askLists(quote, *row);
}

void WhyPanel::askLists(const Record& quote, const QuoteRow& row)
{
    sales::PriceQuestion question{.product = row.product,
                                  .account = quote.value("account").id(),
                                  .unit = {},
                                  .date = quote.value("date").text(),
                                  .currency = m_currency,
                                  .list = quote.value("price_list").id()};
    if (const auto change =
            readCell(QuoteColumn::Quantity, row.typed[static_cast<std::size_t>(QuoteColumn::Quantity)], {});
        change.ok())
        question.quantity = *change->quantity;
    question.unit = fromQString(row.text(QuoteColumn::Unit));
    const std::uint64_t asked = m_asked;
    m_desk.reader.ask(
        this, [question](Replica& replica) { return listsSay(replica, question); },
        [this, asked](const QStringList& lines) {
            if (asked != m_asked)
                return;
            clearLayout(m_lists);
            for (const QString& line : lines) {
                QLabel* label = makeLabel(line, "small", this);
                wrap(label);
                m_lists->addWidget(label);
            }
        });
}

void WhyPanel::save()
{
    if (!m_price->isModified() || m_line.isNull())
        return;
    m_price->setModified(false);
    m_trouble->hide();
    if (m_price->text().trimmed().isEmpty()) {
        if (m_row.byHand)
            Q_EMIT priceTyped(m_line, std::nullopt);
        return;
    }
    const auto price = readAmount(m_price->text(), m_currency);
    if (price.ok()) {
        Q_EMIT priceTyped(m_line, *price);
        return;
    }
    m_trouble->setText(toQString(price.error().message));
    m_trouble->show();
}

} // namespace satchel::ui
