// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceDifference.h"
#include "ui/prices/PriceWords.h"

namespace satchel::ui {

/// Two states of a list side by side, with all that is needed to show them. Values, made on a worker's thread; shared
/// and never changed after that, because there may be a few hundred thousand of them.
struct Difference {
    enum class What { Up, Down, Otherwise, Added, Ended };
    struct Row {
        QString code;
        QString name;
        What what = What::Otherwise;
    };
    sales::PriceDifference prices = {};
    std::vector<Row> rows = {}; ///< in the order of prices.changes
    std::vector<sales::TouchedQuote> quotes = {};
    ListWords words = {};
    QString before = {}; ///< "r7"
    QString after = {};  ///< "r8", "the draft"

    /// "From r7 to r8: 3 prices changed (2 up, 1 down), 1 product is new, none was taken out."
    [[nodiscard]] QString sentence() const;
    /// "898 products end, 3 products begin, 2 products change": what publishing it does, the losses first.
    [[nodiscard]] QString outcome() const;
};
using SharedDifference = std::shared_ptr<const Difference>;

[[nodiscard]] QString whatWord(Difference::What what);

/// Names the products and finds the open quotes. Runs on a worker's thread.
[[nodiscard]] Result<SharedDifference> makeDifference(RecordSource& records, const sales::PriceListRecords& list,
                                                      sales::PriceDifference prices, const QString& before,
                                                      const QString& after, const std::string& today);

} // namespace satchel::ui
