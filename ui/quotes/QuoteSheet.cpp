// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteSheet.h"

#include "core/rules/Access.h"
#include "core/rules/quotes/LineNumbers.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Margins.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuoteWarnings.h"
#include "core/sales/QuoteWork.h"
#include "ui/fields/Amounts.h"
#include "ui/quotes/PriceWords.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>

#include <set>

namespace satchel::ui {

namespace {

using pricing::Document;

QString tr(const char* text)
{
    return QCoreApplication::translate("QuoteSheet", text);
}

// Makes the rows of one quote. Lives for one reading.
class SheetMaker {
public:
    SheetMaker(const Document& document, const std::optional<sales::Margins>& margins)
        : m_document(document), m_margins(margins), m_numbers(quotes::lineNumbers(document))
    {}

    [[nodiscard]] QuoteRow groupRow(const Document::Group& group) const
    {
        QuoteRow row{.kind = QuoteRow::Kind::Group, .id = group.id, .group = group.id};
        put(row, QuoteColumn::Number, toQString(numberOf(group.id)));
        put(row, QuoteColumn::Description, oneLine(toQString(group.title)), toQString(group.title));
        put(row, QuoteColumn::Net, amount(group.subtotal));
        return row;
    }

    [[nodiscard]] QuoteRow lineRow(const Document::Line& line) const
    {
        const bool isText = line.kind == Document::Kind::Text;
        QuoteRow row{.kind = isText ? QuoteRow::Kind::Text : QuoteRow::Kind::Line,
                     .id = line.id,
                     .group = line.group,
                     .bundle = line.partOf,
                     .product = line.product};
        put(row, QuoteColumn::Number, toQString(numberOf(line.id)));
        put(row, QuoteColumn::Description, oneLine(toQString(line.description)), toQString(line.description));
        if (!isText)
            fillItem(row, line);
        return row;
    }

private:
    static void put(QuoteRow& row, QuoteColumn column, const QString& shown, const QString& typed = {})
    {
        row.shown[static_cast<std::size_t>(column)] = shown;
        row.typed[static_cast<std::size_t>(column)] = typed;
    }
    [[nodiscard]] QString amount(const Decimal& value) const { return amountWord(value, m_document.currency); }
    [[nodiscard]] std::string numberOf(const Id& id) const
    {
        const auto number = m_numbers.find(id);
        return number == m_numbers.end() ? std::string() : number->second;
    }

    void fillItem(QuoteRow& row, const Document::Line& line) const
    {
        const std::string& currency = m_document.currency;
        put(row, QuoteColumn::Code, toQString(line.code), toQString(line.code));
        put(row, QuoteColumn::Quantity, decimalWord(line.quantity), typedDecimal(line.quantity));
        put(row, QuoteColumn::Unit, toQString(line.unit), toQString(line.unit));
        row.steps = priceSteps(line.why);
        row.role = line.role == Document::Role::Optional      ? "optional"
                   : line.role == Document::Role::Alternative ? "alternative"
                                                              : "normal";
        row.chosen = line.chosen;
        row.counted = line.counted;
        row.free = line.free;
        row.included = !line.partOf.isNull() && !line.listPrice && !line.handPrice;
        row.byHand = line.handPrice.has_value();
        row.mark = markOf(line);
        if (row.free || row.included)
            return;
        put(row, QuoteColumn::ListPrice, line.listPrice ? amount(*line.listPrice) : QString(),
            line.handPrice ? typedAmount(*line.handPrice, currency) : QString());
        QString discount = discountWord(line.discountPercent);
        if (line.discountAmount.units != 0)
            discount += (discount.isEmpty() ? QString() : QStringLiteral(" + ")) + amount(line.discountAmount);
        put(row, QuoteColumn::Discount, discount,
            line.discountPercent.units == 0 ? QString() : typedDecimal(line.discountPercent));
        if (line.listPrice || line.handPrice) {
            put(row, QuoteColumn::UnitPrice, amount(line.unitPrice), typedAmount(line.unitPrice, currency));
            put(row, QuoteColumn::Net, amount(line.net));
        }
        if (m_margins)
            if (const auto margin = m_margins->lines.find(line.id); margin != m_margins->lines.end())
                put(row, QuoteColumn::Margin,
                    margin->second.percent ? discountWord(*margin->second.percent) : amount(margin->second.margin));
    }

    [[nodiscard]] QString markOf(const Document::Line& line) const
    {
        if (line.free)
            return tr("Free");
        if (line.role == Document::Role::Optional)
            return line.chosen ? tr("Option, chosen") : tr("Option");
        if (line.role != Document::Role::Alternative)
            return line.counted ? QString() : tr("Replaced");
        const QString other = toQString(numberOf(line.alternativeTo));
        return line.chosen ? tr("Instead of %1, chosen").arg(other) : tr("Instead of %1").arg(other);
    }

    const Document& m_document;
    const std::optional<sales::Margins>& m_margins;
    std::map<Id, std::string> m_numbers;
};

void addTotals(QuoteSheet& sheet, const Document& document, const std::optional<sales::Margins>& margins)
{
    const auto money = [&](const Decimal& value) { return moneyWord(value, document.currency); };
    sheet.sum = money(document.sum);
    if (document.discount.units != 0)
        sheet.discount = money(Decimal{-document.discount.units});
    const bool inclusive = document.taxInclusive;
    if (!inclusive)
        sheet.totals.push_back({tr("Net"), money(document.net), false});
    for (const Document::Tax& tax : document.taxes) {
        const QString percent =
            tax.percent.units == 0 ? decimalWord(tax.percent) + QStringLiteral("\u00A0%") : discountWord(tax.percent);
        sheet.totals.push_back(
            {inclusive ? tr("Tax in it, %1").arg(percent) : tr("Tax, %1").arg(percent), money(tax.tax), false});
    }
    sheet.totals.push_back({tr("Total"), money(document.gross), true});
    if (inclusive)
        sheet.totals.push_back({tr("Net"), money(document.net), false});
    if (!margins)
        return;
    if (!margins->total)
        sheet.totals.push_back({tr("Margin"), tr("not known"), false});
    else
        sheet.totals.push_back(
            {tr("Margin"),
             money(margins->total->margin) +
                 (margins->total->percent ? QStringLiteral(" · ") + discountWord(*margins->total->percent) : QString()),
             false});
}

// Without a total there are still lines, which can be mended.
Document withoutTotals(const quotes::QuoteRecords& records)
{
    Document document;
    document.currency = records.quote.value("currency").text();
    for (const Record& group : records.groups)
        document.groups.push_back({.id = group.id, .title = group.value("title").text()});
    for (const Record* line : sales::inOrder(records))
        document.lines.push_back(
            {.id = line->id,
             .group = line->value("quote_group").id(),
             .kind = line->value("kind").text() == "text" ? Document::Kind::Text : Document::Kind::Item,
             .counted = true,
             .partOf = line->value("part_of").id(),
             .product = line->value("product").id(),
             .description = line->value("description").text(),
             .quantity = Decimal{line->value("quantity").integer()},
             .unit = line->value("unit").text(),
             .why = line->value("why").text()});
    return document;
}

void addRows(QuoteSheet& sheet, const quotes::QuoteRecords& records, const Document& document,
             const std::optional<sales::Margins>& margins)
{
    const SheetMaker maker(document, margins);
    std::map<Id, const Document::Line*> lines;
    for (const Document::Line& line : document.lines)
        lines[line.id] = &line;
    std::map<Id, std::vector<QuoteRow>> byGroup;
    std::set<Id> groups;
    for (const Document::Group& group : document.groups)
        groups.insert(group.id);
    for (const Record* record : sales::inOrder(records))
        if (const auto line = lines.find(record->id); line != lines.end())
            byGroup[groups.contains(line->second->group) ? line->second->group : Id{}].push_back(
                maker.lineRow(*line->second));
    const auto append = [&](const Id& group) {
        for (QuoteRow& row : byGroup[group])
            sheet.rows.push_back(std::move(row));
    };
    append({});
    for (const Document::Group& group : document.groups) {
        sheet.rows.push_back(maker.groupRow(group));
        append(group.id);
    }
}

} // namespace

std::string QuoteSheet::currency() const
{
    return found ? quote.record.value("currency").text() : std::string();
}

namespace {

QuoteSheet sheetOf(Replica& replica, RecordSource& source, const quotes::QuoteRecords& records,
                   Result<Document> document)
{
    QuoteSheet sheet{.found = true, .quote = shownRecord(replica, records.quote)};
    std::optional<sales::Margins> margins;
    if (document.ok()) {
        if (auto known = sales::marginsOf(replica, source, *document); known.ok())
            margins = std::move(*known);
        addTotals(sheet, *document, margins);
    } else {
        sheet.trouble = toQString(document.error().message);
    }
    const Document shown = document.ok() ? std::move(*document) : withoutTotals(records);
    sheet.margins = margins.has_value();
    sheet.discountPercent = shown.discountPercent.units == 0 ? QString() : typedDecimal(shown.discountPercent);
    sheet.discountAmount =
        shown.discountAmount.units == 0 ? QString() : typedAmount(shown.discountAmount, shown.currency);
    addRows(sheet, records, shown, margins);
    return sheet;
}

} // namespace

QuoteSheet readQuoteSheet(Replica& replica, const Id& quote)
{
    const Moment moment(replica.connection());
    CachedRecords source(replica.connection());
    quotes::QuoteReader reader(source);
    const auto records = reader.records(quote);
    if (!records.ok())
        return {};
    QuoteSheet sheet = sheetOf(replica, source, *records, reader.document(*records));
    const std::string& status = records->quote.value("status").text();
    const auto identity = replica.identity();
    if (identity.ok() && *identity && !mayUpdate((*identity)->role, schema::entity("quote")))
        sheet.readOnly = tr("Your role can look at quotes, not change them.");
    else if (!status.empty() && status != "draft")
        if (const auto work = sales::QuoteWork::open(replica, quote); !work.ok())
            sheet.readOnly = toQString(work.error().message);
    return sheet;
}

QuoteSheet makeQuoteSheet(Replica& replica, RecordSource& source, const quotes::QuoteRecords& records,
                          Document document)
{
    return sheetOf(replica, source, records, std::move(document));
}

std::vector<QuoteNote> readQuoteNotes(Replica& replica, const Id& quote)
{
    static const std::set<std::string> serious = {"no_price",    "below_floor", "authority", "inactive", "minimum",
                                                  "entitlement", "expired",     "total",     "review",   "rule"};
    std::vector<QuoteNote> notes;
    if (const auto warnings = sales::warningsFor(replica, quote); warnings.ok())
        for (const sales::Warning& each : *warnings)
            notes.push_back({each.line, toQString(each.text), serious.contains(each.code)});
    return notes;
}

} // namespace satchel::ui
