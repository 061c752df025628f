// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Family.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/Quotes.h"

namespace satchel::ctl {

using Texts = std::vector<std::string>;
using MaybeText = std::optional<std::string>;

/// What the command line says of a quote; nothing of it is looked up yet.
struct Said {
    std::string quote, account, line, product, title, text, value, file, group;
    Texts lines, parts;
    MaybeText after, before, inGroup, contact, opportunity, currency, list, copyTitle, from, date, validUntil,
        newAccount;
    MaybeText quantity, unit, price, discount, discountAmount, description, partNumber, shipTo, deliveryDate, notes;
    MaybeText alternativeTo, newProduct;
    bool first = false, optional = false, normal = false, chosen = false, notChosen = false, clear = false;
    bool document = false, preview = false, atPins = false, why = false, withLines = false;
};

/// The commands for writing a quote: declared in QuoteOptions.cpp, carried out in QuoteCommands.cpp.
class QuoteFamily final : public Family {
public:
    void declare(CLI::App& app) override;
    bool owns(const std::string& command) const override;
    Result<Reply> run(const std::string& command, const Arguments& arguments, Session& session) override;

private:
    void declareWhole(CLI::App& word);
    void declareLines(CLI::App& word);
    void declareGroups(CLI::App& word);
    void declarePrices(CLI::App& word);
    CLI::App* onQuote(CLI::App& word, const char* name, const char* help);
    void declarePlace(CLI::App& command);
    void declareTerms(CLI::App& command);

    [[nodiscard]] Result<Reply> begin(Session& session);
    [[nodiscard]] Result<Reply> duplicate(Session& session, bool asTemplate);
    [[nodiscard]] Result<sales::Edited> onLines(const std::string& deed, Session& session);
    [[nodiscard]] Result<sales::Edited> onGroups(const std::string& deed, Session& session);
    [[nodiscard]] Result<sales::Edited> addLine(Session& session);
    [[nodiscard]] Result<sales::Edited> setLine(Session& session);
    [[nodiscard]] Result<sales::Edited> chooseParts(Session& session);
    [[nodiscard]] Result<sales::Edited> paste(Session& session);
    [[nodiscard]] Result<sales::Edited> discount(Session& session);
    [[nodiscard]] Result<sales::Edited> setPrice(Session& session);
    [[nodiscard]] Result<Reply> reprice(Session& session);

    [[nodiscard]] Status lookUp(Session& session);
    [[nodiscard]] Result<Id> line(const std::string& text) { return sales::lineNamed(m_records, text); }
    [[nodiscard]] Result<std::vector<Id>> lines();
    [[nodiscard]] Result<sales::Place> place();
    [[nodiscard]] Result<Id> product(const std::string& text, Session& session);
    [[nodiscard]] Result<Id> named(const char* entity, const MaybeText& text, Session& session);
    [[nodiscard]] std::string currency() const { return m_records.quote.value("currency").text(); }

    Said m_said;
    quotes::QuoteRecords m_records; ///< of the quote that is named
};

} // namespace satchel::ctl
