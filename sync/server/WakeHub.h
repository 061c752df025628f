// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/WakeLine.h"

#include <atomic>
#include <condition_variable>
#include <thread>
#include <unordered_map>

namespace satchel::server {

/// Who waits, as found when he asked to.
struct WakeTicket {
    Caller caller;
    Bytes tokenHash;
};

/// Knows which waiting laptop has which scopes, and wakes those whom a commit concerns: of this process at once, of
/// other processes on the same database as it hears of them, or finds out by looking once a second. Writers only leave
/// a note here. What a laptop missed costs it time and nothing else. Owned by the program; a thread of its own does the
/// work; every other call is for any thread.
class WakeHub {
public:
    struct Pace {
        std::chrono::milliseconds between{1000};  ///< two calls to one laptop
        std::chrono::milliseconds gather{20};     ///< commits of so long are one piece of work
        std::chrono::milliseconds look{1000};     ///< at what other processes did
        std::chrono::milliseconds recheck{60000}; ///< whether the tokens are still good
    };

    WakeHub(DatabaseFactory& factory, Identities& identities, Environment& environment);
    WakeHub(DatabaseFactory& factory, Identities& identities, Environment& environment, const Pace& pace);
    ~WakeHub();
    WakeHub(const WakeHub&) = delete;
    /// Nobody is woken any more, and no line is held: comes before the end of the listener the lines belong to.
    void stop();

    /// Whether a token may wait. Reads; for a worker.
    [[nodiscard]] Result<WakeTicket> admit(Database& database, const std::string& token);
    /// From now on it is woken, first of all at once.
    void add(const std::shared_ptr<WakeLine>& line, const WakeTicket& ticket);
    void remove(const WakeLine& line);
    /// What a commit changed.
    void tell(const Announcement& news);
    [[nodiscard]] std::size_t waiting() const;

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Waiting {
        std::weak_ptr<WakeLine> line;
        Bytes tokenHash;
        Instant woken{};
        std::int64_t owed = 0; ///< the checkpoint it has not been told of yet
    };
    struct Person {
        bool everything = false; ///< an administrator
        std::set<Scope> scopes;
        std::vector<std::unique_ptr<Waiting>> lines;
    };
    struct ScopeHash {
        std::size_t operator()(const Scope& scope) const { return std::hash<std::string>{}(scope.toBytes()); }
    };

    void work();
    void hear();
    /// Looks at the clock; adds to `news` what nobody told of.
    void look(Database& database, Announcement& news);
    void checkTokens(Database& database);
    void refreshScopes(Database& database);
    void wake(const Announcement& news);
    void owe(Person& person, std::int64_t checkpoint);
    void pay(Instant now);
    void setScopes(const Id& user, Person& person, bool everything, std::set<Scope> scopes);
    void forget(const Id& user, Person& person);

    DatabaseFactory& m_factory;
    Identities& m_identities;
    Environment& m_environment;
    Pace m_pace;

    mutable std::mutex m_mutex; ///< of the people and of what is owed
    std::map<Id, Person> m_people;
    std::unordered_map<Scope, std::set<Id>, ScopeHash> m_byScope;
    std::set<Id> m_seeEverything;
    std::unordered_map<const WakeLine*, std::pair<Id, Waiting*>> m_lines;
    std::set<Waiting*> m_owing;

    std::mutex m_newsMutex; ///< of the note that writers leave; held for moments only
    std::condition_variable m_newsCame;
    Announcement m_news;
    bool m_hasNews = false;
    bool m_stopping = false;

    // Of the working thread alone.
    std::int64_t m_seq = 0;        ///< all up to here was told
    std::int64_t m_rights = -1;    ///< the count of rights looked at last
    std::int64_t m_grantsSeen = 0; ///< grants of scopes up to here are known
    std::atomic<std::int64_t> m_newest = 0;

    std::unique_ptr<CommitWatch> m_watch;
    std::mutex m_watchMutex;
    std::thread m_worker;
    std::thread m_listener;
};

} // namespace satchel::server
