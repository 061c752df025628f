// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Table.h"

#include <array>
#include <optional>
#include <utility>

namespace satchel::sales {

/// What a price file may say of a price.
enum class PriceField {
    Product,
    Price,
    Currency,
    MinQuantity,
    ValidFrom,
    ValidTo,
    MinPrice,
    Kind,
    Percent,
    BaseList,
    CostPercent
};
inline constexpr std::size_t priceFields = 11;
/// As it is written at the command line: "min_quantity".
[[nodiscard]] std::string_view nameOf(PriceField field);

/// What a person says about the columns of a price file.
struct PriceColumnWishes {
    std::vector<std::pair<std::string, std::string>> columns = {};   ///< (column, field)
    std::vector<std::pair<std::string, std::string>> constants = {}; ///< (field, value) for every row
    bool byName = true; ///< columns that are not mapped are taken by their names; else they are left out
};

/// Where each field gets its text from. Pure; made once per file.
struct PriceColumns {
    struct Source {
        std::optional<std::size_t> column = {};
        std::string constant = {};
    };
    std::array<std::optional<Source>, priceFields> sources = {};
    std::vector<std::string> ignored = {}; ///< columns that go nowhere

    /// What is mapped is taken; of the others those that are named as price lists usually name them, in English or
    /// German
    /// ("Article no.", "Listenpreis", "ab Menge"). Invalid for an unknown column or field, for two sources of a field,
    /// and where no column has the product, or none the price.
    [[nodiscard]] static Result<PriceColumns> make(const std::vector<std::string>& header,
                                                   const PriceColumnWishes& wishes);
    /// (column, field) as the names alone say it, also where that is not enough for make(): to begin a mapping with.
    [[nodiscard]] static std::vector<std::pair<std::string, std::string>> guess(const std::vector<std::string>& header);
    [[nodiscard]] bool has(PriceField field) const { return source(field).has_value(); }
    /// The text of a row, without spaces around it; "" if no column has it.
    [[nodiscard]] std::string text(PriceField field, const TableRow& row) const;
    /// (column, field) for people.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> told(const std::vector<std::string>& header) const;

private:
    [[nodiscard]] const std::optional<Source>& source(PriceField field) const
    {
        return sources[static_cast<std::size_t>(field)];
    }
};

} // namespace satchel::sales
