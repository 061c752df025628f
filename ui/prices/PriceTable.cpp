// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceTable.h"

#include "core/rules/Access.h"
#include "ui/fields/Amounts.h"
#include "ui/prices/PriceModel.h"
#include "ui/prices/PriceViews.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int cellPadding = 24;
constexpr int nameWidth = 232;
constexpr int leastBreaks = 160;
} // namespace

PriceTable::PriceTable(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new PriceModel(desk.reader, this)),
      m_filter(new QLineEdit(this)),
      m_day(makeDayEdit(tr("Prices on this day"), tr("Today"), this)),
      m_count(makeLabel({}, "small", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_table(makeTable(m_model, tr("Prices"), this)),
      m_empty(new EmptyState(QStringLiteral("tag"), {}, {}, this))
{
    m_filter->setPlaceholderText(tr("Filter by code or name"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setToolTip(withKey(tr("Filter this list"), QKeySequence(Qt::CTRL | Qt::Key_F)));
    addLeadingIcon(m_filter, QStringLiteral("list-filter"));
    addClearButton(m_filter);
    m_day->setToolTip(withKey(tr("The day whose prices are shown"), QKeySequence(Qt::Key_D)));
    auto* bar = new QHBoxLayout;
    setMargins(bar, 12, 12, 16, 4, 8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(makeLabel(tr("On"), "muted", this));
    bar->addWidget(m_day);
    bar->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 4, 4);
    layout->addLayout(bar);
    m_trouble->setIndent(16);
    layout->addWidget(m_trouble);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    m_trouble->hide();
    m_empty->hide();
    const int day = m_table->fontMetrics().horizontalAdvance(dayWord("2028-12-28")) + cellPadding;
    setWidths(m_table, {104, nameWidth, 64, 112, leastBreaks, 96, day, day, 88});
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (QWidget* watched : {static_cast<QWidget*>(m_table), m_table->viewport(), static_cast<QWidget*>(m_filter)})
        watched->installEventFilter(this);
    connect(m_model, &PriceModel::filled, this, &PriceTable::share);
    connect(m_filter, &QLineEdit::textChanged, this, &PriceTable::ask);
    connect(m_day, &QLineEdit::editingFinished, this, &PriceTable::ask);
    connect(m_model, &PriceModel::loaded, this, &PriceTable::showLoaded);
    connect(m_model, &PriceModel::failed, this, [this](const QString& sentence) {
        m_trouble->setText(sentence);
        m_trouble->show();
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (const auto product = currentProduct())
            Q_EMIT askWanted(*product);
    });
}

void PriceTable::setList(const Id& list, const QString& code)
{
    m_list = list;
    m_code = code;
    if (!m_list.isNull()) {
        ask();
        return;
    }
    const bool administers = mayCreate(m_desk.me.role, schema::entity("price_list"));
    m_empty->setTexts(tr("No price list is on this laptop"),
                      administers ? tr("Press N to add the first one.")
                                  : tr("As soon as there is one, the next sync brings it."));
    m_table->hide();
    m_empty->show();
}

void PriceTable::ask()
{
    if (m_list.isNull())
        return;
    const auto day = dayIn(m_day, m_desk.environment.now());
    m_trouble->setVisible(!day.ok());
    if (!day.ok()) {
        m_trouble->setText(toQString(day.error().message));
        return;
    }
    const PriceListView view{.list = m_list, .date = *day, .search = fromQString(m_filter->text().trimmed())};
    if (view == m_model->view())
        m_model->refresh();
    else
        m_model->setView(view);
}

void PriceTable::refresh()
{
    m_model->refresh();
}

void PriceTable::showLoaded(bool fresh)
{
    const int rows = m_model->rowCount();
    m_trouble->hide();
    m_count->setText(rows == 1 ? tr("1 product · %1").arg(m_model->revision())
                               : tr("%1 products · %2").arg(numberWord(rows), m_model->revision()));
    const bool narrowed = !m_filter->text().trimmed().isEmpty();
    m_empty->setTexts(narrowed ? tr("Nothing fits") : tr("%1 has no prices on this day").arg(m_code),
                      narrowed ? tr("Other words, or Esc to clear the filter.")
                               : tr("Press Alt+2 to see its revisions, or D for another day."));
    share();
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (rows > 0 && (fresh || !m_table->currentIndex().isValid()))
        m_table->setCurrentIndex(m_model->index(0, 0));
    if (fresh)
        m_table->scrollToTop();
}

// A column in which nothing stands is not shown; the room that is left is for the larger quantities, which need it
// most.
void PriceTable::share()
{
    for (int column = PriceModel::Unit; column < PriceModel::Columns; ++column)
        m_table->setColumnHidden(column, !m_model->isFilled(column));
    const bool breaks = m_model->isFilled(PriceModel::Breaks);
    const int wide = breaks ? PriceModel::Breaks : PriceModel::Name;
    m_table->setColumnWidth(PriceModel::Name, nameWidth);
    const int others = m_table->horizontalHeader()->length() - m_table->columnWidth(wide);
    m_table->setColumnWidth(wide, qMax(breaks ? leastBreaks : nameWidth, m_table->viewport()->width() - others));
}

std::optional<Id> PriceTable::currentProduct() const
{
    const PriceModel::Row* row = m_model->row(m_table->currentIndex().row());
    return row == nullptr ? std::nullopt : std::optional(row->product);
}

void PriceTable::focusTable()
{
    (m_table->isVisibleTo(this) ? static_cast<QWidget*>(m_table) : m_filter)->setFocus(Qt::OtherFocusReason);
}

void PriceTable::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool PriceTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        share();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_filter) {
        if (key == Qt::Key_Down || enter) {
            focusTable();
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (m_filter->text().isEmpty())
                focusTable();
            m_filter->clear();
            return true;
        }
        return false;
    }
    if (enter) {
        if (const auto product = currentProduct())
            Q_EMIT askWanted(*product);
        return true;
    }
    if (key == Qt::Key_Slash) {
        focusFilter();
        return true;
    }
    if (key == Qt::Key_D) {
        m_day->setFocus(Qt::ShortcutFocusReason);
        m_day->selectAll();
        return true;
    }
    return false;
}

} // namespace satchel::ui
