// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/LineNumbers.h"
#include "core/sales/DealDesk.h"
#include "core/sales/Deals.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

using pricing::Document;

Error conflict(const std::string& sentence)
{
    return Error{ErrorKind::Conflict, sentence};
}

Status isComplete(const Document& document)
{
    const auto counts = [](const Document::Line& line) { return line.counted; };
    if (std::none_of(document.lines.begin(), document.lines.end(), counts))
        return invalid("The quote has no line that counts, so there is nothing to offer.");
    for (const Document::Line& line : document.lines)
        if (line.counted && !line.free && !line.listPrice && !line.handPrice)
            return invalid("Line " + quotes::lineNumbers(document).at(line.id) + ", " +
                           inQuotes(line.code.empty() ? line.description : line.code) +
                           ", has no price: no list has one. Set one by hand, or remove the line.");
    return Ok{};
}

Status isAllowed(Replica& replica, const DealDesk& desk)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto beyond, quotes::excesses(desk.document, desk.me.user, desk.me.role, records));
    if (beyond.empty() || desk.fittingApproval() != nullptr)
        return Ok{};
    const std::string& why = beyond.front().text;
    const auto& approvals = desk.records.approvals;
    if (const Record* open = desk.openApproval()) {
        SATCHEL_ASSIGN(const std::string name, personName(replica, open->value("asked").id()));
        return conflict("The quote waits for the approval of " + name + ". " + why);
    }
    const bool outdated = std::any_of(approvals.begin(), approvals.end(),
                                      [](const Record& each) { return each.value("status").text() == "approved"; });
    if (outdated)
        return conflict("The quote was changed after it was approved; submit it again. " + why);
    return conflict("The quote needs an approval before it is handed over; submit it. " + why);
}

Status mayBeHandedOver(Replica& replica, const DealDesk& desk)
{
    const Record& quote = desk.quote();
    if (quote.value("template").integer() == 1)
        return invalid("This is a template; make a quote of it first.");
    if (quote.value("account").isNull())
        return invalid("The quote is for nobody yet; choose the account first.", "account");
    if (desk.status() != "draft" && desk.status() != "in_approval")
        return conflict("The quote " + quoteName(quote) +
                        " has been handed over already; for something else make the next revision.");
    if (!quote.value("review").isNull())
        return conflict("Two people have changed this quote without knowing of each other. Look at it and clear the "
                        "mark before you hand it over.");
    SATCHEL_TRY(isComplete(desk.document));
    return isAllowed(replica, desk);
}

Edit documentOf(const DealDesk& desk, const Id& id, const Document& document, const std::string& body)
{
    return newRow("quote_document", id,
                  {{"quote", desk.quote().id},
                   {"number", document.number},
                   {"revision", document.revision},
                   {"handed_at", desk.now},
                   {"handed_by", desk.me.user},
                   {"net", moneyValueOf(document.net, document.currency)},
                   {"tax", moneyValueOf(document.tax, document.currency)},
                   {"gross", moneyValueOf(document.gross, document.currency)},
                   {"hash", pricing::hashOf(body)},
                   {"body", body}});
}

} // namespace

Result<HandedOver> Deals::handOver(const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    SATCHEL_TRY(mayBeHandedOver(m_replica, desk));
    Document document = desk.document;
    constexpr std::size_t numberBytes = 64; // a number may still come into it
    if (pricing::writeDocument(document).size() + numberBytes > maxDocumentBytes)
        return Error{ErrorKind::TooLarge,
                     "The quote is too large to be handed over in one piece (over 900 KiB of text); "
                     "split it into two."};
    HandedOver handed{
        .document = m_replica.environment().newId(), .number = document.number, .revision = document.revision};
    if (handed.number.empty()) { // last of all, because asking uses it up
        SATCHEL_ASSIGN(const PaperNumber number, nextNumber(Leases(m_replica, m_machine), "quote", 'Q', quote));
        handed.number = document.number = number.text;
        handed.isDraftNumber = number.isDraft;
    }
    const std::string body = pricing::writeDocument(document);
    std::vector<Edit> edits = {documentOf(desk, handed.document, document, body),
                               changedRow(desk.quote(), {{"number", handed.number}, {"status", "sent"}})};
    if (const Record* open = desk.openApproval(); open != nullptr && open->value("asked_by").id() == desk.me.user)
        edits.push_back(
            changedRow(*open, {{"status", "withdrawn"}, {"decided_by", desk.me.user}, {"decided_at", desk.now}}));
    SATCHEL_TRY(m_replica.commit(edits));
    return handed;
}

} // namespace satchel::sales
