// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "core/sqlite/Connection.h"
#include "sync/protocol/Cbor.h"

namespace satchel {

/// The hashes that rows have in digests. Of rows as they stand in their tables, bytes go from SQLite's columns into the
/// hash and no record is built: the same as rowHash() of the record, for rows without fields that only newer programs
/// know. Used by one thread.
class RowHash {
public:
    explicit RowHash(Bytes digestKey) : m_digestKey(std::move(digestKey)) {}

    /// Of the row a statement stands on, whose first columns are Rows::columns(entity).
    [[nodiscard]] Bytes16 of(const Entity& entity, const sqlite::Statement& statement);
    /// rowHash(), which fields of newer programs are no matter for.
    [[nodiscard]] Bytes16 of(const Record& record) const;

private:
    void begin(const Entity& entity);

    Bytes m_digestKey;
    const Entity* m_entity = nullptr;
    std::vector<std::size_t> m_order; ///< its fields by number
    std::vector<std::pair<std::size_t, sqlite::Statement::Type>> m_filled;
    cbor::Writer m_writer;
};

} // namespace satchel
