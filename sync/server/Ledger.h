// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"
#include "sync/server/LostAccess.h"
#include "sync/server/RowCache.h"
#include "sync/server/Scoping.h"

#include <map>
#include <optional>

namespace satchel::server {

/// What a line of a scope's log says of a row.
enum class LogKind : std::int64_t { Upsert = 1, Delete = 2, Enter = 3, Leave = 4 };

/// The database's own facts (table clock).
struct Clock {
    std::int64_t seq = 0;
    Id history;
    Bytes digestKey;
    std::int64_t floor = 0;  ///< below it, logs and deletions are no longer remembered
    std::int64_t rights = 0; ///< counts the changes after which a token or a set of scopes may be another
};
[[nodiscard]] Result<Clock> readClock(Database& database);
/// What was remembered of tokens and scopes, here or by another server, counts no more once this is committed.
[[nodiscard]] Status rightsChanged(Database& database);

/// What a ledger knows of the database as it stands after one checkpoint, which its salt names: whatever was written
/// since, here or by another server, made another, counted the rights (a recount that had something to put right), or
/// raised the floor. Not much; moves, and is not copied.
struct Remembered {
    Bytes salt;
    std::int64_t rights = 0;
    std::int64_t floor = 0;
    std::map<std::pair<Scope, int>, Digest> sums;
    std::set<Scope> scopes; ///< of which all sums are here
    std::unique_ptr<RowCache> rows;
};

/// A value of any kind as bytes, for columns that hold different kinds (history); nothing for Null.
[[nodiscard]] Cell packValue(const Value& value);
[[nodiscard]] Value unpackValue(const Cell& cell);

/// Everything that must happen together when rows change on the server: numbering in commit order, rows and stamps, the
/// place of each row in its aggregate and its scopes, the scopes' logs, field history, and the digests of every scope.
/// Lives inside one write transaction: open(); then for each change beginChange(), the row calls, finishChange() or
/// abandonChange(); at the end close(), and the caller commits. Several laptops' changes may share one: mark() and
/// goBackTo() let one of them fail alone.
class Ledger {
public:
    explicit Ledger(Database& database)
        : m_database(database), m_tables(database), m_scoping(database), m_lost(database)
    {}

    [[nodiscard]] Status open();
    /// The same where these questions are answered already: by the first of `answers`.
    [[nodiscard]] static std::vector<Database::Question> openingQuestions();
    [[nodiscard]] Status open(std::vector<std::vector<Row>>& answers);
    [[nodiscard]] Status beginChange();
    /// Between two parts of a large change: what was touched counts again, and nothing of it is kept in memory.
    [[nodiscard]] Status rest();
    [[nodiscard]] Status finishChange();
    [[nodiscard]] Status abandonChange();
    /// `now`: the time of the commit, for the checkpoint.
    [[nodiscard]] Status close(Milliseconds now, std::string_view salt);

    /// Where it is between two changes; going back there goes with a savepoint of the caller's.
    struct Place {
        std::int64_t seq = 0;
        std::map<std::pair<Scope, int>, Digest> sums;
        std::set<Scope> logged;
        bool rights = false;
    };
    [[nodiscard]] Place mark() const { return {m_seq, m_sums, m_logged, m_rights}; }
    [[nodiscard]] Status goBackTo(Place place);
    /// Whether finished changes, or the one under way, may have changed who may see what.
    [[nodiscard]] bool changedRights() const { return m_rights; }

    /// When the checkpoint at `seq` (or the one before it) was committed; 0 if there is none.
    [[nodiscard]] Result<Milliseconds> committedAt(std::int64_t seq);
    /// What is asked in one go of what committedAt() will be asked, and the answer; `seqs` are some.
    [[nodiscard]] static Database::Question committedOf(const std::set<std::int64_t>& seqs);
    void keepCommitted(const std::vector<Row>& rows);

    /// What a ledger knew when it was closed, if its transaction is then committed: need not be asked for again. False
    /// if it does not hold any more; it is nothing then.
    [[nodiscard]] bool assume(Remembered& remembered);
    [[nodiscard]] Remembered remembered();

    /// Whether the change under way, or this part of it, has written to this row.
    [[nodiscard]] bool wrote(const RowKey& key) const { return m_written.contains(key); }
    /// All of these rows; of earlier parts those of the directory and of orders.
    [[nodiscard]] const std::set<RowKey>& written() const { return m_written; }
    /// The number of the change under way.
    [[nodiscard]] std::int64_t seq() const { return m_seq; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] EntityTables& tables() { return m_tables; }
    [[nodiscard]] Scoping& scoping() { return m_scoping; }
    [[nodiscard]] LostAccess& lostAccess() { return m_lost; }

    /// A new row; sets its rev and root. `stamp`: who made it.
    [[nodiscard]] Status insert(Record record, const Stamp& stamp);
    /// New values for a row that is there; `fields` get the stamp. `revive`: it was deleted.
    [[nodiscard]] Status update(Record record, const std::vector<std::size_t>& fields, const Stamp& stamp, bool revive);
    [[nodiscard]] Status remove(Record record, const Stamp& stamp);
    [[nodiscard]] Status addHistory(const HistoryEntry& entry);

private:
    [[nodiscard]] Status log(const Scope& scope, LogKind kind, const RowKey& key);
    [[nodiscard]] Status writing(const RowKey& key);
    [[nodiscard]] Status readSums();
    [[nodiscard]] Status writeSums();
    [[nodiscard]] Status touch(const RowKey& key);
    [[nodiscard]] Status touchAggregate(const RowKey& root);
    [[nodiscard]] Status contribute(const RowKey& key, bool add);
    [[nodiscard]] Result<std::set<Scope>> memberRows(const Id& row);
    [[nodiscard]] Status moveMemberships(const RowKey& key, const std::set<Scope>& present,
                                         const std::set<Scope>& wanted);
    /// Puts the row where its values say it belongs, and whatever hangs on it.
    [[nodiscard]] Status reposition(Record record, int depth);
    /// `ofAggregate`: also the rows whose root this row decides, not only the sites that inherit from it.
    [[nodiscard]] Status repositionFollowers(const Record& record, bool ofAggregate, int depth);

    /// Whoever may have lost sight of something by this change reads no more of it in his inbox.
    [[nodiscard]] Status hideFromLosers();
    [[nodiscard]] Status countTouched();

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    LostAccess m_lost;
    Clock m_clock;
    std::int64_t m_seq = 0;
    bool m_isOpen = false;                            ///< a change is under way
    std::int64_t m_line = 0;                          ///< of this change's history
    std::map<std::int64_t, Milliseconds> m_committed; ///< what committedAt() was asked already
    std::set<RowKey> m_touched;
    std::set<RowKey> m_left;    ///< rows that left a scope by this change
    std::set<RowKey> m_written; ///< whose rev is this change's
    std::set<Scope> m_logged;   ///< scopes whose logs got a line
    bool m_rights = false;
    bool m_rightsCounted = false;                      ///< by close()
    Bytes m_salt;                                      ///< of the newest checkpoint
    std::vector<Row> m_saltKey;                        ///< see sealedSalt()
    std::map<std::pair<Scope, int>, Digest> m_stored;  ///< as the transaction found them
    std::set<Scope> m_storedScopes;                    ///< of which all are known
    std::map<std::pair<Scope, int>, Digest> m_sums;    ///< of finished changes, not yet written
    std::map<std::pair<Scope, int>, Digest> m_pending; ///< what the change under way adds (rows may be negative)
};

} // namespace satchel::server
