// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Glass.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <thread>

namespace satchel::bench {

using std::chrono::steady_clock;

bool Glass::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        m_painted = steady_clock::now(); // it is painted when this round of events is over: see watch()
        m_woken = m_painted;
    }
    return QObject::eventFilter(watched, event);
}

Glass::Seen Glass::watch(const std::function<void()>& deed, QWidget* part, std::chrono::milliseconds quiet,
                         const std::function<bool()>& shows)
{
    part->installEventFilter(this);
    const auto since = [](Time from, Time to) { return std::chrono::duration<double, std::milli>(to - from).count(); };
    const Time start = steady_clock::now();
    m_painted = m_woken = start;
    Seen seen;
    Time shown = start;
    bool found = false;
    const auto round = [&](const auto& work) {
        const Time before = steady_clock::now();
        const Time painted = m_painted;
        work();
        const Time after = steady_clock::now();
        if (m_painted != painted && !found) {
            shown = after;
            found = shows && shows();
        }
        seen.longest = std::max(seen.longest, since(before, after));
        if (!m_isDone())
            m_woken = after;
    };
    round(deed);
    while (steady_clock::now() - m_woken < quiet) {
        round([] { QCoreApplication::processEvents(); });
        std::this_thread::yield();
    }
    seen.shown = since(start, shown);
    part->removeEventFilter(this);
    return seen;
}

} // namespace satchel::bench
