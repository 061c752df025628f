// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteLists.h"

#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("QuoteLists", text);
}

} // namespace

std::vector<ListChoice> quoteChoices(const Id& me, const std::string& today, const std::string& soon)
{
    const Entity& quote = schema::entity("quote");
    const auto filter = [&](const char* field, Comparison comparison, Value value) {
        return Filter{*quote.indexOf(field), comparison, std::move(value)};
    };
    const Filter real = filter("template", Comparison::NotEqual, Value(std::int64_t{1}));
    const auto choice = [&](const char* id, const QString& name, std::vector<Filter> filters) {
        return ListChoice{.id = QString::fromLatin1(id),
                          .name = name,
                          .filters = std::move(filters),
                          .orderBy = quote.indexOf("date"),
                          .descending = true};
    };
    const auto inState = [&](const char* state, const QString& name) {
        return choice(state, name, {real, filter("status", Comparison::Equal, Value(state))});
    };
    std::vector<ListChoice> choices = {
        choice("all", tr("All, newest first"), {real}),
        choice("mine", tr("Mine"), {real, filter("owner", Comparison::Equal, Value(me))}),
        inState("draft", tr("Drafts")),
        inState("in_approval", tr("In approval")),
        inState("sent", tr("Sent")),
        choice("expiring", tr("Sent, ending within a week"),
               {filter("status", Comparison::Equal, Value("sent")),
                filter("valid_until", Comparison::Greater, Value(today)),
                filter("valid_until", Comparison::Less, Value(soon))}),
        inState("accepted", tr("Accepted")),
        inState("rejected", tr("Lost")),
        choice("template", tr("Templates"), {filter("template", Comparison::Equal, Value(std::int64_t{1}))}),
    };
    choices[5].orderBy = quote.indexOf("valid_until");
    choices[5].descending = false;
    return choices;
}

} // namespace satchel::ui
