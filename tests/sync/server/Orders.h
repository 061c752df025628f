// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/Profile.h"

namespace satchel::test {

inline const std::string webhookSecret = "correct horse battery staple";

struct Sold {
    Id order;
    std::vector<Id> lines;
};

/// Somebody sells three pumps and a manual to Acme: an order with its two lines, as one change on his laptop.
inline Sold sell(Company& company, Laptop& laptop, const char* number, const char* reference = "PO 7")
{
    company.clock().advance(HandEnvironment::second);
    const Sold sold{company.clock().newId(), {company.clock().newId(), company.clock().newId()}};
    constexpr auto make = OperationKind::Create;
    must(laptop.replica().commit({Profile::edit(make, "order", sold.order,
                                                {{"number", number},
                                                 {"account", company.acme},
                                                 {"contact", company.anaRuiz},
                                                 {"owner", company.id(laptop.login())},
                                                 {"ordered_on", "2026-11-22"},
                                                 {"currency", "EUR"},
                                                 {"net", "41.90 EUR"},
                                                 {"tax", "7.96 EUR"},
                                                 {"gross", "49.86 EUR"},
                                                 {"reference", reference},
                                                 {"status", "new"}}),
                                  // Not in their order.
                                  Profile::edit(make, "order_line", sold.lines[1],
                                                {{"order", sold.order},
                                                 {"position", "n"},
                                                 {"description", "Manual,\n2nd edition"},
                                                 {"quantity", std::int64_t{10000}},
                                                 {"unit_price", "5.00 EUR"},
                                                 {"net", "5.00 EUR"},
                                                 {"tax_percent", std::int64_t{190000}}}),
                                  Profile::edit(make, "order_line", sold.lines[0],
                                                {{"order", sold.order},
                                                 {"position", "i"},
                                                 {"product", company.product},
                                                 {"description", "Pump, blue"},
                                                 {"part_number", "ACME-77"},
                                                 {"quantity", std::int64_t{30000}},
                                                 {"unit", "piece"},
                                                 {"unit_price", "12.30 EUR"},
                                                 {"net", "36.90 EUR"},
                                                 {"tax_percent", std::int64_t{190000}},
                                                 {"delivery_date", "2026-12-01"}})}));
    return sold;
}

} // namespace satchel::test
