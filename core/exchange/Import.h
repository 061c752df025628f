// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Mapping.h"
#include "core/exchange/Table.h"
#include "core/store/Replica.h"

namespace satchel {

struct RejectedRow {
    std::size_t line = 0;
    std::string reason;
    std::vector<std::string> cells;
};

/// What an import did, or with ImportOptions::dryRun would do.
struct ImportReport {
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::vector<RejectedRow> rejected; ///< in the order of the file
    std::vector<std::string> ignored;  ///< columns that went nowhere
    std::vector<std::string> header;
    bool sheet = false; ///< the lines of `rejected` are rows of a sheet
};

/// Brings the rows of a table into a replica, one change a row, as if its user had typed them; the same table a
/// second time changes nothing. Runs on the replica's thread.
///  * A row is the record with the same key (all key fields), or the same id where the file has a column "id". A row
///    whose key is empty, or that came before in the file, or that fits several records, is rejected; so is one with a
///    value its field does not take or that its user may not write. The others go on.
///  * An empty cell leaves what the record has. Elsewhere the cell becomes the value, except for a timeline, where
///  entries
///    that are not yet there are added. A group takes JSON, or plain text for its first member.
///  * References are ids, logins, natural keys or labels, and may mean rows that stand earlier in the same file.
///  * Money without a currency takes that of the row's price list.
/// Fails, with nothing changed, if the mapping is wrong.
[[nodiscard]] Result<ImportReport> importTable(Replica& replica, Table table, const ImportOptions& options);
/// The same for the text of a CSV file; an apostrophe that only keeps a spreadsheet from running the cell is taken away
/// (Csv.h).
[[nodiscard]] Result<ImportReport> importCsv(Replica& replica, std::string_view text, const ImportOptions& options);

/// The rejected rows as CSV: the file's own columns and one more with the reason; can be corrected and imported again.
[[nodiscard]] std::string rejectsCsv(const ImportReport& report);

} // namespace satchel
