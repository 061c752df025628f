// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/OrderView.h"

#include "ui/deals/DealWords.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int mostRows = 12;
}

OrderView::OrderView(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_scroll(new QScrollArea(this)),
      m_empty(new EmptyState(QStringLiteral("package"), tr("Nothing chosen"),
                             tr("Choose an order in the list; Enter opens it."), this))
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    setMargins(column, 0, 0, 8, 8, 8);
    column->addWidget(makeHeader(body));
    column->addWidget(makeLines(body));
    QFrame* details = makeFrame("card", body);
    auto* form = new QVBoxLayout(details);
    setMargins(form, 16, 12, 8, 8, 4);
    form->addWidget(makeLabel(tr("Details"), "section", details));
    m_form =
        new RecordForm(desk, schema::entity("order"),
                       {"reference", "delivery_date", "contact", "ship_to", "owner", "terms", "notes"}, 3, details);
    connect(m_form, &RecordForm::openRequested, this, &OrderView::openRequested);
    form->addWidget(m_form);
    column->addWidget(details);
    QFrame* history = makeFrame("card", body);
    m_stages = new QVBoxLayout;
    setMargins(m_stages, 0, 0, 0, 0, 4);
    auto* past = new QVBoxLayout(history);
    setMargins(past, 16, 12, 16, 12, 8);
    past->addWidget(makeLabel(tr("How its status went"), "section", history));
    past->addLayout(m_stages);
    column->addWidget(history);
    column->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    layout->addWidget(m_scroll);
    layout->addWidget(m_empty);
    m_scroll->hide();
}

QWidget* OrderView::makeHeader(QWidget* parent)
{
    QFrame* header = makeFrame("card", parent);
    m_number = makeLabel({}, "title", header);
    m_facts = makeLabel({}, "muted", header);
    wrap(m_facts);
    m_customer = makeButton({}, "link", header);
    m_customer->setAccessibleName(tr("Customer"));
    m_from = makeButton({}, "link", header);
    m_from->setAccessibleName(tr("Quote"));
    connect(m_customer, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested({schema::entity("account").number, m_account});
    });
    connect(m_from, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested({schema::entity("quote").number, m_quote});
    });
    auto* names = new QHBoxLayout;
    setMargins(names, 0, 0, 0, 0, 8);
    m_pills = new QHBoxLayout;
    names->addWidget(m_number);
    names->addLayout(m_pills);
    names->addStretch(1);
    auto* links = new QHBoxLayout;
    setMargins(links, 0, 0, 0, 0, 16);
    links->addWidget(m_customer);
    links->addWidget(m_from);
    links->addStretch(1);
    auto* layout = new QVBoxLayout(header);
    setMargins(layout, 16, 12, 16, 12, 4);
    layout->addLayout(names);
    layout->addLayout(links);
    layout->addWidget(m_facts);
    return header;
}

QWidget* OrderView::makeLines(QWidget* parent)
{
    QFrame* card = makeFrame("card", parent);
    m_lines = new Sheet(tr("Lines of the order"),
                        {tr("What"), tr("Quantity"), tr("Unit price"), tr("Net"), tr("Promotion")}, 0, card);
    for (int column : {1, 2, 3})
        m_lines->setFigures(column);
    m_totals = makeLabel({}, "strong", card);
    m_totals->setAlignment(Qt::AlignTrailing);
    wrap(m_totals);
    auto* layout = new QVBoxLayout(card);
    setMargins(layout, 8, 8, 8, 12, 8);
    layout->addWidget(m_lines);
    auto* foot = new QHBoxLayout;
    setMargins(foot, 8, 0, 8, 0, 0);
    foot->addWidget(m_totals, 1);
    layout->addLayout(foot);
    return card;
}

void OrderView::show(const Id& order)
{
    if (order != m_id)
        finish();
    m_id = order;
    if (order.isNull()) {
        ++m_asked;
        m_title.clear();
        m_scroll->hide();
        m_empty->show();
        Q_EMIT loaded();
        return;
    }
    refresh();
}

void OrderView::refresh()
{
    if (m_id.isNull())
        return;
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this, [order = m_id, now = m_desk.environment.now()](Replica& replica) { return load(replica, order, now); },
        [this, asked](const Result<Data>& content) {
            if (asked == m_asked)
                display(content);
        });
}

Result<OrderView::Data> OrderView::load(Replica& replica, const Id& order, Milliseconds now)
{
    Data content;
    SATCHEL_ASSIGN(content.sheet, sales::orderSheet(replica, order));
    const Record& record = content.sheet.order;
    content.shown = shownRecord(replica, record);
    SATCHEL_ASSIGN(const auto quote, replica.find(schema::entity("quote"), record.value("quote").id()));
    if (quote)
        content.quote = quoteWord(*quote);
    const LabelOf labels = labelsOf(replica);
    const int status = record.entity->field("status")->number;
    SATCHEL_ASSIGN(const auto history, replica.history({record.entity->number, order}));
    for (const HistoryEntry& entry : history) // newest first; the row itself is how it began
        if (entry.field == status || entry.field == 0)
            content.stages.push_back({.status = entry.field == 0 ? tr("Ordered") : choiceWord(entry.to.text()),
                                      .when = timeWord(entry.at, now),
                                      .who = entry.user.isNull() ? QString() : labels("user", entry.user)});
    return content;
}

void OrderView::display(const Result<Data>& content)
{
    if (!content.ok()) {
        m_empty->setTexts(tr("Not on this laptop"), sentenceOf(content.error()));
        show(Id{});
        return;
    }
    displayHeader(*content);
    displayLines(*content);
    displayStages(*content);
    m_form->show(content->shown);
    m_empty->hide();
    m_scroll->show();
    Q_EMIT loaded();
}

void OrderView::displayHeader(const Data& content)
{
    const Record& order = content.sheet.order;
    m_title = oneLine(toQString(order.label()));
    m_number->setText(m_title);
    clearLayout(m_pills);
    const std::string& status = order.value("status").text();
    m_pills->addWidget(new Pill(choiceWord(status), toneOf(toQString(status)), this));
    m_account = order.value("account").id();
    m_quote = order.value("quote").id();
    const QString customer = oneLine(toQString(content.sheet.accountName));
    m_customer->setText(customer);
    m_customer->setAccessibleName(tr("Customer: %1").arg(customer));
    m_from->setText(tr("Quote %1").arg(content.quote));
    m_from->setAccessibleName(m_from->text());
    m_from->setVisible(!content.quote.isEmpty());
    QStringList facts = {tr("ordered on %1").arg(dayWord(order.value("ordered_on").text()))};
    if (!order.value("remote_number").isNull())
        facts << tr("over there it is %1").arg(toQString(order.value("remote_number").text()));
    if (!order.value("status_text").isNull())
        facts << toQString(order.value("status_text").text());
    const QString said = facts.join(QStringLiteral(" · "));
    m_facts->setText(said.left(1).toUpper() + said.mid(1));
}

void OrderView::displayLines(const Data& content)
{
    m_lines->clearRows();
    for (const sales::Purchase& line : content.sheet.lines) {
        const QString name = oneLine(toQString(line.description), 120);
        m_lines->addRow({line.code.empty() ? name : QStringLiteral("%1  %2").arg(toQString(line.code), name),
                         quantityWord(line.quantity, line.unit), moneyWord(line.unitPrice, line.currency),
                         moneyWord(line.net, line.currency), toQString(line.promotionName)});
    }
    const bool promoted = std::any_of(content.sheet.lines.begin(), content.sheet.lines.end(),
                                      [](const sales::Purchase& line) { return !line.promotionName.empty(); });
    m_lines->setColumnHidden(4, !promoted);
    m_lines->fitHeight(mostRows);
    const Record& order = content.sheet.order;
    m_totals->setText(tr("Net %1 · tax %2 · to pay %3")
                          .arg(moneyWord(order, "net"), moneyWord(order, "tax"), moneyWord(order, "gross")));
}

void OrderView::displayStages(const Data& content)
{
    clearLayout(m_stages);
    for (const Data::Stage& stage : content.stages) {
        auto* row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(makeLabel(stage.status, "", this));
        row->addWidget(
            makeLabel(stage.who.isEmpty() ? stage.when : tr("%1, %2").arg(stage.when, stage.who), "muted", this));
        row->addStretch(1);
        m_stages->addLayout(row);
    }
    if (content.stages.empty())
        m_stages->addWidget(makeLabel(tr("Nothing is known of it yet."), "muted", this));
}

void OrderView::focusFirst()
{
    m_customer->setFocus(Qt::OtherFocusReason);
}

void OrderView::finish()
{
    m_form->finish();
}

} // namespace satchel::ui
