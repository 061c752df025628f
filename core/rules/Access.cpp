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
constexpr std::array<Names, 12> sales = {"agreement",   "agreed_price",   "entitlement", "customer_part",
                                         "opportunity", "quote",          "quote_group", "quote_line",
                                         "approval",    "quote_document", "order",       "order_line"};
constexpr std::array<Names, 6> dealings = {"account", "account_team", "contact", "lead", "activity", "task"};
constexpr std::array<Names, 3> leads = {"lead", "activity", "task"};
constexpr std::array<Names, 2> marketing = {"account", "contact"};

} // namespace

bool carries(ScopeKind kind, const Entity& entity)
{
    switch (kind) {
    case ScopeKind::Company: return entity.scope.company;
    case ScopeKind::Catalogue: return entity.scope.catalogue;
    case ScopeKind::Margin: return entity.scope.margin;
    case ScopeKind::Territory:
    case ScopeKind::Team: return isOneOf(entity, dealings) || isOneOf(entity, sales);
    case ScopeKind::Leads: return isOneOf(entity, leads);
    case ScopeKind::Marketing: return isOneOf(entity, marketing);
    case ScopeKind::User:
        return isOneOf(entity, dealings) || isOneOf(entity, sales) || entity.name == "conflict" ||
               entity.name == "saved_list";
    case ScopeKind::Device: return false;
    }
    return false;
}

std::optional<Scope> sharedScope(const Entity& entity)
{
    if (entity.scope.company)
        return Scope{ScopeKind::Company, {}};
    if (entity.scope.margin)
        return Scope{ScopeKind::Margin, {}};
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

bool mayKnowMargins(Role role)
{
    return role == Role::AccountManager || role == Role::SalesManager || role == Role::Administrator;
}

bool mayMoveAway(Role role)
{
    return role == Role::SalesManager || role == Role::Administrator;
}

} // namespace satchel
