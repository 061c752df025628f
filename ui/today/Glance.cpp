// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/Glance.h"

#include "core/rules/quotes/Authority.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

namespace satchel::ui {

namespace {

constexpr int mostQuotes = 5;
constexpr int quotesLookedAt = 100; // the newest; what is open is among them
constexpr int timelineRows = 6;

QString shown(Replica& replica, const Record& record, const char* field)
{
    const Field* declared = record.entity->field(field);
    return declared == nullptr ? QString() : oneLine(valueWord(*declared, record.value(field), labelsOf(replica)));
}

void addOpenQuotes(Replica& replica, const Id& account, Milliseconds now, GlanceData& glance)
{
    const Entity& quote = schema::entity("quote");
    const auto page = replica.list({.entity = &quote,
                                    .search = {},
                                    .filters = {{*quote.indexOf("account"), Comparison::Equal, Value(account)}},
                                    .orderBy = quote.indexOf("date"),
                                    .descending = true,
                                    .limit = quotesLookedAt,
                                    .after = {}});
    if (!page.ok())
        return;
    for (const char* status : {"sent", "in_approval", "draft"})
        for (const Record& record : page->rows) {
            if (glance.quotes.size() >= mostQuotes || record.value("status").text() != status ||
                record.value("template").integer() == 1)
                continue;
            RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
            row.subtitle =
                record.value("valid_until").isNull() ? QString() : dateWord(record.value("valid_until").text(), now);
            const std::string state = quotes::stateOn(record, localDay(now));
            row.pill = choiceWord(state);
            row.pillValue = toQString(state);
            glance.quotes.push_back(std::move(row));
        }
}

// Of the first person with a number, where the account itself has none.
void addPhoneOfPeople(Replica& replica, const Id& account, GlanceData& glance)
{
    const Entity& contact = schema::entity("contact");
    const auto page = replica.list({.entity = &contact,
                                    .search = {},
                                    .filters = {{*contact.indexOf("account"), Comparison::Equal, Value(account)}},
                                    .limit = 20,
                                    .after = {}});
    if (!page.ok())
        return;
    for (const Record& person : page->rows)
        for (const char* field : {"mobile", "phone"})
            if (glance.phones.isEmpty() && !person.value(field).isNull()) {
                glance.phones << phoneWord(toQString(person.value(field).text()));
                glance.contactName = oneLine(toQString(person.label()));
            }
}

} // namespace

GlanceData loadGlance(Replica& replica, const RowKey& customer, Milliseconds now)
{
    GlanceData glance;
    const Entity& entity = *schema::entityNumbered(customer.entity);
    const auto found = replica.find(entity, customer.id);
    if (!found.ok() || !*found)
        return glance;
    const Record& record = **found;
    glance.record = record;
    glance.name = oneLine(toQString(record.label()));
    QStringList about;
    for (const char* field : {"company", "job_title", "account", "industry", "address"})
        if (entity.name != "lead" || std::string_view(field) != "account")
            if (const QString part = shown(replica, record, field); !part.isEmpty())
                about << part;
    glance.about = about.join(QStringLiteral(" · "));
    const char* status = entity.name == "contact" ? "decision_role" : "status";
    glance.status = shown(replica, record, status);
    glance.statusId = toQString(record.value(status).text());
    glance.nextStep = shown(replica, record, "next_step");
    for (const char* field : {"mobile", "phone"})
        if (const QString phone = shown(replica, record, field); !phone.isEmpty())
            glance.phones << phone;
    glance.mail = shown(replica, record, "email");
    glance.account = entity.name == "account" ? record.id : record.value("account").id();
    if (entity.name == "account" && glance.phones.isEmpty())
        addPhoneOfPeople(replica, record.id, glance);
    if (!glance.account.isNull())
        addOpenQuotes(replica, glance.account, now, glance);
    glance.timeline = loadTimeline(replica, record, timelineRows);
    for (const TimelineItem& item : glance.timeline)
        if (!item.planned && item.at <= now && glance.lastContact.isEmpty())
            glance.lastContact =
                timeWord(item.at, now) + (item.who.isEmpty() ? QString() : QStringLiteral(" · ") + item.who);
    return glance;
}

} // namespace satchel::ui
