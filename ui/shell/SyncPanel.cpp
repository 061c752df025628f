// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SyncPanel.h"

#include "core/store/Incidents.h"
#include "core/store/Withdrawal.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr std::size_t mostIncidents = 5;
constexpr int listLines = 5;
constexpr int lineHeight = 44;
} // namespace

SyncPanel::SyncPanel(const Desk& desk, SyncState& state, SyncGateway& gateway, QWidget* parent)
    : CornerPanel(tr("Syncing"), 440, parent),
      m_desk(desk),
      m_state(state),
      m_bar(new QProgressBar(this)),
      m_lines(new QVBoxLayout),
      m_heading(makeLabel({}, "section", this)),
      m_list(new QListWidget(this)),
      m_listBar(new QWidget(this)),
      m_takeBack(makeButton(tr("Take back"), "", m_listBar, QKeySequence(Qt::Key_Delete))),
      m_more(new QVBoxLayout),
      m_content(new QWidget(this)),
      m_sync(makeButton(tr("Sync now"), "primary", this, QKeySequence(Qt::CTRL | Qt::Key_R))),
      m_stop(makeButton(tr("Stop"), "", this))
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of syncing"));
    setMargins(m_lines, 0, 0, 0, 0, 6);
    setMargins(m_more, 0, 0, 0, 0, 4);
    m_list->setAccessibleName(tr("Changes that wait"));
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setWordWrap(true);
    QPushButton* open = makeButton(tr("Open"), "", m_listBar, QKeySequence(Qt::Key_Return));
    auto* listBar = new QHBoxLayout(m_listBar);
    setMargins(listBar, 0, 0, 0, 0, 8);
    listBar->addWidget(open);
    listBar->addWidget(m_takeBack);
    listBar->addStretch();
    auto* content = new QVBoxLayout(m_content);
    setMargins(content, 0, 0, 8, 0, 8);
    content->addWidget(m_bar);
    content->addLayout(m_lines);
    content->addWidget(m_heading);
    content->addWidget(m_list);
    content->addWidget(m_listBar);
    content->addLayout(m_more);
    content->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Details of syncing"));
    m_body->addWidget(scroll, 1);
    auto* bar = new QHBoxLayout;
    QPushButton* travel =
        makeButton(tr("Ready to travel?"), "quiet", this, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    bar->addWidget(travel);
    bar->addStretch();
    bar->addWidget(m_stop);
    bar->addWidget(m_sync);
    m_body->addLayout(bar);
    connect(travel, &QPushButton::clicked, this, &SyncPanel::travelWanted);
    connect(m_sync, &QPushButton::clicked, &gateway, &SyncGateway::syncNow);
    connect(m_stop, &QPushButton::clicked, &gateway, &SyncGateway::cancel);
    connect(open, &QPushButton::clicked, this, &SyncPanel::openChosen);
    connect(m_takeBack, &QPushButton::clicked, this, &SyncPanel::takeBack);
    connect(m_list, &QListWidget::itemActivated, this, &SyncPanel::openChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const bool fixed = row < 0 || !m_known.waiting[static_cast<std::size_t>(row)].whyFixed.isEmpty();
        m_takeBack->setEnabled(!fixed);
        m_takeBack->setToolTip(row >= 0 && fixed
                                   ? m_known.waiting[static_cast<std::size_t>(row)].whyFixed
                                   : withKey(tr("As if it had never been done"), QKeySequence(Qt::Key_Delete)));
    });
    connect(&state, &SyncState::changed, this, [this] {
        if (!isVisible())
            return;
        show();
        if (m_state.kind() != SyncState::Kind::Running)
            look();
    });
    fill({});
    show();
}

void SyncPanel::showEvent(QShowEvent* event)
{
    CornerPanel::showEvent(event);
    m_state.count();
}

QSize SyncPanel::sizeHint() const
{
    return {width(), 150 + m_content->sizeHint().height()}; // as high as what is in it, where there is room
}

void SyncPanel::show()
{
    clearLayout(m_lines);
    QLabel* sentence = makeLabel(m_state.sentence(), "strong", this);
    sentence->setWordWrap(true);
    m_lines->addWidget(sentence);
    for (const QString& line : m_state.details()) {
        QLabel* label = makeLabel(line, "muted", this);
        label->setWordWrap(true);
        m_lines->addWidget(label);
    }
    const bool running = m_state.kind() == SyncState::Kind::Running;
    const auto [done, total] = m_state.done();
    m_bar->setVisible(running && total > 0);
    m_bar->setRange(0, 1000);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    m_stop->setVisible(running);
    m_sync->setEnabled(!running);
    m_sync->setText(m_state.kind() == SyncState::Kind::Stopped ? tr("Go on") : tr("Sync now"));
    m_sync->setAccessibleName(m_sync->text());
}

void SyncPanel::look()
{
    show();
    m_desk.reader.ask(
        this,
        [now = m_desk.environment.now()](Replica& replica) {
            Known known{.waiting = waitingChanges(replica, now), .incidents = {}};
            const auto all = incidents(replica);
            for (std::size_t i = 0; all.ok() && i < std::min(all->size(), mostIncidents); ++i)
                known.incidents << QStringLiteral("%1: %2").arg(timeWord((*all)[i].at, now),
                                                                sentenceWord(toQString((*all)[i].text)));
            return known;
        },
        [this](const Known& known) { fill(known); });
}

void SyncPanel::fill(const Known& known)
{
    const int row = m_list->currentRow();
    const bool hadFocus = m_list->hasFocus();
    m_known = known;
    m_list->clear();
    for (const WaitingChange& change : known.waiting) {
        const QString why = change.why.isEmpty() ? m_state.heldBack() : change.why;
        const QString second = why.isEmpty() ? change.when : QStringLiteral("%1 · %2").arg(change.when, why);
        auto* item = new QListWidgetItem(change.what + QLatin1Char('\n') + second, m_list);
        item->setToolTip(change.whyFixed);
    }
    const int count = static_cast<int>(known.waiting.size());
    m_heading->setText(tr("Waiting to be sent or decided"));
    for (QWidget* part : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_list), m_listBar})
        part->setVisible(count > 0);
    m_list->setFixedHeight(std::min(count, listLines) * lineHeight + 4);
    if (count > 0)
        m_list->setCurrentRow(qBound(0, row, count - 1));
    if (hadFocus)
        m_list->setFocus();
    clearLayout(m_more);
    addSection(tr("Last rounds"), m_state.rounds());
    addSection(tr("What had to be mended"), known.incidents);
    Q_EMIT filled();
}

void SyncPanel::addSection(const QString& title, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    m_more->addWidget(makeLabel(title, "section", this));
    for (const QString& line : lines) {
        QLabel* label = makeLabel(line, "small", this);
        label->setWordWrap(true);
        m_more->addWidget(label);
    }
}

void SyncPanel::openChosen()
{
    if (const int row = m_list->currentRow(); row >= 0)
        Q_EMIT openRequested(m_known.waiting[static_cast<std::size_t>(row)].row);
}

void SyncPanel::takeBack()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const WaitingChange& change = m_known.waiting[static_cast<std::size_t>(row)];
    m_desk.writer.ask(
        this, [number = change.number](Replica& replica) { return withdrawChange(replica, number); },
        [this, what = change.what](const Status& status) {
            Q_EMIT notice(status.ok() ? tr("Taken back: %1").arg(what) : toQString(status.error().message), false);
            if (status.ok())
                Q_EMIT m_desk.writer.committed({});
            look();
        });
}

void SyncPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus() && m_takeBack->isEnabled())
        takeBack();
    else
        CornerPanel::keyPressEvent(event);
}

} // namespace satchel::ui
