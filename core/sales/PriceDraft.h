// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceSheet.h"

namespace satchel::sales {

/// Prices that were read from a file and are not published yet: what the list will say as a whole. Kept on this laptop
/// alone, in the folder `price-drafts` of the profile, one file a list, readable by its owner only; replaced in one go.
struct PriceDraft {
    Id list;
    Id follows;                ///< the newest revision when it was made; null: there was none
    std::int64_t followed = 0; ///< its number
    std::string source = {};   ///< the name of the file it was read from
    Milliseconds madeAt = 0;
    bool keepsMissing = false; ///< products the file did not name keep their prices
    PriceSheet sheet = {};     ///< all that the list will say
};

/// FOLDER/price-drafts/CODE.json; letters of a code that a file's name cannot have are written as %XX.
[[nodiscard]] std::string draftFile(const std::string& folder, const PriceListRecords& list);
[[nodiscard]] Status writeDraft(const std::string& folder, const PriceListRecords& list, const PriceDraft& draft);
/// NotFound where there is none; Corrupt, with what to do, where the file is not as it was written.
[[nodiscard]] Result<PriceDraft> readDraft(const std::string& folder, const PriceListRecords& list);
void removeDraft(const std::string& folder, const PriceListRecords& list);

} // namespace satchel::sales
