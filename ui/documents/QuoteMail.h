// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Letterhead.h"
#include "ui/documents/Template.h"

#include <QByteArray>

namespace satchel::documents {

/// To whom a quote is mailed.
struct Recipient {
    std::string name = {};
    std::string email = {}; ///< "" : the draft has no recipient yet
};

/// A mail with the quote as a PDF (and as a spreadsheet, if wanted) attached, as an .eml file that a mail program opens
/// as an unsent draft: from the seller, in the customer's language, with the words of the template. No name or number
/// can add a header to it. Invalid if the recipient's address is none; what quotePdf() and quoteXlsx() return
/// otherwise.
[[nodiscard]] Result<QByteArray> quoteMail(const pricing::Document& document, const Letterhead& head,
                                           const Template& look, const Recipient& to, std::int64_t madeAt,
                                           bool withSpreadsheet = false);

} // namespace satchel::documents
