// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Role.h"

#include <array>

namespace satchel {

namespace {
constexpr std::array<std::string_view, 6> names = {"salesperson",   "inside_sales", "account_manager",
                                                   "sales_manager", "marketing",    "administrator"};
}

std::string_view roleName(Role role)
{
    return names[static_cast<std::size_t>(role)];
}

std::optional<Role> roleNamed(std::string_view name)
{
    for (const Role role : allRoles())
        if (roleName(role) == name)
            return role;
    return std::nullopt;
}

const std::vector<Role>& allRoles()
{
    static const std::vector<Role> roles = {Role::Salesperson,  Role::InsideSales, Role::AccountManager,
                                            Role::SalesManager, Role::Marketing,   Role::Administrator};
    return roles;
}

} // namespace satchel
