// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"
#include "core/sales/DealDesk.h"
#include "core/sales/Deals.h"
#include "core/store/ReplicaRecords.h"

namespace satchel::sales {

namespace {

constexpr std::size_t longestReason = 1900; // code points are fewer than bytes; the rest is for "and 12 more"

// What the field holds: whole sentences as far as they fit.
std::string reasonFrom(const std::vector<std::string>& sentences)
{
    std::string text;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (text.size() + sentences[i].size() > longestReason)
            return text + " And " + std::to_string(sentences.size() - i) + " more.";
        text += (text.empty() ? "" : " ") + sentences[i];
    }
    return text;
}

Result<Submission> look(Replica& replica, const DealDesk& desk)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto beyond, quotes::excesses(desk.document, desk.me.user, desk.me.role, records));
    Submission submission;
    for (const quotes::Excess& excess : beyond)
        submission.reasons.push_back(excess.text);
    submission.allowed = !beyond.empty() && desk.fittingApproval() != nullptr;
    return submission;
}

Status mayBeSubmitted(Replica& replica, const DealDesk& desk)
{
    if (desk.quote().value("template").integer() == 1)
        return invalid("This is a template; make a quote of it first.");
    if (desk.status() == "in_approval") {
        const Record* open = desk.openApproval();
        SATCHEL_ASSIGN(const std::string name, personName(replica, open == nullptr ? Id() : open->value("asked").id()));
        return Error{ErrorKind::Conflict, "The quote already waits for the approval of " + name + "."};
    }
    if (desk.status() != "draft")
        return Error{ErrorKind::Conflict, "The quote " + quoteName(desk.quote()) +
                                              " has been handed over; nobody needs to approve it any more."};
    return Ok{};
}

// The one who is to decide: somebody who may.
Result<Id> chooseApprover(Replica& replica, const DealDesk& desk, const Id& wanted)
{
    ReplicaRecords records(replica.connection());
    if (wanted.isNull()) {
        SATCHEL_ASSIGN(const Id found, quotes::approverFor(desk.document, desk.me.user, records));
        if (found.isNull())
            return Error{ErrorKind::NotFound, "There is nobody who may approve this quote. Ask your administrator."};
        return found;
    }
    if (wanted == desk.me.user)
        return invalid("You cannot approve your own quote; ask somebody else.", "asked");
    SATCHEL_ASSIGN(const auto user, replica.find(schema::entity("user"), wanted));
    const auto role = user ? roleNamed(user->value("role").text()) : std::nullopt;
    const bool gone = user && user->value("active").isInteger() && user->value("active").integer() == 0;
    if (!role || gone)
        return Error{ErrorKind::NotFound, "There is nobody of this name who could approve the quote.", "asked"};
    SATCHEL_ASSIGN(const auto beyond, quotes::excesses(desk.document, wanted, *role, records));
    if (!beyond.empty())
        return Error{ErrorKind::Forbidden, user->label() + " may not allow this. " + beyond.front().text, "asked"};
    return wanted;
}

Status isOpen(Replica& replica, const DealDesk& desk)
{
    const std::string& status = desk.approval->value("status").text();
    if (status == "open")
        return Ok{};
    SATCHEL_ASSIGN(const std::string name, personName(replica, desk.approval->value("decided_by").id()));
    if (status == "withdrawn")
        return Error{ErrorKind::Conflict, name + " has taken this request back; there is nothing left to decide."};
    return Error{ErrorKind::Conflict, name + " has " + status + " this already."};
}

// The approval with its outcome, and the quote back among the drafts.
std::vector<Edit> decision(const DealDesk& desk, const char* status, const std::string& answer)
{
    std::vector<Edit> edits = {changedRow(*desk.approval, {{"status", status},
                                                           {"decided_by", desk.me.user},
                                                           {"decided_at", desk.now},
                                                           {"answer", answer.empty() ? Value() : Value(answer)}})};
    if (desk.status() == "in_approval")
        edits.push_back(changedRow(desk.quote(), {{"status", "draft"}}));
    return edits;
}

} // namespace

Result<Submission> Deals::needsApproval(const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    return look(m_replica, desk);
}

Result<Submission> Deals::submit(const Id& quote, const std::string& comment, const Id& asked)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    SATCHEL_TRY(mayBeSubmitted(m_replica, desk));
    SATCHEL_ASSIGN(Submission submission, look(m_replica, desk));
    if (submission.reasons.empty() || submission.allowed)
        return submission;
    SATCHEL_ASSIGN(submission.asked, chooseApprover(m_replica, desk, asked));
    submission.approval = m_replica.environment().newId();
    const Edit approval = newRow("approval", submission.approval,
                                 {{"quote", quote},
                                  {"reason", reasonFrom(submission.reasons)},
                                  {"asked", submission.asked},
                                  {"asked_by", desk.me.user},
                                  {"asked_at", desk.now},
                                  {"comment", comment.empty() ? Value() : Value(comment)},
                                  {"percent", quotes::largestDiscount(desk.document).units},
                                  {"seal", quotes::sealOf(desk.document)},
                                  {"status", "open"}});
    SATCHEL_TRY(m_replica.commit({approval, changedRow(desk.quote(), {{"status", "in_approval"}})}));
    return submission;
}

Result<Id> Deals::decide(const Id& approvalOrQuote, bool approved, const std::string& answer)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::openApproval(m_replica, approvalOrQuote));
    SATCHEL_TRY(isOpen(m_replica, desk));
    ReplicaRecords records(m_replica.connection());
    SATCHEL_ASSIGN(const auto against, quotes::mayNotDecide(*desk.approval, desk.document, desk.me.user, desk.me.role,
                                                            desk.today, records));
    if (against)
        return Error{ErrorKind::Forbidden, *against};
    if (approved && desk.approval->value("seal").text() != quotes::sealOf(desk.document))
        return Error{
            ErrorKind::Conflict,
            "The quote has been changed since you were asked; reject it, so that it is submitted as it is now."};
    SATCHEL_TRY(m_replica.commit(decision(desk, approved ? "approved" : "rejected", answer)));
    return desk.approval->id;
}

Result<Id> Deals::approve(const Id& approvalOrQuote, const std::string& answer)
{
    return decide(approvalOrQuote, true, answer);
}

Result<Id> Deals::refuse(const Id& approvalOrQuote, const std::string& answer)
{
    return decide(approvalOrQuote, false, answer);
}

Result<Id> Deals::withdraw(const Id& approvalOrQuote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::openApproval(m_replica, approvalOrQuote));
    SATCHEL_TRY(isOpen(m_replica, desk));
    if (desk.approval->value("asked_by").id() != desk.me.user) {
        SATCHEL_ASSIGN(const std::string name, personName(m_replica, desk.approval->value("asked_by").id()));
        return Error{ErrorKind::Forbidden, "Only " + name + ", who asked for this approval, can take it back."};
    }
    SATCHEL_TRY(m_replica.commit(decision(desk, "withdrawn", {})));
    return desk.approval->id;
}

} // namespace satchel::sales
