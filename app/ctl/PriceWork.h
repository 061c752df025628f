// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Reply.h"
#include "app/ctl/Session.h"
#include "core/sales/PriceLists.h"

namespace satchel::ctl {

/// What the command line says of a command about prices, as it was written.
struct PriceArguments {
    std::string list;
    std::string file;
    std::string sheet;
    std::vector<std::string> map; ///< COLUMN=FIELD
    std::vector<std::string> set; ///< FIELD=VALUE
    bool keepMissing = false;
    bool dryRun = false;
    std::string effectiveFrom;
    std::string name;
    std::string notes;
    std::string revision;
    std::string other; ///< the second revision of a comparison
    std::string product;
    std::string account;
    std::string quantity;
    std::string unit;
    std::string date;
    std::string currency;
    int limit = 50; ///< products shown
};

// PriceImportCommands.cpp
[[nodiscard]] Result<Reply> importPriceFile(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> showPriceDraft(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> publishPrices(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> rollBackPrices(const PriceArguments& arguments, Session& session);

// PriceDifferenceCommands.cpp
[[nodiscard]] Result<Reply> listRevisions(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> comparePrices(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> showReceipts(const PriceArguments& arguments, Session& session);

// PriceQuestionCommands.cpp
[[nodiscard]] Result<Reply> explainOnePrice(const PriceArguments& arguments, Session& session);
[[nodiscard]] Result<Reply> checkForClashes(const PriceArguments& arguments, Session& session);

/// The list with its revisions.
[[nodiscard]] Result<sales::PriceListRecords> priceListNamed(const std::string& text, Session& session);
/// A difference for people and scripts, into `reply`: counts, the first products, and which open quotes it touches.
[[nodiscard]] Status addDifference(const sales::PriceDifference& difference, const sales::PriceListRecords& list,
                                   int limit, Session& session, Reply& reply);

} // namespace satchel::ctl
