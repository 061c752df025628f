// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"

#include <string_view>

namespace satchel {

/// What an account may buy: the `entitlement` rows of it and of its parents. One row that allows makes everything that
/// none allows forbidden; one that denies always counts. A row names a product or a family (both: a product of that
/// family), or neither and is then about everything. A plain value; the same at both ends.
struct Entitlement {
    struct Row {
        bool denies = false;
        Id product;              ///< null: any
        std::string family = {}; ///< "": any
        Id account;              ///< whose row it is
    };
    std::vector<Row> rows = {};

    /// Whether he may buy a product of this family.
    [[nodiscard]] bool permits(const Id& product, std::string_view family) const;
    /// Nothing if he may; else the row that denies it, or a row that allows others only.
    [[nodiscard]] const Row* refusalOf(const Id& product, std::string_view family) const;
};

/// Reads what is known of an account and its parents; for a null id or an account that is not here: no rows, so that
/// everything may be bought.
[[nodiscard]] Result<Entitlement> readEntitlement(RecordSource& records, const Id& account);

} // namespace satchel
