// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/RunningServer.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

namespace satchel::test {

namespace {

constexpr int patience = 60'000;

} // namespace

RunningServer::RunningServer(QString data, QString database)
    : m_data(std::move(data)), m_database(std::move(database)), m_log(m_data + QStringLiteral(".log"))
{}

RunningServer::~RunningServer()
{
    if (running())
        kill();
}

bool RunningServer::start(const Circumstances& under)
{
    if (tryToStart(under))
        return true;
    QTest::qFail(("the server did not start: " + log().right(2000)).constData(), __FILE__, __LINE__);
    return false;
}

bool RunningServer::tryToStart(const Circumstances& under)
{
    const QString address = m_url.isEmpty() ? QStringLiteral("127.0.0.1:0") : QUrl(m_url).authority();
    Words arguments{"--data", m_data, "--listen", address};
    if (!m_database.isEmpty())
        arguments << Words{"--database", m_database};
    Circumstances mine = under;
    mine.errorsTo = m_log;
    m_process = launch(satchelServer(), arguments, mine);
    QElapsedTimer timer;
    timer.start();
    while (!m_process->canReadLine() && timer.elapsed() < patience && m_process->state() != QProcess::NotRunning)
        m_process->waitForReadyRead(1000);
    const QByteArray line = m_process->readLine();
    const QByteArray promise = "listening on http://127.0.0.1:";
    if (!line.startsWith(promise) || !line.endsWith('\n'))
        return false;
    m_url = QString::fromUtf8(line.mid(promise.indexOf("http")).trimmed());
    return true;
}

int RunningServer::stop()
{
    m_process->terminate();
    return finish(*m_process).code;
}

void RunningServer::kill()
{
    m_process->kill();
    m_process->waitForFinished(patience);
}

quint16 RunningServer::port() const
{
    return static_cast<quint16>(QUrl(m_url).port());
}

Ran RunningServer::command(const Words& words, const Circumstances& under) const
{
    Words arguments = words;
    arguments << Words{"--data", m_data};
    if (!m_database.isEmpty())
        arguments << Words{"--database", m_database};
    return run(satchelServer(), arguments, under);
}

} // namespace satchel::test
