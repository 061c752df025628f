// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/ApprovalsPage.h"

#include "ui/deals/ApprovalView.h"
#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int entryRole = Qt::UserRole + 1;
constexpr int rowHeight = 56;
constexpr int listWidth = 380;

class ApprovalDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const auto entry = index.data(entryRole).value<ApprovalEntry>();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
            painter->setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
            painter->setBrush(selected ? colors.accentSoft : colors.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
            painter->restore();
        }
        const RecordRow row{.record = entry.approval,
                            .title = entry.customer.isEmpty() ? entry.name : entry.customer,
                            .subtitle = QStringLiteral("%1 · %2").arg(entry.name, entry.sentence),
                            .aside = entry.total};
        paintRecordRow(*painter, option.rect.adjusted(4, 0, -4, 0), &row, option.palette, false);
    }
};

} // namespace

ApprovalsPage::ApprovalsPage(const Desk& desk, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_items(new QStandardItemModel(this)),
      m_empty(new EmptyState(iconName(), tr("Nothing to approve"),
                             tr("When somebody wants to give more discount than he may, he asks here. Alt+A in a quote "
                                "asks for one's own."),
                             this)),
      m_card(makeFrame("card", this))
{
    QFrame* card = makeFrame("card", this);
    card->setFixedWidth(listWidth);
    m_list = new QListView(card);
    m_list->setModel(m_items);
    m_list->setItemDelegate(new ApprovalDelegate(m_list));
    m_list->setAccessibleName(tr("Approvals"));
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(card);
    setMargins(column, 1, 8, 1, 8, 0);
    column->addWidget(m_list, 1);
    QLabel* keys = makeLabel(tr("A approve · R refuse · W take back · Enter opens"), "small", card);
    keys->setIndent(16);
    column->addSpacing(8);
    column->addWidget(keys);
    m_view = new ApprovalView(desk,
                              {.approve = QKeySequence(Qt::Key_A),
                               .refuse = QKeySequence(Qt::Key_R),
                               .withdraw = QKeySequence(Qt::Key_W),
                               .open = QKeySequence(Qt::Key_Return)},
                              m_card);
    auto* inner = new QVBoxLayout(m_card);
    setMargins(inner, 24, 20, 24, 24, 8);
    inner->addWidget(m_view);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 16, 8, 8);
    layout->addWidget(card);
    layout->addWidget(m_card, 1, Qt::AlignTop);
    layout->addWidget(m_empty, 1);
    m_card->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ApprovalsPage::showCurrent);
    connect(m_view, &ApprovalView::notice, this, &Page::notice);
    connect(m_view, &ApprovalView::openRequested, this, &Page::openRequested);
    connect(m_view, &ApprovalView::answered, this, &ApprovalsPage::enter);
    connect(m_view, &ApprovalView::left, this, &ApprovalsPage::enter);
    refresh();
}

void ApprovalsPage::enter()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::refresh()
{
    m_desk.reader.ask(
        this, [](Replica& replica) { return loadApprovals(replica); },
        [this](const std::vector<ApprovalEntry>& entries) { show(entries); });
}

void ApprovalsPage::show(const std::vector<ApprovalEntry>& entries)
{
    const auto before = current();
    int wanted = qBound(0, m_list->currentIndex().row(), qMax(0, static_cast<int>(entries.size()) - 1));
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_items->clear();
        for (const ApprovalEntry& entry : entries) {
            auto* item =
                new QStandardItem(QStringLiteral("%1, %2, %3").arg(entry.customer, entry.name, entry.sentence));
            item->setData(QVariant::fromValue(entry), entryRole);
            if (before && before->approval.id == entry.approval.id)
                wanted = m_items->rowCount();
            m_items->appendRow(item);
        }
    }
    if (!entries.empty())
        m_list->setCurrentIndex(m_items->index(wanted, 0));
    m_list->parentWidget()->setVisible(!entries.empty());
    m_empty->setVisible(entries.empty());
    m_card->setVisible(!entries.empty());
    showCurrent();
    const Role role = m_desk.me.role;
    Q_EMIT offered(!entries.empty() || role == Role::SalesManager || role == Role::Administrator);
    Q_EMIT counted(std::count_if(entries.begin(), entries.end(),
                                 [](const ApprovalEntry& entry) { return entry.mayDecide && !entry.mine; }));
}

std::optional<ApprovalEntry> ApprovalsPage::current() const
{
    const QVariant entry = m_list->currentIndex().data(entryRole);
    return entry.isValid() ? std::optional(entry.value<ApprovalEntry>()) : std::nullopt;
}

void ApprovalsPage::showCurrent()
{
    if (const auto entry = current())
        m_view->show(*entry);
    Q_EMIT placeChanged();
}

std::optional<RowKey> ApprovalsPage::currentRecord() const
{
    const auto entry = current();
    return entry ? std::optional(RowKey{schema::entity("quote").number, entry->quote}) : std::nullopt;
}

void ApprovalsPage::openCurrent()
{
    if (const auto row = currentRecord())
        Q_EMIT openRequested(*row);
}

bool ApprovalsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && current()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier)
            return Page::eventFilter(watched, event);
        switch (key->key()) {
        case Qt::Key_A: m_view->approve(); return true;
        case Qt::Key_R: m_view->refuse(); return true;
        case Qt::Key_W: m_view->withdraw(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: openCurrent(); return true;
        default: break;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace satchel::ui
