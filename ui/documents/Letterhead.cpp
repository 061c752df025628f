// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Letterhead.h"
#include "core/schema/Composite.h"
#include "ui/documents/Logo.h"
#include "ui/documents/Text.h"

#include <QByteArray>

namespace satchel::documents {

namespace {

pricing::Document::Address addressOf(const Value& group)
{
    pricing::Document::Address address;
    const auto members = readGroup(group.text());
    if (!members)
        return address;
    for (const auto& [name, text] : *members) {
        if (name == "street")
            address.street = text;
        else if (name == "postcode")
            address.postcode = text;
        else if (name == "city")
            address.city = text;
        else if (name == "region")
            address.region = text;
        else if (name == "country")
            address.country = text;
    }
    return address;
}

// The bytes behind base64 with white space in it and perhaps the head of a data URL before it; "" if it is none.
std::string decoded(const std::string& base64)
{
    QByteArray text = QByteArray::fromStdString(base64);
    if (text.startsWith("data:"))
        text = text.mid(text.indexOf(',') + 1);
    const auto read =
        QByteArray::fromBase64Encoding(text.simplified().replace(' ', ""), QByteArray::AbortOnBase64DecodingErrors);
    return read.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? read.decoded.toStdString() : std::string();
}

} // namespace

Letterhead letterheadOf(const Record& company)
{
    const auto text = [&company](std::string_view field) { return company.value(field).text(); };
    Letterhead head;
    head.name = text("name");
    head.address = addressOf(company.value("address"));
    if (head.address.country.empty())
        head.address.country = text("country");
    head.phone = text("phone");
    head.email = text("email");
    head.website = text("website");
    head.vatId = text("vat_id");
    head.registration = text("registration");
    head.bank = text("bank");
    head.footer = text("footer");
    if (logoTrouble(text("logo")))
        head.logo = decoded(text("logo"));
    return head;
}

Status logoTrouble(const std::string& base64)
{
    if (base64.empty())
        return Ok{};
    const std::string bytes = decoded(base64);
    if (bytes.empty())
        return invalid("The logo is not the base64 of a file.", "logo");
    const auto logo = Logo::read(bytes);
    if (!logo)
        return logo.error();
    return Ok{};
}

} // namespace satchel::documents
