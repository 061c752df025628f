// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Ledger.h"

namespace satchel::server {

/// Two records that are one: merging the loser into the survivor, and taking that back. Whatever refers to the loser is
/// pointed at the survivor, whoever can see it; the loser becomes a redirect, so that edits others still make to it go
/// to the survivor. A view of the ledger, within a change.
class Duplicates {
public:
    Duplicates(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// Both are there, of one kind, and different.
    [[nodiscard]] Status merge(const Record& loser, const Record& survivor, const Stamp& stamp);
    /// Brings the loser back, and to it what was pointed away from it and has not been touched since. `survivor`: whom
    /// it had been merged into.
    [[nodiscard]] Status unmerge(const MergeRow& loser, const Id& survivor, const Stamp& stamp);

    /// Where edits of a merged record go; nothing if it is none.
    [[nodiscard]] Result<std::optional<Id>> redirect(const Entity& entity, const Id& id);
    [[nodiscard]] Result<bool> anyRedirects();

    /// A field by which the world tells records of this kind apart (nothing: there is none), and the other rows that
    /// have the same value in it.
    [[nodiscard]] static std::optional<std::size_t> mark(const Entity& entity);
    [[nodiscard]] Result<std::vector<Record>> twins(const Record& record);

private:
    [[nodiscard]] Status point(const RowKey& key, std::size_t field, const Value& to, const Stamp& stamp,
                               const std::string& rule);

    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
