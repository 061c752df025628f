// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Rows.h"
#include "sync/merge/Merge.h"
#include "sync/protocol/Messages.h"

namespace satchel {

/// What a person sees of a row with unanswered changes: the server's image (base) with the pending operations merged
/// onto it in number order. The entity table holds the result, base_row the server's image; a row without pending
/// changes has no base_row and is its own base. A view of a connection, used inside the caller's transaction.
class Overlay {
public:
    Overlay(sqlite::Connection& connection, const Id& user, const Id& incarnation)
        : m_connection(connection), m_rows(connection), m_user(user), m_incarnation(incarnation)
    {}

    /// Promises that no changes are pending as long as this object lives, which spares it looking them up.
    void assumeNothingPending() { m_nothingPending = true; }
    /// See Rows.
    void leaveSearchAlone(bool alone) { m_rows.leaveSearchAlone(alone); }

    /// The server's image of the row; nothing if the server does not know it.
    [[nodiscard]] Result<std::optional<RowUpsert>> base(const RowKey& key);
    /// The image that is kept of a row with pending changes.
    struct Kept {
        bool any = false; ///< false: the row has none and stands in its table as the server has it
        std::optional<RowUpsert> image;
    };
    [[nodiscard]] Result<Kept> keptBase(const RowKey& key);
    /// Notes a change as pending: the rows it touches keep their present image as their base. Answers these rows; the
    /// caller owes each a refold(). A merge touches every row here that refers to the record that goes.
    [[nodiscard]] Result<std::vector<RowKey>> begin(const Change& change);
    /// Keeps the row's present image as its base before the first pending change touches it.
    [[nodiscard]] Status keepBase(const RowKey& key);
    /// Sets the server's image (nothing: the server has it no more) and shows what follows from it.
    [[nodiscard]] Status setBase(const RowKey& key, const std::optional<RowUpsert>& image);
    /// The same, but of a row with pending changes only the image is set: true, and the caller owes a refold().
    [[nodiscard]] Result<bool> setBaseUnfolded(const RowKey& key, const std::optional<RowUpsert>& image);
    /// The row, which the table holds as the server has it, is its own base again.
    [[nodiscard]] Status forgetBase(const RowKey& key);
    /// Whether unanswered changes touch the row.
    [[nodiscard]] Result<bool> isPending(const RowKey& key);
    /// Computes the seen row anew from base and pending operations, and forgets the base when none is pending.
    [[nodiscard]] Status refold(const RowKey& key);

    /// A part laid over the image of its row; a whole row is taken as it is. Stamps only gather here.
    [[nodiscard]] static RowUpsert patched(const std::optional<RowUpsert>& present, const RowUpsert& patch);
    [[nodiscard]] static Record patched(Record present, const RowUpsert& patch);
    /// A row image as a record, and the other way round.
    [[nodiscard]] static Record toRecord(const RowUpsert& image);
    [[nodiscard]] static RowUpsert toImage(const Record& record);

private:
    /// Those on the row, and merges of records that it may refer to.
    [[nodiscard]] Result<std::vector<std::pair<Stamp, Operation>>> pendingOperations(const RowKey& key);
    [[nodiscard]] Status addReferring(const Operation& merge, std::vector<RowKey>& rows);

    sqlite::Connection& m_connection;
    Rows m_rows;
    Id m_user;
    Id m_incarnation;
    bool m_nothingPending = false;
    Change m_decoded; ///< the change looked at last: the rows of a large one are folded one after the other
};

} // namespace satchel
