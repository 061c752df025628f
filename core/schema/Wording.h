// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"

#include <string>
#include <string_view>

namespace satchel {

/// The few words that every sentence about records needs, made from the names in the declaration. Pure; any thread.

/// "account_team" as people read it: "account team".
[[nodiscard]] std::string spoken(std::string_view name);
/// "a contact", "an account team".
[[nodiscard]] std::string oneOf(const Entity& entity);
/// "The job title of a contact": the beginning of a sentence.
[[nodiscard]] std::string theField(const Entity& entity, const Field& field);
/// `text` in quotation marks, cut where it is long, line breaks shown as spaces.
[[nodiscard]] std::string inQuotes(std::string_view text);
/// "a, b and c", with "or" for `last`.
[[nodiscard]] std::string enumerated(const std::vector<std::string>& words, std::string_view last = "and");

} // namespace satchel
