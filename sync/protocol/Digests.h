// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"

#include <set>

namespace satchel {

/// What is hashed of a row: canonical CBOR of [entity number, id, rev, {field number: value, ...}], empty fields left
/// out.
[[nodiscard]] Bytes rowImage(const Record& record);

/// The keyed hash of one row's base image: BLAKE2b-128(key = digest key, rowImage).
[[nodiscard]] Bytes16 rowHash(std::string_view digestKey, const Record& record);

/// Sum and difference modulo 2^128, big-endian.
[[nodiscard]] Bytes16 addHash(const Bytes16& sum, const Bytes16& hash);
[[nodiscard]] Bytes16 subtractHash(const Bytes16& sum, const Bytes16& hash);

/// One 16-byte figure for a whole replica: BLAKE2b-128 over the digests with rows, ordered by (scope, entity), each as
/// scope || entity as 4 bytes || rows as 8 bytes || sum, big-endian.
[[nodiscard]] Bytes16 combinedDigest(std::vector<Digest> digests);

/// 16 bytes that name a set of scopes: BLAKE2b-128 without key over the scopes in order, 17 bytes each.
[[nodiscard]] Bytes16 scopesHash(const std::set<Scope>& scopes);

} // namespace satchel
