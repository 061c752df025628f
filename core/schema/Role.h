// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace satchel {

/// What a user does in the company; decides what he sees and may write. The order is frozen (bits of RoleSet).
enum class Role : std::uint8_t { Salesperson, InsideSales, AccountManager, SalesManager, Marketing, Administrator };

[[nodiscard]] std::string_view roleName(Role role);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);
[[nodiscard]] const std::vector<Role>& allRoles();

/// A set of roles.
class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles)
    {
        for (const Role role : roles)
            m_bits |= 1U << static_cast<unsigned>(role);
    }
    [[nodiscard]] constexpr bool contains(Role role) const { return (m_bits >> static_cast<unsigned>(role)) & 1U; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    constexpr bool operator==(const RoleSet&) const = default;

private:
    unsigned m_bits = 0;
};

} // namespace satchel
