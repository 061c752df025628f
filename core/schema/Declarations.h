// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Schema.h"

/// The parts of the one declaration, for Declaration.cpp to put together; nobody else includes this.
namespace satchel::schema {

inline constexpr RoleSet administrators = {Role::Administrator};
inline constexpr RoleSet managers = {Role::SalesManager, Role::Administrator};
inline constexpr RoleSet keyAccounts = {Role::AccountManager, Role::SalesManager, Role::Administrator};
inline constexpr RoleSet sellers = {Role::Salesperson, Role::AccountManager, Role::SalesManager, Role::Administrator};
inline constexpr RoleSet marketers = {Role::Marketing, Role::Administrator};
inline constexpr RoleSet everybody = {Role::Salesperson,  Role::InsideSales, Role::AccountManager,
                                      Role::SalesManager, Role::Marketing,   Role::Administrator};

// A function, so that other files may look at the declaration while they initialise their own constants.
[[nodiscard]] inline std::vector<std::string> addressMembers()
{
    return {"street", "postcode", "city", "region", "country"};
}

// CatalogueDeclaration.cpp
[[nodiscard]] Entity product();
[[nodiscard]] Entity priceList();
[[nodiscard]] Entity priceRevision();
[[nodiscard]] Entity priceEntry();
[[nodiscard]] Entity company();
[[nodiscard]] Entity productUnit();
[[nodiscard]] Entity optionGroup();
[[nodiscard]] Entity bundlePart();
[[nodiscard]] Entity productRule();
[[nodiscard]] Entity productCost();
[[nodiscard]] Entity exchangeRate();
[[nodiscard]] Entity taxRate();
[[nodiscard]] Entity promotion();
[[nodiscard]] Entity discountAuthority();
[[nodiscard]] Entity deputy();

// SalesDeclaration.cpp
[[nodiscard]] Entity entitlement();
[[nodiscard]] Entity customerPart();
[[nodiscard]] Entity agreement();
[[nodiscard]] Entity agreedPrice();
[[nodiscard]] Entity opportunity();
[[nodiscard]] Entity quote();
[[nodiscard]] Entity quoteGroup();
[[nodiscard]] Entity quoteLine();
[[nodiscard]] Entity approval();
[[nodiscard]] Entity quoteDocument();
[[nodiscard]] Entity order();
[[nodiscard]] Entity orderLine();

} // namespace satchel::schema
