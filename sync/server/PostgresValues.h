// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

#include <array>

namespace satchel::server::postgres {

/// Cells in PostgreSQL's binary formats and back. Pure functions.

using Type = unsigned int; ///< an Oid
/// From PostgreSQL's pg_type.dat; frozen there.
enum KnownType : Type {
    Bool = 16,
    Bytea = 17,
    Char = 18,
    Name = 19,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Text = 25,
    Oid = 26,
    Unknown = 705,
    ByteaArray = 1001,
    TextArray = 1009,
    Int8Array = 1016,
    Bpchar = 1042,
    Varchar = 1043,
    Numeric = 1700,
    Void = 2278
};

/// Parameters as libpq takes them; the pointers lead into the cells and into `storage`.
struct Parameters {
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    std::vector<std::array<char, 8>> storage;
};

/// Whether the cells can be sent as these types.
[[nodiscard]] bool fits(const std::vector<Type>& types, Cells cells);
/// bigint, text, bytea, or 0 ("find out") for NULL.
[[nodiscard]] std::vector<Type> typesOf(Cells cells);
/// typesOf() in one letter each.
[[nodiscard]] std::string signature(Cells cells);
/// The cells must outlive the result.
[[nodiscard]] Result<Parameters> encodeParameters(const std::vector<Type>& types, Cells cells);
/// One value of an answer that is not NULL. Truth values arrive as 0 and 1, whole numerics (sums) as integers.
[[nodiscard]] Result<Cell> decodeCell(Type type, std::string_view bytes);

/// An announcement as the payload of a notification, which holds 8,000 bytes: if its scopes do not fit they are left
/// out (Announcement::everything). What is not understood says that everything may have changed.
[[nodiscard]] std::string packNews(const Announcement& news);
[[nodiscard]] Announcement unpackNews(std::string_view text);

} // namespace satchel::server::postgres
