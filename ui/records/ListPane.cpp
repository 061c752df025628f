// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ListPane.h"

#include "ui/records/BulkPanel.h"
#include "ui/records/ConditionPanel.h"
#include "ui/records/ConditionWords.h"
#include "ui/records/ExportPanel.h"
#include "ui/records/ListTable.h"
#include "ui/records/PeekPanel.h"
#include "ui/records/RowMakers.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

ListPane::ListPane(const Desk& desk, const Entity& entity, std::vector<ListChoice> choices, QWidget* parent,
                   bool exported)
    : QWidget(parent),
      m_desk(desk),
      m_entity(entity),
      m_choices(std::move(choices)),
      m_exported(exported),
      m_model(new RecordListModel(desk.reader, rowMakerFor(entity, desk.environment.now()), this)),
      m_filter(new QLineEdit(this)),
      m_choice(new QComboBox(this)),
      m_table(new ListTable(m_model, entitiesWord(entity), this)),
      m_count(makeLabel({}, "small", this)),
      m_said(makeLabel({}, "small", this)),
      m_empty(new EmptyState(iconFor(entity), {}, {}, this)),
      m_peek(new PeekPanel(desk, this)),
      m_panels(new QVBoxLayout),
      m_emptyHint(tr("Press N to add the first one."))
{
    buildBars();
    fillChoices();
    m_table->installEventFilter(this);
    m_filter->installEventFilter(this);
    m_settle.setSingleShot(true);
    m_settle.setInterval(30); // holding an arrow key must not load every page on the way
    connect(&m_settle, &QTimer::timeout, this, &ListPane::announceCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &ListPane::ask);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ListPane::choose);
    connect(m_model, &RecordListModel::loaded, this, &ListPane::showLoaded);
    connect(m_model, &RecordListModel::marksChanged, this, &ListPane::showMarks);
    connect(m_model, &RecordListModel::modelReset, m_table, &ListTable::layOutHeadings);
    connect(m_model, &RecordListModel::failed, this, [this](const QString& sentence) {
        m_said->setText(sentence);
        m_said->show();
    });
    connect(m_model, &RecordListModel::orderRefused, this, [this] {
        m_said->setText(tr("Too many rows to sort like this; they stand by name. Narrow the list to sort it."));
        m_said->show();
    });
    connect(m_model, &RecordListModel::dataChanged, this, [this] {
        if (m_current.isNull())
            m_settle.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { m_settle.start(); });
    connect(m_peek, &PeekPanel::shown, this, [this] {
        layout()->activate();
        m_table->scrollTo(m_table->currentIndex()); // it may have come to stand below the edge
    });
    connect(m_table, &ListTable::sortWanted, this, &ListPane::sortBy);
    connect(m_table, &ListTable::columnsShaped, this, &ListPane::takeMouseShape);
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (const auto record = current())
            Q_EMIT opened(record->id);
    });
    addKeys();
    ask();
    readSaved();
}

void ListPane::buildBars()
{
    m_filter->setPlaceholderText(tr("Filter %1").arg(inSentence(entitiesWord(m_entity))));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setToolTip(withKey(tr("Filter this list"), QKeySequence(Qt::CTRL | Qt::Key_F)));
    addClearButton(m_filter);
    addLeadingIcon(m_filter, QStringLiteral("search"));
    setKind(m_choice, "quiet");
    nameCombo(m_choice, tr("Which %1").arg(inSentence(entitiesWord(m_entity))));
    m_choice->setMinimumContentsLength(8);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    QToolButton* conditions = makeIconButton(QStringLiteral("list-filter"), tr("Conditions"), this,
                                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    QToolButton* columns = makeIconButton(QStringLiteral("columns-3"), tr("Columns, order and groups"), this,
                                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QToolButton* exporting =
        makeIconButton(QStringLiteral("download"), tr("Export this list"), this, QKeySequence(Qt::CTRL | Qt::Key_E));
    exporting->setVisible(m_exported);
    connect(conditions, &QToolButton::clicked, this, &ListPane::editConditions);
    connect(columns, &QToolButton::clicked, this, &ListPane::editColumns);
    connect(exporting, &QToolButton::clicked, this, &ListPane::exportList);
    auto* filterBar = new QHBoxLayout;
    setMargins(filterBar, 12, 12, 12, 4, 4);
    filterBar->addWidget(m_filter, 1);
    filterBar->addWidget(conditions);
    filterBar->addWidget(columns);
    filterBar->addWidget(exporting);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 8, 0, 12, 0, 8);
    bar->addWidget(m_choice);
    bar->addStretch();
    bar->addWidget(m_count);

    m_marks = makeFrame("kept", this);
    m_marksSaid = makeLabel({}, "strong", m_marks);
    m_change = makeButton(tr("Change"), "", m_marks, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    QToolButton* none = makeIconButton(QStringLiteral("x"), tr("Mark none"), m_marks, QKeySequence(Qt::Key_Escape));
    auto* marksBar = new QHBoxLayout(m_marks);
    setMargins(marksBar, 12, 4, 4, 4, 8);
    marksBar->addWidget(m_marksSaid, 1);
    marksBar->addWidget(m_change);
    marksBar->addWidget(none);
    m_marks->hide();
    connect(m_change, &QPushButton::clicked, this, &ListPane::changeMarked);
    connect(none, &QToolButton::clicked, m_model, &RecordListModel::clearMarks);
    wrap(m_said);
    m_said->hide();
    setMargins(m_panels, 8, 0, 8, 0, 4);
    m_panels->addWidget(m_marks);
    m_panels->addWidget(m_said);

    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 4, 4);
    layout->addLayout(filterBar);
    layout->addLayout(bar);
    layout->addLayout(m_panels);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    auto* peek = new QVBoxLayout;
    setMargins(peek, 8, 0, 8, 4, 0);
    peek->addWidget(m_peek);
    layout->addLayout(peek);
    m_empty->hide();
    m_peek->hide();
}

void ListPane::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { editConditions(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { editColumns(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { changeMarked(); });
    if (m_exported)
        key(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportList(); });
}

Query ListPane::query() const
{
    const ListChoice* fixed = fixedNow();
    const ListChoice& order = fixed == nullptr ? m_choices.front() : *fixed;
    Query query{.entity = &m_entity,
                .search = fromQString(m_filter->text().trimmed()),
                .filters = fixed == nullptr
                               ? filtersOf(m_entity, m_conditions, askedHere(m_desk.me.user, m_desk.environment.now()))
                               : fixed->filters,
                .orderBy = order.orderBy,
                .descending = order.descending,
                .after = {}};
    if (m_shape.sortBy || m_shape.byName) {
        query.orderBy = m_shape.sortBy;
        query.descending = m_shape.descending;
    }
    return query;
}

void ListPane::ask()
{
    m_said->hide();
    m_model->setQuery(query());
    Q_EMIT stateChanged();
}

void ListPane::refresh()
{
    m_model->refresh();
    if (m_peek->isVisible() && !m_current.isNull())
        m_peek->peek({m_entity.number, m_current});
    readSaved();
}

void ListPane::showLoaded(bool fresh)
{
    const int rows = m_model->rowCount();
    m_count->setText(numberWord(m_model->recordCount()));
    const bool narrowed = !m_filter->text().isEmpty() || m_choice->currentIndex() > 0;
    const QString what = inSentence(entitiesWord(m_entity));
    const bool open = !m_choices.front().filters.empty(); // the others are further down in the choice of rows
    m_empty->setTexts(narrowed ? tr("Nothing fits")
                      : open   ? tr("No open %1").arg(what)
                               : tr("No %1 yet").arg(what),
                      narrowed ? tr("Other words, or Esc to clear the filter.") : m_emptyHint);
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (rows == 0) {
        m_current = {};
        m_peek->hide();
        Q_EMIT currentChanged({});
        return;
    }
    // The selection stays on its record where that is still in sight, else at its place in the list.
    const int at = m_model->indexOf(m_current);
    const int top = m_model->isHeading(0) && rows > 1 ? 1 : 0;
    const QSignalBlocker quiet(m_table->selectionModel());
    if (at >= 0 || fresh || (!m_table->currentIndex().isValid() && m_current.isNull()))
        m_table->setCurrentIndex(m_model->index(qMax(top, at), 0));
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
    if (m_peek->isVisible())
        m_peek->peek({m_entity.number, m_current});
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
    } else { // another row must not look as if it were shown
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex({});
    }
    m_table->viewport()->update();
}

Id ListPane::neighbour(const Id& id, int by) const
{
    int at = m_model->indexOf(id);
    if (at < 0)
        return {};
    do
        at += by;
    while (m_model->isHeading(at));
    const RecordRow* row = at < 0 ? nullptr : m_model->row(at);
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

void ListPane::showPanel(QWidget* panel)
{
    closePanels();
    if (m_panels->indexOf(panel) < 0)
        m_panels->addWidget(panel);
    panel->show();
}

void ListPane::closePanels()
{
    for (QWidget* panel : {static_cast<QWidget*>(m_conditionPanel), static_cast<QWidget*>(m_columnPanel),
                           static_cast<QWidget*>(m_bulkPanel), static_cast<QWidget*>(m_exportPanel)})
        if (panel != nullptr)
            panel->hide();
}

// Space opens and closes a peek, Esc closes it before it leads anywhere else.
bool ListPane::peekKey(int key)
{
    const bool open = m_peek->isVisible();
    const auto record = current();
    if (key == Qt::Key_Space && !open && record) {
        announceCurrent();
        m_peek->show();
        m_peek->peek({m_entity.number, record->id});
        return true;
    }
    if (!open || (key != Qt::Key_Escape && (key != Qt::Key_Space || !record)))
        return false;
    m_peek->hide();
    return true;
}

bool ListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_table && m_peek->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    if (watched == m_table && static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier &&
        peekKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
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
        m_peek->hide();
        Q_EMIT opened(record->id);
        return true;
    }
    if (const Id id = record ? record->id : m_current; key == Qt::Key_Delete && !id.isNull()) {
        Q_EMIT deleteRequested(id);
        return true;
    }
    if (key == Qt::Key_Slash) {
        focusFilter();
        return true;
    }
    return false;
}

} // namespace satchel::ui
