// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopAdmin.h"

#include "app/desktop/SyncWorker.h"

#include <utility>

namespace satchel {

DesktopAdmin::DesktopAdmin(SyncWorker& worker, QObject* parent) : m_worker(worker)
{
    setParent(parent);
    connect(&worker, &SyncWorker::overviewCame, this, [this](const Overview& overview) {
        m_asking = false;
        Q_EMIT overviewCame(overview);
    });
    connect(&worker, &SyncWorker::overviewRefused, this, [this](const QString& sentence) {
        m_asking = false;
        Q_EMIT overviewRefused(sentence);
    });
    connect(&worker, &SyncWorker::performed, this, &AdminGateway::performed);
    connect(&worker, &SyncWorker::deedRefused, this, &AdminGateway::refused);
    connect(&worker, &SyncWorker::passwordChanged, this, &AdminGateway::passwordChanged);
    connect(&worker, &SyncWorker::passwordRefused, this, &AdminGateway::passwordRefused);
}

void DesktopAdmin::askOverview()
{
    if (std::exchange(m_asking, true))
        return;
    QMetaObject::invokeMethod(&m_worker, [worker = &m_worker] { worker->askOverview(); });
}

void DesktopAdmin::perform(int ticket, const AdminDeed& deed)
{
    QMetaObject::invokeMethod(&m_worker, [worker = &m_worker, ticket, deed] { worker->administer(ticket, deed); });
}

void DesktopAdmin::changePassword(const QString& present, const QString& chosen)
{
    QMetaObject::invokeMethod(&m_worker,
                              [worker = &m_worker, present, chosen] { worker->changePassword(present, chosen); });
}

} // namespace satchel
