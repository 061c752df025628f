// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/schema/Entity.h"
#include "core/schema/Value.h"

namespace satchel {

/// Checks one value against its declaration: stored kind, limits, choices, canonical form of composites. Both ends
/// call it before anything is stored. Invalid with a sentence that names the field, or Ok. Null is checked against
/// `required` only by validateRow.
[[nodiscard]] Status validateValue(const Entity& entity, const Field& field, const Value& value);

/// Whether this program knows what stands there: a choice or a part of a group that only newer programs know may not be
/// changed by it.
[[nodiscard]] Status understood(const Entity& entity, const Field& field, const Value& value);

/// Checks a whole row: every value, and that required fields are set. `values` in the order of entity.fields.
[[nodiscard]] Status validateRow(const Entity& entity, const std::vector<Value>& values);
/// The same for a row that was there: values that are as they were have been checked when they were written.
[[nodiscard]] Status validateChanges(const Entity& entity, const std::vector<Value>& before,
                                     const std::vector<Value>& after);

} // namespace satchel
