// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <map>
#include <set>
#include <string>

namespace satchel::sales {

/// Which product a person means, for one customer. Lives for one deed, on the replica's thread.
class ProductFinder {
public:
    /// `account`: null for a template.
    [[nodiscard]] static Result<ProductFinder> make(Replica& replica, const Id& account);

    /// By id, code, the customer's part number (his own before his parents'), or a name that only one product has.
    [[nodiscard]] Result<Id> find(std::string_view text);
    /// What the customer calls the product; "" if nobody has written it down.
    [[nodiscard]] std::string partNumber(const Id& product) const;

private:
    explicit ProductFinder(Replica& replica) : m_replica(&replica) {}

    Replica* m_replica;
    std::map<std::string, Id, std::less<>> m_byNumber;
    std::map<Id, std::string> m_numbers;
};

} // namespace satchel::sales
