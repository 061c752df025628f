// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Every row of an entity that the replica has, as CSV: id and all fields in text form (ValueText.h), references as
/// ids, formulas made harmless (Csv.h). Importing the file into the same replica changes nothing. Runs on the replica's
/// thread.
struct ExportedCsv {
    std::int64_t rows = 0;
    std::string text;
};
[[nodiscard]] Result<ExportedCsv> exportCsv(Replica& replica, const Entity& entity);

} // namespace satchel
