// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"

namespace satchel::pricing {

/// The form of a document as JSON, told once for reading and writing: form(key, value) in the order of the keys. A new
/// key goes where it belongs and changes no document that does not have it, because what is empty is left out.
template <typename Form, typename Address>
void describeAddress(Form& form, Address& address)
{
    form("street", address.street);
    form("postcode", address.postcode);
    form("city", address.city);
    form("region", address.region);
    form("country", address.country);
}

template <typename Form, typename Group>
void describeGroup(Form& form, Group& group)
{
    form("id", group.id);
    form("title", group.title);
    form("text", group.text);
    form("position", group.position);
    form("subtotal", group.subtotal);
}

template <typename Form, typename Line>
void describeLine(Form& form, Line& line)
{
    form("id", line.id);
    form("group", line.group);
    form("position", line.position);
    form("kind", line.kind);
    form("role", line.role);
    form("chosen", line.chosen);
    form("counted", line.counted);
    form("alternative_to", line.alternativeTo);
    form("part_of", line.partOf);
    form("product", line.product);
    form("code", line.code);
    form("part_number", line.partNumber);
    form("description", line.description);
    form("quantity", line.quantity);
    form("unit", line.unit);
    form("list_price", line.listPrice);
    form("hand_price", line.handPrice);
    form("discount_percent", line.discountPercent);
    form("discount_amount", line.discountAmount);
    form("unit_price", line.unitPrice);
    form("net", line.net);
    form("share", line.share);
    form("tax_percent", line.taxPercent);
    form("promotion", line.promotion);
    form("promotion_name", line.promotionName);
    form("free", line.free);
    form("why", line.why);
    form("ship_to", line.shipTo);
    form("ship_to_name", line.shipToName);
    form("ship_to_address", line.shipToAddress);
    form("delivery_date", line.deliveryDate);
}

template <typename Form, typename Tax>
void describeTax(Form& form, Tax& tax)
{
    form("percent", tax.percent);
    form("net", tax.net);
    form("tax", tax.tax);
}

/// Without the acceptance, which comes later than the document.
template <typename Form, typename Whole>
void describeDocument(Form& form, Whole& document)
{
    form("quote", document.quote);
    form("number", document.number);
    form("revision", document.revision);
    form("title", document.title);
    form("date", document.date);
    form("valid_until", document.validUntil);
    form("currency", document.currency);
    form("language", document.language);
    form("tax_inclusive", document.taxInclusive);
    form("half", document.half);
    form("taxation", document.taxation);
    form("account", document.account);
    form("customer_name", document.customerName);
    form("customer_number", document.customerNumber);
    form("customer_vat_id", document.customerVatId);
    form("customer_address", document.customerAddress);
    form("contact_name", document.contactName);
    form("seller_name", document.sellerName);
    form("seller_email", document.sellerEmail);
    form("seller_phone", document.sellerPhone);
    form("ship_to", document.shipTo);
    form("ship_to_name", document.shipToName);
    form("ship_to_address", document.shipToAddress);
    form("delivery_date", document.deliveryDate);
    form("introduction", document.introduction);
    form("terms", document.terms);
    form("reference", document.reference);
    form("groups", document.groups);
    form("lines", document.lines);
    form("discount_percent", document.discountPercent);
    form("discount_amount", document.discountAmount);
    form("sum", document.sum);
    form("discount", document.discount);
    form("taxes", document.taxes);
    form("net", document.net);
    form("tax", document.tax);
    form("gross", document.gross);
}

} // namespace satchel::pricing
