// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/Guard.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// What must hold of the directory whoever changes it, looked at when a change has been applied: a login belongs to one
/// person, somebody can always administer, territories form a tree. A person who was locked out has no session left. A
/// view of the ledger, for the change under way.
class DirectoryRules {
public:
    DirectoryRules(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    [[nodiscard]] Result<std::optional<quotes::Objection>> objection();
    /// After a change that nobody objects to.
    [[nodiscard]] Status settle(Milliseconds now);

private:
    using Answer = std::optional<quotes::Objection>;
    [[nodiscard]] Result<Answer> objectionToUser(const Record& user);
    [[nodiscard]] Result<Answer> objectionToTerritory(const Record& territory);
    [[nodiscard]] Result<Answer> objectionToLoss();
    /// The rows of the entity that the change has written and that are there.
    [[nodiscard]] Result<std::vector<Record>> written(const Entity& entity);

    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
