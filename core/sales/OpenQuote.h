// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/store/CachedRecords.h"
#include "core/store/StateMark.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace satchel::sales {

/// A quote that somebody is writing: what its last edit read and left behind, so that the next one need not read five
/// hundred lines and their products again. Believed only while nobody else has written (StateMark). Owned by whoever
/// edits, handed to Quotes; touched on the replica's thread only.
class OpenQuote {
public:
    /// Hears what the quote will be, priced, before it is written; what it says may still be refused by the disk.
    /// Edits that add, remove
    /// or move lines are not told.
    using Preview = std::function<void(Replica&, RecordSource&, const quotes::QuoteRecords&, const pricing::Document&)>;
    void setPreview(Preview preview) { m_preview = std::move(preview); }

private:
    friend class QuoteWork;

    /// What has been read and still stands. In the caller's transaction.
    [[nodiscard]] Result<std::shared_ptr<CachedRecords>> recordsOf(Replica& replica);
    [[nodiscard]] Result<quotes::QuoteRecords> read(const Id& quote);
    /// What the price engine needs for these products, by `read` if it is not known.
    using Snapshot = std::shared_ptr<const pricing::Snapshot>;
    [[nodiscard]] Result<Snapshot> snapshot(const Id& account, const Id& list, const std::set<Id>& products,
                                            const std::function<Result<pricing::Snapshot>()>& read);
    /// What the engine says of this request. Asked anew only of what is different from the last few: the answer to
    /// how a quote was is mostly that of the edit before.
    [[nodiscard]] Result<std::shared_ptr<const pricing::Pricing>> price(const Snapshot& snapshot,
                                                                        const pricing::Request& request);
    /// The quote stands as it was read.
    void keep(quotes::QuoteRecords quote) { m_quote = std::move(quote); }
    /// The quote was written as change `number`. `whole`: as it stands in `now`, nothing was added by the store.
    void written(quotes::QuoteRecords now, std::int64_t number, bool whole);

    Preview m_preview;
    sqlite::Connection* m_connection = nullptr; ///< whose these are
    std::shared_ptr<CachedRecords> m_records;
    StateMark m_mark;
    std::optional<quotes::QuoteRecords> m_quote;
    struct Known {
        Id account;
        Id list;
        std::set<Id> products;
        Snapshot snapshot;
    };
    struct Priced {
        Snapshot snapshot;
        pricing::Request request;
        std::shared_ptr<const pricing::Pricing> answer;
    };
    std::deque<Priced> m_priced;    ///< the latest first
    std::vector<Known> m_snapshots; ///< the latest last; they depend on m_records and not on the quote
};

} // namespace satchel::sales
