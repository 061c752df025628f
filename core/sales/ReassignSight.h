// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "core/schema/Role.h"

#include <map>
#include <set>

namespace satchel::sales {

/// Who sees an account, by the directory as it stands: the rule of ARCHITECTURE.md, "Scopes", for whole accounts. Those
/// who see everything, or every account by their role, are left out: for them nothing changes. A value that lives for
/// one preview.
class AccountSight {
public:
    [[nodiscard]] static Result<AccountSight> open(RecordSource& records);

    /// Where an account stands, as far as it decides who sees it.
    struct Place {
        Id territory; ///< its own, else inherited; null: none
        Id owner;
        std::set<Id> team; ///< of it and of the accounts above it
    };
    [[nodiscard]] Result<Place> placeOf(const Record& account);
    [[nodiscard]] bool sees(const Id& user, const Place& place) const;
    [[nodiscard]] std::set<Id> whoSees(const Place& place) const;
    [[nodiscard]] const std::map<Id, std::string>& names() const { return m_names; }

private:
    explicit AccountSight(RecordSource& records) : m_records(records) {}

    struct Person {
        Role role = Role::Salesperson;
        std::set<Id> nodes; ///< with those below, for a manager
    };
    RecordSource& m_records;
    std::map<Id, Person> m_people;
    std::map<Id, std::string> m_names; ///< of everybody
    std::map<Id, std::set<Id>> m_teams;
    std::map<Id, Record> m_above; ///< accounts met on the way up
};

} // namespace satchel::sales
