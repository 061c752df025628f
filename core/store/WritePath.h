// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/RedoLog.h"
#include "core/store/Replica.h"

#include <span>

namespace satchel {

/// The one way anything a person does gets into a replica. Turns edits into operations (checked against the declaration
/// and the user's rights), seals them as a change, makes it durable in the redo file, and writes outbox, seen rows,
/// search index and history in one transaction. Lives for one commit, on the replica's thread.
class WritePath {
public:
    WritePath(Replica& replica, ReplicaIdentity identity);

    [[nodiscard]] Result<Id> commitBulk(const std::vector<Edit>& edits, std::size_t most);
    [[nodiscard]] Status cancelBulk(const Id& bulk);
    [[nodiscard]] Status check(const Edit& edit);
    [[nodiscard]] Result<std::vector<Receipt>> commit(const std::vector<std::span<const Edit>>& actions);
    struct Recovered {
        std::int64_t changes = 0; ///< that the redo file had and the outbox had lost
        bool wentBack = false;    ///< the database is older than changes the server has answered
    };
    /// Brings back sealed changes that the redo file has and the outbox lost, under their old numbers.
    [[nodiscard]] Result<Recovered> recover();

private:
    struct Sealed {
        Change change;
        Bytes body;
        Bytes16 chain{};
    };
    [[nodiscard]] Result<Operation> operationFor(const Edit& edit);
    /// The deletions of what hangs on a row that is deleted: a delete names its children, absence deletes nothing.
    [[nodiscard]] Status addFollowers(const RowKey& parent, std::vector<Operation>& operations);
    [[nodiscard]] Result<Operation> creation(const Edit& edit);
    [[nodiscard]] Result<Operation> merging(const Edit& edit);
    [[nodiscard]] Result<Operation> update(const Edit& edit, const Record& present);
    [[nodiscard]] Result<std::vector<Value>> initialValues(const Entity& entity);
    [[nodiscard]] Result<Sealed> seal(std::vector<Operation> operations);
    /// Outbox entry, seen rows, search index and history of one sealed change.
    [[nodiscard]] Status store(const Sealed& sealed);
    [[nodiscard]] Status writeHistory(const Sealed& sealed);
    [[nodiscard]] Status findEnd(const RedoLog::Contents& redo);
    [[nodiscard]] Status mendRedo(const RedoLog::Contents& redo);
    [[nodiscard]] Result<bool> takeBack(const RedoLog::Entry& entry);

    Replica& m_replica;
    ReplicaIdentity m_identity;
    std::int64_t m_number = 0; ///< of the last change
    Bytes16 m_chain{};         ///< its chain id
    Milliseconds m_lastEdit = 0;
    BulkPart m_part; ///< of the change that is sealed next
};

} // namespace satchel
