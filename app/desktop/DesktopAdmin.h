// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminGateway.h"

namespace satchel {

class SyncWorker;

/// The administration's way to the server, through the worker of the sync thread and its one conversation. Lives on the
/// window's thread, inside DesktopSync.
class DesktopAdmin final : public ui::AdminGateway {
    Q_OBJECT
public:
    DesktopAdmin(SyncWorker& worker, QObject* parent);

public Q_SLOTS:
    void askOverview() override;
    void perform(int ticket, const satchel::AdminDeed& deed) override;
    void changePassword(const QString& present, const QString& chosen) override;

private:
    SyncWorker& m_worker;
    bool m_asking = false; ///< pages ask after every checkpoint; one question at a time is enough
};

} // namespace satchel
