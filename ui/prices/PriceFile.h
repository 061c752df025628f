// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceLists.h"
#include "ui/prices/Difference.h"
#include "ui/prices/PriceJobs.h"

namespace satchel::ui {

/// What happens to a price file on the thread of PriceJobs: it is read, looked at row by row, and becomes the draft of
/// a list, which is compared with the newest revision.

using SharedTable = std::shared_ptr<const Table>;
[[nodiscard]] Result<SharedTable> readPriceFile(const QString& path, const PriceJobs::Ticket& ticket);

struct CheckedFile {
    sales::PriceImportReport report = {}; ///< without its difference, which is the one below
    SharedDifference difference = {};     ///< null where rows were rejected
};
[[nodiscard]] Result<CheckedFile> checkPriceFile(Replica& replica, const Id& list, const SharedTable& table,
                                                 sales::PriceImport wishes, const PriceJobs::Ticket& ticket);

/// A draft that was made before, perhaps before the program was last started.
struct FoundDraft {
    QString source = {};
    Milliseconds madeAt = 0;
    SharedDifference difference = {}; ///< null: there is no draft
};
[[nodiscard]] Result<FoundDraft> findDraft(Replica& replica, const Id& list);
[[nodiscard]] Status dropDraft(Replica& replica, const Id& list);

} // namespace satchel::ui
