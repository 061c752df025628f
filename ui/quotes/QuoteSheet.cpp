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
#include "ui/language/Sentences.h"
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
    SheetMaker(const Document& document, const std::optional<sales::Margins>& margins, QuoteRowsMade* made)
        : m_document(document), m_margins(margins), m_numbers(quotes::lineNumbers(document)), m_made(made)
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
        const QString number = toQString(numberOf(line.id));
        if (m_made == nullptr)
            return newRow(line, number);
        // Another line may be named by its number.
        const QString named = number + QLatin1Char('|') + toQString(numberOf(line.alternativeTo)) + QLatin1Char('|') +
                              toQString(m_document.currency);
        return m_made->row(line, named, marginWord(line), [&] { return newRow(line, number); });
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

    [[nodiscard]] QuoteRow newRow(const Document::Line& line, const QString& number) const
    {
        const bool isText = line.kind == Document::Kind::Text;
        QuoteRow row{.kind = isText ? QuoteRow::Kind::Text : QuoteRow::Kind::Line,
                     .id = line.id,
                     .group = line.group,
                     .bundle = line.partOf,
                     .product = line.product};
        put(row, QuoteColumn::Number, number);
        put(row, QuoteColumn::Description, oneLine(toQString(line.description)), toQString(line.description));
        if (!isText)
            fillItem(row, line);
        return row;
    }

    [[nodiscard]] QString marginWord(const Document::Line& line) const
    {
        if (!m_margins)
            return {};
        const auto found = m_margins->lines.find(line.id);
        if (found == m_margins->lines.end())
            return {};
        const sales::Margin& margin = found->second;
        return margin.percent ? discountWord(*margin.percent) : amount(margin.margin);
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
        put(row, QuoteColumn::ListPrice, line.listPrice ? roundedAmountWord(*line.listPrice, currency) : QString(),
            line.handPrice ? typedAmount(*line.handPrice, currency) : QString());
        QString discount = discountWord(line.discountPercent);
        if (line.discountAmount.units != 0)
            discount += (discount.isEmpty() ? QString() : QStringLiteral(" + ")) + amount(line.discountAmount);
        put(row, QuoteColumn::Discount, discount,
            line.discountPercent.units == 0 ? QString() : typedDecimal(line.discountPercent));
        if (line.listPrice || line.handPrice) {
            const QString price = roundedAmountWord(line.unitPrice, currency);
            put(row, QuoteColumn::UnitPrice, price, typedAmount(line.unitPrice, currency));
            if (const QString exact = amount(line.unitPrice); exact != price)
                row.exactPrice = exact;
            put(row, QuoteColumn::Net, amount(line.net));
        }
        put(row, QuoteColumn::Margin, marginWord(line));
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
    QuoteRowsMade* m_made;
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

void addDiscount(QuoteSheet& sheet, const Document& document)
{
    if (document.discountPercent.units != 0)
        sheet.discountPercent = typedDecimal(document.discountPercent);
    if (document.discountAmount.units != 0)
        sheet.discountAmount = typedAmount(document.discountAmount, document.currency);
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
             const std::optional<sales::Margins>& margins, QuoteRowsMade* made = nullptr)
{
    const SheetMaker maker(document, margins, made);
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
    sheet.rows.reserve(document.lines.size() + document.groups.size());
    append({});
    for (const Document::Group& group : document.groups) {
        sheet.rows.push_back(maker.groupRow(group));
        append(group.id);
    }
}

} // namespace

const QuoteRow& QuoteRowsMade::row(const Document::Line& line, const QString& number, const QString& margin,
                                   const std::function<QuoteRow()>& make)
{
    const auto known = m_rows.find(line.id);
    if (known != m_rows.end() && known->second.line == line && known->second.number == number &&
        known->second.margin == margin)
        return known->second.row;
    return (m_rows[line.id] = {line, number, margin, make()}).row;
}

std::string QuoteSheet::currency() const
{
    return found ? quote.record.value("currency").text() : std::string();
}

namespace {

// What is shown where there is a total.
QuoteSheet sheetOf(Replica& replica, RecordSource& source, const quotes::QuoteRecords& records,
                   const Document& document, QuoteRowsMade* made = nullptr)
{
    QuoteSheet sheet{.found = true, .quote = shownRecord(replica, records.quote)};
    std::optional<sales::Margins> margins;
    if (auto known = sales::marginsOf(replica, source, document); known.ok())
        margins = std::move(*known);
    sheet.margins = margins.has_value();
    addTotals(sheet, document, margins);
    addDiscount(sheet, document);
    addRows(sheet, records, document, margins, made);
    return sheet;
}

QuoteSheet sheetWithoutTotals(Replica& replica, const quotes::QuoteRecords& records, const Error& why)
{
    QuoteSheet sheet{
        .found = true, .quote = shownRecord(replica, records.quote), .trouble = sentenceWord(toQString(why.message))};
    addRows(sheet, records, withoutTotals(records), std::nullopt);
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
    const auto document = reader.document(*records);
    QuoteSheet sheet = document.ok() ? sheetOf(replica, source, *records, *document)
                                     : sheetWithoutTotals(replica, *records, document.error());
    const std::string& status = records->quote.value("status").text();
    const auto identity = replica.identity();
    if (identity.ok() && *identity && !mayUpdate((*identity)->role, schema::entity("quote")))
        sheet.readOnly = tr("Your role can look at quotes, not change them.");
    else if (!status.empty() && status != "draft")
        if (const auto work = sales::QuoteWork::open(replica, quote); !work.ok())
            sheet.readOnly = sentenceWord(toQString(work.error().message));
    return sheet;
}

QuoteSheet makeQuoteSheet(QuoteRowsMade& made, Replica& replica, RecordSource& source,
                          const quotes::QuoteRecords& records, const Document& document)
{
    return sheetOf(replica, source, records, document, &made);
}

std::vector<QuoteNote> readQuoteNotes(Replica& replica, const Id& quote)
{
    static const std::set<std::string> serious = {"no_price",    "below_floor", "authority", "inactive", "minimum",
                                                  "entitlement", "expired",     "total",     "review",   "rule"};
    std::vector<QuoteNote> notes;
    if (const auto warnings = sales::warningsFor(replica, quote); warnings.ok())
        for (const sales::Warning& each : *warnings)
            notes.push_back({each.line, sentenceWord(toQString(each.text)), serious.contains(each.code)});
    return notes;
}

} // namespace satchel::ui
