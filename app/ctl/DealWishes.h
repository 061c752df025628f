// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Reply.h"
#include "core/base/Decimal.h"

namespace satchel::ctl {

class Session;

/// What the command line says of a deal, as text; filled by the family that declares these commands.
struct DealWishes {
    std::string quote; ///< number, number/revision or id; where it says so also an approval's id
    std::string other; ///< the quote to compare with
    std::string comment;
    std::string asked; ///< login
    std::string answer;
    std::string name; ///< of who accepted
    std::string at;
    std::string signature;           ///< a file with an SVG path
    std::vector<std::string> chosen; ///< lines
    bool choseNone = false;
    std::string reference;
    std::string reason;
    std::string file;
    std::string look; ///< folder of a template for documents
    bool withWorkbook = false;
    std::string order;
    std::string account;
    std::string product;
    std::string status;
    std::string from;
    std::string to;
    std::size_t limit = 50;
};

// DealCommands.cpp
[[nodiscard]] Json nullIfEmpty(const std::string& text);
[[nodiscard]] std::string amountText(Decimal amount, const std::string& currency);
[[nodiscard]] Result<Reply> submitQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> approveQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> rejectQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> withdrawQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> handOverQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> acceptQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> declineQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> expireQuote(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> reviseQuote(const DealWishes& wishes, Session& session);

// DifferenceCommand.cpp
[[nodiscard]] Result<Reply> compareQuotes(const DealWishes& wishes, Session& session);

// PaperCommands.cpp: quotes as files
[[nodiscard]] Result<Reply> writeQuotePdf(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> writeQuoteXlsx(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> writeQuoteMail(const DealWishes& wishes, Session& session);

// OrderCommands.cpp
[[nodiscard]] Result<Reply> listOrders(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> showOrder(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> exportOrders(const DealWishes& wishes, Session& session);
[[nodiscard]] Result<Reply> boughtBy(const DealWishes& wishes, Session& session);

} // namespace satchel::ctl
