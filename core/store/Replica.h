// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Change.h"
#include "core/model/Scope.h"
#include "core/sqlite/Connection.h"
#include "core/store/Query.h"
#include "core/store/UseMark.h"
#include "sync/protocol/Messages.h"

#include <memory>

namespace satchel {

/// Who this replica belongs to and which server it talks to; fixed at first log-in.
struct ReplicaIdentity {
    std::string server; ///< base URL
    std::string login;
    Id user;
    Role role = Role::Salesperson;
    Id device;
    std::string deviceName;
    Id incarnation;
    Bytes secret; ///< key of the incarnation's chain
    Id history;
    Bytes digestKey;
};

/// What a person wants done to one row. Values are whole new values (a Timeline with its new entries in it).
struct Edit {
    OperationKind kind = OperationKind::Update;
    const Entity* entity = nullptr;
    Id id; ///< for Create: null, one is made
    std::vector<std::pair<std::size_t, Value>> values = {};
    /// What an editor that stood open showed, if it did: a field that has moved since is merged against this value, as
    /// another laptop's edit would be, and never written over unseen.
    struct Seen {
        std::int64_t rev = 0; ///< of the row then
        std::vector<std::pair<std::size_t, Value>> values = {};
    };
    std::optional<Seen> seen = {};
    Id other = {}; ///< for Merge: the record that stays
};

/// What a commit did: `number` is the change in the outbox, 0 if nothing was different. `rows` as they are now seen.
struct Receipt {
    struct Row {
        RowKey key;
        std::vector<std::size_t> changed;
    };
    std::int64_t number = 0;
    std::vector<Row> rows;
};

/// One field two people changed, for its two authors. Values as JSON (core/schema/ValueJson.h).
struct InboxItem {
    struct Side {
        std::string value; ///< JSON
        Id user;
        std::string device;
        Milliseconds at = 0;
    };
    Id id;
    RowKey row;
    std::string field; ///< "" for the whole row
    std::string base;  ///< JSON
    Side a;            ///< what the server had
    Side b;            ///< what arrived
    std::string kept;  ///< a, b or both
    std::string rule;
    std::string state; ///< mine: open, merged, rejected, taken, dismissed
};

/// A change the server has not decided yet or has not got, for people.
struct OutboxItem {
    std::int64_t number = 0;
    Milliseconds edited = 0;
    std::string waitsFor; ///< "" : to be sent; else proposal, fuse, fault, bulk, change
    std::string why;      ///< the server's sentence
    std::vector<RowKey> rows;
};

struct ReplicaStatus {
    Milliseconds lastSync = 0; ///< 0: never
    std::int64_t waiting = 0;  ///< changes not yet answered
    std::int64_t deferred = 0; ///< changes the server has and has not decided
    std::int64_t inbox = 0;    ///< items that want an answer
    std::int64_t checkpoint = 0;
};

/// Sees what one replica commits, each action with the rows as they were and as they are; a refusal of `before` is the
/// commit's. On the replica's thread.
class CommitWitness {
public:
    virtual ~CommitWitness() = default;
    [[nodiscard]] virtual Status before(const std::vector<Edit>& edits) = 0;
    [[nodiscard]] virtual Status after(const std::vector<Edit>& edits, const Receipt& receipt) = 0;
};

/// The laptop's database: everything its user may see, and what he did that the server has not answered yet. One object
/// is one connection and belongs to one thread; a program may hold several on the same profile (window, writer, sync).
/// Opening never needs the server. Writing goes one way only: commit().
class Replica {
public:
    /// Opens FOLDER/replica.sqlite (made, with the folder, if absent), migrates it, and brings back edits that the redo
    /// file has and the database lost. A damaged database is set aside and a new one built beside it; where nothing can
    /// be written it is opened for looking: notice() says so. TooNew for a database of a newer program, Corrupt for
    /// something else. `environment` must outlive the replica.
    [[nodiscard]] static Result<std::unique_ptr<Replica>> open(const std::string& folder, Environment& environment);
    /// One that its maker alone knows, on a file with all tables and nobody's edits: there is nothing to examine.
    [[nodiscard]] static std::unique_ptr<Replica> onScratch(const std::string& folder, Environment& environment,
                                                            std::unique_ptr<sqlite::Connection> connection);
    ~Replica();

    // --- identity
    /// Nothing before the first log-in.
    [[nodiscard]] Result<std::optional<ReplicaIdentity>> identity();
    [[nodiscard]] Status setIdentity(const ReplicaIdentity& identity);
    /// The same inside the caller's transaction; the copy beside the database follows with the next open or log-in.
    [[nodiscard]] Status keepIdentity(const ReplicaIdentity& identity);

    // --- how it was found
    /// What happened to the records when this replica was opened, in words for people; "" if nothing did.
    [[nodiscard]] const std::string& notice() const { return m_notice; }
    /// Nothing can be changed or synced: a read-only disk, or no rights.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// A statement found the file damaged: when all replicas on it are closed, the next open() builds a new one.
    [[nodiscard]] bool isDamaged() const { return m_connection->health() == sqlite::Health::Damaged; }

    // --- reading
    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id);
    [[nodiscard]] Result<Page> list(const Query& query);
    /// How many rows the query has in all (limit and after are not looked at).
    [[nodiscard]] Result<std::int64_t> count(const Query& query);
    /// Of the query's rows, from `offset` on, `most` at most: who they are and nothing else.
    [[nodiscard]] Result<std::vector<Id>> ids(const Query& query, std::int64_t offset, std::int64_t most);
    /// The query's rows counted by what they have in a field, or in a part of one (`place`), in the order
    /// people sort. TooLarge for more than `most` different values.
    [[nodiscard]] Result<std::vector<RowGroup>> groups(const Query& query, std::size_t place, std::size_t most);
    /// A page that begins `offset` rows into the query's order: for scroll bars; costs what is skipped over.
    [[nodiscard]] Result<Page> listAt(const Query& query, std::int64_t offset);
    /// Records of every kind that the words or digits fit, best first: see GlobalSearch.
    [[nodiscard]] Result<std::vector<Hit>> searchEverything(const std::string& text, int limit);
    /// The same for one of these kinds.
    [[nodiscard]] Result<std::vector<Hit>> searchAmong(const Entity& kind, const std::string& text, int limit);
    /// What a person calls the row; "" if it is not on this laptop.
    [[nodiscard]] Result<std::string> label(const RowKey& key);
    /// The row that `text` means: an id, a login or natural key, or a label that only one row has.
    [[nodiscard]] Result<Id> resolve(const Entity& entity, std::string_view text);
    /// Newest first.
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(const RowKey& key);
    /// The lines of history by which accounts became `user`'s since `since`, newest first, whoever has them now.
    [[nodiscard]] Result<std::vector<HistoryEntry>> accountsHandedTo(const Id& user, Milliseconds since);
    [[nodiscard]] Result<std::vector<InboxItem>> inbox();
    [[nodiscard]] Result<ReplicaStatus> status();
    /// How many records of each kind there are; internal ones left out. Costs a walk through every table.
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> rowCounts();
    /// What waits, in order: to be sent, or for something on the server.
    [[nodiscard]] Result<std::vector<OutboxItem>> outbox();

    // --- writing
    /// Whether commit() would take this edit, as far as a laptop can tell; nothing is written.
    [[nodiscard]] Status check(const Edit& edit);
    /// One business action: all edits or none. Checks them against the declaration and the user's rights, seals the
    /// change, makes it durable in the redo file, then writes rows, search index, history and outbox in one
    /// transaction.
    [[nodiscard]] Result<Receipt> commit(const std::vector<Edit>& edits);
    /// Several independent actions with one transaction between them (imports); all or none.
    [[nodiscard]] Result<std::vector<Receipt>> commitAll(const std::vector<std::vector<Edit>>& actions);
    /// Who sees what commit() does from now on, until nullptr is given; bulk actions are not seen.
    void setWitness(CommitWitness* witness) { m_witness = witness; }
    /// One action of any size: sealed in parts, in one transaction; it takes effect on the server as a whole when the
    /// last part is there. Answers its id. `most`: edits in one part.
    [[nodiscard]] Result<Id> commitBulk(const std::vector<Edit>& edits, std::size_t most = 500);
    /// Takes such an action back before its last part was sent; Conflict after that.
    [[nodiscard]] Status cancelBulk(const Id& bulk);
    /// Sets a conflicting field to side 'a' or 'b' and marks the item answered; a change like any other.
    [[nodiscard]] Status takeInbox(const Id& item, char side);
    [[nodiscard]] Status dismissInbox(const Id& item);

    // --- for sync/client
    [[nodiscard]] sqlite::Connection& connection() { return *m_connection; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] Environment& environment() { return m_environment; }

private:
    friend class Rescue;
    Replica(std::string folder, Environment& environment, std::unique_ptr<sqlite::Connection> connection);
    [[nodiscard]] static Result<std::unique_ptr<Replica>> openWhole(const std::string& folder,
                                                                    Environment& environment);
    [[nodiscard]] static Result<std::unique_ptr<Replica>> openForLooking(const std::string& folder,
                                                                         Environment& environment);
    [[nodiscard]] Status checkIdentity();
    void note(const std::string& sentence);

    std::string m_folder;
    Environment& m_environment;
    std::string m_notice;
    bool m_readOnly = false;
    CommitWitness* m_witness = nullptr;
    UseMark m_mark; ///< let go after the connection
    std::unique_ptr<sqlite::Connection> m_connection;
};

/// Whose database this is; nothing before the first log-in, Corrupt if what it says does not check.
[[nodiscard]] Result<std::optional<ReplicaIdentity>> readIdentity(sqlite::Connection& connection);

/// The exclusive use of a profile folder by one program.
class FileLock;
/// Waits `seconds` for another program to finish; Busy with a sentence for people.
[[nodiscard]] Result<FileLock> lockProfile(const std::string& folder, int seconds);

} // namespace satchel
