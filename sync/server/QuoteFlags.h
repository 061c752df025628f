// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/schema/Role.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// What the server finds against a quote that was handed over: it is written into the quote's flags, one sentence a
/// line, and a manager gets a to-do about it. A view of the ledger, within a change.
class QuoteFlags {
public:
    QuoteFlags(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// `row`: the quote_document; `author` with `role` has handed it over.
    [[nodiscard]] Result<std::vector<std::string>> of(const Record& row, const pricing::Document& document,
                                                      const Id& author, Role role);
    /// Adds them to those that are there. Nothing for none.
    [[nodiscard]] Status write(const Record& row, const pricing::Document& document,
                               const std::vector<std::string>& flags, const Stamp& stamp, Milliseconds now);

private:
    using Flags = std::vector<std::string>;
    [[nodiscard]] Status addAuthority(const Record& row, const pricing::Document& document, const Id& author, Role role,
                                      Flags& flags);
    [[nodiscard]] Status addPrices(const Record& row, const pricing::Document& document, Flags& flags);
    [[nodiscard]] Status addNumber(const Record& row, const pricing::Document& document, Flags& flags);
    [[nodiscard]] Status addOther(const Record& row, const pricing::Document& document, Flags& flags);
    [[nodiscard]] Status addTo(const Id& quote, const Flags& flags, const Stamp& mine);
    [[nodiscard]] Status giveTask(const Record& row, const Record& quote, const Flags& flags, const Stamp& stamp,
                                  Milliseconds now);

    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
