// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace satchel {

/// The system asks the program to end (SIGTERM when a session or the machine ends, SIGINT, SIGHUP): it is told in the
/// event loop, where what is being typed can be kept and the records closed. A second time the program ends at once.
/// One in a program; window's thread.
class EndSignal final : public QObject {
    Q_OBJECT
public:
    explicit EndSignal(QObject* parent);
    ~EndSignal() override;

Q_SIGNALS:
    void asked();

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace satchel
