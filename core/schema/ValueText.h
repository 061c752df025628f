// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/schema/Entity.h"
#include "core/schema/Value.h"

#include <functional>

namespace satchel {

/// What parsing a person's text needs to know of the world around it.
struct ValueContext {
    /// Finds the row of `entity` that `text` means: an id, a login, a natural key or an unambiguous label.
    std::function<Result<Id>(const Entity& entity, std::string_view text)> resolve;
    /// New ids for timeline entries, and their time and author.
    std::function<Id()> newId;
    Milliseconds now = 0;
    Id me;
    /// Currency of a money value written without one; empty: a currency must be given.
    std::string currency = {};
};

/// Reads what a person or a file writes for a field: `12.30 EUR`, `true`, `2026-11-22`, RFC 3339, a JSON list or group,
/// plain text for a one-element list or a new timeline entry, an id or label for a reference. Empty text is Null.
/// `current` is the present value (a Timeline is appended to). Invalid with a sentence that names the field.
[[nodiscard]] Result<Value> parseValue(const Entity& entity, const Field& field, std::string_view text,
                                       const Value& current, const ValueContext& context);

/// The text that parseValue would read back; references as ids, composites as JSON. "" for Null.
[[nodiscard]] std::string formatValue(const Field& field, const Value& value);

} // namespace satchel
