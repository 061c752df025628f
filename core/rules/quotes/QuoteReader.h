// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "core/rules/pricing/Document.h"
#include "core/rules/pricing/Pricing.h"

namespace satchel::quotes {

/// The records a quote consists of, as they are seen now. Lines and groups by position, then id.
struct QuoteRecords {
    Record quote;
    std::vector<Record> groups;
    std::vector<Record> lines;
    std::vector<Record> approvals; ///< newest first
    std::vector<Record> documents; ///< newest first
};

/// Reads quotes: the same at both ends. Lives for one reading, in the caller's transaction.
class QuoteReader {
public:
    explicit QuoteReader(RecordSource& records) : m_records(records) {}

    /// NotFound if there is no such quote.
    [[nodiscard]] Result<QuoteRecords> records(const Id& quote);
    /// The quote as its reader gets it, totals computed. Invalid, naming the line, where a total cannot be computed.
    [[nodiscard]] Result<pricing::Document> document(const QuoteRecords& records);
    /// The same totals without what is printed around them: names, addresses and the texts of products. For lists.
    [[nodiscard]] Result<pricing::Document> totals(const Record& quote);
    /// What the price engine is asked for all item lines of the quote: customer, date, pins, lines; free goods left
    /// out.
    [[nodiscard]] Result<pricing::Request> request(const QuoteRecords& records);

private:
    [[nodiscard]] Result<std::optional<Record>> named(const Record& record, std::string_view field);
    [[nodiscard]] Status addCustomer(const Record& quote, pricing::Document& document);
    [[nodiscard]] Result<pricing::Document::Line> line(const Record& record);

    RecordSource& m_records;
};

/// Lines or groups as they stand in the quote: by position, then id.
void sortByPosition(std::vector<Record>& rows);

/// Whether the line's price is part of its bundle's: a part that was added as included says so in its `why`.
[[nodiscard]] bool isIncludedPart(const Record& line);

/// BLAKE2b-256 in hex of what is priced in a quote: products, quantities, prices, discounts, roles; not of texts,
/// places or dates of delivery. An approval is about this (QUOTES.md).
[[nodiscard]] std::string sealOf(const pricing::Document& document);

/// The place between two neighbours in an order by text: a position greater than `before` and less than `after` ("" for
/// the first and the last place). Never longer than it must be; 60 characters last for some hundred insertions in one
/// place, after which the caller renumbers. "" if there is no room.
[[nodiscard]] std::string positionBetween(std::string_view before, std::string_view after);

} // namespace satchel::quotes
