// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"

#include <optional>

namespace satchel::leads {

/// What a lead is to the records it becomes, as pure functions.

using FieldValues = std::vector<std::pair<const char*, Value>>;

/// Why nothing can become of the lead any more, as a sentence; nothing while it is open.
[[nodiscard]] std::optional<std::string> whyClosed(const Record& lead);
/// What the new account and the new contact get from it. Empty values are left out; who owns them is decided by whoever
/// makes them.
[[nodiscard]] FieldValues accountOf(const Record& lead);
[[nodiscard]] FieldValues contactOf(const Record& lead);
/// Whether an account is one that leads are forwarded to.
[[nodiscard]] bool takesLeads(const Record& account);

/// "Ana María Ruiz" as first and last name; "Ruiz, Ana" too. A single word is the last name.
struct PersonName {
    std::string first;
    std::string last;
};
[[nodiscard]] PersonName personName(std::string_view whole);

/// The digits that two ways of writing one number have in common: without country code, zeros in front and extension
/// marks. "" where there are too few to tell people apart.
[[nodiscard]] std::string tellingDigits(std::string_view phone);

} // namespace satchel::leads
