// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/EndSignal.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace satchel {

namespace {

constexpr int signals[] = {SIGTERM, SIGINT, SIGHUP};
int toEventLoop = -1; // what a signal handler can reach

void pass(int number)
{
    std::signal(number, SIG_DFL);
    const char told = 1;
    (void)!::write(toEventLoop, &told, 1);
}

} // namespace

EndSignal::EndSignal(QObject* parent) : QObject(parent)
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    toEventLoop = m_pipe[1];
    auto* notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT asked();
    });
    for (const int number : signals)
        std::signal(number, pass);
}

EndSignal::~EndSignal()
{
    for (const int number : signals)
        std::signal(number, SIG_DFL);
    for (const int end : m_pipe)
        if (end >= 0)
            ::close(end);
}

} // namespace satchel
