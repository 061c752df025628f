// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/merge/Merge.h"

namespace satchel::server {

/// Rows of the inbox (entity `conflict`) from what a merge or a refusal left behind. Side a is what the server had,
/// side b what arrived. Values are JSON as scripts see them.

/// The same wherever it is computed: BLAKE2b-128(key = change id, "entity number:row id:field").
[[nodiscard]] Id conflictId(const Bytes16& change, const RowKey& row, const std::string& field);
[[nodiscard]] Record conflictRow(const Entity& entity, const FieldConflict& conflict, const Stamp& mine);
/// A refused value of an update; a refused creation or deletion as a whole.
[[nodiscard]] Record refusedField(const Entity& entity, const FieldChange& change, const Stamp& mine,
                                  const std::string& reason);
[[nodiscard]] Record refusedRow(const Operation& operation, const Stamp& mine, const std::string& reason);

} // namespace satchel::server
