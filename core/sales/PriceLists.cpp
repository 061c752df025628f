// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceLists.h"

#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <charconv>

namespace satchel::sales {

namespace {

Id idOf(const Record* revision)
{
    return revision == nullptr ? Id{} : revision->id;
}

std::int64_t numberOf(const Record* revision)
{
    return revision == nullptr ? 0 : revision->value("number").integer();
}

// What the list will say: the file, and what stays although the file does not name it.
PriceSheet wholeSheet(PriceReader::Read& read, const PriceSheet& before, bool keepsMissing)
{
    PriceSheet whole = std::move(read.sheet);
    if (keepsMissing)
        for (const auto& [product, prices] : before)
            if (!read.removed.contains(product))
                whole.emplace(product, prices); // unless the file has it
    return whole;
}

} // namespace

Result<PriceImportReport> importPrices(Replica& replica, const Id& list, const Table& table, const PriceImport& wishes)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const PriceListRecords all, readPriceList(records, list));
    SATCHEL_ASSIGN(const PriceColumns columns, PriceColumns::make(table.header, wishes.columns));
    const Milliseconds now = replica.environment().now();
    SATCHEL_ASSIGN(auto read, PriceReader(records, all, columns, all.today(now)).read(table, wishes.progress));
    PriceImportReport report{.rows = table.rows.size(),
                             .prices = read.prices,
                             .products = read.sheet.size(),
                             .rejected = std::move(read.rejected),
                             .columns = columns.told(table.header),
                             .ignored = columns.ignored,
                             .header = table.header,
                             .sheet = table.sheet,
                             .followed = numberOf(all.newest())};
    if (!report.rejected.empty())
        return report;
    if (table.rows.empty())
        return invalid("The file has no prices.");
    SATCHEL_ASSIGN(const PriceSheet before, readSheet(records, all, idOf(all.newest())));
    PriceDraft draft{.list = list,
                     .follows = idOf(all.newest()),
                     .followed = report.followed,
                     .source = wishes.source,
                     .madeAt = now,
                     .keepsMissing = wishes.keepsMissing,
                     .sheet = wholeSheet(read, before, wishes.keepsMissing)};
    report.difference = compare(before, draft.sheet);
    if (!wishes.dryRun)
        SATCHEL_TRY(writeDraft(replica.folder(), all, draft));
    return report;
}

std::string rejectsCsv(const PriceImportReport& report)
{
    ImportReport plain;
    plain.header = report.header;
    plain.rejected = report.rejected;
    return satchel::rejectsCsv(plain);
}

Result<Id> revisionNamed(const PriceListRecords& list, const std::string& text)
{
    const std::string_view digits = text.starts_with('r') ? std::string_view(text).substr(1) : std::string_view(text);
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isNumber = trouble == std::errc() && end == digits.data() + digits.size();
    const auto id = Id::parse(text);
    std::vector<std::string> names;
    for (const Record& revision : list.revisions) {
        if ((isNumber && revision.value("number").integer() == number) || (id && revision.id == *id) ||
            revision.value("name").text() == text)
            return revision.id;
        names.push_back("r" + std::to_string(revision.value("number").integer()));
    }
    if (names.empty())
        return Error{ErrorKind::NotFound, "No revision of " + list.code() + " was published yet."};
    if (names.size() > 12)
        names.erase(names.begin(), names.end() - 12);
    return Error{ErrorKind::NotFound,
                 list.code() + " has no revision " + inQuotes(text) + "; there are " + enumerated(names) + "."};
}

} // namespace satchel::sales
