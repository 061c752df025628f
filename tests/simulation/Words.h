// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/schema/ValueJson.h"

namespace satchel::simulation {

/// How rows and values are called where something is wrong with them.
inline std::string name(const RowKey& key)
{
    return schema::entityNumbered(key.entity)->name + " " + key.id.toString();
}

inline std::string show(const Value& value)
{
    if (value.isInteger())
        return std::to_string(value.integer());
    if (value.isId())
        return value.id().toString();
    return value.isNull() ? "(empty)" : "\"" + value.text() + "\"";
}

/// As values stand in the inbox.
inline std::string asJson(const Field& field, const Value& value)
{
    return valueToJson(field, value).dump();
}

} // namespace satchel::simulation
