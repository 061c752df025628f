// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/RevisionsView.h"

#include "ui/prices/DifferenceView.h"
#include "ui/prices/PriceJobs.h"
#include "ui/prices/PublishBar.h"
#include "ui/prices/ReceiptsPanel.h"
#include "ui/prices/RevisionDelegate.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

QByteArray bytesOf(const Id& id)
{
    return {id.view().data(), 16};
}

Id idIn(const QComboBox* box)
{
    return Id::fromBytes(box->currentData().toByteArray().toStdString()).value_or(Id{});
}

} // namespace

RevisionsView::RevisionsView(const Desk& desk, SyncGateway& gateway, PriceJobs& jobs, bool administers, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_jobs(jobs),
      m_administers(administers),
      m_items(new QStandardItemModel(this)),
      m_left(new QWidget(this)),
      m_timeline(new QListView(m_left)),
      m_empty(new EmptyState(QStringLiteral("history"), tr("No revision was published yet"),
                             administers ? tr("Press Alt+5 to bring in a file with prices.")
                                         : tr("As soon as one is published, the next sync brings it."),
                             this)),
      m_side(new QWidget(this)),
      m_before(new QComboBox(m_side)),
      m_after(new QComboBox(m_side)),
      m_back(makeButton(tr("Go back to this one"), "", m_left, QKeySequence(Qt::Key_B))),
      m_who(makeButton(tr("Who has it"), "", m_left, QKeySequence(Qt::Key_H))),
      m_difference(new DifferenceView(m_side)),
      m_publish(new PublishBar(desk, m_side)),
      m_receipts(new ReceiptsPanel(desk, gateway, m_side))
{
    m_timeline->setModel(m_items);
    m_timeline->setItemDelegate(new RevisionDelegate(m_timeline));
    m_timeline->setAccessibleName(tr("Revisions"));
    m_timeline->setProperty("kind", QStringLiteral("records"));
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_timeline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setMouseTracking(true);

    m_timeline->installEventFilter(this);
    nameCombo(m_before, tr("Compare this revision"));
    nameCombo(m_after, tr("With this revision"));
    auto* left = new QVBoxLayout(m_left);
    setMargins(left, 0, 0, 0, 8, 8);
    left->addWidget(m_timeline, 1);
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 12, 0, 0, 0, 8);
    buttons->addWidget(m_back);
    buttons->addWidget(m_who);
    buttons->addStretch();
    left->addLayout(buttons);
    m_left->setMaximumWidth(360);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(makeLabel(tr("From"), "muted", m_side));
    bar->addWidget(m_before);
    bar->addWidget(makeLabel(tr("to"), "muted", m_side));
    bar->addWidget(m_after);
    bar->addStretch();
    auto* column = new QVBoxLayout(m_side);
    setMargins(column, 8, 12, 16, 8, 8);
    column->addLayout(bar);
    column->addWidget(m_publish);
    column->addWidget(m_receipts);
    column->addWidget(m_difference, 1);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 0, 8, 0, 0, 8);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_side, 3);
    layout->addWidget(m_empty, 1);
    m_left->hide();
    m_side->hide();
    m_back->setVisible(administers);
    m_who->setVisible(administers);

    connect(m_timeline->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RevisionsView::chooseCurrent);
    for (QComboBox* box : {m_before, m_after})
        connect(box, &QComboBox::activated, this, &RevisionsView::compareChosen);
    connect(m_back, &QPushButton::clicked, this, &RevisionsView::offerRollBack);
    connect(m_who, &QPushButton::clicked, this, &RevisionsView::showReceipts);
    connect(m_difference, &DifferenceView::quoteWanted, this, &RevisionsView::quoteWanted);
    connect(m_difference, &DifferenceView::askWanted, this, &RevisionsView::askWanted);
    connect(m_publish, &PublishBar::published, this, &RevisionsView::published);
}

void RevisionsView::setList(const Id& list)
{
    m_list = list;
    m_publish->withdraw();
    m_receipts->hide();
    refresh();
}

void RevisionsView::refresh()
{
    if (m_list.isNull())
        return;
    m_desk.reader.ask(
        this, [list = m_list](Replica& replica) { return loadRevisions(replica, list); },
        [this, list = m_list](const Result<Revisions>& revisions) {
            if (list == m_list && revisions.ok())
                show(*revisions);
        });
}

void RevisionsView::show(const Revisions& revisions)
{
    const auto before = current();
    const bool another = revisions.list != m_revisions.list || revisions.entries.size() != m_revisions.entries.size();
    m_revisions = revisions;
    int wanted = 0;
    {
        const QSignalBlocker quiet(m_timeline->selectionModel());
        m_items->clear();
        for (const RevisionEntry& entry : m_revisions.entries) {
            auto* item = new QStandardItem(revisionWord(entry.number));
            item->setData(QVariant::fromValue(entry), RevisionDelegate::entryRole);
            item->setData(
                QStringList{revisionWord(entry.number), stateWord(entry.state), entry.when, entry.who, entry.note}.join(
                    QStringLiteral(", ")),
                Qt::AccessibleTextRole);
            if (before && !another && before->id == entry.id)
                wanted = m_items->rowCount();
            m_items->appendRow(item);
        }
        m_timeline->setCurrentIndex(m_items->index(wanted, 0));
    }
    const bool any = !m_revisions.entries.empty();
    m_left->setVisible(any);
    m_side->setVisible(any);
    m_empty->setVisible(!any);
    fillCombos();
    if (another)
        chooseCurrent();
    Q_EMIT loaded();
}

void RevisionsView::fillCombos()
{
    const Id before = idIn(m_before);
    const Id after = idIn(m_after);
    for (QComboBox* box : {m_before, m_after}) {
        box->clear();
        for (const RevisionEntry& entry : m_revisions.entries)
            box->addItem(tr("%1, %2").arg(revisionWord(entry.number), stateWord(entry.state).toLower()),
                         bytesOf(entry.id));
    }
    m_before->addItem(revisionWord(0), bytesOf(Id{}));
    m_before->setCurrentIndex(qMax(0, m_before->findData(bytesOf(before))));
    m_after->setCurrentIndex(qMax(0, m_after->findData(bytesOf(after))));
}

std::optional<RevisionEntry> RevisionsView::current() const
{
    const QVariant entry = m_timeline->currentIndex().data(RevisionDelegate::entryRole);
    return entry.isValid() ? std::optional(entry.value<RevisionEntry>()) : std::nullopt;
}

// A revision is looked at next to the one before it.
void RevisionsView::chooseCurrent()
{
    const auto entry = current();
    if (!entry) {
        m_difference->clear({});
        return;
    }
    const RevisionEntry* before = m_revisions.before(*entry);
    const RevisionEntry* newest = m_revisions.newest();
    m_back->setEnabled(newest != nullptr && newest->id != entry->id && entry->state != sales::RevisionState::Draft &&
                       entry->state != sales::RevisionState::Withdrawn);
    m_publish->withdraw();
    m_receipts->hide();
    compare(before == nullptr ? Id{} : before->id, entry->id);
}

void RevisionsView::compare(const Id& before, const Id& after)
{
    m_before->setCurrentIndex(qMax(0, m_before->findData(bytesOf(before))));
    m_after->setCurrentIndex(qMax(0, m_after->findData(bytesOf(after))));
    compareAgain();
}

void RevisionsView::compareChosen()
{
    m_publish->withdraw();
    compareAgain();
}

void RevisionsView::compareAgain()
{
    m_stale = !isVisible(); // two large lists are not set side by side for nobody
    if (m_stale)
        return;
    const Id before = idIn(m_before);
    const Id after = idIn(m_after);
    m_jobs.run(
        tr("Comparing %1 with %2").arg(m_before->currentText(), m_after->currentText()), this,
        [list = m_list, before, after](Replica& replica, const PriceJobs::Ticket&) {
            return compareRevisions(replica, list, before, after);
        },
        [this, before, after](const Result<SharedDifference>& difference) {
            if (!difference.ok()) {
                m_difference->clear(toQString(difference.error().message));
                return;
            }
            m_difference->show(*difference);
            Q_EMIT compared(before, after);
        });
}

void RevisionsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale && !m_revisions.entries.empty())
        compareAgain();
}

void RevisionsView::offerRollBack()
{
    const auto entry = current();
    const RevisionEntry* newest = m_revisions.newest();
    if (!m_administers || !entry || newest == nullptr || !m_back->isEnabled())
        return;
    m_receipts->hide();
    compare(newest->id, entry->id); // what would change, beside the question
    m_publish->offer(tr("A new revision of %1 will say again what %2 said. What would change stands below.")
                         .arg(m_revisions.code, revisionWord(entry->number)),
                     m_revisions.code, [list = m_list, to = entry->id](Replica& replica, const auto& wishes) {
                         return sales::rollBack(replica, list, to, wishes);
                     });
    m_publish->focusDay();
}

void RevisionsView::showReceipts()
{
    if (const auto entry = current(); m_administers && entry) {
        m_publish->withdraw();
        m_receipts->ask(entry->id, tr("%1 of %2").arg(revisionWord(entry->number), m_revisions.code));
    }
}

void RevisionsView::publish()
{
    m_publish->publish(); // does nothing while it is not shown
}

void RevisionsView::focusTimeline()
{
    m_timeline->setFocus(Qt::OtherFocusReason);
}

bool RevisionsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_timeline || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_B: offerRollBack(); return true;
    case Qt::Key_H: showReceipts(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_difference->focusTable(); return true;
    default: return false;
    }
}

} // namespace satchel::ui
