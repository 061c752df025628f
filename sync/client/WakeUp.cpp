// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/WakeUp.h"

#include "sync/client/HttpConversation.h"
#include "sync/protocol/WakeCall.h"

#include <QDateTime>
#include <QNetworkInformation>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrl>
#include <QWebSocket>
#include <algorithm>

namespace satchel {

namespace {

constexpr int pollMs = 30'000;        // to three times as much, while the server cannot be heard
constexpr int seldomMs = 10 * 60'000; // and while it can
constexpr int tickMs = 30'000;
constexpr int sleptMs = 15'000;
constexpr int longestRetryMs = 60'000;
constexpr quint64 largestFrame = 1024;

int between(int least, int most)
{
    return QRandomGenerator::global()->bounded(least, most + 1);
}

} // namespace

WakeUp::WakeUp(QObject* parent) : QObject(parent)
{
    for (QTimer* timer : {&m_poll, &m_retry, &m_tick})
        timer->setParent(this); // so that they come along to another thread
    m_poll.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        pollAgain();
        Q_EMIT due(false);
    });
    connect(&m_retry, &QTimer::timeout, this, &WakeUp::connectNow);
    connect(&m_tick, &QTimer::timeout, this, &WakeUp::watchClock);
}

WakeUp::~WakeUp()
{
    stop();
    for (QTimer* timer : {&m_poll, &m_retry, &m_tick})
        timer->setParent(nullptr);
}

Status WakeUp::start(const std::string& server, const std::string& token)
{
    if (m_started && m_server == server && m_token == token)
        return Ok{};
    SATCHEL_TRY(HttpConversation::open(server));
    stop();
    m_server = server;
    m_token = token;
    m_started = true;
    m_sinceTick.start();
    m_wallAtTick = QDateTime::currentMSecsSinceEpoch();
    m_tick.start(tickMs);
    if (QNetworkInformation::loadDefaultBackend())
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                [this](QNetworkInformation::Reachability reachability) {
                    if (reachability == QNetworkInformation::Reachability::Online)
                        somethingChanged();
                });
    pollAgain();
    connectNow();
    return Ok{};
}

void WakeUp::stop()
{
    m_started = false;
    m_poll.stop();
    m_retry.stop();
    m_tick.stop();
    if (auto* network = QNetworkInformation::instance())
        disconnect(network, nullptr, this, nullptr);
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // this may be called from one of its own signals
    }
    setHeard(false);
}

void WakeUp::roundDone(std::int64_t checkpoint)
{
    m_checkpoint = checkpoint;
    if (m_started)
        pollAgain();
}

void WakeUp::connectNow()
{
    if (!m_started)
        return;
    QUrl url(QString::fromStdString(m_server));
    if (!url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    url = url.resolved(QUrl(QStringLiteral("v1/wake")));
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater();
    }
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingFrameSize(largestFrame);
    m_socket->setMaxAllowedIncomingMessageSize(largestFrame);
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_failures = 0;
        m_answered = true;
        setHeard(true);
    });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WakeUp::retryLater);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &WakeUp::called);
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_answered = true; });
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", QByteArrayLiteral("Bearer ") + QByteArray::fromStdString(m_token));
    m_socket->open(request);
    m_retry.start(longestRetryMs); // a connection that neither comes about nor fails
}

// Full jitter: after the server was away, not all laptops come in the same moment.
void WakeUp::retryLater()
{
    if (!m_started)
        return;
    const bool wasHeard = m_heard;
    setHeard(false);
    const int ceiling = std::min(longestRetryMs, 1000 << std::min(m_failures++, 6));
    m_retry.start(between(100, ceiling));
    if (wasHeard)
        pollAgain();
}

void WakeUp::called(const QByteArray& frame)
{
    const auto message = decodeWakeCall(frame.toStdString());
    if (!message.ok() || message->checkpoint <= m_checkpoint)
        return;
    pollAgain();
    Q_EMIT due(true);
}

void WakeUp::pollAgain()
{
    m_poll.start(m_heard ? between(seldomMs, 2 * seldomMs) : between(pollMs, 3 * pollMs));
}

// The monotonic clock stands still while the laptop sleeps, the other one does not.
void WakeUp::watchClock()
{
    const qint64 wall = QDateTime::currentMSecsSinceEpoch();
    const qint64 slept = wall - m_wallAtTick - m_sinceTick.restart();
    m_wallAtTick = wall;
    if (slept > sleptMs) {
        somethingChanged();
        return;
    }
    if (!m_heard)
        return;
    if (!m_answered) { // whoever is at the other end is not there any more
        m_socket->abort();
        return;
    }
    m_answered = false;
    m_socket->ping();
}

void WakeUp::somethingChanged()
{
    m_failures = 0;
    connectNow();
    Q_EMIT due(true);
}

void WakeUp::setHeard(bool heard)
{
    if (std::exchange(m_heard, heard) == heard)
        return;
    if (heard)
        m_retry.stop();
    if (m_started)
        pollAgain();
    Q_EMIT heardChanged(heard);
}

} // namespace satchel
