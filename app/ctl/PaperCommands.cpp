// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/QuoteNaming.h"
#include "app/ctl/Session.h"
#include "core/sales/DealDesk.h"
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

// Handed over it is what the customer got, with his word where there is one; before, as it stands.
Result<Paper> paperOf(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_ASSIGN(sales::DealDesk desk, sales::DealDesk::open(session.replica(), quote));
    Paper paper{.document = std::move(desk.document),
                .head = {},
                .look = documents::Template::standard(),
                .to = {},
                .madeAt = desk.now};
    if (!desk.records.documents.empty()) {
        const Record& frozen = desk.records.documents.front();
        SATCHEL_ASSIGN(paper.document, pricing::readDocument(frozen.value("body").text()));
        paper.document.acceptedBy = desk.quote().value("accepted_by").text();
        paper.document.signature = desk.quote().value("signature").text();
        paper.madeAt = frozen.value("handed_at").integer();
    }
    SATCHEL_ASSIGN(const auto companies, session.replica().list({.entity = &schema::entity("company"), .limit = 1}));
    if (!companies.rows.empty())
        paper.head = documents::letterheadOf(companies.rows.front());
    SATCHEL_ASSIGN(const auto contact,
                   session.replica().find(schema::entity("contact"), desk.quote().value("contact").id()));
    if (contact)
        paper.to = {.name = contact->label(), .email = contact->value("email").text()};
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
