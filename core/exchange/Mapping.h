// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/schema/Entity.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace satchel {

/// What a person says about a file to import.
struct ImportOptions {
    const Entity* entity = nullptr;
    std::vector<std::pair<std::string, std::string>> columns = {}; ///< (column, field); a field may be "address.street"
    std::vector<std::pair<std::string, std::string>> constants = {}; ///< (field, value) for every row
    std::vector<std::string> key = {};                               ///< fields; empty: the entity's natural key
    bool dryRun = false;
};

/// Where one field, or one member of a Group field, gets its text from.
struct Source {
    std::size_t field = 0;             ///< position in entity.fields
    std::string member = {};           ///< of a Group; "" for the whole field
    std::optional<std::size_t> column; ///< position in the header; else `constant`
    std::string constant = {};
};

/// A file's columns brought together with an entity's fields. Pure; made once per import.
struct Mapping {
    std::vector<Source> sources;         ///< references first: what a row refers to may decide how its rest is read
    std::vector<std::size_t> key;        ///< positions of the fields that tell rows apart
    std::optional<std::size_t> idColumn; ///< a column "id", as our own exports have it
    std::vector<std::string> ignored;    ///< columns that go nowhere
};

/// Columns that nobody mapped but that are named like a field (in either case) map themselves. Invalid for an unknown
/// column or field, for two sources of one field, and where nothing would tell the rows apart.
[[nodiscard]] Result<Mapping> makeMapping(const ImportOptions& options, const std::vector<std::string>& header);

} // namespace satchel
