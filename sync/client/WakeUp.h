// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

class QWebSocket;

namespace satchel {

/// Says when it is time for a round: as soon as the server calls (a WebSocket at /v1/wake); every 30 to 90 seconds
/// while it cannot be heard, seldom while it can; at once when the laptop wakes from sleep or comes into another
/// network. A call that gets lost costs time and nothing else. Owned by whoever syncs; lives on that thread, which
/// needs an event loop between the rounds.
class WakeUp final : public QObject {
    Q_OBJECT
public:
    explicit WakeUp(QObject* parent = nullptr);
    ~WakeUp() override;

    /// Begins, or goes on with another server or token. Refuses what HttpConversation refuses: plain http to another
    /// machine above all.
    [[nodiscard]] Status start(const std::string& server, const std::string& token);
    void stop();
    /// A round is done, up to this checkpoint: calls up to here are no news any more. Polling counts from now.
    void roundDone(std::int64_t checkpoint);
    [[nodiscard]] bool isStarted() const { return m_started; }
    [[nodiscard]] bool isHeard() const { return m_heard; }

Q_SIGNALS:
    /// Time for a round. `called`: the server, or a change of the laptop's own, asks for it; else it is only time
    /// again.
    void due(bool called);
    void heardChanged(bool heard);

private:
    void connectNow();
    void retryLater();
    void called(const QByteArray& frame);
    void pollAgain();
    void watchClock();
    void somethingChanged();
    void setHeard(bool heard);

    std::string m_server;
    std::string m_token;
    std::int64_t m_checkpoint = 0;
    std::unique_ptr<QWebSocket> m_socket;
    bool m_started = false;
    bool m_heard = false;
    bool m_answered = true; ///< the last ping
    int m_failures = 0;
    QTimer m_poll;
    QTimer m_retry;
    QTimer m_tick; ///< pings, and looks whether the laptop slept
    QElapsedTimer m_sinceTick;
    qint64 m_wallAtTick = 0;
};

} // namespace satchel
