// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace satchel {

/// Keeps the sign-in token of a profile in the desktop's keyring. Everything is answered by signal; without a keyring,
/// or with a locked one, the program works on and asks for the password when it wants to sync. A note in the profile
/// says whose token lies in the keyring, until that is forgotten, and outlives everything else there: so a token that
/// is dead is found also by a later start, when nothing else knows of it any more. Window's thread.
class SecretVault final : public QObject {
    Q_OBJECT
public:
    /// One entry for each account on each server.
    SecretVault(const QString& profile, const QString& server, const QString& login, QObject* parent);
    /// The one of the profile's note; nullptr without a note.
    [[nodiscard]] static SecretVault* noted(const QString& profile, QObject* parent);

    void load();
    void save(const QString& token);
    /// Takes the token out of the keyring. The note stays until the keyring says that it has.
    void forget();

Q_SIGNALS:
    /// "" where there is none, or the keyring did not say.
    void loaded(const QString& token);
    /// There is no keyring (once); tokens last as long as the program.
    void unavailable();

private:
    SecretVault(const QString& profile, const QString& key, QObject* parent);
    void note() const;

    QString m_profile;
    QString m_key;
    bool m_available = true;
};

} // namespace satchel
