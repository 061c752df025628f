// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SegmentLoader.h"

#include "core/base/Files.h"
#include "core/store/Overlay.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"
#include "core/store/UnknownFields.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace satchel {

namespace {

// So much is prepared ahead, that neither thread waits for the other where search takes the one longer and indexes the
// other. A piece has up to protocol::maxSegmentRows.
constexpr std::size_t rowsAhead = 2 * protocol::maxSegmentRows;

using Kind = SegmentCell::Kind;

void lend(sqlite::Statement& statement, int index, const SegmentCell& cell)
{
    switch (cell.kind) {
    case Kind::Null: statement.bindNull(index); break;
    case Kind::Integer: statement.bind(index, cell.number); break;
    case Kind::Text: statement.lendText(index, cell.text()); break;
    case Kind::Id: statement.lendBlob(index, {cell.bytes, 16}); break;
    }
}

Record recordOf(const SegmentTable& table, std::size_t row)
{
    Record record(*table.entity, table.ids[row]);
    record.rev = table.revs[row];
    record.root = table.roots[row];
    for (const auto& [number, cells] : table.columns) {
        if (cells[row].kind == Kind::Null)
            continue;
        if (const auto field = table.entity->indexOfNumber(number))
            record.values[*field] = cells[row].value();
        else
            record.unknown.emplace_back(number, cells[row].value());
    }
    return record;
}

} // namespace

/// A segment ready to be inserted.
struct SegmentLoader::Piece {
    Scope scope;
    SegmentTable table;
    std::int64_t first = 0;         ///< the number of its first row in the replica's table
    std::vector<std::string> order; ///< column sort, row by row
    Status status = Ok{};           ///< if not good, the last one there is
    Bytes address;
};

/// The other thread: reads the files one after another, at most so many rows ahead, and builds the search index.
class SegmentLoader::Preparing {
public:
    Preparing(const std::vector<SegmentPieces>& sets, SearchFill& search)
        : m_sets(sets), m_search(search), m_thread([this] { run(); })
    {}

    ~Preparing()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

    // When the search index is built, too.
    Status finish()
    {
        m_thread.join();
        return std::move(m_finished);
    }

    // Nothing after the last one.
    std::optional<Piece> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_pieces.empty() || m_done; });
        if (m_pieces.empty())
            return std::nullopt;
        Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        m_waiting -= piece.table.count;
        lock.unlock();
        m_changed.notify_all();
        return piece;
    }

private:
    void run()
    {
        for (const SegmentPieces& set : m_sets) {
            SegmentReader reader;
            for (const SegmentPlace& place : set.places) {
                Piece piece;
                piece.scope = set.scope;
                piece.address = place.address;
                piece.status = prepare(reader, set.file, place, piece);
                const bool good = piece.status.ok();
                if (!hand(std::move(piece)) || !good)
                    return;
            }
        }
        {
            const std::lock_guard lock(m_mutex);
            m_done = true;
        }
        m_changed.notify_all();
        m_finished = m_search.end();
    }

    bool hand(Piece piece)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting < rowsAhead || m_stopped; });
        m_done = m_done || !piece.status.ok();
        m_waiting += piece.table.count;
        m_pieces.push_back(std::move(piece));
        m_changed.notify_all();
        return !m_stopped;
    }

    Status prepare(SegmentReader& reader, const std::string& file, const SegmentPlace& place, Piece& piece)
    {
        SATCHEL_ASSIGN(piece.table, SegmentLoader::read(reader, file, place));
        if (piece.table.kind != SegmentKind::Rows || piece.table.entity == nullptr)
            return Ok{};
        const Entity& entity = *piece.table.entity;
        piece.first = m_numbers[entity.number] + 1;
        m_numbers[entity.number] += static_cast<std::int64_t>(piece.table.count);
        return prepareRows(entity, piece);
    }

    // Only what label and search are made of is put into a record.
    Status prepareRows(const Entity& entity, Piece& piece)
    {
        const SegmentTable& table = piece.table;
        std::vector<std::pair<std::size_t, const std::vector<SegmentCell>*>> read;
        for (const auto& [number, cells] : table.columns)
            if (const auto field = entity.indexOfNumber(number)) {
                const Field& declared = entity.fields[*field];
                if (declared.searchable || declared.phone ||
                    std::find(entity.label.begin(), entity.label.end(), declared.name) != entity.label.end())
                    read.emplace_back(*field, &cells);
            }
        const bool searchable = Rows::isSearchable(entity);
        Record record(entity);
        piece.order.reserve(table.count);
        for (std::size_t row = 0; row < table.count; ++row) {
            for (const auto& [field, cells] : read)
                record.values[field] = (*cells)[row].value();
            piece.order.push_back(sortKey(record));
            if (!searchable)
                continue;
            const SearchText text = searchText(record);
            SATCHEL_TRY(m_search.add(entity, piece.first + static_cast<std::int64_t>(row), text.words, text.digits));
        }
        return Ok{};
    }

    const std::vector<SegmentPieces>& m_sets;
    SearchFill& m_search;
    std::map<int, std::int64_t> m_numbers; ///< rows of each entity so far
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece> m_pieces;
    std::size_t m_waiting = 0; ///< rows of those
    Status m_finished = Ok{};
    bool m_done = false;
    bool m_stopped = false;
    std::thread m_thread;
};

/// A third thread: reads the rows back while the indexes are made. Until it is done it holds a lock under which the
/// writer goes on in its cache, but neither commits nor writes pages that do not fit there: it waits for it then.
class SegmentLoader::Counting {
public:
    // Of what is committed now. Nothing comes of it where a second connection cannot be had.
    Counting(const std::string& path, const Bytes& digestKey)
    {
        auto opened = sqlite::Connection::open(path, sqlite::Connection::Mode::ReadOnly);
        if (!opened.ok())
            return;
        m_connection = std::move(*opened);
        auto snapshot = sqlite::Transaction::begin(*m_connection, sqlite::Transaction::Kind::Deferred);
        if (!snapshot.ok() || !m_connection->integer("SELECT count(*) FROM meta").ok()) // reading makes it one
            return;
        m_snapshot.emplace(std::move(*snapshot));
        m_thread = std::thread([this, digestKey] {
            if (auto count = RowCount::of(*m_connection, digestKey); count.ok())
                m_count = std::move(*count);
            m_snapshot.reset(); // whoever is to ask for the count may be waiting for this
        });
    }
    ~Counting()
    {
        if (m_thread.joinable())
            m_thread.join();
    }

    std::optional<RowCount> finish()
    {
        if (m_thread.joinable())
            m_thread.join();
        return std::move(m_count);
    }

private:
    std::unique_ptr<sqlite::Connection> m_connection;
    std::optional<sqlite::Transaction> m_snapshot;
    std::optional<RowCount> m_count;
    std::thread m_thread;
};

Result<SegmentTable> SegmentLoader::read(SegmentReader& reader, const std::string& file, const SegmentPlace& place)
{
    const auto bytes = readPart(file, place.offset, place.bytes);
    if (!bytes || segmentAddress(*bytes) != place.address)
        return Error{ErrorKind::Corrupt, "A piece of the download is damaged."};
    return reader.read(*bytes);
}

Result<PullReply> SegmentLoader::readPage(SegmentReader& reader, const std::string& file, const SegmentPlace& place,
                                          const Scope& scope)
{
    SATCHEL_ASSIGN(const SegmentTable table, read(reader, file, place));
    PullReply page;
    for (std::size_t row = 0; row < table.count; ++row)
        switch (table.kind) {
        case SegmentKind::Rows: {
            if (table.entity == nullptr)
                break;
            const Record record = recordOf(table, row);
            page.rows.push_back(Overlay::toImage(record));
            break;
        }
        case SegmentKind::History: page.entries.push_back(table.entry(row)); break;
        case SegmentKind::Members: page.memberships.push_back({scope, table.member(row), true}); break;
        }
    return page;
}

Status SegmentLoader::load(const std::vector<SegmentPieces>& sets)
{
    SATCHEL_ASSIGN(SearchFill search, SearchFill::begin(m_connection));
    {
        Preparing preparing(sets, search);
        SATCHEL_TRY(insertAll(preparing));
        SATCHEL_TRY(makeIndexes(preparing, search));
    }
    return settleDoubles();
}

Status SegmentLoader::insertAll(Preparing& preparing)
{
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    while (auto piece = preparing.next()) {
        if (!piece->status.ok()) {
            damaged = piece->status.error().kind == ErrorKind::Corrupt ? piece->address : Bytes();
            return piece->status;
        }
        switch (piece->table.kind) {
        case SegmentKind::Rows: SATCHEL_TRY(insertRows(*piece)); break;
        case SegmentKind::History: SATCHEL_TRY(insertHistory(piece->table)); break;
        case SegmentKind::Members: SATCHEL_TRY(insertMembers(piece->table, piece->scope)); break;
        }
        if (onProgress && !onProgress(m_rows))
            return Error{ErrorKind::Busy, "Stopped. What was fetched is kept for the next time."};
    }
    return transaction.commit();
}

// Sorting once costs less than keeping them up row by row.
Status SegmentLoader::makeIndexes(Preparing& preparing, SearchFill& search)
{
    Counting counting(m_path, m_digestKey);
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    for (const std::string& sql : m_indexes)
        SATCHEL_TRY(m_connection.execute(sql));
    SATCHEL_TRY(preparing.finish());
    SATCHEL_TRY(search.layInto(m_connection));
    counted = counting.finish();
    return transaction.commit();
}

Status SegmentLoader::insertRows(const Piece& piece)
{
    const SegmentTable& table = piece.table;
    if (table.entity == nullptr)
        return Ok{}; // of a kind that only newer programs know
    const Entity& entity = *table.entity;
    std::string names = "n, id, rev, root, sort";
    std::string marks = "?1, ?2, ?3, ?4, ?5";
    std::vector<const std::vector<SegmentCell>*> columns;
    bool unknown = false;
    for (const auto& [number, cells] : table.columns) {
        const auto field = entity.indexOfNumber(number);
        unknown = unknown || !field;
        if (!field)
            continue;
        columns.push_back(&cells);
        names += ", \"" + entity.fields[*field].name + "\"";
        marks += ", ?" + std::to_string(columns.size() + 5);
    }
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("INSERT INTO \"" + entity.name + "\"(" + names + ") VALUES(" +
                                                        marks + ") ON CONFLICT(id) DO NOTHING"));
    UnknownFields fields(m_connection);
    for (std::size_t row = 0; row < table.count; ++row) {
        const std::int64_t n = piece.first + static_cast<std::int64_t>(row);
        statement.bind(1, n).lendBlob(2, table.ids[row].view()).bind(3, table.revs[row]);
        statement.lendBlob(4, table.roots[row].view()).lendText(5, piece.order[row]);
        for (std::size_t i = 0; i < columns.size(); ++i)
            lend(statement, static_cast<int>(i) + 6, (*columns[i])[row]);
        SATCHEL_TRY(statement.run());
        if (m_connection.changes() == 0)
            m_doubles.emplace_back(recordOf(table, row), n);
        else if (unknown)
            SATCHEL_TRY(fields.store(recordOf(table, row)));
    }
    m_rows += static_cast<std::int64_t>(table.count);
    return Ok{};
}

Status SegmentLoader::insertHistory(const SegmentTable& table)
{
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare("INSERT INTO history(entity, row, seq, field, \"from\", \"to\", user, device, "
                                        "at, rule) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    for (std::size_t row = 0; row < table.count; ++row) {
        for (std::size_t i = 0; i < 10; ++i)
            lend(statement, static_cast<int>(i) + 1, table.columns[i].second[row]);
        for (const segment::HistoryColumn column : {segment::Device, segment::RuleName})
            if (table.columns[column].second[row].kind == Kind::Null)
                statement.lendText(column + 1, "");
        SATCHEL_TRY(statement.run());
    }
    return Ok{};
}

Status SegmentLoader::insertMembers(const SegmentTable& table, const Scope& scope)
{
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare("INSERT OR IGNORE INTO member(row, scope, entity) VALUES(?1, ?2, ?3)"));
    const Bytes bytes = scope.toBytes();
    for (std::size_t row = 0; row < table.count; ++row) {
        lend(statement, 1, table.columns[segment::MemberRow].second[row]);
        statement.lendBlob(2, bytes);
        lend(statement, 3, table.columns[segment::MemberEntity].second[row]);
        SATCHEL_TRY(statement.run());
    }
    return Ok{};
}

// A row that two scopes brought was inserted once and indexed twice. The later state of it stands.
Status SegmentLoader::settleDoubles()
{
    if (m_doubles.empty())
        return Ok{};
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    Rows rows(m_connection);
    for (const auto& [record, n] : m_doubles) {
        if (Rows::isSearchable(*record.entity)) {
            const SearchText text = searchText(record);
            const std::string name = "\"search_" + record.entity->name + "\"";
            SATCHEL_ASSIGN(auto forget, m_connection.prepare("INSERT INTO " + name + "(" + name +
                                                             ", rowid, words, digits) VALUES('delete', ?1, ?2, ?3)"));
            SATCHEL_TRY(forget.bind(1, n).bindText(2, text.words).bindText(3, text.digits).run());
        }
        SATCHEL_ASSIGN(const auto present, rows.find(*record.entity, record.id));
        if (!present || present->rev < record.rev) {
            SATCHEL_TRY(rows.put(record));
            counted.reset();
        }
    }
    return transaction.commit();
}

} // namespace satchel
