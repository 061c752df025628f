// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/schema/Field.h"
#include "core/schema/Value.h"

#include <nlohmann/json.hpp>

namespace satchel {

/// A value as scripts see it (satchelctl --json, conflict rows): money {"amount","currency"}, Decimal and Date strings,
/// instants RFC 3339, references id strings, composites as JSON, null when empty.
[[nodiscard]] nlohmann::ordered_json valueToJson(const Field& field, const Value& value);
/// The inverse. Invalid if `json` is not of the field's form.
[[nodiscard]] Result<Value> valueFromJson(const Field& field, const nlohmann::ordered_json& json);

} // namespace satchel
