// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/model/Record.h"

#include <functional>
#include <string>
#include <vector>

namespace satchel::server {

/// A user of the demo company; everybody's password is "demo".
struct DemoUser {
    Id id;
    std::string login;
    Role role = Role::Salesperson;
    std::string territory; ///< name of his first node, "" for none
    std::string name;
};

/// What demoCompany is made from. The same options make the same company, byte for byte.
struct DemoOptions {
    int scale = 1;
    std::uint64_t seed = 1;
    Milliseconds today = 0; ///< activities and to-dos lie around this day
};

/// Makes the demo company: territories and users first, then everything else so that a row comes after the rows it
/// refers to. Hands each record to `take` (values valid as declared; rev and root are the taker's business), stops at
/// the first error. Returns the users: first a salesperson with at least 30 contacts; some account manager shares 30
/// contacts with him. Memory grows with scale only by the ids it must remember.
[[nodiscard]] Result<std::vector<DemoUser>> demoCompany(const DemoOptions& options,
                                                        const std::function<Status(const Record&)>& take);

} // namespace satchel::server
