// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/ApprovalsPage.h"

#include "ui/deals/ApprovalView.h"
#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QFrame>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int listWidth = 380;

} // namespace

class ApprovalsPage::Delegate final : public QStyledItemDelegate {
public:
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, recordRowHeight()};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto entry = index.data(entryRole).value<ApprovalEntry>();
        paintGround(*painter, option, colorsOf(option.palette));
        const RecordRow row{.record = entry.approval,
                            .title = entry.customer.isEmpty() ? entry.name : entry.customer,
                            .subtitle = QStringLiteral("%1 · %2").arg(entry.name, entry.sentence),
                            .aside = entry.total};
        paintRecordRow(*painter, option.rect.adjusted(4, 0, -4, 0), &row, option.palette, false);
    }
};

ApprovalsPage::ApprovalsPage(const Desk& desk, QWidget* parent) : EntryPage(parent), m_desk(desk)
{
    QFrame* card = makeFrame("card", this);
    m_view = new ApprovalView(desk,
                              {.approve = QKeySequence(Qt::Key_A),
                               .refuse = QKeySequence(Qt::Key_R),
                               .withdraw = QKeySequence(Qt::Key_W),
                               .open = QKeySequence(Qt::Key_Return)},
                              card);
    auto* inner = new QVBoxLayout(card);
    setMargins(inner, 24, 20, 24, 24, 8);
    inner->addWidget(m_view);
    build({.name = tr("Approvals"),
           .keys = {},
           .delegate = new Delegate,
           .side = card,
           .empty = new EmptyState(iconName(), tr("Nothing to approve"),
                                   tr("When somebody wants to give more discount than he may, he asks here. Alt+A in a "
                                      "quote asks for one's own."),
                                   this),
           .listWidth = listWidth});
    connect(m_view, &ApprovalView::notice, this, &Page::notice);
    connect(m_view, &ApprovalView::openRequested, this, &Page::openRequested);
    connect(m_view, &ApprovalView::answered, this, &ApprovalsPage::enter);
    connect(m_view, &ApprovalView::left, this, &ApprovalsPage::enter);
    refresh();
}

void ApprovalsPage::refresh()
{
    m_desk.reader.ask(
        this, [](Replica& replica) { return loadApprovals(replica); },
        [this](const std::vector<ApprovalEntry>& entries) { show(entries); });
}

// What a request says is computed from its whole quote; that is only done where one of them has changed.
void ApprovalsPage::recount()
{
    m_desk.reader.askLater(
        this, [](Replica& replica) { return openApprovals(replica); },
        [this](const std::vector<Record>& open) {
            if (open == m_open)
                return;
            m_open = open;
            refresh();
        });
}

void ApprovalsPage::show(const std::vector<ApprovalEntry>& entries)
{
    std::vector<Item> items;
    for (const ApprovalEntry& entry : entries)
        items.push_back({.id = entry.approval.id,
                         .spoken = QStringLiteral("%1, %2, %3").arg(entry.customer, entry.name, entry.sentence),
                         .entry = QVariant::fromValue(entry)});
    showItems(items);
    const Role role = m_desk.me.role;
    Q_EMIT offered(!entries.empty() || role == Role::SalesManager || role == Role::Administrator);
    Q_EMIT counted(
        std::count_if(entries.begin(), entries.end(), [](const ApprovalEntry& entry) { return entry.waitsForMe(); }));
}

std::optional<ApprovalEntry> ApprovalsPage::current() const
{
    const QVariant entry = currentEntry();
    return entry.isValid() ? std::optional(entry.value<ApprovalEntry>()) : std::nullopt;
}

void ApprovalsPage::showCurrent()
{
    if (const auto entry = current()) {
        m_view->show(*entry);
        sayKeys(entry->mayDecide ? entry->mine ? tr("A approve · R refuse · W take back · Enter opens")
                                               : tr("A approve · R refuse · Enter opens")
                : entry->mine ? tr("W take back · Enter opens")
                                 : tr("Enter opens"));
    }
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

bool ApprovalsPage::pressed(int key)
{
    switch (key) {
    case Qt::Key_A: m_view->approve(); return true;
    case Qt::Key_R: m_view->refuse(); return true;
    case Qt::Key_W: m_view->withdraw(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    default: return false;
    }
}

} // namespace satchel::ui
