// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/BackgroundMode.h"

#include "ui/shell/Notifier.h"
#include "ui/shell/SyncGateway.h"
#include "ui/shell/Tray.h"

#include <QApplication>
#include <QSettings>

namespace satchel::ui {

BackgroundMode::BackgroundMode(QWidget& window, Notifier& notifier, SyncGateway& gateway, QSettings& settings)
    : QObject(&window), m_window(window), m_settings(settings), m_tray(new Tray(this))
{
    connect(&notifier, &Notifier::changed, this, [this, &notifier] { m_tray->setUnread(notifier.unread()); });
    connect(&notifier, &Notifier::announced, this, &BackgroundMode::tell);
    connect(m_tray, &Tray::chosen, this, [this](const Notable& notable) {
        comeBack();
        Q_EMIT chosen(notable);
    });
    connect(m_tray, &Tray::windowWanted, this, &BackgroundMode::comeBack);
    connect(m_tray, &Tray::syncWanted, &gateway, &SyncGateway::syncNow);
    connect(m_tray, &Tray::quitWanted, this, &BackgroundMode::end);
}

BackgroundMode::Closing BackgroundMode::closing() const
{
    const QString wish = m_settings.value(QStringLiteral("closing")).toString();
    const bool mayStay = m_tray->isThere() && !m_ending && !qApp->isSavingSession();
    if (!mayStay || wish == QLatin1String("end"))
        return Closing::End;
    return wish.isEmpty() ? Closing::Undecided : Closing::Stay;
}

void BackgroundMode::decideClosing(bool stays)
{
    m_settings.setValue(QStringLiteral("closing"), stays ? QStringLiteral("stay") : QStringLiteral("end"));
}

void BackgroundMode::leaveWindow()
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.hide();
}

// Beside the clock where somebody else's window is in front; here where ours is, or where there is no such place.
void BackgroundMode::tell(const Notable& notable)
{
    if (m_tray->isThere() && !m_window.isActiveWindow())
        m_tray->tell(notable);
    else
        Q_EMIT toldHere(notable);
}

void BackgroundMode::comeBack()
{
    QApplication::setQuitOnLastWindowClosed(true);
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void BackgroundMode::end()
{
    m_ending = true;
    m_window.close();
    QApplication::quit();
}

} // namespace satchel::ui
