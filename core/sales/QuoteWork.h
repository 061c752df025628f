// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/OpenQuote.h"
#include "core/sales/Quotes.h"
#include "core/store/CachedRecords.h"

#include <memory>
#include <unordered_map>

namespace satchel::sales {

/// A quote while it is being changed: how it was, and how it is to be. The difference becomes one change. Lives for one
/// call, on the replica's thread.
class QuoteWork {
public:
    /// A draft or template; Conflict with the way out for any other state. `kept`: what an earlier call has read, or
    /// nullptr; outlives this.
    [[nodiscard]] static Result<QuoteWork> open(Replica& replica, const Id& quote, OpenQuote* kept = nullptr);
    /// One that is not there yet.
    [[nodiscard]] static QuoteWork begin(Replica& replica);

    [[nodiscard]] Replica& replica() const { return *m_replica; }
    /// What this call reads from.
    [[nodiscard]] RecordSource& records() const { return *m_records; }
    /// Everything the price engine needs for these lines.
    [[nodiscard]] Result<std::shared_ptr<const pricing::Snapshot>> snapshot(const pricing::Request& request);
    /// What the engine makes of these lines.
    [[nodiscard]] Result<std::shared_ptr<const pricing::Pricing>>
    price(const std::shared_ptr<const pricing::Snapshot>& snapshot, const pricing::Request& request) const;
    [[nodiscard]] Record& quote() { return now.quote; }
    [[nodiscard]] const std::string& currency() const { return now.quote.value("currency").text(); }
    [[nodiscard]] Record* line(const Id& id);
    [[nodiscard]] Record* group(const Id& id);
    [[nodiscard]] bool isNew() const { return before.quote.entity == nullptr; }

    /// A new row of this quote with the declaration's initial values still to come; null id: a fresh one.
    Record& addLine(const Id& id = {});
    Record& addGroup();
    /// With the parts of a bundle; what named it as the line it is an alternative to becomes an option.
    void removeLine(const Id& id);
    void removeGroup(const Id& id);
    /// A line's parts, in order; empty if it is no bundle's.
    [[nodiscard]] std::vector<Id> partsOf(const Id& line) const;

    /// Puts lines (which are there already) to a place, in this order; the positions of others change only where there
    /// is no room.
    [[nodiscard]] Status putLines(const std::vector<Id>& lines, const Place& place);
    [[nodiscard]] Status putGroup(const Id& group, const Id& after, bool atEnd);

    /// "Line 3": the beginning of a sentence, as the quote was or as it is to be.
    [[nodiscard]] std::string called(const Id& line) const;

    /// Prices what was touched and what follows from it (QuotePricing.h), looks whether the whole still has a total,
    /// and commits the difference. `added` goes into the answer.
    [[nodiscard]] Result<Edited> finish(std::vector<Id> added);
    /// Reads no more: something is about to be written.
    void close() { m_moment.reset(); }
    /// Reads what pricing a line will need, and changes nothing.
    [[nodiscard]] Status readAhead();
    /// Only commits.
    [[nodiscard]] Result<Edited> commit(std::vector<Id> added);

    quotes::QuoteRecords before; ///< quote.entity is null: a new one
    quotes::QuoteRecords now;
    std::set<Id> touched; ///< lines to be priced
    std::vector<Id> repriced;

private:
    explicit QuoteWork(Replica& replica)
        : m_replica(&replica),
          m_moment(std::make_shared<Moment>(replica.connection())),
          m_records(std::make_shared<CachedRecords>(replica.connection()))
    {}
    void preview(const pricing::Document& document);
    void sort();
    [[nodiscard]] Result<std::vector<Id>> withFollowers(const std::vector<Id>& lines);
    [[nodiscard]] std::vector<Edit> edits() const;

    Replica* m_replica;
    std::unordered_map<Id, std::size_t> m_places; ///< of lines; looked at before it is believed
    std::shared_ptr<Moment> m_moment;             ///< until it is written
    std::shared_ptr<CachedRecords> m_records;
    OpenQuote* m_kept = nullptr;
};

/// Values as records hold them.
[[nodiscard]] Value textValue(const std::string& text);
[[nodiscard]] Value decimalValue(const Decimal& decimal); ///< Null for 0
[[nodiscard]] Value moneyValue(const std::optional<Decimal>& amount, const std::string& currency);
[[nodiscard]] Value idValue(const Id& id);
[[nodiscard]] Value flagValue(bool flag); ///< Null for false
[[nodiscard]] Value idsValue(const std::vector<Id>& ids);

} // namespace satchel::sales
