// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>
#include <vector>

namespace satchel {

/// One cell of a table that is written to a file.
struct TableCell {
    enum class Kind { Empty, Words, Number, Day, Moment };
    Kind kind = Kind::Empty;
    std::string content =
        {};                ///< Number: plain, with a point; Day: YYYY-MM-DD; Moment: YYYY-MM-DD HH:MM:SS, of the place
    std::string unit = {}; ///< of a Number: a currency
};

enum class TableFormat { Csv, Workbook };

/// A table written row by row, of any length, in the room of one row. It stands under its name only when it is whole;
/// until then, and where it is given up, there is nothing. No cell is ever a formula. One thread at a time.
class TableFile {
public:
    /// The most rows a workbook can have, its head included.
    static constexpr std::int64_t mostWorkbookRows = 1'048'576;

    [[nodiscard]] static Result<std::unique_ptr<TableFile>> create(const std::string& path, TableFormat format,
                                                                   const std::vector<std::string>& heads,
                                                                   const std::string& sheet);
    TableFile() = default;
    virtual ~TableFile() = default;
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    [[nodiscard]] virtual Status add(const std::vector<TableCell>& cells) = 0;
    [[nodiscard]] virtual Status finish() = 0;
};

} // namespace satchel
