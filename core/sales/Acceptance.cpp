// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimeZone.h"
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/Ids.h"
#include "core/sales/Choice.h"
#include "core/sales/DealDesk.h"
#include "core/sales/Deals.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <map>

namespace satchel::sales {

namespace {

using pricing::Document;

// It goes onto paper and screen, so it is a path and nothing else.
bool isSvgPath(const std::string& text)
{
    return text.find_first_not_of("MmLlHhVvCcSsQqTtAaZz0123456789eE+-., \n") == std::string::npos &&
           (text.empty() || text.front() == 'M' || text.front() == 'm');
}

Status isWithCustomer(Replica& replica, const DealDesk& desk)
{
    const std::string name = quoteName(desk.quote());
    const std::string status = desk.status();
    if (status == "sent")
        return Ok{};
    if (status == "accepted") {
        SATCHEL_ASSIGN(const auto order, replica.find(schema::entity("order"), quotes::orderIdOf(desk.quote().id)));
        const std::string made = order ? " The order is " + order->value("number").text() + "." : "";
        return Error{ErrorKind::Conflict, "The quote " + name + " has been accepted already." + made};
    }
    if (status == "rejected" || status == "expired")
        return Error{ErrorKind::Conflict,
                     "The quote " + name + " is " + status + "; for another offer make the next revision."};
    return Error{ErrorKind::Conflict, "The quote " + name + " has not been handed over to the customer yet."};
}

Status isAcceptable(const DealDesk& desk, const Acceptance& acceptance, Milliseconds at)
{
    if (acceptance.name.empty())
        return invalid("Say who accepted the quote.", "accepted_by");
    if (at > desk.now)
        return invalid("The quote cannot be accepted at a time that is still to come.", "accepted_at");
    if (!isSvgPath(acceptance.signature))
        return invalid("The signature is not a drawing that Satchel can show.", "signature");
    const std::string day = dayIn(desk.zone, at);
    if (quotes::stateOn(desk.quote(), day) == "expired")
        return Error{ErrorKind::Conflict, "The quote was valid until " + desk.quote().value("valid_until").text() +
                                              " and cannot be accepted on " + day + "; make the next revision."};
    return Ok{};
}

// What the paper calls the goods, whatever they are called by now.
Status takeWordsFromPaper(const quotes::QuoteRecords& records, Document& document)
{
    if (records.documents.empty())
        return Ok{};
    SATCHEL_ASSIGN(const Document paper, pricing::readDocument(records.documents.front().value("body").text()));
    std::map<Id, const Document::Line*> lines;
    for (const Document::Line& line : paper.lines)
        lines[line.id] = lines[quotes::copiedRowIdOf(document.quote, line.id)] = &line; // of a revision the server made
    for (Document::Line& line : document.lines)
        if (const auto found = lines.find(line.id); found != lines.end()) {
            line.description = found->second->description;
            line.unit = found->second->unit;
        }
    return Ok{};
}

NamedValues orderValues(const DealDesk& desk, const Document& document, const std::string& day,
                        const std::string& number, const std::string& reference)
{
    const Record& quote = desk.quote();
    return {{"number", number},
            {"account", quote.value("account")},
            {"contact", quote.value("contact")},
            {"quote", quote.id},
            {"opportunity", quote.value("opportunity")},
            {"owner", quote.value("owner")},
            {"ordered_on", day},
            {"currency", document.currency},
            {"net", moneyValueOf(document.net, document.currency)},
            {"tax", moneyValueOf(document.tax, document.currency)},
            {"gross", moneyValueOf(document.gross, document.currency)},
            {"reference", reference.empty() ? quote.value("reference") : Value(reference)},
            {"ship_to", quote.value("ship_to")},
            {"delivery_date", quote.value("delivery_date")},
            {"terms", quote.value("terms")}};
}

Value filled(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

Value reference(const Id& id)
{
    return id.isNull() ? Value() : Value(id);
}

// Places of one length, so that they sort as the lines stand.
std::string place(std::size_t number)
{
    const std::string digits = std::to_string(number);
    return std::string(5 - std::min<std::size_t>(digits.size(), 5), '0') + digits;
}

Edit orderLine(const Id& order, const Document& document, const Document::Line& line, std::size_t number)
{
    const Decimal net{line.net.units - line.share.units};
    return newRow("order_line", quotes::orderLineIdOf(order, line.id),
                  {{"order", order},
                   {"position", place(number)},
                   {"product", reference(line.product)},
                   {"description", filled(line.description)},
                   {"part_number", filled(line.partNumber)},
                   {"quantity", line.quantity.units},
                   {"unit", filled(line.unit)},
                   {"unit_price", moneyValueOf(line.unitPrice, document.currency)},
                   {"net", moneyValueOf(net, document.currency)},
                   {"tax_percent", line.taxPercent.units},
                   {"promotion", reference(line.promotion)},
                   {"ship_to", reference(line.shipTo)},
                   {"delivery_date", filled(line.deliveryDate)}});
}

Status addOrderLines(const Id& order, const Document& document, std::vector<Edit>& edits)
{
    std::size_t number = 0;
    for (const Document::Line& line : document.lines)
        if (line.counted)
            edits.push_back(orderLine(order, document, line, ++number));
    return number == 0 ? Status(invalid("Nothing of the quote was chosen, so there is nothing to order.")) : Ok{};
}

} // namespace

Result<Id> Deals::accept(const Id& quote, const Acceptance& acceptance)
{
    SATCHEL_ASSIGN(DealDesk desk, DealDesk::open(m_replica, quote));
    SATCHEL_TRY(isWithCustomer(m_replica, desk));
    const Milliseconds at = acceptance.at == 0 ? desk.now : acceptance.at;
    SATCHEL_TRY(isAcceptable(desk, acceptance, at));
    std::vector<Edit> edits;
    if (acceptance.chosen) {
        ReplicaRecords records(m_replica.connection());
        SATCHEL_ASSIGN(edits, choose(desk.records, *acceptance.chosen, records));
        SATCHEL_ASSIGN(desk.document, quotes::QuoteReader(records).document(desk.records));
    }
    SATCHEL_TRY(takeWordsFromPaper(desk.records, desk.document));
    const Id order = quotes::orderIdOf(quote);
    const std::string day = acceptance.day.empty() ? dayIn(desk.zone, at) : acceptance.day;
    NamedValues word = {{"status", "accepted"},
                        {"closed_on", day},
                        {"accepted_by", acceptance.name},
                        {"accepted_at", at},
                        {"signature", filled(acceptance.signature)}};
    if (!acceptance.reference.empty())
        word.emplace_back("reference", acceptance.reference);
    edits.push_back(changedRow(desk.quote(), word));
    std::vector<Edit> lines;
    SATCHEL_TRY(addOrderLines(order, desk.document, lines));
    SATCHEL_ASSIGN(const PaperNumber number, nextNumber(Leases(m_replica, m_machine), "order", 'O', order));
    edits.push_back(newRow("order", order, orderValues(desk, desk.document, day, number.text, acceptance.reference)));
    edits.insert(edits.end(), lines.begin(), lines.end());
    SATCHEL_TRY(m_replica.commit(edits));
    return order;
}

Status Deals::decline(const Id& quote, const std::string& reason, const std::string& day)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    SATCHEL_TRY(isWithCustomer(m_replica, desk));
    if (reason.empty())
        return invalid("Say why the customer does not want it.", "reason");
    SATCHEL_TRY(m_replica.commit({changedRow(
        desk.quote(), {{"status", "rejected"}, {"reason", reason}, {"closed_on", day.empty() ? desk.today : day}})}));
    return Ok{};
}

Status Deals::expire(const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    SATCHEL_TRY(isWithCustomer(m_replica, desk));
    const std::string& last = desk.quote().value("valid_until").text();
    if (last.empty())
        return invalid("The quote has no last day, so it does not expire.");
    if (quotes::stateOn(desk.quote(), desk.today) != "expired")
        return Error{ErrorKind::Conflict, "The quote is valid until " + last + "; it can be closed after that day."};
    SATCHEL_TRY(m_replica.commit({changedRow(desk.quote(), {{"status", "expired"}, {"closed_on", desk.today}})}));
    return Ok{};
}

} // namespace satchel::sales
