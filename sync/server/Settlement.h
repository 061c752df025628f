// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Intake.h"

namespace satchel::server {

/// Carries deferred changes to their end: what was waited for has come. Each is judged with the rights its author has
/// now, in the order of its laptop, and what waited behind it follows. Lives inside one write transaction, between
/// changes of the ledger.
class Settlement {
public:
    Settlement(Database& database, Ledger& ledger, Environment& environment, Milliseconds now)
        : m_database(database), m_ledger(ledger), m_environment(environment), m_now(now)
    {}

    /// Tries the change again; nothing if there is none.
    [[nodiscard]] Result<std::optional<Outcome>> take(const Id& incarnation, std::int64_t number,
                                                      Intake::Waiver waiver);
    [[nodiscard]] Status refuse(const Id& incarnation, std::int64_t number, const std::string& code,
                                const std::string& text);
    /// The changes of the incarnation that waited behind others of it and need not any more.
    [[nodiscard]] Status follow(const Id& incarnation);
    /// Numbers of the changes the server failed with, in order.
    [[nodiscard]] Result<std::vector<std::int64_t>> faults(const Id& incarnation);
    /// It failed with one once more, as a whole: counts.
    [[nodiscard]] Status setAside(const Id& incarnation, std::int64_t number, const Error& error);

private:
    [[nodiscard]] Result<std::optional<Outcome>> takeAlone(const Id& incarnation, std::int64_t number,
                                                           Intake::Waiver waiver);
    [[nodiscard]] Result<std::optional<Sealed>> sealed(const Id& incarnation, std::int64_t number);
    /// Who made the changes of an incarnation, with the rights of now; nothing if he may not come in any more.
    [[nodiscard]] Result<std::optional<Caller>> authorOf(const Id& incarnation);

    Database& m_database;
    Ledger& m_ledger;
    Environment& m_environment;
    Milliseconds m_now;
};

} // namespace satchel::server
