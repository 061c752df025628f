// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RowMakers.h"

#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/schema/Composite.h"
#include "core/store/ReplicaRecords.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace satchel::ui {

namespace {

QString text(const Record& record, const char* field)
{
    return toQString(record.value(field).text());
}

QString city(const Record& record)
{
    const auto members = readGroup(record.value("address").text());
    QString result;
    if (members.ok())
        for (const auto& [name, value] : *members)
            if (name == "city" || (name == "country" && result.isEmpty()))
                result = toQString(value);
    return result;
}

QString label(Replica& replica, const Record& record, const char* field, const std::string& within)
{
    if (within == field)
        return {};
    const Field& declared = *record.entity->field(field);
    if (record.value(field).isNull())
        return {};
    const auto found = replica.label({schema::entity(declared.references).number, record.value(field).id()});
    return found.ok() ? toQString(*found) : QString();
}

QString joined(const QStringList& parts)
{
    QStringList kept;
    for (const QString& part : parts)
        if (!part.isEmpty())
            kept << isolated(part);
    return kept.join(QStringLiteral(" · "));
}

void setPill(RecordRow& row, const std::string& choice)
{
    row.pillValue = toQString(choice);
    row.pill = choice.empty() ? QString() : choiceWord(choice);
}

void setPill(RecordRow& row, const char* field)
{
    setPill(row, row.record.value(field).text());
}

RecordRow accountRow(Replica&, const Record& record)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    row.subtitle = oneLine(joined({city(record), text(record, "industry")}));
    row.aside = oneLine(text(record, "number"));
    setPill(row, "status");
    return row;
}

RecordRow contactRow(Replica& replica, const Record& record, const std::string& within)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    row.subtitle = oneLine(joined({text(record, "job_title"), label(replica, record, "account", within)}));
    row.aside = phoneWord(oneLine(text(record, "mobile").isEmpty() ? text(record, "phone") : text(record, "mobile")));
    setPill(row, "decision_role");
    return row;
}

RecordRow leadRow(Milliseconds now, const Record& record)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    const std::string& origin = record.value("origin").text();
    row.subtitle = oneLine(joined({text(record, "company"), origin.empty() ? QString() : choiceWord(origin)}));
    const Value& respond = record.value("respond_by");
    row.late = isOverdueLead(record, now);
    row.aside = respond.isNull() ? QString() : timeWord(respond.integer(), now);
    if (row.late)
        row.aside = QCoreApplication::translate("RowMakers", "overdue: %1").arg(row.aside);
    setPill(row, "status");
    return row;
}

RecordRow taskRow(Replica& replica, Milliseconds now, const Record& record, const std::string& within)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    row.subtitle = oneLine(joined({label(replica, record, "account", within), label(replica, record, "contact", within),
                                   label(replica, record, "lead", within)}));
    const std::string& due = record.value("due").text();
    row.aside = due.empty() ? QString() : dateWord(due, now);
    if (record.value("priority").text() == "high")
        setPill(row, "priority");
    return row;
}

RecordRow activityRow(Replica& replica, Milliseconds now, const Record& record, const std::string& within)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    row.subtitle = oneLine(joined({choiceWord(record.value("kind").text()), label(replica, record, "account", within),
                                   label(replica, record, "contact", within)}));
    row.aside = record.value("starts").isNull() ? QString() : timeWord(record.value("starts").integer(), now);
    return row;
}

RecordRow dealRow(Replica& replica, Milliseconds now, const Record& record, const std::string& within)
{
    RecordRow row{.record = record, .title = oneLine(toQString(record.label()))};
    const std::string& closing = record.value("close_on").text();
    const QString day =
        closing.empty() ? QString() : QCoreApplication::translate("RowMakers", "closes %1").arg(dateWord(closing, now));
    row.subtitle = oneLine(joined({label(replica, record, "account", within), text(record, "next_step"), day}));
    row.aside = valueWord(*record.entity->field("value"), record.value("value"), {});
    return row;
}

RecordRow orderRow(Replica& replica, Milliseconds now, const Record& record, const std::string& within)
{
    const QString customer = label(replica, record, "account", within);
    RecordRow row{.record = record, .title = oneLine(customer.isEmpty() ? toQString(record.label()) : customer)};
    row.subtitle = oneLine(joined({toQString(record.label()), dateWord(record.value("ordered_on").text(), now)}));
    row.aside = valueWord(*record.entity->field("gross"), record.value("gross"), {});
    setPill(row, "status");
    return row;
}

RecordRow quoteRow(Replica& replica, Milliseconds now, const Record& record, const std::string& within)
{
    const QString title = text(record, "title");
    const QString customer = label(replica, record, "account", within);
    const std::string& until = record.value("valid_until").text();
    RecordRow row{.record = record, .title = oneLine(joined({text(record, "number"), title}))};
    if (row.title.isEmpty())
        row.title = customer.isEmpty() ? dateWord(record.value("date").text(), now) : customer;
    const QString days =
        until.empty() ? QString() : QCoreApplication::translate("RowMakers", "until %1").arg(dateWord(until, now));
    row.subtitle = oneLine(joined({customer, days}));
    row.badge = customer;
    ReplicaRecords source(replica.connection());
    if (const auto document = quotes::QuoteReader(source).totals(record); document.ok())
        row.aside = valueWord(*schema::entity("quote_line").field("price"),
                              Value(Money{document->gross, document->currency}.toString()), {});
    setPill(row, quotes::stateOn(record, localDay(now)));
    return row;
}

} // namespace

RowMaker rowMakerFor(const Entity& entity, Milliseconds now, const std::string& within)
{
    if (entity.name == "account")
        return accountRow;
    if (entity.name == "contact")
        return [within](Replica& replica, const Record& record) { return contactRow(replica, record, within); };
    if (entity.name == "lead")
        return [now](Replica&, const Record& record) { return leadRow(now, record); };
    if (entity.name == "task")
        return [now, within](Replica& replica, const Record& record) { return taskRow(replica, now, record, within); };
    if (entity.name == "quote")
        return [now, within](Replica& replica, const Record& record) { return quoteRow(replica, now, record, within); };
    if (entity.name == "activity")
        return
            [now, within](Replica& replica, const Record& record) { return activityRow(replica, now, record, within); };
    if (entity.name == "opportunity")
        return [now, within](Replica& replica, const Record& record) { return dealRow(replica, now, record, within); };
    if (entity.name == "order")
        return [now, within](Replica& replica, const Record& record) { return orderRow(replica, now, record, within); };
    return [](Replica&, const Record& record) {
        return RecordRow{.record = record, .title = oneLine(toQString(record.label()))};
    };
}

bool isOverdueLead(const Record& lead, Milliseconds now)
{
    const Value& respond = lead.value("respond_by");
    return lead.value("status").text() == "new" && !respond.isNull() && respond.integer() < now;
}

QString iconFor(const Entity& entity)
{
    if (entity.name == "account")
        return QStringLiteral("building-2");
    if (entity.name == "contact")
        return QStringLiteral("users");
    if (entity.name == "lead")
        return QStringLiteral("target");
    if (entity.name == "task")
        return QStringLiteral("circle-check");
    if (entity.name == "activity")
        return QStringLiteral("calendar");
    if (entity.name == "quote")
        return QStringLiteral("file-text");
    if (entity.name == "product" || entity.name == "order")
        return QStringLiteral("package");
    if (entity.name == "territory")
        return QStringLiteral("map-pin");
    return entity.name == "user" ? QStringLiteral("user") : QStringLiteral("tag");
}

QString activityIcon(const std::string& kind)
{
    if (kind == "call")
        return QStringLiteral("phone");
    if (kind == "mail")
        return QStringLiteral("mail");
    if (kind == "visit")
        return QStringLiteral("map-pin");
    return kind == "meeting" ? QStringLiteral("handshake") : QStringLiteral("sticky-note");
}

} // namespace satchel::ui
