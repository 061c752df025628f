// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/QuoteNaming.h"
#include "app/ctl/Session.h"
#include "core/sales/Deals.h"
#include "core/sales/QuoteNumbers.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

namespace satchel::ctl {

namespace {

using sales::Deals;

// An approval by its id, or a quote.
Result<Id> approvalNamed(const std::string& text, Session& session)
{
    if (const auto id = Id::parse(text)) {
        SATCHEL_ASSIGN(const auto approval, session.replica().find(schema::entity("approval"), *id));
        if (approval)
            return *id;
    }
    return quoteNamed(text, session);
}

Result<Record> recordOf(const char* entity, const Id& id, Session& session)
{
    SATCHEL_ASSIGN(auto record, session.replica().find(schema::entity(entity), id));
    if (!record)
        return Error{ErrorKind::NotFound, "It is no longer on this laptop."};
    return std::move(*record);
}

// How the quote stands after it.
Result<Reply> stateReply(const Id& quote, Session& session)
{
    SATCHEL_ASSIGN(const Record record, recordOf("quote", quote, session));
    return plainReply({{"id", quote.toString()},
                       {"number", nullIfEmpty(record.value("number").text())},
                       {"revision", record.value("revision").integer()},
                       {"status", record.value("status").text()}});
}

Result<Reply> decisionReply(const Id& approval, Session& session)
{
    SATCHEL_ASSIGN(const Record record, recordOf("approval", approval, session));
    SATCHEL_ASSIGN(Reply reply, stateReply(record.value("quote").id(), session));
    reply.json["approval"] = approval.toString();
    reply.json["decision"] = record.value("status").text();
    return plainReply(std::move(reply.json));
}

Result<std::optional<std::vector<Id>>> chosenLines(const DealWishes& wishes, const Id& quote, Session& session)
{
    if (wishes.choseNone && !wishes.chosen.empty())
        return invalid("Either --choose or --choose-none.");
    if (!wishes.choseNone && wishes.chosen.empty())
        return std::optional<std::vector<Id>>();
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(const auto rows, quotes::QuoteReader(records).records(quote));
    std::vector<Id> lines;
    for (const std::string& text : wishes.chosen) {
        SATCHEL_ASSIGN(const Id line, sales::lineNamed(rows, text));
        lines.push_back(line);
    }
    return std::optional(std::move(lines));
}

std::string withoutEnd(std::string text)
{
    text.erase(text.find_last_not_of(" \r\n") + 1);
    return text;
}

} // namespace

Json nullIfEmpty(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string amountText(Decimal amount, const std::string& currency)
{
    return Money{amount, currency}.toString();
}

Result<Reply> submitQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    Id asked;
    if (!wishes.asked.empty()) {
        SATCHEL_ASSIGN(asked, session.replica().resolve(schema::entity("user"), wishes.asked));
    }
    SATCHEL_ASSIGN(const auto submission, Deals(session.replica()).submit(quote, wishes.comment, asked));
    SATCHEL_ASSIGN(const std::string login, session.loginOf(submission.asked));
    const bool isAsked = !submission.approval.isNull();
    Reply reply{.json = {{"id", quote.toString()},
                         {"needed", !submission.reasons.empty() && !submission.allowed},
                         {"allowed", submission.allowed},
                         {"approval", isAsked ? Json(submission.approval.toString()) : Json(nullptr)},
                         {"asked", isAsked ? Json(login) : Json(nullptr)},
                         {"reasons", submission.reasons}},
                .text = {}};
    for (const std::string& reason : submission.reasons)
        reply.text += reason + "\n";
    reply.text += isAsked              ? "asked: " + login + "\napproval: " + submission.approval.toString() + "\n"
                  : submission.allowed ? "It has been approved as it is; hand it over.\n"
                                       : "It needs no approval; hand it over.\n";
    return reply;
}

Result<Reply> approveQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id id, approvalNamed(wishes.quote, session));
    SATCHEL_ASSIGN(const Id approval, Deals(session.replica()).approve(id, wishes.answer));
    return decisionReply(approval, session);
}

Result<Reply> rejectQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id id, approvalNamed(wishes.quote, session));
    SATCHEL_ASSIGN(const Id approval, Deals(session.replica()).refuse(id, wishes.answer));
    return decisionReply(approval, session);
}

Result<Reply> withdrawQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id id, approvalNamed(wishes.quote, session));
    SATCHEL_ASSIGN(const Id approval, Deals(session.replica()).withdraw(id));
    return decisionReply(approval, session);
}

Result<Reply> handOverQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_ASSIGN(const auto handed, Deals(session.replica()).handOver(quote));
    SATCHEL_ASSIGN(const Record paper, recordOf("quote_document", handed.document, session));
    return plainReply({{"id", quote.toString()},
                       {"number", handed.number},
                       {"revision", handed.revision},
                       {"draft_number", handed.isDraftNumber},
                       {"status", "sent"},
                       {"document", handed.document.toString()},
                       {"gross", paper.value("gross").text()}});
}

Result<Reply> acceptQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    sales::Acceptance acceptance{.name = wishes.name, .reference = wishes.reference};
    if (!wishes.at.empty()) {
        const auto at = parseInstant(wishes.at);
        if (!at)
            return invalid(inQuotes(wishes.at) + " is not a time such as 2026-11-22T09:30:00Z.");
        acceptance.at = *at;
    }
    if (!wishes.signature.empty()) {
        SATCHEL_ASSIGN(acceptance.signature, readFile(wishes.signature));
        acceptance.signature = withoutEnd(std::move(acceptance.signature));
    }
    SATCHEL_ASSIGN(acceptance.chosen, chosenLines(wishes, quote, session));
    SATCHEL_ASSIGN(const Id id, Deals(session.replica()).accept(quote, acceptance));
    SATCHEL_ASSIGN(const Record order, recordOf("order", id, session));
    return plainReply({{"id", quote.toString()},
                       {"status", "accepted"},
                       {"order", id.toString()},
                       {"order_number", order.value("number").text()},
                       {"net", order.value("net").text()},
                       {"tax", order.value("tax").text()},
                       {"gross", order.value("gross").text()}});
}

Result<Reply> declineQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_TRY(Deals(session.replica()).decline(quote, wishes.reason));
    return stateReply(quote, session);
}

Result<Reply> expireQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_TRY(Deals(session.replica()).expire(quote));
    return stateReply(quote, session);
}

Result<Reply> reviseQuote(const DealWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id quote, quoteNamed(wishes.quote, session));
    SATCHEL_ASSIGN(const Id next, Deals(session.replica()).revise(quote));
    SATCHEL_ASSIGN(Reply reply, stateReply(next, session));
    reply.json["former"] = quote.toString();
    return plainReply(std::move(reply.json));
}

} // namespace satchel::ctl
