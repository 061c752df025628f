// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ListTable.h"

#include "ui/records/RowPainting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int headingHeight = 34;
constexpr int usualNameWidth = 300;
} // namespace

ListTable::ListTable(RecordListModel* model, const QString& name, QWidget* parent) : QTableView(parent), m_rows(model)
{
    setModel(model);
    setItemDelegate(new RecordDelegate(this));
    setAccessibleName(name);
    setProperty("kind", QStringLiteral("records"));
    QHeaderView* head = horizontalHeader();
    head->hide();
    head->setAccessibleName(name);
    head->setSectionResizeMode(QHeaderView::Stretch);
    head->setSectionsMovable(true);
    head->setFirstSectionMovable(false);
    head->setSectionsClickable(true);
    head->setHighlightSections(false);
    head->setMinimumSectionSize(48);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(headingHeight);
    verticalHeader()->setDefaultSectionSize(recordRowHeight());
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    verticalScrollBar()->setSingleStep(28);
    m_shaped.setSingleShot(true);
    m_shaped.setInterval(200);
    connect(&m_shaped, &QTimer::timeout, this, &ListTable::columnsShaped);
    connect(head, &QHeaderView::sectionClicked, this, &ListTable::sortWanted);
    const auto shaped = [this] {
        if (!m_shaping)
            m_shaped.start();
    };
    connect(head, &QHeaderView::sectionMoved, this, shaped);
    connect(head, &QHeaderView::sectionResized, this, shaped);
}

void ListTable::showColumns(int nameWidth, const std::vector<int>& widths)
{
    m_shaping = true;
    QHeaderView* head = horizontalHeader();
    const bool columns = !widths.empty();
    head->setVisible(columns);
    head->setSectionResizeMode(columns ? QHeaderView::Interactive : QHeaderView::Stretch);
    setHorizontalScrollBarPolicy(columns ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    for (int logical = 0; logical < head->count(); ++logical)
        head->moveSection(head->visualIndex(logical), logical);
    if (columns) {
        setColumnWidth(0, nameWidth > 0 ? nameWidth : usualNameWidth);
        for (std::size_t i = 0; i < widths.size(); ++i)
            setColumnWidth(static_cast<int>(i) + 1, widths[i]);
    }
    m_shaping = false;
    layOutHeadings();
}

std::vector<int> ListTable::order() const
{
    std::vector<int> logical;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int each = horizontalHeader()->logicalIndex(visual); each > 0)
            logical.push_back(each - 1);
    return logical;
}

void ListTable::showSort(int column, bool descending)
{
    horizontalHeader()->setSortIndicatorShown(column >= 0);
    if (column >= 0)
        horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListTable::layOutHeadings()
{
    clearSpans();
    m_anchor = m_end = -1;
    const int columns = m_rows->columnCount();
    for (const int row : m_rows->headingRows()) {
        verticalHeader()->resizeSection(row, headingHeight);
        if (columns > 1)
            setSpan(row, 0, 1, columns);
    }
}

bool ListTable::event(QEvent* event)
{
    // Esc takes the marks away before it leads back.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        m_rows->markedCount() > 0) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::StyleChange && verticalHeader()->defaultSectionSize() != recordRowHeight()) {
        verticalHeader()->setDefaultSectionSize(recordRowHeight()); // of the headings, too
        layOutHeadings();
    }
    return QTableView::event(event);
}

void ListTable::toggle(int row)
{
    m_anchor = m_end = row;
    m_rows->toggleMark(row);
}

bool ListTable::openOrClose(int key)
{
    const int row = currentIndex().row();
    if (!m_rows->isHeading(row))
        return false;
    const bool open = m_rows->data(m_rows->index(row, 0), RecordListModel::HeadingRole).value<RowHeading>().open;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int opens = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int closes = mirrored ? Qt::Key_Right : Qt::Key_Left;
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || (key == opens && !open) ||
        (key == closes && open)) {
        m_rows->toggleHeading(row);
        setCurrentIndex(m_rows->index(row, 0));
        return true;
    }
    return key == opens || key == closes;
}

// Shift with a key that moves: what lies between where it began and where it has come to is marked.
bool ListTable::extend(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End: break;
    default: return false;
    }
    const int before = currentIndex().row();
    if (m_anchor < 0 || m_end != before) {
        m_anchor = before;
        m_end = before;
    }
    int to = before;
    const int page = std::max(1, viewport()->height() / recordRowHeight() - 1);
    switch (event->key()) {
    case Qt::Key_Up: to -= 1; break;
    case Qt::Key_Down: to += 1; break;
    case Qt::Key_PageUp: to -= page; break;
    case Qt::Key_PageDown: to += page; break;
    case Qt::Key_Home: to = 0; break;
    default: to = m_rows->rowCount() - 1; break;
    }
    to = std::clamp(to, 0, std::max(0, m_rows->rowCount() - 1));
    const auto [oldFirst, oldLast] = std::minmax(m_anchor, m_end);
    const auto [first, last] = std::minmax(m_anchor, to);
    if (oldFirst < first)
        m_rows->markRange(oldFirst, first - 1, false);
    if (oldLast > last)
        m_rows->markRange(last + 1, oldLast, false);
    m_rows->markRange(first, last, true);
    m_end = to;
    setCurrentIndex(m_rows->index(to, 0));
    return true;
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Escape && m_rows->markedCount() > 0) {
        m_rows->clearMarks();
        return;
    }
    if (keys == Qt::ControlModifier && event->key() == Qt::Key_A) {
        m_rows->markAll();
        return;
    }
    if (keys == Qt::ControlModifier && event->key() == Qt::Key_Space) {
        toggle(currentIndex().row());
        return;
    }
    if (keys == Qt::ShiftModifier && extend(event))
        return;
    if (keys == Qt::NoModifier && openOrClose(event->key()))
        return;
    QTableView::keyPressEvent(event);
}

void ListTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->pos());
    const int before = currentIndex().row();
    if (event->button() == Qt::LeftButton && at.isValid()) {
        if (m_rows->isHeading(at.row())) {
            setCurrentIndex(m_rows->index(at.row(), 0));
            m_rows->toggleHeading(at.row());
            setCurrentIndex(m_rows->index(at.row(), 0));
            return;
        }
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            setCurrentIndex(m_rows->index(at.row(), 0));
            toggle(at.row());
            return;
        }
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            if (m_anchor < 0)
                m_anchor = std::max(0, before);
            m_rows->markRange(m_anchor, at.row(), true);
            m_end = at.row();
            setCurrentIndex(m_rows->index(at.row(), 0));
            return;
        }
    }
    m_anchor = m_end = -1;
    QTableView::mousePressEvent(event);
}

} // namespace satchel::ui
