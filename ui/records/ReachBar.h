// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"

#include <QUrl>
#include <QWidget>

namespace satchel::ui {

class FlowLayout;

/// Whatever a record holds is one number or one address, and nothing more of a letter than that. `name`: whom the
/// letter begins with; "" leaves it empty.
[[nodiscard]] QUrl telUrl(const QString& phone);
[[nodiscard]] QUrl mailUrl(const QString& address, const QString& name);

/// The ways to reach a customer as buttons: his numbers, which the telephone program calls, and his address, to which
/// the mail program opens a draft. Window's thread.
class ReachBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReachBar(QWidget* parent);
    void show(const Record& record);
    /// The first number, the address; nothing happens where there is none.
    void call();
    void write();

Q_SIGNALS:
    /// The other program was asked to: an activity's kind ("call", "mail"), and with whom.
    void reached(const QString& kind, const QString& name);

private:
    void add(const QString& kind, const QString& value, const QUrl& url);
    void open(const QString& kind, const QUrl& url);

    Record m_record;
    QString m_name;
    FlowLayout* m_buttons;
    QUrl m_phone;
    QUrl m_mail;
};

} // namespace satchel::ui
