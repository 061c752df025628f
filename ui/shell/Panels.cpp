// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Panels.h"

#include "ui/records/NewRecordPanel.h"
#include "ui/shell/ClosingPanel.h"
#include "ui/shell/NotificationsPanel.h"
#include "ui/shell/OwnPasswordPanel.h"
#include "ui/shell/SidePanels.h"
#include "ui/shell/SyncGateway.h"
#include "ui/shell/SyncPanel.h"
#include "ui/shell/TravelPanel.h"
#include "ui/shell/WhyHerePanel.h"
#include "ui/widgets/Text.h"

#include <QLineEdit>
#include <QStyle>

#include <utility>

namespace satchel::ui {

namespace {
constexpr int edge = 16;
constexpr int below = 64; // under the top bar
} // namespace

Panels::Panels(const Desk& desk, SyncState& sync, SyncGateway& gateway, Notifier& notifier, QWidget* parent)
    : QObject(parent),
      m_parent(parent),
      m_newRecord(new NewRecordPanel(desk, parent)),
      m_notice(new Notice(parent)),
      m_keys(new KeysPanel(parent)),
      m_syncPanel(new SyncPanel(desk, sync, gateway, parent)),
      m_password(new PasswordPanel(toQString(desk.me.login), gateway, parent)),
      m_travel(new TravelPanel(desk, sync, gateway, parent)),
      m_notifications(new NotificationsPanel(notifier, parent)),
      m_whyHere(new WhyHerePanel(desk, parent)),
      m_closing(new ClosingPanel(parent)),
      m_ownPassword(new OwnPasswordPanel(gateway.administration(), parent)),
      m_all{m_newRecord,     m_keys,    m_syncPanel, m_password,   m_travel,
            m_notifications, m_whyHere, m_closing,   m_ownPassword}
{
    connect(m_newRecord, &NewRecordPanel::created, this, &Panels::created);
    connect(m_newRecord, &NewRecordPanel::openRequested, this, &Panels::created);
    connect(m_newRecord, &NewRecordPanel::closed, this, &Panels::closed);
    connect(m_notice, &Notice::undoWanted, this, &Panels::undoWanted);
    connect(m_ownPassword, &OwnPasswordPanel::changed, this, [this] {
        hideAll();
        notify(tr("You have a new password; your other devices ask for it"), false);
        Q_EMIT closed();
    });
    for (QFrame* frame : std::as_const(m_all))
        if (auto* panel = qobject_cast<CornerPanel*>(frame))
            connect(panel, &CornerPanel::closed, this, [this] {
                hideAll();
                Q_EMIT closed();
            });
    connect(&gateway, &SyncGateway::failed, this, [this](const QString& sentence, bool needsPassword, bool) {
        if (needsPassword && !std::exchange(m_passwordAsked, true)) // once; later when the person wants to sync
            askPassword(sentence);
    });
    connect(&gateway, &SyncGateway::started, this, [this] { m_passwordAsked = false; });
    connect(&gateway, &SyncGateway::newPasswordWanted, this, [this](const QString& why) {
        hideAll();
        m_password->show();
        m_password->askNew(why);
        place(m_password, Corner::BottomLeft);
    });
    connect(m_syncPanel, &SyncPanel::openRequested, this, &Panels::openRequested);
    connect(m_syncPanel, &SyncPanel::notice, this, &Panels::notify);
    connect(m_syncPanel, &SyncPanel::travelWanted, this, &Panels::toggleTravel);
    connect(m_travel, &TravelPanel::pageWanted, this, &Panels::pageWanted);
    connect(m_travel, &TravelPanel::passwordWanted, this, [this] {
        hideAll();
        askPassword(tr("Syncing needs your password."));
        m_password->focusPassword();
    });
    connect(m_notifications, &NotificationsPanel::chosen, this, &Panels::notableChosen);
    connect(m_closing, &ClosingPanel::decided, this, &Panels::closingDecided);
    // What is in them comes when the disk has answered.
    connect(m_syncPanel, &SyncPanel::filled, this, [this] { placeIfShown(m_syncPanel, Corner::BottomLeft); });
    connect(m_travel, &TravelPanel::filled, this, [this] { placeIfShown(m_travel, Corner::BottomLeft); });
    connect(m_whyHere, &WhyHerePanel::filled, this, [this] { placeIfShown(m_whyHere, Corner::TopRight); });
}

void Panels::toggleKeys()
{
    toggle(m_keys, Corner::TopRight);
}

void Panels::toggleSync()
{
    if (toggle(m_syncPanel, Corner::BottomLeft))
        m_syncPanel->look();
}

void Panels::toggleTravel()
{
    if (!toggle(m_travel, Corner::BottomLeft))
        return;
    m_travel->look();
    m_travel->focusGo();
}

void Panels::toggleNotifications()
{
    if (!toggle(m_notifications, Corner::BottomLeft))
        return;
    m_notifications->look();
    place(m_notifications, Corner::BottomLeft);
    m_notifications->focusList();
}

void Panels::toggleWhyHere(const RowKey& row)
{
    if (toggle(m_whyHere, Corner::TopRight))
        m_whyHere->ask(row);
}

void Panels::askClosing()
{
    hideAll();
    toggle(m_closing, Corner::TopRight);
}

void Panels::addAgain(const Entity& entity, const std::vector<std::pair<std::size_t, Value>>& values, const Edit& used)
{
    hideAll();
    m_newRecord->beginAgain(entity, values, used);
    place(m_newRecord, Corner::TopRight);
}

void Panels::toggleOwnPassword()
{
    toggle(m_ownPassword, Corner::BottomLeft);
    if (m_ownPassword->isVisible())
        m_ownPassword->begin();
}

void Panels::add(const Entity& entity, const QString& link, const Id& id)
{
    hideAll();
    m_newRecord->begin(entity, link, id);
    place(m_newRecord, Corner::TopRight);
}

void Panels::askPassword(const QString& why)
{
    // Work goes on: the panel comes without taking the focus.
    m_password->ask(why);
    m_password->show();
    place(m_password, Corner::BottomLeft);
}

void Panels::notify(const QString& sentence, bool undoable)
{
    m_notice->show(sentence, undoable);
}

bool Panels::toggle(QFrame* panel, Corner corner)
{
    const bool wasOpen = panel->isVisible();
    hideAll();
    if (wasOpen) {
        Q_EMIT closed();
        return false;
    }
    panel->show();
    place(panel, corner);
    panel->nextInFocusChain()->setFocus();
    return true;
}

void Panels::placeIfShown(QFrame* panel, Corner corner)
{
    // Queued, because what was just put into it is shown, and counts, only after that.
    QMetaObject::invokeMethod(
        this,
        [this, panel, corner] {
            if (panel->isVisible())
                place(panel, corner);
        },
        Qt::QueuedConnection);
}

void Panels::place(QFrame* panel, Corner corner)
{
    panel->adjustSize();
    panel->resize(panel->width(), qMin(panel->height(), m_parent->height() - below - edge));
    const int x = corner == Corner::TopRight ? m_parent->width() - panel->width() - edge : edge;
    const int y = corner == Corner::TopRight ? below : m_parent->height() - panel->height() - 140; // over the bell
    const QRect wanted(QPoint(qMax(0, x), qMax(0, y)), panel->size());
    panel->move(QStyle::visualRect(m_parent->layoutDirection(), m_parent->rect(), wanted).topLeft());
    panel->raise();
}

void Panels::hideAll()
{
    for (QFrame* panel : std::as_const(m_all))
        panel->hide();
}

} // namespace satchel::ui
