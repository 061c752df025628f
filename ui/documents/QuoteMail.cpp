// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteMail.h"
#include "ui/documents/FileName.h"
#include "ui/documents/Formats.h"
#include "ui/documents/Mime.h"
#include "ui/documents/QuotePdf.h"
#include "ui/documents/QuoteXlsx.h"
#include "ui/documents/Text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

namespace satchel::documents {

namespace {

constexpr const char* pdfType = "application/pdf";
constexpr const char* xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string bodyOf(const pricing::Document& document, const Letterhead& head, const Words& words,
                   const std::string& name)
{
    const Formats formats(document.language, document.currency, words);
    const std::string number = document.number.empty() ? words["draft"] : oneLine(document.number);
    const std::string title = oneLine(document.title);
    std::string text = name.empty() ? words["mail_greeting"] : words.with("mail_greeting_named", name);
    text += "\n\n" + words.with("mail_text", title.empty() ? number : number + " \u2013 " + title);
    if (!document.validUntil.empty())
        text += "\n" + words.with("mail_valid", formats.date(document.validUntil));
    text += "\n\n" + words["mail_closing"] + "\n\n" + words["mail_regards"] + "\n";
    for (const std::string& line :
         {document.sellerName, document.sellerPhone, document.sellerEmail, std::string(), head.name, head.website})
        text += oneLine(line) + "\n";
    return text;
}

// From whom, as far as there is an address for it.
QByteArray senderHeader(const pricing::Document& document, const Letterhead& head)
{
    if (const auto seller = addressHeader("From", document.sellerName, document.sellerEmail))
        return *seller;
    const auto company = addressHeader("From", head.name, head.email);
    return company ? *company : QByteArray();
}

} // namespace

Result<QByteArray> quoteMail(const pricing::Document& document, const Letterhead& head, const Template& look,
                             const Recipient& to, std::int64_t madeAt, bool withSpreadsheet)
{
    const Words& words = look.wordsFor(document.language);
    const std::string name = oneLine(to.name.empty() ? document.contactName : to.name);
    QByteArray recipient;
    if (!to.email.empty()) {
        SATCHEL_ASSIGN(recipient, addressHeader("To", name, to.email));
    }
    SATCHEL_ASSIGN(const QByteArray pdf, quotePdf(document, head, look, madeAt));
    std::vector<QByteArray> parts{textPart(bodyOf(document, head, words, name)),
                                  attachment(pdfType, quoteFileName(document, words, ".pdf"), pdf)};
    if (withSpreadsheet) {
        SATCHEL_ASSIGN(const QByteArray xlsx, quoteXlsx(document, head, look, madeAt));
        parts.push_back(attachment(xlsxType, quoteFileName(document, words, ".xlsx"), xlsx));
    }
    // No line of base64 begins with two hyphens, so any boundary would do; this one is the same for the same quote.
    const QByteArray boundary = "satchel-" + QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex().left(32);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(madeAt, Qt::UTC);
    QByteArray mail = senderHeader(document, head) + recipient;
    mail += textHeader(
        "Subject",
        words.with("mail_subject",
                   joined({document.number.empty() ? words["draft"] : document.number, document.title}, " \u2013 ")));
    mail +=
        "Date: " + QLocale::c().toString(when, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000\r\n";
    mail +=
        "X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (const QByteArray& part : parts)
        mail += "--" + boundary + "\r\n" + part;
    return mail + "--" + boundary + "--\r\n";
}

} // namespace satchel::documents
