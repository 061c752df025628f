// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Tray.h"

#include "ui/widgets/Words.h"

#include <QIcon>

namespace satchel::ui {

namespace {
constexpr int shownForMs = 10'000;
}

Tray::Tray(QObject* parent) : QObject(parent), m_icon(QIcon(QStringLiteral(":/icons/satchel.svg")))
{
    m_menu.setAccessibleName(tr("Satchel"));
    connect(m_menu.addAction(tr("Open Satchel")), &QAction::triggered, this, &Tray::windowWanted);
    connect(m_menu.addAction(tr("Sync now")), &QAction::triggered, this, &Tray::syncWanted);
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT windowWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT chosen(m_last); });
    setUnread(0);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::tell(const Notable& notable)
{
    m_last = notable;
    if (isThere() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(notable.heading, notable.text, m_icon.icon(), shownForMs);
}

void Tray::setUnread(qint64 count)
{
    m_icon.setToolTip(count == 0 ? tr("Satchel") : tr("Satchel, %1 new").arg(numberWord(count)));
}

} // namespace satchel::ui
