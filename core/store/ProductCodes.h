// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <string_view>
#include <vector>

namespace satchel {

namespace sqlite {
class Connection;
}

/// The products sold whose codes begin so if hyphens, points and the like are left out on both sides, as with the
/// digits of a phone: "hxb" finds HX-B040. In the order of the codes. Reads all codes; for when the search found
/// nothing.
[[nodiscard]] Result<std::vector<Id>> productsCodedLike(sqlite::Connection& connection, std::string_view typed,
                                                        int limit);

} // namespace satchel
