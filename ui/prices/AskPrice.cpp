// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/AskPrice.h"

#include "core/store/ReplicaRecords.h"
#include "ui/fields/Reading.h"
#include "ui/language/Sentences.h"
#include "ui/prices/PriceViews.h"
#include "ui/prices/PriceWords.h"
#include "ui/prices/RecordChooser.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

const Field& quantityField()
{
    return *schema::entity("quote_line").field("quantity");
}

// One sentence of each list that was asked, in the order they were.
QStringList chainLines(const sales::PriceExplanation& made)
{
    QStringList lines;
    bool given = false;
    for (const auto& asked : made.chain) {
        QString name = toQString(asked.name);
        if (asked.revision != 0)
            name += QLatin1Char(' ') + revisionWord(asked.revision);
        lines << (asked.gave ? AskPrice::tr("%1 gives the price").arg(name)
                  : given    ? AskPrice::tr("%1 was not asked any more").arg(name)
                             : sentenceWord(name + QLatin1Char(' ') + toQString(asked.reason)));
        given = given || asked.gave;
    }
    return lines;
}

} // namespace

AskPrice::AskPrice(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_customer(new RecordChooser(schema::entity("quote"), *schema::entity("quote").field("account"), tr("Customer"),
                                   desk.reader, this)),
      m_product(new RecordChooser(schema::entity("quote_line"), *schema::entity("quote_line").field("product"),
                                  tr("Product"), desk.reader, this)),
      m_quantity(new QLineEdit(QStringLiteral("1"), this)),
      m_day(makeDayEdit(tr("Day"), tr("Today"), this)),
      m_price(makeLabel(tr("Choose a product; Enter takes it."), "muted", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_why(new QVBoxLayout)
{
    m_quantity->setAccessibleName(tr("Quantity"));
    m_quantity->setFixedWidth(120);
    auto* form = new QGridLayout;
    setMargins(form, 16, 16, 16, 8, 8);
    form->setColumnMinimumWidth(1, 280);
    int row = 0;
    for (const auto& [name, widget] : {std::pair<QString, QWidget*>(tr("Product"), m_product),
                                       {tr("Customer"), m_customer},
                                       {tr("Quantity"), m_quantity},
                                       {tr("Day"), m_day}}) {
        form->addWidget(makeLabel(name, "muted", this), row, 0);
        form->addWidget(widget, row++, 1);
    }
    form->setColumnStretch(2, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(scroll);
    auto* column = new QVBoxLayout(inside);
    setMargins(column, 16, 8, 16, 16, 8);
    setMargins(m_why, 0, 0, 0, 0, 4);
    wrap(m_trouble);
    wrap(m_price);
    column->addWidget(m_price);
    column->addWidget(m_trouble);
    column->addLayout(m_why);
    column->addStretch();
    scroll->setWidget(inside);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(scroll, 1);
    m_trouble->hide();
    for (RecordChooser* chooser : {m_customer, m_product})
        connect(chooser, &RecordChooser::chosen, this, &AskPrice::ask);
    for (QLineEdit* edit : {m_quantity, m_day})
        connect(edit, &QLineEdit::editingFinished, this, &AskPrice::ask);
}

void AskPrice::setProduct(const Id& product)
{
    m_desk.reader.ask(
        this,
        [product](Replica& replica) {
            return replica.label({schema::entity("product").number, product});
        },
        [this, product](const Result<std::string>& label) {
            m_product->set(product, label.ok() ? toQString(*label) : QString());
            ask();
        });
}

void AskPrice::refresh()
{
    if (isVisible())
        ask();
}

void AskPrice::focusLine()
{
    (m_product->id().isNull() ? m_product : m_customer)->focusLine();
}

void AskPrice::ask()
{
    const Milliseconds now = m_desk.environment.now();
    if (m_product->id().isNull())
        return;
    const auto quantity = readTyped(schema::entity("quote_line"), quantityField(), m_quantity->text(), Value(), now);
    ui::setProperty(m_quantity, "wrong", !quantity.ok());
    const auto day = dayIn(m_day, now);
    if (!quantity.ok() || !day.ok()) {
        show(quantity.ok() ? day.error() : quantity.error());
        return;
    }
    sales::PriceQuestion question{.product = m_product->id(), .account = m_customer->id(), .date = *day};
    if (!quantity->isNull())
        question.quantity = {quantity->integer()};
    m_desk.reader.ask(
        this, [question](Replica& replica) { return answer(replica, question); },
        [this, asked = ++m_asked](const Result<Answer>& made) {
            if (asked == m_asked)
                show(made);
        });
}

Result<AskPrice::Answer> AskPrice::answer(Replica& replica, const sales::PriceQuestion& question)
{
    Answer made;
    SATCHEL_ASSIGN(made.explanation, sales::explainPrice(replica, question));
    const pricing::LinePrice& line = made.explanation.line;
    for (const pricing::Step& step : line.steps)
        made.lines << stepWord(step);
    if (line.listPrice)
        made.price = moneyWord(*line.listPrice, made.explanation.question.currency);
    for (const pricing::FreeGoods& goods : made.explanation.free) {
        SATCHEL_ASSIGN(const std::string name, replica.label({schema::entity("product").number, goods.product}));
        made.free << tr("%1 × %2").arg(decimalWord(goods.quantity), oneLine(toQString(name)));
    }
    return made;
}

void AskPrice::show(const Result<Answer>& answer)
{
    clearLayout(m_why);
    m_trouble->setVisible(!answer.ok());
    m_price->setVisible(answer.ok());
    setKind(m_price, "title");
    if (!answer.ok()) {
        m_trouble->setText(toQString(answer.error().message));
        return;
    }
    const sales::PriceExplanation& made = answer->explanation;
    m_price->setText(made.line.listPrice ? tr("%1 each").arg(answer->price) : tr("No list has a price"));
    QStringList facts = {tr("For %1 on %2").arg(decimalWord(made.question.quantity), dayWord(made.question.date))};
    if (made.line.minimum)
        facts << tr("at least %1").arg(moneyWord(*made.line.minimum, made.question.currency));
    facts << tr("tax %1 %").arg(decimalWord(made.line.taxPercent));
    m_why->addWidget(makeLabel(facts.join(QStringLiteral(" · ")), "muted", this));
    addLines(tr("How it comes about"), answer->lines);
    addLines(tr("Free with it"), answer->free);
    addLines(tr("Asked, in this order"),
             made.chain.empty() ? QStringList{tr("No price list is for this customer.")} : chainLines(made));
}

void AskPrice::addLines(const QString& heading, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    m_why->addSpacing(12);
    m_why->addWidget(makeLabel(heading, "section", this));
    for (const QString& line : lines) {
        QLabel* label = makeLabel(line, "", this);
        wrap(label);
        m_why->addWidget(label);
    }
}

} // namespace satchel::ui
