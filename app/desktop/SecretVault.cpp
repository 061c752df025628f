// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SecretVault.h"

#include "core/base/Files.h"
#include "core/store/Leaving.h"
#include "ui/widgets/Text.h"

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

std::string noteIn(const QString& profile)
{
    return ui::fromQString(profile) + '/' + Leaving::keyringNote;
}

} // namespace

SecretVault::SecretVault(const QString& profile, const QString& key, QObject* parent)
    : QObject(parent), m_profile(profile), m_key(key)
{}

SecretVault::SecretVault(const QString& profile, const QString& server, const QString& login, QObject* parent)
    : SecretVault(profile, QStringLiteral("token %1 %2").arg(login, server), parent)
{}

SecretVault* SecretVault::noted(const QString& profile, QObject* parent)
{
    const auto key = readFile(noteIn(profile));
    return key.ok() && !key->empty() ? new SecretVault(profile, ui::toQString(*key), parent) : nullptr;
}

// A note that cannot be written is a disk that has worse to say elsewhere.
void SecretVault::note() const
{
    const std::string key = ui::fromQString(m_key);
    if (const auto noted = readFile(noteIn(m_profile)); !noted.ok() || *noted != key)
        (void)writeFile(noteIn(m_profile), key);
}

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
        if (job->error() == QKeychain::NoError)
            note();
        Q_EMIT loaded(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void SecretVault::forget()
{
    auto* job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (job->error() == QKeychain::NoError) // anything else may be a keyring that is locked
            removeFile(noteIn(m_profile));
    });
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
        if (job->error() == QKeychain::NoError) {
            note();
        } else if (m_available) {
            m_available = false;
            Q_EMIT unavailable();
        }
    });
    job->start();
}

} // namespace satchel
