// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "ui/language/Sentences.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <concepts>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

namespace satchel::ui {

/// A thread with a Replica of its own, so that the window never waits for the disk. Lives on the window's thread; takes
/// questions, answers them there in the order they were asked, and brings each answer back to the window's thread.
/// What nobody looks at yet is asked for later: it waits while there is anything else to answer.
class ReplicaThread : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void()>;
    using Question = std::function<Answer(Replica&)>;
    /// Instead of the question where the replica cannot be opened; runs on the thread.
    using Refusal = std::function<Answer(const Error&)>;

    /// The replica is opened on the thread with the first question. `environment` must outlive this object.
    ReplicaThread(std::string folder, Environment& environment, const QString& name, QObject* parent = nullptr);
    /// Answers what was asked before, then ends.
    ~ReplicaThread() override;

    /// `question` runs on the thread; what it returns runs on the window's thread if `receiver` still lives then.
    /// Without a refusal nobody is told that the replica cannot be opened but who listens to failed().
    void ask(QObject* receiver, Question question, Refusal refusal)
    {
        put(Urgency::Now, receiver, std::move(question), std::move(refusal));
    }
    void ask(QObject* receiver, Question question) { ask(receiver, std::move(question), Refusal()); }
    /// The same with a value in between: question(Replica&) -> T, answer(const T&). An error arrives in the person's
    /// language; where T can be one, also why the replica could not be opened.
    template <typename Q, typename A>
    requires std::invocable<Q, Replica&>
    void ask(QObject* receiver, Q question, A answer)
    {
        putBoth(Urgency::Now, receiver, std::move(question), std::move(answer));
    }
    /// The same when nothing else waits for an answer.
    template <typename Q, typename A>
    requires std::invocable<Q, Replica&>
    void askLater(QObject* receiver, Q question, A answer)
    {
        putBoth(Urgency::Later, receiver, std::move(question), std::move(answer));
    }
    /// As long as one of these lives, everything is asked for later: a page is being made that nobody looks at.
    class Quietly {
    public:
        explicit Quietly(ReplicaThread& thread) : m_thread(thread) { ++m_thread.m_quiet; }
        Quietly(const Quietly&) = delete;
        ~Quietly() { --m_thread.m_quiet; }

    private:
        ReplicaThread& m_thread;
    };
    /// Waits until everything asked so far has run on the thread (tests, leaving the program).
    void finish();
    [[nodiscard]] const std::string& folder() const { return m_folder; }
    /// Nothing is being asked: every answer has been given, on the window's thread.
    [[nodiscard]] bool isIdle() const { return isCaughtUp() && m_open->later == 0; }
    /// The same but for what was asked for later.
    [[nodiscard]] bool isCaughtUp() const { return m_open->now == 0; }
    /// Closes the replica when what was asked before is answered; the next question opens it anew.
    void release();

Q_SIGNALS:
    /// The replica cannot be opened; one plain sentence.
    void failed(const QString& sentence);
    /// What happened to the records when it was opened (Replica::notice).
    void noticed(const QString& sentence);
    /// The file was found damaged (once until it is released): when every thread has released it, opening it mends it.
    void damaged();

private:
    enum class Urgency { Now, Later };
    struct Open {
        std::atomic<int> now = 0, later = 0;
    };
    using Work = std::function<void()>;

    void put(Urgency urgency, QObject* receiver, Question question, Refusal refusal);
    template <typename Q, typename A>
    void putBoth(Urgency urgency, QObject* receiver, Q question, A answer)
    {
        using Asked = std::invoke_result_t<Q, Replica&>;
        Refusal refusal;
        if constexpr (requires(const Asked& asked) {
                          asked.error();
                          asked.ok();
                      })
            refusal = [answer](const Error& error) -> Answer {
                return [value = Asked(error), answer] { answer(value); };
            };
        put(urgency, receiver,
            Question([question = std::move(question), answer = std::move(answer)](Replica& replica) -> Answer {
                auto value = std::make_shared<Asked>(inTheirLanguage(question(replica)));
                return [value, answer] { answer(*value); };
            }),
            std::move(refusal));
    }
    void runNext();
    Replica* replica();

    std::string m_folder;
    Environment& m_environment;
    QThread m_thread;
    QObject* m_worker = nullptr;
    /// Questions without an answer. Shared, because an answer may outlive the thread that gave it.
    std::shared_ptr<Open> m_open = std::make_shared<Open>();
    int m_quiet = 0;
    std::mutex m_mutex;
    std::deque<Work> m_now, m_later;    ///< under m_mutex; one event of the thread for each
    std::unique_ptr<Replica> m_replica; ///< touched on m_thread only
    std::optional<Error> m_refused;     ///< why it cannot be opened; touched on m_thread only
    Milliseconds m_refusedAt = 0;       ///< touched on m_thread only
    bool m_reported = false;            ///< damage was; touched on m_thread only
};

/// For looking things up.
class ReplicaReader final : public ReplicaThread {
    Q_OBJECT
public:
    ReplicaReader(const std::string& folder, Environment& environment, QObject* parent = nullptr)
        : ReplicaThread(folder, environment, QStringLiteral("reader"), parent)
    {}
};

} // namespace satchel::ui
