// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Administering.h"

#include <QObject>
#include <QString>

namespace satchel::ui {

/// The window's way to what only the server has: passwords, devices, alerts. Implemented in app/desktop on the sync
/// thread; signals arrive on the window's thread. A password given here goes to the server and nowhere else.
class AdminGateway : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

public Q_SLOTS:
    /// Answered by overviewCame or overviewRefused.
    virtual void askOverview() = 0;
    /// Answered by performed or refused with the same ticket. What waits on this laptop is sent before, where the
    /// server must know of it.
    virtual void perform(int ticket, const satchel::AdminDeed& deed) = 0;
    /// One's own. Answered by passwordChanged or passwordRefused.
    virtual void changePassword(const QString& present, const QString& chosen) = 0;

Q_SIGNALS:
    void overviewCame(const satchel::Overview& overview);
    void overviewRefused(const QString& sentence);
    void performed(int ticket, const satchel::AdminDone& done);
    void refused(int ticket, const QString& sentence);
    void passwordChanged();
    void passwordRefused(const QString& sentence);
};

} // namespace satchel::ui
