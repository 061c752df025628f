// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Access.h"

#include <algorithm>
#include <array>

namespace satchel {

namespace {

template <std::size_t N>
bool isOneOf(const Entity& entity, const std::array<std::string_view, N>& names)
{
    return std::find(names.begin(), names.end(), entity.name) != names.end();
}

using Names = std::string_view;
constexpr std::array<Names, 2> company = {"territory", "user"};
constexpr std::array<Names, 4> catalogue = {"product", "price_list", "price_revision", "price_entry"};
constexpr std::array<Names, 6> dealings = {"account", "account_team", "contact", "lead", "activity", "task"};
constexpr std::array<Names, 3> leads = {"lead", "activity", "task"};
constexpr std::array<Names, 2> marketing = {"account", "contact"};
constexpr std::array<Names, 7> own = {"account", "account_team", "contact", "lead", "activity", "task", "conflict"};

} // namespace

bool carries(ScopeKind kind, const Entity& entity)
{
    switch (kind) {
    case ScopeKind::Company: return isOneOf(entity, company);
    case ScopeKind::Catalogue: return isOneOf(entity, catalogue);
    case ScopeKind::Territory:
    case ScopeKind::Team: return isOneOf(entity, dealings);
    case ScopeKind::Leads: return isOneOf(entity, leads);
    case ScopeKind::Marketing: return isOneOf(entity, marketing);
    case ScopeKind::User: return isOneOf(entity, own);
    case ScopeKind::Device: return false;
    }
    return false;
}

std::optional<Scope> sharedScope(const Entity& entity)
{
    if (entity.scope.company)
        return Scope{ScopeKind::Company, {}};
    return entity.scope.catalogue ? std::optional(Scope{ScopeKind::Catalogue, {}}) : std::nullopt;
}

bool mayCreate(Role role, const Entity& entity)
{
    return entity.creators.contains(role);
}

bool mayUpdate(Role role, const Entity& entity)
{
    return entity.updaters.contains(role);
}

bool mayDelete(Role role, const Entity& entity)
{
    return entity.deleters.contains(role);
}

bool mayWriteField(Role role, const Entity&, const Field& field)
{
    return field.writers.empty() || field.writers.contains(role);
}

bool mayMoveAway(Role role)
{
    return role == Role::SalesManager || role == Role::Administrator;
}

} // namespace satchel
