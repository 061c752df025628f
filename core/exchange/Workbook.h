// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Package.h"
#include "core/exchange/XlsxText.h"

namespace satchel {

/// What a workbook's cells refer to: where its sheets are, its shared strings, how its styles show numbers. Read once a
/// workbook; plain values after that.
struct Workbook {
    struct Sheet {
        std::string name;
        std::string part; ///< in the package
        bool hidden = false;
    };
    std::vector<Sheet> sheets; ///< in the order of their tabs, charts left out
    bool since1904 = false;
    std::vector<std::string> strings;
    std::vector<NumberKind> styles; ///< by number of the cell's style

    /// Invalid for a package that is no workbook.
    [[nodiscard]] static Result<Workbook> read(const Package& package);
    /// The sheet of this name (else any letter case of it), or the first that is shown. NotFound names those there are.
    [[nodiscard]] Result<Sheet> sheetNamed(const std::string& name) const;
};

/// One text, longer than which none may be.
inline constexpr std::size_t maxXlsxText = 1024 * 1024;

} // namespace satchel
