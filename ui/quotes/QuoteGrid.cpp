// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteGrid.h"

#include "ui/quotes/QuoteModel.h"
#include "ui/theme/Density.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

namespace satchel::ui {

namespace {

using Way = QuoteDelegate::Way;

struct ColumnWidth {
    QuoteColumn column;
    int width;
    int least; ///< where the description needs the room
    int from;  ///< shown where the grid is at least so wide
};
constexpr std::array<ColumnWidth, 9> widths = {{{QuoteColumn::Number, 56, 48, 0},
                                                {QuoteColumn::Code, 112, 88, 0},
                                                {QuoteColumn::Quantity, 96, 76, 0},
                                                {QuoteColumn::Unit, 64, 64, 740},
                                                {QuoteColumn::ListPrice, 96, 96, 844},
                                                {QuoteColumn::Discount, 96, 76, 0},
                                                {QuoteColumn::UnitPrice, 96, 96, 0},
                                                {QuoteColumn::Net, 104, 104, 0},
                                                {QuoteColumn::Margin, 72, 72, 916}}};
constexpr int usualDescription = 240;
constexpr int leastDescription = 120;

// Where Tab stops; the other cells are reached by arrows.
constexpr std::array<QuoteColumn, 4> stops = {QuoteColumn::Code, QuoteColumn::Quantity, QuoteColumn::Discount,
                                              QuoteColumn::UnitPrice};

bool isTyping(const QKeyEvent& event)
{
    return !event.text().isEmpty() && event.text().at(0).isPrint() &&
           (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
}

} // namespace

QuoteGrid::QuoteGrid(QuoteModel& model, ReplicaReader& reader, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new QuoteDelegate(model, reader, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Lines of the quote"));
    setProperty("kind", QStringLiteral("grid"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(gridRowHeight());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepGridRows(this);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setCornerButtonEnabled(false);
    connect(m_delegate, &QuoteDelegate::left, this, &QuoteGrid::go);
    connect(&model, &QuoteModel::rowsInserted, this, &QuoteGrid::arrive);
}

void QuoteGrid::setMargins(bool known)
{
    if (known == m_margins)
        return;
    m_margins = known;
    fitColumns();
}

void QuoteGrid::fitColumns()
{
    const int room = viewport()->width();
    const auto isShown = [&](const ColumnWidth& each) {
        return room >= each.from && (each.column != QuoteColumn::Margin || m_margins);
    };
    int wide = 0;
    int spare = 0;
    for (const ColumnWidth& each : widths)
        if (isShown(each)) {
            wide += each.width;
            spare += each.width - each.least;
        }
    const int taken = qBound(0, wide + usualDescription - room, spare); // each column that can gives its part of it
    int used = 0;
    for (const ColumnWidth& each : widths) {
        setColumnHidden(static_cast<int>(each.column), !isShown(each));
        if (!isShown(each))
            continue;
        const int width = each.width - (each.width - each.least) * taken / spare;
        setColumnWidth(static_cast<int>(each.column), width);
        used += width;
    }
    setColumnWidth(static_cast<int>(QuoteColumn::Description), qMax(leastDescription, room - used));
}

void QuoteGrid::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void QuoteGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(currentRow());
}

std::vector<Id> QuoteGrid::selectedRows() const
{
    std::vector<Id> rows;
    for (int i = 0; i < m_model.rowCount(); ++i)
        if (selectionModel()->isRowSelected(i, {}) && m_model.row(i).kind != QuoteRow::Kind::Entry)
            rows.push_back(m_model.row(i).id);
    if (rows.empty() && currentIndex().isValid() && currentIndex().row() != m_model.entryRow())
        rows.push_back(currentRow());
    return rows;
}

Id QuoteGrid::currentRow() const
{
    return currentIndex().isValid() ? m_model.row(currentIndex().row()).id : Id{};
}

QuoteColumn QuoteGrid::currentColumn() const
{
    return static_cast<QuoteColumn>(qMax(0, currentIndex().column()));
}

// The view would take a Ctrl or Shift that is still held down as a wish to keep the selection.
void QuoteGrid::put(const QModelIndex& index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void QuoteGrid::goTo(const Id& row, QuoteColumn column)
{
    if (const int at = m_model.indexOf(row); at >= 0)
        put(m_model.index(at, static_cast<int>(column)));
}

void QuoteGrid::goToEntry()
{
    const QuoteColumn column = m_model.entryPlace().text ? QuoteColumn::Description : QuoteColumn::Code;
    if (const int at = m_model.entryRow(); at >= 0)
        put(m_model.index(at, static_cast<int>(column)));
}

void QuoteGrid::setNext(const Id& line, bool quantityGiven)
{
    m_next = line;
    m_quantityGiven = quantityGiven;
}

void QuoteGrid::editCurrent()
{
    if (currentIndex().isValid() && !isEditing())
        edit(currentIndex());
}

void QuoteGrid::keeping(const std::function<void()>& change)
{
    const Id row = currentRow();
    const QuoteColumn column = currentColumn();
    const std::vector<Id> selected = selectedRows();
    const int scrolled = verticalScrollBar()->value();
    change();
    if (isEditing())
        return; // its cell has not gone
    if (!row.isNull() && currentRow() != row)
        goTo(row, column);
    if (selected.size() > 1 && selectedRows() != selected)
        select(selected);
    else if (!selectionModel()->hasSelection() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    verticalScrollBar()->setValue(scrolled);
}

void QuoteGrid::select(const std::vector<Id>& rows)
{
    QItemSelection selection;
    for (const Id& row : rows)
        if (const int at = m_model.indexOf(row); at >= 0)
            selection.select(m_model.index(at, 0), m_model.index(at, quoteColumns - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void QuoteGrid::awaitRow(const Id& row, QuoteColumn column, bool editing)
{
    m_awaited = row;
    m_awaitedColumn = column;
    m_awaitedEditing = editing;
    arrive();
}

void QuoteGrid::arrive()
{
    if (m_awaited.isNull() || m_model.indexOf(m_awaited) < 0 || isEditing())
        return;
    const Id row = std::exchange(m_awaited, Id{});
    // When the model has finished, and keeping() has put the person back.
    QTimer::singleShot(0, this, [this, row, column = m_awaitedColumn, editing = m_awaitedEditing] {
        goTo(row, column);
        if (editing)
            editCurrent();
    });
}

// In the order in which pasting reads them: product, quantity, unit, discount, price by hand, description.
void QuoteGrid::copy() const
{
    QStringList lines;
    for (const Id& id : selectedRows()) {
        const QuoteRow& row = m_model.row(m_model.indexOf(id));
        const auto typed = [&row](QuoteColumn column) { return row.typed[static_cast<std::size_t>(column)]; };
        if (!row.isHead())
            continue;
        QString description = typed(QuoteColumn::Description);
        description.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        lines << QStringList{typed(QuoteColumn::Code),      typed(QuoteColumn::Quantity),
                             typed(QuoteColumn::Unit),      typed(QuoteColumn::Discount),
                             typed(QuoteColumn::ListPrice), QStringLiteral("\"%1\"").arg(description)}
                     .join(QLatin1Char('\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

// One cell goes into the cell where the person is; rows become lines.
void QuoteGrid::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    const bool rows = text.contains(QLatin1Char('\t')) || text.trimmed().contains(QLatin1Char('\n'));
    if (rows)
        Q_EMIT pasteWanted(text);
    else if (!text.trimmed().isEmpty() && m_model.isCellEditable(currentIndex().row(), currentColumn()))
        Q_EMIT m_model.edited(currentRow(), currentColumn(), text.trimmed(), {});
}

bool QuoteGrid::isWrongHere() const
{
    if (!currentIndex().isValid())
        return false;
    const QuoteModel::Typed* typed = m_model.typed(currentIndex().row(), currentColumn());
    return typed != nullptr && !typed->wrong.isEmpty();
}

// Letters are typed into the cell and are no keys of the page.
bool QuoteGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isTyping(*key) || key->key() == Qt::Key_Delete || (key->key() == Qt::Key_Escape && isWrongHere())) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void QuoteGrid::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain)
            return go(Way::Enter);
        break;
    case Qt::Key_Tab: return go(Way::Tab);
    case Qt::Key_Backtab: return go(Way::BackTab);
    case Qt::Key_Delete: Q_EMIT deleteWanted(); return;
    case Qt::Key_Escape:
        if (isWrongHere()) {
            Q_EMIT forgetWanted();
            return;
        }
        break;
    case Qt::Key_Space:
        if (currentIndex().isValid() && m_model.row(currentIndex().row()).role.compare("normal") != 0 &&
            m_model.row(currentIndex().row()).kind == QuoteRow::Kind::Line) {
            Q_EMIT toggleWanted();
            return;
        }
        break;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

void QuoteGrid::go(Way way)
{
    setFocus(Qt::OtherFocusReason);
    const QModelIndex here = currentIndex();
    const Id added = std::exchange(m_next, Id{});
    if (!here.isValid() || way == Way::Stay)
        return;
    if (!added.isNull() && (way == Way::Enter || way == Way::Tab)) {
        if (way == Way::Enter && m_quantityGiven)
            return goToEntry();
        return goTo(added, m_quantityGiven ? QuoteColumn::Discount : QuoteColumn::Quantity);
    }
    if (way == Way::Enter && currentColumn() == QuoteColumn::Code &&
        m_model.isCellEditable(here.row(), QuoteColumn::Quantity))
        return goTo(currentRow(), QuoteColumn::Quantity);
    if (way == Way::Tab || way == Way::BackTab)
        return step(way == Way::Tab ? 1 : -1);
    const int next = here.row() + (way == Way::Up ? -1 : 1);
    if (next < 0 || next >= m_model.rowCount())
        return;
    if (m_model.row(next).kind == QuoteRow::Kind::Entry)
        return goToEntry();
    put(m_model.index(next, here.column()));
}

// To the next cell where something can be typed; past the last one the grid is left.
void QuoteGrid::step(int by)
{
    const QModelIndex here = currentIndex();
    const auto stopsAt = [this](int row, QuoteColumn column) {
        if (isColumnHidden(static_cast<int>(column)))
            return false;
        const QuoteRow::Kind kind = m_model.row(row).kind;
        if (kind == QuoteRow::Kind::Group || kind == QuoteRow::Kind::Text)
            return column == QuoteColumn::Description && m_model.isCellEditable(row, column);
        return std::find(stops.begin(), stops.end(), column) != stops.end() && m_model.isCellEditable(row, column);
    };
    int row = here.row();
    int column = here.column();
    while (true) {
        column += by;
        if (column < 0 || column >= quoteColumns) {
            row += by;
            column = by > 0 ? 0 : quoteColumns - 1;
        }
        if (row < 0 || row >= m_model.rowCount())
            break;
        if (stopsAt(row, static_cast<QuoteColumn>(column))) {
            put(m_model.index(row, column));
            return;
        }
    }
    focusNextPrevChild(by > 0);
}

} // namespace satchel::ui
