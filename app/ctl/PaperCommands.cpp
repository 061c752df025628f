// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/QuoteNaming.h"
#include "app/ctl/Session.h"
#include "core/sales/Papers.h"
#include "ui/documents/QuoteMail.h"
#include "ui/documents/QuotePdf.h"
#include "ui/documents/QuoteXlsx.h"

namespace satchel::ctl {

namespace {

// A quote as it goes onto paper, and what is needed for that.
struct Paper {
    pricing::Document document;
    documents::Letterhead head;
    documents::Template look;
    documents::Recipient to;
    Milliseconds madeAt = 0;
};

Result<Paper> paperOf(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_ASSIGN(sales::QuoteSheet sheet, sales::quoteSheet(session.replica(), quote));
    Paper paper{.document = std::move(sheet.document),
                .head = sheet.company ? documents::letterheadOf(*sheet.company) : documents::Letterhead(),
                .look = documents::Template::standard(),
                .to = {},
                .madeAt = sheet.madeAt};
    if (sheet.recipient)
        paper.to = {.name = sheet.recipient->label(), .email = sheet.recipient->value("email").text()};
    if (!wishes.look.empty()) {
        SATCHEL_ASSIGN(paper.look, documents::Template::read(wishes.look));
    }
    return paper;
}

Result<Reply> written(const DealWishes& wishes, const Paper& paper, const QByteArray& bytes)
{
    const std::string_view contents(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    SATCHEL_TRY(writeFile(wishes.file, contents));
    return plainReply({{"id", paper.document.quote.toString()},
                       {"number", paper.document.number.empty() ? Json(nullptr) : Json(paper.document.number)},
                       {"revision", paper.document.revision},
                       {"file", wishes.file},
                       {"bytes", bytes.size()}});
}

} // namespace

Result<Reply> writeQuotePdf(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Paper paper, paperOf(wishes, session));
    SATCHEL_ASSIGN(const QByteArray pdf, documents::quotePdf(paper.document, paper.head, paper.look, paper.madeAt));
    return written(wishes, paper, pdf);
}

Result<Reply> writeQuoteXlsx(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Paper paper, paperOf(wishes, session));
    SATCHEL_ASSIGN(const QByteArray workbook,
                   documents::quoteXlsx(paper.document, paper.head, paper.look, paper.madeAt));
    return written(wishes, paper, workbook);
}

Result<Reply> writeQuoteMail(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Paper paper, paperOf(wishes, session));
    SATCHEL_ASSIGN(const QByteArray mail, documents::quoteMail(paper.document, paper.head, paper.look, paper.to,
                                                               paper.madeAt, wishes.withWorkbook));
    return written(wishes, paper, mail);
}

} // namespace satchel::ctl
