// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminGateway.h"

#include <QHash>
#include <QPointer>

#include <functional>
#include <optional>

namespace satchel::ui {

/// What the server said last, for all views of the administration; and the deeds on their way to it. Owned by the page,
/// on the window's thread.
class ServerView final : public QObject {
    Q_OBJECT
public:
    /// `gateway`: null where there is none; then nothing is known, and every deed says so.
    ServerView(AdminGateway* gateway, QObject* parent);

    [[nodiscard]] const std::optional<Overview>& overview() const { return m_overview; }
    /// Why what is shown may be old; "" if the server answered.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    void ask();
    /// `then` runs if `receiver` still lives; the trouble is a sentence, "" if it was done.
    using Then = std::function<void(const AdminDone& done, const QString& trouble)>;
    void perform(const AdminDeed& deed, QObject* receiver, Then then);

    [[nodiscard]] bool hasPassword(const Id& user) const;
    /// The device of this user that was here last; null: none.
    [[nodiscard]] const Overview::Device* deviceOf(const Id& user) const;
    /// What wants an administrator's attention.
    [[nodiscard]] qint64 openAlerts() const;
    [[nodiscard]] static bool isStale(const Overview::Device& device, Milliseconds now);

Q_SIGNALS:
    void changed();

private:
    struct Waiting {
        QPointer<QObject> receiver;
        Then then;
    };
    void answer(int ticket, const AdminDone& done, const QString& trouble);

    QPointer<AdminGateway> m_gateway;
    std::optional<Overview> m_overview;
    QString m_trouble;
    QHash<int, Waiting> m_waiting;
    int m_ticket = 0;
};

} // namespace satchel::ui
