// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/schema/Entity.h"
#include "core/schema/Value.h"

#include <QString>

namespace satchel::ui {

/// Reads what a person types for a simple field in his locale: 1.234,50 EUR; 24.12., tomorrow, +3; 10:30. Also takes
/// the canonical forms. Empty text is Null. Invalid with a sentence. Pure.
[[nodiscard]] Result<Value> readTyped(const Entity& entity, const Field& field, const QString& text,
                                      const Value& current, Milliseconds now);
/// The text an editor starts with, which readTyped reads back to the same value.
[[nodiscard]] QString typedForm(const Field& field, const Value& value);

} // namespace satchel::ui
