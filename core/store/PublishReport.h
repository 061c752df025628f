// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/RowCount.h"

namespace satchel {

/// What publishing a checkpoint did.
struct PublishReport {
    std::int64_t rows = 0;       ///< rows received
    std::int64_t merged = 0;     ///< own changes answered as merged
    std::int64_t rejected = 0;   ///< own changes answered as rejected
    std::int64_t conflicts = 0;  ///< items newly open in the inbox
    bool equal = true;           ///< the digests agree with the server's; if not, nothing was published
    Bytes16 digest{};            ///< combined
    RowLists differing;          ///< if not equal: the rows of each table in a scope whose sums disagree
    std::vector<RowKey> changed; ///< rows that look different now
};

} // namespace satchel
