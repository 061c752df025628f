// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs/Program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <source_location>

namespace satchel::test {

/// A folder that satchelctl keeps a laptop in. What should work and does not fails the running test, at the line that
/// asked for it. Copyable: it is only a name.
class Profile {
public:
    using Where = std::source_location;

    Profile() = default;
    explicit Profile(QString folder) : m_folder(std::move(folder)) {}

    /// satchelctl --profile FOLDER WORDS...
    Ran run(const Words& words, const Circumstances& under = {}) const;
    /// The same with --json; it must end with 0, say nothing on stderr, and print one JSON object.
    QJsonObject json(const Words& words, const Circumstances& under = {}, Where where = Where::current()) const;
    /// It must end with `code`, one sentence on stderr and nothing on stdout; returns the sentence.
    QByteArray refused(int code, const Words& words, const Circumstances& under = {},
                       Where where = Where::current()) const;

    QJsonObject login(const QString& url, const Word& login, const QByteArray& password = "demo",
                      Where where = Where::current()) const;
    QJsonObject sync(Where where = Where::current()) const;
    QString add(const char* entity, const Words& fields, Where where = Where::current()) const; ///< its id
    void set(const char* entity, const QString& id, const Words& fields, Where where = Where::current()) const;
    [[nodiscard]] QJsonObject show(const char* entity, const QString& id, Where where = Where::current()) const;
    [[nodiscard]] bool has(const char* entity, const QString& id) const;
    /// Every row, page by page.
    [[nodiscard]] QJsonArray all(const char* entity, const Words& more = {}, Where where = Where::current()) const;
    [[nodiscard]] QStringList ids(const char* entity, Where where = Where::current()) const; ///< sorted
    [[nodiscard]] QJsonArray inbox(Where where = Where::current()) const;
    [[nodiscard]] int waiting(Where where = Where::current()) const;
    [[nodiscard]] bool verified(Where where = Where::current()) const;

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder + QLatin1Char('/') + name; }

private:
    QString m_folder;
};

} // namespace satchel::test
