// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TravelPanel.h"

#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

TravelPanel::TravelPanel(const Desk& desk, const SyncState& state, SyncGateway& gateway, QWidget* parent)
    : CornerPanel(tr("Ready to travel?"), 460, parent),
      m_desk(desk),
      m_state(state),
      m_gateway(gateway),
      m_summary(makeLabel({}, "strong", this)),
      m_lines(new QVBoxLayout),
      m_go(makeButton(tr("Get ready"), "primary", this, QKeySequence(Qt::Key_Space)))
{
    m_summary->setWordWrap(true);
    setMargins(m_lines, 0, 4, 0, 4, 10);
    m_body->addWidget(m_summary);
    m_body->addLayout(m_lines);
    m_body->addWidget(m_go, 0, Qt::AlignRight);
    connect(m_go, &QPushButton::clicked, this, &TravelPanel::getReady);
    connect(&state, &SyncState::changed, this, [this] {
        if (!isVisible())
            return;
        if (m_state.kind() == SyncState::Kind::Running)
            m_go->setEnabled(false);
        else
            look();
    });
}

void TravelPanel::look()
{
    const TravelFacts facts{.needsPassword = m_state.kind() == SyncState::Kind::NeedsPassword,
                            .hasKeyring = m_gateway.hasKeyring(),
                            .downloading = m_state.isDownloading()};
    m_desk.reader.ask(
        this, [facts, now = m_desk.environment.now()](Replica& replica) { return travelChecks(replica, facts, now); },
        [this](const std::vector<TravelCheck>& checks) { show(checks); });
}

void TravelPanel::focusGo()
{
    m_go->setFocus(Qt::OtherFocusReason);
}

void TravelPanel::show(const std::vector<TravelCheck>& checks)
{
    clearLayout(m_lines);
    for (const TravelCheck& check : checks)
        addCheck(check);
    const auto open = std::count_if(checks.begin(), checks.end(), [](const TravelCheck& check) { return !check.fine; });
    m_ready = open == 0 && !checks.empty();
    m_summary->setText(m_ready ? tr("You can go: everything you need is on this laptop.")
                               : tr("%Ln things should be seen to first.", nullptr, static_cast<int>(open)));
    setAccessibleDescription(m_summary->text());
    const bool running = m_state.kind() == SyncState::Kind::Running;
    m_go->setEnabled(!running);
    m_go->setText(running ? tr("Syncing") : m_ready ? tr("Sync once more") : tr("Get ready"));
    m_go->setAccessibleName(m_go->text());
    Q_EMIT filled();
}

void TravelPanel::addCheck(const TravelCheck& check)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    setMargins(row, 0, 0, 0, 0, 10);
    auto* mark = new QLabel(line);
    mark->setPixmap(icon(check.fine ? QStringLiteral("circle-check") : QStringLiteral("circle-alert"),
                         check.fine ? Tint::Success : Tint::Warning)
                        .pixmap(QSize(18, 18), devicePixelRatioF()));
    auto* words = new QVBoxLayout;
    setMargins(words, 0, 0, 0, 0, 2);
    words->addWidget(makeLabel(check.what, "section", line));
    QLabel* state = makeLabel(check.state, check.fine ? "muted" : "", line);
    state->setWordWrap(true);
    words->addWidget(state);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    const auto offer = [&](const QString& text, const QString& page) {
        QPushButton* go = makeButton(text, "quiet", line);
        connect(go, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
        row->addWidget(go, 0, Qt::AlignTop);
    };
    if (check.way == TravelCheck::Way::Inbox)
        offer(tr("Open the inbox"), QStringLiteral("inbox"));
    else if (check.way == TravelCheck::Way::Prices)
        offer(tr("Open the prices"), QStringLiteral("prices"));
    line->setAccessibleName(QStringLiteral("%1: %2").arg(check.what, check.state));
    m_lines->addWidget(line);
}

// All that can be done from here is done by a sync; what only the person knows is asked.
void TravelPanel::getReady()
{
    if (m_state.kind() == SyncState::Kind::NeedsPassword)
        Q_EMIT passwordWanted();
    else
        m_gateway.syncNow();
}

} // namespace satchel::ui
