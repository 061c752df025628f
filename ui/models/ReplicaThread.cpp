// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReplicaThread.h"

#include "ui/widgets/Text.h"

#include <QPointer>

#include <utility>

namespace satchel::ui {

namespace {
constexpr Milliseconds beforeTryingAgain = 2000; // what stands in the way may be gone
}

ReplicaThread::ReplicaThread(std::string folder, Environment& environment, const QString& name, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_environment(environment), m_worker(new QObject)
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ReplicaThread::~ReplicaThread()
{
    finish();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_replica.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ReplicaThread::finish()
{
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
}

void ReplicaThread::release()
{
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_replica.reset();
            m_refused.reset();
            m_reported = false;
        },
        Qt::BlockingQueuedConnection);
}

Replica* ReplicaThread::replica()
{
    const bool tooSoon = m_refused && m_environment.now() - m_refusedAt < beforeTryingAgain;
    if (!m_replica && !tooSoon) {
        auto opened = Replica::open(m_folder, m_environment);
        if (opened.ok()) {
            m_refused.reset();
            m_replica = std::move(opened).value();
            if (!m_replica->notice().empty())
                Q_EMIT noticed(sentenceWord(toQString(m_replica->notice())));
        } else {
            const bool first = !m_refused;
            m_refused = opened.error();
            m_refused->message = fromQString(sentenceWord(toQString(opened.error().message)));
            m_refusedAt = m_environment.now();
            if (first)
                Q_EMIT failed(toQString(m_refused->message));
        }
    }
    return m_replica.get();
}

void ReplicaThread::put(Urgency urgency, QObject* receiver, Question question, Refusal refusal)
{
    if (m_quiet > 0)
        urgency = Urgency::Later;
    // Counts as open until its last copy is gone: answered, or dropped with whoever would have been told.
    const auto counter = [urgency](Open& open) -> std::atomic<int>& {
        return urgency == Urgency::Now ? open.now : open.later;
    };
    ++counter(*m_open);
    const std::shared_ptr<void> open(nullptr, [all = m_open, counter](void*) { --counter(*all); });
    auto work = [this, open, guard = QPointer<QObject>(receiver), question = std::move(question),
                 refusal = std::move(refusal)] {
        Replica* opened = replica();
        if (opened == nullptr && !refusal)
            return;
        Answer answer = opened == nullptr ? refusal(*m_refused) : question(*opened);
        if (opened != nullptr && opened->isDamaged() && !std::exchange(m_reported, true))
            Q_EMIT damaged();
        if (!answer)
            return;
        // The guard is looked at on the window's thread, where receivers live and die.
        QMetaObject::invokeMethod(
            this,
            [open, guard, answer = std::move(answer)] {
                if (guard)
                    answer();
            },
            Qt::QueuedConnection);
    };
    {
        const std::lock_guard guard(m_mutex);
        (urgency == Urgency::Now ? m_now : m_later).push_back(std::move(work));
    }
    QMetaObject::invokeMethod(
        m_worker, [this] { runNext(); }, Qt::QueuedConnection);
}

void ReplicaThread::runNext()
{
    Work work;
    {
        const std::lock_guard guard(m_mutex);
        std::deque<Work>& from = m_now.empty() ? m_later : m_now;
        work = std::move(from.front());
        from.pop_front();
    }
    work();
}

} // namespace satchel::ui
