// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/HistoryLines.h"
#include "sync/server/OwnChanges.h"
#include "sync/server/Scoping.h"

#include <compare>

namespace satchel::server {

class Turn;

/// A page of what the logs of the laptop's scopes say has happened since its checkpoint, as rows, parts of rows, rows
/// that are gone, memberships and history, all as they stand now. A long log takes several pages, each read from a
/// snapshot of its own: whatever happens to a row after its page is a line that a later page tells. Rows that only the
/// laptop itself has changed are left out: its answered changes tell it what it needs. Lives inside one read
/// transaction.
class LogPage {
public:
    /// A line of the logs, in the order in which they are told.
    struct Place {
        std::int64_t seq = 0;
        std::int64_t kind = 0;
        std::int64_t entity = 0;
        Id row;
        auto operator<=>(const Place&) const = default;
    };
    struct About {
        std::int64_t checkpoint = 0;                ///< of the laptop
        Id incarnation;                             ///< of the laptop
        Id device;                                  ///< that it has
        const std::map<Scope, std::int64_t>& known; ///< scopes it has, and where each stands
        const std::set<Scope>& fresh;               ///< scopes whose rows came with the pages before
        /// The log's end when the pull began. From there on the logs of the fresh scopes count; and what the laptop has
        /// done later is told like what others did, for a page before may have told the row without it.
        std::int64_t start = 0;
        const std::set<Scope>& published; ///< those the checkpoint will cover
        Place after = {};                 ///< the last line that the pages before have told
        std::int64_t rows = 0;            ///< rows on this page, about
    };
    LogPage(Database& database, const About& about, Turn* turn)
        : m_database(database), m_tables(database), m_scoping(database), m_about(about), m_turn(turn)
    {}

    /// The last line it has told, if there are more; nothing if this was the last page.
    [[nodiscard]] Result<std::optional<Place>> fill(PullReply& reply);

private:
    struct Line {
        Place place;
        const Scope* scope;
        bool isFresh;
    };
    /// What the lines of this page say of one row, gathered over scopes.
    struct Mention {
        std::size_t first = 0; ///< of its lines
        bool entered = false;
        bool onlyOwn = true;   ///< nothing happened to it but the laptop's own changes
        bool deleted = false;  ///< it was in one of these scopes when it was deleted
        std::set<Scope> moved; ///< scopes in which it entered or left
    };
    using Mentions = std::map<RowKey, Mention>;
    using InOrder = std::vector<Mentions::const_iterator>;
    [[nodiscard]] Result<std::int64_t> linesAtOnce();
    /// The next lines of all scopes; true if there are more.
    [[nodiscard]] Result<bool> readLines();
    [[nodiscard]] Status readOwnChanges(const Mentions& mentions, bool more);
    void note(std::size_t index, Mentions& mentions) const;

    /// What is stored of the rows a batch of mentions is about.
    struct Batch {
        std::map<Id, EntityTables::Stored> rows;
        std::map<Id, std::set<Scope>> members; ///< of the rows and of their roots
        std::map<Id, std::vector<HistoryEntry>> history;
    };
    [[nodiscard]] Result<Batch> load(const Entity& entity, const std::vector<Id>& ids);
    /// The mentions of one sort whose first line is before `end`, which moves back to where the page was full.
    [[nodiscard]] Status answerAll(bool entered, const InOrder& order, std::size_t& end, PullReply& reply);
    [[nodiscard]] Status answerSome(InOrder some, PullReply& reply);
    [[nodiscard]] Status answer(const RowKey& key, const Mention& mention, Batch& batch, PullReply& reply);
    [[nodiscard]] Status addEntered(const RowKey& key, const Record& record, const std::set<Scope>& scopes,
                                    bool withAggregate, PullReply& reply);
    [[nodiscard]] Status addWhole(const RowKey& key, PullReply& reply);
    void addPart(const EntityTables::Stored& stored, const std::vector<HistoryEntry>& history, PullReply& reply);
    [[nodiscard]] bool isFull(const PullReply& reply);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    const About& m_about;
    Turn* m_turn;
    std::vector<Line> m_lines;
    OwnChanges m_own;
    std::set<RowKey> m_whole; ///< rows that are in the reply as wholes
    std::vector<RowUpsert> m_parts;
    std::size_t m_bytes = 0; ///< of texts in the rows looked at by isFull()
    std::size_t m_weighedRows = 0;
    std::size_t m_weighedParts = 0;
};

/// A row as it travels whole.
[[nodiscard]] RowUpsert wholeRowOf(Record record);

} // namespace satchel::server
