// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Query.h"

namespace satchel {

namespace sqlite {
class Connection;
}

/// The products that a price list has prices of in a revision, by code, page by page: of a list with a few hundred
/// thousand entries only what is looked at is read. A view of a connection; lives as shortly as its caller likes.
class PricedProducts {
public:
    /// Which: `descent` is the revision with all it follows, newest first, in the end perhaps the null id (entries that
    /// name no revision). What the first of them that speaks of a product says is what counts: a product that it has
    /// taken out is not among them.
    struct Wish {
        Id list;
        std::vector<Id> descent = {};
        std::string search = {}; ///< as in a Query of products
    };
    PricedProducts(sqlite::Connection& connection, Wish wish);

    [[nodiscard]] Result<std::int64_t> count() const;
    /// `after`: `next` of the page before, or empty; `offset` rows behind that.
    [[nodiscard]] Result<Page> page(const std::string& after, std::int64_t offset, int limit) const;

private:
    [[nodiscard]] std::string tables() const;
    [[nodiscard]] std::string conditions() const;
    [[nodiscard]] std::vector<Value> bound() const;

    sqlite::Connection& m_connection;
    Wish m_wish;
    std::string m_match; ///< of the search index
};

} // namespace satchel
