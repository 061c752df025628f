// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/GuardCase.h"
#include "core/schema/Wording.h"

// Who asks for an approval, and who decides it.

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;

std::string stateOf(const Record& approval)
{
    const std::string& status = approval.value("status").text();
    return status.empty() ? "open" : status;
}

Result<Verdict> asking(GuardCase& look, const Record& approval)
{
    if (stateOf(approval) != "open" || !approval.value("decided_by").isNull())
        return Verdict(objection("An approval that is asked for is open.", "status"));
    if (approval.value("asked_by").id() != look.author().user)
        return Verdict(objection("Somebody else is named as who asks for approval.", "asked_by"));
    if (approval.value("seal").isNull())
        return Verdict(objection("An approval says by its seal what it is about.", "seal"));
    SATCHEL_ASSIGN(const auto quote, look.images(schema::entity("quote"), approval.value("quote").id()));
    if (!quote.after || look.author().onServer)
        return Verdict();
    if (quote.before && statusOf(*quote.before) != "draft")
        return Verdict(objection("Only a draft is submitted for approval.", "quote"));
    return statusOf(*quote.after) == "in_approval"
               ? Verdict()
               : Verdict(objection("A quote that somebody is asked to approve waits for it.", "status"));
}

// Approved or rejected, by somebody who may.
Result<Verdict> deciding(GuardCase& look, const Record& before, const Record& after)
{
    if (after.value("decided_at").isNull())
        return Verdict(objection("A decision says when it was made.", "decided_at"));
    QuoteReader reader(look.now());
    const auto records = reader.records(after.value("quote").id());
    if (!records.ok()) {
        if (records.error().kind == ErrorKind::NotFound)
            return Verdict(objection("There is no such quote any more.", "quote"));
        return records.error();
    }
    const auto document = reader.document(*records);
    if (!document.ok()) {
        if (document.error().kind == ErrorKind::Invalid)
            return Verdict(objection(document.error().message));
        return document.error();
    }
    SATCHEL_ASSIGN(const std::string today, look.today());
    SATCHEL_ASSIGN(const auto against,
                   mayNotDecide(before, *document, look.author().user, look.author().role, today, look.now()));
    return against ? Verdict(objection(*against, "status")) : Verdict();
}

Verdict withdrawing(const GuardCase& look, const Record& before)
{
    if (before.value("asked_by").id() == look.author().user || look.author().role == Role::Administrator)
        return {};
    return objection("Only who asked for an approval can take it back.", "status");
}

} // namespace

Result<Verdict> guardApproval(GuardCase& look, const Touched& touched)
{
    SATCHEL_ASSIGN(const auto after, look.after(touched));
    if (!after)
        return Verdict();
    if (!touched.before)
        return asking(look, *after);
    const Record& before = *touched.before;
    if (const Field* field =
            changedAmong(before, *after, {"quote", "reason", "asked", "asked_by", "asked_at", "percent", "seal"}))
        return Verdict(objection("What was asked stays as it was asked; withdraw it and ask again.", field->name));
    const std::string to = stateOf(*after);
    if (stateOf(before) != "open") {
        if (const Field* field = changedAmong(before, *after, {"status", "decided_by", "decided_at", "answer"}))
            return Verdict(objection("This approval has been decided already.", field->name));
        return Verdict();
    }
    if (to == "open") {
        if (const Field* field = changedAmong(before, *after, {"decided_by", "decided_at", "answer"}))
            return Verdict(objection("An answer comes with the decision.", field->name));
        return Verdict();
    }
    if (after->value("decided_by").id() != look.author().user)
        return Verdict(objection("Somebody else is named as who decides.", "decided_by"));
    SATCHEL_ASSIGN(const auto quote, look.images(schema::entity("quote"), after->value("quote").id()));
    if (quote.before && quote.after && statusOf(*quote.before) == "in_approval" &&
        statusOf(*quote.after) == "in_approval" && !look.author().onServer)
        return Verdict(objection("A quote whose approval is decided is a draft again.", "status"));
    if (to == "withdrawn")
        return withdrawing(look, before);
    return deciding(look, before, *after);
}

} // namespace satchel::quotes
