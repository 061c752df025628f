// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"

#include <map>
#include <optional>

namespace satchel::sales {

/// What the row of free goods is called, so that two laptops that find the same ones make one row. In a revision it has
/// the name that a copy of it would have, whether the goods were found in the former quote or only here: a laptop that
/// does not know of the revision yet finds them there. A value, for one quote.
class GoodsNames {
public:
    /// Reads the lines of the quotes that this one is a revision of, as far as they are here.
    [[nodiscard]] static Result<GoodsNames> of(const Record& quote, RecordSource& records);
    /// `line`: whose buying earned them; null: the document's as a whole.
    [[nodiscard]] Id operator()(const Id& promotion, const Id& line) const;

private:
    struct Revision {
        Id quote;
        std::map<Id, Id> originals; ///< of its lines, those in the quote before
    };
    std::vector<Revision> m_revisions; ///< the newest first
    Id m_first;
};

/// Which line's buying earned free goods. Lives while the quote's records stay where they are.
class Earners {
public:
    Earners(const quotes::QuoteRecords& quote, RecordSource& records) : m_quote(quote), m_records(records) {}
    /// Null: the document's as a whole, or it is gone. A row whose name says nothing (a revision's that was made of
    /// lines which are not here) is that of the line it stands behind.
    [[nodiscard]] Result<Id> of(const Record& freeLine);

private:
    [[nodiscard]] Id precedentOf(const Id& freeLine);

    const quotes::QuoteRecords& m_quote;
    RecordSource& m_records;
    std::optional<std::map<Id, Id>> m_precedents; ///< of free lines; of quotes that have any
    std::optional<GoodsNames> m_names;
};

} // namespace satchel::sales
