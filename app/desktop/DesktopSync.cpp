// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopSync.h"

#include "app/desktop/DesktopAdmin.h"
#include "app/desktop/SyncWorker.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace satchel {

namespace {
constexpr int afterEditMs = 1'500;
constexpr int longestPauseMs = 15 * 60'000;
} // namespace

DesktopSync::DesktopSync(const std::string& folder, Environment& environment, QObject* parent)
    : m_worker(new SyncWorker(folder, environment)), m_admin(new DesktopAdmin(*m_worker, this))
{
    setParent(parent);
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::started, this, &SyncGateway::started);
    connect(m_worker, &SyncWorker::progressed, this, &SyncGateway::progressed);
    connect(m_worker, &SyncWorker::published, this, &SyncGateway::checkpointPublished);
    connect(m_worker, &SyncWorker::stopped, this, [this](const QString& sentence) {
        m_busy = false;
        m_again = false;
        Q_EMIT stopped(sentence);
        plan(); // it goes on by itself, but not at once
    });
    connect(m_worker, &SyncWorker::damaged, this, &DesktopSync::damaged);
    connect(m_worker, &SyncWorker::loggedIn, this, &DesktopSync::tokenIssued);
    connect(m_worker, &SyncWorker::finished, this, [this](const ui::SyncSummary& summary) {
        m_busy = false;
        m_failures = 0;
        m_needsPassword = false;
        Q_EMIT finished(summary);
        Q_EMIT checkpointPublished();
        plan();
    });
    connect(m_worker, &SyncWorker::failed, this, [this](const QString& sentence, bool needsPassword, bool offline) {
        m_busy = false;
        m_needsPassword = needsPassword;
        ++m_failures;
        Q_EMIT failed(sentence, needsPassword, offline);
        plan();
    });
    connect(m_worker, &SyncWorker::newPasswordWanted, this, &SyncGateway::newPasswordWanted);
    connect(m_worker, &SyncWorker::shutOut, this, [this] {
        m_automatic = false;
        m_next.stop();
        Q_EMIT shutOut();
    });
    connect(m_worker, &SyncWorker::left, this, &DesktopSync::left);
    connect(m_worker, &SyncWorker::due, this, [this](bool called) {
        if (m_automatic && !m_needsPassword && (called || m_failures == 0))
            syncNow();
    });
    connect(m_worker, &SyncWorker::receiptsCame, this, &SyncGateway::receiptsCame);
    connect(m_worker, &SyncWorker::receiptsRefused, this, &SyncGateway::receiptsRefused);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DesktopSync::syncNow);
    m_thread.start();
}

DesktopSync::~DesktopSync()
{
    m_worker->cancel();
    m_thread.quit();
    m_thread.wait();
}

ui::AdminGateway* DesktopSync::administration()
{
    return m_admin;
}

void DesktopSync::release(std::function<void()> then)
{
    m_worker->cancel();
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, then = std::move(then)] {
        worker->release();
        QMetaObject::invokeMethod(this, then);
    });
}

void DesktopSync::setToken(const QString& token)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, token] { worker->setToken(token); });
}

void DesktopSync::leave()
{
    m_worker->cancel();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->leave(); });
}

void DesktopSync::signIn(const QString& server, const QString& login, const QString& password, const QString& chosen)
{
    m_busy = true;
    m_login = login;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, server, login, password, chosen] {
        worker->login(server, login, password, chosen);
    });
}

void DesktopSync::start()
{
    if (std::exchange(m_automatic, true))
        return;
    if (!m_busy)
        syncNow();
}

void DesktopSync::plan()
{
    if (!m_automatic)
        return;
    if (m_again) {
        m_again = false;
        m_next.start(0);
        return;
    }
    if (m_needsPassword) {
        m_next.stop(); // nothing changes until a password comes
        return;
    }
    if (m_failures == 0)
        return; // the worker says when
    const int ceiling = std::min(longestPauseMs, 2'000 << std::min(m_failures, 9));
    m_next.start(500 + QRandomGenerator::global()->bounded(ceiling));
}

void DesktopSync::syncNow()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_next.stop();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->sync(); });
}

void DesktopSync::cancel()
{
    m_worker->cancel();
}

void DesktopSync::giveCredentials(const QString& password)
{
    signIn({}, m_login, password);
}

void DesktopSync::giveNewPassword(const QString& given, const QString& chosen)
{
    signIn({}, m_login, given, chosen);
}

void DesktopSync::askReceipts(const Id& revision)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, revision] { worker->askReceipts(revision); });
}

void DesktopSync::editsWaiting()
{
    if (!m_automatic || m_needsPassword || (m_failures > 0 && m_next.isActive()))
        return; // when the server is away an edit does not make it come back
    if (m_busy)
        m_again = true;
    else if (!m_next.isActive() || m_next.remainingTime() > afterEditMs)
        m_next.start(afterEditMs);
}

} // namespace satchel
