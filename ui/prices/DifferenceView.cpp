// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/DifferenceView.h"

#include "ui/prices/DifferenceModel.h"
#include "ui/prices/PriceViews.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int quoteHeight = 32;
constexpr int quotesShown = 4; // the others by scrolling
} // namespace

DifferenceView::DifferenceView(QWidget* parent)
    : QWidget(parent),
      m_model(new DifferenceModel(this)),
      m_sentence(makeLabel({}, "strong", this)),
      m_bar(new QWidget(this)),
      m_what(new QComboBox(m_bar)),
      m_letters(new QLineEdit(m_bar)),
      m_table(makeTable(m_model, tr("What is different"), this)),
      m_touched(makeLabel({}, "section", this)),
      m_quotes(new QListWidget(this))
{
    wrap(m_sentence);
    nameCombo(m_what, tr("Which changes"));
    m_what->addItem(tr("All changes"), -1);
    for (int i = 0; i <= static_cast<int>(Difference::What::Ended); ++i)
        m_what->addItem(whatWord(static_cast<Difference::What>(i)), i);
    m_letters->setPlaceholderText(tr("Filter the changes"));
    m_letters->setAccessibleName(m_letters->placeholderText());
    addLeadingIcon(m_letters, QStringLiteral("list-filter"));
    addClearButton(m_letters);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(DifferenceModel::Percent, Qt::DescendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(false);
    setWidths(m_table, {96, 200, 72, 180, 180, 88});
    for (const int column : {DifferenceModel::Name, DifferenceModel::Before, DifferenceModel::After})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_quotes->setAccessibleName(tr("Open quotes these changes touch"));
    m_quotes->setFrameShape(QFrame::NoFrame);

    auto* bar = new QHBoxLayout(m_bar);
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_what);
    bar->addWidget(m_letters, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_touched);
    layout->addWidget(m_quotes);
    m_table->installEventFilter(this);
    m_quotes->installEventFilter(this);
    connect(m_what, &QComboBox::currentIndexChanged, this, &DifferenceView::narrow);
    connect(m_letters, &QLineEdit::textChanged, this, &DifferenceView::narrow);
    connect(m_quotes, &QListWidget::itemDoubleClicked, this, &DifferenceView::openQuote);
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT askWanted(m_model->product(index.row())); });
    clear({});
}

void DifferenceView::clear(const QString& sentence)
{
    m_model->show({});
    m_sentence->setText(sentence);
    for (QWidget* part :
         {m_bar, static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_touched), static_cast<QWidget*>(m_quotes)})
        part->hide();
}

void DifferenceView::show(const SharedDifference& difference)
{
    m_model->show(difference);
    m_sentence->setText(difference->sentence());
    const bool any = !difference->rows.empty();
    m_bar->setVisible(any);
    m_table->setVisible(any);
    if (any)
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_touched->setVisible(any);
    showQuotes(*difference);
}

void DifferenceView::showQuotes(const Difference& difference)
{
    const auto count = static_cast<std::int64_t>(difference.quotes.size());
    m_touched->setText(count == 0   ? tr("No open quote is touched.")
                       : count == 1 ? tr("One open quote is touched; Enter opens it.")
                                    : tr("%1 open quotes are touched; Enter opens one.").arg(numberWord(count)));
    m_quotes->clear();
    for (const sales::TouchedQuote& quote : difference.quotes) {
        const QString lines =
            quote.lines == 1 ? tr("1 line") : tr("%1 lines").arg(numberWord(static_cast<std::int64_t>(quote.lines)));
        QStringList parts = {oneLine(toQString(quote.label), 80)};
        if (!quote.accountName.empty())
            parts << oneLine(toQString(quote.accountName), 80);
        parts << choiceWord(quote.status) << lines;
        auto* item = new QListWidgetItem(parts.join(QStringLiteral(" · ")), m_quotes);
        item->setSizeHint({0, quoteHeight});
        item->setData(Qt::UserRole, QByteArray(quote.quote.view().data(), 16));
    }
    m_quotes->setFixedHeight(static_cast<int>(qMin<std::int64_t>(count, quotesShown)) * quoteHeight + 4);
    m_quotes->setVisible(count > 0);
    if (count > 0)
        m_quotes->setCurrentRow(0);
}

void DifferenceView::narrow()
{
    const int what = m_what->currentData().toInt();
    m_model->narrow(what < 0 ? std::nullopt : std::optional(static_cast<Difference::What>(what)),
                    m_letters->text().trimmed());
}

void DifferenceView::openQuote()
{
    const QListWidgetItem* item = m_quotes->currentItem();
    if (item == nullptr)
        return;
    if (const auto id = Id::fromBytes(item->data(Qt::UserRole).toByteArray().toStdString()))
        Q_EMIT quoteWanted(*id);
}

void DifferenceView::focusTable()
{
    (m_table->isVisibleTo(this) ? m_table : static_cast<QWidget*>(this))->setFocus(Qt::OtherFocusReason);
}

bool DifferenceView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (watched == m_quotes)
        openQuote();
    else if (const Id product = m_model->product(m_table->currentIndex().row()); !product.isNull())
        Q_EMIT askWanted(product);
    return true;
}

} // namespace satchel::ui
