// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceJobs.h"

namespace satchel::ui {

namespace {
constexpr qint64 tellEveryMs = 80;
}

PriceJobs::PriceJobs(const Desk& desk, QObject* parent) : QObject(parent), m_environment(desk.environment)
{
    desk.reader.ask(
        this, [](Replica& replica) { return replica.folder(); },
        [this](const std::string& folder) {
            m_thread = std::make_unique<ReplicaThread>(folder, m_environment, QStringLiteral("prices"));
            for (const auto& start : m_waiting)
                start();
            m_waiting.clear();
        });
}

PriceJobs::~PriceJobs()
{
    stop();
}

void PriceJobs::Ticket::at(const QString& what, qint64 done, qint64 total) const
{
    if (done != 0 && m_told->isValid() && m_told->elapsed() < tellEveryMs)
        return; // the window needs no more than that
    m_told->start();
    QMetaObject::invokeMethod(
        m_jobs.data(),
        [jobs = m_jobs, number = m_number, what, done, total] {
            if (jobs)
                jobs->progress(number, what, done, total);
        },
        Qt::QueuedConnection);
}

void PriceJobs::begin(const QString& what, Work work)
{
    Ticket ticket;
    ticket.m_jobs = this;
    ticket.m_newest = m_newest;
    ticket.m_number = ++*m_newest;
    ticket.m_told = std::make_shared<QElapsedTimer>();
    m_running = ticket.m_number;
    m_what = what;
    m_done = m_total = 0;
    ++m_begun;
    if (m_thread)
        start(ticket, work);
    else
        m_waiting.push_back([this, ticket, work] { start(ticket, work); });
    Q_EMIT changed();
}

void PriceJobs::start(const Ticket& ticket, const Work& work)
{
    m_thread->ask(this, ReplicaThread::Question([this, ticket, work](Replica& replica) -> ReplicaThread::Answer {
                      ReplicaThread::Answer answer =
                          ticket.isStopped() ? ReplicaThread::Answer() : work(replica, ticket);
                      return [this, answer = std::move(answer), ticket] {
                          if (--m_begun == 0)
                              m_thread->release(); // idle: at once
                          if (ticket.isStopped() || !answer)
                              return;
                          m_running = 0;
                          Q_EMIT changed();
                          answer();
                      };
                  }));
}

void PriceJobs::progress(std::uint64_t number, const QString& what, qint64 done, qint64 total)
{
    if (number != m_running)
        return;
    m_what = what;
    m_done = done;
    m_total = total;
    Q_EMIT changed();
}

void PriceJobs::stop()
{
    ++*m_newest;
    m_running = 0;
    Q_EMIT changed();
}

void PriceJobs::finish()
{
    if (m_thread)
        m_thread->finish();
}

} // namespace satchel::ui
