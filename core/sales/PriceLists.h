// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceDraft.h"
#include "core/sales/PriceReader.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// What administrators do with price lists, as changes of a replica. Belongs to the replica's thread. A list is changed
/// in three steps: a file becomes a draft on this laptop (importPrices), which is looked at (compare, touchedQuotes)
/// and then becomes a revision (publishDraft), in one change: nobody ever sees half of it, however large it is.

struct PriceImport {
    PriceColumnWishes columns = {};
    std::string source = {};   ///< name of the file, for people
    bool keepsMissing = false; ///< else a product the file does not name is taken out of the list
    bool dryRun = false;
    PriceReader::Progress progress = {};
};

struct PriceImportReport {
    std::size_t rows = 0;
    std::size_t prices = 0;
    std::size_t products = 0;
    std::vector<RejectedRow> rejected = {}; ///< any: nothing was taken
    std::vector<std::pair<std::string, std::string>> columns = {};
    std::vector<std::string> ignored = {};
    std::vector<std::string> header = {};
    bool sheet = false;
    std::int64_t followed = 0; ///< number of the revision it was compared with; 0: there is none
    PriceDifference difference = {};
};

/// Reads prices of a list from a file. Every row is looked at, and one that cannot be taken is named; only where all
/// can the draft is written (in the place of an older one). Fails where the columns say nothing of prices.
[[nodiscard]] Result<PriceImportReport> importPrices(Replica& replica, const Id& list, const Table& table,
                                                     const PriceImport& wishes);
/// The rejected rows as CSV, with the reason beside each.
[[nodiscard]] std::string rejectsCsv(const PriceImportReport& report);

struct Publication {
    std::string effectiveFrom = {}; ///< "": today, in the list's time zone
    std::string name = {};          ///< "": "EUR-RETAIL r8"
    std::string notes = {};
};

struct Published {
    Id revision;
    std::int64_t number = 0;
    std::string effectiveFrom = {};
    std::size_t products = 0; ///< that the revision speaks of
    std::size_t entries = 0;
    bool bulk = false;                   ///< it travels in parts, which take effect together
    std::vector<std::string> notes = {}; ///< what its author should know, one sentence each
};

/// Makes the draft a revision that follows the newest, with the entries of those products alone whose prices are
/// different, and forgets the draft. Conflict if another revision was published since the draft was made; Invalid if
/// nothing is different.
[[nodiscard]] Result<Published> publishDraft(Replica& replica, const Id& list, const Publication& wishes);
/// Makes a revision that follows an older one (published, not the newest): the list says again what it said then.
[[nodiscard]] Result<Published> rollBack(Replica& replica, const Id& list, const Id& revision,
                                         const Publication& wishes);

/// The revision that a person means: "7" or "r7", an id, or a name. NotFound names those there are.
[[nodiscard]] Result<Id> revisionNamed(const PriceListRecords& list, const std::string& text);

} // namespace satchel::sales
