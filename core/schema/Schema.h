// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"

namespace satchel {

/// The one declaration of every entity (Declaration.cpp). Validation, storage, codecs, merging, history, import and
/// the generic commands are all derived from it. Immutable, made once, readable from every thread.
namespace schema {

/// Raised with every change of the declaration that travels. The server speaks this version and two before it.
inline constexpr int version = 2;

[[nodiscard]] const std::vector<Entity>& entities();
[[nodiscard]] const Entity* entityNamed(std::string_view name);
[[nodiscard]] const Entity* entityNumbered(int number);
/// An entity that the code itself names; it must exist.
[[nodiscard]] const Entity& entity(std::string_view name);

/// For tests: what arrives is read as a program of this version reads it, to which newer fields are unknown. Answers
/// the version before. Process-wide; outside of test builds there is no such function.
int speakAs(int version);

} // namespace schema
} // namespace satchel
