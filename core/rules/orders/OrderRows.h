// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Record.h"

#include <functional>

namespace satchel::orders {

/// Orders as a sheet (CSV), the same from a laptop and from the server: one row for each line of an order. Pure; any
/// thread. The columns, in their order:
/// | column          | what                                                          |
/// | order           | number                                                        |
/// | ordered_on      | YYYY-MM-DD                                                    |
/// | received        | when the server took it in; empty from a laptop                |
/// | reference       | the customer's own number                                     |
/// | quote           | number of the quote                                           |
/// | account, account_name, address, vat_id | of the customer; the address in one line |
/// | contact, contact_email | name and address                                       |
/// | owner           | login                                                         |
/// | currency        | of all amounts                                                |
/// | order_net, order_tax, order_gross | of the whole order, the same in each line   |
/// | line            | 1, 2, ...                                                     |
/// | product         | code                                                          |
/// | description, part_number, quantity, unit |                                      |
/// | unit_price      | after line discounts                                          |
/// | net             | after its share of the document discount                      |
/// | tax_percent     |                                                               |
/// | promotion       | code                                                          |
/// | ship_to, ship_to_name, ship_to_address | the line's, else the order's           |
/// | delivery_date   | likewise                                                      |
[[nodiscard]] const std::vector<std::string>& orderColumns();

/// The record that a reference of an order or of a line names; nullptr if it is empty or not there. Must stay valid
/// during the call.
using Mentioned = std::function<Result<const Record*>(const Record& record, std::string_view field)>;

/// The rows of one order as text, one where it has no lines. `received`: when the server took it in, "" where nobody
/// knows. What a spreadsheet would run as a formula gets an apostrophe in front.
[[nodiscard]] Result<std::string> orderRows(const Record& order, const std::vector<Record>& lines,
                                            const std::string& received, const Mentioned& mentioned);

} // namespace satchel::orders
