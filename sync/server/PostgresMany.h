// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/PostgresValues.h"

#include <optional>

namespace satchel::server::postgres {

/// One INSERT of given values, or one UPDATE of the row with an id, that can be said of many rows at once: over arrays,
/// one for each parameter, which costs PostgreSQL a fraction of as many statements. Pure functions.
struct Many {
    std::string table;
    /// Parameters (from 0) that name the row; of two with the same ones the second is meant for what the first left.
    std::vector<std::size_t> key;
    bool keyed = false; ///< whether there may not be two of one key in one statement
    bool byId = false;  ///< an UPDATE: of two with different keys either may be first, whatever they set
};

/// Nothing for statements of any other form: values must be parameters and nothing else.
[[nodiscard]] std::optional<Many> manyOf(std::string_view sql);
/// The statement over arrays; `types` of the parameters of the single one, all of them isListed().
[[nodiscard]] std::string sqlOverArrays(std::string_view sql, const std::vector<Type>& types);

/// Whether there are arrays of this type (bigint, text, bytea), and which type that is.
[[nodiscard]] bool isListed(Type type);
[[nodiscard]] Type arrayOf(Type type);
/// One parameter of all rows in PostgreSQL's binary format for arrays. The cells fit the type.
[[nodiscard]] Bytes encodeArray(Type type, const std::vector<Cells>& rows, std::size_t parameter);

} // namespace satchel::server::postgres
