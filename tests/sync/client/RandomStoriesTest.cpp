// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "core/schema/ValueText.h"
#include "core/store/Incidents.h"
#include "core/store/Publisher.h"
#include "sync/protocol/Digests.h"
#include "sync/server/Ledger.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>
#include <random>

using namespace satchel;
using namespace satchel::test;

namespace {

/// One seed tells one story: people edit, add, delete, move and sync at random, answers get lost, laptops restart. A
/// plain list remembers what may not be lost.
class Story {
public:
    explicit Story(unsigned seed) : m_random(seed)
    {
        for (const char* login : {"ana", "ben", "carl", "dora", "ana"})
            m_laptops.push_back(&m_company.laptop(login));
    }

    void act()
    {
        Laptop& laptop = *m_laptops[below(m_laptops.size())];
        switch (below(12)) {
        case 0:
        case 1: return edit(laptop, "contact", "phone", "+34 6" + std::to_string(below(100)));
        case 2:
            return edit(laptop, "contact", "notes",
                        "Line " + std::to_string(below(5)) + "\nLine " + std::to_string(below(5)) + "\nend");
        case 3:
            return edit(laptop, below(2) ? "contact" : "account", "tags", "[\"t" + std::to_string(below(6)) + "\"]");
        case 4:
        case 5: return note(laptop);
        case 6: return add(laptop);
        case 7:
            return below(3) == 0 ? remove(laptop) : edit(laptop, "account", "name", "Name " + std::to_string(below(9)));
        case 8:
            return below(2) ? move()
                            : edit(laptop, "contact", "address", "{\"city\":\"C" + std::to_string(below(9)) + "\"}");
        case 9: return laptop.reopen();
        case 10:
            laptop.line().losesReplies = static_cast<int>(below(3));
            (void)laptop.trySync();
            laptop.line().losesReplies = 0;
            return;
        default: laptop.sync();
        }
    }

    /// Three rounds without faults; what went wrong, or "".
    std::string settle()
    {
        for (int round = 0; round < 3; ++round)
            for (Laptop* laptop : m_laptops)
                if (const auto synced = laptop->trySync(); !synced.ok())
                    return synced.error().message + " " + checkServer();
        return {};
    }

    /// Recounts every laptop's digests from its rows.
    std::string checkLaptops()
    {
        for (std::size_t i = 0; i < m_laptops.size(); ++i) {
            Publisher publisher(m_laptops[i]->replica(), *must(m_laptops[i]->replica().identity()));
            const auto kept = must(publisher.sums().stored());
            const auto counted = must(publisher.sums().recount()).first;
            if (combinedDigest(kept) == combinedDigest(counted))
                continue;
            std::string wrong = "laptop " + std::to_string(i) + ":";
            for (const Digest& digest : kept)
                if (std::find(counted.begin(), counted.end(), digest) == counted.end())
                    wrong += " kept " + schema::entityNumbered(digest.entity)->name + " scope " +
                             std::to_string(int(digest.scope.kind)) + " rows " + std::to_string(digest.rows);
            for (const Digest& digest : counted)
                if (std::find(kept.begin(), kept.end(), digest) == kept.end())
                    wrong += " counted " + schema::entityNumbered(digest.entity)->name + " scope " +
                             std::to_string(int(digest.scope.kind)) + " rows " + std::to_string(digest.rows);
            return wrong;
        }
        return {};
    }

    /// Recounts the server's digests from its rows.
    std::string checkServer()
    {
        server::Database& database = m_company.database();
        must(database.begin(server::Database::Access::Read));
        const std::string wrong = recount(database);
        database.rollback();
        return wrong;
    }

    /// What is wrong, or "".
    std::string check()
    {
        for (std::size_t i = 0; i < m_laptops.size(); ++i) {
            if (m_laptops[i]->waiting() != 0)
                return "laptop " + std::to_string(i) + " has unanswered changes after three rounds";
            if (!m_laptops[i]->agreesWithServer())
                return "laptop " + std::to_string(i) + " differs from the server";
            // Nothing was ever mended on the way: what came was right from the first.
            const auto mended = incidents(m_laptops[i]->replica());
            if (!must(mended).empty())
                return "laptop " + std::to_string(i) + ": " + must(mended).front().text;
        }
        // Two laptops of one user see the same, save for what waits on the server for somebody's word.
        for (const char* entity : {"account", "contact"}) {
            const Page page = must(m_laptops[0]->replica().list({.entity = &schema::entity(entity), .limit = 1000}));
            for (const Record& row : page.rows) {
                const auto other = must(m_laptops[4]->replica().find(*row.entity, row.id));
                if (waits(*m_laptops[0], row) || waits(*m_laptops[4], row))
                    continue;
                if (!other || other->values != row.values)
                    return "ana's two laptops differ in " + row.label() + (other ? "" : ", which one of them has not");
            }
        }
        return checkNotes();
    }

private:
    static std::string recount(server::Database& database)
    {
        server::EntityTables tables(database);
        server::Scoping scoping(database);
        const server::Clock clock = must(server::readClock(database));
        std::map<std::pair<Scope, int>, Digest> counted;
        for (const Entity& entity : schema::entities())
            for (const server::Row& row :
                 must(database.query("SELECT id FROM e_" + entity.name + " WHERE deleted=0"))) {
                const Record record = *must(tables.find(entity, server::idOf(row[0])));
                if (must(scoping.rootOf(record)) != record.root)
                    return record.label() + " has the wrong root";
                if (record.root == record.id || !must(scoping.membershipsOf(record)).empty()) {
                    std::set<Scope> stored;
                    for (const server::Row& member :
                         must(database.query("SELECT scope FROM member WHERE row_id=$1", {server::cell(record.id)})))
                        stored.insert(*Scope::fromBytes(server::bytesOf(member[0])));
                    if (!sharedScope(entity) && stored != must(scoping.membershipsOf(record)))
                        return entity.name + " " + record.label() + " is a member of other scopes than it should be";
                }
                for (const Scope& scope : must(scoping.storedScopes(entity, record.id, record.root))) {
                    Digest& digest = counted[{scope, entity.number}];
                    ++digest.rows;
                    digest.sum = addHash(digest.sum, rowHash(clock.digestKey, record));
                }
            }
        for (const server::Row& row : must(database.query("SELECT scope, entity, row_count, sum FROM digest"))) {
            const Scope scope = *Scope::fromBytes(server::bytesOf(row[0]));
            const Digest& digest = counted[{scope, static_cast<int>(server::integerOf(row[1]))}];
            if (digest.rows != server::integerOf(row[2]) || view(digest.sum) != server::bytesOf(row[3]))
                return "the server's digest of " +
                       schema::entityNumbered(static_cast<int>(server::integerOf(row[1])))->name +
                       " in a scope of kind " + std::to_string(static_cast<int>(scope.kind)) +
                       " is wrong: " + std::to_string(digest.rows) + " rows, digest says " +
                       std::to_string(server::integerOf(row[2]));
        }
        return {};
    }

    static bool waits(Laptop& laptop, const Record& row)
    {
        auto statement = must(laptop.replica().connection().prepare("SELECT 1 FROM outbox_row WHERE row=?1"));
        return must(statement.bind(1, row.id).step());
    }

    // In a change that the server has, and that waits for somebody's word or behind one that does.
    bool waitsSomewhere(const std::string& text)
    {
        return std::any_of(m_laptops.begin(), m_laptops.end(), [&](Laptop* laptop) {
            auto statement = must(laptop->replica().connection().prepare(
                "SELECT 1 FROM outbox WHERE deferred IS NOT NULL AND instr(body, ?1) > 0"));
            return must(statement.bindBlob(1, '"' + text + '"').step());
        });
    }

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    std::optional<Id> any(Laptop& laptop, const char* entity)
    {
        const Page page = must(laptop.replica().list({.entity = &schema::entity(entity), .limit = 100}));
        return page.rows.empty() ? std::nullopt : std::optional(page.rows[below(page.rows.size())].id);
    }
    void edit(Laptop& laptop, const char* entity, const char* field, const std::string& text)
    {
        if (const auto id = any(laptop, entity))
            laptop.set(entity, *id, {{field, text}});
    }
    void note(Laptop& laptop)
    {
        const auto id = any(laptop, "account");
        if (!id)
            return;
        const std::string text = "note " + std::to_string(++m_notes);
        laptop.set("account", *id, {{"timeline", text}});
        m_written.emplace_back(*id, text);
    }
    void add(Laptop& laptop)
    {
        const auto account = any(laptop, "account");
        if (account)
            laptop.add("contact",
                       {{"last_name", "New " + std::to_string(below(1000))}, {"account", account->toString()}});
    }
    void remove(Laptop& laptop)
    {
        if (const auto id = any(laptop, "contact"))
            laptop.remove("contact", *id);
    }
    void move()
    {
        Laptop& dora = *m_laptops[3];
        edit(dora, "account", "territory", below(2) ? "North" : "South");
    }

    // Every note that was written stands exactly once in its account, or in its author's inbox as refused or waiting.
    std::string checkNotes()
    {
        const Entity& account = schema::entity("account");
        for (const auto& [id, text] : m_written) {
            const auto rows =
                must(m_company.database().query("SELECT f_timeline FROM e_account WHERE id=$1", {server::cell(id)}));
            const auto entries = must(readTimeline(rows.empty() ? std::string() : server::textOf(rows[0][0])));
            const auto times = std::count_if(entries.begin(), entries.end(),
                                             [&](const TimelineEntry& entry) { return entry.text == text; });
            const auto refused =
                must(m_company.database().query("SELECT DISTINCT f_b_state FROM e_conflict WHERE f_b_state IN "
                                                "('rejected', 'waiting') AND f_entity=$1 AND f_b_value LIKE $2",
                                                {server::Cell(account.name), server::Cell("%\"" + text + "\"%")}));
            if (times == 0 && refused.empty() && waitsSomewhere(text))
                continue;
            if (times + static_cast<long>(refused.size()) != 1)
                return text + " stands " + std::to_string(times) + " times in the account and " +
                       std::to_string(refused.size()) + " times in the inbox";
        }
        return {};
    }

    std::mt19937 m_random;
    Company m_company;
    std::vector<Laptop*> m_laptops;
    std::vector<std::pair<Id, std::string>> m_written;
    int m_notes = 0;
};

} // namespace

class RandomStoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// SATCHEL_SEEDS=FROM-TO plays others.
    void whateverHappensEverybodyAgreesAndNothingIsLost()
    {
        unsigned from = 1;
        unsigned to = 25;
        const QByteArrayList range = qgetenv("SATCHEL_SEEDS").split('-');
        if (range.size() == 2) {
            from = range[0].toUInt();
            to = range[1].toUInt();
        }
        for (unsigned seed = from; seed <= to; ++seed) {
            Story story(seed);
            for (int i = 0; i < 120; ++i) {
                story.act();
                if (!qEnvironmentVariableIsEmpty("SATCHEL_CHECK_EACH"))
                    if (const std::string early = story.checkServer() + story.checkLaptops(); !early.empty())
                        qFatal("seed %u, act %d: %s", seed, i, early.c_str());
            }
            std::string wrong = story.settle();
            if (wrong.empty())
                wrong = story.checkServer();
            if (wrong.empty())
                wrong = story.check();
            QVERIFY2(wrong.empty(),
                     ("SATCHEL_SEEDS=" + std::to_string(seed) + "-" + std::to_string(seed) + ": " + wrong).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(RandomStoriesTest)
#include "RandomStoriesTest.moc"
