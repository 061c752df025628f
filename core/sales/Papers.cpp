// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Papers.h"

#include "core/sales/DealDesk.h"

namespace satchel::sales {

Result<QuoteSheet> quoteSheet(Replica& replica, const Id& quote)
{
    SATCHEL_ASSIGN(DealDesk desk, DealDesk::open(replica, quote));
    QuoteSheet sheet{.document = std::move(desk.document), .madeAt = desk.now};
    if (!desk.records.documents.empty()) {
        const Record& frozen = desk.records.documents.front();
        SATCHEL_ASSIGN(sheet.document, pricing::readDocument(frozen.value("body").text()));
        sheet.document.acceptedBy = desk.quote().value("accepted_by").text();
        sheet.document.signature = desk.quote().value("signature").text();
        sheet.madeAt = frozen.value("handed_at").integer();
    }
    SATCHEL_ASSIGN(const auto companies, replica.list({.entity = &schema::entity("company"), .limit = 1}));
    if (!companies.rows.empty())
        sheet.company = companies.rows.front();
    SATCHEL_ASSIGN(sheet.recipient, replica.find(schema::entity("contact"), desk.quote().value("contact").id()));
    return sheet;
}

} // namespace satchel::sales
