// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Panels.h"

#include "ui/records/NewRecordPanel.h"
#include "ui/shell/OwnPasswordPanel.h"
#include "ui/shell/SidePanels.h"
#include "ui/shell/SyncGateway.h"
#include "ui/widgets/Text.h"

#include <QLineEdit>
#include <QStyle>

namespace satchel::ui {

namespace {
constexpr int edge = 16;
constexpr int below = 64; // under the top bar
} // namespace

Panels::Panels(const Desk& desk, SyncState& sync, SyncGateway& gateway, QWidget* parent)
    : QObject(parent),
      m_parent(parent),
      m_newRecord(new NewRecordPanel(desk, parent)),
      m_notice(new Notice(parent)),
      m_keys(new KeysPanel(parent)),
      m_syncPanel(new SyncPanel(sync, gateway, parent)),
      m_password(new PasswordPanel(toQString(desk.me.login), gateway, parent)),
      m_ownPassword(new OwnPasswordPanel(gateway.administration(), parent))
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
    for (CornerPanel* panel : {static_cast<CornerPanel*>(m_keys), static_cast<CornerPanel*>(m_syncPanel),
                               static_cast<CornerPanel*>(m_password), static_cast<CornerPanel*>(m_ownPassword)})
        connect(panel, &CornerPanel::closed, this, [this] {
            hideAll();
            Q_EMIT closed();
        });
}

void Panels::toggleKeys()
{
    toggle(m_keys, Corner::TopRight);
}

void Panels::toggleSync()
{
    toggle(m_syncPanel, Corner::BottomLeft);
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

void Panels::toggle(QFrame* panel, Corner corner)
{
    const bool wasOpen = panel->isVisible();
    hideAll();
    if (wasOpen) {
        Q_EMIT closed();
        return;
    }
    panel->show();
    place(panel, corner);
    panel->nextInFocusChain()->setFocus();
}

void Panels::place(QFrame* panel, Corner corner)
{
    panel->adjustSize();
    panel->resize(panel->width(), qMin(panel->height(), m_parent->height() - below - edge));
    const int x = corner == Corner::TopRight ? m_parent->width() - panel->width() - edge : edge;
    const int y =
        corner == Corner::TopRight ? below : m_parent->height() - panel->height() - 104; // over the sync state
    const QRect wanted(QPoint(qMax(0, x), qMax(0, y)), panel->size());
    panel->move(QStyle::visualRect(m_parent->layoutDirection(), m_parent->rect(), wanted).topLeft());
    panel->raise();
}

void Panels::hideAll()
{
    for (QFrame* panel :
         {static_cast<QFrame*>(m_newRecord), static_cast<QFrame*>(m_keys), static_cast<QFrame*>(m_syncPanel),
          static_cast<QFrame*>(m_password), static_cast<QFrame*>(m_ownPassword)})
        panel->hide();
}

} // namespace satchel::ui
