// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QElapsedTimer>

#include <atomic>
#include <deque>

namespace satchel::ui {

/// Work on whole price lists, which may take many seconds: read a file, compare two revisions. Done on a thread of its
/// own, so that looking things up never waits for it; one after the other, each can be stopped, and only the newest
/// answer is delivered. The replica is open only while there is work. Lives on the window's thread; owned by the page.
class PriceJobs final : public QObject {
    Q_OBJECT
public:
    PriceJobs(const Desk& desk, QObject* parent);
    ~PriceJobs() override;

    /// What a job is told and tells; to be used on its thread.
    class Ticket {
    public:
        [[nodiscard]] bool isStopped() const { return *m_newest != m_number; }
        /// How far it is, of how many (0: not known).
        void at(const QString& what, qint64 done = 0, qint64 total = 0) const;

    private:
        friend class PriceJobs;
        QPointer<PriceJobs> m_jobs;
        std::shared_ptr<std::atomic<std::uint64_t>> m_newest;
        std::uint64_t m_number = 0;
        std::shared_ptr<QElapsedTimer> m_told;
    };

    /// question(Replica&, const Ticket&) -> T on the thread, then answer(const T&) here, unless it was stopped or
    /// another was begun meanwhile.
    template <typename Q, typename A>
    void run(const QString& what, QObject* receiver, Q question, A answer)
    {
        begin(what, [question = std::move(question), answer = std::move(answer),
                     guard = QPointer<QObject>(receiver)](Replica& replica, const Ticket& ticket) {
            auto value = std::make_shared<decltype(question(replica, ticket))>(question(replica, ticket));
            return ReplicaThread::Answer([value, answer, guard] {
                if (guard)
                    answer(*value);
            });
        });
    }
    /// Nobody waits for the answer any more.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_running != 0; }
    [[nodiscard]] QString what() const { return m_what; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// Waits until everything begun so far has run (tests).
    void finish();

Q_SIGNALS:
    void changed();

private:
    using Work = std::function<ReplicaThread::Answer(Replica&, const Ticket&)>;
    void begin(const QString& what, Work work);
    void start(const Ticket& ticket, const Work& work);
    void progress(std::uint64_t number, const QString& what, qint64 done, qint64 total);

    Environment& m_environment;
    std::unique_ptr<ReplicaThread> m_thread;
    std::deque<std::function<void()>> m_waiting; ///< until it is known where the replica is
    std::shared_ptr<std::atomic<std::uint64_t>> m_newest = std::make_shared<std::atomic<std::uint64_t>>(0);
    std::uint64_t m_running = 0; ///< the number of the job somebody waits for; 0: none
    int m_begun = 0;             ///< jobs that have not come back, stopped ones among them
    QString m_what;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace satchel::ui
