// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Role.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// A person of the directory as an administrator writes him down.
struct Colleague {
    Id id; ///< null: a new one
    std::string login = {};
    std::string name = {};
    Role role = Role::Salesperson;
    std::vector<Id> territories = {};
    std::string email = {};
    std::string phone = {};
    bool active = true; ///< not locked out
};

struct TerritoryNode {
    Id id; ///< null: a new one
    std::string name = {};
    std::string code = {};
    Id parent; ///< null: at the top
};

/// The directory is records like any other: these need no server, are one change each, and reach every laptop with the
/// next sync. For administrators; the server looks at the same again. A password is not among them, for it never is in
/// a record. What makes no sense is Invalid or Conflict, with the field, and changes nothing.

[[nodiscard]] Result<Id> saveColleague(Replica& replica, const Colleague& colleague);
[[nodiscard]] Result<Id> saveTerritory(Replica& replica, const TerritoryNode& node);
/// Only one that nothing lies in: a sentence says what still does.
[[nodiscard]] Status retireTerritory(Replica& replica, const Id& territory);

} // namespace satchel::sales
