// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace satchel {

/// Keeps the sign-in token of a profile in the desktop's keyring. Everything is answered by signal; without a keyring,
/// or with a locked one, the program works on and asks for the password when it wants to sync. Window's thread.
class SecretVault final : public QObject {
    Q_OBJECT
public:
    /// One entry for each account on each server.
    SecretVault(const QString& server, const QString& login, QObject* parent);

    void load();
    void save(const QString& token);
    /// Takes the token out of the keyring.
    void forget();

Q_SIGNALS:
    /// "" where there is none, or the keyring did not say.
    void loaded(const QString& token);
    /// There is no keyring (once); tokens last as long as the program.
    void unavailable();

private:
    QString m_key;
    bool m_available = true;
};

} // namespace satchel
