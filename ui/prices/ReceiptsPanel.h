// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/SyncGateway.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace satchel::ui {

/// Which devices have received a revision, by person; asked of the server, because no laptop knows it. Window's thread.
class ReceiptsPanel final : public QFrame {
    Q_OBJECT
public:
    ReceiptsPanel(const Desk& desk, SyncGateway& gateway, QWidget* parent);
    void ask(const Id& revision, const QString& name);

private:
    void show(const QList<DeviceReceipt>& devices);
    void fill(const QList<DeviceReceipt>& devices, const QStringList& people);

    const Desk& m_desk;
    SyncGateway& m_gateway;
    Id m_revision;
    QString m_name;
    QLabel* m_sentence;
    QListWidget* m_devices;
};

} // namespace satchel::ui
