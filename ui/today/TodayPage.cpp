// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/TodayPage.h"

#include "ui/accounts/AccountPlan.h"
#include "ui/contacts/ContactPlan.h"
#include "ui/leads/LeadPlan.h"
#include "ui/records/RecordDetail.h"
#include "ui/today/AgendaView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace satchel::ui {

TodayPage::TodayPage(const Desk& desk, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_agenda(nullptr),
      m_empty(new EmptyState(QStringLiteral("circle-check"), tr("Nothing left to do"),
                             tr("Press N for a new to-do, or Ctrl+2 to look at your accounts."), this)),
      m_glance(new QStackedWidget(this))
{
    QFrame* card = makeFrame("card", this);
    m_agenda = new AgendaView(card);
    auto* column = new QVBoxLayout(card);
    setMargins(column, 1, 4, 1, 8, 0);
    column->addWidget(m_agenda, 1);
    column->addWidget(m_empty, 1);
    m_empty->hide();
    QLabel* keys = makeLabel(tr("D done · S tomorrow · L log · Enter opens"), "small", card);
    keys->setIndent(16);
    column->addSpacing(8);
    column->addWidget(keys);

    m_glance->addWidget(new EmptyState(QStringLiteral("building-2"), tr("No customer"),
                                       tr("This is not about a customer on this laptop."), m_glance));
    for (const DetailPlan& plan : {accountPlan(), contactPlan(), leadPlan()}) {
        auto* detail = new RecordDetail(desk, plan, m_glance);
        connect(detail, &RecordDetail::openRequested, this, &Page::openRequested);
        connect(detail, &RecordDetail::addRequested, this, &Page::addRequested);
        connect(detail, &RecordDetail::historyRequested, this, &Page::historyRequested);
        connect(detail, &RecordDetail::deleteRequested, this, [this, detail] {
            Q_EMIT openRequested({detail->entity().number, detail->shownId()});
        });
        m_details.push_back(detail);
        m_glance->addWidget(detail);
    }
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 8);
    layout->addWidget(card, 4);
    layout->addWidget(m_glance, 5);

    connect(m_agenda, &AgendaView::currentItemChanged, this, &TodayPage::showCustomer);
    connect(m_agenda, &AgendaView::doneWanted, this, [this] { act(doneEdits, tr("Done: %1")); });
    connect(m_agenda, &AgendaView::snoozeWanted, this, [this] { act(snoozeEdits, tr("Tomorrow: %1")); });
    connect(m_agenda, &AgendaView::openWanted, this, [this] {
        if (const auto item = m_agenda->current(); item && item->customer)
            Q_EMIT openRequested(*item->customer);
    });
    addKeys();
    refresh();
}

void TodayPage::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::Key_N), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::Key_Escape), [this] { m_agenda->setFocus(); });
    for (const QKeySequence& sequence : {QKeySequence(Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_L)})
        key(sequence, [this] {
            if (RecordDetail* detail = glance())
                detail->focusLog();
        });
}

void TodayPage::runPrimaryAction()
{
    Q_EMIT addRequested(&schema::entity("task"), {}, {});
}

void TodayPage::enter()
{
    m_agenda->setFocus(Qt::OtherFocusReason);
}

void TodayPage::leave()
{
    for (RecordDetail* detail : m_details)
        detail->finish();
}

void TodayPage::refresh()
{
    m_desk.reader.ask(
        this,
        [me = m_desk.me.user, now = m_desk.environment.now()](Replica& replica) {
            return loadAgenda(replica, me, now);
        },
        [this](const std::vector<AgendaItem>& items) {
            m_agenda->show(items, m_desk.environment.now());
            m_agenda->setVisible(!items.empty());
            m_empty->setVisible(items.empty());
        });
    if (RecordDetail* detail = glance())
        detail->refresh();
}

RecordDetail* TodayPage::glance() const
{
    return qobject_cast<RecordDetail*>(m_glance->currentWidget());
}

void TodayPage::showCustomer()
{
    const auto item = m_agenda->current();
    m_glance->setCurrentIndex(0);
    if (!item || !item->customer) {
        Q_EMIT placeChanged();
        return;
    }
    for (RecordDetail* detail : m_details)
        if (detail->entity().number == item->customer->entity) {
            m_glance->setCurrentWidget(detail);
            if (detail->shownId() != item->customer->id)
                detail->show(item->customer->id);
        }
    Q_EMIT placeChanged();
}

std::optional<RowKey> TodayPage::currentRecord() const
{
    const RecordDetail* detail = glance();
    if (detail == nullptr || detail->shownId().isNull())
        return std::nullopt;
    return RowKey{detail->entity().number, detail->shownId()};
}

void TodayPage::act(const std::function<std::vector<Edit>(const Record&, Milliseconds)>& edits, const QString& sentence)
{
    const auto item = m_agenda->current();
    if (!item)
        return;
    const Action action{.name = sentence.arg(oneLine(item->row.title, 60)),
                        .edits = edits(item->row.record, m_desk.environment.now())};
    m_desk.undo.perform(action, this, [this, name = action.name](const Result<ReplicaWriter::Done>& result) {
        Q_EMIT notice(result.ok() ? name : toQString(result.error().message), result.ok());
    });
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_glance->setVisible(width() >= 720);
}

} // namespace satchel::ui
