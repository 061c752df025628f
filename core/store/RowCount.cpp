// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RowCount.h"

#include "core/rules/Access.h"
#include "core/store/Overlay.h"
#include "core/store/RowHash.h"
#include "core/store/UnknownFields.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <sqlite3.h>
#include <thread>

namespace satchel {

namespace {

constexpr std::int64_t chunk = 20000;           // rows a thread takes at a time
constexpr std::int64_t worthTwoThreads = 50000; // rows

// The scopes of each row that is a member of any, as a range of their list. One flat table: a row that is asked for and
// is not there, as most are not, costs one look into memory.
class Members {
public:
    struct Range {
        Id row;
        std::uint32_t from = 0;
        std::uint32_t to = 0; ///< 0: nobody's place
    };

    void makeRoomFor(std::size_t count) { m_ranges.resize(std::bit_ceil(2 * count + 1)); }
    /// The place in the list of one more scope of this row; those of one row come together.
    void add(const Id& row, std::uint32_t place)
    {
        Range& range = m_ranges[indexOf(row)];
        if (range.to == 0)
            range = {.row = row, .from = place};
        range.to = place + 1;
    }
    /// An empty range if it has none.
    [[nodiscard]] const Range& find(const Id& row) const { return m_ranges[indexOf(row)]; }

private:
    // The random end of an id is a hash already.
    [[nodiscard]] std::size_t indexOf(const Id& row) const
    {
        std::size_t index = 0;
        std::memcpy(&index, row.bytes.data() + 8, sizeof index);
        for (;; ++index) {
            index &= m_ranges.size() - 1;
            if (m_ranges[index].to == 0 || m_ranges[index].row == row)
                return index;
        }
    }

    std::vector<Range> m_ranges{1};
};

// What every thread reads: which scopes a row is a member of, which rows have pending changes, which tables have fields
// of newer programs. Scopes are numbered here.
struct Ground {
    std::vector<Scope> scopes;
    Members members; ///< ranges of `memberScopes`
    std::vector<std::uint32_t> memberScopes;
    std::set<RowKey> pending;
    std::set<int> withUnknown;

    std::uint32_t numberOf(const Scope& scope)
    {
        const auto number = std::find(scopes.begin(), scopes.end(), scope) - scopes.begin();
        if (number == std::ssize(scopes))
            scopes.push_back(scope);
        return static_cast<std::uint32_t>(number);
    }

    Status read(sqlite::Connection& connection)
    {
        for (const Entity& entity : schema::entities())
            if (const auto shared = sharedScope(entity))
                numberOf(*shared);
        SATCHEL_ASSIGN(const std::int64_t count, connection.integer("SELECT count(*) FROM member"));
        members.makeRoomFor(static_cast<std::size_t>(count));
        memberScopes.reserve(static_cast<std::size_t>(count));
        std::map<Scope, std::uint32_t> numbers;
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT row, scope FROM member ORDER BY row, scope"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const auto scope = Scope::fromBytes(statement.blob(1));
            if (!scope)
                continue;
            const auto [number, isNew] = numbers.try_emplace(*scope, 0);
            if (isNew)
                number->second = numberOf(*scope);
            members.add(statement.id(0), static_cast<std::uint32_t>(memberScopes.size()));
            memberScopes.push_back(number->second);
        }
        SATCHEL_ASSIGN(auto unknown, connection.prepare("SELECT DISTINCT entity FROM unknown_field"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, unknown.step());
            if (!found)
                return Ok{};
            withUnknown.insert(static_cast<int>(unknown.integer(0)));
        }
    }
};

// One thread's share of the counting.
class Counter {
public:
    Counter(sqlite::Connection& connection, const Bytes& digestKey, const Ground& ground,
            const std::set<ScopedTable>* wanted)
        : m_connection(connection), m_digestKey(digestKey), m_hash(digestKey), m_ground(ground), m_wanted(wanted)
    {}

    // Rows with numbers from `first` up to, and without, `end`.
    Status countTable(const Entity& entity, std::int64_t first, std::int64_t end)
    {
        begin(entity);
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(entity)));
        statement.bind(1, first).bind(2, end);
        const bool unknown = m_ground.withUnknown.contains(entity.number);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            const Id id = statement.id(0);
            if (!m_ground.pending.empty() && m_ground.pending.contains({entity.number, id}))
                continue;
            ++m_rows;
            const std::int64_t rev = statement.integer(1);
            if (rev == 0 || !findScopes(id, statement.id(2)))
                continue;
            if (unknown) {
                Record record = Rows::read(entity, statement);
                SATCHEL_TRY(UnknownFields(m_connection).load(record));
                add(id, record.root, rowHash(m_digestKey, record));
                continue;
            }
            add(id, statement.id(2), m_hash.of(entity, statement));
        }
    }

    void countImage(const Record& record)
    {
        ++m_rows;
        if (record.rev == 0)
            return;
        begin(*record.entity);
        if (findScopes(record.id, record.root))
            add(record.id, record.root, rowHash(m_digestKey, record));
    }

    void countAbsentImage() { ++m_rows; }

    void addTo(RowCount& count, RowLists& lists)
    {
        count.rows += m_rows;
        count.homeless.insert(count.homeless.end(), m_homeless.begin(), m_homeless.end());
        for (const auto& [entity, sums] : m_sums)
            for (std::size_t i = 0; i < sums.size(); ++i) {
                if (sums[i].rows == 0)
                    continue;
                Digest& digest = count.sums[{m_ground.scopes[i], entity}];
                digest.scope = m_ground.scopes[i];
                digest.entity = entity;
                digest.rows += sums[i].rows;
                digest.sum = addHash(digest.sum, sums[i].sum);
            }
        for (auto& [table, rows] : m_lists)
            std::move(rows.begin(), rows.end(), std::back_inserter(lists[table]));
    }

private:
    struct Sum {
        std::int64_t rows = 0;
        Bytes16 sum{};
    };

    static std::string sqlOf(const Entity& entity)
    {
        return "SELECT " + Rows::columns(entity) + " FROM \"" + entity.name + "\" WHERE n>=?1 AND n<?2";
    }

    void begin(const Entity& entity)
    {
        if (m_entity == &entity)
            return;
        m_entity = &entity;
        m_sumsOfEntity = &m_sums[entity.number];
        m_sumsOfEntity->resize(m_ground.scopes.size());
        m_carried.clear();
        for (const Scope& scope : m_ground.scopes)
            m_carried.push_back(carries(scope.kind, entity));
        const auto shared = sharedScope(entity);
        m_shared = shared ? static_cast<int>(std::find(m_ground.scopes.begin(), m_ground.scopes.end(), *shared) -
                                             m_ground.scopes.begin())
                          : -1;
    }

    // False, and remembered, for a row that is in none.
    bool findScopes(const Id& id, const Id& root)
    {
        m_scopes.clear();
        if (m_shared >= 0) {
            m_scopes.push_back(static_cast<std::uint32_t>(m_shared));
            return true;
        }
        addScopes(m_ground.members.find(id));
        if (root != m_root) { // rows of one root stand together as a rule
            m_root = root;
            m_ofRoot = &m_ground.members.find(root);
        }
        if (root != id)
            addScopes(*m_ofRoot);
        if (m_scopes.empty())
            m_homeless.push_back({m_entity->number, id});
        return !m_scopes.empty();
    }

    void addScopes(const Members::Range& range)
    {
        for (std::uint32_t at = range.from; at < range.to; ++at) {
            const std::uint32_t scope = m_ground.memberScopes[at];
            if (m_carried[scope] && std::find(m_scopes.begin(), m_scopes.end(), scope) == m_scopes.end())
                m_scopes.push_back(scope);
        }
    }

    void add(const Id& id, const Id& root, const Bytes16& hash)
    {
        for (const std::uint32_t scope : m_scopes) {
            Sum& sum = (*m_sumsOfEntity)[scope];
            ++sum.rows;
            sum.sum = addHash(sum.sum, hash);
            if (m_wanted != nullptr && m_wanted->contains({m_ground.scopes[scope], m_entity->number}))
                m_lists[{m_ground.scopes[scope], m_entity->number}].push_back({id, root, hash});
        }
    }

    sqlite::Connection& m_connection;
    const Bytes& m_digestKey;
    RowHash m_hash;
    const Ground& m_ground;
    const std::set<ScopedTable>* m_wanted;
    std::int64_t m_rows = 0;
    std::map<int, std::vector<Sum>> m_sums; ///< by entity, then by number of the scope
    RowLists m_lists;
    std::vector<RowKey> m_homeless;

    // Of the table that is being counted, and of the row.
    const Entity* m_entity = nullptr;
    std::vector<Sum>* m_sumsOfEntity = nullptr;
    std::vector<bool> m_carried; ///< by number of the scope
    int m_shared = -1;
    std::vector<std::uint32_t> m_scopes;
    Id m_root;
    const Members::Range* m_ofRoot = &m_ground.members.find({});
};

// Rows with pending changes count as the server has them, not as they are seen.
Status countBases(sqlite::Connection& connection, Ground& ground, Counter& counter)
{
    SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT entity, row, image FROM base_row"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        ground.pending.insert({static_cast<int>(statement.integer(0)), statement.id(1)});
        if (statement.isNull(2)) {
            counter.countAbsentImage();
            continue;
        }
        SATCHEL_ASSIGN(const RowUpsert image, decodeRow(statement.blob(2)));
        counter.countImage(Overlay::toRecord(image));
    }
}

struct Share {
    const Entity* entity;
    std::int64_t first;
    std::int64_t end;
};

Result<std::vector<Share>> sharesOf(sqlite::Connection& connection, const std::set<ScopedTable>* wanted)
{
    std::vector<Share> shares;
    for (const Entity& entity : schema::entities()) {
        if (wanted != nullptr && std::none_of(wanted->begin(), wanted->end(),
                                              [&](const ScopedTable& table) { return table.second == entity.number; }))
            continue;
        const std::string from = " FROM \"" + entity.name + "\"";
        SATCHEL_ASSIGN(const std::int64_t least, connection.integer("SELECT min(n)" + from));
        SATCHEL_ASSIGN(const std::int64_t most, connection.integer("SELECT max(n)" + from));
        for (std::int64_t first = least; first <= most; first += chunk)
            shares.push_back({&entity, first, std::min(first + chunk, most + 1)});
    }
    return shares;
}

using Readers = std::vector<std::unique_ptr<sqlite::Connection>>;

// Two readers on one snapshot: both begin while the lock against writers is held, for a moment. None where the replica
// is small or a second connection cannot be had.
Result<Readers> readersOf(sqlite::Connection& connection, std::vector<sqlite::Transaction>& snapshots)
{
    const char* path = sqlite3_db_filename(connection.handle(), "main");
    SATCHEL_ASSIGN(const std::int64_t rows, connection.integer("SELECT sum(rows) FROM digest"));
    Readers readers;
    if (rows < worthTwoThreads || path == nullptr || *path == '\0')
        return readers;
    for (int i = 0; i < 2; ++i) {
        auto opened = sqlite::Connection::open(path, sqlite::Connection::Mode::ReadOnly);
        if (!opened.ok())
            return Readers();
        SATCHEL_TRY((*opened)->execute("PRAGMA mmap_size=2147418112")); // it reads every page there is, once
        readers.push_back(std::move(*opened));
    }
    SATCHEL_ASSIGN(auto lock, sqlite::Transaction::begin(connection));
    for (const auto& reader : readers) {
        SATCHEL_ASSIGN(auto snapshot, sqlite::Transaction::begin(*reader, sqlite::Transaction::Kind::Deferred));
        SATCHEL_TRY(reader->integer("SELECT count(*) FROM meta")); // only reading makes it a snapshot
        snapshots.push_back(std::move(snapshot));
    }
    return readers;
}

Status countShares(Counter& counter, const std::vector<Share>& shares, std::atomic<std::size_t>& next)
{
    for (std::size_t mine = next++; mine < shares.size(); mine = next++)
        SATCHEL_TRY(counter.countTable(*shares[mine].entity, shares[mine].first, shares[mine].end));
    return Ok{};
}

Status countOn(const std::vector<sqlite::Connection*>& connections, const Bytes& digestKey,
               const std::set<ScopedTable>* wanted, RowCount& count, RowLists& lists)
{
    sqlite::Connection& first = *connections.front();
    Ground ground;
    SATCHEL_TRY(ground.read(first));
    std::vector<Counter> counters;
    counters.reserve(connections.size());
    for (sqlite::Connection* connection : connections)
        counters.emplace_back(*connection, digestKey, ground, wanted);
    SATCHEL_TRY(countBases(first, ground, counters.front()));
    SATCHEL_ASSIGN(const auto shares, sharesOf(first, wanted));
    std::atomic<std::size_t> next = 0;
    Status otherDone = Ok{};
    std::thread other;
    if (counters.size() > 1)
        other = std::thread([&] { otherDone = countShares(counters[1], shares, next); });
    const Status done = countShares(counters[0], shares, next);
    if (other.joinable())
        other.join();
    SATCHEL_TRY(done);
    SATCHEL_TRY(otherDone);
    for (Counter& counter : counters)
        counter.addTo(count, lists);
    std::sort(count.homeless.begin(), count.homeless.end());
    for (auto& [table, rows] : lists)
        std::sort(rows.begin(), rows.end(), [](const CountedRow& a, const CountedRow& b) { return a.id < b.id; });
    return Ok{};
}

Status countRows(sqlite::Connection& connection, const Bytes& digestKey, const std::set<ScopedTable>* wanted,
                 RowCount& count, RowLists& lists)
{
    if (connection.inTransaction())
        return countOn({&connection}, digestKey, wanted, count, lists);
    std::vector<sqlite::Transaction> snapshots;
    SATCHEL_ASSIGN(const Readers readers, readersOf(connection, snapshots));
    if (readers.empty()) {
        SATCHEL_ASSIGN(auto snapshot, sqlite::Transaction::begin(connection, sqlite::Transaction::Kind::Deferred));
        return countOn({&connection}, digestKey, wanted, count, lists);
    }
    const Status done = countOn({readers[0].get(), readers[1].get()}, digestKey, wanted, count, lists);
    snapshots.clear(); // before the connections they are on
    return done;
}

} // namespace

Result<RowCount> RowCount::of(sqlite::Connection& connection, const Bytes& digestKey)
{
    RowCount count;
    RowLists none;
    SATCHEL_TRY(countRows(connection, digestKey, nullptr, count, none));
    return count;
}

Result<RowLists> RowCount::list(sqlite::Connection& connection, const Bytes& digestKey,
                                const std::set<ScopedTable>& wanted)
{
    RowCount count;
    RowLists lists;
    SATCHEL_TRY(countRows(connection, digestKey, &wanted, count, lists));
    return lists;
}

Result<RowLists> RowCount::listDiffering(sqlite::Connection& connection, const Bytes& digestKey,
                                         const std::vector<Digest>& theirs, const std::vector<Digest>& mine)
{
    std::map<ScopedTable, std::pair<const Digest*, const Digest*>> sides;
    for (const Digest& digest : theirs)
        if (digest.rows > 0)
            sides[{digest.scope, digest.entity}].first = &digest;
    for (const Digest& digest : mine)
        if (digest.rows > 0)
            sides[{digest.scope, digest.entity}].second = &digest;
    std::set<ScopedTable> wanted;
    for (const auto& [table, each] : sides)
        if (each.first == nullptr || each.second == nullptr || !(*each.first == *each.second))
            wanted.insert(table);
    SATCHEL_ASSIGN(RowLists lists, list(connection, digestKey, wanted));
    for (const ScopedTable& table : wanted)
        lists.try_emplace(table);
    return lists;
}

} // namespace satchel
