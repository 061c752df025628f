// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuotePaper.h"
#include "ui/documents/QuoteLines.h"
#include "ui/documents/Text.h"

namespace satchel::documents {

namespace {

using pricing::Document;

std::string personOrPlace(const std::string& name, const Document::Address& address, const std::string& home)
{
    std::vector<std::string> parts{oneLine(name)};
    for (const std::string& line : addressLines(address, home))
        parts.push_back(line);
    return joined(parts, ", ");
}

class Writer {
public:
    Writer(const Document& document, const Letterhead& head, const Words& words, const Formats& formats)
        : m_document(document), m_head(head), m_words(words), m_formats(formats)
    {}

    QuotePaper write()
    {
        QuotePaper paper;
        paper.draft = m_document.number.empty();
        paper.number = paper.draft ? m_words["draft"] : oneLine(m_document.number);
        paper.heading = joined({m_words["quote"], paper.draft ? "" : m_words.isolated(paper.number)}, " ");
        paper.title = oneLine(m_document.title);
        paper.introduction = plain(m_document.introduction);
        paper.terms = plain(m_document.terms);
        paper.acceptedBy = oneLine(m_document.acceptedBy);
        if (m_document.taxation == "reverse_charge" || m_document.taxation == "exempt")
            paper.taxation = m_words[m_document.taxation];
        paper.amountsIn =
            m_words.with(m_document.taxInclusive ? "amounts_inclusive" : "amounts_exclusive", m_formats.currency());
        writeAddressee(paper);
        writeDetails(paper);
        paper.groups = groupsOf(m_document, m_head.address.country, m_words, m_formats);
        writeTotals(paper);
        return paper;
    }

private:
    void writeAddressee(QuotePaper& paper) const
    {
        paper.addressee.push_back(oneLine(m_document.customerName));
        if (const std::string contact = oneLine(m_document.contactName);
            !contact.empty() && contact != paper.addressee[0])
            paper.addressee.push_back(m_words.with("attention", contact));
        for (const std::string& line : addressLines(m_document.customerAddress, m_head.address.country))
            paper.addressee.push_back(line);
    }

    void writeDetails(QuotePaper& paper) const
    {
        const auto add = [this](std::vector<QuotePaper::Detail>& details, const char* label, const std::string& value) {
            if (const std::string line = oneLine(value); !line.empty())
                details.push_back({m_words[label], m_words.isolated(line)});
        };
        add(paper.details, "number", paper.number);
        add(paper.details, "revision", m_document.revision > 1 ? m_formats.count(m_document.revision) : "");
        add(paper.details, "date_of_quote", m_formats.date(m_document.date));
        add(paper.details, "valid_until", m_formats.date(m_document.validUntil));
        add(paper.details, "customer_number", m_document.customerNumber);
        add(paper.details, "customer_vat_id", m_document.customerVatId);
        add(paper.details, "reference", m_document.reference);
        add(paper.details, "delivery", m_formats.date(m_document.deliveryDate));
        if (!m_document.shipToName.empty() || !(m_document.shipToAddress == Document::Address{}))
            add(paper.details, "ship_to",
                personOrPlace(m_document.shipToName, m_document.shipToAddress, m_head.address.country));
        add(paper.seller, "seller", m_document.sellerName);
        add(paper.seller, "phone", m_document.sellerPhone);
        add(paper.seller, "email", m_document.sellerEmail);
    }

    void addTotal(QuotePaper& paper, std::string label, const Decimal& value,
                  QuotePaper::Weight weight = QuotePaper::Weight::Plain) const
    {
        const bool grand = weight == QuotePaper::Weight::Grand;
        paper.totals.push_back({.label = std::move(label),
                                .amount = grand ? m_formats.money(value) : m_formats.amount(value),
                                .value = value,
                                .weight = weight,
                                .money = grand});
    }

    void addTaxes(QuotePaper& paper, const char* phrase, QuotePaper::Weight weight) const
    {
        for (const Document::Tax& tax : m_document.taxes)
            addTotal(paper, m_words.with(phrase, m_formats.percent(tax.percent), m_formats.amount(tax.net)), tax.tax,
                     weight);
    }

    void writeTotals(QuotePaper& paper) const
    {
        using Weight = QuotePaper::Weight;
        if (m_document.discount.units != 0) {
            addTotal(paper, m_words["sum"], m_document.sum);
            const bool percentOnly = m_document.discountPercent.units != 0 && m_document.discountAmount.units == 0;
            addTotal(paper,
                     percentOnly
                         ? m_words.with("document_discount_percent", m_formats.percent(m_document.discountPercent))
                         : m_words["document_discount"],
                     {-m_document.discount.units});
        }
        if (m_document.taxInclusive) {
            addTotal(paper, m_words["total_gross"], m_document.gross, Weight::Grand);
            addTaxes(paper, "tax_in", Weight::Aside);
            addTotal(paper, m_words["net_in"], m_document.net, Weight::Aside);
        } else {
            addTotal(paper, m_words["total_net"], m_document.net);
            addTaxes(paper, "tax_on", Weight::Plain);
            addTotal(paper, m_words["total_gross"], m_document.gross, Weight::Grand);
        }
        Decimal options;
        for (const Document::Line& line : m_document.lines)
            if (line.role == Document::Role::Optional && !line.counted && line.kind == Document::Kind::Item)
                options.units += line.net.units;
        if (options.units != 0)
            addTotal(paper, m_words["options_total"], options, Weight::Aside);
    }

    const Document& m_document;
    const Letterhead& m_head;
    const Words& m_words;
    const Formats& m_formats;
};

} // namespace

QuotePaper paperOf(const Document& document, const Letterhead& head, const Words& words, const Formats& formats)
{
    return Writer(document, head, words, formats).write();
}

} // namespace satchel::documents
