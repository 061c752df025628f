// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SecretVault.h"

#include <qt6keychain/keychain.h>

namespace satchel {

namespace {

const QString service = QStringLiteral("satchel");

// Without a secret service QtKeychain 0.13 says OtherError (7) rather than NoBackendAvailable (5). A locked keyring
// reads as EntryNotFound; that is no reason to believe there is no token, so nothing is ever deleted or replaced
// because of it; only a laptop that was shut out deletes.
bool meansNoKeyring(QKeychain::Error error)
{
    return error == QKeychain::NoBackendAvailable || error == QKeychain::OtherError ||
           error == QKeychain::NotImplemented;
}

} // namespace

SecretVault::SecretVault(const QString& server, const QString& login, QObject* parent)
    : QObject(parent), m_key(QStringLiteral("token %1 %2").arg(login, server))
{}

void SecretVault::load()
{
    auto* job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (meansNoKeyring(job->error()) && m_available) {
            m_available = false;
            Q_EMIT unavailable();
        }
        Q_EMIT loaded(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void SecretVault::forget()
{
    auto* job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(m_key);
    job->start();
}

void SecretVault::save(const QString& token)
{
    if (!m_available || token.isEmpty())
        return;
    auto* job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(m_key);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (job->error() != QKeychain::NoError && m_available) {
            m_available = false;
            Q_EMIT unavailable();
        }
    });
    job->start();
}

} // namespace satchel
