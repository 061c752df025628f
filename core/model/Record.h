// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Schema.h"
#include "core/schema/Value.h"

#include <string>
#include <string_view>
#include <vector>

namespace satchel {

/// One row of any entity, as a plain value. `values` stand in the order of entity->fields.
struct Record {
    const Entity* entity = nullptr;
    Id id;
    std::int64_t rev = 0; ///< seq of the last server transaction that changed it, 0 while only this laptop knows it
    Id root;              ///< root row of its aggregate; itself if it is one
    std::vector<Value> values;
    /// What newer programs keep in fields that this one does not know, by number and in its order; never empty values.
    std::vector<std::pair<int, Value>> unknown = {};

    Record() = default;
    explicit Record(const Entity& type, const Id& rowId = {}) : entity(&type), id(rowId), values(type.fields.size()) {}

    bool operator==(const Record&) const = default;

    /// The value of a declared field (asserted).
    [[nodiscard]] const Value& value(std::string_view field) const;
    void set(std::string_view field, Value value);
    /// What a person calls it; "" if all label fields are empty.
    [[nodiscard]] std::string label() const;
};

} // namespace satchel
