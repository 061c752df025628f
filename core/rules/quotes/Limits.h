// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/model/RecordSource.h"
#include "core/schema/Role.h"

namespace satchel::quotes {

/// The company's discount authorities, read once: how much somebody may give by himself (core/rules/QUOTES.md). A plain
/// value; any thread.
class Limits {
public:
    [[nodiscard]] static Result<Limits> read(RecordSource& records);
    /// In percent. `family` "": of a product that has none.
    [[nodiscard]] Decimal of(const Id& user, Role role, const std::string& family) const;

private:
    std::vector<Record> m_rows;
};

/// A person of the directory who may come in.
struct Person {
    Id id;
    Role role = Role::Salesperson;
    std::vector<Id> territories;
};
/// Nothing for somebody who is not in the directory, who has left, or whose role only a newer program knows.
[[nodiscard]] Result<std::optional<Person>> personOf(const Id& user, RecordSource& records);
[[nodiscard]] std::optional<Person> personIn(const Record& user);

} // namespace satchel::quotes
