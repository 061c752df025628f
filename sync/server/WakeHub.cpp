// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/WakeHub.h"

#include "sync/server/Ledger.h"

#include <algorithm>

namespace satchel::server {

namespace {

constexpr std::size_t tokensAtOnce = 256;
constexpr std::chrono::seconds untilNextTry(5); // to connect to a database that is away

} // namespace

WakeHub::WakeHub(DatabaseFactory& factory, Identities& identities, Environment& environment)
    : WakeHub(factory, identities, environment, Pace())
{}

WakeHub::WakeHub(DatabaseFactory& factory, Identities& identities, Environment& environment, const Pace& pace)
    : m_factory(factory), m_identities(identities), m_environment(environment), m_pace(pace)
{
    factory.listen([this](const Announcement& news) { tell(news); });
    m_worker = std::thread([this] { work(); });
    m_listener = std::thread([this] { hear(); });
}

WakeHub::~WakeHub()
{
    stop();
}

void WakeHub::stop()
{
    if (!m_worker.joinable())
        return;
    {
        const std::lock_guard guard(m_newsMutex);
        m_stopping = true;
    }
    m_newsCame.notify_all();
    {
        const std::lock_guard guard(m_watchMutex);
        if (m_watch)
            m_watch->interrupt();
    }
    m_worker.join();
    m_listener.join();
    m_factory.listen({});
}

Result<WakeTicket> WakeHub::admit(Database& database, const std::string& token)
{
    SATCHEL_ASSIGN(Caller caller, m_identities.authenticate(database, token, m_environment.now()));
    if (caller.role != Role::Administrator) {
        SATCHEL_ASSIGN(auto scopes, Scoping(database).scopesOf(caller.user, caller.role));
        caller.scopes = std::make_shared<const std::set<Scope>>(std::move(scopes));
    }
    return WakeTicket{std::move(caller), Identities::hashOfToken(token)};
}

void WakeHub::add(const std::shared_ptr<WakeLine>& line, const WakeTicket& ticket)
{
    {
        const std::lock_guard guard(m_mutex);
        Person& person = m_people[ticket.caller.user];
        person.lines.push_back(std::make_unique<Waiting>(Waiting{line, ticket.tokenHash, Instant(), 0}));
        m_lines[line.get()] = {ticket.caller.user, person.lines.back().get()};
        setScopes(ticket.caller.user, person, ticket.caller.role == Role::Administrator,
                  ticket.caller.scopes ? *ticket.caller.scopes : std::set<Scope>());
    }
    line->wake(m_newest); // what was committed since its last round
}

void WakeHub::remove(const WakeLine& line)
{
    const std::lock_guard guard(m_mutex);
    const auto found = m_lines.find(&line);
    if (found == m_lines.end())
        return;
    const auto [user, waiting] = found->second;
    m_lines.erase(found);
    m_owing.erase(waiting);
    Person& person = m_people[user];
    std::erase_if(person.lines, [&, gone = waiting](const auto& each) { return each.get() == gone; });
    if (person.lines.empty())
        forget(user, person);
}

std::size_t WakeHub::waiting() const
{
    const std::lock_guard guard(m_mutex);
    return m_lines.size();
}

void WakeHub::tell(const Announcement& news)
{
    {
        const std::lock_guard guard(m_newsMutex);
        m_news.seq = std::max(m_news.seq, news.seq);
        m_news.scopes.insert(news.scopes.begin(), news.scopes.end());
        m_news.rights |= news.rights;
        m_news.everything |= news.everything;
        if (std::exchange(m_hasNews, true))
            return; // the worker knows already
    }
    m_newsCame.notify_one();
}

// The first news is passed on at once; what comes while that is being done is gathered for a moment.
void WakeHub::work()
{
    std::unique_ptr<Database> database;
    Instant nextTry{};
    Instant nextLook{};
    Instant nextCheck = std::chrono::steady_clock::now() + m_pace.recheck;
    std::unique_lock guard(m_newsMutex);
    while (!m_stopping) {
        const bool owing = [&] {
            const std::lock_guard people(m_mutex);
            return !m_owing.empty();
        }();
        const bool first = nextLook == Instant();
        const auto patience = owing ? std::min(m_pace.between / 4, m_pace.look) : m_pace.look;
        m_newsCame.wait_for(guard, first ? std::chrono::milliseconds(0) : patience,
                            [&] { return m_stopping || m_hasNews; });
        Announcement news = std::exchange(m_news, Announcement());
        m_hasNews = false;
        guard.unlock();
        const Instant now = std::chrono::steady_clock::now();
        if (!database && now >= nextTry) {
            auto connected = m_factory.connect();
            if (connected.ok())
                database = std::move(*connected);
            nextTry = now + untilNextTry;
        }
        if (database && (now >= nextLook || news.rights || news.everything)) {
            look(*database, news);
            nextLook = now + m_pace.look;
        }
        if (database && (news.rights || now >= nextCheck)) {
            checkTokens(*database);
            refreshScopes(*database);
            nextCheck = now + m_pace.recheck;
        }
        wake(news);
        pay(now);
        guard.lock();
        if (news.seq != 0 && !m_stopping)
            m_newsCame.wait_for(guard, m_pace.gather, [&] { return m_stopping; });
    }
}

void WakeHub::hear()
{
    const auto stopping = [&] {
        const std::lock_guard guard(m_newsMutex);
        return m_stopping;
    };
    while (!stopping()) {
        auto watch = m_factory.watch();
        if (watch.ok() && !*watch)
            return; // this engine tells nothing
        if (watch.ok()) {
            {
                const std::lock_guard guard(m_watchMutex);
                m_watch = std::move(*watch);
            }
            while (!stopping()) {
                const auto heard = m_watch->wait(std::chrono::milliseconds(10000));
                if (!heard.ok())
                    break;
                for (const Announcement& news : *heard)
                    tell(news);
            }
            const std::lock_guard guard(m_watchMutex);
            m_watch.reset();
        }
        std::unique_lock guard(m_newsMutex);
        std::condition_variable pause;
        pause.wait_for(guard, std::chrono::milliseconds(m_stopping ? 0 : 1000));
    }
}

void WakeHub::look(Database& database, Announcement& news)
{
    const auto clock = readClock(database);
    if (!clock.ok())
        return; // away, or not made yet: the next look tells
    if (std::exchange(m_rights, clock->rights) != clock->rights)
        news.rights = true;
    const std::int64_t known = std::max(m_seq, news.seq);
    if (m_seq == 0 || clock->seq < m_seq) { // the first look, or a database that was put back
        const std::lock_guard guard(m_mutex);
        m_grantsSeen = m_people.empty() ? clock->seq : 0; // somebody's scopes may have been read before a grant
        news.rights |= !m_people.empty();
        m_newest = m_seq = clock->seq;
        news.everything = false;
    }
    if (clock->seq > known || news.everything) {
        std::vector<Scope> scopes;
        {
            const std::lock_guard guard(m_mutex);
            for (const auto& [scope, people] : m_byScope)
                scopes.push_back(scope);
        }
        for (const Scope& scope : scopes) {
            const auto found = database.query("SELECT 1 FROM scope_log WHERE scope=$1 AND seq>$2 LIMIT 1",
                                              {Blob{scope.toBytes()}, Cell(m_seq)});
            if (found.ok() && !found->empty())
                news.scopes.insert(scope);
        }
    }
    news.seq = std::max(news.seq, clock->seq > known || news.everything ? clock->seq : 0);
}

void WakeHub::checkTokens(Database& database)
{
    std::map<Bytes, std::vector<std::weak_ptr<WakeLine>>> lines;
    {
        const std::lock_guard guard(m_mutex);
        for (const auto& [user, person] : m_people)
            for (const auto& each : person.lines)
                lines[each->tokenHash].push_back(each->line);
    }
    for (auto from = lines.begin(); from != lines.end();) {
        std::vector<Bytes> hashes;
        for (; from != lines.end() && hashes.size() < tokensAtOnce; ++from)
            hashes.push_back(from->first);
        const auto good = m_identities.good(database, hashes, m_environment.now());
        if (!good.ok())
            return; // another time
        for (const Bytes& hash : hashes)
            if (!good->contains(hash))
                for (const auto& line : lines[hash])
                    if (const auto open = line.lock())
                        open->close();
    }
}

// Only of people whose scopes changed since: the server writes that down.
void WakeHub::refreshScopes(Database& database)
{
    const auto changed = database.query("SELECT DISTINCT user_id FROM scope_grant WHERE seq>$1", {Cell(m_grantsSeen)});
    const auto clock = readClock(database);
    if (!changed.ok() || !clock.ok())
        return;
    LostAccess access(database);
    for (const Row& row : *changed) {
        const Id user = idOf(row[0]);
        {
            const std::lock_guard guard(m_mutex);
            if (!m_people.contains(user))
                continue;
        }
        const auto roles = database.query("SELECT f_role FROM e_user WHERE id=$1", {cell(user)});
        auto scopes = access.scopesOf(user);
        if (!roles.ok() || roles->empty() || !scopes.ok())
            continue;
        const bool everything = textOf(roles->front()[0]) == "administrator";
        const std::lock_guard guard(m_mutex);
        const auto person = m_people.find(user);
        if (everything)
            scopes->clear();
        if (person == m_people.end() || (person->second.scopes == *scopes && person->second.everything == everything))
            continue;
        setScopes(user, person->second, everything, std::move(*scopes));
        owe(person->second, clock->seq);
    }
    m_grantsSeen = clock->seq;
}

void WakeHub::setScopes(const Id& user, Person& person, bool everything, std::set<Scope> scopes)
{
    if (everything)
        m_seeEverything.insert(user);
    else
        m_seeEverything.erase(user);
    person.everything = everything;
    if (person.scopes == scopes)
        return;
    for (const Scope& scope : person.scopes)
        if (!scopes.contains(scope)) {
            const auto people = m_byScope.find(scope);
            people->second.erase(user);
            if (people->second.empty())
                m_byScope.erase(people);
        }
    for (const Scope& scope : scopes)
        m_byScope[scope].insert(user);
    person.scopes = std::move(scopes);
}

void WakeHub::forget(const Id& user, Person& person)
{
    setScopes(user, person, false, {});
    m_people.erase(user);
}

void WakeHub::owe(Person& person, std::int64_t checkpoint)
{
    for (const auto& each : person.lines) {
        each->owed = std::max(each->owed, checkpoint);
        m_owing.insert(each.get());
    }
}

void WakeHub::wake(const Announcement& news)
{
    if (news.seq == 0)
        return;
    m_seq = std::max(m_seq, news.seq);
    m_newest = m_seq;
    const std::lock_guard guard(m_mutex);
    for (const Scope& scope : news.scopes) {
        const auto people = m_byScope.find(scope);
        if (people == m_byScope.end())
            continue;
        for (const Id& user : people->second)
            owe(m_people[user], news.seq);
    }
    for (const Id& user : m_seeEverything)
        owe(m_people[user], news.seq);
}

// Whoever was woken a moment ago has to wait a little: many changes are one call.
void WakeHub::pay(Instant now)
{
    std::vector<std::pair<std::shared_ptr<WakeLine>, std::int64_t>> calls;
    {
        const std::lock_guard guard(m_mutex);
        for (auto each = m_owing.begin(); each != m_owing.end();) {
            Waiting& waiting = **each;
            if (now - waiting.woken < m_pace.between) {
                ++each;
                continue;
            }
            if (auto line = waiting.line.lock())
                calls.emplace_back(std::move(line), waiting.owed);
            waiting.woken = now;
            waiting.owed = 0;
            each = m_owing.erase(each);
        }
    }
    for (const auto& [line, checkpoint] : calls)
        line->wake(checkpoint);
}

} // namespace satchel::server
