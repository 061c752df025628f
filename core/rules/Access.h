// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "core/model/Scope.h"

namespace satchel {

/// Who may see and write what, as pure functions; the server decides with them, the laptop predicts.

/// Whether rows of `entity` are delivered through scopes of this kind.
[[nodiscard]] bool carries(ScopeKind kind, const Entity& entity);

/// The scope of entities that are given out as a whole (company, catalogue, margin); nothing for the others. Rows of
/// these have no membership of their own.
[[nodiscard]] std::optional<Scope> sharedScope(const Entity& entity);

/// A user for the purpose of rights.
struct Actor {
    Id user;
    Role role = Role::Salesperson;
    std::vector<Id> territories; ///< nodes he is assigned to
};

/// Whether the role may create, update or delete rows of the entity at all, and set the field at all.
[[nodiscard]] bool mayCreate(Role role, const Entity& entity);
[[nodiscard]] bool mayUpdate(Role role, const Entity& entity);
[[nodiscard]] bool mayDelete(Role role, const Entity& entity);
[[nodiscard]] bool mayWriteField(Role role, const Entity& entity, const Field& field);
/// Whether the role is given costs and floor prices (ScopeKind::Margin).
[[nodiscard]] bool mayKnowMargins(Role role);
/// Whether the role may hand a row over to an area it does not see (reassignment).
[[nodiscard]] bool mayMoveAway(Role role);

} // namespace satchel
