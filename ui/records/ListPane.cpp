// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ListPane.h"

#include "ui/records/RowMakers.h"
#include "ui/records/RowPainting.h"
#include "ui/widgets/EmptyState.h"
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
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

QTableView* makeTable(RecordListModel* model, const QString& name, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setItemDelegate(new RecordDelegate(table));
    table->setAccessibleName(name);
    table->setProperty("kind", QStringLiteral("records"));
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(RecordDelegate::rowHeight);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTabKeyNavigation(false);
    table->setMouseTracking(true);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalScrollBar()->setSingleStep(28);
    return table;
}

} // namespace

ListPane::ListPane(const Desk& desk, const Entity& entity, std::vector<ListChoice> choices, QWidget* parent)
    : QWidget(parent),
      m_entity(entity),
      m_choices(std::move(choices)),
      m_model(new RecordListModel(desk.reader, rowMakerFor(entity, desk.environment.now()), this)),
      m_filter(new QLineEdit(this)),
      m_choice(new QComboBox(this)),
      m_table(makeTable(m_model, entitiesWord(entity), this)),
      m_count(makeLabel({}, "small", this)),
      m_empty(new EmptyState(iconFor(entity), {}, {}, this)),
      m_emptyHint(tr("Press N to add the first one."))
{
    m_filter->setPlaceholderText(tr("Filter %1").arg(inSentence(entitiesWord(entity))));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setToolTip(withKey(tr("Filter this list"), QKeySequence(Qt::CTRL | Qt::Key_F)));
    addClearButton(m_filter);
    addLeadingIcon(m_filter, QStringLiteral("list-filter"));
    setKind(m_choice, "quiet");
    nameCombo(m_choice, tr("Which %1").arg(inSentence(entitiesWord(entity))));
    for (const ListChoice& choice : m_choices)
        m_choice->addItem(choice.name, choice.id);

    auto* bar = new QHBoxLayout;
    setMargins(bar, 8, 0, 12, 0, 8);
    bar->addWidget(m_choice);
    bar->addStretch();
    bar->addWidget(m_count);
    auto* filterBar = new QHBoxLayout;
    setMargins(filterBar, 12, 12, 12, 4, 0);
    filterBar->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 4, 4);
    layout->addLayout(filterBar);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    m_table->installEventFilter(this);
    m_filter->installEventFilter(this);
    m_settle.setSingleShot(true);
    m_settle.setInterval(30); // holding an arrow key must not load every page on the way
    connect(&m_settle, &QTimer::timeout, this, &ListPane::announceCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &ListPane::ask);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ListPane::ask);
    connect(m_model, &RecordListModel::loaded, this, &ListPane::showLoaded);
    connect(m_model, &RecordListModel::dataChanged, this, [this] {
        if (m_current.isNull())
            m_settle.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { m_settle.start(); });
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (const auto record = current())
            Q_EMIT opened(record->id);
    });
    ask();
}

void ListPane::ask()
{
    const ListChoice& choice = m_choices[static_cast<std::size_t>(qMax(0, m_choice->currentIndex()))];
    Query query{.entity = &m_entity,
                .search = fromQString(m_filter->text().trimmed()),
                .filters = choice.filters,
                .orderBy = choice.orderBy,
                .descending = choice.descending,
                .after = {}};
    m_model->setQuery(query);
    Q_EMIT stateChanged();
}

void ListPane::refresh()
{
    m_model->refresh();
}

void ListPane::showLoaded(bool fresh)
{
    const int rows = m_model->rowCount();
    m_count->setText(numberWord(rows));
    const bool narrowed = !m_filter->text().isEmpty() || m_choice->currentIndex() > 0;
    m_empty->setTexts(narrowed ? tr("Nothing fits") : tr("No %1 yet").arg(inSentence(entitiesWord(m_entity))),
                      narrowed ? tr("Other words, or Esc to clear the filter.") : m_emptyHint);
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (rows == 0) {
        m_current = {};
        Q_EMIT currentChanged({});
        return;
    }
    // The selection stays on its record where that is still in sight, else at its place in the list.
    const int at = m_model->indexOf(m_current);
    const QSignalBlocker quiet(m_table->selectionModel());
    if (at >= 0 || fresh || !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(qMax(0, at), 0));
    if (fresh && at <= 0)
        m_table->scrollToTop();
    m_table->viewport()->update();
    m_settle.start();
}

void ListPane::announceCurrent()
{
    const RecordRow* row = m_model->row(m_table->currentIndex().row());
    if (row == nullptr || row->record.id == m_current)
        return;
    m_current = row->record.id;
    Q_EMIT currentChanged(m_current);
}

std::optional<Record> ListPane::current() const
{
    const QModelIndex index = m_table->currentIndex();
    const RecordRow* row = index.isValid() ? m_model->row(index.row()) : nullptr;
    return row == nullptr ? std::nullopt : std::optional(row->record);
}

void ListPane::select(const Id& id)
{
    m_current = id;
    if (const int at = m_model->indexOf(id); at >= 0) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(at, 0));
        m_table->scrollTo(m_model->index(at, 0));
        m_table->viewport()->update();
    }
}

Id ListPane::neighbour(const Id& id, int by) const
{
    const int at = m_model->indexOf(id);
    const RecordRow* row = at < 0 || at + by < 0 ? nullptr : m_model->row(at + by);
    return row == nullptr ? Id() : row->record.id;
}

void ListPane::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ListPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QString ListPane::filterText() const
{
    return m_filter->text();
}

QString ListPane::choiceId() const
{
    return m_choice->currentData().toString();
}

void ListPane::restore(const QString& filter, const QString& choice)
{
    m_filter->setText(filter);
    if (const int at = m_choice->findData(choice); at >= 0)
        m_choice->setCurrentIndex(at);
}

bool ListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_filter) {
        if (key == Qt::Key_Down || enter) {
            focusList();
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (m_filter->text().isEmpty())
                focusList();
            m_filter->clear();
            return true;
        }
        return false;
    }
    const auto record = current();
    if (enter && record) {
        announceCurrent();
        Q_EMIT opened(record->id);
        return true;
    }
    if (key == Qt::Key_Delete && record) {
        Q_EMIT deleteRequested(record->id);
        return true;
    }
    if (key == Qt::Key_Slash) {
        focusFilter();
        return true;
    }
    return false;
}

} // namespace satchel::ui
