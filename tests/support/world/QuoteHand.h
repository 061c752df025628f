// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/store/Replica.h"

#include <functional>

namespace satchel::test {

/// What people do with quotes and prices, as the plain changes of a replica that come of it: for stories about what
/// becomes of such changes, whoever makes them. Belongs to its replica's thread.
class QuoteHand {
public:
    explicit QuoteHand(Replica& replica) : m_replica(replica) {}

    using Fields = std::vector<std::pair<const char*, Value>>;
    [[nodiscard]] Edit edit(OperationKind kind, const char* entity, const Id& id, const Fields& fields) const;
    [[nodiscard]] Status set(const char* entity, const Id& id, const Fields& fields);

    /// A draft in EUR, dated today.
    [[nodiscard]] Result<Id> quote(const Id& account, const Fields& more = {});
    /// A line of a product with a list price; `more`: what is otherwise.
    [[nodiscard]] Result<Id> line(const Id& quote, const Id& product, const char* quantity, const char* price,
                                  const Fields& more = {}, const Id& id = {});
    [[nodiscard]] Result<Id> group(const Id& quote, const char* title);
    /// As the quote is seen here; `number` if it has none. `forge` changes the paper before it is sealed.
    using Forge = std::function<void(pricing::Document&)>;
    [[nodiscard]] Result<std::vector<Edit>> handingOver(const Id& quote, const char* number, const Forge& forge = {});
    [[nodiscard]] Result<Id> handOver(const Id& quote, const char* number);
    /// `options`: the customer takes all optional lines, too.
    [[nodiscard]] Result<std::vector<Edit>> accepting(const Id& quote, const char* number, bool options = false);
    [[nodiscard]] Result<Id> accept(const Id& quote, const char* number);
    /// What a revision says of a product.
    struct Price {
        Id product;
        const char* price = nullptr;
    };
    [[nodiscard]] std::vector<Edit> publishing(const Id& list, std::int64_t number, const Id& follows,
                                               const std::vector<Price>& prices, const Id& revision) const;

    [[nodiscard]] Result<pricing::Document> document(const Id& quote);
    [[nodiscard]] Result<quotes::QuoteRecords> records(const Id& quote);

private:
    Replica& m_replica;
};

} // namespace satchel::test
