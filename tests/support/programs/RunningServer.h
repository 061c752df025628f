// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs/Program.h"

namespace satchel::test {

/// A satchel-server on a free port of this machine. Ends with this object. Owned by the test's main thread.
class RunningServer {
public:
    /// `database`: a PostgreSQL URL, or "" for SQLite in the folder.
    explicit RunningServer(QString data, QString database = {});
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;

    /// Starts it, again on the port it had; what stands in the way fails the test.
    bool start(const Circumstances& under = {});
    /// The same for a start that may come to nothing, because a signal is injected.
    bool tryToStart(const Circumstances& under = {});
    /// SIGTERM, as an operator ends it; its exit code.
    int stop();
    /// kill -9.
    void kill();
    [[nodiscard]] bool running() const { return m_process && m_process->state() == QProcess::Running; }
    [[nodiscard]] const QString& url() const { return m_url; }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] qint64 process() const { return m_process ? m_process->processId() : 0; }
    [[nodiscard]] const QString& data() const { return m_data; }
    [[nodiscard]] QByteArray log() const { return contentOf(m_log); }

    /// satchel-server COMMAND on the same data.
    Ran command(const Words& words, const Circumstances& under = {}) const;

private:
    QString m_data;
    QString m_database;
    QString m_log;
    QString m_url;
    std::unique_ptr<QProcess> m_process;
};

} // namespace satchel::test
