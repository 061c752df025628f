// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Arguments.h"
#include "app/ctl/Reply.h"

namespace CLI {
class App;
}

namespace satchel::ctl {

class Session;

/// Commands that belong together under one word ("quote new", "quote line", ...): declares them to the parser, keeps
/// what the command line says of them, and carries them out. One object a family, made once, on the main thread.
class Family {
public:
    virtual ~Family() = default;
    virtual void declare(CLI::App& app) = 0;
    /// Whether a command is one of this family: "quote new".
    [[nodiscard]] virtual bool owns(const std::string& command) const = 0;
    [[nodiscard]] virtual Result<Reply> run(const std::string& command, const Arguments& arguments,
                                            Session& session) = 0;
};

[[nodiscard]] std::unique_ptr<Family> makePriceFamily(); // PriceCommands.cpp: prices, promotion
[[nodiscard]] std::unique_ptr<Family> makeQuoteFamily(); // QuoteCommands.cpp: writing a quote
[[nodiscard]] std::unique_ptr<Family> makeDealFamily();  // DealCommands.cpp: from approval to order
[[nodiscard]] std::unique_ptr<Family> makeLeadFamily();  // LeadFamily.cpp: what becomes of a lead
[[nodiscard]] std::unique_ptr<Family> makeAdminFamily(); // AdminFamily.cpp: users, devices, alerts, reassignment

} // namespace satchel::ctl
